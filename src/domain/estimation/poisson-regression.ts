/** Poisson regression with a logarithmic link and columns of 0 and 1, by Newton's method. */

/** For each cell of the table, which columns are 1 in it. Column 0 is the intercept. */
export type Design = { readonly columns: number; readonly active: readonly (readonly number[])[] };

export type PoissonFit = {
  /** False when the steps did not settle: the likelihood has no maximum, or the columns cannot be told apart. */
  readonly converged: boolean;
  readonly coefficients: Float64Array;
  /** Expected persons in each cell. */
  readonly means: Float64Array;
  /** Variance of the intercept: the corner of the inverse information. */
  readonly interceptVariance: number;
};

/** More steps than this do not settle, and a step so small is the last. */
export const mostSteps = 60;
export const smallStep = 1e-6;
const none: readonly number[] = [];

/** Fits counts (which may be fractions). Starts from the counts themselves, or from given coefficients. */
export function fitPoisson(design: Design, counts: readonly number[], start: Float64Array | null = null): PoissonFit {
  const { columns: p, active } = design;
  const information = new Float64Array(p * p);
  const step = new Float64Array(p);
  const before = new Float64Array(p);
  const coefficients = new Float64Array(p);
  const means = new Float64Array(counts.length);
  const score = new Float64Array(counts.length);
  const failed: PoissonFit = { converged: false, coefficients, means, interceptVariance: Infinity };

  if (start) coefficients.set(start);
  else {
    // The first weighted least-squares step, from means that are the counts and a little more.
    for (let cell = 0; cell < counts.length; cell += 1) {
      const count = counts[cell] ?? 0;
      const mean = count + 0.5;
      means[cell] = mean;
      score[cell] = mean * Math.log(mean) + count - mean;
    }
    accumulate(design, means, score, information, step);
    if (!factor(information, p)) return failed;
    solve(information, step, p);
    coefficients.set(step);
  }
  let likelihood = evaluate(active, coefficients, counts, means);
  for (let round = 0; round < mostSteps; round += 1) {
    for (let cell = 0; cell < counts.length; cell += 1) score[cell] = (counts[cell] ?? 0) - (means[cell] ?? 0);
    accumulate(design, means, score, information, step);
    if (!factor(information, p)) return failed;
    solve(information, step, p);
    let size = 0;
    for (let j = 0; j < p; j += 1) size = Math.max(size, Math.abs(step[j] ?? 0));
    if (!Number.isFinite(size)) return failed;
    before.set(coefficients);
    let share = size > 8 ? 8 / size : 1;
    for (let halving = 0; halving < 30; halving += 1) {
      for (let j = 0; j < p; j += 1) coefficients[j] = (before[j] ?? 0) + share * (step[j] ?? 0);
      const reached = evaluate(active, coefficients, counts, means);
      if (reached >= likelihood - 1e-10 * (1 + Math.abs(likelihood))) {
        likelihood = reached;
        break;
      }
      share /= 2;
    }
    // The error falls as its square: after a step this small it is below 1e-12, and the information has moved by a millionth.
    if (size < smallStep) return { converged: true, coefficients, means, interceptVariance: corner(information, p) };
  }
  return failed;
}

/** Fills the information matrix (its lower half), each cell with its weight in `means`, and the right-hand side. */
export function accumulate(
  { columns: p, active }: Design,
  means: Float64Array,
  score: Float64Array,
  information: Float64Array,
  side: Float64Array,
): void {
  information.fill(0);
  side.fill(0);
  for (let cell = 0; cell < active.length; cell += 1) {
    const ones = active[cell] ?? none;
    const mean = means[cell] ?? 0;
    const value = score[cell] ?? 0;
    for (let a = 0; a < ones.length; a += 1) {
      const j = ones[a] ?? 0;
      side[j] = (side[j] ?? 0) + value;
      for (let b = 0; b <= a; b += 1) {
        const at = j * p + (ones[b] ?? 0);
        information[at] = (information[at] ?? 0) + mean;
      }
    }
  }
}

/** Sets the means, and gives the log-likelihood without its constant. */
function evaluate(active: Design['active'], coefficients: Float64Array, counts: readonly number[], means: Float64Array): number {
  let likelihood = 0;
  for (let cell = 0; cell < active.length; cell += 1) {
    let logMean = 0;
    for (const j of active[cell] ?? []) logMean += coefficients[j] ?? 0;
    const mean = Math.exp(logMean);
    means[cell] = mean;
    likelihood += (counts[cell] ?? 0) * logMean - mean;
  }
  return likelihood;
}

/** Cholesky in place, in the lower half. False when the matrix is not positive definite beyond rounding. */
export function factor(matrix: Float64Array, p: number): boolean {
  for (let j = 0; j < p; j += 1) {
    const diagonal = matrix[j * p + j] ?? 0;
    let rest = diagonal;
    for (let k = 0; k < j; k += 1) rest -= (matrix[j * p + k] ?? 0) ** 2;
    if (!(rest > 1e-13 * diagonal) || !(diagonal > 0)) return false;
    const root = Math.sqrt(rest);
    matrix[j * p + j] = root;
    for (let i = j + 1; i < p; i += 1) {
      let sum = matrix[i * p + j] ?? 0;
      for (let k = 0; k < j; k += 1) sum -= (matrix[i * p + k] ?? 0) * (matrix[j * p + k] ?? 0);
      matrix[i * p + j] = sum / root;
    }
  }
  return true;
}

/** Solves with the factor, in place. */
export function solve(lower: Float64Array, side: Float64Array, p: number): void {
  for (let i = 0; i < p; i += 1) {
    let sum = side[i] ?? 0;
    for (let k = 0; k < i; k += 1) sum -= (lower[i * p + k] ?? 0) * (side[k] ?? 0);
    side[i] = sum / (lower[i * p + i] ?? 1);
  }
  for (let i = p - 1; i >= 0; i -= 1) {
    let sum = side[i] ?? 0;
    for (let k = i + 1; k < p; k += 1) sum -= (lower[k * p + i] ?? 0) * (side[k] ?? 0);
    side[i] = sum / (lower[i * p + i] ?? 1);
  }
}

/** The first corner of the inverse. */
export function corner(lower: Float64Array, p: number): number {
  const unit = new Float64Array(p);
  unit[0] = 1;
  solve(lower, unit, p);
  return unit[0] ?? Infinity;
}
