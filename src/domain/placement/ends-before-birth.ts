/** A stay that ends just before the birth (da: et ophold, der slutter lige før fødslen): what is needed for the birth lies after its last night. */
import { addDays, type Day } from '../time.ts';
import { type HerSituation, needNightsRule } from './needs.ts';

/**
 * Whether she is to leave in the weeks before her due date in which the child can come in time, and it has not come: then neither room for the two nor a
 * ward is proposed, since both follow from a stay that passes the birth. The weeks are those of `needNightsRule`.
 */
export function endsBeforeBirth({ dueDate, bornOn }: Pick<HerSituation, 'dueDate' | 'bornOn'>, departure: Day): boolean {
  if (bornOn !== null || dueDate === null) return false;
  return addDays(dueDate, -needNightsRule.roomDaysBeforeDueDate) <= departure && departure <= dueDate;
}
