/**
 * A scenario read back from the fields of its form. What the form does not show, and every field that was left as it was, is kept from the scenario
 * that it was opened with, site by site: a field can say what all sites share, and not what each of them has.
 */
import { type Municipality, municipalities } from '../../domain/geography/municipalities.ts';
import { minutesByCar, municipalityLocation } from '../../domain/geography/travel.ts';
import { assumptionWord } from '../../domain/planning/lab/check-basis.ts';
import type {
  Basis,
  Costs,
  DemandArea,
  FillingUp,
  FlexiblePlaces,
  Reach,
  Scenario,
  Site,
  StatedEstimate,
} from '../../domain/planning/simulation/scenario.ts';
import type { Distribution } from '../../domain/planning/simulation/distribution.ts';
import {
  assumptionFields,
  costFields,
  fieldsFrom,
  geographies,
  mostEstimateRows,
  mostSiteRows,
  weightTimes,
  writtenAssumption,
} from './form-fields.ts';
import { languages } from '../ui/language.ts';
import { distributionIn, numberIn, percentIn, writtenNumber } from './written.ts';

/** What can be wrong with one field; what the numbers say together is found by the scenario's own rules. */
export type FieldProblem =
  | 'number'
  | 'percent'
  | 'distribution'
  | 'half'
  | 'title'
  | 'place'
  | 'weights'
  | 'reach'
  | 'costs'
  | 'sites'
  | 'room';
export type FieldProblems = Readonly<Record<string, FieldProblem>>;

export type ScenarioFromForm = { readonly scenario: Scenario; readonly problems: FieldProblems };

type Read = {
  readonly text: (name: string) => string;
  /** Whether the fields stand as the form was opened with them. */
  readonly isLeft: (...names: readonly string[]) => boolean;
  readonly say: (name: string, problem: FieldProblem) => null;
  /** Null and said where it is none; undefined where nothing is written. */
  readonly number: (name: string) => number | null | undefined;
  readonly percent: (name: string) => number | null | undefined;
  readonly distribution: (name: string) => Distribution | null | undefined;
};

/** What the scenario has more of than its form has rows for: saving the form would delete it. */
export function roomProblems({ sites, estimates = [] }: Scenario): FieldProblems {
  return {
    ...(sites.length > mostSiteRows ? { 'sted-0': 'room' } : {}),
    ...(estimates.length > mostEstimateRows ? { 'skoen-0-navn': 'room' } : {}),
  };
}

/** The scenario holds what could be read; with problems it is not to be used. */
export function scenarioFromForm(text: (name: string) => string, base: Scenario): ScenarioFromForm {
  const problems: Record<string, FieldProblem> = { ...roomProblems(base) };
  const read = reader(text, base, problems);
  const { isLeft } = read;
  const kept = <T>(names: readonly string[], before: T, from: () => T): T => (isLeft(...names) ? before : from());
  if (text('titel') === '') read.say('titel', 'title');
  const sites = sitesFrom(read, base);
  const areas = areasFrom(read, base, sites);
  const reach = kept(['afstand'], base.reach, () => reachFrom(read) ?? undefined);
  const costs = kept(Object.values(costFields), base.costs, () => costsFrom(read, base.costs) ?? undefined);
  const dispersion = kept(['spredning'], base.dispersion, () => read.number('spredning') ?? undefined);
  const accepts = kept(['tager-imod'], base.accepts, () => read.percent('tager-imod') ?? undefined);
  const course = kept(['henvist', 'foedsel', 'efter'], base.course, () => courseFrom(read, base) ?? undefined);
  const order = kept(['raekkefoelge'], base.order, () => orders.find((one) => one === text('raekkefoelge')));
  const estimates = estimatesFrom(read, base);
  const basis = basisFrom(read, base);
  const scenario: Scenario = {
    title: text('titel'),
    ...(estimates ? { estimates } : {}),
    ...(basis ? { basis } : {}),
    years: kept(['aar'], base.years, () => read.number('aar') ?? base.years),
    arrivalsPerYear: kept(['kvinder'], base.arrivalsPerYear, () => read.number('kvinder') ?? base.arrivalsPerYear),
    ...(dispersion === undefined ? {} : { dispersion }),
    ...(areas ? { areas } : {}),
    ...(accepts === undefined ? {} : { accepts }),
    ...(reach ? { reach } : {}),
    ...(course ? { course } : {}),
    ...(base.stayYears !== undefined ? { stayYears: base.stayYears } : {}),
    patience: kept(['taalmodighed', 'taalmodighed-aar'], base.patience, () => patienceFrom(read, base)),
    ...(order ? { order } : {}),
    sites,
    ...(costs ? { costs } : {}),
  };
  return { scenario, problems };
}

const orders = ['furthest-pregnant', 'first-come'] as const satisfies readonly Scenario['order'][];

