/** Who has the places of a unit on some nights, by name: for its leader. Each woman who is named is a line in the trace about her pathway. */
import type { Id } from '../domain/id.ts';
import { type Leave, leaveOn } from '../domain/placement/leave.ts';
import { takesPlace } from '../domain/placement/lifecycle.ts';
import { type Nights, shareANight } from '../domain/placement/nights.ts';
import { hasRunOut } from '../domain/placement/stay.ts';
import { addDays, danishDay, type Day } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database, databaseNow, leaveTrace } from './database.ts';
import { staysOfUnit, type StayWithName } from './placement-stays.ts';

/** Who has a place on a night, and the leave she is on; null where nobody has it, or nobody whom the asker may see. */
export type Resident = { readonly stay: StayWithName; readonly leave: Leave | null };

export type Residents = (place: Id<'place'>, night: Day) => Resident | null;

/** Those who have a place of the unit on any of the nights. The permit is one that `decideResidents` gave. */
export function residentsOn(db: Database, permit: Permit, unit: Id<'unit'>, nights: Nights): Promise<Residents> {
  return asActor(db, permit, { kind: 'unit', id: unit }, async (tx) => {
    const now = await databaseNow(tx);
    const today = danishDay(now);
    const isThere = (stay: StayWithName): boolean => takesPlace[stay.status] && !hasRunOut(stay, now);
    const shown = (await staysOfUnit(tx, unit, nights.arrival)).filter(
      (stay) => isThere(stay) && shareANight(nightsTakenBy(stay, today), nights),
    );
    for (const pathway of new Set(shown.map((stay) => stay.pathway))) await leaveTrace(tx, permit, { kind: 'pathway', id: pathway });
    return (place, night) => {
      const stay = shown.find((one) => isOn(one, place, night, today));
      return stay ? { stay, leave: leaveOn(stay.leaves, night) } : null;
    };
  });
}

/** One who has not left is there until she does. */
function nightsTakenBy({ status, nights }: StayWithName, today: Day): Nights {
  const tomorrow = addDays(today, 1);
  return status === 'admitted' && nights.departure < tomorrow ? { arrival: nights.arrival, departure: tomorrow } : nights;
}

function isOn(stay: StayWithName, place: Id<'place'>, night: Day, today: Day): boolean {
  const taken = nightsTakenBy(stay, today);
  if (night < taken.arrival || night >= taken.departure) return false;
  // After the agreed last night she is where she was on it.
  const part = stay.parts.find(({ nights }) => nights.arrival <= night && night < nights.departure) ?? stay.parts.at(-1);
  return part?.place === place;
}
