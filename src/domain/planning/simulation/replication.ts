/**
 * One replication: the years from the opening day, event by event. A woman comes, goes to the nearest site that takes her and has a place, waits
 * or is turned away; she leaves when her stay ends; places open and close. Due dates, not durations: while she waits, what is left of her
 * stay before the birth grows shorter.
 */
import { nextDeparture, addDeparture, takeDeparture } from './departures.ts';
import { bringToNow, countOpen, lookAhead, reviewFlexible } from './flexible.ts';
import { drawOf, personKey, purposes } from './person-draws.ts';
import { cellOfSite, siteMeasures, wholeAt, wholeMeasures, yearAt } from './replication-row.ts';
import { weeksPerYear } from './scenario.ts';
import { beginAnew, freeAt, type SiteState, type Woman, type World } from './world.ts';
import { yearFactor } from './year-factors.ts';

const [arrivals, declined, admitted, turnedAway, neverAdmitted, stillWaiting, waited, yearsWaited, weeksLostNever, minutes] =
  wholeMeasures.map(wholeAt) as [number, number, number, number, number, number, number, number, number, number];
const [admissions, occupiedYears, , , refusals] = siteMeasures.map((_, index) => index) as [number, number, number, number, number];

/** Fills the world's row with what a replication is counted up to. */
export function simulateOnce(world: World, key: number): void {
  beginAnew(world, key);
  const { compiled, row } = world;
  const { rate, years, dispersion } = compiled;
  if (rate > 0) {
    let at = 0;
    let year = -1;
    let factor = 1;
    for (let person = 0; ; person += 1) {
      const chance = personKey(key, person);
      // What is left of her gap is used up year by year, each at its own rate.
      let gap = -Math.log(drawOf(chance, purposes.gap));
      if (dispersion === null) at += gap / rate;
      else
        for (;;) {
          if (Math.floor(at) !== year) {
            year = Math.floor(at);
            factor = yearFactor(key, year, dispersion);
          }
          const leftOfYear = (year + 1 - at) * rate * factor;
          if (gap <= leftOfYear) {
            at += gap / (rate * factor);
            break;
          }
          gap -= leftOfYear;
          at = year + 1;
          if (at >= years) break;
        }
      if (at >= years) break;
      advance(world, at);
      row[arrivals] = (row[arrivals] ?? 0) + 1;
      arrive(world, chance, at);
    }
  }
  advance(world, years);
  for (const [index, site] of world.sites.entries()) countOpen(world, index, site, years);
  row[stillWaiting] = world.waiting.length;
}

/** All that happens up to a moment. */
function advance(world: World, until: number): void {
  const { departures } = world;
  for (;;) {
    const leaves = nextDeparture(departures);
    const next = Math.min(leaves, world.nextAtSite, world.nextGivesUp);
    if (next > until || next === Infinity) return;
    if (leaves === next) {
      const index = takeDeparture(departures);
      const site = siteOf(world, index);
      site.occupied -= 1;
      settle(world, index, site, next);
    } else if (world.nextGivesUp === next) {
      giveUp(world, next);
      // Places that were being opened for those who have given up are called off.
      for (let index = 0; index < world.sites.length; index += 1) {
        const site = siteOf(world, index);
        if (site.coming.length > 0) settle(world, index, site, next);
      }
    } else
      for (let index = 0; index < world.sites.length; index += 1) {
        const site = siteOf(world, index);
        if (site.next <= next) settle(world, index, site, next);
      }
  }
}

/** A site after something has changed: those who wait are taken in, and flexible places are looked at. */
function settle(world: World, index: number, site: SiteState, now: number): void {
  const { flexible } = site.plan;
  const planned = flexible !== null || site.next <= now;
  if (planned) bringToNow(world, index, site, now);
  const before = world.waiting.length;
  while (world.waiting.length > 0 && freeAt(site) > 0) {
    const next = nextFor(world, index);
    if (next < 0) break;
    const woman = takeWaiting(world.waiting, next);
    if (!woman) break;
    admit(world, index, site, woman, now);
    if (woman.until === world.nextGivesUp) world.nextGivesUp = firstToGiveUp(world);
  }
  if (planned) review(world, index, site, now);
  if (world.waiting.length < before)
    // Who was taken in here is not waited for elsewhere any more.
    for (let other = 0; other < world.sites.length; other += 1) {
      const elsewhere = siteOf(world, other);
      if (other !== index && elsewhere.coming.length > 0) review(world, other, elsewhere, now);
    }
  else if (!planned) return;
  world.nextAtSite = soonest(world);
}

function review(world: World, index: number, site: SiteState, now: number): void {
  const { flexible } = site.plan;
  if (flexible) reviewFlexible(world, index, site, flexible.openAtWaiting === Infinity ? 0 : waitingFor(world, index), now);
  lookAhead(site);
}

function arrive(world: World, chance: number, at: number): void {
  const { compiled, row, sites } = world;
  if (compiled.accepts < 1 && drawOf(chance, purposes.accepts) >= compiled.accepts) {
    row[declined] = (row[declined] ?? 0) + 1;
    return;
  }
  const woman = womanOf(world, chance, at);
  const first = woman.area * sites.length;
  for (let rank = 0; rank < sites.length; rank += 1) {
    const index = compiled.areas.nearest[first + rank] ?? 0;
    const site = siteOf(world, index);
    if (!wouldGo(world, woman, index)) continue;
    if (isRefused(site, woman.key, index)) {
      const cell = cellOfSite(index, refusals);
      row[cell] = (row[cell] ?? 0) + 1;
      continue;
    }
    if (freeAt(site) <= 0) continue;
    admit(world, index, site, woman, at);
    if (site.plan.flexible) settle(world, index, site, at);
    return;
  }
  if (compiled.patience === 'none') {
    row[turnedAway] = (row[turnedAway] ?? 0) + 1;
    row[weeksLostNever] = (row[weeksLostNever] ?? 0) + woman.weeksToBirth;
    return;
  }
  world.waiting.push(woman);
  if (woman.until < world.nextGivesUp) world.nextGivesUp = woman.until;
  for (let index = 0; index < sites.length; index += 1) {
    const site = siteOf(world, index);
    if (site.plan.flexible && wouldGo(world, woman, index) && !isRefused(site, woman.key, index)) settle(world, index, site, at);
  }
}

