/**
 * Fairness (da: rimelighed): whether women wait alike, counted from what was written on their requests. Medians are of whole days; where an
 * even number is counted, the median is the mean of the two in the middle. Small counts stand as they are: for the internal edition only.
 */
import { municipality } from '../geography/municipalities.ts';
import { type RegionId, regionOf, regionsOn } from '../geography/regions.ts';
import type { Id } from '../id.ts';
import { type Day, daysBetween, millisBetween, type Moment } from '../time.ts';
import { type RefusalReason, refusalReasons } from './confirm.ts';
import { bandOf, type UrgencyBand, urgencyBands, type UrgencyFacts, urgencyOn } from './urgency.ts';
import type { RequestStatus } from './waiting-lifecycle.ts';
import { type OfferStatus, offerStatuses } from './waiting-offer.ts';
import { type OvertakeReason, overtakeReasons } from './waiting-reasons.ts';

/** How far a place of hers has come, in turn. Our own edition, published as `docs/rules/fairness-reached-2026-11.md`. */
export const reachedSteps = ['offered', 'held', 'confirmed', 'admitted'] as const;
export type Reached = (typeof reachedSteps)[number];
export const reachedEdition = 'rimelighed-faaet/2026-11';

/** Whether she has been given a place: a yes that only holds one can still come to nothing. */
function hasGotPlace(reached: Reached | null): boolean {
  return reached === 'confirmed' || reached === 'admitted';
}

/** What is counted of one request: neither name nor pathway. */
export type CountedRequest = {
  readonly municipality: Id<'municipality'> | null;
  readonly status: RequestStatus;
  readonly urgency: UrgencyFacts;
  /** The day she was given a place, or left the list; `null` while she waits. */
  readonly leftOn: Day | null;
  /** How far the place has come that she was offered, or left the list for; `null` where there is none. */
  readonly reached: Reached | null;
  readonly refusals: readonly { readonly unit: Id<'unit'>; readonly reason: RefusalReason | null }[];
};

export type CountedOffer = { readonly status: OfferStatus; readonly offered: Moment; readonly answered: Moment | null };
/** A place that was held although so many more urgent requests waited for the unit. */
export type CountedOvertaking = { readonly unit: Id<'unit'>; readonly reason: OvertakeReason | null; readonly waiting: number };

export type FairnessMatter = {
  readonly requests: readonly CountedRequest[];
  readonly offers: readonly CountedOffer[];
  readonly overtakings: readonly CountedOvertaking[];
};

/** How long some waited. `median` and `longest` are days from the request on; `null` where nobody is counted. */
export type Waits = { readonly count: number; readonly median: number | null; readonly longest: number | null };
export type WaitsOf<Group extends string> = {
  readonly group: Group;
  readonly waiting: Waits;
  readonly held: Waits;
  readonly placed: Waits;
};

/** Municipalities by population (FOLK1A 2020). Our own choice of limits. */
export const municipalitySizes = ['under-50000', '50000-99999', '100000-and-more', 'unknown'] as const;
export type MunicipalitySize = (typeof municipalitySizes)[number];

export type FairnessReport = {
  /** How far each has come with a place, all together. */
  readonly reached: readonly { readonly step: Reached; readonly waits: Waits }[];
  readonly byBand: readonly WaitsOf<UrgencyBand>[];
  readonly bySize: readonly WaitsOf<MunicipalitySize>[];
  readonly byRegion: readonly WaitsOf<RegionId | 'unknown'>[];
  readonly refusals: readonly { readonly unit: Id<'unit'>; readonly reason: RefusalReason | 'unsaid'; readonly count: number }[];
  readonly offers: readonly { readonly status: OfferStatus; readonly count: number; readonly medianHours: number | null }[];
  /** Times a place was held past somebody, and how many were passed in all. */
  readonly overtakings: readonly { readonly reason: OvertakeReason | 'unsaid'; readonly count: number; readonly passed: number }[];
};

/** Counts the report as it stands on a day. Groups with nobody are kept, so that nothing is hidden by being left out. */
export function fairnessOn({ requests, offers, overtakings }: FairnessMatter, today: Day): FairnessReport {
  const units = [...new Set(requests.flatMap((request) => request.refusals.map(({ unit }) => unit)))].toSorted();
  const refused = requests.flatMap((request) => request.refusals);
  const reasons = [...refusalReasons, 'unsaid'] as const;
  const present = regionsOn(today).map(({ id }) => id);
  return {
    reached: reachedSteps.map((step) => ({
      step,
      waits: waitsOf(
        requests.filter(({ reached }) => reached === step),
        today,
      ),
    })),
    byBand: grouped(requests, urgencyBands, (one) => bandOf(urgencyOn(one.urgency, one.leftOn ?? today).score), today),
    bySize: grouped(requests, municipalitySizes, sizeOf, today),
    byRegion: grouped(requests, [...present, 'unknown'] as const, (one) => regionNow(one, today), today),
    refusals: units
      .flatMap((unit) =>
        reasons.map((reason) => ({
          unit,
          reason,
          count: refused.filter((one) => one.unit === unit && (one.reason ?? 'unsaid') === reason).length,
        })),
      )
      .filter(({ count }) => count > 0),
    offers: offerStatuses.map((status) => {
      const those = offers.filter((offer) => offer.status === status);
      const hours = those.flatMap(({ offered, answered }) => (answered === null ? [] : [millisBetween(offered, answered) / 3_600_000]));
      return { status, count: those.length, medianHours: medianOf(hours) };
    }),
    overtakings: [...overtakeReasons, 'unsaid' as const].map((reason) => {
      const those = overtakings.filter((one) => (one.reason ?? 'unsaid') === reason);
      return { reason, count: those.length, passed: those.reduce((sum, { waiting }) => sum + waiting, 0) };
    }),
  };
}

function grouped<Group extends string>(
  requests: readonly CountedRequest[],
  groups: readonly Group[],
  groupOf: (request: CountedRequest) => Group,
  today: Day,
): readonly WaitsOf<Group>[] {
  return groups.map((group) => {
    const those = requests.filter((request) => groupOf(request) === group);
    return {
      group,
      waiting: waitsOf(
        those.filter(({ leftOn }) => leftOn === null),
        today,
      ),
      held: waitsOf(
        those.filter(({ reached, leftOn }) => reached === 'held' && leftOn !== null),
        today,
      ),
      placed: waitsOf(
        those.filter(({ reached, leftOn }) => hasGotPlace(reached) && leftOn !== null),
        today,
      ),
    };
  });
}

function waitsOf(requests: readonly CountedRequest[], today: Day): Waits {
  const days = requests.map(({ urgency, leftOn }) => daysBetween(urgency.askedOn, leftOn ?? today));
  return { count: days.length, median: medianOf(days), longest: days.length === 0 ? null : Math.max(...days) };
}

/** The middle one, or the mean of the two in the middle; `null` of nothing. */
export function medianOf(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const [above, below] = [sorted[middle], sorted[middle - 1]];
  if (above === undefined) return null;
  return sorted.length % 2 === 1 || below === undefined ? above : (below + above) / 2;
}

function sizeOf(request: CountedRequest): MunicipalitySize {
  const home = request.municipality === null ? null : municipality(request.municipality);
  if (home === null) return 'unknown';
  if (home.population < 50_000) return 'under-50000';
  return home.population < 100_000 ? '50000-99999' : '100000-and-more';
}

function regionNow(request: CountedRequest, today: Day): RegionId | 'unknown' {
  const home = request.municipality === null ? null : municipality(request.municipality);
  return home === null ? 'unknown' : regionOf(home, today).id;
}
