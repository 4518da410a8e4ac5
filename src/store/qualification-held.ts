/**
 * What is known of units' qualification, kept by a process until something that may have changed it has been written: the count of women goes
 * through all stays of a unit, and a search shows forty units. It is read by those who may, and given to those who may: the database is asked
 * each time.
 */
import type { Id } from '../domain/id.ts';
import type { QualificationRecord } from '../domain/placement/qualification/summary.ts';
import type { Day } from '../domain/time.ts';
import type { Transaction } from './database.ts';
import { loadQualifications, readsQualification } from './qualification.ts';

/** What is known of some units on a day; one of which nothing is known is not in it. */
export type HeldQualifications = (
  tx: Transaction,
  today: Day,
  units: readonly Id<'unit'>[],
) => Promise<ReadonlyMap<Id<'unit'>, QualificationRecord>>;

/**
 * How many changes of what is known of a unit the process has noticed (`UnitVersionView`), at least those that the transaction saw when it asked for
 * the country. A hold is none.
 */
type VersionHeld = (unit: Id<'unit'>) => number;

export function holdQualifications(versionHeld: VersionHeld): HeldQualifications {
  const held = new Map<Id<'unit'>, { readonly version: number; readonly day: Day; readonly record: QualificationRecord | null }>();
  return async (tx, today, units) => {
    if (!(await readsQualification(tx))) return new Map();
    // The versions are noted before the content is read, so that what is kept is never older than it says.
    const missing = units
      .map((unit) => ({ unit, version: versionHeld(unit) }))
      .filter(({ unit, version }) => held.get(unit)?.version !== version || held.get(unit)?.day !== today);
    if (missing.length > 0) {
      const read = await loadQualifications(
        tx,
        today,
        missing.map(({ unit }) => unit),
      );
      for (const { unit, version } of missing) held.set(unit, { version, day: today, record: read.get(unit) ?? null });
    }
    return new Map(
      units.flatMap((unit) => {
        const record = held.get(unit)?.record;
        return record ? [[unit, record] as const] : [];
      }),
    );
  };
}
