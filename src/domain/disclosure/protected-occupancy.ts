/**
 * The protected form of the whole country's occupancy (da: skærmet belægning): the share of open nights that were filled, in whole steps and of a year
 * that is over, made once. No law sets it: it is our own rule, published as `docs/rules/occupancy-2026-11.md`.
 */
import { type CountedFact, unitKeyOf } from '../numbers/counted-fact.ts';
import { addDays, type Day, day, daysBetween } from '../time.ts';

/** The rule, in force from a day on. */
export const occupancyRule = {
  edition: 'belaegning/2026-11',
  from: '2026-11-26',
  /** A year is of what was known at the end of this day of the next one, and of no other: there are never two releases to subtract. */
  asOf: '03-31',
  /** Per cent that are told apart, and where nothing more is at the most: all below the one are alike, and all above the other. */
  step: 5,
  atMost: 10,
  atLeast: 90,
  /** In every quarter so many providers have women in their units, and so many women are left when any one provider takes its own away. */
  providers: 5,
  women: 5,
  /** Nights: one woman can fill so many of a year. */
  oneWoman: 366,
} as const;

/** The parts of the rule that decide, so that it can be tried with smaller numbers. */
export type OccupancyRule = { readonly [part in 'step' | 'atMost' | 'atLeast' | 'providers' | 'women' | 'oneWoman']: number };

/** What is printed of a year; `hidden` never says which part of the rule hid it, and `none` is where no place was open. */
export type ProtectedOccupancy =
  | { readonly outcome: 'printed'; readonly percent: number; readonly is: 'about' | 'at-most' | 'at-least' }
  | { readonly outcome: 'hidden' }
  | { readonly outcome: 'none' };

/** A provider's year: nights that were open and nights that were filled. */
export type ProviderNights = { readonly open: number; readonly filled: number };

export type OccupancyQuestion = {
  readonly year: number;
  /** What was known at its end; a stay that had not ended lasts to it. */
  readonly asOf: Day;
  /** Who runs a unit, by what tells it from others: one provider knows the nights of all its units. */
  readonly providerOf: (unit: string) => string;
  readonly rule?: OccupancyRule;
};

/**
 * The country's occupancy as it may be read by all. `places` and `stays` are what was known at the end of `asOf`. As in the figure, women count in
 * units that had an open place.
 */
export function protectedOccupancy(
  places: readonly CountedFact[],
  stays: readonly CountedFact[],
  { year, asOf, providerOf, rule = occupancyRule }: OccupancyQuestion,
): ProtectedOccupancy {
  const whole: Span = [day(`${year}-01-01`), day(`${year + 1}-01-01`)];
  const nightsOf = ({ happened, until }: CountedFact, span: Span): number => nightsIn(happened, until ?? asOf, span);
  const open = new Map<string, number>();
  for (const place of places) {
    const unit = unitKeyOf(place);
    const nights = nightsOf(place, whole);
    if (unit !== null && nights > 0) open.set(unit, (open.get(unit) ?? 0) + nights);
  }
  if (open.size === 0) return { outcome: 'none' };
  const counted = stays.flatMap((stay) => {
    const unit = unitKeyOf(stay);
    return unit !== null && open.has(unit) && nightsOf(stay, whole) > 0 ? [{ stay, provider: providerOf(unit) }] : [];
  });
  for (const quarter of quartersOf(year)) {
    const women = new Map<string, Set<string>>();
    for (const { stay, provider } of counted)
      if (nightsOf(stay, quarter) > 0) women.set(provider, (women.get(provider) ?? new Set()).add(stay.subject));
    if (!areEnough(women, rule)) return { outcome: 'hidden' };
  }
  const providers = new Map<string, ProviderNights>();
  for (const [unit, nights] of open) add(providers, providerOf(unit), nights, 0);
  for (const { stay, provider } of counted) add(providers, provider, 0, nightsOf(stay, whole));
  return printedOccupancy([...providers.values()], rule);
}

