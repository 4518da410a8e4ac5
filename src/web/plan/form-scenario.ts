/** A scenario read back from the fields of its form. What the form does not show is kept from the scenario that it was opened with. */
import { type Municipality, municipalities } from '../../domain/geography/municipalities.ts';
import { minutesByCar, municipalityLocation } from '../../domain/geography/travel.ts';
import { assumptionWord } from '../../domain/planning/lab/check-basis.ts';
import type { Basis, Costs, DemandArea, Reach, Scenario, Site, StatedEstimate } from '../../domain/planning/simulation/scenario.ts';
import type { Distribution } from '../../domain/planning/simulation/distribution.ts';
import { assumptionFields, costFields, geographies, mostEstimateRows, mostSiteRows, writtenAssumption } from './form-fields.ts';
import { distributionIn, numberIn, percentIn } from './written.ts';

/** What can be wrong with one field; what the numbers say together is found by the scenario's own rules. */
export type FieldProblem = 'number' | 'percent' | 'distribution' | 'half' | 'title' | 'place' | 'weights' | 'reach' | 'costs' | 'sites';
export type FieldProblems = Readonly<Record<string, FieldProblem>>;

export type ScenarioFromForm = { readonly scenario: Scenario; readonly problems: FieldProblems };

type Read = {
  readonly text: (name: string) => string;
  readonly say: (name: string, problem: FieldProblem) => null;
  /** Null and said where it is none; undefined where nothing is written. */
  readonly number: (name: string) => number | null | undefined;
  readonly percent: (name: string) => number | null | undefined;
  readonly distribution: (name: string) => Distribution | null | undefined;
};

/** The scenario holds what could be read; with problems it is not to be used. */
export function scenarioFromForm(text: (name: string) => string, base: Scenario): ScenarioFromForm {
  const problems: Record<string, FieldProblem> = {};
  const read = reader(text, problems);
  if (text('titel') === '') read.say('titel', 'title');
  const sites = sitesFrom(read, base);
  const areas = areasFrom(read, base, sites);
  const reach = reachFrom(read);
  const costs = costsFrom(read);
  const dispersion = read.number('spredning');
  const accepts = read.percent('tager-imod');
  const course = courseFrom(read, base);
  const order = text('raekkefoelge');
  const scenario: Scenario = {
    title: text('titel'),
    estimates: estimatesFrom(read),
    basis: basisFrom(read, base),
    years: read.number('aar') ?? base.years,
    arrivalsPerYear: read.number('kvinder') ?? base.arrivalsPerYear,
    ...(typeof dispersion === 'number' ? { dispersion } : {}),
    ...(areas ? { areas } : {}),
    ...(typeof accepts === 'number' ? { accepts } : {}),
    ...(reach ? { reach } : {}),
    ...(course ? { course } : {}),
    ...(base.stayYears !== undefined ? { stayYears: base.stayYears } : {}),
    patience: patienceFrom(read, base),
    ...(order === 'furthest-pregnant' || order === 'first-come' ? { order } : {}),
    sites,
    ...(costs ? { costs } : {}),
  };
  return { scenario, problems };
}

function reader(text: (name: string) => string, problems: Record<string, FieldProblem>): Read {
  const say = (name: string, problem: FieldProblem): null => {
    problems[name] ??= problem;
    return null;
  };
  const as =
    <T>(from: (text: string) => T | null, problem: FieldProblem) =>
    (name: string): T | null | undefined => {
      const written = text(name);
      return written === '' ? undefined : (from(written) ?? say(name, problem));
    };
  return {
    text,
    say,
    number: as(numberIn, 'number'),
    percent: as(percentIn, 'percent'),
    distribution: as(distributionIn, 'distribution'),
  };
}

function estimatesFrom({ text, number, say }: Read): readonly StatedEstimate[] {
  return Array.from({ length: mostEstimateRows }, (_, index) => index).flatMap((index) => {
    const [name, source] = [text(`skoen-${index}-navn`), text(`skoen-${index}-kilde`)];
    const [from, to] = [number(`skoen-${index}-fra`), number(`skoen-${index}-til`)];
    if (name === '' && from === undefined && to === undefined) return [];
    if (name === '') say(`skoen-${index}-navn`, 'half');
    if (from === undefined) say(`skoen-${index}-fra`, 'half');
    return typeof from === 'number' ? [{ name, from, to: to ?? from, source: source === '' ? assumptionWord : source }] : [];
  });
}

