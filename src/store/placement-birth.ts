/** Two births: her own day, for the age limits of units, and her child's, as it is expected and as it was told on her pathway. */
import { sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import { readCpr } from '../domain/person/cpr.ts';
import type { Day, Moment } from '../domain/time.ts';
import type { Transaction } from './database.ts';

/** Her own day of birth: what CPR says of it, and nothing else of her number. Null where her number is not known, or the actor takes no part in her pathway. */
export async function herDayOfBirth(tx: Transaction, pathway: Id<'pathway'>): Promise<Day | null> {
  const { rows } = await sql<{ written: string | null }>`select birth_as_cpr_writes_it(${pathway}) as written`.execute(tx);
  const written = rows[0]?.written ?? null;
  // The last three digits say nothing of the day.
  const reading = written === null ? null : readCpr(`${written}000`);
  return reading?.outcome === 'read' ? reading.born : null;
}

/** The day her child was born and when that was written on her pathway, a birth that was withdrawn left out; null where none stands, or none may be read. */
export async function herChildsBirth(tx: Transaction, pathway: Id<'pathway'>): Promise<{ readonly on: Day; readonly told: Moment } | null> {
  const { rows } = await sql<{ happened: Day; recorded: Moment }>`select born.happened::text as happened, born.recorded
    from pathway_fact as born where born.pathway = ${pathway} and born.type = 'event' and born.data ->> 'kind' = 'birth'
      and not exists (select from pathway_fact as undone where undone.pathway = born.pathway and undone.type = 'event-withdrawn'
        and (undone.data ->> 'event')::int = born.sequence)
    order by born.recorded`.execute(tx);
  const [first] = rows;
  const [on] = rows.map(({ happened }) => happened).toSorted();
  return first === undefined || on === undefined ? null : { on, told: first.recorded };
}

/** The day her child is expected, as her pathway has it; null where nobody has written it, or it may not be read. */
export async function herDueDate(tx: Transaction, pathway: Id<'pathway'>): Promise<Day | null> {
  const row = await tx.selectFrom('pathway').select('due_date').where('id', '=', pathway).executeTakeFirst();
  return row?.due_date ?? null;
}