/** What is printed of the providers' nights. Which shares are told apart hangs on what was open alone, so that it tells nothing of what was filled. */
export function printedOccupancy(providers: readonly ProviderNights[], rule: OccupancyRule): ProtectedOccupancy {
  const [open, filled] = [sumOf(providers, 'open'), sumOf(providers, 'filled')];
  if (open === 0) return { outcome: 'none' };
  const ends = toldApart(
    providers.map((one) => one.open),
    rule,
  );
  if (ends === null) return { outcome: 'hidden' };
  const rounded = rule.step * Math.round((100 * filled) / open / rule.step);
  const percent = Math.max(ends.atMost, Math.min(ends.atLeast, rounded));
  return { outcome: 'printed', percent, is: percent === ends.atMost ? 'at-most' : percent === ends.atLeast ? 'at-least' : 'about' };
}

/** From and to which share they are told apart, by the open nights of each provider; null where nothing can be told. */
function toldApart(open: readonly number[], rule: OccupancyRule): { readonly atMost: number; readonly atLeast: number } | null {
  const { step, oneWoman } = rule;
  const all = open.reduce((sum, nights) => sum + nights, 0);
  // A step that is narrower than what one woman can fill would tell of her to one who knows all the others.
  if (step * all < 100 * oneWoman) return null;
  const from = (percent: number): number => Math.ceil(((percent - step / 2) * all) / 100);
  const below = (percent: number): number => Math.ceil(((percent + step / 2) * all) / 100) - 1;
  const isSafe = (least: number, most: number): boolean => !isRead(open, least, most, oneWoman);
  const shares = Array.from({ length: Math.floor(100 / step) + 1 }, (_, index) => index * step);
  const within = shares.filter((percent) => percent >= rule.atMost && percent <= rule.atLeast);
  const atMost = within.find((percent) => isSafe(0, below(percent)));
  const atLeast = within.findLast((percent) => isSafe(from(percent), all));
  if (atMost === undefined || atLeast === undefined || atMost >= atLeast) return null;
  const between = within.filter((percent) => percent > atMost && percent < atLeast);
  return between.every((percent) => isSafe(from(percent), below(percent))) ? { atMost, atLeast } : null;
}

/**
 * Whether one who knows all that was open, that so many nights were filled, and what one provider (or none) filled of its own can know another's to
 * less than what one woman can fill, whatever the nights are. What is left to be known falls towards the ends of what the knower can have.
 */
function isRead(open: readonly number[], least: number, most: number, oneWoman: number): boolean {
  const all = open.reduce((sum, nights) => sum + nights, 0);
  return open.some((own, provider) =>
    [-1, ...open.keys()].some((knower) => {
      if (knower === provider) return false;
      const knows = open[knower] ?? 0;
      const elsewhere = all - own - knows;
      return [Math.max(0, least - own - elsewhere), Math.min(knows, most)].some((known) => {
        const [from, to] = [Math.max(0, least - known - elsewhere), Math.min(own, most - known)];
        return to - from < Math.min(own, oneWoman);
      });
    }),
  );
}

type Span = readonly [from: Day, before: Day];

function quartersOf(year: number): readonly Span[] {
  const starts = ['01-01', '04-01', '07-01', '10-01'].map((monthDay) => day(`${year}-${monthDay}`));
  return starts.map((start, index) => [start, starts[index + 1] ?? day(`${year + 1}-01-01`)]);
}

function nightsIn(from: Day, before: Day, [first, next]: Span): number {
  return Math.max(0, daysBetween(from > first ? from : first, before < next ? before : next));
}

/** Without any one provider's own the women of the others are enough: what is left when it takes them away is no small count. */
function areEnough(women: ReadonlyMap<string, ReadonlySet<string>>, { providers, women: fewest }: OccupancyRule): boolean {
  const besides = (provider: string): ReadonlySet<string> =>
    new Set([...women].flatMap(([one, subjects]) => (one === provider ? [] : [...subjects])));
  return women.size >= providers && [...women.keys()].every((provider) => besides(provider).size >= fewest);
}

function add(providers: Map<string, ProviderNights>, provider: string, open: number, filled: number): void {
  const before = providers.get(provider) ?? { open: 0, filled: 0 };
  providers.set(provider, { open: before.open + open, filled: before.filled + filled });
}

function sumOf(providers: readonly ProviderNights[], part: keyof ProviderNights): number {
  return providers.reduce((sum, one) => sum + one[part], 0);
}

/** The one day that a year's occupancy is of, and the first day that it can be read. */
export function occupancyDayOf(year: number): { readonly asOf: Day; readonly comes: Day } {
  const asOf = day(`${year + 1}-${occupancyRule.asOf}`);
  return { asOf, comes: addDays(asOf, 1) };
}
