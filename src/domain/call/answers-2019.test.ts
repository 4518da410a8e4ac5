import { describe, expect, test } from 'vitest';
import { municipalities } from '../geography/municipalities.ts';
import { day } from '../time.ts';
import { answers2019 } from './answers-2019.ts';
import { distributionOf, distributionSentences } from './distribution.ts';
import { numbersOf } from './numbers.ts';
import { call2019 } from './packages/2019-gravide.ts';

const numbers = numbersOf(call2019, answers2019, day('2020-10-15'));
const syddanmark = numbers.regions.find(({ place }) => place === 'syddanmark');

function rowsOf(place: string, question: 'any' | 'residential'): readonly (readonly number[])[] {
  return (numbers.regions.find((region) => region.place === place)?.answers ?? []).map(({ counts }) => counts[question].counts);
}

describe('the answers of 2019', () => {
  test('are one from each of the 98 municipalities, with residential within any', () => {
    expect(answers2019.map(({ municipality }) => municipality)).toEqual(municipalities.map(({ id }) => id));
    for (const { counts } of answers2019)
      counts.residential.counts.forEach((count, year) => expect(count).toBeLessThanOrEqual(counts.any.counts[year] ?? -1));
  });

  test.each([
    ['syddanmark', [10, 8, 8], [2, 2, 2]],
    ['nordjylland', [4, 5, 5], [0, 0, 0]],
    ['danmark', [37, 45, 58], [6, 6, 8]],
  ])('add up to the counts printed for %s', (place, any, residential) => {
    const figures = place === 'danmark' ? numbers.country.figures : numbers.regions.find((region) => region.place === place)?.figures;
    expect(figures?.any.map(({ value }) => value)).toEqual(any);
    expect(figures?.residential.map(({ value }) => value)).toEqual(residential);
    expect(call2019.printedTotals.filter((total) => total.place === place).map(({ counts }) => counts)).toEqual([any, residential]);
  });

  test('spread over Syddanmark as its report prints', () => {
    expect(syddanmark?.asked.length).toBe(22);
    expect(distributionOf(rowsOf('syddanmark', 'any'), call2019.years).groups.map(({ municipalities: count }) => count)).toEqual([
      15, 3, 1, 3,
    ]);
    expect(distributionSentences(distributionOf(rowsOf('syddanmark', 'residential'), call2019.years), 'døgnbehandling')).toEqual([
      '18 af 22 kommuner har ikke visiteret en kvinde i målgruppen til døgnbehandling i nogen af årene.',
      '1 kommune har haft 1 kvinde i hvert af årene.',
      '3 kommuner har hver haft 1 kvinde i ét af årene, og det er forskellige år.',
    ]);
  });

  test('say which numbers are made up: all but the residential zeros of Nordjylland', () => {
    for (const { municipality, counts } of answers2019) {
      const region = municipalities.find(({ id }) => id === municipality)?.region;
      expect(counts.any.origin).toBe('made-up');
      expect(counts.residential.origin).toBe(region === 'nordjylland' ? 'document' : 'made-up');
    }
  });

  test('count only what was answered by the day', () => {
    expect(numbersOf(call2019, answers2019, day('2020-05-28')).country.answers).toEqual([]);
  });
});
