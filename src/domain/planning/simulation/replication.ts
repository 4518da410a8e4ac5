/**
 * One replication: the years from the opening day, event by event. A woman comes, goes to the nearest site that takes her and has a place, waits
 * or is turned away; she leaves when her stay ends; places open and close. Due dates, not durations: while she waits, what is left of her
 * stay before the birth grows shorter.
 */
import type { CompiledSite } from './compiled.ts';
import { addDeparture, nextDeparture, takeDeparture } from './departures.ts';
import { bringToNow, countOpen, isQuiet, lookAhead, reviewFlexible } from './flexible.ts';
import { drawOf, personKey, purposes } from './person-draws.ts';
import { cellOfSite, siteMeasures, wholeAt, wholeMeasures, yearAt } from './replication-row.ts';
import { weeksPerYear } from './scenario.ts';
import { beSeated, firstToGiveUp, isRefused, nextFor, waitingFor, wouldGo } from './seats.ts';
import { beginToWait, spareSeat, takeWaiting } from './waiting-list.ts';
import { beginAnew, freeAt, planOf, type World } from './world.ts';
import { yearFactor } from './year-factors.ts';

const [arrivals, declined, admitted, turnedAway, neverAdmitted, stillWaiting, waited, yearsWaited, weeksLostNever, minutes] =
  wholeMeasures.map(wholeAt) as [number, number, number, number, number, number, number, number, number, number];
const [beforeBirth, weeksBeforeBirth] = (['before-birth', 'weeks-before-birth'] as const).map(wholeAt) as [number, number];
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
  for (let site = 0; site < world.shape.sites; site += 1) countOpen(world, site, years);
  row[stillWaiting] = world.waiting.count;
}

/** All that happens up to a moment, and before the last day is over: what a site would do from the end on belongs to no year. */
function advance(world: World, until: number): void {
  const { departures, shape } = world;
  const { years } = world.compiled;
  for (;;) {
    const leaves = nextDeparture(departures);
    // Compared, not Math.min: this is done at every event, and twice as slow with it.
    let next = leaves < world.nextGivesUp ? leaves : world.nextGivesUp;
    if (world.nextAtSite < next) next = world.nextAtSite;
    if (next > until || next >= years) return;
    if (leaves === next) {
      const site = takeDeparture(departures);
      world.sites.occupied[site] = (world.sites.occupied[site] ?? 0) - 1;
      settle(world, site, next);
    } else if (world.nextGivesUp === next) {
      giveUp(world, next);
      // Places that were being opened for those who have given up are called off.
      for (let site = 0; site < shape.sites; site += 1) if ((world.sites.coming[site] ?? 0) > 0) settle(world, site, next);
    } else for (let site = 0; site < shape.sites; site += 1) if ((world.sites.next[site] ?? Infinity) <= next) settle(world, site, next);
  }
}

/** A site after something has changed: those who wait are taken in, and flexible places are looked at. */
function settle(world: World, site: number, now: number): void {
  const { sites, waiting } = world;
  const plan = planOf(world, site);
  const due = (sites.next[site] ?? Infinity) <= now;
  if (due) bringToNow(world, site, plan, now);
  const before = waiting.count;
  while (waiting.count > 0 && freeAt(sites, site) > 0) {
    const place = nextFor(world, site);
    if (place < 0) break;
    const seat = waiting.order[place] ?? 0;
    takeWaiting(waiting, place);
    admit(world, site, seat, now);
    if ((waiting.until[seat] ?? Infinity) === world.nextGivesUp) world.nextGivesUp = firstToGiveUp(world);
  }
  let changed = due || !isQuiet(world, site, plan, now);
  if (changed) review(world, site, plan, now);
  if (waiting.count < before)
    // Who was taken in here is not waited for elsewhere any more.
    for (let other = 0; other < world.shape.sites; other += 1)
      if (other !== site && (sites.coming[other] ?? 0) > 0) {
        review(world, other, planOf(world, other), now);
        changed = true;
      }
  if (changed) world.nextAtSite = soonest(world);
}

function review(world: World, site: number, plan: CompiledSite, now: number): void {
  const { flexible } = plan;
  if (flexible) reviewFlexible(world, site, plan, flexible.openAtWaiting === Infinity ? 0 : waitingFor(world, site), now);
  lookAhead(world, site, plan);
}

