/** What is said of sets of sites: which loses least, how much longer the travel gets, and whether the travel times can tell. */
import { asGood, travelVerdict } from '../../domain/planning/lab/site-question.ts';
import type { RegretAnswer, SetRegret } from '../../domain/planning/sites/regret.ts';
import type { TravelChange } from '../../domain/planning/sites/travel-change.ts';
import type { Language } from '../ui/language.ts';
import { roundedMinutes } from '../../domain/geography/travel.ts';
import { listed } from './plan-words.ts';
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

export function staysText(change: TravelChange, named: Named, language: Language): string {
  const say = sitesTexts(language);
  if (change.outcome !== 'compared') return say('unknown');
  switch (travelVerdict(change)) {
    case 'stays':
      return say('staysYes');
    case 'likely':
      return say('staysLikely', { share: Math.floor(change.safeUpTo * 100) });
    case 'undecided':
      return say('staysUndecided', othersIn(change, named, language));
  }
}
