/** The noes of units to those who wait, for the work list and her page: whose no, why, and whether any unit is asked for her still. */
import type { Id } from '../domain/id.ts';
import { type RefusalReason, refusalReasons } from '../domain/placement/confirm.ts';
import { noesToTell } from '../domain/placement/unit-noes.ts';
import type { Moment } from '../domain/time.ts';
import type { Transaction } from './database.ts';
import { askedElsewhere } from './placement-asked-elsewhere.ts';
import { eventOf, eventRows, waitingRequests } from './placement-waiting-rows.ts';
import { rowsBy } from './rows-by.ts';

export type UnitNo = {
  readonly unitName: string;
  readonly at: Moment;
  readonly reason: RefusalReason;
  /** The unit's own words; empty where it wrote none, and for those who may not read them. */
  readonly words: string;
};

export type NoesToHer = {
  readonly noes: readonly UnitNo[];
  /** Whether a unit that has not said no is still asked for her. */
  readonly askedStill: boolean;
};

/** By pathway: those of some that wait, and that a unit has said no to since anything else was done to their request. */
export async function noesOf(tx: Transaction, pathways: readonly Id<'pathway'>[]): Promise<ReadonlyMap<Id<'pathway'>, NoesToHer>> {
  if (pathways.length === 0) return new Map();
  const rows = await eventRows(tx)
    .select('placement_request.pathway')
    .where('placement_request.pathway', 'in', pathways)
    .where('placement_request.status', '=', 'waiting')
    .orderBy('placement_request_event.sequence')
    .execute();
  const told = [...rowsBy('pathway', rows)].flatMap(([pathway, events]) => {
    const noes = noesToTell(events.map((row) => ({ ...eventOf(row), row })));
    const last = noes.at(-1);
    return last ? [{ pathway, request: last.row.request, noes }] : [];
  });
  if (told.length === 0) return new Map();
  const units = [...new Set(told.flatMap(({ noes }) => noes.flatMap(({ unit }) => unit ?? [])))];
  const named = await tx
    .selectFrom('unit')
    .innerJoin('facility', 'facility.id', 'unit.facility')
    .select(['unit.id', 'unit.name', 'facility.name as facility'])
    .where('unit.id', 'in', units)
    .execute();
  const nameOf = new Map(named.map(({ id, name, facility }) => [id, `${facility}, ${name}`]));
  const waiting = (await waitingRequests(tx)).filter(({ id }) => told.some(({ request }) => request === id));
  // The units that said no are no more asked for her than any that is closed for good.
  const asked = await askedElsewhere(tx, waiting, null);
  return new Map(
    told.map(({ pathway, request, noes }) => [
      pathway,
      {
        askedStill: asked.has(request),
        noes: noes.flatMap(({ unit, at, reason, row }): readonly UnitNo[] => {
          const [unitName, known] = [unit === null ? undefined : nameOf.get(unit), refusalReasons.find((one) => one === reason)];
          return unitName === undefined || known === undefined ? [] : [{ unitName, at, reason: known, words: row.text }];
        }),
      },
    ]),
  );
}