function arrive(world: World, chance: number, at: number): void {
  const { compiled, row, sites, shape, waiting } = world;
  if (compiled.accepts < 1 && drawOf(chance, purposes.accepts) >= compiled.accepts) {
    row[declined] = (row[declined] ?? 0) + 1;
    return;
  }
  const seat = spareSeat(waiting);
  beSeated(world, seat, chance, at);
  const first = (waiting.area[seat] ?? 0) * shape.sites;
  for (let rank = 0; rank < shape.sites; rank += 1) {
    const site = compiled.areas.nearest[first + rank] ?? 0;
    if (!compiled.allFitAll) {
      if (!wouldGo(world, seat, site)) continue;
      if (isRefused(world, seat, site)) {
        const cell = cellOfSite(site, refusals);
        row[cell] = (row[cell] ?? 0) + 1;
        continue;
      }
    }
    if (freeAt(sites, site) <= 0) continue;
    admit(world, site, seat, at);
    if (planOf(world, site).flexible) settle(world, site, at);
    return;
  }
  if (compiled.patience === 'none') {
    row[turnedAway] = (row[turnedAway] ?? 0) + 1;
    row[weeksLostNever] = (row[weeksLostNever] ?? 0) + (waiting.weeksToBirth[seat] ?? 0);
    return;
  }
  const until = waiting.until[seat] ?? Infinity;
  if (until < world.nextGivesUp) world.nextGivesUp = until;
  beginToWait(waiting);
  for (let site = 0; site < shape.sites; site += 1) {
    const fits = compiled.allFitAll || (wouldGo(world, seat, site) && !isRefused(world, seat, site));
    if (fits && planOf(world, site).flexible) settle(world, site, at);
  }
}

function admit({ compiled, departures, row, shape, sites, waiting }: World, site: number, seat: number, now: number): void {
  const [birth, after, arrived] = [waiting.birth[seat] ?? 0, waiting.after[seat] ?? 0, waiting.arrived[seat] ?? 0];
  const isBefore = compiled.course !== null && birth > now;
  const ends = isBefore ? birth + after : now + after;
  sites.occupied[site] = (sites.occupied[site] ?? 0) + 1;
  addDeparture(departures, ends, site);
  row[admitted] = (row[admitted] ?? 0) + 1;
  if (now > arrived) {
    row[waited] = (row[waited] ?? 0) + 1;
    row[yearsWaited] = (row[yearsWaited] ?? 0) + now - arrived;
  }
  if (isBefore) {
    row[beforeBirth] = (row[beforeBirth] ?? 0) + 1;
    row[weeksBeforeBirth] = (row[weeksBeforeBirth] ?? 0) + (birth - now) * weeksPerYear;
  }
  row[minutes] = (row[minutes] ?? 0) + (compiled.areas.minutes[(waiting.area[seat] ?? 0) * shape.sites + site] ?? 0);
  const count = cellOfSite(site, admissions);
  row[count] = (row[count] ?? 0) + 1;
  const nights = cellOfSite(site, occupiedYears);
  row[nights] = (row[nights] ?? 0) + (ends < compiled.years ? ends : compiled.years) - now;
  const year = Math.floor(now);
  const cell = yearAt(shape, site, year < compiled.years ? year : compiled.years - 1);
  row[cell] = (row[cell] ?? 0) + 1;
}

/** Those whose time has run out leave the list. */
function giveUp(world: World, now: number): void {
  const { row, waiting } = world;
  for (let place = waiting.count - 1; place >= 0; place -= 1) {
    const seat = waiting.order[place] ?? 0;
    if ((waiting.until[seat] ?? Infinity) > now) continue;
    row[neverAdmitted] = (row[neverAdmitted] ?? 0) + 1;
    row[weeksLostNever] = (row[weeksLostNever] ?? 0) + (waiting.weeksToBirth[seat] ?? 0);
    takeWaiting(waiting, place);
  }
  world.nextGivesUp = firstToGiveUp(world);
}

function soonest({ sites }: World): number {
  let first = Infinity;
  for (let site = 0; site < sites.next.length; site += 1) {
    const next = sites.next[site] ?? Infinity;
    if (next < first) first = next;
  }
  return first;
}
