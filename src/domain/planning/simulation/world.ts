/** The state of one replication: changed as time goes, and begun anew for the next. Columns of numbers, so that nothing is made anew on the way. */
import type { Compiled, CompiledSite } from './compiled.ts';
import { type Departures, noDepartures } from './departures.ts';
import { type RowShape, rowShape } from './replication-row.ts';
import { noneWaiting, type WaitingList } from './waiting-list.ts';

/** The sites, each at its number. Times are years from the opening day. */
export type SiteStates = {
  readonly occupied: Int32Array;
  /** Places that are open: those that always are from now on, and flexible ones. */
  readonly open: Int32Array;
  readonly flexibleOpen: Int32Array;
  /** Flexible places that are being opened, how many were ever begun, and when each is ready in the order they were begun: `ready[site * room + k]`. */
  readonly coming: Int32Array;
  readonly begun: Int32Array;
  readonly ready: Float64Array;
  readonly room: number;
  /** The next step of the plan. */
  readonly step: Int32Array;
  /** When a flexible place closes if enough stay free until then, and how many such waits were ever begun. */
  readonly closesAt: Float64Array;
  readonly clocks: Int32Array;
  /** Until when open places have been counted. */
  readonly counted: Float64Array;
  /** When something happens here next if nobody comes or goes. */
  readonly next: Float64Array;
};

export type World = {
  readonly compiled: Compiled;
  readonly shape: RowShape;
  readonly row: Float64Array;
  readonly sites: SiteStates;
  readonly departures: Departures;
  readonly waiting: WaitingList;
  key: number;
  /** The next time that something happens at a site by plan, and that somebody stops waiting. */
  nextAtSite: number;
  nextGivesUp: number;
};

export function worldOf(compiled: Compiled): World {
  const count = compiled.sites.length;
  const shape = rowShape(count, compiled.years);
  const room = compiled.sites.reduce((most, { flexible }) => Math.max(most, flexible?.places ?? 0), 0);
  const whole = (): Int32Array => new Int32Array(count);
  const times = (): Float64Array => new Float64Array(count);
  return {
    compiled,
    shape,
    row: new Float64Array(shape.length),
    sites: {
      occupied: whole(),
      open: whole(),
      flexibleOpen: whole(),
      coming: whole(),
      begun: whole(),
      ready: new Float64Array(count * room),
      room,
      step: whole(),
      closesAt: times(),
      clocks: whole(),
      counted: times(),
      next: times(),
    },
    departures: noDepartures(64),
    waiting: noneWaiting(16),
    key: 0,
    nextAtSite: 0,
    nextGivesUp: Infinity,
  };
}

/** The opening day, with nobody there. */
export function beginAnew(world: World, key: number): void {
  const { sites } = world;
  world.row.fill(0);
  world.departures.count = 0;
  world.waiting.count = 0;
  world.key = key;
  world.nextAtSite = sites.next.length > 0 ? 0 : Infinity;
  world.nextGivesUp = Infinity;
  for (const column of [sites.occupied, sites.open, sites.flexibleOpen, sites.coming, sites.begun, sites.step, sites.clocks])
    column.fill(0);
  sites.closesAt.fill(Infinity);
  sites.counted.fill(0);
  sites.next.fill(0);
}

/** Places that are open and empty; below zero where some have closed around those who are in house. */
export function freeAt({ open, occupied }: SiteStates, site: number): number {
  return (open[site] ?? 0) - (occupied[site] ?? 0);
}

/** The plan of a site. */
export function planOf({ compiled }: World, site: number): CompiledSite {
  const plan = compiled.sites[site];
  if (!plan) throw new Error(`there is no site ${site}`);
  return plan;
}
