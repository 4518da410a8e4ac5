/**
 * The regions (da: regioner) by date: five until 31 December 2026, four from 1 January 2027, when Hovedstaden and Sjælland
 * become Østdanmark (the act on the eastern region, 20 June 2025). A record keeps the region of its own day.
 */
import { asId, type Id } from '../id.ts';
import { type Day, day } from '../time.ts';
import type { Municipality } from './municipalities.ts';

export const regionIds = ['hovedstaden', 'sjaelland', 'syddanmark', 'midtjylland', 'nordjylland', 'oestdanmark'] as const;
export type RegionId = (typeof regionIds)[number];

export type Region = {
  readonly id: RegionId;
  /** The official code (four digits); `null` where it is not published yet. */
  readonly code: string | null;
  /** «Region Syddanmark». */
  readonly name: string;
  /** «Syddanmark». */
  readonly shortName: string;
  readonly from: Day;
  /** The last day the region exists; `null` when no end is known. */
  readonly to: Day | null;
};

const reform = day('2027-01-01');
const start = day('2007-01-01');

export const regions: Readonly<Record<RegionId, Region>> = {
  hovedstaden: {
    id: 'hovedstaden',
    code: '1084',
    name: 'Region Hovedstaden',
    shortName: 'Hovedstaden',
    from: start,
    to: day('2026-12-31'),
  },
  sjaelland: { id: 'sjaelland', code: '1085', name: 'Region Sjælland', shortName: 'Sjælland', from: start, to: day('2026-12-31') },
  syddanmark: { id: 'syddanmark', code: '1083', name: 'Region Syddanmark', shortName: 'Syddanmark', from: start, to: null },
  midtjylland: { id: 'midtjylland', code: '1082', name: 'Region Midtjylland', shortName: 'Midtjylland', from: start, to: null },
  nordjylland: { id: 'nordjylland', code: '1081', name: 'Region Nordjylland', shortName: 'Nordjylland', from: start, to: null },
  oestdanmark: { id: 'oestdanmark', code: null, name: 'Region Østdanmark', shortName: 'Østdanmark', from: reform, to: null },
};

/** The regions that exist on a day, in the order reports list them. */
export function regionsOn(date: Day): readonly Region[] {
  return regionIds.map((id) => regions[id]).filter(({ from, to }) => from <= date && (to === null || date <= to));
}

/** The region a municipality belongs to on a day. */
export function regionOf(municipality: Municipality, date: Day): Region {
  const before = regions[municipality.region];
  return before.to !== null && date > before.to ? regions.oestdanmark : before;
}

/** Whether one of a region answers for another on a day: its own, or one that has become a part of it by then. */
export function speaksFor(own: string | null, region: string, today: Day): boolean {
  return own === region || (own === 'oestdanmark' && today >= reform && (region === 'hovedstaden' || region === 'sjaelland'));
}

/** Reads a region's id; `null` when there is no such region. */
export function parseRegion(text: string): RegionId | null {
  return regionIds.find((id) => id === text) ?? null;
}

/** A region's id as the kind of id that organisations carry. */
export function regionKey(region: RegionId): Id<'region'> {
  return asId<'region'>(region);
}
