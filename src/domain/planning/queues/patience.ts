/** How long somebody is willing to wait: exponential with a rate, the same time for all, or uniform between two times. */
export type Patience =
  | { readonly kind: 'exponential'; readonly theta: number }
  | { readonly kind: 'deterministic'; readonly after: number }
  | { readonly kind: 'uniform'; readonly from: number; readonly to: number };

/** The share that has given up after waiting x. */
export function givenUp(patience: Patience, x: number): number {
  switch (patience.kind) {
    case 'exponential':
      return -Math.expm1(-patience.theta * x);
    case 'deterministic':
      return x < patience.after ? 0 : 1;
    case 'uniform':
      if (x < patience.from) return 0;
      return x < patience.to ? (x - patience.from) / (patience.to - patience.from) : 1;
  }
}

/** Mean time waited between x and x + u by one who would be served only later: ∫ₓˣ⁺ᵘ (1 − givenUp). No break may lie inside. */
export function waitedBetween(patience: Patience, x: number, u: number): number {
  switch (patience.kind) {
    case 'exponential':
      return (Math.exp(-patience.theta * x) * -Math.expm1(-patience.theta * u)) / patience.theta;
    case 'deterministic':
      return x < patience.after ? u : 0;
    case 'uniform': {
      const { from, to } = patience;
      if (x < from) return u;
      return x >= to ? 0 : u * ((to - x) / (to - from) - u / (2 * (to - from)));
    }
  }
}

/** Where the willingness changes its form, in order; after the last of them nobody waits. Exponential patience has no end. */
export function breaksOf(patience: Patience): readonly number[] {
  switch (patience.kind) {
    case 'exponential':
      return [];
    case 'deterministic':
      return [patience.after];
    case 'uniform':
      return [patience.from, patience.to];
  }
}

/** The wait at which `share` of those waiting are still willing, where there is one such moment; else `null`. 0 < share < 1. */
export function stillWilling(patience: Patience, share: number): number | null {
  switch (patience.kind) {
    case 'exponential':
      return -Math.log(share) / patience.theta;
    case 'deterministic':
      return null;
    case 'uniform':
      return patience.to - share * (patience.to - patience.from);
  }
}

/** The mean time somebody is willing to wait. */
export function meanPatience(patience: Patience): number {
  switch (patience.kind) {
    case 'exponential':
      return 1 / patience.theta;
    case 'deterministic':
      return patience.after;
    case 'uniform':
      return (patience.from + patience.to) / 2;
  }
}
