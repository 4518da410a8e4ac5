/** The state of one replication: changed as time goes, and begun anew for the next. */
import type { Compiled, CompiledSite } from './compiled.ts';
import { type Departures, noDepartures } from './departures.ts';
import { type RowShape, rowShape } from './replication-row.ts';

/** A woman in the simulation. Times are years from the opening day. */
export type Woman = {
  readonly key: number;
  readonly area: number;
  /** She goes to a site when more than this share of her area would. */
  readonly reach: number;
  readonly arrived: number;
  /** Weeks from referral to birth; 0 where the stay has nothing to do with a birth. */
  readonly weeksToBirth: number;
  readonly birth: number;
  /** When she stops waiting. */
  readonly until: number;
  /** Her stay ends `after` the birth, or so long after she comes where there is no birth. */
  readonly after: number;
};

export type SiteState = {
  readonly plan: CompiledSite;
  occupied: number;
  /** Places that are always there from now on, and flexible ones that are open. */
  standing: number;
  opened: number;
  /** When flexible places that are being opened are ready, and how many were ever begun. */
  coming: number[];
  begun: number;
  /** The next step of the plan, and since when enough places have been free to close one. */
  step: number;
  freeSince: number;
  /** Until when open places have been counted. */
  counted: number;
  /** When something happens here next if nobody comes or goes. */
  next: number;
};

export type World = {
  readonly compiled: Compiled;
  readonly shape: RowShape;
  readonly row: Float64Array;
  readonly sites: readonly SiteState[];
  readonly departures: Departures;
  waiting: Woman[];
  key: number;
  /** The next time that something happens at a site by plan, and that somebody stops waiting. */
  nextAtSite: number;
  nextGivesUp: number;
};

export function worldOf(compiled: Compiled): World {
  const shape = rowShape(compiled.sites.length, compiled.years);
  return {
    compiled,
    shape,
    row: new Float64Array(shape.length),
    sites: compiled.sites.map((plan) => ({
      plan,
      occupied: 0,
      standing: 0,
      opened: 0,
      coming: [],
      begun: 0,
      step: 0,
      freeSince: Infinity,
      counted: 0,
      next: 0,
    })),
    departures: noDepartures(64),
    waiting: [],
    key: 0,
    nextAtSite: 0,
    nextGivesUp: Infinity,
  };
}

/** The opening day, with nobody there. */
export function beginAnew(world: World, key: number): void {
  world.row.fill(0);
  world.departures.count = 0;
  world.waiting = [];
  world.key = key;
  world.nextAtSite = world.sites.length > 0 ? 0 : Infinity;
  world.nextGivesUp = Infinity;
  for (const site of world.sites) {
    site.occupied = 0;
    site.standing = 0;
    site.opened = 0;
    site.coming = [];
    site.begun = 0;
    site.step = 0;
    site.freeSince = Infinity;
    site.counted = 0;
    site.next = 0;
  }
}

/** Places that are open and empty; below zero never. */
export function freeAt({ standing, opened, occupied }: SiteState): number {
  return standing + opened - occupied;
}
