/**
 * Proposals that were simulated with the same women, in order of one measure, and which of them can be told apart from the first. The differences
 * are worked out replication by replication, so that what all owe to chance falls out. The first is found from the same replications, so that any of
 * the pairs may come to be looked at: the intervals hold for all k(k − 1)/2 of them together with 95 % (Bonferroni), with Student's t.
 */
import { differenceOf, type Estimated, estimatedOf, type Fraction } from '../lab/paired.ts';
import { standardNormal } from './distribution.ts';

/** `difference` is from the first; `isApart` says that the interval leaves out that they are alike. Null where there is no value. */
export type RankedProposal = {
  readonly index: number;
  readonly value: Estimated | null;
  readonly difference: Estimated | null;
  readonly isApart: boolean;
};

export type Ranking = {
  /** The best first; those without a value last. */
  readonly proposals: readonly RankedProposal[];
  /** The first alone is best, or it cannot be told apart from others. */
  readonly outcome: 'one-is-best' | 'cannot-be-told-apart' | 'nothing-to-compare';
};

/** `fractions` are of the same replications. `less` says that less is better. */
export function ranked(fractions: readonly (Fraction | null)[], better: 'less' | 'more'): Ranking {
  const values = fractions.map((fraction, index) => ({ index, fraction, value: estimatedOf(fraction) }));
  const sign = better === 'less' ? 1 : -1;
  const order = values.toSorted(
    (one, other) =>
      (one.value ? sign * one.value.mean : Infinity) - (other.value ? sign * other.value.mean : Infinity) || one.index - other.index,
  );
  const [first] = order;
  const valued = order.filter(({ value }) => value !== null).length;
  const compared = valued - 1;
  const pairs = Math.max(1, (valued * compared) / 2);
  const replications = fractions.find((fraction) => fraction !== null)?.above.length ?? 0;
  const wider = student(-standardNormal(0.025 / pairs), replications - 1) / -standardNormal(0.025);
  const proposals = order.map(({ index, fraction, value }): RankedProposal => {
    const each = index === first?.index || value === null ? null : differenceOf(fraction, first?.fraction ?? null);
    if (!each) return { index, value, difference: null, isApart: false };
    const half = ((each.interval[1] - each.interval[0]) / 2) * wider;
    const difference: Estimated = { mean: each.mean, interval: [each.mean - half, each.mean + half] };
    return { index, value, difference, isApart: Math.abs(each.mean) > half };
  });
  if (compared < 1) return { proposals, outcome: 'nothing-to-compare' };
  const isAlone = proposals.every(({ difference, isApart }) => difference === null || isApart);
  return { proposals, outcome: isAlone ? 'one-is-best' : 'cannot-be-told-apart' };
}

/** The value of Student's t where the normal one is `z` (Cornish and Fisher's expansion to the second order; Abramowitz and Stegun 26.7.5). */
function student(z: number, freedom: number): number {
  if (freedom < 1) return Infinity;
  return z + (z ** 3 + z) / (4 * freedom) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2);
}
