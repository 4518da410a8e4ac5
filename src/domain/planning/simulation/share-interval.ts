/** The interval of a share: never outside 0 to 1, and never without width because nothing has been seen yet. */

/**
 * `half` is half the width of the 95 % interval from the replications' own spread. Where all of them are 0, or all 1, that spread is 0 and says nothing:
 * there the interval goes to the exact one-sided 95 % limit of Clopper and Pearson (1934) over the replications, 1 − 0.05^(1/n), about 3/n («the rule
 * of three»). A share of a replication is at most 1, so that the share of all is no larger than the share of replications with anything at all.
 */
export function shareInterval(share: number, half: number, replications: number): readonly [number, number] {
  const beyond = replications > 0 ? 1 - 0.05 ** (1 / replications) : 1;
  if (share <= 0) return [0, beyond];
  if (share >= 1) return [1 - beyond, 1];
  return [Math.max(0, share - half), Math.min(1, share + half)];
}
