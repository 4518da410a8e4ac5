/**
 * The country's places in the memory of one process, compiled for the search. Each unit is held with the version it was read at. Whoever asks
 * within a transaction gets what that transaction could have read: one sum tells that nothing has changed, and only units whose versions
 * differ are read again. The index is never the truth: the database decides again when a place is held.
 */
import { setImmediate as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { municipalities } from '../domain/geography/municipalities.ts';
import { municipalityLocation } from '../domain/geography/travel.ts';
import type { Id } from '../domain/id.ts';
import { emptyIndex, type NationalIndex, withUnits } from '../domain/placement/national-index.ts';
import { midnightAfter } from '../domain/placement/national-index-unit.ts';
import { knownWays } from '../domain/placement/national-index-ways.ts';
import { addDays, danishDay, type Moment } from '../domain/time.ts';
import { type Database, databaseNow, type Transaction } from './database.ts';
import { loadCandidates, loadCandidatesOf } from './placement-provision.ts';
import type { UnitVersionView } from './placement-tables.ts';
import { type HeldQualifications, holdQualifications } from './qualification-held.ts';

export type HeldPlaces = {
  /** The index as it is held, without asking the database. Empty before the first reading. */
  held(): NationalIndex;
  /** The index as new as what the transaction reads. Never within a transaction that has changed places: it may yet be undone. */
  asOf(tx: Transaction | Database): Promise<NationalIndex>;
  /** Reads some units again, whatever their versions: what a listener does when it is told of a change. Says how many were read. */
  reload(units: readonly Id<'unit'>[]): Promise<number>;
  /** Works out beforehand what the first searches would wait for, a few units at a time so that requests come in between. */
  warm(now: () => Moment): Promise<void>;
  /** What is known of units' qualification, for a transaction that has asked for the index. */
  readonly qualifications: HeldQualifications;
};

type Versions = ReadonlyMap<Id<'unit'>, Omit<UnitVersionView, 'unit'>>;

/** A change of more units than these is a new country: it is read in one piece. */
const mostReadSingly = 200;

export function holdPlaces(db: Database): HeldPlaces {
  let index = emptyIndex(knownWays());
  const versions = new Map<Id<'unit'>, Omit<UnitVersionView, 'unit'>>();
  const versionHeld = (unit: Id<'unit'>): number => versions.get(unit)?.version ?? 0;
  /** The sum of the versions held, which is the country's version while nothing is missing; `null` before the first reading. */
  let total: number | null = null;
  /** The reading of the whole country that runs. */
  let reading: Promise<void> | null = null;

  /** Versions were read before the content, so what is held is never older than it says. An older reading never replaces a newer one. */
  const put = (changes: Parameters<typeof withUnits>[1], read: Versions): void => {
    const isNewer = ({ id }: { readonly id: Id<'unit'> }): boolean => (read.get(id)?.version ?? 0) >= versionHeld(id);
    index = withUnits(index, changes.filter(isNewer));
    for (const [id, one] of read) if (one.version > versionHeld(id)) versions.set(id, one);
    total = [...versions.values()].reduce((sum, { version }) => sum + version, 0);
  };

  const readAll = async (tx: Transaction | Database): Promise<void> => {
    const read = await versionsIn(tx);
    const candidates = await loadCandidates(tx, await firstNight(tx));
    const found = new Map(candidates.map((candidate) => [candidate.unit.id, candidate]));
    put(
      [...new Set([...read.keys(), ...found.keys()])].map((id) => ({ id, candidate: found.get(id) ?? null })),
      read,
    );
  };

  const readSome = async (tx: Transaction | Database, read: Versions): Promise<void> => {
    const ids = [...read.keys()];
    if (ids.length === 0) return;
    const candidates = new Map((await loadCandidatesOf(tx, await firstNight(tx), ids)).map((candidate) => [candidate.unit.id, candidate]));
    put(
      ids.map((id) => ({ id, candidate: candidates.get(id) ?? null })),
      read,
    );
  };

  /** Those who come while the country is read wait for that reading. */
  const readTogether = (tx: Transaction | Database): Promise<void> => {
    reading ??= readAll(tx).finally(() => {
      reading = null;
    });
    return reading;
  };

  const differing = async (tx: Transaction | Database): Promise<Versions> =>
    new Map([...(await versionsIn(tx))].filter(([id, { version }]) => version !== versions.get(id)?.version));

  return {
    held: () => index,
    async warm(now) {
      const at = now();
      const midnight = midnightAfter(at);
      for (const unit of index.units.values()) {
        unit.compiledAt(at, midnight);
        for (const home of municipalities) unit.minutesFrom(municipalityLocation(home));
        await pause();
      }
    },
    qualifications: holdQualifications((unit) => versions.get(unit)?.qualification ?? 0),
    async asOf(tx) {
      if (total === null) await readTogether(tx);
      // What is held now was read before the sum is, so that no unit is held newer than the sum counts it.
      const known = total;
      if ((await countryVersion(tx)) === known) return index;
      let differs = await differing(tx);
      // A reading that runs may have begun before this transaction could see what it sees: what it left is read afterwards.
      while (differs.size > mostReadSingly && reading !== null) {
        await reading.catch(() => undefined);
        differs = await differing(tx);
      }
      if (differs.size > mostReadSingly) await readTogether(tx);
      else await readSome(tx, differs);
      return index;
    },
    async reload(units) {
      if (total === null) return 0;
      const read = await versionsIn(db, units);
      await readSome(db, read);
      return read.size;
    },
  };
}

/** Gathers the changes of each unit into one row: no version changes. */
export async function gatherUnitChanges(db: Database): Promise<void> {
  await sql`select gather_unit_changes()`.execute(db);
}

async function countryVersion(tx: Transaction | Database): Promise<number> {
  return (await tx.selectFrom('country_version').select('version').executeTakeFirstOrThrow()).version;
}

async function versionsIn(tx: Transaction | Database, only: readonly Id<'unit'>[] | null = null): Promise<Versions> {
  const rows = await tx
    .selectFrom('unit_version')
    .selectAll()
    .$if(only !== null, (query) => query.where('unit', 'in', only ?? []))
    .execute();
  return new Map(rows.map(({ unit, ...held }) => [unit, held]));
}

/** Nights from yesterday on: a unit is held over midnight without being read again. */
async function firstNight(tx: Transaction | Database): Promise<ReturnType<typeof danishDay>> {
  return addDays(danishDay(await databaseNow(tx)), -1);
}
