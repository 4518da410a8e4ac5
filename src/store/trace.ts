/** Reading the trace: what data protection looks through. Writing is `asActor`'s. */
import type { Moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database, type Subject } from './database.ts';
import type { TraceTable } from './tables.ts';

export type TraceLine = {
  readonly number: number;
  readonly at: Moment;
  readonly name: string;
  readonly role: TraceTable['role'];
  readonly organisationName: string;
  readonly permission: string;
  readonly subjectKind: Subject['kind'];
  readonly subject: string | null;
  /** Whether there was anything to see for the one who asked. */
  readonly outcome: 'seen' | 'not-there';
  /** Whether anything was saved; null where it is not known. */
  readonly wrote: boolean | null;
};

/** The newest lines, at most `count`, from before line `before` when it is given. */
export function traceLines(
  db: Database,
  permit: Permit,
  { count, before }: { readonly count: number; readonly before: number | null },
): Promise<readonly TraceLine[]> {
  return asActor(db, permit, { kind: 'trace', id: null }, async (tx) => {
    let query = tx.selectFrom('trace').selectAll().orderBy('number', 'desc').limit(count);
    if (before !== null) query = query.where('number', '<', before);
    const rows = await query.execute();
    return rows.map((row) => ({
      number: row.number,
      at: row.at,
      name: row.name,
      role: row.role,
      organisationName: row.organisation_name,
      permission: row.permission,
      subjectKind: row.subject_kind,
      subject: row.subject,
      outcome: row.outcome,
      wrote: row.wrote,
    }));
  });
}
