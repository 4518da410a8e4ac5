/** Others who may be moved to let her in go to no place that lacks what they need by the due date as it is now, in a search and in a hold alike. */
import * as fc from 'fast-check';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { addOrganisation, openTestPathways } from '../../test/pathways.ts';
import { testFacility, testPlace, testUnit } from '../../test/provision.ts';
import { asId, type Id } from '../domain/id.ts';
import type { PathwayFact } from '../domain/pathway/facts.ts';
import { searchCountry } from '../domain/placement/national-index-search.ts';
import { needsWithin } from '../domain/placement/need-nights.ts';
import { agreedByDueDate, type Need, needNightsRule, needReasons, needsAfterBirth } from '../domain/placement/needs.ts';
import { nightsFrom } from '../domain/placement/nights.ts';
import { addDays, type Day, day, danishDay } from '../domain/time.ts';
import { databaseNow } from './database.ts';
import { recordFact } from './pathway-record.ts';
import { holdForPathway } from './placement-hold.ts';
import { holdPlaces } from './placement-index.ts';
import { addFacility } from './placement-provision.ts';

const { db, owner } = await testDatabase();
const ours = testPermit(testActor('coordinator'), 'place:hold');
const unit = testUnit([testPlace('rum', ['mother-and-baby', 'partner']), testPlace('enkel')]);
await addFacility(owner, testFacility, [unit]);
await addOrganisation(owner, ours.actor.organisation);
const places = holdPlaces(db);

let round = 0;
let today: Day;
let [expected, asks]: readonly Id<'pathway'>[] = [];
const pathwayOf = (one: Id<'pathway'> | undefined): Id<'pathway'> => one ?? asId<'pathway'>('ingen');
beforeEach(async () => {
  await sql`truncate stay, stay_event cascade`.execute(owner);
  round += 1;
  today = danishDay(await databaseNow(owner));
  [expected, asks] = [asId<'pathway'>(`ventet-${round}`), asId<'pathway'>(`spørger-${round}`)];
  await openTestPathways(db, ours, [expected, asks]);
});

const tell = async (fact: PathwayFact, happened: Day = today): Promise<number> => {
  const told = await recordFact(db, { ...ours, at: await databaseNow(owner) }, pathwayOf(expected), fact, happened, null);
  if (told.outcome !== 'recorded') throw new Error(told.outcome);
  return told.sequence;
};
const dueIn = (days: number): Promise<number> => tell({ type: 'due-date-set', dueDate: addDays(today, days), basis: 'ultrasound' });

/** One who is expected in a week for four, on the place with a room for both, which she needs by a due date far from now. */
async function expectedInAWeek(daysToDueDate: number): Promise<void> {
  await dueIn(daysToDueDate);
  const needs: readonly Need[] = [
    { property: 'mother-and-baby', why: 'stay-passes-birth', from: addDays(today, daysToDueDate - needNightsRule.roomDaysBeforeDueDate) },
  ];
  const held = await holdForPathway(db, ours, {
    stay: asId<'stay'>(`ventet-${round}`),
    key: 'ventet',
    pathway: pathwayOf(expected),
    calledName: 'Ventet',
    unit: unit.id,
    place: asId<'place'>('rum'),
    needs,
    nights: nightsFrom(addDays(today, 7), 28),
    mostMoves: 0,
  });
  expect(held.outcome).toBe('held');
}

const asked = { needs: [{ property: 'partner', why: 'chosen' }] as const, nightsOf: (from: Day) => nightsFrom(addDays(from, 2), 20) };

/** What a search says of the unit, and what a hold of its one place with all that she needs brings. */
async function answers(): Promise<readonly [search: string, hold: string, where: unknown]> {
  const [needs, nights] = [[...asked.needs], asked.nightsOf(today)];
  const at = await databaseNow(owner);
  const [found] = searchCountry(await places.asOf(db), { needs, nights, home: null, at, without: null, looked: 9, steps: 9999 });
  const hold = await holdForPathway(db, ours, {
    stay: asId<'stay'>(`spørger-${round}`),
    key: 'spørger',
    pathway: pathwayOf(asks),
    calledName: 'Spørger',
    unit: unit.id,
    place: asId<'place'>('rum'),
    needs,
    nights,
    mostMoves: 1,
  });
  const { rows } = await sql<{ place: string }>`select place from stay_part where stay = ${`ventet-${round}`}`.execute(owner);
  return [found?.answer.outcome ?? 'no unit', hold.outcome, rows[0]?.place];
}

describe('one who is expected', () => {
  test('gives way while what she needs for the birth lies after her nights', async () => {
    await expectedInAWeek(90);
    expect(await answers()).toEqual(['can-come-with-moves', 'held', 'enkel']);
  });

  test('stays where she is when her due date has moved so that she needs the room on her nights', async () => {
    await expectedInAWeek(90);
    await places.asOf(db);
    await dueIn(50);
    expect(await answers()).toEqual(['cannot-come', 'not-free', 'rum']);
  });

  test('gives way again when it has moved so that she does not', async () => {
    await expectedInAWeek(40);
    await places.asOf(db);
    await dueIn(57);
    expect(await answers()).toEqual(['can-come-with-moves', 'held', 'enkel']);
  });

  test('stays where she is when her child is born before, and gives way where that is withdrawn', async () => {
    await expectedInAWeek(90);
    await places.asOf(db);
    const birth = await tell({ type: 'event', kind: 'birth', text: '' });
    expect(await answers()).toEqual(['cannot-come', 'not-free', 'rum']);
    await tell({ type: 'event-withdrawn', event: birth, reason: 'Forvekslet' });
    expect(await answers()).toEqual(['can-come-with-moves', 'held', 'enkel']);
  });
});

