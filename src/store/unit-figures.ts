/** Reads a unit's own figures for its leader, from the rows of the unit and of the pathways that were admitted to it. */
import { sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import type { CountedFact } from '../domain/numbers/counted-fact.ts';
import { figuresOfUnit, type FiguresOfUnit, yearsOfUnit } from '../domain/numbers/figures-of-unit.ts';
import type { CountedVolume } from '../domain/placement/qualification/statement.ts';
import { danishDay, type Moment, yearOf } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { placesAt } from './counted-places.ts';
import { asActor, type Database, type Transaction } from './database.ts';
import { countedFactOf, whileCounting } from './figure-keep.ts';
import { sourcesIn } from './figures.ts';
import { loadQualifications } from './qualification.ts';
import { valueSetsAt } from './value-sets.ts';

/** Whose unit it is, and what it is called. */
export type UnitOfFigures = { readonly id: Id<'unit'>; readonly facility: Id<'facility'>; readonly name: string };

export type UnitFigures = {
  readonly unit: UnitOfFigures;
  readonly years: readonly [from: number, to: number];
  readonly figures: FiguresOfUnit;
  /** Women who stayed in the unit, by year: what the screening model's volume is held against. */
  readonly counted: readonly CountedVolume[];
  readonly at: Moment;
};

/** Whose unit it is, which all may read; null when there is no such unit. */
export function unitOfFigures(db: Database, permit: Permit, id: Id<'unit'>): Promise<UnitOfFigures | null> {
  return asActor(db, permit, { kind: 'unit', id }, async (tx) => (await unitIn(tx, id)) ?? null);
}

/** The figures as they are known now; null where the unit is not in the asker's own facility. The permit is one that `decideUnitFigures` gave. */
export function readUnitFigures(db: Database, permit: Permit, id: Id<'unit'>): Promise<UnitFigures | null> {
  const { at } = permit;
  const work = async (tx: Transaction): Promise<UnitFigures | null> => {
    const unit = await unitIn(tx, id);
    const { rows } = await sql<{ mine: boolean }>`select is_in_my_facility(${id}) as mine`.execute(tx);
    if (!unit || rows[0]?.mine !== true) return null;
    const valueSets = await valueSetsAt(tx, at);
    const sourceOf = await sourcesIn(tx);
    const counted = (await loadQualifications(tx, danishDay(at), [id])).get(id)?.counted ?? [];
    const facts = await whileCounting(tx, async () => [...(await placesAt(tx, at, id)), ...(await factsOf(tx, id, at))]);
    const years = yearsOfUnit(facts, id, yearOf(danishDay(at)));
    return { unit, years, figures: figuresOfUnit(facts, { unit: id, name: unit.name, years, at, valueSets, sourceOf }), counted, at };
  };
  return asActor(db, permit, { kind: 'unit', id }, work, { seeing: 'one moment' });
}

function unitIn(tx: Transaction, id: Id<'unit'>): Promise<UnitOfFigures | undefined> {
  return tx
    .selectFrom('unit')
    .innerJoin('facility', 'facility.id', 'unit.facility')
    .select(['unit.id', 'unit.facility', sql<string>`facility.name || ', ' || unit.name`.as('name')])
    .where('unit.id', '=', id)
    .executeTakeFirst();
}

/** What happened in the unit, and of the pathways that were admitted to it their needs and where else they came. */
async function factsOf(tx: Transaction, unit: Id<'unit'>, at: Moment): Promise<readonly CountedFact[]> {
  const known = tx
    .selectFrom('counted_fact')
    .selectAll()
    .where('recorded', '<=', at)
    .where(({ eb, or }) => or([eb('withdrawn', 'is', null), eb('withdrawn', '>', at)]));
  const here = await known.where('unit_id', '=', unit).execute();
  const cases = [...new Set(here.filter(({ kind }) => kind === 'admitted').map((row) => row.case_id))];
  const theirs = await known
    .where(sql<boolean>`case_id = any(${cases}::text[])`)
    .where('kind', 'in', ['need', 'admitted'])
    .where(sql<boolean>`unit_id is distinct from ${unit}`)
    .execute();
  return [...here, ...theirs].map(countedFactOf);
}
