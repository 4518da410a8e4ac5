import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asId } from '../id.ts';
import { addDays, day, type Day } from '../time.ts';
import { noAdmissionRules, type Period, placeProperties } from './provision.ts';
import { applyChange, changeSupply, foldSupply, type SupplyChange } from './supply-change.ts';
import { closureCauses, type Supply, type SupplyClosure, unitOf } from './supply-state.ts';

const today = day('2026-11-22');
const place = asId<'place'>('a');
const supply: Supply = {
  open: [{ from: day('2024-01-01'), to: null }],
  closures: [],
  rooms: [{ id: asId<'room'>('rum'), name: 'Værelse 1' }],
  places: [{ id: place, room: asId<'room'>('rum'), name: 'Plads 1', properties: ['shielded'], flexible: null }],
  staffing: [],
  admission: noAdmissionRules,
};

function closure(from: Day, to: Day | null, differs: Partial<SupplyClosure> = {}): SupplyClosure {
  return { id: asId<'closure'>('l'), place: null, from, to, cause: 'staffing', reason: 'ingen nattevagt', ...differs };
}

function changed(from: Supply, change: SupplyChange): Supply {
  const decision = changeSupply(from, change, today);
  if (decision.outcome !== 'changed') throw new Error(`${change.type}: ${JSON.stringify(decision)}`);
  return decision.supply;
}

function faultsOf(change: SupplyChange, from: Supply = supply): readonly string[] {
  const decision = changeSupply(from, change, today);
  return decision.outcome === 'refused' ? decision.faults : [decision.outcome];
}

describe('a name', () => {
  const second = changed(supply, { type: 'room-added', room: { id: asId<'room'>('rum-2'), name: 'Værelse 2' } });

  test('of a room or a place is changed, but not to one that another has', () => {
    const room = (name: string): SupplyChange => ({ type: 'room-named', room: { id: asId<'room'>('rum-2'), name } });
    expect(changed(second, room('Gavlen')).rooms.map(({ name }) => name)).toEqual(['Værelse 1', 'Gavlen']);
    expect(faultsOf(room('værelse 1'), second)).toEqual(['name-taken']);
    expect(faultsOf(room('Værelse 2'), second)).toEqual(['unchanged']);
    expect(faultsOf(room(' '), second)).toEqual(['no-name']);
    expect(faultsOf(room('Gavlen'))).toEqual(['no-such-room']);
  });

  test('and room of a place are changed together: two rooms become one when the places lie in the one', () => {
    const move = (name: string, to: string): SupplyChange => ({ type: 'place-named', place, name, room: asId<'room'>(to) });
    expect(changed(second, move('Plads A', 'rum-2')).places[0]).toMatchObject({ name: 'Plads A', room: 'rum-2', properties: ['shielded'] });
    expect(faultsOf(move('', 'ukendt'), second)).toEqual(['no-name', 'no-such-room']);
    expect(faultsOf({ ...move('X', 'rum'), place: asId<'place'>('ukendt') } as SupplyChange, second)).toEqual(['no-such-place']);
  });
});

describe('a room', () => {
  const second = changed(supply, { type: 'room-added', room: { id: asId<'room'>('rum-2'), name: 'Værelse 2' } });
  const remove = (room: string): SupplyChange => ({ type: 'room-removed', room: asId<'room'>(room) });

  test('without places is taken away, and one in which a place stands is not', () => {
    expect(changed(second, remove('rum-2')).rooms).toEqual(supply.rooms);
    expect(faultsOf(remove('rum'), second)).toEqual(['room-in-use']);
    expect(faultsOf(remove('rum-2'))).toEqual(['unchanged']);
    const emptied = changed(second, { type: 'place-named', place, name: 'Plads 1', room: asId<'room'>('rum-2') });
    expect(changed(emptied, remove('rum')).rooms.map(({ id }) => id)).toEqual(['rum-2']);
  });

  test('that was taken away stands in the history as it was', () => {
    const decision = changeSupply(second, remove('rum-2'), today);
    expect(decision).toMatchObject({ before: { kind: 'room', room: { name: 'Værelse 2' } }, after: null });
  });
});

