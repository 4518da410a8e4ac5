/** Where to open: the question and its answer. */

/**
 * `median` is the mean minutes by weight, `coverage` the share of the weight within some minutes, `centre` the longest minutes of
 * anybody, also of those whose weight is 0, `cost` what the sites cost to open and the way costs by the minute and weight.
 */
export const siteObjectives = ['median', 'coverage', 'centre', 'cost'] as const;
export type SiteObjective = (typeof siteObjectives)[number];

/** What is told of each possible site for itself (da: vilkår for et sted), in the order of the columns. */
export type SiteTerms = {
  /** What opening it costs, for the objective `cost`; 0 or more. */
  readonly fixed: readonly number[];
  /** The least and the most weight it may have when it is open. */
  readonly least: readonly number[];
  readonly most: readonly number[];
};

export type SiteProblem = {
  /** Minutes from each place of residence (row) to each possible site (column). */
  readonly minutes: readonly (readonly number[])[];
  /** The need of each place of residence; not negative. */
  readonly weights: readonly number[];
  /** How many sites to open: exactly so many. */
  readonly open: number;
  readonly objective: SiteObjective;
  /** Minutes that count as near; read by `coverage` only. */
  readonly within: number;
  /** The least and the most weight of an open site; 0 and Infinity are no bounds. A place of residence may be split between sites. */
  readonly volume: { readonly least: number; readonly most: number };
  /** What holds for each site, in place of `volume`. */
  readonly own?: Partial<SiteTerms>;
  /** The price of a minute of one unit of weight, read by `cost` only; 1 when it is not said. */
  readonly minutePrice?: number;
};

/** A question of the way alone, with the same volume for every site: what is asked of many sets at once. */
export type TravelProblem = Omit<SiteProblem, 'objective' | 'own' | 'minutePrice'> & { readonly objective: Exclude<SiteObjective, 'cost'> };

export type SiteAnswer =
  | {
      readonly outcome: 'chosen';
      /** Columns, rising. */
      readonly open: readonly number[];
      /** The value of the objective; NaN for a mean over no weight at all. */
      readonly objective: number;
      /** Weight times minutes, over all. */
      readonly total: number;
      /** For each row, the open sites that serve it and which share of it. */
      readonly assignment: readonly (readonly { readonly site: number; readonly share: number }[])[];
      /** True only when no other set can be better. */
      readonly optimal: boolean;
    }
  /** So many sites cannot all have the least volume, or cannot together hold the need; or some could do one and others the other. */
  | { readonly outcome: 'infeasible'; readonly reason: 'least-volume' | 'capacity' | 'volumes' }
  /** The search was stopped before it had found a set that keeps the volumes. */
  | { readonly outcome: 'not-found' };

/** Asked now and then during a long search: whether to go on. */
export type GoOn = () => boolean;

/** Minutes from a place of residence to a site. */
export function minutesOf({ minutes }: Pick<SiteProblem, 'minutes'>, row: number, site: number): number {
  return minutes[row]?.[site] ?? 0;
}
