/**
 * A place that was hers and is not any more (da: en plads, der ikke er hendes mere): what her page says of it for some days, and that another is to be
 * found where the unit took back what was promised. How long it is told is our own choice.
 */
import { addDays, type Day } from '../time.ts';
import { isBrokenOff } from './broken-off.ts';
import { endedBeforeArrival, type Pathway, type PathwayStay } from './state.ts';

/** Days that it is told after it happened, and as long as she could still set out for the place: as long as the unit keeps her name. */
const goneToldDays = 14;

/** `lost`: it was confirmed and she can not come; `let-go`: it was only held; `left`: she was there; `broken-off`: she left before the time. */
export type GoneHow = 'lost' | 'let-go' | 'left' | 'broken-off';
export type PlaceGone = { readonly stay: PathwayStay; readonly how: GoneHow };

/**
 * The places of hers that are to be spoken of on a day, the latest last: none that ended before another place was confirmed or begun, and of those that
 * were only held the last one alone.
 */
export function placesGone({ stays, bornOn }: Pick<Pathway, 'stays' | 'bornOn'>, today: Day): readonly PlaceGone[] {
  const latestHers = stays.findLastIndex(({ status }) => status === 'confirmed' || status === 'admitted');
  return stays.flatMap((stay, index) => {
    const how = howGone(stay, bornOn);
    const lastDay = [addDays(stay.since, goneToldDays), ...(how === 'lost' && stay.arrival !== null ? [stay.arrival] : [])]
      .toSorted()
      .at(-1);
    const isOld = index < latestHers || (how === 'let-go' && index < stays.length - 1);
    return how === null || isOld || lastDay === undefined || today > lastDay ? [] : [{ stay, how }];
  });
}

/**
 * The confirmed place that its unit refused, while no other is held, confirmed or lived on: another is to be found at once. `null` for none. A move
 * that fell away leaves her where she lives, and is settled there (`moveFellAway`).
 */
export function lostPlace({ stays, ended }: Pick<Pathway, 'stays' | 'ended'>): PathwayStay | null {
  const last = stays.at(-1);
  const hasOther = stays.some(({ status }) => status === 'held' || status === 'confirmed' || status === 'admitted');
  return ended === null && !hasOther && last?.status === 'refused' && last.confirmedOn !== null ? last : null;
}

function howGone(stay: PathwayStay, bornOn: Day | null): GoneHow | null {
  if (stay.status === 'discharged') return isBrokenOff(stay, bornOn) ? 'broken-off' : 'left';
  if (!endedBeforeArrival(stay)) return null;
  return stay.confirmedOn === null ? 'let-go' : 'lost';
}