describe('a closure', () => {
  const week = closure(addDays(today, 3), addDays(today, 10));

  test('stands from its first night to its last, and its reason is what a search tells', () => {
    const unit = unitOf(changed(supply, { type: 'closed', closure: { ...week, place } }), {
      id: asId<'unit'>('u'),
      facility: asId<'facility'>('f'),
      name: 'U',
      confirmed: null,
    });

    expect(unit.closures).toEqual([]);
    expect(unit.places[0]?.closures).toEqual([{ from: week.from, to: week.to, reason: 'ingen nattevagt' }]);
  });

  test('that is saved twice is saved once', () => {
    expect(faultsOf({ type: 'closed', closure: week }, changed(supply, { type: 'closed', closure: week }))).toEqual(['unchanged']);
  });

  test('is refused with each of its faults', () => {
    const wrong = closure(addDays(today, -5), addDays(today, -6), { place: asId<'place'>('findes-ikke'), reason: ' ' });
    expect(faultsOf({ type: 'closed', closure: wrong })).toEqual(['no-such-place', 'ends-before-it-begins', 'is-over', 'no-reason']);
  });

  test('for good has no day on which it is open again, neither when it is made nor when it is put right', () => {
    const forGood = { ...week, place, cause: 'discontinued' } as const;
    expect(faultsOf({ type: 'closed', closure: forGood })).toEqual(['discontinued-opens']);
    expect(faultsOf({ type: 'closed', closure: { ...forGood, to: null } })).toEqual(['changed']);
    const closed = changed(supply, { type: 'closed', closure: { ...week, place } });
    expect(faultsOf({ type: 'closure-changed', closure: forGood }, closed)).toEqual(['discontinued-opens']);
  });

  test('is put right under its own id, keeps what it closes, and is refused as a new one would be', () => {
    const closed = changed(supply, { type: 'closed', closure: { ...week, place } });
    const longer = closure(week.from, addDays(today, 20), { cause: 'damage', reason: 'vandskade' });
    expect(changed(closed, { type: 'closure-changed', closure: longer }).closures).toEqual([{ ...longer, place }]);
    expect(faultsOf({ type: 'closure-changed', closure: longer })).toEqual(['no-such-closure']);
    expect(faultsOf({ type: 'closure-changed', closure: closure(week.from, today, { reason: '' }) }, closed)).toEqual([
      'ends-before-it-begins',
      'is-over',
      'no-reason',
    ]);
    expect(faultsOf({ type: 'closure-changed', closure: { ...week, place } }, closed)).toEqual(['unchanged']);
  });

  test('is lifted from a day on, and never was when it had not begun', () => {
    const closed = changed(supply, { type: 'closed', closure: week });
    const lift = (from: Day): SupplyChange => ({ type: 'closure-lifted', closure: week.id, from });

    expect(changed(closed, lift(addDays(today, 5))).closures).toEqual([{ ...week, to: addDays(today, 5) }]);
    expect(changed(closed, lift(today)).closures).toEqual([]);
    expect(faultsOf(lift(addDays(today, 10)), closed)).toEqual(['is-over']);
    expect(faultsOf(lift(addDays(today, -1)), closed)).toEqual(['is-over']);
    expect(faultsOf(lift(today), supply)).toEqual(['no-such-closure']);
  });
});

describe('what a leader writes', () => {
  test('of opening, ages, staffing and names is refused when it contradicts itself', () => {
    const period = (from: number, to: number | null): Period => ({
      from: addDays(today, from),
      to: to === null ? null : addDays(today, to),
    });
    expect(faultsOf({ type: 'opening-set', open: [period(0, null), period(10, 20)] })).toEqual(['periods-overlap']);
    expect(faultsOf({ type: 'opening-set', open: [period(5, 5)] })).toEqual(['ends-before-it-begins']);
    expect(faultsOf({ type: 'admission-set', admission: { ...noAdmissionRules, youngest: 30, oldest: 18 } })).toEqual(['ages']);
    expect(faultsOf({ type: 'admission-set', admission: { ...noAdmissionRules, mostChildren: 1.5 } })).toEqual(['children']);
    expect(faultsOf({ type: 'staffing-set', staffing: [{ ...period(0, 10), women: -1 }] })).toEqual(['women']);
    expect(faultsOf({ type: 'room-added', room: { id: asId<'room'>('ny'), name: ' værelse 1 ' } })).toEqual(['name-taken']);
    expect(faultsOf({ type: 'room-added', room: { id: asId<'room'>('ny'), name: '' } })).toEqual(['no-name']);
  });

  test('and is so already changes nothing, in whatever order it is written', () => {
    const two = changed(supply, { type: 'properties-set', place, properties: ['shielded', 'partner'] });
    expect(faultsOf({ type: 'properties-set', place, properties: ['partner', 'shielded'] }, two)).toEqual(['unchanged']);
    const same = { oldestChild: null, mostChildren: null, womenOnly: false, oldest: null, youngest: null };
    expect(faultsOf({ type: 'admission-set', admission: same })).toEqual(['unchanged']);
  });
});

