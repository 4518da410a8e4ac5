import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bridges, comparabilityOf, compareEstimates } from './comparison.ts';
import { writtenRange } from './published-estimate.ts';
import { publishedEstimate, publishedEstimates } from './published-estimates.ts';
import { openOverlaps, shareOf, waterfall } from './waterfall.ts';

const compare = (one: string, other: string): ReturnType<typeof compareEstimates> =>
  compareEstimates(publishedEstimate(one), publishedEstimate(other));

describe('published estimates', () => {
  test('each have one name, a range and words of their own', () => {
    expect(new Set(publishedEstimates.map(({ id }) => id)).size).toBe(publishedEstimates.length);
    for (const { low, high, quotation, source } of publishedEstimates) {
      expect(low).toBeLessThanOrEqual(high);
      expect(quotation.length).toBeGreaterThan(20);
      expect(source).toMatch(/\d{4}/);
    }
  });

  test('hold the numbers that the dispute is about', () => {
    const ranges = publishedEstimates.map(writtenRange);
    for (const range of [
      '1.460',
      '83',
      '21',
      '30',
      '16',
      '10–15',
      '19–51',
      '21–31',
      '80',
      '70–80',
      '80–100',
      '3–8',
      '6–8',
      '5',
      '37',
      '45',
      '58',
    ])
      expect(ranges).toContain(range);
  });

  test('bridge only between numbers that are there, from a part to a whole that is not smaller', () => {
    for (const [part, whole] of bridges) expect(publishedEstimate(part).high).toBeLessThanOrEqual(publishedEstimate(whole).low);
  });
});

describe('a comparison', () => {
  test('is of one definition, of a part and its whole, of parts that overlap, or none', () => {
    expect(compare('needs-2019', 'needs-2024')).toEqual({ outcome: 'same-definition' });
    expect(compare('treatment-during-stay-2020', 'registered-2020')).toEqual({
      outcome: 'part-of',
      part: 'treatment-during-stay-2020',
      whole: 'registered-2020',
    });
    expect(compare('family-stay-2020', 'drug-residential-2020')).toEqual({ outcome: 'overlap', whole: 'registered-2020' });
    expect(compare('family-stay-2020', 'decided-residential-2019')).toEqual({
      outcome: 'not-comparable',
      differs: ['population', 'event', 'period', 'legalBasis'],
    });
    expect(compare('needs-large-municipality-2019', 'needs-2019')).toEqual({ outcome: 'not-comparable', differs: ['geography'] });
  });

  test('is the same from both sides', () => {
    for (const one of publishedEstimates)
      for (const other of publishedEstimates) expect(compareEstimates(one, other)).toEqual(compareEstimates(other, one));
  });

  test('places every other number once', () => {
    for (const estimate of publishedEstimates) {
      const { same, partOf, hasParts, overlaps, not } = comparabilityOf(estimate, publishedEstimates);
      expect(same.length + partOf.length + hasParts.length + overlaps.length + not.length).toBe(publishedEstimates.length - 1);
    }
  });
});

describe('the waterfall', () => {
  test('goes from 1,460 to 83 and 21, and from 83 to 30 and 16', () => {
    expect(waterfall().map(({ estimate, of }) => [estimate.low, of?.low ?? null])).toEqual([
      [1460, null],
      [83, 1460],
      [21, 1460],
      [30, 83],
      [16, 83],
    ]);
  });

  test('says what the totals leave open', () => {
    const [stays, treatment] = openOverlaps();
    expect(stays).toMatchObject({ either: { low: 83, high: 104 }, both: { low: 0, high: 21 }, withRepeats: null });
    expect(treatment).toMatchObject({
      either: { low: 30, high: 46 },
      neither: { low: 37, high: 53 },
      withRepeats: { either: { low: 30, high: 44 }, neither: { low: 39, high: 53 } },
    });
  });

  test('gives shares with the interval of the reference', () => {
    const { low, high } = shareOf(83, 1460);
    expect([low, high].map((value) => value.toFixed(9))).toEqual(['0.046093476', '0.069931014']);
    expect(shareOf(7, 83).low).toBeCloseTo(0.041, 3);
    expect(shareOf(0, 10).low).toBe(0);
  });
});

/** The documents stand beside the project where it is built, and not in it. */
const documents = resolve(import.meta.dirname, '../../../../shared/seeds');
const words = (text: string): string => text.replaceAll(/[\s|*]+|<[^>]*>|-\s*\n/g, '').toLowerCase();

if (existsSync(documents)) {
  const all = words(
    readdirSync(documents)
      .map((name) => readFileSync(join(documents, name), 'utf8'))
      .join('\n'),
  );
  test.each(publishedEstimates.map(({ id, quotation }) => [id, quotation] as const))(
    '%s is quoted as the document has it',
    (_, quotation) => {
      expect(all).toContain(words(quotation));
    },
  );
} else {
  console.info('The documents are not here: quotations are not held against them.');
}
