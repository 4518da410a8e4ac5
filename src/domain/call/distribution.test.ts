import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distributionOf, distributionSentences } from './distribution.ts';

const years = [2017, 2018, 2019];

function told(rows: readonly (readonly number[])[], asked: readonly number[] = years): readonly string[] {
  return distributionSentences(distributionOf(rows, asked), 'døgnbehandling');
}

describe('the distribution of municipalities over the years', () => {
  test('tells of one woman in each year, and of one woman in one year each', () => {
    expect(
      told([
        [1, 1, 1],
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
        [0, 0, 0],
      ]),
    ).toEqual([
      '1 af 5 kommuner har ikke visiteret en kvinde i målgruppen til døgnbehandling i nogen af årene.',
      '1 kommune har haft 1 kvinde i hvert af årene.',
      '3 kommuner har hver haft 1 kvinde i ét af årene, og det er forskellige år.',
    ]);
  });

  test('says one or more women where it is not one at a time, in the singular and the plural', () => {
    expect(
      told([
        [2, 1, 1],
        [1, 1, 3],
        [0, 2, 1],
        [0, 0, 0],
      ]),
    ).toEqual([
      '1 af 4 kommuner har ikke visiteret en kvinde i målgruppen til døgnbehandling i nogen af årene.',
      '2 kommuner har haft en eller flere kvinder i hvert af årene.',
      '1 kommune har haft en eller flere kvinder i to af årene.',
    ]);
  });

  test('says so when none has any, when all have, and when none has answered', () => {
    expect(
      told([
        [0, 0, 0],
        [0, 0, 0],
      ]),
    ).toEqual(['Ingen af de 2 kommuner har visiteret en kvinde i målgruppen til døgnbehandling i årene.']);
    expect(
      told([
        [1, 0, 0],
        [1, 1, 0],
      ])[0],
    ).toBe('Alle 2 kommuner har visiteret mindst én kvinde i målgruppen til døgnbehandling i årene.');
    expect(told([[1, 0, 0]])).toEqual(['Den ene kommune har visiteret mindst én kvinde i målgruppen til døgnbehandling i årene.']);
    expect(told([[0, 0, 0]])).toEqual(['Den ene kommune har ikke visiteret en kvinde i målgruppen til døgnbehandling i årene.']);
    expect(told([])).toEqual(['Ingen kommuner har svaret, så der er ingen fordeling at vise.']);
  });

  test('does not call years different where two municipalities share one', () => {
    expect(
      told([
        [1, 0, 0],
        [1, 0, 0],
      ]).at(-1),
    ).toBe('2 kommuner har hver haft 1 kvinde i ét af årene.');
  });

  test('agrees with counting by hand, and its groups hold every municipality once', () => {
    const row = fc.array(fc.constantFrom(0, 0, 0, 1, 1, 2, 7), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
        const { groups } = distributionOf(rows, years);
        expect(groups.reduce((sum, group) => sum + group.municipalities, 0)).toBe(rows.length);
        for (const group of groups) {
          let [members, largest] = [0, 0];
          for (const counts of rows) {
            let inYears = 0;
            for (const count of counts) if (count > 0) inYears += 1;
            if (inYears !== group.yearsWithAny) continue;
            members += 1;
            largest = Math.max(largest, ...counts);
          }
          expect(group.municipalities).toBe(members);
          expect(group.onlyOneWomanAtATime).toBe(largest === 1);
        }
      }),
    );
  });
});
