/**
 * What overturns the answer of a proposal (da: hvad der vælter svaret): the assumption that, pulled alone to an end of its range, leaves so many outside
 * that the room is another by the rule, or much less where there was too little before, and the estimates that no longer bring women enough when fewer accept.
 */
import type { LeverId } from '../lab/levers.ts';
import type { SensitivityAnswer } from '../lab/study-answer.ts';
import { type CarriedBy, carryings, carryingOf, unitsCarried } from './carried-units.ts';
import type { NeedEstimate } from './need-estimates.ts';
import { roomOf, rooms, type RoomRule } from './room-rule.ts';

/** `end` is what the assumption is pulled to; the shares are of those who accept, with nothing pulled and with it. */
export type RoomOverturned = { readonly lever: LeverId; readonly end: number; readonly asIs: number; readonly becomes: number };

/**
 * The pull that leaves most outside, if it makes the room worse: another by the rule, or, where there is too little already, so much less that as many
 * more stay outside as are too many by themselves. Null where none within its range does. The estimate of need is no assumption.
 */
export function roomOverturned({ base, pulls }: Pick<SensitivityAnswer, 'base' | 'pulls'>, rule: RoomRule): RoomOverturned | null {
  const asIs = base.find(({ measure }) => measure === 'never-admitted')?.value?.mean;
  if (asIs === undefined) return null;
  const [worst] = pulls
    .filter(({ lever }) => lever !== 'arrivalsPerYear')
    .flatMap(({ lever, range, effects }) => {
      const effect = effects.find(({ measure }) => measure === 'never-admitted');
      return [effect?.low, effect?.high].flatMap((by, at) => (by ? [{ lever, end: range[at] ?? NaN, asIs, becomes: asIs + by.mean }] : []));
    })
    .toSorted((one, other) => other.becomes - one.becomes);
  if (!worst) return null;
  // One step that is the last there is: it cannot get worse by name, and so is weighed by how many more.
  const isFarShorter = roomAt(asIs, rule) === rooms.length - 1 && worst.becomes - asIs >= rule.shortFrom;
  return isFarShorter || roomAt(worst.becomes, rule) > roomAt(asIs, rule) ? worst : null;
}

/** The worse the room, the later in the list. */
function roomAt(share: number, rule: RoomRule): number {
  return rooms.indexOf(roomOf({ neverAdmitted: { from: share, to: share } }, rule));
}

/** Of the estimates those that bring women enough for fewer units at `few` who accept than with the proposal's own share. */
export function fewerCarried<Need extends NeedEstimate>(
  needs: readonly Need[],
  units: number,
  { accepts, dispersion, few }: CarriedBy & { readonly few: number },
): readonly Need[] {
  const carrying = (need: Need, share: number | undefined): number =>
    carryings.indexOf(carryingOf(units, unitsCarried(need, { accepts: share, dispersion })));
  return needs.filter((need) => carrying(need, few) > carrying(need, accepts));
}
