import fc from 'fast-check';
import { expect, test } from 'vitest';
import { namesOf } from '../disclosure/count-table.ts';
import { asId } from '../id.ts';
import { municipalities } from '../geography/municipalities.ts';
import { regionOf } from '../geography/regions.ts';
import { day } from '../time.ts';
import type { Answer } from './answer.ts';
import { placeCuts, treatmentCuts, yearCuts } from './table-cut.ts';
import { seesWhole, workingNumbers } from './working-numbers.ts';

const call = { years: [2017, 2018, 2019], answerBy: day('2020-08-31') } as const;

type Counted = { readonly at: number; readonly any: readonly number[]; readonly residential: readonly number[]; readonly seen: boolean };

/** Some municipalities that have answered, and whether the reader sees the answer. */
const counted = fc.uniqueArray(fc.nat(municipalities.length - 1), { minLength: 1, maxLength: 20 }).chain((ats) =>
  fc.tuple(
    ...ats.map((at) =>
      fc
        .tuple(fc.array(fc.nat(4), { minLength: 3, maxLength: 3 }), fc.array(fc.nat(9), { minLength: 3, maxLength: 3 }), fc.boolean())
        .map(([residential, other, seen]): Counted => ({
          at,
          residential,
          any: residential.map((one, year) => one + (other[year] ?? 0)),
          seen,
        })),
    ),
  ),
);

const regionAt = (at: number): string => {
  const found = municipalities[at];
  if (!found) throw new Error('there is no such municipality');
  return regionOf(found, call.answerBy).id;
};
const codeAt = (at: number): string => municipalities[at]?.id ?? '';

function seenOf(all: readonly Counted[]) {
  return {
    answered: all.map(({ at }) => ({ municipality: codeAt(at), region: regionAt(at) })),
    answers: all
      .filter(({ seen }) => seen)
      .map(({ at, any, residential }) => ({
        answer: {
          call: asId<'call'>('a-call'),
          municipality: asId<'municipality'>(codeAt(at)),
          counts: { any: { counts: any, origin: 'municipality' }, residential: { counts: residential, origin: 'municipality' } },
          answeredBy: 'Ulla',
          answeredOn: call.answerBy,
        } satisfies Answer,
      })),
  };
}

test('every sum is that of the answers that are seen, however the table is cut', () => {
  fc.assert(
    fc.property(
      counted,
      fc.constantFrom(...placeCuts),
      fc.constantFrom(...yearCuts),
      fc.constantFrom(...treatmentCuts),
      (all, places, years, treatments) => {
        const found = workingNumbers(call, seenOf(all), { places, years, treatments });
        const own = all.filter(({ seen }) => seen);
        expect(found === null).toBe(own.length === 0);
        if (!found) return;
        found.table.counts.forEach((count, cell) => {
          const { kommune = 'Total', år = 'Total', behandling = 'Total' } = namesOf(found.table.layout, cell);
          let sum = 0;
          for (const { at, any, residential } of own) {
            if (kommune !== 'Total' && kommune !== codeAt(at) && kommune !== regionAt(at)) continue;
            call.years.forEach((year, index) => {
              if (år !== 'Total' && år !== String(year)) return;
              const [whole, night] = [any[index] ?? 0, residential[index] ?? 0];
              sum += behandling === 'Total' ? whole : behandling === 'døgn' ? night : whole - night;
            });
          }
          expect(count, JSON.stringify({ kommune, år, behandling })).toBe(sum);
        });
      },
    ),
    { numRuns: 60 },
  );
});

test('a place has a row only where every answer in it is seen', () => {
  fc.assert(
    fc.property(counted, (all) => {
      const shows = seesWhole(seenOf(all));
      for (const { at, seen } of all) {
        expect(shows(codeAt(at))).toBe(seen);
        const hidden = all.some((one) => regionAt(one.at) === regionAt(at) && !one.seen);
        expect(shows(regionAt(at))).toBe(!hidden);
      }
      expect(shows('Total')).toBe(all.every(({ seen }) => seen));
    }),
  );
  expect(seesWhole({ answered: [], answers: [] })('Total')).toBe(false);
});

test('how much of a place its row counts, and how many are in no sum, is counted among those the reader sees', () => {
  const cut = { places: 'region', years: 'each', treatments: 'apart' } as const;
  fc.assert(
    fc.property(counted, (all) => {
      const found = workingNumbers(call, seenOf(all), cut);
      if (!found) return;
      const everybody = municipalities.map((_, at) => at);
      const has = (at: number): boolean => all.some((one) => one.at === at);
      for (const { at } of all) {
        const region = everybody.filter((one) => regionAt(one) === regionAt(at));
        expect(found.completeness(regionAt(at))).toEqual({ asked: region.length, answered: region.filter(has).length });
        expect(found.completeness(codeAt(at))).toBe(null);
      }
      expect(found.completeness('Total')).toEqual({ asked: everybody.length, answered: all.length });
      const regions = new Set(all.flatMap(({ at, seen }) => (seen ? [regionAt(at)] : [])));
      const seesAll = all.every(({ seen }) => seen);
      expect(found.unanswered).toBe(everybody.filter((at) => !has(at) && (seesAll || regions.has(regionAt(at)))).length);
    }),
  );
});
