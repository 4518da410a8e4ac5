import { expect, test } from 'vitest';
import { mailboxOf, mayLoadDemo, portOf } from './main.ts';

test.each([
  ['the project’s own server', true, {}, true],
  ['a server of the operator’s', false, {}, false],
  ['a server of the operator’s that is to show the demonstration', false, { SAMLOB_DEMO: '1' }, true],
  ['production', true, { NODE_ENV: 'production' }, false],
  ['production, whatever is asked for', false, { NODE_ENV: 'production', SAMLOB_DEMO: '1' }, false],
] as const)('invented people and a login without proof: %s', (_where, embedded, environment, expected) => {
  expect(mayLoadDemo({ embedded }, environment)).toBe(expected);
});

test('a port is a whole number that a machine has', () => {
  expect([portOf(), portOf('0'), portOf('65535')]).toEqual([4700, 0, 65_535]);
  for (const given of ['abc', '', '65536', '-1', '80.5', '0x50'])
    expect(() => portOf(given)).toThrow(`PORT is a whole number from 0 to 65535, not “${given}”.`);
});

test('messages have the folder that is named, else the project’s own, else none', () => {
  expect(mailboxOf({}, null)).toBeNull();
  expect(mailboxOf({}, '/own')).toBe('/own');
  expect(mailboxOf({ SAMLOB_MAILBOX: '/named' }, '/own')).toBe('/named');
});
