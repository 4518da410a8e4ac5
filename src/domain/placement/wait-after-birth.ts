/** What one who waits for a place waits by, once her child is born: it follows the birth, and what her team writes after it stands. */
import type { Day, Moment } from '../time.ts';
import { type Need, needsAfterBirth } from './needs.ts';

/**
 * Her needs as they were last written, and from the birth on as they are after it (`needsAfterBirth`). `at` is when they were written; `null` where that
 * is not known, and then they are taken to be from before. Needs that were written after the birth was told are her team's word, and nothing is
 * added to them or taken from them. `birth.told` is when the birth was written on her pathway.
 */
export function needsToWaitBy(
  { needs, at }: { readonly needs: readonly Need[]; readonly at: Moment | null },
  birth: { readonly on: Day; readonly told: Moment } | null,
): readonly Need[] {
  if (birth === null || (at !== null && at > birth.told)) return needs;
  return needsAfterBirth(needs, birth.on);
}
