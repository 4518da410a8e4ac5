import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CountedFact } from '../numbers/counted-fact.ts';
import { addDays, type Day, day, moment } from '../time.ts';
import {
  occupancyDayOf,
  occupancyRule,
  type OccupancyRule,
  printedOccupancy,
  protectedOccupancy,
  type ProtectedOccupancy,
  type ProviderNights,
} from './protected-occupancy.ts';

/** Small enough to try everything that can be. */
const small: OccupancyRule = { step: 10, atMost: 10, atLeast: 90, providers: 1, women: 1, oneWoman: 2 };

const table = fc.array(
  fc.integer({ min: 1, max: 12 }).chain((open) => fc.integer({ min: 0, max: open }).map((filled) => ({ open, filled }))),
  { minLength: 2, maxLength: 7 },
);

/** What a reader of a printed share holds possible, said in whole numbers and anew. */
function fits(nights: number, open: number, { percent, is }: Extract<ProtectedOccupancy, { outcome: 'printed' }>): boolean {
  const isNotBelow = is === 'at-most' || nights * 200 >= (2 * percent - small.step) * open;
  const isNotAbove = is === 'at-least' || nights * 200 < (2 * percent + small.step) * open;
  return isNotBelow && isNotAbove;
}

/** How far apart the most and the least that a provider can have filled are, for one who knows what another has filled, or for everybody. */
function leftToKnow(providers: readonly ProviderNights[], read: number, knower: number, printed: (nights: number) => boolean): number {
  const known = providers[knower]?.filled ?? 0;
  const elsewhere = sumOf(providers.filter((_, index) => index !== read && index !== knower).map(({ open }) => open));
  const possible = Array.from({ length: (providers[read]?.open ?? 0) + 1 }, (_, nights) => nights).filter((nights) =>
    Array.from({ length: elsewhere + 1 }, (_, rest) => rest).some((rest) => printed(known + nights + rest)),
  );
  return Math.max(...possible) - Math.min(...possible);
}

test('by trying every way: who knows what was open, the printed share and one provider’s nights reads no other’s', () => {
  let printed = 0;
  fc.assert(
    fc.property(table, (providers) => {
      const shown = printedOccupancy(providers, small);
      if (shown.outcome !== 'printed') return;
      printed += 1;
      const [open, filled] = [sumOf(providers.map((one) => one.open)), sumOf(providers.map((one) => one.filled))];
      expect(fits(filled, open, shown)).toBe(true);
      for (const knower of [-1, ...providers.keys()])
        for (const read of providers.keys())
          if (read !== knower)
            expect(leftToKnow(providers, read, knower, (nights) => fits(nights, open, shown))).toBeGreaterThanOrEqual(
              Math.min(providers[read]?.open ?? 0, small.oneWoman),
            );
    }),
    { numRuns: 400 },
  );
  expect(printed).toBeGreaterThan(100);
});

test('whether it is printed, and which shares are told apart, hangs on what was open and never on what was filled', () => {
  fc.assert(
    fc.property(table, fc.integer({ min: 0, max: 100 }), (providers, percent) => {
      const other = providers.map(({ open }) => ({ open, filled: Math.floor((open * percent) / 100) }));
      const [one, two] = [providers, other].map((filled) => printedOccupancy(filled, small));
      expect(one?.outcome).toBe(two?.outcome);
      const empty = printedOccupancy(
        providers.map(({ open }) => ({ open, filled: 0 })),
        small,
      );
      if (one?.outcome === 'printed' && empty.outcome === 'printed') {
        expect(empty.is).toBe('at-most');
        expect(one.percent >= empty.percent && (one.is === 'at-most') === (one.percent === empty.percent)).toBe(true);
      }
    }),
  );
});

