/** The sites of a scenario read back from its form, each with what the form says of all sites and does not show of each. */
import type { Distribution } from '../../domain/planning/simulation/distribution.ts';
import type { FillingUp, FlexiblePlaces, Scenario, Site } from '../../domain/planning/simulation/scenario.ts';
import { mostSiteRows } from './form-fields.ts';
import type { Read } from './form-reader.ts';
import { writtenNumber } from './written.ts';

export function sitesFrom(read: Read, base: Scenario): readonly Site[] {
  const all = Array.from({ length: mostSiteRows }, (_, row) => ({ row, id: read.text(`sted-${row}`) }));
  // Places without a site would otherwise be gone without a word.
  for (const { row, id } of all)
    if (id === '' && read.text(`pladser-${row}`) + read.text(`behov-${row}`) !== '') read.say(`sted-${row}`, 'no-site');
  const rows = all.filter(({ id }) => id !== '');
  const sites = rows.map(({ row, id }): Site => {
    const before = base.sites.find((site) => site.id === id);
    const [places, byNeed] = [read.number(`pladser-${row}`), read.number(`behov-${row}`)];
    if (places === undefined) read.say(`pladser-${row}`, 'half');
    if (rows.some((other) => other.id === id && other.row < row)) read.say(`sted-${row}`, 'sites');
    const hasFlexible = read.text(`behov-${row}`) === (before?.flexible ? writtenNumber(before.flexible.places) : '');
    const flexible = hasFlexible ? before?.flexible !== undefined : (byNeed ?? 0) > 0;
    return siteFrom(read, base.sites, before, { id, places: places ?? 0, byNeed: flexible ? (byNeed ?? 0) : null });
  });
  return sites;
}

function siteFrom(
  read: Read,
  all: readonly Site[],
  before: Site | undefined,
  { id, places, byNeed }: { readonly id: string; readonly places: number; readonly byNeed: number | null },
): Site {
  const fillingUp = fillingUpFrom(read, all, before, places);
  const said = before && read.isLeft('siger-nej') ? before.refuses : (read.share('siger-nej') ?? undefined);
  const refuses = said === 0 && before?.refuses !== 0 ? undefined : said;
  return {
    id,
    places,
    ...(before?.opensAtYears === undefined ? {} : { opensAtYears: before.opensAtYears }),
    ...(fillingUp ? { fillingUp } : {}),
    ...(byNeed === null ? {} : { flexible: flexibleFrom(read, before?.flexible, byNeed) }),
    ...(refuses === undefined ? {} : { refuses }),
  };
}

/** What is written anew goes to the sites that are filled up, to all where none was; an emptied field is filled up nowhere. */
function fillingUpFrom({ number, isLeft }: Read, all: readonly Site[], before: Site | undefined, places: number): FillingUp | undefined {
  const [weeks, from] = [number('indkoering') ?? undefined, number('begynder-med') ?? undefined];
  const had = before?.fillingUp;
  const within = (fillingUp: FillingUp): FillingUp => ({ ...fillingUp, fromPlaces: Math.min(fillingUp.fromPlaces, places) });
  const fromPlaces = had && isLeft('begynder-med') ? had.fromPlaces : (from ?? 0);
  if (before && isLeft('indkoering')) return had && within({ ...had, fromPlaces });
  if (weeks === undefined || (before && !had && all.some(({ fillingUp }) => fillingUp))) return undefined;
  return within({ fromPlaces, weeks });
}

function flexibleFrom({ number, distribution, isLeft }: Read, had: FlexiblePlaces | undefined, places: number): FlexiblePlaces {
  const as = <T>(name: string, before: T | undefined, from: (name: string) => T | null | undefined, otherwise: T): T =>
    before !== undefined && isLeft(name) ? before : (from(name) ?? before ?? otherwise);
  const waiting = (name: string): FlexiblePlaces['openWhen'] | undefined => {
    const value = number(name);
    return typeof value === 'number' ? { waiting: value } : undefined;
  };
  return {
    places,
    leadWeeks: as('aabner-paa', had?.leadWeeks, distribution, 4),
    openWhen: as('aabner-ved', had?.openWhen, waiting, { waiting: 1 }),
    closeWhen: {
      freeAtLeast: as('lukker-ved', had?.closeWhen.freeAtLeast, number, 2),
      forWeeks: as<Distribution>('lukker-efter', had?.closeWhen.forWeeks, number, 8),
    },
  };
}
