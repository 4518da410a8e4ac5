/** Her needs as bits and numbers of nights: what the national index asks of a place. */
import { type NeedNights, needsWhateverDay } from './need-nights.ts';
import type { Nights } from './nights.ts';
import { forever, joined, nightNumber, type Spans, union } from './national-index-spans.ts';
import { placeProperties, type PlaceProperty } from './provision.ts';

/** A need that holds from one night up to, and not with, another. */
export type DatedBit = { readonly bit: number; readonly from: number; readonly to: number };

export type NeedBits = {
  /** What a place must have that is to be hers for all of her nights, on whatever day from the one asked for on she comes. */
  readonly whole: number;
  /** What it must have on every night. */
  readonly every: number;
  /** What it must have on some nights. A place without it is to her as if it were taken on them. */
  readonly dated: readonly DatedBit[];
};

/** A bit for each property. */
export function bitsOf(properties: readonly PlaceProperty[]): number {
  return properties.reduce((bits, property) => bits | (1 << placeProperties.indexOf(property)), 0);
}

/** The needs of one who asks for some nights. */
export function needBits(needs: readonly (NeedNights & { readonly property: PlaceProperty })[], nights: Nights): NeedBits {
  const bits = (some: typeof needs): number => bitsOf(some.map(({ property }) => property));
  const isDated = ({ from, until }: NeedNights): boolean => from !== undefined || until !== undefined;
  const dated = needs.filter(isDated).map(({ property, from, until }): DatedBit => ({
    bit: bitsOf([property]),
    from: from === undefined ? -forever : nightNumber(from),
    to: until === undefined ? forever : nightNumber(until),
  }));
  const every = bits(needs.filter((need) => !isDated(need)));
  return { whole: every | bits(needsWhateverDay(needs, nights)), every, dated: dated.filter(({ from, to }) => from < to) };
}

/** No need of any kind. */
export const noNeeds: NeedBits = { whole: 0, every: 0, dated: [] };

/** What a place must have on at least one of the nights from one up to, and not with, another. */
export function bitsWithin({ every, dated }: NeedBits, from: number, to: number): number {
  let bits = every;
  for (const one of dated) if (one.from < to && from < one.to) bits |= one.bit;
  return bits;
}

/** The nights on which a place cannot be hers, of those that are taken and those on which it lacks what she needs; `null` where it never can. */
export function takenFor(has: number, taken: Spans, { every, dated }: NeedBits): Spans | null {
  if ((has & every) !== every) return null;
  const lacks = dated.filter(({ bit }) => (has & bit) !== bit);
  return lacks.length === 0 ? taken : union(taken, joined(lacks.map(({ from, to }): [number, number] => [from, to])));
}
