/** The same form sent again is answered with its own success: at once, later, and when the connection was lost after it was done. */
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { lossyWire } from '../../test/lost-answers.ts';
import { addOrganisation, openTestPathways } from '../../test/pathways.ts';
import { testFacility, testPlace, testUnit } from '../../test/provision.ts';
import { about } from '../../test/stays.ts';
import { asId } from '../domain/id.ts';
import { arrivalQuestions } from '../domain/placement/arrival.ts';
import { deviations } from '../domain/placement/confirm.ts';
import { nightsFrom } from '../domain/placement/nights.ts';
import { addDays, type Day, danishDay } from '../domain/time.ts';
import { type Database, databaseNow, openDatabase } from './database.ts';
import { admitToStay, dischargeFromStay } from './placement-arrive.ts';
import { confirmStayOf } from './placement-confirm.ts';
import { holdForPathway } from './placement-hold.ts';
import { changeDepartureOf, endStayOf, extendHoldOf } from './placement-move.ts';
import { addFacility } from './placement-provision.ts';
import { oneStay } from './placement-stays.ts';
import { beginLeave, endLeave, moveWithinUnit } from './placement-within.ts';

const { db, owner, applicationConfig } = await testDatabase();
const wire = await lossyWire(applicationConfig.host ?? '');
const cut = openDatabase({ ...applicationConfig, host: wire.host });
afterAll(async () => {
  await cut.destroy();
  await wire.close();
});

const municipality = testPermit(testActor('care-decider'), 'place:confirm');
const leader = testPermit(testActor('unit-leader', { facility: testFacility.id }), 'place:manage');
const unit = testUnit([testPlace('a'), testPlace('b')]);
const hers = asId<'pathway'>('hendes');
await addFacility(owner, testFacility, [unit]);
for (const { actor } of [municipality, leader]) await addOrganisation(owner, actor.organisation);
await openTestPathways(db, municipality, [hers]);

let today: Day;
beforeEach(async () => {
  await sql`truncate stay, stay_part, stay_leave, stay_event cascade`.execute(owner);
  today = danishDay(await databaseNow(owner));
});

type Act = (over: Database, key: string) => Promise<{ readonly outcome: string }>;

const hold: Act = (over, key) =>
  holdForPathway(over, municipality, {
    stay: asId<'stay'>('ophold'),
    key,
    pathway: hers,
    calledName: 'Maja',
    unit: unit.id,
    place: asId<'place'>('a'),
    needs: [],
    nights: nightsFrom(today, 30),
    mostMoves: 0,
  });
const confirm: Act = (over, key) =>
  confirmStayOf(over, municipality, about('ophold', key), { legalBasis: 'SUL-141', paidBy: asId<'municipality'>('0851') }, deviations);
const admit: Act = (over, key) => admitToStay(over, leader, about('ophold', key), today, arrivalQuestions);

/** Each act after those before it, with the answer that means that it was done. */
const life: readonly (readonly [act: string, done: string, Act])[] = [
  ['hold', 'held', hold],
  ['extend', 'extended', (over, key) => extendHoldOf(over, municipality, about('ophold', key))],
  ['confirm', 'confirmed', confirm],
  [
    'change-departure',
    'departure-changed',
    (over, key) =>
      changeDepartureOf(over, municipality, about('ophold', key), { departure: addDays(today, 40), onPlace: null, reason: 'opdigtet' }),
  ],
  ['admit', 'admitted', admit],
  [
    'move',
    'moved',
    (over, key) => moveWithinUnit(over, leader, about('ophold', key), { place: asId<'place'>('b'), from: addDays(today, 5) }),
  ],
  [
    'leave',
    'on-leave',
    (over, key) => beginLeave(over, leader, about('ophold', key), { from: today, back: addDays(today, 2), reason: 'home', text: '' }),
  ],
  ['return', 'returned', (over, key) => endLeave(over, leader, about('ophold', key), today)],
  [
    'discharge',
    'discharged',
    (over, key) => dischargeFromStay(over, leader, about('ophold', key), today, { destination: 'own-home', to: '' }),
  ],
];

async function timesDone(act: string): Promise<number> {
  const rows = await owner
    .selectFrom('stay_event')
    .select('sequence')
    .where('act', '=', sql<never>`${act}`)
    .execute();
  return rows.length;
}

