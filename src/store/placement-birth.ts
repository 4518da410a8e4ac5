/** Two births: her own day, for the age limits of units, and her child's, as it is expected and as it was told on her pathway. */
import { type RawBuilder, sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import type { RecordedFact } from '../domain/pathway/facts.ts';
import { readCpr } from '../domain/person/cpr.ts';
import { birthInForce } from '../domain/placement/follow-birth.ts';
import { type BirthTold, type StandingBirth, standingBirth } from '../domain/placement/wait-after-birth.ts';
import type { Day } from '../domain/time.ts';
import type { Transaction } from './database.ts';

/** Her own day of birth: what CPR says of it, and nothing else of her number. Null where her number is not known, or the actor takes no part in her pathway. */
export async function herDayOfBirth(tx: Transaction, pathway: Id<'pathway'>): Promise<Day | null> {
  const { rows } = await sql<{ written: string | null }>`select ${birthAsWritten(pathway)} as written`.execute(tx);
  return dayOfBirth(rows[0]?.written ?? null);
}

/** What CPR says of her birth, within a statement. */
export function birthAsWritten(pathway: Id<'pathway'>): RawBuilder<string | null> {
  return sql<string | null>`birth_as_cpr_writes_it(${pathway})`;
}

/** The day that it says. */
export function dayOfBirth(written: string | null): Day | null {
  // The last three digits say nothing of the day.
  const reading = written === null ? null : readCpr(`${written}000`);
  return reading?.outcome === 'read' ? reading.born : null;
}

/** The births among facts, and what withdraws events. */
export function birthsTold(facts: readonly RecordedFact[]): readonly BirthTold[] {
  return facts.flatMap(({ sequence, happened, fact }): readonly BirthTold[] => {
    if (fact.type === 'event-withdrawn') return [{ sequence, happened, withdraws: fact.event }];
    return fact.type === 'event' && fact.kind === 'birth' ? [{ sequence, happened, withdraws: null }] : [];
  });
}

/** The birth of her child that stands; null where none does, or none may be read. */
export async function herChildsBirth(tx: Transaction, pathway: Id<'pathway'>): Promise<StandingBirth | null> {
  const { rows } = await sql<BirthTold>`select sequence, happened::text as happened,
      case type when 'event-withdrawn' then (data ->> 'event')::int end as withdraws
    from pathway_fact where pathway = ${pathway}
      and (type = 'event-withdrawn' or (type = 'event' and data ->> 'kind' = 'birth'))`.execute(tx);
  return standingBirth(rows);
}

/** The birth in force: the day her child was born, and until that is told the due date; null where neither is known or may be read. */
export async function herBirthInForce(tx: Transaction, pathway: Id<'pathway'>): Promise<Day | null> {
  return birthInForce({ bornOn: (await herChildsBirth(tx, pathway))?.on ?? null, dueOn: await herDueDate(tx, pathway) });
}

/** The day her child is expected, as her pathway has it; null where nobody has written it, or it may not be read. */
export async function herDueDate(tx: Transaction, pathway: Id<'pathway'>): Promise<Day | null> {
  const row = await tx.selectFrom('pathway').select('due_date').where('id', '=', pathway).executeTakeFirst();
  return row?.due_date ?? null;
}
