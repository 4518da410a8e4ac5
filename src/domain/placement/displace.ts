/**
 * The few moves that make room, looked for from her side: on a night on which she has no place, somebody must go from one that would do, and
 * where that one goes perhaps others must go in turn. With so many moves and no more: each who must go is one, so most ways are left at once. Exact:
 * a way with so many moves is found where there is one, since nobody moves in it but those who were in somebody's way.
 */
import type { Puzzle, Steps } from './puzzle.ts';
import { herWay } from './remaining.ts';

/** The seats of all, and hers in each of her spells. */
export type Displaced =
  | { readonly outcome: 'found'; readonly seats: readonly number[]; readonly hers: readonly number[] }
  | { readonly outcome: 'none' }
  | { readonly outcome: 'out-of-steps' };

/** Where a stay could go, and who would have to go from there. */
type Option = { readonly place: number; readonly inTheWay: readonly number[] };

/** Looks for a way with at most so many moves of others, however often she moves herself. */
export function displace({ places, spells, stays, hers }: Puzzle, most: number, step: Steps): Displaced {
  const there: number[][] = Array.from({ length: places }, () => []);
  const seats = stays.map(({ now }) => now);
  const from = Int32Array.from(stays, (stay) => stay.from);
  const to = Int32Array.from(stays, (stay) => stay.to);
  const waiting = new Set<number>();
  for (const [stay, { now, wouldDo }] of stays.entries())
    if (now !== -1 && wouldDo[now] === true) there[now]?.push(stay);
    else waiting.add(stay);
  // Those who have been given another place, in turn, and the nights on which a place was made free for her.
  const settled: number[] = [];
  const kept: { readonly place: number; readonly spell: number }[] = [];
  let way: readonly number[] = [];
  const herEnd = hers.from + hers.may.length;
  let moved = 0;

  const meet = (one: number, other: number): boolean => (from[one] ?? 0) < (to[other] ?? 0) && (from[other] ?? 0) < (to[one] ?? 0);
  const isSettled = new Uint8Array(stays.length);
  const costs = (stay: number): number => (stays[stay]?.now === -1 ? 0 : 1);
  let owed = [...waiting].reduce((sum, stay) => sum + costs(stay), 0);

  const optionsOf = (stay: number): Option[] => {
    const options: Option[] = [];
    const room = most - moved - owed;
    for (let place = 0; place < places; place += 1) {
      if (stays[stay]?.wouldDo[place] !== true || place === stays[stay]?.now) continue;
      const isHers = kept.some((cell) => cell.place === place && (from[stay] ?? 0) <= cell.spell && cell.spell < (to[stay] ?? 0));
      if (isHers || settled.some((other) => seats[other] === place && meet(stay, other))) continue;
      const inTheWay: number[] = [];
      for (const other of there[place] ?? [])
        if (!waiting.has(other) && isSettled[other] === 0 && meet(stay, other)) {
          inTheWay.push(other);
          if (inTheWay.length > room) break;
        }
      if (inTheWay.length <= room) options.push({ place, inTheWay });
    }
    return options;
  };

  /** Makes them wait, does the work, and lets them sit again where it came to nothing. */
  const whileWaiting = (inTheWay: readonly number[], work: () => Displaced['outcome']): Displaced['outcome'] => {
    for (const other of inTheWay) waiting.add(other);
    owed += inTheWay.length;
    const ended = work();
    if (ended === 'found') return ended;
    for (const other of inTheWay) waiting.delete(other);
    owed -= inTheWay.length;
    return ended;
  };

  const settleAll = (): Displaced['outcome'] => {
    if (moved + owed > most) return 'none';
    if (waiting.size === 0) return seatHer();
    // The one with the fewest places to go to first.
    let chosen = -1;
    let options: Option[] = [];
    for (const stay of waiting) {
      if (!step(stepsForOne)) return 'out-of-steps';
      const own = optionsOf(stay);
      if (own.length === 0) return 'none';
      if (chosen === -1 || own.length < options.length) [chosen, options] = [stay, own];
    }
    const cost = costs(chosen);
    const before = seats[chosen] ?? -1;
    waiting.delete(chosen);
    settled.push(chosen);
    isSettled[chosen] = 1;
    moved += cost;
    owed -= cost;
    for (const { place, inTheWay } of options.toSorted((one, other) => one.inTheWay.length - other.inTheWay.length)) {
      seats[chosen] = place;
      const ended = whileWaiting(inTheWay, settleAll);
      if (ended !== 'none') return ended;
    }
    seats[chosen] = before;
    settled.pop();
    isSettled[chosen] = 0;
    moved -= cost;
    owed += cost;
    waiting.add(chosen);
    return 'none';
  };

  /** Nobody waits: she needs a place on every night, and where she has none somebody must go from one that would do. */
  const seatHer = (): Displaced['outcome'] => {
    if (!step(stepsForHer)) return 'out-of-steps';
    const free = freeForHer();
    const blocked = hers.may.findIndex((_, index) => !hasFree(free, hers.from + index));
    if (blocked === -1) {
      way = herWay({ places, hers }, free) ?? [];
      return 'found';
    }
    const spell = hers.from + blocked;
    for (let place = 0; place < places; place += 1) {
      if (hers.may[blocked]?.[place] !== true) continue;
      const holder = (there[place] ?? []).find(
        (other) => isSettled[other] === 0 && (from[other] ?? 0) <= spell && spell < (to[other] ?? 0),
      );
      if (holder === undefined) continue;
      // On this night the place is hers: nobody is put there.
      kept.push({ place, spell });
      const ended = whileWaiting([holder], settleAll);
      if (ended !== 'none') return ended;
      kept.pop();
    }
    return 'none';
  };

  /** Spell × place: 1 where she may be and nobody is. */
  const freeForHer = (): Uint8Array => {
    const free = new Uint8Array(spells * places);
    for (const [index, row] of hers.may.entries())
      for (let place = 0; place < places; place += 1) free[(hers.from + index) * places + place] = row[place] === true ? 1 : 0;
    for (const stay of stays.keys())
      for (let spell = Math.max(from[stay] ?? 0, hers.from); spell < Math.min(to[stay] ?? 0, herEnd); spell += 1)
        free[spell * places + (seats[stay] ?? 0)] = 0;
    return free;
  };
  const hasFree = (free: Uint8Array, spell: number): boolean => free.subarray(spell * places, (spell + 1) * places).includes(1);

  const outcome = doTwoMeet(there, meet) ? 'out-of-steps' : settleAll();
  return outcome === 'found' ? { outcome, seats, hers: way } : { outcome };
}

/** What it costs to see where one could go, and which nights she has, in the steps of the search: measured beside them. */
const stepsForOne = 10;
const stepsForHer = 20;

/** Two who have the same place on the same night now: then it is not known who is in whose way, and nothing is said. */
function doTwoMeet(there: readonly (readonly number[])[], meet: (one: number, other: number) => boolean): boolean {
  return there.some((own) => own.some((one, index) => own.slice(index + 1).some((other) => meet(one, other))));
}
