/** What is said of sets of sites: which loses least, how much longer the travel gets, and whether the travel times can tell. */
import { asGood, travelOff, travelUsuallyOff, travelVerdict, travelWorstOff } from '../../domain/planning/lab/site-question.ts';
import type { RegretAnswer, SetRegret } from '../../domain/planning/sites/regret.ts';
import type { TravelChange } from '../../domain/planning/sites/travel-change.ts';
import { numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { roundedMinutes } from '../../domain/geography/travel.ts';
import { documentedEstimates } from '../../domain/planning/lab/position-scenarios.ts';
import { listed, spanText } from './plan-words.ts';
import { sitesTexts } from './texts.ts';

/** The difference of the two as they are written, so that it is the one that the reader works out. */
export function longerThanBest({ values }: SetRegret, best: readonly (SetRegret | null)[], estimate: number): number {
  const [value, least] = [values[estimate] ?? null, best[estimate]?.values[estimate] ?? null];
  return value === null || least === null ? 0 : roundedMinutes(value) - roundedMinutes(least);
}

export type Named = (open: readonly number[]) => string;

/** The first sentence: how many sites lose least in travel, unless only one was asked for, and whether the travel times can tell where. */
export function leastText(
  { leastRegret, best }: Extract<RegretAnswer, { outcome: 'compared' }>,
  travel: readonly TravelChange[],
  named: Named,
  language: Language,
): string {
  const { open } = leastRegret;
  const change = travel[open.length - 1];
  // Only of the same set is anything known.
  const isOfIt = change?.outcome === 'compared' && change.open.join(' ') === open.join(' ');
  return sitesTexts(language)('least', {
    count: open.length,
    max: travel.length,
    ruled: ruledOutUnder({ leastRegret, best }, language),
    sites: named(open),
    minutes: Math.max(...leastRegret.values.map((_, estimate) => longerThanBest(leastRegret, best, estimate))),
    verdict: isOfIt ? travelVerdict(change) : 'unknown',
    ...(isOfIt ? othersIn(change, named, language) : { others: '', alike: 0 }),
  });
}

/** So many sets are named; of more, only the first is. */
const mostNamed = 3;
const mostCounted = 20;

/** What may be as good, after a usual error of the travel times. */
function othersIn(
  change: Extract<TravelChange, { outcome: 'compared' }>,
  named: Named,
  language: Language,
): { readonly others: string; readonly alike: number } {
  const say = sitesTexts(language);
  const alike = asGood(change);
  const names = alike.slice(0, mostNamed).map(({ open }) => (open.length > 1 ? `«${named(open)}»` : named(open)));
  const values = { count: alike.length, of: change.open.length, sites: alike.length > mostNamed ? (names[0] ?? '') : '' };
  const others = alike.length <= mostNamed ? listed(names, language) : say(alike.length > mostCounted ? 'more' : 'many', values);
  return { others, alike: alike.length };
}

/**
 * The estimates under which there are not women enough for a set that is the best of another: it is out of the choice however short its journeys, and
 * the set that is left may lose most. «none» where no best set is out.
 */
function ruledOutUnder(
  { leastRegret, best }: Pick<Extract<RegretAnswer, { outcome: 'compared' }>, 'leastRegret' | 'best'>,
  language: Language,
): string {
  const out = best.filter((one) => one !== null && one.impossible > leastRegret.impossible);
  const under = documentedEstimates.filter((_, at) => out.some((one) => one?.values[at] === null));
  return under.length === 0
    ? 'none'
    : listed(
        under.map((estimate) => spanText(estimate, 0, language)),
        language,
      );
}

export function staysText(change: TravelChange, named: Named, language: Language): string {
  const say = sitesTexts(language);
  if (change.outcome !== 'compared') return say('unknown');
  switch (travelVerdict(change)) {
    case 'stays':
      return say('staysYes');
    case 'likely':
      return say('staysLikely', { share: Math.floor(change.safeUpTo * 100), within: withinText(change, language) });
    case 'undecided':
      return say('staysUndecided', { ...othersIn(change, named, language), within: withinText(change, language) });
  }
}

/** How many others may be the best within all of what the times may be off. */
function withinText({ contenders, open }: Extract<TravelChange, { outcome: 'compared' }>, language: Language): string {
  const count = contenders.length;
  return sitesTexts(language)('within', {
    off: percentOff(travelOff, language),
    many: count > mostCounted ? 'yes' : 'no',
    count,
    one: count === 1 ? 'yes' : 'no',
    of: open.length,
  });
}

/** What the travel times are off, in per cent: usually, at worst, and as far as is tried. */
export function travelErrors(language: Language): Readonly<Record<'usual' | 'worst' | 'off', string>> {
  return {
    usual: percentOff(travelUsuallyOff, language),
    worst: percentOff(travelWorstOff, language),
    off: percentOff(travelOff, language),
  };
}

function percentOff(share: number, language: Language): string {
  return numberText(Number((100 * share).toFixed(1)), language);
}
