/** What a unit wrote in its own words to its no, as the store hands it out to each role; and offers made before pathways told them apart. */
import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { addOrganisation, openTestPathways } from '../../test/pathways.ts';
import { testFacility, testPlace, testUnit } from '../../test/provision.ts';
import { about } from '../../test/stays.ts';
import { asId, type Id } from '../domain/id.ts';
import { nightsFrom } from '../domain/placement/nights.ts';
import { sheAlone } from '../domain/placement/needs.ts';
import { addDays, danishDay } from '../domain/time.ts';
import type { Role } from '../domain/trail.ts';
import { databaseNow } from './database.ts';
import { rebuildPathways } from './pathway-rebuild.ts';
import { holdForPathway } from './placement-hold.ts';
import { holdPlaces } from './placement-index.ts';
import { endStayOf } from './placement-move.ts';
import { addFacility } from './placement-provision.ts';
import { oneStay } from './placement-stays.ts';
import { toldOfRequests } from './placement-told.ts';
import { herWaitingMaterial } from './placement-waiting-read.ts';
import { refuseRequest } from './placement-waiting-unit.ts';
import { askForPlace } from './placement-waiting-wish.ts';

const { db, owner } = await testDatabase();
const places = holdPlaces(db);
// All of one organisation that takes part: what differs is the role.
const of = (role: Role) => testPermit(testActor(role, { id: asId<'organisation'>('holdet') }), 'place:find');
const leader = testPermit(testActor('unit-leader', { id: asId<'organisation'>('lyngborg'), facility: testFacility.id }), 'place:manage');
const unit = testUnit([testPlace('a')]);
const otherUnit = testUnit([testPlace('b')], { id: asId<'unit'>('hede'), name: 'Hede' });
const hers = asId<'pathway'>('hendes');
const next = asId<'pathway'>('naeste');
const request = (pathway: Id<'pathway'>) => asId<'request'>(`oenske-${pathway}`);
const words = 'Vi har ingen nattevagt til hende';

/** What was done before the tests, in its order. */
const done: string[] = [];
beforeAll(async () => {
  await addFacility(owner, testFacility, [unit, otherUnit]);
  for (const { actor } of [of('care-decider'), leader]) await addOrganisation(owner, actor.organisation);
  await openTestPathways(db, of('care-decider'), [hers, next]);
  const today = danishDay(await databaseNow(owner));
  const ask = (pathway: Id<'pathway'>) =>
    askForPlace(db, of('coordinator'), {
      id: request(pathway),
      key: 'tryk',
      pathway,
      wish: { needs: [], party: sheAlone, earliest: today, nights: 30, units: [unit.id, otherUnit.id], reach: null },
    });
  // A stay is refused, and then her request by the other unit, where another has the place.
  const stay = (id: string, place: string, where: Id<'unit'>, pathway: Id<'pathway'>, from: number) =>
    holdForPathway(db, of('coordinator'), {
      stay: asId<'stay'>(id),
      key: id,
      pathway,
      calledName: id,
      unit: where,
      place: asId<'place'>(place),
      needs: [],
      nights: nightsFrom(addDays(today, from), 90),
      mostMoves: 0,
    });
  done.push(
    (await stay('andens', 'b', otherUnit.id, next, 0)).outcome,
    (await stay('hendes', 'a', unit.id, hers, 0)).outcome,
    (await endStayOf(db, leader, about('hendes'), 'refuse', { reason: 'staffing', text: words })).outcome,
    (await ask(hers)).outcome,
  );
});

const readers = [
  ['care-decider', true],
  ['family-department', true],
  ['substance-treatment', true],
  ['coordinator', false],
  ['crisis-centre', false],
  ['family-clinic', false],
] as const;

describe('a unit’s own words to its no', () => {
  test('are written to a stay, and then she waits', () => {
    expect(done).toEqual(['held', 'held', 'ended', 'asked']);
  });

  test.each(readers)('to a stay are handed out to %s: %s, and the reason to all', async (role, reads) => {
    expect((await oneStay(db, of(role), asId<'stay'>('hendes')))?.endedBecause).toEqual({ reason: 'staffing', text: reads ? words : '' });
  });

  test('to a stay are read by the unit that wrote them', async () => {
    expect((await oneStay(db, leader, asId<'stay'>('hendes')))?.endedBecause).toEqual({ reason: 'staffing', text: words });
  });

  test('to one who waits are handed out to those who confirm, on her list and on her pathway, and the reason to all', async () => {
    const offered = await owner.selectFrom('placement_request').select('stay').where('id', '=', request(hers)).executeTakeFirstOrThrow();
    const refused =
      offered.stay === null
        ? await refuseRequest(db, leader, unit.id, request(hers), 'staffing', words)
        : await endStayOf(db, leader, about(offered.stay), 'refuse', { reason: 'staffing', text: words });
    expect(['refused', 'ended']).toContain(refused.outcome);
    for (const [role, reads] of readers) {
      const list = (await herWaitingMaterial(db, of(role), hers, places))?.request?.events.filter(({ act }) => act === 'refuse');
      const told = (await toldOfRequests(db, of(role), hers)).events.filter(({ act }) => act === 'refuse');
      for (const events of [list, told])
        expect(events?.map(({ reason, text }) => [reason, text])).toEqual([['staffing', reads ? words : '']]);
    }
  });
});

test('an offer from before pathways told it apart is told as its facts do, by the migration and by a rebuild alike', async () => {
  const statement = readFileSync('src/store/migrations/0056_words_of_a_no.sql', 'utf8').split('\n\n').at(-1) ?? '';
  const state = async () =>
    (
      await sql<{ stays: unknown; next: string }>`select state -> 'stays' as stays, next_action as next from pathway
        where id = ${next}`.execute(owner)
    ).rows;
  // As the list holds it, and as the row was kept before.
  await sql`update pathway_fact set by_user = 'samlob' where pathway = ${next} and type = 'place-held'`.execute(owner);
  const stale = await state();
  expect((await rebuildPathways(owner)).differences.map(({ pathway, column }) => [pathway, column])).toContainEqual([next, 'next_action']);
  await sql.raw(statement).execute(owner);
  expect((await rebuildPathways(owner)).differences).toEqual([]);
  const mended = await state();
  expect(mended).toMatchObject([{ next: 'answer-offer', stays: [{ isOffer: true }] }]);

  await sql`update pathway set state = jsonb_set(jsonb_set(state, '{stays}', ${JSON.stringify(stale[0]?.stays)}::jsonb), '{stay}', (state -> 'stay') - 'isOffer'),
    next_action = ${stale[0]?.next ?? ''} where id = ${next}`.execute(owner);
  expect((await rebuildPathways(owner, { repair: true })).differences.length).toBeGreaterThan(0);
  expect(await state()).toEqual(mended);
});
