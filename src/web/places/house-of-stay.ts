/** Her unit as it stands now: where she can be moved within it, and who else is there. */
import { type MoveOption, moveOptions } from '../../domain/placement/move-options.ts';
import type { Permit } from '../../domain/trail.ts';
import type { Database } from '../../store/database.ts';
import { type UnitMaterial, unitMaterial } from '../../store/placement-search.ts';
import type { StayWithName } from '../../store/placement-stays.ts';

export type HouseOfStay = UnitMaterial & { readonly options: readonly MoveOption[]; readonly present: UnitMaterial['stays'] };

export async function houseOf(db: Database, permit: Permit, stay: StayWithName): Promise<HouseOfStay> {
  const material = await unitMaterial(db, permit, stay.unit);
  if (!material) throw new Error(`the unit of the stay ${stay.id} is not there`);
  const { unit, occupations, stays, now } = material;
  const present = stays.filter(({ id, status }) => id !== stay.id && ['held', 'confirmed', 'admitted'].includes(status));
  return { ...material, options: moveOptions(stay, unit, occupations, now), present };
}
