/** A scenario as the fields of its form: every value as it is written, with source and range beside the assumptions. */
import { assumptionWord } from '../../domain/planning/lab/check-basis.ts';
import { leverValue, type LeverId, placesOf } from '../../domain/planning/lab/levers.ts';
import { municipalities } from '../../domain/geography/municipalities.ts';
import type { Distribution } from '../../domain/planning/simulation/distribution.ts';
import type { Costs, Scenario, Site } from '../../domain/planning/simulation/scenario.ts';
import type { Language } from '../ui/language.ts';
import { writtenDistribution, writtenNumber, writtenPercent } from './written.ts';

/** How the value of an assumption is written; `none` where the form has it elsewhere and only its range and source stand here. */
type Written = 'number' | 'percent' | 'distribution' | 'none';

export type AssumptionField = {
  readonly lever: LeverId;
  readonly word: string;
  readonly written: Written;
  readonly range: 'number' | 'percent';
};

/** The assumptions of the form in their order, with the names of their fields. */
export const assumptionFields = [
  { lever: 'arrivalsPerYear', word: 'kvinder', written: 'number', range: 'number' },
  { lever: 'dispersion', word: 'spredning', written: 'number', range: 'number' },
  { lever: 'course.weekAtReferral', word: 'henvist', written: 'distribution', range: 'number' },
  { lever: 'accepts', word: 'tager-imod', written: 'percent', range: 'percent' },
  { lever: 'course.termWeek', word: 'foedsel', written: 'distribution', range: 'number' },
  { lever: 'course.afterBirthWeeks', word: 'efter', written: 'distribution', range: 'number' },
  { lever: 'sites.places', word: 'pladser', written: 'none', range: 'number' },
  { lever: 'sites.fillingUp.weeks', word: 'indkoering', written: 'number', range: 'number' },
  { lever: 'sites.flexible.leadWeeks', word: 'aabner-paa', written: 'distribution', range: 'number' },
  { lever: 'sites.flexible.closeWhen.forWeeks', word: 'lukker-efter', written: 'number', range: 'number' },
  { lever: 'sites.refuses', word: 'siger-nej', written: 'percent', range: 'percent' },
  { lever: 'travel', word: 'rejse', written: 'none', range: 'percent' },
] as const satisfies readonly AssumptionField[];
export type AssumptionWord = (typeof assumptionFields)[number]['word'];

export const costFields = {
  currency: 'valuta',
  priceYear: 'prisaar',
  discountRate: 'rente',
  siteYear: 'pr-sted',
  openPlaceDay: 'pr-aaben-dag',
  occupiedPlaceDay: 'pr-belagt-dag',
  opening: 'pr-aabning',
} as const satisfies Readonly<Record<keyof Costs, string>>;

/** Rows of sites and of estimates that a form has room for. */
export const mostSiteRows = 12;
export const mostEstimateRows = 6;

export const geographies = ['foedsler', 'vaegte', 'fil', 'ingen'] as const;
export type Geography = (typeof geographies)[number];

export type FormFields = Readonly<Record<string, string>>;

/** The word that a reader writes and sees where an assumption has no source; both are read. */
export const writtenAssumption: Readonly<Record<Language, string>> = { da: 'antagelse', en: assumptionWord };

