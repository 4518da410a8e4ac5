/** What a search rests on of her besides her pathway and her stays: her day of birth, how far she will go, and what she needs. Asked in one statement. */
import { sql } from 'kysely';
import type { Need, Party } from '../domain/placement/needs.ts';
import { needsNow, standingBirth, type WrittenNeeds } from '../domain/placement/wait-after-birth.ts';
import { activeStatuses } from '../domain/placement/waiting-lifecycle.ts';
import type { Day, Moment } from '../domain/time.ts';
import type { Transaction } from './database.ts';
import { needsAsked } from './her-needs-rows.ts';
import { type HerReach, type ReachRow, reachOf, reachRows } from './her-reach.ts';
import type { ReadPathway } from './pathway.ts';
import { birthAsWritten, birthsTold, dayOfBirth } from './placement-birth.ts';
import { activeRequest } from './placement-waiting-rows.ts';

/** As `herDayOfBirth`, `herReach` and `herNeedsNow` say them. */
export type HerFacts = { readonly born: Day | null; readonly reach: HerReach; readonly needs: WrittenNeeds | null };

type FactsRow = {
  readonly birth: string | null;
  readonly reach: readonly ReachRow[];
  readonly asks: boolean;
  readonly needs: readonly Need[] | null;
  readonly party: Party;
  readonly by_name: string;
  readonly recorded: Moment;
  readonly after_fact: number;
};

/** Of a pathway that was read in the same transaction: when her child is expected and was born stands among its facts. */
export async function herFacts(tx: Transaction, { id, facts, pathway }: ReadPathway): Promise<HerFacts> {
  const { rows } = await sql<FactsRow>`select ${birthAsWritten(id)} as birth, written.*,
      (select coalesce(jsonb_agg(one), '[]') from (${reachRows(id)}) as one) as reach,
      exists (select from placement_request where pathway = ${id} and status in (${sql.join(activeStatuses)})) as asks
    from (values (1)) as one_row left join
      (select needs, party, by_name, recorded, after_fact from her_needs where pathway = ${id} order by number desc limit 1) as written on true`.execute(
    tx,
  );
  const [row] = rows;
  if (!row) throw new Error('a statement that always has one row had none');
  const written: WrittenNeeds | null =
    row.needs === null
      ? await neededByRequest(tx, id, row.asks)
      : { needs: row.needs, party: row.party, by: row.by_name, at: row.recorded, afterFact: row.after_fact };
  return {
    born: dayOfBirth(row.birth),
    reach: reachOf(row.reach),
    needs: written && { ...written, needs: needsNow(written, standingBirth(birthsTold(facts)), pathway.dueDate?.dueDate ?? null) },
  };
}

async function neededByRequest(tx: Transaction, id: ReadPathway['id'], asks: boolean): Promise<WrittenNeeds | null> {
  const request = asks ? await activeRequest(tx, id) : null;
  return request && needsAsked(tx, request);
}