function reader(text: (name: string) => string, base: Scenario, problems: Record<string, FieldProblem>): Read {
  const opened = languages.map((language) => fieldsFrom(base, language));
  // A browser sends the lines of a text area with another ending than they were given.
  const plain = (written: string): string => written.replaceAll('\r\n', '\n').trim();
  const isLeft = (...names: readonly string[]): boolean =>
    names.every((name) => opened.some((fields) => plain(text(name)) === plain(fields[name] ?? '')));
  const say = (name: string, problem: FieldProblem): null => {
    problems[name] ??= problem;
    return null;
  };
  const as =
    <T>(from: (text: string) => T | null, problem: FieldProblem) =>
    (name: string): T | null | undefined => {
      const written = text(name);
      if (written === '') return undefined;
      // What was left as it was is kept, so that it need not be readable: a file may have more digits than a field.
      return from(written) ?? (isLeft(name) ? undefined : say(name, problem));
    };
  return {
    text,
    isLeft,
    say,
    number: as(numberIn, 'number'),
    percent: as(percentIn, 'percent'),
    distribution: as(distributionIn, 'distribution'),
  };
}

function estimatesFrom({ text, isLeft, number, say }: Read, base: Scenario): readonly StatedEstimate[] | undefined {
  const names = (index: number): readonly string[] => ['navn', 'fra', 'til', 'kilde'].map((part) => `skoen-${index}-${part}`);
  const rows = Array.from({ length: mostEstimateRows }, (_, index) => index);
  if (rows.every((index) => isLeft(...names(index)))) return base.estimates;
  return rows.flatMap((index) => {
    const before = base.estimates?.[index];
    if (before && isLeft(...names(index))) return [before];
    const [name, source] = [text(`skoen-${index}-navn`), text(`skoen-${index}-kilde`)];
    const [from, to] = [number(`skoen-${index}-fra`), number(`skoen-${index}-til`)];
    if (name === '' && from === undefined && to === undefined) return [];
    if (name === '') say(`skoen-${index}-navn`, 'half');
    if (from === undefined) say(`skoen-${index}-fra`, 'half');
    return typeof from === 'number' ? [{ name, from, to: to ?? from, source: source === '' ? assumptionWord : source }] : [];
  });
}

function basisFrom({ text, isLeft, number, percent, say }: Read, base: Scenario): Readonly<Record<string, Basis>> | undefined {
  const known = new Set<string>(assumptionFields.map(({ lever }) => lever));
  const kept = Object.entries(base.basis ?? {}).filter(([field]) => !known.has(field) && field !== 'costs');
  const before = (field: string): (readonly [string, Basis])[] => {
    const basis = base.basis?.[field];
    return basis ? [[field, basis]] : [];
  };
  const beside = assumptionFields.flatMap(({ lever, word, written, range }): (readonly [string, Basis])[] => {
    if (isLeft(word, `${word}-fra`, `${word}-til`, `${word}-kilde`)) return before(lever);
    const read = range === 'percent' ? percent : number;
    const [low, high] = [read(`${word}-fra`), read(`${word}-til`)];
    if (typeof low === 'number' && high === undefined) say(`${word}-til`, 'half');
    if (typeof high === 'number' && low === undefined) say(`${word}-fra`, 'half');
    const asBefore = isLeft(`${word}-fra`, `${word}-til`) ? base.basis?.[lever]?.range : undefined;
    const over = asBefore ?? (typeof low === 'number' && typeof high === 'number' ? ([low, high] as const) : undefined);
    const source = sourceIn(text(`${word}-kilde`));
    if (!over && source === assumptionWord && (written === 'none' || text(word) === '')) return [];
    return [[lever, { source, ...(over ? { range: over } : {}) }]];
  });
  const costs: readonly (readonly [string, Basis])[] = isLeft(...Object.values(costFields), 'omkostninger-kilde')
    ? before('costs')
    : text(costFields.currency) === ''
      ? []
      : [['costs', { source: sourceIn(text('omkostninger-kilde')) }]];
  const all = [...beside, ...kept, ...costs];
  return all.length === 0 && base.basis === undefined ? undefined : Object.fromEntries(all);
}

function sourceIn(text: string): string {
  return text === '' || Object.values(writtenAssumption).includes(text.toLowerCase()) ? assumptionWord : text;
}

function courseFrom({ distribution, isLeft, text }: Read, { course, stayYears }: Scenario): Scenario['course'] | null {
  if (stayYears !== undefined && text('henvist') === '' && text('efter') === '') return null;
  const of = (name: string, before: Distribution | undefined) => (isLeft(name) ? before : distribution(name));
  const [weekAtReferral, termWeek, afterBirthWeeks] = [
    of('henvist', course?.weekAtReferral),
    of('foedsel', course?.termWeek),
    of('efter', course?.afterBirthWeeks),
  ];
  return {
    weekAtReferral: weekAtReferral ?? course?.weekAtReferral ?? 20,
    ...(termWeek === undefined || termWeek === null ? {} : { termWeek }),
    afterBirthWeeks: afterBirthWeeks ?? course?.afterBirthWeeks ?? 0,
  };
}

function patienceFrom({ text, distribution, say }: Read, { patience }: Scenario): Scenario['patience'] {
  const chosen = text('taalmodighed');
  if (chosen === 'birth' || chosen === 'none' || chosen === 'endless') return chosen;
  const years = distribution('taalmodighed-aar');
  if (years === undefined) say('taalmodighed-aar', 'distribution');
  return years ?? patience;
}

