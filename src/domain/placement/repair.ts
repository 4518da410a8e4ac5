/**
 * From what pays best to an arrangement: those who got no place are put where there is room, or where one who is there can go elsewhere. It
 * may fail where there is a way; it never gives one that is none.
 */
import type { Puzzle } from './puzzle.ts';
import { type Left, partsOf } from './remaining.ts';

/** How many in a row may have to make room for each other. */
const longestChain = 2;

/** How many may be put somewhere in one repair, undone ones included, and how many may be without a place to begin with: more is a search. */
const mostTries = 150;
const mostWithout = 8;

/** The seats of all; null when it did not succeed. `way` is hers in her spells, and `seats` has −1 for those who got none. */
export function repaired(puzzle: Puzzle, left: Left, way: readonly number[], seats: readonly number[]): readonly number[] | null {
  const { places, stays, hers } = puzzle;
  if (partsOf(way) > hers.mostParts || seats.filter((seat) => seat === -1).length > mostWithout) return null;
  let tries = 0;
  const there: number[][] = Array.from({ length: places }, () => []);
  const now = [...seats];
  for (const [stay, seat] of now.entries()) if (seat !== -1) there[seat]?.push(stay);

  const meets = (stay: number, other: number): boolean => {
    const [one, two] = [stays[stay], stays[other]];
    return one !== undefined && two !== undefined && one.from < two.to && two.from < one.to;
  };
  const isHers = (stay: number, place: number): boolean => {
    const [from, to] = [stays[stay]?.from ?? 0, stays[stay]?.to ?? 0];
    for (let spell = Math.max(from, hers.from); spell < Math.min(to, hers.from + way.length); spell += 1)
      if (way[spell - hers.from] === place) return true;
    return false;
  };
  const sit = (stay: number, place: number): void => {
    now[stay] = place;
    there[place]?.push(stay);
  };
  const rise = (stay: number): void => {
    const place = now[stay] ?? -1;
    now[stay] = -1;
    if (place !== -1) there[place] = (there[place] ?? []).filter((one) => one !== stay);
  };
  const find = (stay: number, chain: number, moving: readonly number[]): boolean => {
    tries += 1;
    if (tries > mostTries) return false;
    const options: { readonly place: number; readonly inTheWay: readonly number[] }[] = [];
    for (let place = 0; place < places; place += 1) {
      if (left.stays[stay * places + place] !== 1 || isHers(stay, place)) continue;
      const inTheWay = (there[place] ?? []).filter((other) => meets(stay, other));
      if (inTheWay.length === 0) {
        sit(stay, place);
        return true;
      }
      if (inTheWay.length <= 2 && inTheWay.every((other) => left.settled[other] === -1 && !moving.includes(other)))
        options.push({ place, inTheWay });
    }
    if (chain === 0) return false;
    for (const { place, inTheWay } of options.toSorted((one, other) => one.inTheWay.length - other.inTheWay.length)) {
      const before = [...now];
      for (const other of inTheWay) rise(other);
      sit(stay, place);
      if (inTheWay.every((other) => find(other, chain - 1, [...moving, stay, ...inTheWay]))) return true;
      for (const [who, seat] of before.entries())
        if (now[who] !== seat) {
          rise(who);
          if (seat !== -1) sit(who, seat);
        }
    }
    return false;
  };
  for (const stay of stays.keys()) if (now[stay] === -1 && !find(stay, longestChain, [stay])) return null;
  return now;
}
