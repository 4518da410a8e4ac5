/** The women in their seats: what is drawn for each, where she would go and is taken, whose turn it is, and who gives up first. */
import { drawOf, purposes } from './person-draws.ts';
import { weeksPerYear } from './scenario.ts';
import { planOf, type World } from './world.ts';

/** Draws what is hers: where she comes from, how far her pregnancy is, how long she stays and waits. */
export function beSeated({ compiled, waiting }: World, seat: number, key: number, arrived: number): void {
  const { areas, course, patience } = compiled;
  let area = 0;
  const last = areas.reached.length - 1;
  if (last > 0) {
    const fraction = drawOf(key, purposes.group);
    // The first area whose reached share is above the fraction.
    area = areas.guide[Math.floor(fraction * areas.guide.length)] ?? 0;
    while (area < last && (areas.reached[area] ?? 1) <= fraction) area += 1;
  }
  let [weeksToBirth, birth, after] = [0, 0, 0];
  if (course) {
    const weeks = course.term(drawOf(key, purposes.term)) - course.week(drawOf(key, purposes.week));
    weeksToBirth = weeks > 0 ? weeks : 0;
    birth = arrived + weeksToBirth / weeksPerYear;
    after = course.after(drawOf(key, purposes.after)) / weeksPerYear;
  } else after = compiled.stay(drawOf(key, purposes.stay));
  waiting.key[seat] = key;
  waiting.area[seat] = area;
  waiting.reach[seat] = compiled.hasReach ? drawOf(key, purposes.reach) : 0;
  waiting.arrived[seat] = arrived;
  waiting.weeksToBirth[seat] = weeksToBirth;
  waiting.birth[seat] = birth;
  waiting.until[seat] =
    patience === 'birth' ? birth : patience === 'drawn' ? arrived + compiled.waits(drawOf(key, purposes.patience)) : Infinity;
  waiting.after[seat] = after;
}

/** Whose turn it is at a site: her place in the list, or -1. */
export function nextFor(world: World, site: number): number {
  const { waiting, compiled } = world;
  let chosen = -1;
  let first = Infinity;
  for (let place = 0; place < waiting.count; place += 1) {
    const seat = waiting.order[place] ?? 0;
    const birth = waiting.birth[seat] ?? 0;
    if (chosen >= 0 && birth >= first) continue;
    if (!compiled.allFitAll && (!wouldGo(world, seat, site) || isRefused(world, seat, site))) continue;
    chosen = place;
    first = birth;
    if (!compiled.furthestFirst) break;
  }
  return chosen;
}

/** How many of those who wait fit a site. */
export function waitingFor(world: World, site: number): number {
  const { compiled, waiting } = world;
  if (compiled.allFitAll) return waiting.count;
  let count = 0;
  for (let place = 0; place < waiting.count; place += 1) {
    const seat = waiting.order[place] ?? 0;
    if (wouldGo(world, seat, site) && !isRefused(world, seat, site)) count += 1;
  }
  return count;
}

/** Whether the way to a site is not too long for her. */
export function wouldGo({ compiled, shape, waiting }: World, seat: number, site: number): boolean {
  return (waiting.reach[seat] ?? 0) < (compiled.areas.willing[(waiting.area[seat] ?? 0) * shape.sites + site] ?? 0);
}

/** Whether a site refuses her: the same answer whenever she asks. */
export function isRefused(world: World, seat: number, site: number): boolean {
  const { refuses } = planOf(world, site);
  return refuses > 0 && drawOf(world.waiting.key[seat] ?? 0, purposes.refusal + site) < refuses;
}

/** When the first of those who wait gives up; Infinity when nobody does. */
export function firstToGiveUp({ waiting }: World): number {
  let first = Infinity;
  for (let place = 0; place < waiting.count; place += 1) {
    const until = waiting.until[waiting.order[place] ?? 0] ?? Infinity;
    if (until < first) first = until;
  }
  return first;
}
