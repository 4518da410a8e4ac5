import { describe, expect, test } from 'vitest';
import { testActor } from '../../test/actors.ts';
import { moment } from '../domain/time.ts';
import { roles } from '../domain/trail.ts';
import { decide, may } from './decide.ts';
import { type Permission, permissions } from './permissions.ts';

const at = moment('2026-11-22T08:00:00Z');
const everyPair = (Object.keys(permissions) as Permission[]).flatMap((permission) => roles.map((role) => [permission, role] as const));

describe('access', () => {
  test.each(everyPair)('%s for %s is permitted exactly when the table names the role', (permission, role) => {
    const named = (permissions[permission].roles as readonly string[]).includes(role);

    const decision = decide(testActor(role), permission, at);

    expect(decision.outcome).toBe(named ? 'permitted' : 'refused');
    expect(may(testActor(role), permission)).toBe(named);
  });

  test('a refusal says why in a sentence', () => {
    expect(decide(testActor('planner'), 'pathway:read', at)).toEqual({
      outcome: 'refused',
      permission: 'pathway:read',
      because: 'Et forløb læses af dem, der deltager i det.',
    });
  });

  test('planners, secretariats and the agency never reach a person', () => {
    const numbersOnly = ['planner', 'secretariat', 'agency', 'approver', 'supervision'] as const;
    const aboutPeople = (Object.keys(permissions) as Permission[]).filter((permission) => permission.startsWith('pathway:'));

    for (const role of numbersOnly) for (const permission of aboutPeople) expect(may(testActor(role), permission)).toBe(false);
  });

  test('a permit carries the actor, the moment and the edition of the rule', () => {
    const decision = decide(testActor('secretariat'), 'report:internal', at);

    expect(decision).toMatchObject({
      outcome: 'permitted',
      permit: { rule: 'adgang/2026-11/report:internal', at, actor: { role: 'secretariat' } },
    });
  });
});
