/** Why a change of the supply cannot be saved: what is wrong with it by itself. A closed list, each with its sentence on the page. */
import type { Id } from '../id.ts';
import type { Day } from '../time.ts';
import type { Period } from './provision.ts';
import type { SupplyChange } from './supply-change.ts';
import type { Supply, SupplyClosure, SupplyPlace } from './supply-state.ts';

export const supplyFaults = [
  'ends-before-it-begins',
  'is-over',
  'periods-overlap',
  'no-reason',
  'discontinued-opens',
  'no-such-place',
  'no-such-closure',
  'no-such-room',
  'room-in-use',
  'no-name',
  'name-taken',
  'ages',
  'children',
  'women',
  'lead-days',
  'empty-days',
  'not-flexible',
  'already-open',
  'not-open',
] as const;
export type SupplyFault = (typeof supplyFaults)[number];

/** The most that the fields of a form take: beyond them lies a slip of the hand. Our own choices. */
export const supplyLimits = { age: 60, children: 10, childAge: 17, women: 60, days: 365 } as const;

/** All that is wrong with a change on a day; empty when nothing is. */
export function faultsIn(supply: Supply, change: SupplyChange, today: Day): readonly SupplyFault[] {
  switch (change.type) {
    case 'opening-set':
      return [...periodFaults(change.open), ...(overlap(change.open) ? (['periods-overlap'] as const) : [])];
    case 'closed': {
      const { place } = change.closure;
      return [...(place !== null && !find(supply, place) ? (['no-such-place'] as const) : []), ...closureFaults(change.closure, today)];
    }
    case 'closure-changed':
      return supply.closures.some(({ id }) => id === change.closure.id) ? closureFaults(change.closure, today) : ['no-such-closure'];
    case 'closure-lifted': {
      const closure = supply.closures.find(({ id }) => id === change.closure);
      if (!closure) return ['no-such-closure'];
      return change.from < today || (closure.to !== null && closure.to <= change.from) ? ['is-over'] : [];
    }
    case 'room-added':
      return nameFaults(change.room.name, supply.rooms);
    case 'room-named':
      if (!supply.rooms.some(({ id }) => id === change.room.id)) return ['no-such-room'];
      return nameFaults(
        change.room.name,
        supply.rooms.filter(({ id }) => id !== change.room.id),
      );
    case 'room-removed':
      return supply.places.some(({ room }) => room === change.room) ? ['room-in-use'] : [];
    case 'place-added':
      return [...nameFaults(change.place.name, supply.places), ...roomFaults(supply, change.place.room)];
    case 'place-named':
      if (!find(supply, change.place)) return ['no-such-place'];
      return [
        ...nameFaults(
          change.name,
          supply.places.filter(({ id }) => id !== change.place),
        ),
        ...roomFaults(supply, change.room),
      ];
    case 'properties-set':
      return find(supply, change.place) ? [] : ['no-such-place'];
    case 'admission-set': {
      const { youngest, oldest, mostChildren, oldestChild } = change.admission;
      const ages = within(youngest, supplyLimits.age) && within(oldest, supplyLimits.age);
      const ordered = youngest === null || oldest === null || youngest <= oldest;
      const children = within(mostChildren, supplyLimits.children) && within(oldestChild, supplyLimits.childAge);
      return [...(ages && ordered ? [] : (['ages'] as const)), ...(children ? [] : (['children'] as const))];
    }
    case 'staffing-set':
      return [
        ...periodFaults(change.staffing),
        ...(change.staffing.every(({ women }) => within(women, supplyLimits.women)) ? [] : (['women'] as const)),
      ];
    case 'flexible-set':
      if (!find(supply, change.place)) return ['no-such-place'];
      if (change.terms === null) return [];
      return [
        ...(within(change.terms.leadDays, supplyLimits.days) ? [] : (['lead-days'] as const)),
        ...(change.terms.closesAfterDays >= 1 && within(change.terms.closesAfterDays, supplyLimits.days) ? [] : (['empty-days'] as const)),
      ];
    case 'flexible-opened': {
      const place = find(supply, change.place);
      if (!place?.flexible) return [place ? 'not-flexible' : 'no-such-place'];
      const { from, to } = change.period;
      const isOpen = place.flexible.opened.some((one) => one.from <= from && (one.to === null || (to !== null && to <= one.to)));
      return [
        ...periodFaults([change.period]),
        ...(to !== null && to <= today ? (['is-over'] as const) : []),
        ...(isOpen ? (['already-open'] as const) : []),
      ];
    }
    case 'flexible-closed': {
      const place = find(supply, change.place);
      if (!place?.flexible) return [place ? 'not-flexible' : 'no-such-place'];
      if (change.from < today) return ['is-over'];
      return place.flexible.opened.some(({ to }) => to === null || to > change.from) ? [] : ['not-open'];
    }
  }
}

function find(supply: Supply, place: Id<'place'>): SupplyPlace | undefined {
  return supply.places.find(({ id }) => id === place);
}

function closureFaults(closure: SupplyClosure, today: Day): readonly SupplyFault[] {
  return [
    ...periodFaults([closure]),
    ...(closure.to !== null && closure.to <= today ? (['is-over'] as const) : []),
    ...(closure.reason.trim() === '' ? (['no-reason'] as const) : []),
    // What is closed for good has no day on which it is open again.
    ...(closure.cause === 'discontinued' && closure.to !== null ? (['discontinued-opens'] as const) : []),
  ];
}

function roomFaults({ rooms }: Supply, room: Id<'room'>): readonly SupplyFault[] {
  return rooms.some(({ id }) => id === room) ? [] : ['no-such-room'];
}

function periodFaults(periods: readonly Period[]): readonly SupplyFault[] {
  return periods.every(({ from, to }) => to === null || from < to) ? [] : ['ends-before-it-begins'];
}

function overlap(periods: readonly Period[]): boolean {
  return periods.some((one, index) =>
    periods.slice(index + 1).some((other) => (other.to === null || one.from < other.to) && (one.to === null || other.from < one.to)),
  );
}

function nameFaults(name: string, others: readonly { readonly name: string }[]): readonly SupplyFault[] {
  if (name.trim() === '') return ['no-name'];
  const same = (one: string): boolean => one.trim().toLowerCase() === name.trim().toLowerCase();
  return others.some((other) => same(other.name)) ? ['name-taken'] : [];
}

/** A whole number from 0 on, or none. */
function within(number: number | null, most: number): boolean {
  return number === null || (Number.isInteger(number) && number >= 0 && number <= most);
}
