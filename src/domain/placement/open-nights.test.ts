import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asId } from '../id.ts';
import { addDays, day, daysBetween } from '../time.ts';
import { openNights } from './open-nights.ts';
import { noAdmissionRules, type Period } from './provision.ts';
import type { Supply, SupplyPlace } from './supply-state.ts';

const start = day('2026-01-01');
const at = (days: number) => addDays(start, days);
const periodFor = fc
  .tuple(fc.integer({ min: -5, max: 40 }), fc.option(fc.integer({ min: 0, max: 20 })))
  .map(([from, length]): Period => ({ from: at(from), to: length === null ? null : at(from + length) }));
const periods = fc.array(periodFor, { maxLength: 3 });
const [mine, other] = [asId<'place'>('min'), asId<'place'>('en anden')];

test('the nights that a place could be used are those that every single night says', () => {
  let [open, shut] = [0, 0];
  fc.assert(
    fc.property(
      periods,
      fc.array(fc.tuple(periodFor, fc.constantFrom(null, mine, other)), { maxLength: 3 }),
      fc.option(periods),
      fc.integer({ min: 0, max: 60 }),
      fc.option(fc.integer({ min: -10, max: 60 })),
      (opening, closures, opened, length, addedAfter) => {
        const place: SupplyPlace = {
          id: mine,
          room: asId<'room'>('rum'),
          name: 'A',
          properties: [],
          flexible: opened && { leadDays: 1, closesAfterDays: 1, opened },
        };
        const supply: Supply = {
          open: opening,
          closures: closures.map(([period, of], index) => ({
            ...period,
            id: asId<'closure'>(`${index}`),
            place: of,
            cause: 'other' as const,
            reason: '',
          })),
          rooms: [],
          places: [place],
          staffing: [],
          admission: noAdmissionRules,
        };
        const before = at(length);
        const added = addedAfter === null ? null : at(addedAfter);
        const nights = openNights(supply, place, before, added);
        const within = (all: readonly Period[], night: string): boolean =>
          all.some(({ from, to }) => night >= from && (to === null || night < to));
        for (let step = -12; step < 70; step += 1) {
          const night = at(step);
          const usable =
            night < before &&
            (added === null || night >= added) &&
            within(opening, night) &&
            (opened === null || within(opened, night)) &&
            !within(
              supply.closures.filter((closure) => closure.place !== other),
              night,
            );
          if (usable) open += 1;
          else shut += 1;
          expect(nights.filter(({ arrival, departure }) => night >= arrival && night < departure).length, night).toBe(Number(usable));
        }
        for (const { arrival, departure } of nights) expect(daysBetween(arrival, departure)).toBeGreaterThan(0);
        // What follows on is one.
        for (const [index, { arrival }] of nights.entries()) if (index > 0) expect(nights[index - 1]?.departure).not.toBe(arrival);
      },
    ),
    { numRuns: 300 },
  );
  expect(open).toBeGreaterThan(100);
  expect(shut).toBeGreaterThan(500);
});
