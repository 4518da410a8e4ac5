/** Her needs and the waiting list: written while a place is offered they are taken up when she waits again, and nothing else of the wish is lost. */
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { addOrganisation, openTestPathways } from '../../test/pathways.ts';
import { needsOf, testFacility, testPlace, testUnit } from '../../test/provision.ts';
import { asId, type Id } from '../domain/id.ts';
import { nobodysUser } from '../domain/trail.ts';
import { type Need, type Party, sheAlone } from '../domain/placement/needs.ts';
import { fictitiousCpr } from '../domain/person/cpr.ts';
import { addDays, type Day, danishDay } from '../domain/time.ts';
import { asActor, databaseNow } from './database.ts';
import { readHerNeeds } from './her-needs.ts';
import { expireDueHolds } from './placement-expire.ts';
import { endStayOf } from './placement-move.ts';
import { addFacility } from './placement-provision.ts';
import { toldOfNeeds, toldOfRequests } from './placement-told.ts';
import { acceptOffer, declineUnit, passOffer } from './placement-waiting.ts';
import type { RequestForm } from './placement-waiting-form.ts';
import { changeNeeds, changeWish, askForPlace } from './placement-waiting-wish.ts';

const { db, owner } = await testDatabase({ size: 20 });
const ours = testPermit(testActor('coordinator'), 'place:hold');
const leader = testPermit(testActor('unit-leader', { id: asId<'organisation'>('lyngborg'), facility: testFacility.id }), 'place:manage');
const named = (id: string, ...places: ReturnType<typeof testPlace>[]) => ({ ...testUnit(places), id: asId<'unit'>(id), name: id });
const first = named('lyng', testPlace('plads-a', ['mother-and-baby']));
const stairs = named('bakke', testPlace('plads-b', ['mother-and-baby']));
const level = named('eng', testPlace('plads-c', ['mother-and-baby', 'step-free']));
const units = [first.id, stairs.id, level.id];
await addFacility(owner, testFacility, [first, stairs, level]);
for (const permit of [ours, leader]) await addOrganisation(owner, permit.actor.organisation);

const before = needsOf('mother-and-baby');
const after = needsOf('mother-and-baby', 'step-free');
let round = 0;
let births = 1;
let today: Day;
let her: Id<'pathway'>;
beforeEach(async () => {
  await sql`truncate stay, stay_event, placement_request, placement_request_unit, placement_request_event, placement_offer, urgency_change,
    her_needs cascade`.execute(owner);
  round += 1;
  today = danishDay(await databaseNow(owner));
  her = asId<'pathway'>(`hun-${round}`);
  await openTestPathways(db, ours, [her]);
});

const ask = (needs: readonly Need[] = before) =>
  askForPlace(db, ours, {
    id: asId<'request'>(`ønske-${her}`),
    key: 'tryk',
    pathway: her,
    wish: { needs, party: { age: null, partner: null, children: [] }, earliest: today, nights: 60, units, reach: null },
  });

const keep = (needs: readonly Need[], key: string = crypto.randomUUID()) => changeNeeds(db, ours, { pathway: her, key }, { needs });

const request = () => owner.selectFrom('placement_request').selectAll().where('pathway', '=', her).executeTakeFirstOrThrow();

const formOf = async (): Promise<RequestForm> => {
  const { status, stay } = await request();
  return { pathway: her, key: crypto.randomUUID(), offer: status === 'offered' ? stay : null };
};

const events = async () =>
  (
    await owner
      .selectFrom('placement_request_event')
      .select(['act', 'by_user'])
      .where('request', '=', asId<'request'>(`ønske-${her}`))
      .orderBy('sequence')
      .execute()
  ).map(({ act, by_user: by }) => `${act} ${by === nobodysUser ? 'nobody' : 'somebody'}`);

const hersAreRead = () => asActor(db, ours, { kind: 'pathway', id: her }, (tx) => readHerNeeds(tx, her));

const stayNow = async (): Promise<Id<'stay'>> => (await request()).stay ?? asId<'stay'>('ingen');

/** Where she is offered or has a place now; null where she waits. */
const unitNow = async (): Promise<string | null> => {
  const { stay } = await request();
  return stay === null ? null : (await owner.selectFrom('stay').select('unit').where('id', '=', stay).executeTakeFirstOrThrow()).unit;
};

