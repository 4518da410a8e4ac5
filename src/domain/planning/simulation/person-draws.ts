/**
 * Chance bound to the person: what is drawn for person j and one purpose depends on seed, replication, j and purpose alone, never on the order
 * of events. So she is the same woman under every proposal (common random numbers), on any number of processors.
 *
 * The draws are hashed, not stepped: a 32-bit mixing with low bias (its constants are from Chris Wellons' search, public domain).
 */

/** What is drawn for a person. `refusal` is followed by one number for each site. */
export const purposes = {
  gap: 1,
  group: 2,
  week: 3,
  term: 4,
  after: 5,
  accepts: 6,
  reach: 7,
  patience: 8,
  stay: 9,
  refusal: 16,
} as const;

/** A 32-bit number that stands for a seed and a replication. For one seed no two replications share it. */
export function replicationKey(seed: number, replication: number): number {
  return mixed(Math.imul(replication, 0x9e3779b1) + mixed(seed ^ 0x5bd1e995));
}

/** A 32-bit number that stands for a person in a replication; `drawOf` takes it. */
export function personKey(key: number, person: number): number {
  return mixed(mixed(person + 0x3c6ef372) ^ key);
}

/** A fraction strictly between 0 and 1. */
export function drawOf(person: number, purpose: number): number {
  return ((mixed(person + Math.imul(purpose, 0x9e3779b9)) >>> 0) + 0.5) / 4294967296;
}

function mixed(number: number): number {
  let x = number | 0;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return x ^ (x >>> 15);
}
