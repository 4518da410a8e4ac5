/**
 * A unit as it stands, read once for all who ask for it at the same moment. A thousand who came too late for the last place are told the next
 * possibility from one reading and one calculation, and none of them holds a lock meanwhile.
 */
import type { Id } from '../domain/id.ts';
import type { HoldWithMoves } from '../domain/placement/hold.ts';
import type { StayInUnit } from '../domain/placement/stay.ts';
import { danishDay, type Moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database, databaseNow, type Transaction } from './database.ts';
import { loadOccupations, loadUnit, type Provision } from './placement-provision.ts';

export type UnitReading = Provision & {
  readonly occupations: readonly StayInUnit[];
  readonly now: Moment;
  /** What was worked out from this reading, by what was asked: whoever asks the same again is given the same. */
  readonly decisions: Map<string, HoldWithMoves>;
};

type Turn = { readonly running: Promise<UnitReading | null>; next: Promise<UnitReading | null> | null };

const turns = new WeakMap<Database, Map<Id<'unit'>, Turn>>();

/**
 * Reads a unit, or waits for the reading that somebody else begins after this moment: what is answered is never older than the question. The
 * permit is that of the one who happens to be first; nobody is named in what is read. Null when there is no such unit.
 */
export function readingOf(db: Database, permit: Permit, unit: Id<'unit'>): Promise<UnitReading | null> {
  const ofDatabase = turns.get(db) ?? new Map<Id<'unit'>, Turn>();
  turns.set(db, ofDatabase);
  const read = (): Promise<UnitReading | null> => {
    const running = asActor(db, permit, { kind: 'unit', id: unit }, (tx) => readUnit(tx, unit));
    const turn: Turn = { running, next: null };
    ofDatabase.set(unit, turn);
    const over = (): void => {
      if (turn.next === null) ofDatabase.delete(unit);
    };
    running.then(over, over);
    return running;
  };
  const turn = ofDatabase.get(unit);
  if (!turn) return read();
  // The one that runs may have read before this question was asked; the next begins when it is over.
  turn.next ??= turn.running.then(read, read);
  return turn.next;
}

/** The same within a transaction of one's own, for a decision under a lock. */
export async function readUnit(tx: Transaction, unit: Id<'unit'>): Promise<UnitReading | null> {
  const provision = await loadUnit(tx, unit);
  if (!provision) return null;
  const now = await databaseNow(tx);
  const occupations = await loadOccupations(tx, danishDay(now), [unit]);
  return { ...provision, occupations, now, decisions: new Map() };
}
