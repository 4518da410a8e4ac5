import { describe, expect, test } from 'vitest';
import { testActor } from '../../../../test/actors.ts';
import { asId } from '../../id.ts';
import { changeSight, firstSight, scenarioSights, sightActs, sightActsFrom, sightLifecycle } from './scenario-sight.ts';

const owner = testActor('planner', { id: asId<'organisation'>('syd') });
const other = testActor('planner', { id: asId<'organisation'>('nord') });

describe('who may see a scenario', () => {
  test('is nobody else until the owner says so', () => {
    expect(firstSight).toBe('private');
  });

  test.each(scenarioSights.flatMap((sight) => sightActs.map((act) => [sight, act] as const)))('%s: %s', (sight, act) => {
    const owned = { owner: owner.organisation.id, sight };
    const { to } = sightLifecycle[act];
    // Every state can be reached from every other in one step, and nothing is done that changes nothing.
    expect(changeSight(owned, act, owner)).toEqual(sight === to ? { outcome: 'already-so' } : { outcome: 'changed', sight: to });
    expect(changeSight(owned, act, other)).toEqual({ outcome: 'not-yours' });
    expect(sightActsFrom(sight).includes(act)).toBe(sight !== to);
  });
});
