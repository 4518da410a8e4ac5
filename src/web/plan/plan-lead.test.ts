import { describe, expect, test } from 'vitest';
import type { EstimateAnswer } from '../../domain/planning/proposals/answer.ts';
import type { NeedEstimateId } from '../../domain/planning/proposals/need-estimates.ts';
import { carriedSentence, roomSentence } from './plan-lead.tsx';

function answer(estimate: NeedEstimateId, units: number, [from, to]: readonly [number, number]): EstimateAnswer {
  const span = { from: 0, to: 0 };
  return {
    estimate,
    units: Array.from({ length: units }, (_, index) => ({ site: String(index), mean: span, years: [0, 0, 0] as const, withThree: span })),
    equalShareWithThree: span,
    sustained: { from, to },
    neverAdmitted: span,
    weeksLost: span,
    occupancy: span,
    minutes: span,
  };
}

function sentence(
  units: number,
  ...carried: readonly [readonly [number, number], readonly [number, number], readonly [number, number]]
): string {
  const ids = ['placed-2017-2019', 'municipalities-2025', 'agency-2024'] as const;
  return carriedSentence(
    ids.map((id, index) => answer(id, units, carried[index] ?? [0, 0])),
    'da',
  );
}

function outside(never: readonly number[], weeks: number): string {
  const ids = ['placed-2017-2019', 'municipalities-2025', 'agency-2024'] as const;
  return roomSentence(
    ids.map((id, index) => ({
      ...answer(id, 5, [1, 1]),
      neverAdmitted: { from: 0, to: never[index] ?? 0 },
      weeksLost: { from: 0, to: weeks },
    })),
    8,
    'da',
  );
}

describe('the second sentence of the page', () => {
  test('says that nearly all come in, and how long they wait at most, only where that is so under every estimate', () => {
    expect(outside([0, 0.002, 0.0099], 6.94)).toBe(
      'Plads er der nok af: med 8 pladser i hvert afsnit kommer næsten alle ind under alle skøn, og de mister i gennemsnit højst 6,9 uger af graviditeten, mens de venter.',
    );
    expect(outside([0, 0.002, 0.01], 6.94)).toBe(
      'Om der så er plads nok, er et andet spørgsmål: med 8 pladser i hvert afsnit kommer 0 % af 6–8 kvinder, 0 til <1 % af 16–30 kvinder og 0–1 % af 80–100 kvinder aldrig ind.',
    );
  });
});

describe('the first sentence of the page', () => {
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
