import { expect, test } from 'vitest';
import { mailboxOf, mayLoadDemo } from './main.ts';

test.each([
  ['the project’s own server', true, {}, true],
  ['a server of the operator’s', false, {}, false],
  ['a server of the operator’s that is to show the demonstration', false, { SAMLOB_DEMO: '1' }, true],
  ['production', true, { NODE_ENV: 'production' }, false],
  ['production, whatever is asked for', false, { NODE_ENV: 'production', SAMLOB_DEMO: '1' }, false],
] as const)('invented people and a login without proof: %s', (_where, embedded, environment, expected) => {
  expect(mayLoadDemo({ embedded }, environment)).toBe(expected);
});

test('messages have the folder that is named, else the project’s own, else none', () => {
  expect(mailboxOf({}, null)).toBeNull();
  expect(mailboxOf({}, '/own')).toBe('/own');
  expect(mailboxOf({ SAMLOB_MAILBOX: '/named' }, '/own')).toBe('/named');
});
