/** Stay (da: ophold): one woman in one unit for some nights, on one place or on some after each other, from the hold on. */
import type { Id } from '../id.ts';
import type { LegalBasisId } from '../legal-basis.ts';
import { addDays, type Day, danishDay, type Moment } from '../time.ts';
import { type StayStatus, takesPlace } from './lifecycle.ts';
import type { Need } from './needs.ts';
import type { Nights } from './nights.ts';
import type { StayPart } from './parts.ts';
import type { PlaceProperty } from './provision.ts';

export type Stay = {
  readonly id: Id<'stay'>;
  readonly pathway: Id<'pathway'>;
  readonly unit: Id<'unit'>;
  /** The places she is on, one after the other: from her first night to her last without a gap. */
  readonly parts: readonly StayPart[];
  readonly nights: Nights;
  readonly status: StayStatus;
  /** When the hold runs out; `null` once the stay is confirmed or admitted. */
  readonly heldUntil: Moment | null;
  /** How many times the hold was extended. */
  readonly extensions: number;
  readonly needs: readonly Need[];
  /** Both are `null` until the stay is confirmed. */
  readonly legalBasis: LegalBasisId | null;
  readonly paidBy: Id<'municipality'> | null;
};

/** That a place is taken on some nights, without a word of whom by: one for each part of a stay. */
export type Occupation = {
  readonly stay: Id<'stay'>;
  readonly place: Id<'place'>;
  readonly nights: Nights;
  readonly status: StayStatus;
  readonly heldUntil: Moment | null;
  /** From the day it ends she has another place in the unit: this one is free then, although she has not left. */
  readonly movesOn: boolean;
};

/** A stay in the unit with what its place must have, and without a word of whose it is. Empty once she has come: nobody moves her for another. */
export type StayInUnit = Occupation & { readonly mustHave: readonly PlaceProperty[] };

/** What everyone may see of a stay, part by part. */
export function occupationsOf({ id, parts, status, heldUntil }: Stay): readonly Occupation[] {
  return parts.map(({ place, nights }, index) => ({
    stay: id,
    place,
    nights,
    status,
    heldUntil,
    movesOn: index < parts.length - 1,
  }));
}

/** Whether the hold has run out at a moment. The status may still read `held`: nobody has to clear up for the place to be free. */
export function hasRunOut({ status, heldUntil }: Pick<Stay, 'status' | 'heldUntil'>, at: Moment): boolean {
  return status === 'held' && heldUntil !== null && heldUntil <= at;
}

/**
 * The nights that are taken, as seen at a moment; `null` when none are. A woman who should have left and has not been discharged
 * is still there, so her place is taken tonight too.
 */
export function nightsTaken(occupation: Omit<Occupation, 'stay'>, at: Moment): Nights | null {
  const { status, nights, movesOn } = occupation;
  if (!takesPlace[status] || hasRunOut(occupation, at) || nights.arrival >= nights.departure) return null;
  return status === 'admitted' && !movesOn ? { ...nights, departure: later(nights.departure, addDays(danishDay(at), 1)) } : nights;
}

function later(one: Day, other: Day): Day {
  return one > other ? one : other;
}