function womanOf({ compiled }: World, key: number, arrived: number): Woman {
  const { areas, course, patience } = compiled;
  let area = 0;
  if (areas.reached.length > 1) {
    const fraction = drawOf(key, purposes.group);
    // The first area whose reached share is above the fraction.
    let last = areas.reached.length - 1;
    while (area < last) {
      const middle = (area + last) >> 1;
      if ((areas.reached[middle] ?? 1) > fraction) last = middle;
      else area = middle + 1;
    }
  }
  let [weeksToBirth, birth, after] = [0, 0, 0];
  if (course) {
    weeksToBirth = Math.max(0, course.term(drawOf(key, purposes.term)) - course.week(drawOf(key, purposes.week)));
    birth = arrived + weeksToBirth / weeksPerYear;
    after = course.after(drawOf(key, purposes.after)) / weeksPerYear;
  } else after = compiled.stay(drawOf(key, purposes.stay));
  const until = patience === 'birth' ? birth : patience === 'drawn' ? arrived + compiled.waits(drawOf(key, purposes.patience)) : Infinity;
  return { key, area, reach: drawOf(key, purposes.reach), arrived, weeksToBirth, birth, until, after };
}

function admit({ compiled, departures, row, shape }: World, index: number, site: SiteState, woman: Woman, now: number): void {
  const ends = compiled.course ? Math.max(now, woman.birth) + woman.after : now + woman.after;
  site.occupied += 1;
  addDeparture(departures, ends, index);
  row[admitted] = (row[admitted] ?? 0) + 1;
  if (now > woman.arrived) {
    row[waited] = (row[waited] ?? 0) + 1;
    row[yearsWaited] = (row[yearsWaited] ?? 0) + now - woman.arrived;
  }
  row[minutes] = (row[minutes] ?? 0) + (compiled.areas.minutes[woman.area * shape.sites + index] ?? 0);
  const count = cellOfSite(index, admissions);
  row[count] = (row[count] ?? 0) + 1;
  const nights = cellOfSite(index, occupiedYears);
  row[nights] = (row[nights] ?? 0) + Math.min(ends, compiled.years) - now;
  const year = yearAt(shape, index, Math.min(Math.floor(now), compiled.years - 1));
  row[year] = (row[year] ?? 0) + 1;
}

/** Those whose time has run out leave the list. */
function giveUp(world: World, now: number): void {
  const { row } = world;
  for (const { until, weeksToBirth } of world.waiting)
    if (until <= now) {
      row[neverAdmitted] = (row[neverAdmitted] ?? 0) + 1;
      row[weeksLostNever] = (row[weeksLostNever] ?? 0) + weeksToBirth;
    }
  world.waiting = world.waiting.filter(({ until }) => until > now);
  world.nextGivesUp = firstToGiveUp(world);
}

function firstToGiveUp({ waiting }: World): number {
  let first = Infinity;
  for (const { until } of waiting) if (until < first) first = until;
  return first;
}

/** Whose turn it is at a site: her number in the list, or -1. */
function nextFor(world: World, index: number): number {
  const { waiting, compiled } = world;
  const site = siteOf(world, index);
  let chosen = -1;
  let birth = Infinity;
  for (let number = 0; number < waiting.length; number += 1) {
    const woman = waiting[number];
    if (!woman || (chosen >= 0 && woman.birth >= birth)) continue;
    if (!compiled.allFitAll && (!wouldGo(world, woman, index) || isRefused(site, woman.key, index))) continue;
    chosen = number;
    birth = woman.birth;
    if (!compiled.furthestFirst) break;
  }
  return chosen;
}

/** Takes one out of the list and keeps the order of the others. */
function takeWaiting(waiting: Woman[], number: number): Woman | undefined {
  const woman = waiting[number];
  for (let next = number + 1; next < waiting.length; next += 1) {
    const later = waiting[next];
    if (later) waiting[next - 1] = later;
  }
  waiting.pop();
  return woman;
}

function waitingFor(world: World, index: number): number {
  if (world.compiled.allFitAll) return world.waiting.length;
  const site = siteOf(world, index);
  let count = 0;
  for (const woman of world.waiting) if (wouldGo(world, woman, index) && !isRefused(site, woman.key, index)) count += 1;
  return count;
}

function wouldGo({ compiled, shape }: World, { area, reach }: Woman, index: number): boolean {
  if (compiled.allFitAll) return true;
  return reach < (compiled.areas.willing[area * shape.sites + index] ?? 0);
}

function isRefused({ plan }: SiteState, key: number, index: number): boolean {
  return plan.refuses > 0 && drawOf(key, purposes.refusal + index) < plan.refuses;
}

function soonest({ sites }: World): number {
  let first = Infinity;
  // Compared, not Math.min: this is done at every event, and twice as slow with it.
  for (let index = 0; index < sites.length; index += 1) {
    const site = sites[index];
    if (site && site.next < first) first = site.next;
  }
  return first;
}

function siteOf({ sites }: World, index: number): SiteState {
  const site = sites[index];
  if (!site) throw new Error(`there is no site ${index}`);
  return site;
}
