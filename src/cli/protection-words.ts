/** The words that `protect` and `audit` share: on what terms a table is published, and where its hierarchy stands. */
import { type Protection, protections, thresholds, type ZeroRule, zeroRules } from '../domain/disclosure/terms.ts';
import { type Hierarchy, readHierarchy } from './hierarchy-file.ts';
import type { FileProblem } from './table-file.ts';

export const termOptions = {
  hierarchy: { type: 'string' },
  threshold: { type: 'string' },
  base: { type: 'string' },
  zeros: { type: 'string' },
  protect: { type: 'string' },
  json: { type: 'boolean' },
} as const;

export type GivenTerms = {
  readonly threshold?: string | undefined;
  readonly zeros?: string | undefined;
  readonly protect?: string | undefined;
  readonly base?: string | undefined;
};

export type ReadTerms = {
  readonly threshold: number;
  readonly zeros: ZeroRule;
  readonly protect: Protection;
  /** `null` where none was given. */
  readonly base: number | null;
};

/** The edition of the threshold that is in force where none is given. */
export const usual = thresholds[0];

/** The terms, or the sentence that says what is wrong with them. */
export function readTerms(given: GivenTerms): ReadTerms | string {
  const threshold = given.threshold === undefined ? usual.threshold : wholeNumber(given.threshold, 2);
  if (threshold === null) return `--threshold is a whole number from 2, not “${given.threshold}”.`;
  const base = given.base === undefined ? null : wholeNumber(given.base, 2);
  if (given.base !== undefined && base === null) return `--base is a whole number from 2, not “${given.base}”.`;
  const zeros = zeroRules.find((known) => known === (given.zeros ?? 'show'));
  if (!zeros) return `--zeros is ${zeroRules.join(' or ')}, not “${given.zeros}”.`;
  const protect = protections.find((known) => known === (given.protect ?? 'exact'));
  if (!protect) return `--protect is ${protections.join(' or ')}, not “${given.protect}”.`;
  return { threshold, zeros, protect, base };
}

export function wholeNumber(text: string, least: number): number | null {
  return /^\d{1,9}$/.test(text) && Number(text) >= least ? Number(text) : null;
}

/** The hierarchy that was given; a table without one has only totals. */
export async function hierarchyOf(given: string | undefined): Promise<Hierarchy | FileProblem> {
  return given === undefined ? { file: '--hierarchy', lines: [] } : await readHierarchy(given);
}
