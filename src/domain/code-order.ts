/** The order of ids, days and moments: as they are written, letter by letter. For what people read, see `compareNames`. */

/** Negative when the first comes before the other; 0 only where both are the same text. */
export function byCode(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
