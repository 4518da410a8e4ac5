import { describe, expect, test } from 'vitest';
import { roomRuleOn } from '../../domain/planning/proposals/room-rule.ts';
import { day } from '../../domain/time.ts';
import { type NeedEstimateId, needEstimateIds } from '../../domain/planning/proposals/need-estimates.ts';
import { documentedEstimates } from '../../domain/planning/lab/position-scenarios.ts';
import { carriedSentence, roomSentence } from './plan-lead.tsx';
import { needsOfPosition, needsOfScenario, type ShownNeed } from './shown-need.ts';

const rule = roomRuleOn(day('2026-11-26'));

function answer(estimate: NeedEstimateId, units: number, [from, to]: readonly [number, number]): ShownNeed {
  const span = { from: 0, to: 0 };
  const plain = {
    units: Array.from({ length: units }, (_, index) => ({ site: String(index), mean: span, years: [0, 0, 0] as const, withThree: span })),
    equalShareWithThree: span,
    sustained: { from, to },
    neverAdmitted: span,
    weeksLost: span,
    occupancy: span,
    minutes: span,
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
    rule,
    'da',
  );
}

function outside(never: readonly number[], weeks: number, occupancy = 0, minutes = 0): string {
  const ids = ['placed-2017-2019', 'municipalities-2025', 'agency-2024'] as const;
  return roomSentence(
    ids.map((id, index) => ({
      ...answer(id, 5, [1, 1]),
      neverAdmitted: { from: 0, to: never[index] ?? 0 },
      weeksLost: { from: 0, to: weeks },
      occupancy: { from: 0.01, to: occupancy },
      minutes: { from: 0, to: minutes },
    })),
    { of: 'each', places: 8 },
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
      'Om der så er plads nok, er et andet spørgsmål: med 8 pladser i hvert afsnit kommer ingen af 6–8 kvinder, 0 til <1 % af 16–30 kvinder og 0–1 % af 80–100 kvinder aldrig ind.',
    );
  });

  test('says what it costs where the units are full or the journeys long', () => {
    expect(outside([0, 0, 0], 2.2, 0.996, 118)).toBe(
      'Næsten alle kommer ind under alle skøn med 8 pladser i hvert afsnit, men det koster: belægningen er 1 til >99 %, rejsen i bil ca. 5–120 min. hver vej i gennemsnit, og kvinderne mister i gennemsnit højst 2,2 uger af graviditeten, mens de venter.',
    );
    expect(outside([0, 0, 0], 2.2, 0.5, 60)).toContain('men det koster');
    expect(outside([0, 0, 0], 2.2, 0.84, 59)).toContain('Plads er der nok af');
  });
});

describe('the first sentence of the page', () => {
  test('weighs women enough and room enough together', () => {
    const ids = ['placed-2017-2019', 'municipalities-2025', 'agency-2024'] as const;
    const told = carriedSentence(
      ids.map((id, index) => ({
        ...answer(id, 1, [1, 18]),
        neverAdmitted: index === 2 ? { from: 0.45, to: 0.53 } : { from: 0, to: 0.05 },
      })),
      rule,
      'da',
    );
    expect(told).toBe(
      'Under alle skøn er der kvinder nok til forslagets ene afsnit. Men under Social- og Boligstyrelsens skøn (80–100 kvinder om året) er der kun plads til 47–55 % af dem.',
    );
  });

  test('says yes or no alone where all estimates agree', () => {
    expect(sentence(1, [1, 1], [3, 5], [15, 18])).toBe('Ja, under alle skøn kan forslagets ene afsnit bæres.');
    expect(sentence(20, [1, 1], [3, 5], [15, 18])).toBe('Nej, under intet af skønnene kan forslagets 20 afsnit bæres.');
  });

  test('begins with the estimates that carry it, then those that do so only at their highest number, then those that do not', () => {
    expect(sentence(4, [1, 1], [3, 5], [15, 18])).toBe(
      'Under Social- og Boligstyrelsens skøn (80–100 kvinder om året) kan forslagets 4 afsnit bæres; under kommunernes skøn (16–30 kvinder om året) kun, hvis det højeste tal er det rigtige; under det antal, kommunerne visiterede (6–8 kvinder om året) ikke.',
    );
    expect(sentence(2, [1, 1], [3, 5], [15, 18])).toBe(
      'Under kommunernes skøn (16–30 kvinder om året) og Social- og Boligstyrelsens skøn (80–100 kvinder om året) kan forslagets 2 afsnit bæres; under det antal, kommunerne visiterede (6–8 kvinder om året) ikke.',
    );
    expect(sentence(17, [1, 1], [3, 5], [15, 18])).toBe(
      'Under Social- og Boligstyrelsens skøn (80–100 kvinder om året) kan forslagets 17 afsnit kun bæres, hvis det højeste tal er det rigtige; under det antal, kommunerne visiterede (6–8 kvinder om året) og kommunernes skøn (16–30 kvinder om året) ikke.',
    );
  });
});

test('a saved scenario is told under its own estimates by their names, with its places in all where its units differ', () => {
  const plain = answer('agency-2024', 2, [1, 2]);
  const [own] = needsOfScenario(
    [{ ...plain, neverAdmitted: { from: 0.2, to: 0.2 } }],
    [{ name: 'Register 2026', from: 11.4, to: 13, source: 'tal' }],
    'da',
  );
  if (!own) throw new Error('there is no estimate');
  expect(carriedSentence([own], rule, 'da')).toBe(
    'Under skønnet «Register 2026» (11,4–13 kvinder om året) kan forslagets 2 afsnit kun bæres, hvis det højeste tal er det rigtige. Men under skønnet «Register 2026» (11,4–13 kvinder om året) er der kun plads til 80 % af dem.',
  );
  expect(roomSentence([own], { of: 'all', places: 9 }, rule, 'da')).toBe(
    'Om der så er plads nok, er et andet spørgsmål: med 9 pladser i alt kommer 20 % af 11,4–13 kvinder aldrig ind.',
  );
  expect(roomSentence([own], { of: 'each', places: 1 }, rule, 'da')).toContain('med 1 plads i hvert afsnit kommer');
  expect(roomSentence([own], { of: 'all', places: 1 }, rule, 'en')).toContain('with 1 place in all');
});
