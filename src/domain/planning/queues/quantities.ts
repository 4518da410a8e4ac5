/** The quantities that a queue is described by, and which values of them mean something. */

/** What a queue is told: a load, rates per unit of time, a number of servers (places), a time. */
export type Quantity = keyof typeof quantities;

type Bounds = { readonly least: number; readonly most: number; readonly whole: boolean };

const rate: Bounds = { least: 0, most: 1e12, whole: false };
const rateAboveZero: Bounds = { ...rate, least: 1e-12 };

/** The bounds keep each method within seconds and its sums within what a number can hold. */
export const quantities = {
  load: rate,
  lambda: rate,
  mu: rateAboveZero,
  theta: rate,
  alpha: rateAboveZero,
  servers: { least: 0, most: 10_000_000, whole: true },
  waiting: { least: 0, most: 10_000_000, whole: true },
  start: { least: 0, most: 20_000_000, whole: true },
  t: rate,
  flexible: { least: 0, most: 1_000, whole: true },
  'open-waiting': { least: 1, most: 1_000_000, whole: true },
  'open-free': { least: 0, most: 1_000, whole: true },
  'close-free': { least: 1, most: 1_000_000, whole: true },
  delta: rateAboveZero,
  mean: { least: 0, most: 1e9, whole: false },
  demand: { least: 0, most: 1e9, whole: false },
  probability: { least: 1e-9, most: 1 - 1e-9, whole: false },
  least: { least: 0, most: 100_000, whole: true },
  years: { least: 1, most: 1_000, whole: true },
  dispersion: { least: 1e-6, most: 1e12, whole: false },
} as const satisfies Readonly<Record<string, Bounds>>;

export type QuantityProblem =
  | { readonly reason: 'not-a-number' | 'not-whole' }
  | { readonly reason: 'too-small'; readonly least: number }
  | { readonly reason: 'too-large'; readonly most: number };

/** Why a value means nothing for a quantity; `null` when it does. Infinity is too large; NaN is not a number. */
export function problemWith(quantity: Quantity, value: number): QuantityProblem | null {
  const { least, most, whole } = quantities[quantity];
  if (Number.isNaN(value)) return { reason: 'not-a-number' };
  if (value < least) return { reason: 'too-small', least };
  if (value > most) return { reason: 'too-large', most };
  return whole && !Number.isInteger(value) ? { reason: 'not-whole' } : null;
}
