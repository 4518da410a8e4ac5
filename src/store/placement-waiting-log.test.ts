/** That a crisis centre takes part counts for her urgency from the day it joined until it left. */
import { expect, test } from 'vitest';
import { asId } from '../domain/id.ts';
import type { PathwayFact, RecordedFact } from '../domain/pathway/facts.ts';
import { addDays, day, startOfDanishDay } from '../domain/time.ts';
import { urgencyOfPathway } from './placement-waiting-log.ts';

const [first, second, family] = ['kc-1', 'kc-2', 'fam'].map((id) => asId<'organisation'>(id)) as [
  ReturnType<typeof asId<'organisation'>>,
  ReturnType<typeof asId<'organisation'>>,
  ReturnType<typeof asId<'organisation'>>,
];
const start = day('2026-11-01');

function happens(steps: readonly (readonly ['joins' | 'leaves', typeof first])[]): readonly RecordedFact[] {
  return steps.map(([what, organisation], index) => {
    const named = { organisation, organisationName: organisation } as const;
    const fact: PathwayFact = what === 'joins' ? { type: 'party-joined', ...named, task: 'Ophold' } : { type: 'party-left', ...named };
    const happened = addDays(start, index);
    return {
      sequence: index + 1,
      fact,
      by: asId<'user'>('u'),
      byName: 'U',
      capacity: 'care-decider',
      organisation: asId<'organisation'>('kom'),
      organisationName: 'Kommunen',
      happened,
      recorded: startOfDanishDay(happened),
    };
  });
}

test.each([
  ['none that takes part', [['joins', family]], null],
  [
    'one that takes part',
    [
      ['joins', family],
      ['joins', first],
    ],
    1,
  ],
  [
    'one that has left',
    [
      ['joins', first],
      ['leaves', first],
    ],
    null,
  ],
  [
    'one that came again',
    [
      ['joins', first],
      ['leaves', first],
      ['joins', first],
    ],
    2,
  ],
  [
    'another that is still there',
    [
      ['joins', first],
      ['joins', second],
      ['leaves', first],
    ],
    1,
  ],
  [
    'another party that left',
    [
      ['joins', family],
      ['joins', first],
      ['leaves', family],
    ],
    1,
  ],
] as const)('%s', (_, steps, since) => {
  const { risks } = urgencyOfPathway({ dueDate: null, bornOn: null }, happens(steps), new Set([first, second]));
  expect(risks).toEqual(since === null ? [] : [{ risk: 'crisis-centre-in-team', since: addDays(start, since) }]);
});
