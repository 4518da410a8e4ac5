import { describe, expect, test } from 'vitest';
import { roomRuleOn } from '../../domain/planning/proposals/room-rule.ts';
import { day } from '../../domain/time.ts';
import { womenNeeded } from '../../domain/planning/proposals/carried-units.ts';
import { type NeedEstimateId, needEstimateIds } from '../../domain/planning/proposals/need-estimates.ts';
import { documentedEstimates } from '../../domain/planning/lab/position-scenarios.ts';
import { carriedSentence, nearestSentence, roomSentence } from './plan-lead.tsx';
import { needsOfPosition, needsOfScenario, type ShownNeed } from './shown-need.ts';

const rule = roomRuleOn(day('2026-11-26'));
const eight = { of: 'each', places: 8 } as const;

function answer(estimate: NeedEstimateId, units: number, [from, to]: readonly [number, number]): ShownNeed {
  const span = { from: 0, middle: 0, to: 0 };
  const plain = {
    accepts: 1,
    units: Array.from({ length: units }, (_, index) => ({
      site: String(index),
      mean: span,
      years: [0, 0, 0] as const,
      outer: span,
      withThree: span,
    })),
    equalShareWithThree: span,
    sustained: { from, middle: from, to },
    needed: womenNeeded(units),
    neverAdmitted: span,
    weeksLost: span,
    occupancy: span,
    minutes: span,
    weeksBeforeBirth: span,
    refused: span,
  };
  const shown = needsOfPosition([plain, plain, plain], documentedEstimates, 'da')[needEstimateIds.indexOf(estimate)];
  if (!shown) throw new Error(`there is no estimate ${estimate}`);
  return shown;
}

function sentence(
  units: number,
  ...carried: readonly [readonly [number, number], readonly [number, number], readonly [number, number]]
): string {
  const ids = ['placed-2017-2019', 'municipalities-2025', 'agency-2024'] as const;
  return carriedSentence(
    ids.map((id, index) => answer(id, units, carried[index] ?? [0, 0])),
    eight,
    rule,
    'da',
  );
}

/** Nearly full throughout where it is full. */
function fullUpTo(to: number) {
  return to > 0.99 ? { from: 0.992, middle: 0.995, to } : { from: 0.01, middle: 0.01, to };
}

function outside(
  never: readonly number[],
  weeks: number,
  occupancy: readonly number[] = [],
  minutes: readonly number[] = [],
): string | null {
  const ids = ['placed-2017-2019', 'municipalities-2025', 'agency-2024'] as const;
  return roomSentence(
    ids.map((id, index) => ({
      ...answer(id, 5, [1, 1]),
      neverAdmitted: { from: 0, middle: 0, to: never[index] ?? 0 },
      weeksLost: { from: 0, middle: 0, to: weeks },
      occupancy: fullUpTo(occupancy[index] ?? 0),
      minutes: { from: 0, middle: 0, to: minutes[index] ?? 0 },
      weeksBeforeBirth: null,
      refused: null,
    })),
    eight,
    rule,
    'da',
  );
}

