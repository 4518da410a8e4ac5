import { expect, test } from 'vitest';
import { Type } from 'typebox';
import { cprFaults } from './cpr-faults.ts';
import { schemaFaults } from './faults.ts';

const schema = { body: Type.Object({ minutes: Type.Record(Type.String(), Type.Number()) }) };
const faultsOf = (body: object) => schemaFaults({ routeOptions: { schema }, params: {}, query: {}, body } as never);

test.each(['610695-4002', '610695 4002', '6106954002', 'Ulla 610695/4002', 'a~610695-4002'])(
  'a name of a record that could be a CPR number stands in no fault: «%s»',
  (name) => {
    const body = { minutes: { 'syd/vest': 'a', [name]: 'b' } };
    const { faults, isAll } = faultsOf(body);
    expect(isAll).toBe(true);
    expect(faults).toEqual([
      { pointer: '/body/minutes/syd~1vest', detail: 'must be number' },
      { pointer: '/body/minutes', detail: 'must be number' },
    ]);
    // Where the values fit, the name alone turns the request away.
    const found = cprFaults({ minutes: { [name]: { note: 'ring til 610695-4002' } } });
    expect(found.map(({ pointer }) => pointer)).toEqual(['/body/minutes', '/body/minutes']);
    for (const { detail } of found) expect(detail).toMatch(/looks like a CPR number: “.*••••”/);
    expect(JSON.stringify([faults, found])).not.toMatch(/4002|610695/);
  },
);

test('a name that is only like others is told as it stands', () => {
  expect(faultsOf({ minutes: { '0461': 'a', '+4561069540': 'b' } }).faults.map(({ pointer }) => pointer)).toEqual([
    '/body/minutes/0461',
    '/body/minutes/+4561069540',
  ]);
  expect(cprFaults({ minutes: { '0461': 'a' } })).toEqual([]);
});
