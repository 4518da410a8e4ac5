/**
 * How narrowly a hidden number can be bounded (da: det smalleste spænd). A release is tried against anybody who works a number out; that somebody
 * learns that it is one of two is no breach of the rule, and has to be said. By the cheap attack, one sum at a time, of one who has read the
 * legend and the earlier releases: several sums together can be narrower still.
 */
import { joinReleases } from './ledger.ts';
import { propagate } from './propagate.ts';
import type { NumberedRelease } from './shared-cells.ts';

export type NarrowestRange = {
  /** So many values the most narrowly bounded number can have: never fewer than two. */
  readonly values: number;
  /** So many numbers are bounded so narrowly. */
  readonly cells: number;
};

/** Null where nothing is hidden or rounded, or nothing of it has an end. What an earlier release tells exactly is no secret of this one. */
export function narrowestRange({ id, release }: NumberedRelease, others: readonly NumberedRelease[]): NarrowestRange | null {
  const { matter, table, terms, beside } = release;
  const earlier = others.filter((other) => Number(other.id) < Number(id));
  const all = [...earlier, { id, release }].map((one) => ({ id: one.id, ...one.release }));
  const ledger = joinReleases({ layout: table.layout, matter }, all, 'rule-aware');
  const known = propagate([...table.layout.sums, ...ledger.sums], ledger.bounds);
  if (!known) return null;
  const absent = new Set(beside.absent);
  const widths = table.published.flatMap((value, cell) => {
    if (absent.has(cell) || (value !== null && terms.rounding === null)) return [];
    const width = (known.upper[cell] ?? Number.POSITIVE_INFINITY) - (known.lower[cell] ?? 0);
    return width > 0 && Number.isFinite(width) ? [width] : [];
  });
  if (widths.length === 0) return null;
  const least = Math.min(...widths);
  return { values: least + 1, cells: widths.filter((width) => width === least).length };
}
