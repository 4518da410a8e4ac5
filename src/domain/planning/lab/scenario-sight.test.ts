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
    const read = { newest: 2, read: 2 };
    expect(changeSight(owned, act, owner, read)).toEqual(sight === to ? { outcome: 'already-so' } : { outcome: 'changed', sight: to });
    expect(changeSight(owned, act, other, read)).toEqual({ outcome: 'not-yours' });
    expect(sightActsFrom(sight).includes(act)).toBe(sight !== to);
  });

  test('is published by the one who read what the newest version makes visible, and by nobody else', () => {
    for (const sight of ['private', 'shared'] as const) {
      const owned = { owner: owner.organisation.id, sight };
      for (const read of [null, 1, 3]) expect(changeSight(owned, 'publish', owner, { newest: 2, read })).toEqual({ outcome: 'to-be-read' });
      expect(changeSight(owned, 'publish', owner, { newest: 2, read: 2 })).toEqual({ outcome: 'changed', sight: 'published' });
    }
    const unread = { newest: 2, read: null };
    const published = { owner: owner.organisation.id, sight: 'published' } as const;
    // There is nothing to read where nothing is done, and nothing more is shown to anybody by the other two.
    expect(changeSight(published, 'publish', owner, unread)).toEqual({ outcome: 'already-so' });
    for (const act of ['share', 'withdraw'] as const) expect(changeSight(published, act, owner, unread).outcome).toBe('changed');
  });
});
