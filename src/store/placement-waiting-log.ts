/** What a request's urgency is worked out from on her pathway, and the log of each change of it. */
import type { Insertable } from 'kysely';
import type { Id } from '../domain/id.ts';
import { inForce, type RecordedFact } from '../domain/pathway/facts.ts';
import { pregnancyDays } from '../domain/pathway/gestation.ts';
import type { Pathway } from '../domain/pathway/state.ts';
import { type LoggedUrgency, missingLines } from '../domain/placement/urgency-log.ts';
import type { UrgencyFacts, UrgencyRisk } from '../domain/placement/urgency.ts';
import { addDays, type Day, danishDay, type Moment } from '../domain/time.ts';
import type { Transaction } from './database.ts';
import type { UrgencyChangeTable } from './placement-waiting-tables.ts';

/** The part of the urgency that her pathway says. */
export type TellsOfUrgency = Pick<UrgencyFacts, 'countedFrom' | 'bornOn' | 'risks'>;

/**
 * Reads the risks from the facts that count. That she has no safe home, or has met violence, has no fact of its own yet: a crisis centre or a
 * shelter in her team is what the pathway says of it, from the day it joined until it left.
 */
export function urgencyOfPathway(
  pathway: Pick<Pathway, 'dueDate' | 'bornOn'>,
  facts: readonly RecordedFact[],
  crisisCentres: ReadonlySet<Id<'organisation'>>,
): TellsOfUrgency {
  const first = (risk: UrgencyRisk, says: (recorded: RecordedFact) => boolean): TellsOfUrgency['risks'] => {
    const found = inForce(facts).find(says);
    return found ? [{ risk, since: found.happened }] : [];
  };
  return {
    countedFrom: pathway.dueDate === null ? null : addDays(pathway.dueDate.dueDate, -pregnancyDays),
    bornOn: pathway.bornOn,
    risks: [
      ...first('relapse', ({ fact }) => fact.type === 'event' && fact.kind === 'relapse'),
      ...first('urgent-concern', ({ fact }) => fact.type === 'concern-assessed' && fact.urgent),
      ...centreSince(facts, crisisCentres),
    ],
  };
}

/** From when a crisis centre takes part that has not left since: the first of those who do. One that left and came again, from when it came again. */
function centreSince(facts: readonly RecordedFact[], crisisCentres: ReadonlySet<Id<'organisation'>>): TellsOfUrgency['risks'] {
  const since = new Map<Id<'organisation'>, Day>();
  for (const { fact, happened } of inForce(facts)) {
    if (fact.type === 'party-left') since.delete(fact.organisation);
    if (fact.type === 'party-joined' && crisisCentres.has(fact.organisation) && !since.has(fact.organisation))
      since.set(fact.organisation, happened);
  }
  const [from] = [...since.values()].toSorted();
  return from === undefined ? [] : [{ risk: 'crisis-centre-in-team', since: from }];
}

/** The crisis centres and shelters among the organisations. */
export async function crisisCentres(tx: Transaction): Promise<ReadonlySet<Id<'organisation'>>> {
  const rows = await tx.selectFrom('organisation').select('id').where('kind', '=', 'crisis-centre').execute();
  return new Set(rows.map(({ id }) => id));
}

/** Keeps the log up to now, first as the facts were known until now, then as they are; and writes what is known on the request. */
export async function keepUrgency(tx: Transaction, request: Id<'request'>, facts: UrgencyFacts, now: Moment): Promise<void> {
  const { urgency: known } = await tx.selectFrom('placement_request').select('urgency').where('id', '=', request).executeTakeFirstOrThrow();
  const last = await lastLine(tx, request);
  const lines = missingLines(last && { ...last.line, facts: known }, facts, danishDay(now));
  for (const [index, line] of lines.entries())
    await tx
      .insertInto('urgency_change')
      .values(lineRow(request, (last?.number ?? 0) + index + 1, line, now))
      .execute();
  if (JSON.stringify(known) !== JSON.stringify(facts))
    await tx
      .updateTable('placement_request')
      .set({ urgency: JSON.stringify(facts) })
      .where('id', '=', request)
      .execute();
}

/** A line of the log with when it was written. */
export type WrittenLine = LoggedUrgency & { readonly recorded: Moment };

/** The whole log of a request, the oldest first. */
export async function logOf(tx: Transaction, request: Id<'request'>): Promise<readonly WrittenLine[]> {
  const rows = await tx.selectFrom('urgency_change').selectAll().where('request', '=', request).orderBy('number').execute();
  return rows.map((row) => ({ ...lineOf(row), recorded: row.recorded }));
}

export function lineRow(request: Id<'request'>, number: number, line: LoggedUrgency, now: Moment): Insertable<UrgencyChangeTable> {
  const { day, edition, score, contributions, causes, facts } = line;
  return {
    request,
    number,
    day,
    recorded: now,
    edition,
    score,
    contributions: JSON.stringify(contributions),
    causes: JSON.stringify(causes),
    facts: JSON.stringify(facts),
  };
}

async function lastLine(
  tx: Transaction,
  request: Id<'request'>,
): Promise<{ readonly number: number; readonly line: LoggedUrgency } | null> {
  const row = await tx
    .selectFrom('urgency_change')
    .selectAll()
    .where('request', '=', request)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { number: row.number, line: lineOf(row) } : null;
}

type LineRow = Pick<LoggedUrgency, 'edition' | 'score' | 'contributions' | 'causes' | 'facts'> & { readonly day: Day };

function lineOf({ day, edition, score, contributions, causes, facts }: LineRow): LoggedUrgency {
  return { day, edition, score, contributions, causes, facts };
}