/** What the form of a scenario says, in the words of the one who reads it. */
export function fieldsFrom(scenario: Scenario, language: Language): FormFields {
  const { title = '', estimates = [], sites, years, patience, order = 'first-come', reach = [], costs } = scenario;
  const fields: Record<string, string> = {
    titel: title,
    aar: writtenNumber(years),
    raekkefoelge: order,
    taalmodighed: typeof patience === 'string' ? patience : 'andet',
    'taalmodighed-aar': typeof patience === 'string' ? '' : writtenDistribution(patience, language),
    afstand: reach.map(({ upToMinutes, share }) => `${writtenNumber(upToMinutes)}: ${writtenPercent(share)}`).join('\n'),
    geografi: geographyOf(scenario),
    vaegte: writtenWeights(scenario),
    'begynder-med': common(sites, ({ fillingUp }) => fillingUp?.fromPlaces),
    'aabner-ved': common(sites, ({ flexible }) =>
      flexible === undefined ? undefined : 'waiting' in flexible.openWhen ? flexible.openWhen.waiting : undefined,
    ),
    'lukker-ved': common(sites, ({ flexible }) => flexible?.closeWhen.freeAtLeast),
    'omkostninger-kilde': writtenSource(scenario.basis?.['costs']?.source, language),
  };
  for (const [index, { name, from, to, source }] of estimates.entries()) {
    fields[`skoen-${index}-navn`] = name;
    fields[`skoen-${index}-fra`] = writtenNumber(from);
    fields[`skoen-${index}-til`] = writtenNumber(to);
    fields[`skoen-${index}-kilde`] = writtenSource(source, language);
  }
  for (const [index, { id, places, flexible }] of sites.entries()) {
    fields[`sted-${index}`] = id;
    fields[`pladser-${index}`] = writtenNumber(places);
    fields[`behov-${index}`] = flexible ? writtenNumber(flexible.places) : '';
  }
  for (const { lever, word, written, range } of assumptionFields) {
    const basis = scenario.basis?.[lever];
    const ofRange = range === 'percent' ? writtenPercent : writtenNumber;
    fields[word] = written === 'none' ? '' : writtenValue(scenario, lever, written, language);
    fields[`${word}-fra`] = basis?.range ? ofRange(basis.range[0]) : '';
    fields[`${word}-til`] = basis?.range ? ofRange(basis.range[1]) : '';
    fields[`${word}-kilde`] = writtenSource(basis?.source, language);
  }
  for (const [name, word] of Object.entries(costFields)) {
    const value = costs?.[name as keyof Costs];
    fields[word] =
      value === undefined ? '' : typeof value === 'string' ? value : name === 'discountRate' ? writtenPercent(value) : writtenNumber(value);
  }
  return fields;
}

/** A source as it is read on the page: the word «antagelse» where there is none. */
export function writtenSource(source: string | undefined, language: Language): string {
  return source === undefined || source === assumptionWord ? writtenAssumption[language] : source;
}

function writtenValue(scenario: Scenario, lever: LeverId, written: Written, language: Language): string {
  const distribution = distributionAt(scenario, lever);
  if (distribution !== null) return writtenDistribution(distribution, language);
  const value = leverValue(scenario, lever);
  if (value === null) return '';
  return written === 'percent' ? writtenPercent(value) : writtenNumber(value);
}

function distributionAt({ course, sites }: Scenario, lever: LeverId): Distribution | null {
  if (lever === 'course.weekAtReferral') return course?.weekAtReferral ?? null;
  if (lever === 'course.termWeek') return course?.termWeek ?? null;
  if (lever === 'course.afterBirthWeeks') return course?.afterBirthWeeks ?? null;
  if (lever !== 'sites.flexible.leadWeeks') return null;
  const all = new Map(
    sites.flatMap(({ flexible }) => (flexible ? [[JSON.stringify(flexible.leadWeeks), flexible.leadWeeks] as const] : [])),
  );
  const [only] = all.values();
  return all.size === 1 && only !== undefined ? only : null;
}

/** What all sites that have it have, written; empty where none has, or they differ. */
function common(sites: readonly Site[], of: (site: Site) => number | undefined): string {
  const values = new Set(sites.map(of).filter((value) => value !== undefined));
  const [value] = values;
  return values.size === 1 && value !== undefined ? writtenNumber(value) : '';
}

/** All the places of a unit, standing and by need: «8» where the units are alike, «5–8» where they are not; nothing where there is none. */
export function placesText(sites: readonly Site[]): string {
  const each = sites.map(placesOf);
  if (each.length === 0) return '–';
  const [least, most] = [Math.min(...each), Math.max(...each)];
  return least === most ? writtenNumber(least) : `${writtenNumber(least)}–${writtenNumber(most)}`;
}

const births = new Map<string, number>(municipalities.map(({ id, births: born }) => [id, born]));

export function geographyOf({ areas }: Scenario): Geography {
  if (!areas) return 'ingen';
  if (areas.length !== municipalities.length || !areas.every(({ id }) => births.has(id))) return 'fil';
  return areas.every(({ id, weight }) => weight === births.get(id)) ? 'foedsler' : 'vaegte';
}

/** «Odense: 2»: so many times as many as the births there would give. */
function writtenWeights(scenario: Scenario): string {
  if (geographyOf(scenario) !== 'vaegte') return '';
  return (scenario.areas ?? [])
    .flatMap(({ id, weight }) => {
      const times = weightTimes(id, weight);
      const name = municipalities.find((one) => one.id === id)?.name ?? id;
      return times === 1 ? [] : [`${name}: ${writtenNumber(times)}`];
    })
    .join('\n');
}

/** How many times as many as the births there would give, as far as it is written. */
export function weightTimes(id: string, weight: number): number {
  return Number((weight / (births.get(id) ?? 1)).toPrecision(9));
}
