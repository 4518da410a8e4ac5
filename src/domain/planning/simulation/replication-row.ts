/** What one replication is counted up to: a row of numbers, first for the whole, then for each site, then for each site and calendar year. */

export const wholeMeasures = [
  /** Women who came. */
  'arrivals',
  /** Who did not accept the offer of a place. */
  'declined',
  'admitted',
  /** Who found no place at once and did not wait. */
  'turned-away',
  /** Who waited and were never admitted: their time ran out. */
  'never-admitted',
  /** Who still wait on the last day. */
  'still-waiting',
  /** Of those admitted: who waited at all, and the years they waited together. */
  'waited',
  'years-waited',
  /** Of those never admitted or turned away: weeks from referral to birth together. Of the admitted, the weeks lost are those waited. */
  'weeks-lost-never',
  /** Minutes of travel of those admitted together. */
  'minutes',
  /** Of those admitted: who came in before the birth, and the weeks from then to it together. */
  'before-birth',
  'weeks-before-birth',
] as const;
export type WholeMeasure = (typeof wholeMeasures)[number];

export const siteMeasures = ['admissions', 'occupied-years', 'open-years', 'openings', 'refusals'] as const;
export type SiteMeasure = (typeof siteMeasures)[number];

/** Where the numbers stand in a row. */
export type RowShape = { readonly sites: number; readonly years: number; readonly length: number };

export function rowShape(sites: number, years: number): RowShape {
  return { sites, years, length: wholeMeasures.length + sites * (siteMeasures.length + years) };
}

export function wholeAt(measure: WholeMeasure): number {
  return wholeMeasures.indexOf(measure);
}

export function siteAt(_shape: RowShape, site: number, measure: SiteMeasure): number {
  return cellOfSite(site, siteMeasures.indexOf(measure));
}

/** The same for one who knows the measure by its number. */
export function cellOfSite(site: number, measure: number): number {
  return wholeMeasures.length + site * siteMeasures.length + measure;
}

/** Admissions of a site in a year, 0 being the first. */
export function yearAt({ sites, years }: RowShape, site: number, year: number): number {
  return wholeMeasures.length + sites * siteMeasures.length + site * years + year;
}
