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