describe('the second sentence of the page', () => {
  test('says that nearly all come in, and how long they wait at most, only where that is so under every estimate', () => {
    expect(outside([0, 0.002, 0.0099], 6.94)).toBe(
      'Plads er der nok af: med 8 pladser i hvert afsnit kommer næsten alle ind under alle skøn, og de mister i gennemsnit højst 6,9 uger af graviditeten, mens de venter.',
    );
    expect(outside([0, 0.002, 0.01], 6.94)).toBe(
      'Om der så er plads nok, er et andet spørgsmål: med 8 pladser i hvert afsnit kommer ingen af 6–8 kvinder, under 1 % af 16–30 kvinder og 0–1 % af 80–100 kvinder aldrig ind.',
    );
  });

  test('says what it costs where the units are full or the journeys long', () => {
    expect(outside([0, 0, 0], 2.2, [0.996, 0.5, 0.5], [118, 59, 60])).toBe(
      'Næsten alle kommer ind under alle skøn med 8 pladser i hvert afsnit, og de mister i gennemsnit højst 2,2 uger af graviditeten, mens de venter. Men det koster: ved 6–8 kvinder om året er næsten alle åbne pladser optaget og rejsen i bil ca. 5–120 minutter hver vej i gennemsnit; ved 80–100 kvinder om året er rejsen i bil ca. 5–60 minutter hver vej i gennemsnit.',
    );
    expect(outside([0, 0, 0], 2.2, [0.5, 0.5, 0.85])).toContain('Men det koster: ved 80–100 kvinder om året er');
    expect(outside([0, 0, 0], 2.2, [0.84, 0.84, 0.84], [59, 59, 59])).toContain('Plads er der nok af');
  });
});

