/** What her place must have from the birth on. */
import type { Need } from '../domain/placement/needs.ts';
import type { Day } from '../domain/time.ts';

/** Once the child is born, the place must have room for both. */
export function needsAfterBirth(needs: readonly Need[], bornOn: Day | null): readonly Need[] {
  if (bornOn === null || needs.some(({ property }) => property === 'mother-and-baby')) return needs;
  return [...needs, { property: 'mother-and-baby', why: 'stay-passes-birth' }];
}
