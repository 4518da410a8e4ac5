/**
 * A scenario read back from the fields of its form. What the form does not show, and every field that was left as it was, is kept from the scenario
 * that it was opened with, site by site: a field can say what all sites share, and not what each of them has.
 */
import type { Distribution } from '../../domain/planning/simulation/distribution.ts';
import type { Costs, Scenario } from '../../domain/planning/simulation/scenario.ts';
import { basisFrom, estimatesFrom } from './form-assumptions.ts';
import { costFields, mostEstimateRows, mostSiteRows } from './form-fields.ts';
import { areasFrom, reachFrom } from './form-geography.ts';
import { type FieldProblem, type FieldProblems, type Read, reader } from './form-reader.ts';
import { sitesFrom } from './form-sites.ts';

export type ScenarioFromForm = { readonly scenario: Scenario; readonly problems: FieldProblems };

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
  const accepts = kept(['tager-imod'], base.accepts, () => read.share('tager-imod') ?? undefined);
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
