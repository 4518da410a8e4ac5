/** Which of her stays are hers now: what a search for her begins from, and where her page sends her unit. */
import { hasRunOut } from '../../domain/placement/stay.ts';
import type { SearchMaterial } from '../../store/placement-search.ts';
import type { StayWithName } from '../../store/placement-stays.ts';

/** The stays that she has now: held and not run out, confirmed, or admitted. Two when she is to move to another unit, where she is first. */
export function presentStays({ stays, now }: Pick<SearchMaterial, 'stays' | 'now'>): readonly StayWithName[] {
  const present = stays.filter((stay) => ['held', 'confirmed', 'admitted'].includes(stay.status) && !hasRunOut(stay, now));
  return present.toSorted((one, other) => Number(other.status === 'admitted') - Number(one.status === 'admitted'));
}