/** What makes her wait again. */
const ways: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['she declines', async () => declineUnit(db, ours, await formOf(), first.id, 'distance', '')],
  ['the team lets it pass', async () => passOffer(db, ours, await formOf(), 'needs-more-time', '')],
  [
    'nobody answers in time',
    async () => {
      await sql`update stay set held_until = clock_timestamp() - interval '1 second' where status = 'held'`.execute(owner);
      await expireDueHolds(db);
    },
  ],
  [
    'the unit refuses, whose leader may not read her needs',
    async () => endStayOf(db, leader, { stay: await stayNow(), key: 'nej' }, 'refuse', { reason: 'staffing', text: 'ingen nattevagt' }),
  ],
  [
    'she has said yes and the place comes to nothing',
    async () => {
      await acceptOffer(db, ours, await formOf(), null, true);
      await endStayOf(db, ours, { stay: await stayNow(), key: 'slip' }, 'release', { reason: null, text: '' });
    },
  ],
];

describe('needs that are written while a place is offered', () => {
  test.each(ways)('are those of the next offer when %s', async (_, waitAgain) => {
    await ask();
    expect(await unitNow()).toBe('lyng');
    expect(await keep(after)).toMatchObject({ outcome: 'changed', list: 'later' });
    // The place was found by other needs, and the wish says so until it is answered.
    expect((await request()).needs).toEqual(before);

    await waitAgain();
    const { id, needs, wish } = await request();
    expect(needs).toEqual(after);
    expect(await hersAreRead()).toMatchObject({ needs: after });
    const wished = await owner
      .selectFrom('placement_request_unit')
      .select('unit')
      .where('request', '=', id)
      .where('wish', '=', wish)
      .orderBy('preference')
      .execute();
    expect(wished.map(({ unit }) => unit)).toEqual(units);
    expect(await unitNow()).toBe('eng');
    expect((await events()).filter((event) => event.startsWith('take-up'))).toEqual(['take-up-needs nobody']);
  });

  test('ask nobody again who was not to be asked', async () => {
    await ask();
    await keep(after);
    await declineUnit(db, ours, await formOf(), first.id, 'distance', '');
    expect(await events()).toEqual(['ask somebody', 'offer nobody', 'decline somebody', 'take-up-needs nobody', 'offer nobody']);
    expect((await request()).closed).toMatchObject([{ unit: 'lyng', why: 'declined' }]);
  });

  test('are not read by the unit', async () => {
    await keep(after);
    expect(await asActor(db, leader, { kind: 'pathway', id: her }, (tx) => tx.selectFrom('her_needs').selectAll().execute())).toEqual([]);
  });
});

