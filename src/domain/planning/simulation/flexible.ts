/** What happens at a site by its plan: places that come with time, and flexible places that open and close by need. */
import { drawOf, personKey } from './person-draws.ts';
import { cellOfSite, siteAt, siteMeasures } from './replication-row.ts';
import { weeksPerYear } from './scenario.ts';
import { freeAt, type SiteState, type World } from './world.ts';

const openYears = siteMeasures.indexOf('open-years');

/** Openings of flexible places are numbered from here on, where no person is. */
const firstOpening = 0x40000000;
const openingsOfOneSite = 0x100000;

/** Brings a site to a moment: its plan's steps, places that have become ready, and those that have been empty long enough. */
export function bringToNow(world: World, index: number, site: SiteState, now: number): void {
  countOpen(world, index, site, now);
  const { plan } = site;
  for (let step = plan.steps[site.step]; step && step.at <= now; step = plan.steps[site.step]) {
    site.standing = step.places;
    site.step += 1;
  }
  if (site.coming.length === 0) return;
  let ready = 0;
  for (let place = 0; place < site.coming.length; place += 1) if ((site.coming[place] ?? 0) <= now) ready += 1;
  if (ready > 0) {
    site.coming = site.coming.filter((at) => at > now);
    site.opened += ready;
    const at = siteAt(world.shape, index, 'openings');
    world.row[at] = (world.row[at] ?? 0) + ready;
  }
}

/** Opens and closes by need, given how many wait for the site, and notes when the next thing happens. */
export function reviewFlexible(world: World, index: number, site: SiteState, waiting: number, now: number): void {
  const { flexible } = site.plan;
  if (!flexible) return;
  const free = freeAt(site);
  const wanted = Math.max(waiting >= flexible.openAtWaiting ? waiting : 0, Math.max(0, flexible.openAtFree + 1 - Math.max(free, 0)));
  const room = Math.min(wanted, flexible.places - site.opened);
  while (site.coming.length < room) {
    const chance = personKey(world.key, firstOpening + index * openingsOfOneSite + site.begun);
    site.begun += 1;
    site.coming.push(now + flexible.lead(drawOf(chance, 0)) / weeksPerYear);
  }
  // What is not needed any more is called off, the last to be ready first.
  if (site.coming.length > room) site.coming = site.coming.toSorted((one, other) => one - other).slice(0, Math.max(0, room));
  if (site.opened > 0 && free >= flexible.closeAtFree) {
    site.freeSince = Math.min(site.freeSince, now);
    while (site.opened > 0 && freeAt(site) >= flexible.closeAtFree && site.freeSince + flexible.closeAfter <= now) {
      countOpen(world, index, site, now);
      site.opened -= 1;
      if (flexible.closeAfter > 0) site.freeSince = now;
    }
    if (site.opened === 0 || freeAt(site) < flexible.closeAtFree) site.freeSince = Infinity;
  } else site.freeSince = Infinity;
}

/** Notes when something happens at a site next if nobody comes or goes. */
export function lookAhead(site: SiteState): void {
  const { plan, coming, freeSince } = site;
  let next = plan.steps[site.step]?.at ?? Infinity;
  for (let index = 0; index < coming.length; index += 1) {
    const ready = coming[index] ?? Infinity;
    if (ready < next) next = ready;
  }
  if (plan.flexible && freeSince !== Infinity) next = Math.min(next, freeSince + plan.flexible.closeAfter);
  site.next = next;
}

/** Adds the open places up to a moment. */
export function countOpen({ row }: World, index: number, site: SiteState, now: number): void {
  const at = cellOfSite(index, openYears);
  row[at] = (row[at] ?? 0) + (site.standing + site.opened) * (now - site.counted);
  site.counted = now;
}
