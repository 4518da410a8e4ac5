/** Figures (da: opgørelser): a number with all that is needed to know what it counts and where it comes from. */
import type { Day } from '../time.ts';

/** Definition (da: definition) of what a figure counts. It is dated: the same words in another edition are another definition. */
export type Definition = {
  readonly id: string;
  /** The edition the definition belongs to, such as `2019-gravide/2019-11-26`. */
  readonly edition: string;
  /** What is counted and what is not, in Danish, in whole sentences. */
  readonly text: string;
};

/** A hidden value is a value and not a missing one: it can be 0, small or large. */
export type FigureValue = number | { readonly suppressed: true };

/** Figure (da: opgørelse): one value of one definition for one period and one place. */
export type Figure = {
  /** Unique within Samløb, such as `2019-gravide/any/2017/syddanmark`. */
  readonly id: string;
  readonly value: FigureValue;
  readonly definition: Definition;
  /** Where the value comes from, in Danish, so that a reader can look it up. */
  readonly source: string;
  /** The period it covers: a year such as `2017`, or `2017-2019`. */
  readonly period: string;
  /** The day it was computed for. */
  readonly asOf: Day;
  /** A region's id, a municipality's code, or `danmark`. */
  readonly place: string;
};

/** True when the value is hidden. */
export function isSuppressed(value: FigureValue): value is { readonly suppressed: true } {
  return typeof value !== 'number';
}
