/** What each replication costs over all its years, in the prices of the price year. */
import type { Costs, Scenario } from './scenario.ts';

export const daysPerYear = 365.25;

/** A site is paid for from the day it opens. `openYears` and `occupiedYears` are place-years of all sites together, `openings` flexible places opened; one number for each replication. */
export function spentOf(
  { siteYear, openPlaceDay, occupiedPlaceDay, opening }: Costs,
  { years, sites }: Pick<Scenario, 'years' | 'sites'>,
  { openYears, occupiedYears, openings }: Readonly<Record<'openYears' | 'occupiedYears' | 'openings', Float64Array>>,
): Float64Array {
  const siteYears = sites.reduce((sum, { opensAtYears = 0 }) => sum + Math.max(0, years - opensAtYears), 0);
  const spent = new Float64Array(openYears.length).fill(siteYear * siteYears);
  for (let index = 0; index < spent.length; index += 1)
    spent[index] =
      (spent[index] ?? 0) +
      (openYears[index] ?? 0) * daysPerYear * openPlaceDay +
      (occupiedYears[index] ?? 0) * daysPerYear * occupiedPlaceDay +
      (openings[index] ?? 0) * opening;
  return spent;
}

/**
 * What one of later years is worth on the opening day, spread evenly over the years that a site is open: from its own opening to the end, each
 * year (or what is left of one) in its middle. 0 for a site that never opens in these years.
 */
export function presentShare(discountRate: number, years: number, opensAtYears = 0): number {
  const open = years - opensAtYears;
  if (open <= 0) return 0;
  let share = 0;
  for (let year = Math.floor(opensAtYears); year < years; year += 1) {
    const from = Math.max(year, opensAtYears);
    share += (year + 1 - from) / (1 + discountRate) ** ((from + year + 1) / 2);
  }
  return share / open;
}