describe('a flexible place', () => {
  const flexible = changed(supply, { type: 'flexible-set', place, terms: { leadDays: 7, closesAfterDays: 14 } });
  const open = (from: number, to: number | null): SupplyChange => ({
    type: 'flexible-opened',
    place,
    period: { from: addDays(today, from), to: to === null ? null : addDays(today, to) },
  });

  test('is opened and closed, and a place that is always there is not', () => {
    expect(faultsOf(open(0, 10))).toEqual(['not-flexible']);
    expect(faultsOf({ type: 'flexible-closed', place, from: today }, flexible)).toEqual(['not-open']);
    expect(faultsOf(open(2, 5), changed(flexible, open(0, 10)))).toEqual(['already-open']);
  });

  const span = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.option(fc.integer({ min: 1, max: 20 }), { freq: 3 }));
  const step = fc.oneof(
    span.map(([from, length]) => open(from, length === null ? null : from + length)),
    fc.integer({ min: 0, max: 60 }).map((from): SupplyChange => ({ type: 'flexible-closed', place, from: addDays(today, from) })),
  );

  test('is open exactly on the nights that were opened and not closed again, in periods that do not meet', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        let now = flexible;
        const nights = new Set<number>();
        for (const change of steps) {
          const decision = changeSupply(now, change, today);
          if (decision.outcome !== 'changed') continue;
          now = decision.supply;
          for (let night = 0; night < 100; night += 1) {
            const on = addDays(today, night);
            if (change.type === 'flexible-opened' && change.period.from <= on && (change.period.to === null || on < change.period.to))
              nights.add(night);
            if (change.type === 'flexible-closed' && on >= change.from) nights.delete(night);
          }
        }
        const opened = now.places[0]?.flexible?.opened ?? [];
        for (let night = 0; night < 100; night += 1) {
          const on = addDays(today, night);
          expect(opened.filter(({ from, to }) => from <= on && (to === null || on < to)).length).toBe(nights.has(night) ? 1 : 0);
        }
        for (const [index, period] of opened.entries()) {
          const next = opened[index + 1];
          if (next) expect(period.to !== null && period.to < next.from).toBe(true);
        }
      }),
    );
  });
});

describe('any row of changes', () => {
  const days = fc.integer({ min: -20, max: 60 }).map((offset) => addDays(today, offset));
  const period = fc.record({ from: days, to: fc.option(days) });
  const change: fc.Arbitrary<SupplyChange> = fc.oneof(
    fc.record({ type: fc.constant('opening-set' as const), open: fc.array(period, { maxLength: 3 }) }),
    fc
      .tuple(period, fc.nat({ max: 3 }), fc.constantFrom(...closureCauses), fc.constantFrom(null, place, asId<'place'>('ukendt')))
      .map(([{ from, to }, number, cause, of]): SupplyChange => ({
        type: 'closed',
        closure: closure(from, to, { id: asId<'closure'>(String(number)), cause, place: of }),
      })),
    fc.tuple(fc.nat({ max: 3 }), days).map(([number, from]): SupplyChange => ({
      type: 'closure-lifted',
      closure: asId<'closure'>(String(number)),
      from,
    })),
    fc.tuple(period, fc.nat({ max: 3 }), fc.constantFrom(...closureCauses)).map(([{ from, to }, number, cause]): SupplyChange => ({
      type: 'closure-changed',
      closure: closure(from, to, { id: asId<'closure'>(String(number)), cause }),
    })),
    fc.tuple(fc.constantFrom('a', 'ny-0', 'ny-1'), fc.constantFrom('Plads 1', 'Ny 0', 'Ny 1', ' ')).map(([id, name]): SupplyChange => ({
      type: 'place-named',
      place: asId<'place'>(id),
      name,
      room: asId<'room'>('rum'),
    })),
    fc.subarray([...placeProperties]).map((properties): SupplyChange => ({ type: 'properties-set', place, properties })),
    fc.array(fc.tuple(period, fc.integer({ min: -1, max: 5 })), { maxLength: 3 }).map((rows): SupplyChange => ({
      type: 'staffing-set',
      staffing: rows.map(([of, women]) => ({ ...of, women })),
    })),
    fc
      .nat({ max: 2 })
      .map((number): SupplyChange => ({ type: 'room-removed', room: asId<'room'>(['rum', 'rum-0', 'rum-1'][number] ?? 'rum') })),
    fc.nat({ max: 1 }).map((number): SupplyChange => ({
      type: 'room-added',
      room: { id: asId<'room'>(`rum-${number}`), name: `Rum ${number}` },
    })),
    fc.nat({ max: 3 }).map((number): SupplyChange => ({
      type: 'place-added',
      place: {
        id: asId<'place'>(`ny-${number}`),
        room: asId<'room'>(number < 2 ? 'rum' : 'rum-1'),
        name: `Ny ${number % 2}`,
        properties: [],
        flexible: null,
      },
    })),
  );

  test('adds up to the same when it is read again from its facts, and leaves a supply without contradictions', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        let now = supply;
        const saved: SupplyChange[] = [];
        for (const one of changes) {
          const decision = changeSupply(now, one, today);
          if (decision.outcome !== 'changed') continue;
          now = decision.supply;
          saved.push(one);
        }
        expect(foldSupply([{ type: 'registered', supply }, ...saved])).toEqual(now);
        for (const { from, to } of [...now.open, ...now.closures, ...now.staffing]) expect(to === null || from < to).toBe(true);
        expect(new Set(now.closures.map(({ id }) => id)).size).toBe(now.closures.length);
        expect(new Set(now.places.map(({ name }) => name)).size).toBe(now.places.length);
        for (const { room } of now.places) expect(now.rooms.map(({ id }) => id)).toContain(room);
      }),
    );
  });

  test('is nothing before the unit was taken up', () => {
    expect(foldSupply([])).toBeNull();
    expect(foldSupply([{ type: 'opening-set', open: [] }])).toBeNull();
    expect(applyChange(supply, { type: 'closure-lifted', closure: asId<'closure'>('x'), from: today })).toEqual(supply);
  });
});
