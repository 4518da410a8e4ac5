import { expect, test } from 'vitest';
import { isGroupBesideDecisions, remainderOf, remainderReasons } from './gap-remainder.ts';
import { publishedEstimate, publishedEstimates } from './published-estimates.ts';

const pairs = publishedEstimates.flatMap((larger) =>
  publishedEstimates.filter((smaller) => smaller.low < larger.low).map((smaller) => ({ larger, smaller })),
);

test('nothing both can and cannot be left over, and each is told once', () => {
  for (const { larger, smaller } of pairs) {
    const { can, cannot } = remainderOf(larger, smaller);
    for (const reason of [...can, ...cannot]) expect(remainderReasons).toContain(reason);
    expect(new Set([...can, ...cannot]).size).toBe(can.length + cannot.length);
  }
  expect(new Set(pairs.flatMap(({ larger, smaller }) => remainderOf(larger, smaller).can))).toEqual(new Set(remainderReasons));
});

test('of the 83 who got a stay nobody was undetected, unregistered, undecided or said no; of the 1,460 some may have', () => {
  const decided = publishedEstimate('decided-residential-2019');
  const { can, cannot } = remainderOf(publishedEstimate('family-stay-2020'), decided);
  expect(cannot).toEqual(['undetected', 'unregistered', 'not-decided', 'declined']);
  expect(can).toContain('other-decision');
  expect(remainderOf(publishedEstimate('registered-2020'), decided).can).toEqual(expect.arrayContaining(['not-decided', 'declined']));
  // The agency says itself that women whose use is not detected are beyond the 80–100.
  expect(remainderOf(publishedEstimate('needs-2024'), decided).cannot).toEqual(['undetected']);
});

test('beside a judgement of need nothing is said of decisions or of counting by hand: it counts neither', () => {
  const { can, cannot } = remainderOf(publishedEstimate('registered-2020'), publishedEstimate('needs-2024'));
  expect({ can, cannot }).toEqual({ can: ['unknown-to-judges', 'not-in-need'], cannot: ['undetected'] });
});

test('a count by hand is told only where the smaller number is one, and a decision only where it counts what was decided or done', () => {
  const conditions = ['registered', 'needs-residential', 'exposure-diagnosed', 'high-alcohol', 'drugs-in-urine'];
  const ofDecisions = ['other-decision', 'not-decided', 'declined', 'other-time', 'judged-otherwise'];
  const wrong = pairs.flatMap(({ larger, smaller }) => {
    const told = remainderOf(larger, smaller);
    return [...told.can, ...told.cannot].filter(
      (one) =>
        (one === 'not-counted' && smaller.grid.ascertainment !== 'manual-count') ||
        (ofDecisions.includes(one) && conditions.includes(smaller.grid.event)),
    );
  });
  expect(wrong).toEqual([]);
});

test('the target group is told apart from table 1 whichever of them is the larger, and from nothing else', () => {
  const [needs, decided] = [publishedEstimate('needs-2024'), publishedEstimate('decided-any-2019')];
  expect([isGroupBesideDecisions(needs, decided), isGroupBesideDecisions(decided, needs)]).toEqual([true, true]);
  expect(isGroupBesideDecisions(needs, publishedEstimate('family-stay-2020'))).toBe(false);
});
