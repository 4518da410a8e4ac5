/** What is left open in a search for places, and what follows from it at once: who has only one place left, and whether every night fits. */
import type { Puzzle, Steps } from './puzzle.ts';

/** The places that are left to each stay and to her in each spell; changed in place, so a branch takes a copy. */
export type Left = {
  /** Stay × place: 1 where the stay may still have it. */
  readonly stays: Uint8Array;
  /** Spell × place: 1 where she may still be there. */
  readonly hers: Uint8Array;
  /** The only place left to a stay, once others have been kept from it; −1 while there are more. */
  readonly settled: Int32Array;
};

export function everythingLeft({ places, spells, stays, hers }: Puzzle): Left {
  const left: Left = {
    stays: new Uint8Array(stays.length * places),
    hers: new Uint8Array(spells * places),
    settled: new Int32Array(stays.length).fill(-1),
  };
  for (const [stay, { wouldDo }] of stays.entries())
    for (let place = 0; place < places; place += 1) left.stays[stay * places + place] = wouldDo[place] === true ? 1 : 0;
  for (const [index, may] of hers.may.entries())
    for (let place = 0; place < places; place += 1) left.hers[(hers.from + index) * places + place] = may[place] === true ? 1 : 0;
  return left;
}

export function copyLeft({ stays, hers, settled }: Left): Left {
  return { stays: stays.slice(), hers: hers.slice(), settled: settled.slice() };
}

/** Leaves a stay only one place. */
export function leaveOnly({ places }: Puzzle, { stays }: Left, stay: number, place: number): void {
  stays.fill(0, stay * places, (stay + 1) * places);
  stays[stay * places + place] = 1;
}

/** Leaves her only one place in a spell. */
export function leaveHerOnly({ places }: Puzzle, { hers }: Left, spell: number, place: number): void {
  hers.fill(0, spell * places, (spell + 1) * places);
  hers[spell * places + place] = 1;
}

/** How many places are left in a row of `Left`. */
export function countLeft(of: Uint8Array, row: number, places: number): number {
  let count = 0;
  for (let index = row * places; index < (row + 1) * places; index += 1) count += of[index] ?? 0;
  return count;
}

/** Keeps others from the place of whoever has only one left, again and again. False when somebody has none left. */
export function settle(puzzle: Puzzle, left: Left): boolean {
  const { places, stays, hers } = puzzle;
  const herTo = hers.from + hers.may.length;
  for (let changed = true; changed;) {
    changed = false;
    for (const [stay, { from, to }] of stays.entries()) {
      if (left.settled[stay] !== -1) continue;
      const count = countLeft(left.stays, stay, places);
      if (count === 0) return false;
      if (count > 1) continue;
      const place = left.stays.indexOf(1, stay * places) - stay * places;
      left.settled[stay] = place;
      for (const [other, { from: begins, to: ends }] of stays.entries())
        if (other !== stay && begins < to && from < ends && left.stays[other * places + place] === 1) {
          if (left.settled[other] === place) return false;
          left.stays[other * places + place] = 0;
          changed = true;
        }
      for (let spell = Math.max(from, hers.from); spell < Math.min(to, herTo); spell += 1)
        if (left.hers[spell * places + place] === 1) {
          left.hers[spell * places + place] = 0;
          changed = true;
        }
    }
    for (let spell = hers.from; spell < herTo; spell += 1) {
      const count = countLeft(left.hers, spell, places);
      if (count === 0) return false;
      if (count > 1) continue;
      const place = left.hers.indexOf(1, spell * places) - spell * places;
      for (const [other, { from, to }] of stays.entries())
        if (from <= spell && spell < to && left.stays[other * places + place] === 1) {
          if (left.settled[other] === place) return false;
          left.stays[other * places + place] = 0;
          changed = true;
        }
    }
  }
  return true;
}

/** Her way through her spells with the fewest parts: on each place for as long as she may. Null when some spell has none. */
export function herWay({ places, hers }: Pick<Puzzle, 'places' | 'hers'>, may: Uint8Array): readonly number[] | null {
  const to = hers.from + hers.may.length;
  const way: number[] = [];
  for (let spell = hers.from; spell < to;) {
    let furthest = spell;
    let there = -1;
    for (let place = 0; place < places; place += 1) {
      let end = spell;
      while (end < to && may[end * places + place] === 1) end += 1;
      if (end > furthest) [furthest, there] = [end, place];
    }
    if (there === -1) return null;
    for (; spell < furthest; spell += 1) way.push(there);
  }
  return way;
}

/** In how many parts a way is. */
export function partsOf(way: readonly number[]): number {
  return way.filter((place, index) => index === 0 || place !== way[index - 1]).length;
}

/** Whether the stays of each spell, and she, can have a place each, were every spell on its own. */
export function everySpellFits(puzzle: Puzzle, left: Left, step: Steps): 'fits' | 'none' | 'out-of-steps' {
  const fits = spellFitting(puzzle, left);
  for (let spell = 0; spell < puzzle.spells; spell += 1) {
    if (!step(puzzle.places)) return 'out-of-steps';
    if (!fits(spell)) return 'none';
  }
  return 'fits';
}

/** Answers for a spell whether everybody there can have a place of those left to them: a matching by augmenting paths. */
export function spellFitting({ places, stays, hers }: Puzzle, left: Left): (spell: number) => boolean {
  const herTo = hers.from + hers.may.length;
  const holders = new Int32Array(places);
  const tried = new Int32Array(places).fill(-1);
  let trial = 0;
  const isLeft = (who: number, place: number, spell: number): boolean =>
    (who === stays.length ? left.hers[spell * places + place] : left.stays[who * places + place]) === 1;
  const seat = (who: number, spell: number): boolean => {
    for (let place = 0; place < places; place += 1) {
      if (tried[place] === trial || !isLeft(who, place, spell)) continue;
      tried[place] = trial;
      const holder = holders[place] ?? -1;
      if (holder !== -1 && !seat(holder, spell)) continue;
      holders[place] = who;
      return true;
    }
    return false;
  };
  return (spell) => {
    holders.fill(-1);
    const unseated: number[] = [];
    for (const [stay, { from, to, now }] of stays.entries()) {
      if (spell < from || to <= spell) continue;
      const place = left.settled[stay] === -1 ? now : (left.settled[stay] ?? -1);
      if (place !== -1 && isLeft(stay, place, spell) && holders[place] === -1) holders[place] = stay;
      else unseated.push(stay);
    }
    if (hers.from <= spell && spell < herTo) unseated.push(stays.length);
    return unseated.every((who) => {
      trial += 1;
      return seat(who, spell);
    });
  };
}