describe('the first sentence of the page', () => {
  const three = (units: number, never: readonly (readonly [number, number])[], weeks = 2): readonly ShownNeed[] =>
    (['placed-2017-2019', 'municipalities-2025', 'agency-2024'] as const).map((id, index) => ({
      ...answer(id, units, [1, 18]),
      neverAdmitted: { from: never[index]?.[0] ?? 0, middle: never[index]?.[0] ?? 0, to: never[index]?.[1] ?? 0 },
      weeksLost: { from: 0, middle: 0, to: weeks },
    }));

  test('weighs women enough and room enough together, and the second tells only of the others', () => {
    const short = [0.45, 0.53] as const;
    const one = three(1, [[0, 0], [0, 0.005], short]);
    expect(carriedSentence(one, eight, rule, 'da')).toBe(
      'Under alle skøn er der kvinder nok til forslagets ene afsnit. Men med 8 pladser i afsnittet er der kun plads til 47–55 % af 80–100 kvinder.',
    );
    expect(roomSentence(one, eight, rule, 'da')).toBe(
      'Under de andre skøn kommer næsten alle ind, og de mister i gennemsnit højst 2 uger af graviditeten, mens de venter.',
    );
    expect(roomSentence(three(1, [[0, 0], [0.02, 0.05], short]), eight, rule, 'da')).toBe(
      'Under de andre skøn kommer ingen af 6–8 kvinder og 2–5 % af 16–30 kvinder aldrig ind.',
    );
    const two = three(1, [[0, 0], [0.11, 0.39], short], 0.04);
    expect(carriedSentence(two, eight, rule, 'da')).toContain('kun plads til 61–89 % af 16–30 kvinder og 47–55 % af 80–100 kvinder.');
    expect(roomSentence(two, eight, rule, 'da')).toBe('Under det andet skøn kommer næsten alle ind, og de venter næsten ikke.');
    // A long journey is told also of those who stay outside; that units without room for all are full is no news.
    const far = two.map((answer) => ({
      ...answer,
      minutes: { from: 100, middle: 101, to: 102 },
      occupancy: { from: 0.9, middle: 0.9, to: 0.9 },
    }));
    expect(roomSentence(far.slice(0, 1), eight, rule, 'da')).toContain(
      'Men det koster: ved 6–8 kvinder om året er 90 af 100 åbne pladser optaget og rejsen i bil ca. 100 minutter hver vej i gennemsnit.',
    );
    expect(roomSentence(far, eight, rule, 'da')).toBe(
      'Under det andet skøn kommer næsten alle ind, og de venter næsten ikke. Men det koster: ved 6–8 kvinder om året er 90 af 100 åbne pladser optaget og rejsen i bil ca. 100 minutter hver vej i gennemsnit. Dertil kommer: ved 16–30 og 80–100 kvinder om året er rejsen i bil ca. 100 minutter hver vej i gennemsnit.',
    );
    const outsideToo = far.map((answer, index) =>
      index === 0 ? { ...answer, neverAdmitted: { from: 0, middle: 0.02, to: 0.04 } } : answer,
    );
    expect(roomSentence(outsideToo, eight, rule, 'da')).toMatch(
      /^Under det andet skøn kommer 0–4 % af 6–8 kvinder aldrig ind\. Dertil kommer: ved 6–8 kvinder .*; ved 16–30 og 80–100 kvinder om året er rejsen/,
    );
    expect(roomSentence(far.slice(1), eight, rule, 'da')).toBe(
      'Dertil kommer: ved 16–30 og 80–100 kvinder om året er rejsen i bil ca. 100 minutter hver vej i gennemsnit.',
    );
    // A price of those who stay outside is no price of the others.
    const farAlone = far.map((answer, index) =>
      index === 0 ? { ...answer, occupancy: { from: 0.1, middle: 0.1, to: 0.1 }, minutes: { from: 10, middle: 10, to: 10 } } : answer,
    );
    expect(roomSentence(farAlone, eight, rule, 'da')).toBe(
      'Under det andet skøn kommer næsten alle ind, og de venter næsten ikke. Dertil kommer: ved 16–30 og 80–100 kvinder om året er rejsen i bil ca. 100 minutter hver vej i gennemsnit.',
    );
    // Nothing is left to say.
    expect(roomSentence(three(1, [short, short, short]), eight, rule, 'da')).toBeNull();
  });

  test('names no estimate twice and no share of women twice, however the estimates fall', () => {
    const shares = [0, 0.004, 0.05, 0.3] as const;
    for (const units of [1, 5, 20])
      for (const one of shares)
        for (const other of shares)
          for (const last of shares) {
            const answers = three(units, [
              [one, one],
              [other, other],
              [last, last],
            ]);
            const first = carriedSentence(answers, eight, rule, 'da');
            const second = roomSentence(answers, eight, rule, 'da') ?? '';
            for (const women of ['6–8', '16–30', '80–100']) {
              const shortOf = first.includes(`% af ${women} kvinder`);
              expect(shortOf && second.includes(`af ${women} kvinder`), `${first} ${second}`).toBe(false);
              expect(first.split(`(${women} kvinder om året)`).length).toBeLessThanOrEqual(2);
            }
            if (first.includes('kun plads til')) expect(second).not.toMatch(/Om der så er plads nok|Plads er der nok|alle skøn/);
            expect(`${first} ${second}`).not.toMatch(/\b0 uger/);
          }
  });

  test('says yes or no alone where all estimates agree', () => {
    expect(sentence(1, [1, 1], [3, 5], [15, 18])).toBe('Ja, under alle skøn er der kvinder nok til forslagets ene afsnit.');
    expect(sentence(20, [1, 1], [3, 5], [15, 18])).toBe('Nej, under intet af skønnene er der kvinder nok til forslagets 20 afsnit.');
  });

  test('begins with the estimates that have women enough, then those that have so from a number on, then those that do not', () => {
    expect(sentence(4, [1, 1], [3, 5], [15, 18])).toBe(
      'Under «Styrelsens skøn 2024» (80–100 kvinder om året) er der kvinder nok til forslagets 4 afsnit, hvis kvinderne deles lige; under «Døgnophold med rusmiddelbehandling 2020» (16–30 kvinder om året) kun, hvis der kommer mindst 22 om året; under «Visiterede til døgn 2017–2019» (6–8 kvinder om året) er der ikke kvinder nok.',
    );
    expect(sentence(2, [1, 1], [3, 5], [15, 18])).toBe(
      'Under «Døgnophold med rusmiddelbehandling 2020» (16–30 kvinder om året) og «Styrelsens skøn 2024» (80–100 kvinder om året) er der kvinder nok til forslagets 2 afsnit, hvis kvinderne deles lige; under «Visiterede til døgn 2017–2019» (6–8 kvinder om året) er der ikke kvinder nok.',
    );
    expect(sentence(17, [1, 1], [3, 5], [15, 18])).toBe(
      'Under «Styrelsens skøn 2024» (80–100 kvinder om året) er der kun kvinder nok til forslagets 17 afsnit, hvis kvinderne deles lige, og der kommer mindst 91 om året; under «Visiterede til døgn 2017–2019» (6–8 kvinder om året) og «Døgnophold med rusmiddelbehandling 2020» (16–30 kvinder om året) er der ikke kvinder nok.',
    );
  });
});

