/** What happens at a site by its plan: places that come with time, and flexible places that open and close by need. */
import type { CompiledSite } from './compiled.ts';
import { drawOf, personKey } from './person-draws.ts';
import { cellOfSite, siteMeasures } from './replication-row.ts';
import { weeksPerYear } from './scenario.ts';
import { freeAt, type World } from './world.ts';

const openYears = siteMeasures.indexOf('open-years');
const openings = siteMeasures.indexOf('openings');

/** Openings of flexible places are numbered from here on, where no person is, and the waits before they close above them. */
const firstOpening = 0x40000000;
const firstClock = 0x60000000;
const ofOneSite = 0x100000;

/** Brings a site to a moment: its plan's steps, and places that have become ready. */
export function bringToNow(world: World, site: number, plan: CompiledSite, now: number): void {
  const { sites, row } = world;
  countOpen(world, site, now);
  for (let at = sites.step[site] ?? 0; at < plan.steps.length && (plan.steps[at]?.at ?? Infinity) <= now; at += 1) {
    sites.open[site] = (plan.steps[at]?.places ?? 0) + (sites.flexibleOpen[site] ?? 0);
    sites.step[site] = at + 1;
  }
  const coming = sites.coming[site] ?? 0;
  if (coming === 0) return;
  const first = site * sites.room;
  let kept = 0;
  for (let place = 0; place < coming; place += 1) {
    const at = sites.ready[first + place] ?? 0;
    if (at <= now) continue;
    sites.ready[first + kept] = at;
    kept += 1;
  }
  if (kept === coming) return;
  const ready = coming - kept;
  sites.coming[site] = kept;
  sites.flexibleOpen[site] = (sites.flexibleOpen[site] ?? 0) + ready;
  sites.open[site] = (sites.open[site] ?? 0) + ready;
  const cell = cellOfSite(site, openings);
  row[cell] = (row[cell] ?? 0) + ready;
}

/** Opens and closes by need, given how many wait for the site. */
export function reviewFlexible(world: World, site: number, { flexible, opens }: CompiledSite, waiting: number, now: number): void {
  if (!flexible) return;
  const { sites } = world;
  const free = freeAt(sites, site);
  const forQueue = waiting >= flexible.openAtWaiting ? waiting : 0;
  const forRoom = flexible.openAtFree + 1 - (free > 0 ? free : 0);
  const byNeed = forQueue > forRoom ? forQueue : forRoom > 0 ? forRoom : 0;
  const wanted = now < opens ? 0 : byNeed;
  const left = flexible.places - (sites.flexibleOpen[site] ?? 0);
  const room = wanted < left ? wanted : left;
  let coming = sites.coming[site] ?? 0;
  for (; coming < room; coming += 1) {
    const begun = sites.begun[site] ?? 0;
    const chance = personKey(world.key, firstOpening + site * ofOneSite + begun);
    sites.begun[site] = begun + 1;
    sites.ready[site * sites.room + coming] = now + flexible.lead(drawOf(chance, 0)) / weeksPerYear;
  }
  // What is not needed any more is called off, the last to be begun first: nobody knows which would have been ready first.
  sites.coming[site] = coming > room ? (room > 0 ? room : 0) : coming;

  while ((sites.flexibleOpen[site] ?? 0) > 0 && freeAt(sites, site) >= flexible.closeAtFree) {
    const closes = sites.closesAt[site] ?? Infinity;
    if (closes === Infinity) {
      const clock = sites.clocks[site] ?? 0;
      sites.clocks[site] = clock + 1;
      const after = flexible.closesAlike ?? flexible.closeAfter(drawOf(personKey(world.key, firstClock + site * ofOneSite + clock), 0));
      sites.closesAt[site] = now + after / weeksPerYear;
    } else if (closes <= now) {
      countOpen(world, site, now);
      sites.flexibleOpen[site] = (sites.flexibleOpen[site] ?? 0) - 1;
      sites.open[site] = (sites.open[site] ?? 0) - 1;
      sites.closesAt[site] = Infinity;
    } else return;
  }
  sites.closesAt[site] = Infinity;
}

/**
 * Whether a review would change nothing: no place is being opened, or could be; and none begins to close, closes, or stays open after all. Most
 * arrivals and departures are such.
 */
export function isQuiet({ sites, waiting }: World, site: number, { flexible, opens }: CompiledSite, now: number): boolean {
  if (!flexible || now < opens) return true;
  const flexibleOpen = sites.flexibleOpen[site] ?? 0;
  const couldOpen = flexibleOpen < flexible.places && (waiting.count > 0 || flexible.openAtFree >= 0);
  if (couldOpen || (sites.coming[site] ?? 0) > 0) return false;
  const closes = sites.closesAt[site] ?? Infinity;
  const isClosing = flexibleOpen > 0 && freeAt(sites, site) >= flexible.closeAtFree;
  return isClosing ? closes > now && closes !== Infinity : closes === Infinity;
}

/** Notes when something happens at a site next if nobody comes or goes. */
export function lookAhead({ sites }: World, site: number, { steps }: CompiledSite): void {
  let next = steps[sites.step[site] ?? 0]?.at ?? Infinity;
  const first = site * sites.room;
  const last = first + (sites.coming[site] ?? 0);
  for (let place = first; place < last; place += 1) {
    const ready = sites.ready[place] ?? Infinity;
    if (ready < next) next = ready;
  }
  const closes = sites.closesAt[site] ?? Infinity;
  sites.next[site] = closes < next ? closes : next;
}

/** Adds the open places up to a moment. */
export function countOpen({ row, sites }: World, site: number, now: number): void {
  const cell = cellOfSite(site, openYears);
  row[cell] = (row[cell] ?? 0) + (sites.open[site] ?? 0) * (now - (sites.counted[site] ?? 0));
  sites.counted[site] = now;
}
