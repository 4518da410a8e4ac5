/** How the demo's units have kept their capacity confirmed before today, and who is reminded. Invented: some every day, some with holes. */
import { asId, type Id } from '../domain/id.ts';
import { nobodysUser } from '../domain/trail.ts';
import type { Unit } from '../domain/placement/provision.ts';
import { addDays, addMinutes, type Day, type Moment, startOfDanishDay } from '../domain/time.ts';
import type { Transaction } from '../store/database.ts';
import type { DemoFacility } from './provision.ts';

type Told = { readonly unit: Id<'unit'>; readonly at: Moment; readonly by: string };

/** Days of history, so that the thirty of the statistics are there. */
const daysTold = 40;

/** Unit by unit: every day but each so many, counted from the unit's place in the list. A unit that never confirmed has no history. */
function demoConfirmations(facilities: readonly DemoFacility[], today: Day): readonly Told[] {
  return unitsIn(facilities).flatMap(({ id, confirmed }, index) => {
    if (confirmed === null) return [];
    const days = Array.from({ length: daysTold }, (_, ago) => ago + 2).filter((ago) => keeps(index, ago));
    return days.map((ago) => ({
      unit: id,
      at: addMinutes(startOfDanishDay(addDays(today, -ago)), 7 * 60 + ((index * 37 + ago * 11) % 240)),
      by: confirmed.by,
    }));
  });
}

/** Writes the history and the receivers of reminders, as the owner of the tables. */
export async function loadConfirmations(tx: Transaction, facilities: readonly DemoFacility[], today: Day): Promise<void> {
  const told = demoConfirmations(facilities, today);
  if (told.length > 0)
    await tx
      .insertInto('capacity_confirmation')
      .values(told.map(({ unit, at, by }) => ({ unit, at, by_name: by, channel: 'loaded' as const })))
      .execute();
  // No number in Denmark begins with a zero, so none of these is anybody's.
  for (const [index, { facility }] of facilities.entries())
    await tx
      .insertInto('facility_telephone')
      .values({
        facility: facility.id,
        sequence: 1,
        telephone: `00 00 01 ${String(index + 1).padStart(2, '0')}`,
        recorded: startOfDanishDay(today),
        by_user: nobodysUser,
        by_name: 'Samløb',
        capacity: 'operator',
        organisation: asId<'organisation'>('samlob'),
        organisation_name: 'Samløb',
      })
      .execute();
  for (const { facility, units } of facilities)
    for (const { id, confirmed } of units)
      await tx
        .insertInto('unit_contact')
        .values({ unit: id, name: confirmed?.by ?? `Vagten på ${facility.name}`, address: `kapacitet@${facility.id}.invalid` })
        .execute();
}

function keeps(index: number, ago: number): boolean {
  if (index % 3 === 0) return true;
  return index % 3 === 1 ? ago % (5 + index) !== 0 : ago % 7 > 2;
}

function unitsIn(facilities: readonly DemoFacility[]): readonly Unit[] {
  return facilities.flatMap(({ units }) => units);
}