test('what the nearest unit gets is told where it is too little, and only where an equal share is enough', () => {
  const reaching = (from: number, to: number, units: number, enough: number): ShownNeed => {
    const one = answer('municipalities-2025', units, [enough, enough]);
    return { ...one, units: one.units.map((unit) => ({ ...unit, withThree: { from, middle: from, to } })) };
  };
  expect(nearestSentence([reaching(0.5, 0.84, 5, 5)], 'da')).toBe(
    'Men kvinderne kommer til det nærmeste afsnit med plads. Så når det afsnit, der får færrest, kun tre indskrivninger i 50–84 % af årene ved 16–30 kvinder om året.',
  );
  expect(nearestSentence([reaching(0.9, 0.99, 5, 5)], 'da')).toBeNull();
  expect(nearestSentence([reaching(0.5, 0.84, 5, 4)], 'da')).toBeNull();
  expect(nearestSentence([reaching(0.5, 0.84, 1, 1)], 'da')).toBeNull();
});

test('a saved scenario is told under its own estimates by their names, with its places in all where its units differ', () => {
  const plain = answer('agency-2024', 2, [1, 2]);
  const [own] = needsOfScenario(
    [{ ...plain, neverAdmitted: { from: 0.2, middle: 0.2, to: 0.2 } }],
    [{ name: 'Register 2026', from: 10, to: 13, source: 'tal' }],
    'da',
  );
  if (!own) throw new Error('there is no estimate');
  expect(carriedSentence([own], { of: 'all', places: 9 }, rule, 'da')).toBe(
    'Under «Register 2026» (10–13 kvinder om året) er der kun kvinder nok til forslagets 2 afsnit, hvis kvinderne deles lige, og der kommer mindst 11 om året. Men med 9 pladser i alt er der kun plads til 80 % af 10–13 kvinder.',
  );
  const few = { ...own, neverAdmitted: { from: 0.05, middle: 0.05, to: 0.05 } };
  expect(roomSentence([few], { of: 'all', places: 9 }, rule, 'da')).toBe(
    'Om der så er plads nok, er et andet spørgsmål: med 9 pladser i alt kommer 5 % af 10–13 kvinder aldrig ind.',
  );
  expect(roomSentence([few], { of: 'each', places: 1 }, rule, 'da')).toContain('med 1 plads i hvert afsnit kommer');
  expect(roomSentence([few], { of: 'all', places: 1 }, rule, 'en')).toContain('with 1 place in all');
  // One estimate is not «all estimates».
  const alone = { ...own, neverAdmitted: { from: 0, middle: 0, to: 0 }, sustained: { from: 2, middle: 2, to: 2 } };
  expect(carriedSentence([alone], eight, rule, 'da')).toBe(
    'Ja, under «Register 2026» (10–13 kvinder om året) er der kvinder nok til forslagets 2 afsnit, hvis kvinderne deles lige.',
  );
  expect(roomSentence([alone], eight, rule, 'da')).toBe(
    'Plads er der nok af: med 8 pladser i hvert afsnit kommer næsten alle ind, og de venter næsten ikke.',
  );
  expect(carriedSentence([{ ...alone, sustained: { from: 1, middle: 1, to: 1 } }], eight, rule, 'da')).toBe(
    'Nej, under «Register 2026» (10–13 kvinder om året) er der ikke kvinder nok til forslagets 2 afsnit.',
  );
});
