/** Nights as whole numbers in sorted spans: what the national index is made of, so that a place is looked up and not worked out. */
import { addDays, type Day, day, daysBetween } from '../time.ts';

/** Pairs of a first night and the first night after; sorted, apart from each other, none empty. Nights are counted from 1 January 1970. */
export type Spans = Int32Array;

const dayZero = day('1970-01-01');

/** After every night that can be asked for. */
export const forever = 1 << 30;

export function nightNumber(night: Day): number {
  return daysBetween(dayZero, night);
}

export function nightOf(number: number): Day {
  return addDays(dayZero, number);
}

/** The nights that at least one of some periods has; `null` as an end is for ever. */
export function spansOf(periods: readonly { readonly from: Day; readonly to: Day | null }[]): Spans {
  return joined(periods.map(({ from, to }): [number, number] => [nightNumber(from), to === null ? forever : nightNumber(to)]));
}

/** The nights that at least one of some pairs has. */
export function joined(pairs: readonly (readonly [number, number])[]): Spans {
  const spans: number[] = [];
  for (const [from, to] of pairs.filter(([begins, ends]) => begins < ends).toSorted((one, other) => one[0] - other[0])) {
    const end = spans.at(-1);
    if (end === undefined || from > end) spans.push(from, to);
    else if (to > end) spans[spans.length - 1] = to;
  }
  return Int32Array.from(spans);
}

/** The nights that one or the other has. */
export function union(one: Spans, other: Spans): Spans {
  if (one.length === 0) return other;
  return other.length === 0 ? one : joined([...pairsOf(one), ...pairsOf(other)]);
}

export function pairsOf(spans: Spans): readonly (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  for (let at = 0; at < spans.length; at += 2) pairs.push([spans[at] ?? 0, spans[at + 1] ?? 0]);
  return pairs;
}

/** Whether none of the nights from one up to, and not with, another is in the spans. */
export function isFree(spans: Spans, from: number, to: number): boolean {
  const at = firstEndingAfter(spans, from);
  return at >= spans.length || (spans[at] ?? 0) >= to;
}

/** The first night from one on that is in the spans: that one itself where it is; `forever` where none is. */
export function firstTaken(spans: Spans, from: number): number {
  const at = firstEndingAfter(spans, from);
  return at >= spans.length ? forever : Math.max(from, spans[at] ?? forever);
}

/**
 * The first night, from one on and at most so many later, from which so many nights are free; `null` when there is none. The spans are the part of
 * a longer row of numbers from one of its numbers up to and not with another.
 */
export function firstFreeWithin(row: Spans, begins: number, ends: number, from: number, nights: number, within: number): number | null {
  let arrival = from;
  for (let at = firstEndingAfter(row, from, begins, ends); at < ends && (row[at] ?? 0) < arrival + nights; at += 2) {
    arrival = row[at + 1] ?? forever;
    if (arrival - from > within) return null;
  }
  return arrival;
}

/** Where the first span stands that ends after a night; the end of the spans when there is none. */
function firstEndingAfter(row: Spans, night: number, begins = 0, ends = row.length): number {
  let low = 0;
  let high = (ends - begins) / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((row[begins + middle * 2 + 1] ?? 0) > night) high = middle;
    else low = middle + 1;
  }
  return begins + low * 2;
}
