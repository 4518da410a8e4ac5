import { expect, test } from 'vitest';
import { mayLoadDemo } from './main.ts';

test.each([
  ['the project’s own server', true, {}, true],
  ['a server of the operator’s', false, {}, false],
  ['a server of the operator’s that is to show the demonstration', false, { SAMLOB_DEMO: '1' }, true],
  ['production', true, { NODE_ENV: 'production' }, false],
  ['production, whatever is asked for', false, { NODE_ENV: 'production', SAMLOB_DEMO: '1' }, false],
] as const)('invented people and a login without proof: %s', (_where, embedded, environment, expected) => {
  expect(mayLoadDemo({ embedded }, environment)).toBe(expected);
});