describe('each act of a stay', () => {
  test('is done once and answered alike though the connection is lost after it was done', async () => {
    for (const [act, done, deed] of life) {
      wire.loseAnswers(1);
      expect([act, (await deed(cut, `nøgle ${act}`)).outcome]).toEqual([act, done]);
      wire.loseAnswers(0);
      expect([act, await timesDone(act)]).toEqual([act, 1]);
    }
  });

  test('is answered alike when its form is sent again, also twice at once, and does nothing more', async () => {
    for (const [act, done, deed] of life) {
      const [first, second] = await Promise.all([deed(db, `nøgle ${act}`), deed(db, `nøgle ${act}`)]);
      const third = await deed(db, `nøgle ${act}`);
      expect([act, first.outcome]).toEqual([act, done]);
      expect([second, third]).toEqual([first, first]);
      expect([act, await timesDone(act)]).toEqual([act, 1]);
    }
  });

  test('is answered with its own success also when she has come further since', async () => {
    const first: unknown[] = [];
    for (const [act, , deed] of life) first.push([act, await deed(db, `nøgle ${act}`)]);
    const again: unknown[] = [];
    for (const [act, , deed] of life) again.push([act, await deed(db, `nøgle ${act}`)]);

    // A hold whose stay has ended says so: the page then offers to hold anew.
    expect(again).toEqual([['hold', { outcome: 'ended', status: 'discharged' }], ...first.slice(1)]);
  });

  test('asked for with another form is told how it stands', async () => {
    for (const key of ['a', 'b']) await hold(db, key);
    await confirm(db, 'a');
    expect(await confirm(db, 'b')).toEqual({ outcome: 'not-held', status: 'confirmed' });
    await admit(db, 'a');
    expect(await admit(db, 'b')).toEqual({ outcome: 'already-admitted' });
  });

  test('that ends a stay before she has come is done once too', async () => {
    await hold(db, 'a');
    wire.loseAnswers(1);
    const why = { reason: null, text: '' };
    expect(await endStayOf(cut, municipality, about('ophold', 'slip'), 'release', why)).toEqual({ outcome: 'ended', status: 'released' });
    wire.loseAnswers(0);
    expect(await timesDone('release')).toBe(1);
  });

  test('asked for once more when something else has been done since is done once more, and not answered as done', async () => {
    await hold(db, 'a');
    await admit(db, 'a');
    const moveTo = (place: string) => moveWithinUnit(db, leader, about('ophold', 'side'), { place: asId<'place'>(place), from: today });
    const standsOn = async (): Promise<string | undefined> => (await oneStay(db, leader, asId<'stay'>('ophold')))?.parts[0]?.placeName;
    const place = (id: string): string | undefined => unit.places.find((one) => one.id === id)?.name;
    for (const to of ['b', 'a', 'b', 'a']) {
      expect(await moveTo(to)).toMatchObject({ outcome: 'moved', toPlace: place(to) });
      expect(await moveTo(to)).toMatchObject({ outcome: 'moved', toPlace: place(to) });
      expect(await standsOn()).toBe(place(to));
    }
    expect(await timesDone('move')).toBe(4);

    const leave = { from: today, back: addDays(today, 2), reason: 'home', text: '' } as const;
    for (let times = 1; times <= 2; times += 1) {
      expect((await beginLeave(db, leader, about('ophold', 'side'), leave)).outcome).toBe('on-leave');
      expect((await oneStay(db, leader, asId<'stay'>('ophold')))?.leaves).toEqual([leave]);
      expect((await endLeave(db, leader, about('ophold', 'side'), today)).outcome).toBe('returned');
      expect([await timesDone('leave'), await timesDone('return')]).toEqual([times, times]);
    }
  });

  test('asked for on the same day for another reason is written with that reason', async () => {
    await hold(db, 'a');
    await admit(db, 'a');
    const leaves = (reason: string) =>
      changeDepartureOf(db, municipality, about('ophold', 'side'), { departure: addDays(today, 40), onPlace: null, reason });
    for (const reason of ['en slåfejl', 'barnet er født']) expect((await leaves(reason)).outcome).toBe('departure-changed');
    const { rows } = await sql<{ reason: string }>`select data ->> 'reason' as reason from stay_event where act = 'change-departure'
      order by sequence`.execute(owner);
    expect(rows.map(({ reason }) => reason)).toEqual(['en slåfejl', 'barnet er født']);
  });
});
