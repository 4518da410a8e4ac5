/**
 * The chance of the property tests. `npm test` draws the same cases every time, so that a change is never refused for a case it did not
 * touch; `npm run proof` draws new ones and prints the seed, with which `SAMLOB_SEED=… npm test` draws them again.
 */
import fc from 'fast-check';

const usual = 20_261_126;
const seed = Number(process.env['SAMLOB_SEED'] ?? usual);
fc.configureGlobal({ seed });

/** The seed of one part of a proof that is run in parts: the same part draws the same cases, whichever parts are run beside it. */
export function seedOfPart(part: number): number {
  return seed ^ Math.imul(part, 0x9e37_79b1);
}