describe('needs that are changed while she waits', () => {
  /** Nobody can take her, so she waits. */
  const waits = async (): Promise<void> => {
    await ask(needsOf('mother-and-baby', 'shielded'));
    expect((await request()).status).toBe('waiting');
  };

  test('leave what a colleague changes at the same moment as it is', async () => {
    await waits();
    // A colleague has her pathway locked and changes the nights while the needs are being sent.
    const changed = await owner.transaction().execute(async (tx) => {
      await tx.selectFrom('pathway').select('id').where('id', '=', her).forUpdate().execute();
      const sent = keep(needsOf('mother-and-baby', 'shielded', 'step-free'));
      await untilSomebodyWaits();
      await tx.updateTable('placement_request').set({ nights: 21, reach: 90 }).where('pathway', '=', her).execute();
      return { sent };
    });
    expect(await changed.sent).toMatchObject({ outcome: 'changed', list: 'now' });
    expect(await request()).toMatchObject({ nights: 21, reach: 90, needs: needsOf('mother-and-baby', 'shielded', 'step-free'), wish: 2 });
  });

  test('and nights that are changed in another transaction both stand, whichever is first', async () => {
    await waits();
    const wish = { needs: needsOf('mother-and-baby', 'shielded'), party: sheAlone, earliest: today, nights: 14, units, reach: null };
    await changeWish(db, ours, await formOf(), wish);
    await keep(after, 'samme');
    expect(await request()).toMatchObject({ nights: 14, needs: after, wish: 3 });
    expect(await unitNow()).toBe('eng');
    // The same form once more changes nothing and is told what it changed, and the same needs are no change of the wish.
    const sent = await events();
    const change = [{ what: 'needs', before: ['mother-and-baby', 'shielded'], after: ['mother-and-baby', 'step-free'] }];
    expect(await keep(after, 'samme')).toEqual({ outcome: 'changed', list: 'now', change });
    expect(await keep(after, 'anden')).toEqual({ outcome: 'changed', list: 'later', change: [] });
    expect(await events()).toEqual(sent);
  });

  const family: Party = { age: 31, partner: { sex: 'man' }, children: [{ age: 2 }, { age: 5 }] };
  const wanted = needsOf('mother-and-baby', 'shielded', 'step-free');

  test('leave her the time she has waited and what she is ordered by', async () => {
    await waits();
    await sql`update placement_request set asked_at = asked_at - interval '40 days',
      urgency = jsonb_set(urgency, '{askedOn}', to_jsonb((asked_at - interval '40 days')::date::text))`.execute(owner);
    const { asked_at, urgency } = await request();
    await keep(wanted);
    expect(await request()).toMatchObject({ asked_at, urgency, wish: 2 });
    expect(urgency.askedOn < today).toBe(true);
  });

  test('are written with who comes: in her wish, in the next search, and in the history with what stood before', async () => {
    await waits();
    const done = await changeNeeds(db, ours, { pathway: her, key: 'familie' }, { needs: wanted, party: family });
    const change = [
      { what: 'needs', before: ['mother-and-baby', 'shielded'], after: ['mother-and-baby', 'shielded', 'step-free'] },
      { what: 'party', before: sheAlone, after: family },
    ];
    expect(done).toEqual({ outcome: 'changed', list: 'now', change });
    expect((await request()).party).toEqual(family);
    expect(await hersAreRead()).toMatchObject({ needs: wanted, party: family });
    const { events: told } = await toldOfRequests(db, ours, her);
    expect(told.map(({ act, change: written }) => [act, written])).toEqual([
      ['ask', null],
      ['change', change],
    ]);
    // The change of the wish says what was written of her needs in the same act; that they were first written stands by itself.
    expect((await toldOfNeeds(db, ours, her)).map((one) => one.change)).toEqual([
      [{ what: 'needs', before: [], after: ['mother-and-baby', 'shielded'] }],
    ]);
    // Where it is not asked who comes, nobody is forgotten.
    await keep(after);
    expect(await request()).toMatchObject({ needs: after, party: family });
  });

  test('and who comes are taken up when she waits again, and the history says how they changed', async () => {
    await ask();
    await changeNeeds(db, ours, { pathway: her, key: 'familie' }, { needs: after, party: family });
    expect(await request()).toMatchObject({ status: 'offered', party: sheAlone });
    await passOffer(db, ours, await formOf(), 'needs-more-time', '');
    expect(await request()).toMatchObject({ needs: after, party: family });
    const { events: told } = await toldOfRequests(db, ours, her);
    expect(told.find(({ act }) => act === 'take-up-needs')?.change).toEqual([
      { what: 'needs', before: ['mother-and-baby'], after: ['mother-and-baby', 'step-free'] },
      { what: 'party', before: sheAlone, after: family },
    ]);
    // Written while a place was offered they changed no wish, so they stand in her history by themselves.
    expect((await toldOfNeeds(db, ours, her)).map(({ change }) => change.map(({ what }) => what))).toEqual([['needs'], ['needs', 'party']]);
  });

  test('say nothing of who comes after a row that was written before it was kept', async () => {
    await keep(needsOf('shielded'));
    await sql`update her_needs set party = null where pathway = ${her}`.execute(owner);
    await changeNeeds(db, ours, { pathway: her, key: 'partner' }, { needs: needsOf('shielded', 'partner'), party: family });
    expect((await toldOfNeeds(db, ours, her)).map(({ change }) => change.map(({ what }) => what))).toEqual([['needs'], ['needs']]);
  });

  test('do not change with her birthday where her age is worked out', async () => {
    await waits();
    const person = asId<'person'>(`født-${her}`);
    await owner
      .insertInto('person')
      .values({ id: person, name: 'Hun (opdigtet)', cpr: fictitiousCpr(addDays(today, 10 - 11_323), births), invented: true })
      .execute();
    births += 1;
    await sql`update pathway set person = ${person} where id = ${her}`.execute(owner);
    const wish = { needs: needsOf('mother-and-baby', 'shielded'), earliest: today, nights: 14, units, reach: null };
    await changeWish(db, ours, await formOf(), { ...wish, party: { ...family, age: 30 } });
    await changeWish(db, ours, await formOf(), { ...wish, earliest: addDays(today, 20), party: { ...family, age: 31 } });
    const { events: told } = await toldOfRequests(db, ours, her);
    expect(told.filter(({ act }) => act === 'change').map(({ change }) => change?.map(({ what }) => what))).toEqual([
      ['party', 'nights'],
      ['earliest'],
    ]);
    // What is offered her is still asked by the age that she has then.
    expect((await request()).party.age).toBe(31);
    const rows = await owner.selectFrom('her_needs').select('party').where('pathway', '=', her).execute();
    expect(rows.map(({ party }) => party)).toEqual([sheAlone, { ...family, age: null }]);
    await keep(after);
    expect((await request()).party).toEqual({ ...family, age: 31 });
  });

  test('that were kept with an age that was worked out tell no birthday, neither of hers nor of her wish', async () => {
    await waits();
    const person = asId<'person'>(`født-før-${her}`);
    await owner
      .insertInto('person')
      .values({ id: person, name: 'Hun (opdigtet)', cpr: fictitiousCpr(addDays(today, 10 - 11_323), births), invented: true })
      .execute();
    births += 1;
    // What is written of a pathway is worked out from its facts, which say nothing of her number here.
    const isKnown = () => sql`update pathway set person = ${person} where id = ${her}`.execute(owner);
    await isKnown();
    const wish = { needs: needsOf('mother-and-baby'), earliest: today, nights: 14, units, reach: null };
    await changeWish(db, ours, await formOf(), { ...wish, party: { ...family, age: 30 } });
    await isKnown();
    // As rows and acts were written before ages were left out.
    const birthday = [{ what: 'party', before: { ...family, age: 29 }, after: { ...family, age: 30 } }];
    await sql`update her_needs set party = ${JSON.stringify({ ...family, age: 30 })}::jsonb where pathway = ${her}`.execute(owner);
    await sql`update placement_request_event set change = ${JSON.stringify(birthday)}::jsonb
      where act = 'change' and request in (select id from placement_request where pathway = ${her})`.execute(owner);
    const { events: told } = await toldOfRequests(db, ours, her);
    expect(told.filter(({ act }) => act === 'change')).toEqual([]);
    const before = (await toldOfNeeds(db, ours, her)).length;
    await changeNeeds(db, ours, { pathway: her, key: 'igen' }, { needs: needsOf('mother-and-baby'), party: { ...family, age: 31 } });
    expect((await toldOfNeeds(db, ours, her)).length).toBe(before);
    await changeNeeds(
      db,
      ours,
      { pathway: her, key: 'flere' },
      { needs: needsOf('mother-and-baby', 'partner'), party: { ...family, age: 31 } },
    );
    await isKnown();
    expect((await toldOfNeeds(db, ours, her)).slice(before).map(({ change }) => change.map(({ what }) => what))).toEqual([['needs']]);
  });

  test('are told to her team alone', async () => {
    await waits();
    await keep(wanted);
    expect(await toldOfNeeds(db, leader, her)).toEqual([]);
    expect((await toldOfRequests(db, leader, her)).events).toEqual([]);
  });

  test('are hers alone where she is not on the list', async () => {
    expect(await keep(after)).toEqual({ outcome: 'changed', list: 'none', change: [] });
    expect(await hersAreRead()).toMatchObject({ needs: after });
  });
});

async function untilSomebodyWaits(): Promise<void> {
  for (let look = 0; look < 200; look += 1) {
    const { rows } = await sql<{ waits: boolean }>`select exists (select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock') as waits`.execute(owner);
    if (rows[0]?.waits === true) return;
    await new Promise((resume) => setTimeout(resume, 10));
  }
  throw new Error('nobody waited for the pathway');
}