function basisFrom({ text, number, percent, say }: Read, base: Scenario): Readonly<Record<string, Basis>> {
  const known = new Set<string>(assumptionFields.map(({ lever }) => lever));
  const kept = Object.entries(base.basis ?? {}).filter(([field]) => !known.has(field) && field !== 'costs');
  const beside = assumptionFields.flatMap(({ lever, word, written, range }): (readonly [string, Basis])[] => {
    const read = range === 'percent' ? percent : number;
    const [low, high] = [read(`${word}-fra`), read(`${word}-til`)];
    if (typeof low === 'number' && high === undefined) say(`${word}-til`, 'half');
    if (typeof high === 'number' && low === undefined) say(`${word}-fra`, 'half');
    const hasRange = typeof low === 'number' && typeof high === 'number';
    const source = sourceIn(text(`${word}-kilde`));
    if (!hasRange && source === assumptionWord && (written === 'none' || text(word) === '')) return [];
    return [[lever, { source, ...(hasRange ? { range: [low, high] as const } : {}) }]];
  });
  const costs: readonly (readonly [string, Basis])[] =
    text(costFields.currency) === '' ? [] : [['costs', { source: sourceIn(text('omkostninger-kilde')) }]];
  return Object.fromEntries([...beside, ...kept, ...costs]);
}

function sourceIn(text: string): string {
  return text === '' || Object.values(writtenAssumption).includes(text.toLowerCase()) ? assumptionWord : text;
}

function courseFrom({ distribution, text }: Read, { course, stayYears }: Scenario): Scenario['course'] | null {
  if (stayYears !== undefined && text('henvist') === '' && text('efter') === '') return null;
  const [weekAtReferral, termWeek, afterBirthWeeks] = [distribution('henvist'), distribution('foedsel'), distribution('efter')];
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
    return [siteFrom(read, base.sites, before, { id, places: places ?? 0, byNeed: byNeed ?? 0 })];
  });
  for (const [index, { id }] of sites.entries()) if (sites.findIndex((site) => site.id === id) !== index) read.say('sted-0', 'sites');
  return sites;
}

function siteFrom(
  { number, percent, distribution }: Read,
  all: readonly Site[],
  before: Site | undefined,
  { id, places, byNeed }: { readonly id: string; readonly places: number; readonly byNeed: number },
): Site {
  const [weeks, from, refuses] = [number('indkoering'), number('begynder-med'), percent('siger-nej')];
  // An empty field means none, unless the sites that were there differed in it: then each keeps its own.
  const differ = new Set(all.flatMap(({ fillingUp }) => (fillingUp ? [fillingUp.weeks] : []))).size > 1;
  const fillingUp = typeof weeks === 'number' ? { fromPlaces: Math.min(from ?? 0, places), weeks } : differ ? before?.fillingUp : undefined;
  const flexible = before?.flexible;
  const openAt = number('aabner-ved');
  return {
    id,
    places,
    ...(before?.opensAtYears === undefined ? {} : { opensAtYears: before.opensAtYears }),
    ...(fillingUp ? { fillingUp } : {}),
    ...(byNeed > 0
      ? {
          flexible: {
            places: byNeed,
            leadWeeks: distribution('aabner-paa') ?? flexible?.leadWeeks ?? 4,
            openWhen: typeof openAt === 'number' ? { waiting: openAt } : (flexible?.openWhen ?? { waiting: 1 }),
            closeWhen: {
              freeAtLeast: number('lukker-ved') ?? flexible?.closeWhen.freeAtLeast ?? 2,
              forWeeks: number('lukker-efter') ?? flexible?.closeWhen.forWeeks ?? 8,
            },
          },
        }
      : {}),
    ...(typeof refuses === 'number' && refuses !== 0 ? { refuses } : {}),
  };
}

/** Minutes that the scenario had are kept, so that what was overruled in a file stays; the others come from the model. */
function areasFrom(read: Read, base: Scenario, sites: readonly Site[]): readonly DemandArea[] | null {
  const chosen = geographies.find((one) => one === read.text('geografi')) ?? 'foedsler';
  if (chosen === 'ingen') return null;
  if (chosen === 'fil') return base.areas ?? null;
  const at = sites.map(({ id }) => municipalities.find((one) => one.id === id));
  if (at.some((site) => site === undefined)) return read.say('geografi', 'place');
  const times = chosen === 'vaegte' ? weightsIn(read) : new Map<string, number>();
  const before = new Map(base.areas?.map((area) => [area.id, area.minutes]));
  return municipalities.map((home) => ({
    id: home.id,
    weight: home.births * (times.get(home.id) ?? 1),
    minutes: Object.fromEntries(
      at.flatMap((site) => (site ? [[site.id, before.get(home.id)?.[site.id] ?? minutesBetween(home, site)] as const] : [])),
    ),
  }));
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
function costsFrom({ text, number, percent, say }: Read): Costs | null {
  const written = Object.values(costFields).filter((word) => text(word) !== '');
  if (written.length === 0) return null;
  if (written.length < Object.keys(costFields).length) return say(costFields.currency, 'costs');
  return {
    currency: text(costFields.currency),
    priceYear: number(costFields.priceYear) ?? 0,
    discountRate: percent(costFields.discountRate) ?? 0,
    siteYear: number(costFields.siteYear) ?? 0,
    openPlaceDay: number(costFields.openPlaceDay) ?? 0,
    occupiedPlaceDay: number(costFields.occupiedPlaceDay) ?? 0,
    opening: number(costFields.opening) ?? 0,
  };
}

function linesOf(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