/** Whatever is needed on whatever nights, the words of the database and of the domain are the same. */
test('what a place must have is in the database what it is in the rule', async () => {
  const first = day('2027-03-01');
  const someDay = fc.integer({ min: -40, max: 40 }).map((offset) => addDays(first, offset));
  const perhaps = fc.option(someDay, { nil: null });
  const need = fc
    .record({
      property: fc.constantFrom('mother-and-baby', 'near-neonatal-ward', 'partner', 'shielded'),
      why: fc.constantFrom(...needReasons),
      from: perhaps,
      until: perhaps,
    })
    .map(({ from, until, ...same }): Need => ({ ...same, ...(from === null ? {} : { from }), ...(until === null ? {} : { until }) }));
  const cases = fc.sample(
    fc.record({
      needs: fc.array(need, { maxLength: 4 }),
      due: perhaps,
      born: perhaps,
      nights: fc.integer({ min: 1, max: 40 }).chain((length) => someDay.map((arrival) => nightsFrom(arrival, length))),
    }),
    1500,
  );
  const asRows = cases.map(({ needs, due, born, nights }) => ({ needs, due, born, ...nights }));
  const { rows } = await sql<{ must: readonly string[] }>`
    select must_have_on(one -> 'needs', (one ->> 'due')::date, (one ->> 'born')::date, (one ->> 'arrival')::date, (one ->> 'departure')::date) as must
      from jsonb_array_elements(${JSON.stringify(asRows)}::jsonb) with ordinality as asked (one, number) order by number`.execute(db);
  const inTheRule = cases.map(({ needs, due, born, nights }) =>
    needsWithin(needsAfterBirth(agreedByDueDate(needs, { dueOn: due, bornOn: born }), { dueOn: due, bornOn: born }), nights).map(
      ({ property }) => property,
    ),
  );
  expect(rows).toHaveLength(cases.length);
  for (const [index, { must }] of rows.entries()) expect(new Set(must), JSON.stringify(asRows[index])).toEqual(new Set(inTheRule[index]));
});

/** The view asks the nights only where they matter: the short way is held against the rule as well, among few days so that they fall together. */
test('what is taken says of one who is expected what the rule says, whatever is written of her', async () => {
  const first = day('2027-03-01');
  const someDay = fc.integer({ min: 0, max: 4 }).map((offset) => addDays(first, offset));
  const perhaps = fc.option(someDay, { nil: null, freq: 2 });
  const need = fc
    .record({
      property: fc.constantFrom('mother-and-baby', 'near-neonatal-ward', 'partner'),
      why: fc.constantFrom(...needReasons),
      from: perhaps,
      until: perhaps,
    })
    .map(({ from, until, ...same }): Need => ({ ...same, ...(from === null ? {} : { from }), ...(until === null ? {} : { until }) }));
  const whole = need.map(({ property, why }): Need => ({ property, why }));
  const cases = fc.sample(
    fc.record({
      needs: fc.oneof(fc.array(need, { maxLength: 4 }), fc.array(whole, { maxLength: 4 })),
      due: fc.option(
        fc.constantFrom(-15, 0, 2, 21, 22, 23, 24).map((offset) => addDays(first, offset)),
        { nil: null },
      ),
      born: perhaps,
      nights: fc.integer({ min: 1, max: 3 }).chain((length) => someDay.map((arrival) => nightsFrom(arrival, length))),
      status: fc.constantFrom('held', 'confirmed', 'admitted'),
    }),
    250,
  );
  const [id, pathway] = [`prøve-${round}`, pathwayOf(expected)];
  await owner.transaction().execute(async (tx) => {
    for (const one of cases) {
      const { needs, due, born, nights, status } = one;
      await sql`delete from stay_part where stay = ${id}`.execute(tx);
      await sql`delete from stay where id = ${id}`.execute(tx);
      await sql`update pathway set due_date = ${due}, state = state || jsonb_build_object('bornOn', ${born}::text) where id = ${pathway}`.execute(
        tx,
      );
      await sql`insert into stay (id, pathway, called_name, unit, arrival, departure, status, held_until, legal_basis, paid_by, needs, held_by,
          held_by_name, held_for, held_for_name, request_key)
        values (${id}, ${pathway}, 'X', ${unit.id}, ${nights.arrival}, ${nights.departure}, ${status}, now(), 'x', 'x', ${JSON.stringify(needs)},
          'x', 'X', 'x', 'X', ${id})`.execute(tx);
      await sql`insert into stay_part (stay, unit, status, place, arrival, departure)
        values (${id}, ${unit.id}, ${status}, 'rum', ${nights.arrival}, ${nights.departure})`.execute(tx);
      const { must_have: must } = await tx
        .selectFrom('occupation')
        .select('must_have')
        .where('stay', '=', asId<'stay'>(id))
        .executeTakeFirstOrThrow();
      const birth = { dueOn: due, bornOn: born };
      const inTheRule = needsWithin(needsAfterBirth(agreedByDueDate(needs, birth), birth), nights).map(({ property }) => property);
      expect(new Set(must), JSON.stringify(one)).toEqual(new Set(status === 'admitted' ? [] : inTheRule));
      expect(must, JSON.stringify(one)).toHaveLength(new Set(must).size);
    }
  });
});