function sitesFrom(read: Read, base: Scenario): readonly Site[] {
  const sites = Array.from({ length: mostSiteRows }, (_, index) => index).flatMap((index): readonly Site[] => {
    const id = read.text(`sted-${index}`);
    if (id === '') return [];
    const before = base.sites.find((site) => site.id === id);
    const [places, byNeed] = [read.number(`pladser-${index}`), read.number(`behov-${index}`)];
    if (places === undefined) read.say(`pladser-${index}`, 'half');
    const hasFlexible = read.text(`behov-${index}`) === (before?.flexible ? writtenNumber(before.flexible.places) : '');
    const flexible = hasFlexible ? before?.flexible !== undefined : (byNeed ?? 0) > 0;
    return [siteFrom(read, base.sites, before, { id, places: places ?? 0, byNeed: flexible ? (byNeed ?? 0) : null })];
  });
  for (const [index, { id }] of sites.entries()) if (sites.findIndex((site) => site.id === id) !== index) read.say('sted-0', 'sites');
  return sites;
}

function siteFrom(
  read: Read,
  all: readonly Site[],
  before: Site | undefined,
  { id, places, byNeed }: { readonly id: string; readonly places: number; readonly byNeed: number | null },
): Site {
  const fillingUp = fillingUpFrom(read, all, before, places);
  const said = before && read.isLeft('siger-nej') ? before.refuses : (read.percent('siger-nej') ?? undefined);
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

/** Minutes that the scenario had are kept, so that what was overruled in a file stays; the others come from the model. */
function areasFrom(read: Read, base: Scenario, sites: readonly Site[]): readonly DemandArea[] | null {
  const chosen = geographies.find((one) => one === read.text('geografi')) ?? 'foedsler';
  const isSame = read.isLeft('geografi', 'vaegte');
  const isAsBefore = sites.length === base.sites.length && sites.every(({ id }) => base.sites.some((site) => site.id === id));
  if (chosen === 'ingen') return null;
  if (chosen === 'fil' || (isSame && isAsBefore)) return base.areas ?? null;
  const at = sites.map(({ id }) => municipalities.find((one) => one.id === id));
  if (at.some((site) => site === undefined)) return read.say('geografi', 'place');
  const times = chosen === 'vaegte' ? weightsIn(read) : new Map<string, number>();
  const before = new Map(base.areas?.map((area) => [area.id, area]));
  return municipalities.map((home) => {
    const [had, wanted] = [before.get(home.id), times.get(home.id) ?? 1];
    return {
      id: home.id,
      weight: had && chosen === 'vaegte' && weightTimes(home.id, had.weight) === wanted ? had.weight : home.births * wanted,
      minutes: Object.fromEntries(
        at.flatMap((site) => (site ? [[site.id, had?.minutes[site.id] ?? minutesBetween(home, site)] as const] : [])),
      ),
    };
  });
}

function minutesBetween(home: Municipality, site: Municipality): number {
  return minutesByCar(municipalityLocation(home), municipalityLocation(site));
}

function weightsIn({ text, say }: Read): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const line of linesOf(text('vaegte'))) {
    const [name = '', times = ''] = line.split(/[:;]/, 2).map((part) => part.trim());
    const home = municipalities.find((one) => one.id === name || one.name.toLowerCase() === name.toLowerCase());
    const value = numberIn(times);
    if (!home || value === null || value < 0) say('vaegte', 'weights');
    else found.set(home.id, value);
  }
  return found;
}

function reachFrom({ text, say }: Read): Reach | null {
  const steps = linesOf(text('afstand')).map((line) => {
    const [minutes = '', share = ''] = line.split(/[:;]/, 2);
    return { upToMinutes: numberIn(minutes), share: percentIn(share.trim()) };
  });
  if (steps.length === 0) return null;
  const whole = steps.flatMap(({ upToMinutes, share }) => (upToMinutes === null || share === null ? [] : [{ upToMinutes, share }]));
  return whole.length === steps.length ? whole : say('afstand', 'reach');
}

/** All or none: a cost that is not there is not nought. */
function costsFrom({ text, isLeft, number, percent, say }: Read, before: Costs | undefined): Costs | null {
  const written = Object.values(costFields).filter((word) => text(word) !== '');
  if (written.length === 0) return null;
  if (written.length < Object.keys(costFields).length) return say(costFields.currency, 'costs');
  const of = (name: Exclude<keyof Costs, 'currency'>): number => {
    const word = costFields[name];
    return (isLeft(word) ? before?.[name] : name === 'discountRate' ? percent(word) : number(word)) ?? 0;
  };
  return {
    currency: text(costFields.currency),
    priceYear: of('priceYear'),
    discountRate: of('discountRate'),
    siteYear: of('siteYear'),
    openPlaceDay: of('openPlaceDay'),
    occupiedPlaceDay: of('occupiedPlaceDay'),
    opening: of('opening'),
  };
}

function linesOf(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
