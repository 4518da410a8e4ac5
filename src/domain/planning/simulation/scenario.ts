/**
 * A scenario (da: scenarie): a demand, the way of a pregnancy, a proposal of provision, and the rules between them. It is a readable file, and
 * everything in it is an assumption that the person sees. Times are years where the name says years and weeks where it says weeks.
 */
import type { Distribution } from './distribution.ts';

/** Where women come from: a share of the demand (any unit), and minutes to each site by its id. */
export type DemandArea = { readonly id: string; readonly weight: number; readonly minutes: Readonly<Record<string, number>> };

/** A whole number of places that are opened by need. */
export type FlexiblePlaces = {
  readonly places: number;
  /** From the decision until the place can be used. */
  readonly leadWeeks: Distribution;
  /** Opened when so many women wait for the site, or when at most so many of its open places are free. */
  readonly openWhen: { readonly waiting: number } | { readonly freeAtMost: number };
  /** Closed when at least so many places have been free for so long; a distribution is drawn anew each time. */
  readonly closeWhen: { readonly freeAtLeast: number; readonly forWeeks: Distribution };
};

/** A unit that is opened gradually: from so many places at the start to all of them, evenly over the weeks. */
export type FillingUp = { readonly fromPlaces: number; readonly weeks: number };

/** A site (da: sted) of the proposal. */
export type Site = {
  readonly id: string;
  readonly places: number;
  /** When it opens; at once when it is not said. Before that nothing opens there, by need either; from the end of the years on, nothing counts. */
  readonly opensAtYears?: number;
  readonly fillingUp?: FillingUp;
  readonly flexible?: FlexiblePlaces;
  /** The share of women that the site says no to; each woman is refused there or is not, whenever she asks. */
  readonly refuses?: number;
};

/** The way of a pregnancy: she is referred in a week, gives birth in a week (40 when it is not said), and stays so many weeks after the birth. */
export type Course = {
  readonly weekAtReferral: Distribution;
  readonly termWeek?: Distribution;
  readonly afterBirthWeeks: Distribution;
};

/**
 * `none`: she does not wait. `endless`: she waits for ever. `birth`: she waits until she gives birth. A distribution: years that she waits.
 */
export type WaitingPatience = 'none' | 'endless' | 'birth' | Distribution;

/** The share of women who would go so far: up to so many minutes. Beyond the last, nobody. Shares fall with distance. */
export type Reach = readonly { readonly upToMinutes: number; readonly share: number }[];

export type Costs = {
  readonly currency: string;
  readonly priceYear: number;
  /** A year; 0 when nothing is discounted. */
  readonly discountRate: number;
  /** Of each site, from the day it opens. */
  readonly siteYear: number;
  readonly openPlaceDay: number;
  readonly occupiedPlaceDay: number;
  readonly opening: number;
};

/** What somebody says of the need, women a year, with who says it. Several are kept apart and never averaged. */
export type StatedEstimate = { readonly name: string; readonly from: number; readonly to: number; readonly source: string };

/** What an assumption rests on: its source in words, `assumption` where there is none; and how far it may be pulled. */
export type Basis = { readonly source: string; readonly range?: readonly [number, number] };

export type Scenario = {
  readonly title?: string;
  /** What is said of the need: the planner answers under each. The command simulates `arrivalsPerYear`. */
  readonly estimates?: readonly StatedEstimate[];
  /** By the field that it is about. */
  readonly basis?: Readonly<Record<string, Basis>>;
  /** Whole years from the opening day. */
  readonly years: number;
  /** The mean demand a year. */
  readonly arrivalsPerYear: number;
  /** Shape k of the variation of the demand between years: variance = mean + mean²/k. Chance alone when it is not said. */
  readonly dispersion?: number;
  readonly areas?: readonly DemandArea[];
  /** The share who accept the offer of a place; all when it is not said. */
  readonly accepts?: number;
  readonly reach?: Reach;
  /** How long she stays: by her pregnancy, or as a length that has nothing to do with it, for comparison with the formulas. One of the two. */
  readonly course?: Course;
  readonly stayYears?: Distribution;
  readonly patience: WaitingPatience;
  /** Who comes first of those who wait: the one who was first, or the one whose pregnancy is furthest. */
  readonly order?: 'first-come' | 'furthest-pregnant';
  readonly sites: readonly Site[];
  readonly costs?: Costs;
};

/** Weeks in a year. */
export const weeksPerYear = 365.25 / 7;

/** The gestational week of birth when nothing is said. */
export const fullTerm = 40;
