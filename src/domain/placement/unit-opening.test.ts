import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asId } from '../id.ts';
import { addDays, day } from '../time.ts';
import { noAdmissionRules, placeProperties } from './provision.ts';
import { changeSupply, foldSupply } from './supply-change.ts';
import { supplyLimits } from './supply-faults.ts';
import { type FirstPlaces, opensBeyondGuideline, openUnit, type UnitOpening } from './unit-opening.ts';

const today = day('2026-11-26');
const first: FirstPlaces = {
  idOf: (number) => `ny-${number}`,
  roomName: (number) => `Værelse ${number}`,
  placeName: (number) => `Plads ${number}`,
};
const plain: UnitOpening = {
  name: 'Havnen',
  open: { from: today, to: null },
  places: 2,
  properties: ['shielded'],
  women: 1,
  admission: noAdmissionRules,
};

function faultsOf(differs: Partial<UnitOpening>, others: readonly string[] = []): readonly string[] {
  const decision = openUnit({ ...plain, ...differs }, others, first, today);
  return decision.outcome === 'refused' ? decision.faults : [decision.outcome];
}

describe('a unit that is opened', () => {
  test('begins with a place in a room of its own for each, the same properties, its period and its staffing', () => {
    expect(openUnit(plain, ['Kajen'], first, today)).toEqual({
      outcome: 'opened',
      name: 'Havnen',
      supply: {
        open: [{ from: today, to: null }],
        closures: [],
        rooms: [
          { id: 'ny-1-rum', name: 'Værelse 1' },
          { id: 'ny-2-rum', name: 'Værelse 2' },
        ],
        places: [
          { id: 'ny-1-plads', room: 'ny-1-rum', name: 'Plads 1', properties: ['shielded'], flexible: null },
          { id: 'ny-2-plads', room: 'ny-2-rum', name: 'Plads 2', properties: ['shielded'], flexible: null },
        ],
        staffing: [{ from: today, to: null, women: 1 }],
        admission: noAdmissionRules,
      },
    });
  });

  test('is told all that is wrong at once', () => {
    expect(
      faultsOf({
        name: ' ',
        open: { from: today, to: today },
        places: 1.5,
        women: -1,
        admission: { ...noAdmissionRules, youngest: 40, oldest: 20, mostChildren: 99 },
      }),
    ).toEqual(['no-name', 'ends-before-it-begins', 'places', 'women', 'ages', 'children']);
    expect(faultsOf({ name: ' HAVNEN ' }, ['Havnen'])).toEqual(['name-taken']);
    expect(faultsOf({ places: supplyLimits.women + 1 })).toEqual(['places']);
    expect(faultsOf({ places: 0, women: null })).toEqual(['opened']);
  });

  test('can be kept up afterwards, whatever it began with, and reads the same from its first fact', () => {
    fc.assert(
      fc.property(
        fc.record({
          places: fc.integer({ min: 0, max: 60 }),
          women: fc.option(fc.integer({ min: 0, max: 60 })),
          length: fc.option(fc.integer({ min: 1, max: 900 })),
          properties: fc.subarray([...placeProperties]),
        }),
        ({ places, women, length, properties }) => {
          const open = { from: today, to: length === null ? null : addDays(today, length) };
          const decision = openUnit({ ...plain, places, women, open, properties }, [], first, today);
          if (decision.outcome !== 'opened') throw new Error(decision.faults.join());
          const { supply } = decision;
          expect(foldSupply([{ type: 'registered', supply }])).toEqual(supply);
          expect(new Set(supply.places.map(({ id }) => id)).size).toBe(places);
          expect(new Set(supply.places.map(({ room }) => room)).size).toBe(places);
          for (const { id, room } of supply.places) {
            expect(supply.rooms.some((one) => one.id === room)).toBe(true);
            const renamed = changeSupply(supply, { type: 'place-named', place: id, name: 'Et andet navn', room }, today);
            expect(renamed.outcome).toBe('changed');
          }
          expect(changeSupply(supply, { type: 'room-added', room: { id: asId<'room'>('x'), name: 'Gavlen' } }, today).outcome).toBe(
            'changed',
          );
        },
      ),
    );
  });

  test('is warned of more than eight women together where it is shielded, and of nothing else', () => {
    const warned = (places: number, women: number | null, properties: UnitOpening['properties'] = ['shielded']): boolean =>
      opensBeyondGuideline({ places, women, properties });
    expect([warned(8, null), warned(9, null), warned(9, 8), warned(9, 9), warned(8, 20)]).toEqual([false, true, false, true, false]);
    expect(warned(20, null, ['partner'])).toBe(false);
  });
});