test('the ends are not told apart, and nothing is printed where a step is less than one woman’s year', () => {
  const even = (filled: number, open = 3660, providers = 20) =>
    printedOccupancy(
      Array.from({ length: providers }, () => ({ open, filled })),
      occupancyRule,
    );
  expect(even(0)).toEqual({ outcome: 'printed', percent: 10, is: 'at-most' });
  expect(even(400)).toEqual(even(0));
  expect(even(2379)).toEqual({ outcome: 'printed', percent: 65, is: 'about' });
  expect(even(3660)).toEqual({ outcome: 'printed', percent: 90, is: 'at-least' });
  expect(even(3300)).toEqual(even(3660));
  // Of five providers that are alike one can know that nearly all is full: there the ends lie further in.
  expect([even(3660, 3660, 5), even(0, 3660, 5)]).toEqual([
    { outcome: 'printed', percent: 80, is: 'at-least' },
    { outcome: 'printed', percent: 20, is: 'at-most' },
  ]);
  expect(even(1000, 1464, 5).outcome).toBe('printed');
  expect(even(1000, 1463, 5)).toEqual({ outcome: 'hidden' });
  // One that has nearly all of it is read by whoever reads the whole.
  expect(
    printedOccupancy([{ open: 90_000, filled: 50_000 }, ...Array.from({ length: 9 }, () => ({ open: 400, filled: 200 }))], occupancyRule),
  ).toEqual({
    outcome: 'hidden',
  });
  expect(printedOccupancy([], occupancyRule)).toEqual({ outcome: 'none' });
});

const fact = (kind: 'place' | 'stay', unit: string, subject: string, happened: Day, until: Day | null): CountedFact => ({
  case: subject,
  number: 1,
  subject,
  kind,
  happened,
  until,
  recorded: moment('2025-01-01T08:00:00Z'),
  withdrawn: null,
  municipality: '0101',
  level: 'residential',
  detail: null,
  reason: null,
  unit,
  unitId: unit,
  minutes: null,
  gestation: null,
});

const question = { year: 2025, asOf: occupancyDayOf(2025).asOf, providerOf: (unit: string) => unit.slice(0, 1) };
const year = [day('2025-01-01'), day('2026-01-01')] as const;
const providers = ['a', 'b', 'c', 'd', 'e', 'f'];
/** Six providers of two units with eight places in each; twelve women in each provider's. */
const places = providers.flatMap((one) =>
  ['1', '2'].flatMap((unit) => Array.from({ length: 8 }, (_, at) => fact('place', one + unit, `${one}${unit} ${at}`, ...year))),
);
const stays = providers.flatMap((one) =>
  Array.from({ length: 12 }, (_, woman) => fact('stay', `${one}${(woman % 2) + 1}`, `${one} ${woman}`, year[0], null)),
);

test('a quarter in which too few are left beside one provider hides the year, whoever runs the units', () => {
  expect(protectedOccupancy(places, stays, question)).toEqual({ outcome: 'printed', percent: 75, is: 'about' });
  // Twelve units are two providers.
  expect(protectedOccupancy(places, stays, { ...question, providerOf: (unit) => (unit < 'd' ? 'nord' : 'syd') })).toEqual({
    outcome: 'hidden',
  });
  // In the last quarter the others have four women between them.
  const fewer = stays.map((stay) => (stay.subject < 'b' || /^[b-e] 0$/u.test(stay.subject) ? stay : { ...stay, until: day('2025-10-01') }));
  expect(protectedOccupancy(places, fewer, question)).toEqual({ outcome: 'hidden' });
  // One more, and it is printed.
  const enough = fewer.map((stay) => (stay.subject === 'f 0' ? { ...stay, until: day('2025-10-02') } : stay));
  expect(protectedOccupancy(places, enough, question).outcome).toBe('printed');
  // The same woman in five providers is one.
  const oneWoman = enough.map((stay) => (stay.subject < 'b' ? stay : { ...stay, subject: 'den samme' }));
  expect(protectedOccupancy(places, oneWoman, question)).toEqual({ outcome: 'hidden' });
  expect(protectedOccupancy([], stays, question)).toEqual({ outcome: 'none' });
});

test('women in a unit that had no open place are in neither number, and a night outside the year in none', () => {
  const shown = protectedOccupancy(places, stays, question);
  expect(protectedOccupancy(places, [...stays, fact('stay', 'x1', 'udenfor', ...year)], question)).toEqual(shown);
  const longer = stays.map((stay) => ({ ...stay, happened: addDays(stay.happened, -400) }));
  expect(protectedOccupancy(places, longer, question)).toEqual(shown);
});

function sumOf(way: readonly number[]): number {
  return way.reduce((sum, filled) => sum + filled, 0);
}
