/** Supply (da: udbud): what a unit offers as its leader keeps it up. The search reads it as a `Unit`. */
import type { Id } from '../id.ts';
import type {
  AdmissionRules,
  CapacityConfirmation,
  Closure,
  FlexiblePlace,
  Period,
  Place,
  PlaceProperty,
  Staffing,
  Unit,
} from './provision.ts';

/** Why a unit or a place is closed (da: lukningsårsag). Words say more beside it. */
export const closureCauses = ['staffing', 'maintenance', 'damage', 'infection', 'holiday', 'supervision', 'discontinued', 'other'] as const;
export type ClosureCause = (typeof closureCauses)[number];

/** A closure that can be lifted: it has an id. `place` is `null` where the whole unit is closed. */
export type SupplyClosure = Closure & { readonly id: Id<'closure'>; readonly place: Id<'place'> | null; readonly cause: ClosureCause };

export type SupplyRoom = { readonly id: Id<'room'>; readonly name: string };
export type SupplyPlace = {
  readonly id: Id<'place'>;
  readonly room: Id<'room'>;
  readonly name: string;
  readonly properties: readonly PlaceProperty[];
  readonly flexible: FlexiblePlace | null;
};

export type Supply = {
  readonly open: readonly Period[];
  readonly closures: readonly SupplyClosure[];
  readonly rooms: readonly SupplyRoom[];
  readonly places: readonly SupplyPlace[];
  readonly staffing: readonly Staffing[];
  readonly admission: AdmissionRules;
};

/** The supply as the search reads it. */
export function unitOf(
  supply: Supply,
  of: Pick<Unit, 'id' | 'facility' | 'name'> & { readonly confirmed: CapacityConfirmation | null },
): Unit {
  const closuresOf = (place: Id<'place'> | null): readonly Closure[] =>
    supply.closures.filter((closure) => closure.place === place).map(({ from, to, reason }) => ({ from, to, reason }));
  const places = supply.places.map((place): Place => {
    const roomName = supply.rooms.find(({ id }) => id === place.room)?.name ?? '';
    return { ...place, roomName, closures: closuresOf(place.id) };
  });
  const { open, staffing, admission } = supply;
  return { ...of, open, closures: closuresOf(null), places, staffing, admission };
}

/** A unit that is taken up as supply: its closures get the ids that are handed in, one for each. */
export function supplyOf(unit: Unit, closureId: (index: number) => Id<'closure'>): Supply {
  const { open, places, staffing, admission } = unit;
  const closed = [
    ...unit.closures.map((closure) => ({ closure, place: null })),
    ...places.flatMap(({ id, closures }) => closures.map((closure) => ({ closure, place: id }))),
  ];
  return {
    open,
    closures: closed.map(({ closure: { from, to, reason }, place }, index) => ({
      id: closureId(index),
      place,
      from,
      to,
      cause: 'other',
      reason,
    })),
    rooms: [...new Map(places.map(({ room, roomName }) => [room, { id: room, name: roomName }])).values()],
    places: places.map(({ id, room, name, properties, flexible }) => ({ id, room, name, properties, flexible })),
    staffing,
    admission,
  };
}
