/**
 * The attack on what is published over fewer cells than the matter has (da: angreb på en grovere tabel): a report, or a table by region. It
 * is one more thing that is known about the most detailed table, and what is kept stands there.
 */
import type { Solver } from '../linear-problem.ts';
import type { PublishedTable } from './attackers.ts';
import type { CountTable } from './count-table.ts';
import { attackTogether, type JointAttack } from './joint-attack.ts';
import { type EarlierRelease, joinReleases, sightsOf, toldBefore, toldByOthers } from './ledger.ts';
import type { OnProgress } from './release-audit.ts';
import { isSmall, type Terms } from './terms.ts';

/**
 * What must not be found beneath what is published. `protect` is what a small count is kept by. A zero is kept where a release hides it, as a
 * dot or as a rounded number; one that is printed on purpose is no secret, nor are those beneath it. An edition keeps every zero.
 */
export type Kept = Pick<Terms, 'protect'> & { readonly zeros: 'every' | 'hidden' };

/** `truth` is the most detailed table of the matter, `earlier` all that is known beside `own`. */
export function attackBeneath(
  own: EarlierRelease,
  kept: Kept,
  truth: CountTable,
  earlier: readonly EarlierRelease[],
  solver: Solver,
  onProgress: OnProgress,
): JointAttack {
  return attackInEachSight(earlier, onProgress, (seen, ofSight) => attackOnce(own, kept, truth, seen, solver, ofSight));
}

/** The first attack that is not withstood, or the last of all: once with all that is known, and before that without what excuses nothing. */
export function attackInEachSight(
  earlier: readonly EarlierRelease[],
  onProgress: OnProgress,
  attack: (seen: readonly EarlierRelease[], ofSight: OnProgress) => JointAttack,
): JointAttack {
  const [first, ...rest] = sightsOf(earlier);
  const parts = 1 + rest.length;
  const ofPart =
    (index: number): OnProgress =>
    (done, total) =>
      onProgress((index + (total > 0 ? Math.min(1, done / total) : 0)) / parts, 1);
  return rest.reduce(
    (attacked, seen, index) => (attacked.outcome === 'withstood' ? attack(seen, ofPart(index + 1)) : attacked),
    attack(first, ofPart(0)),
  );
}

function attackOnce(
  own: EarlierRelease,
  { protect, zeros }: Kept,
  truth: CountTable,
  earlier: readonly EarlierRelease[],
  solver: Solver,
  onProgress: OnProgress,
): JointAttack {
  const { matter, terms } = own;
  const blank: PublishedTable = { layout: truth.layout, published: truth.counts.map(() => null) };
  const before = joinReleases({ layout: truth.layout, matter }, earlier, 'plain');
  const byOthers = new Set(toldByOthers(truth.layout, matter, earlier));
  const isTold = new Set(toldBefore(before, truth.layout, terms.threshold));
  const after = joinReleases({ layout: truth.layout, matter }, [...earlier, own], 'plain');
  const hidden = new Set(after.hiddenBefore);
  const blurred = joinReleases(
    { layout: truth.layout, matter },
    [...earlier, own].filter((one) => one.terms.rounding !== null && one.terms.zeros === 'hide'),
    'plain',
  ).printedBefore;
  const isKeptZero = (cell: number): boolean => zeros === 'every' || blurred.has(cell);
  // A large count that no release has hidden is no secret: it is only not printed here.
  const targets = truth.counts.flatMap((count, cell) => {
    const isKept = (hidden.has(cell) && !isTold.has(cell)) || isSmall(count, terms) || (count === 0 && isKeptZero(cell));
    return isKept && !byOthers.has(cell) ? [cell] : [];
  });
  // Of a table that prints nothing no legend says anything, and nothing in it is rounded: its own release stands among what is known.
  const ofBlank = { ...terms, protect, zeros: 'hide', rounding: null } as const;
  return attackTogether(
    { matter, truth, published: blank, terms: ofBlank, earlier: [...earlier, own], before: earlier, targets },
    solver,
    onProgress,
  );
}
