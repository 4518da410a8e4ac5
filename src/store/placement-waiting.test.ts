import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { lossyWire } from '../../test/lost-answers.ts';
import { addOrganisation, factsTold, openTestPathways } from '../../test/pathways.ts';
import { needsOf, testFacility, testPlace, testUnit } from '../../test/provision.ts';
import { asId, type Id } from '../domain/id.ts';
import type { PathwayFact } from '../domain/pathway/facts.ts';
import type { OnList } from '../domain/pathway/her-list-answer.ts';
import type { HerYes } from '../domain/pathway/her-yes.ts';
import { arrivalQuestions } from '../domain/placement/arrival.ts';
import { heldAfterYes } from '../domain/placement/after-yes.ts';
import { sheAlone } from '../domain/placement/needs.ts';
import type { Deviation } from '../domain/placement/confirm.ts';
import { nightsFrom } from '../domain/placement/nights.ts';
import { offerFreshnessEdition } from '../domain/placement/offer-freshness.ts';
import { wholeLog } from '../domain/placement/urgency-log.ts';
import type { SupplyChange } from '../domain/placement/supply-change.ts';
import { urgencyOn } from '../domain/placement/urgency.ts';
import { foldRequest } from '../domain/placement/waiting-request.ts';
import { foldPathway } from '../domain/pathway/fold.ts';
import { addDays, type Day, danishDay } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, databaseNow, openDatabase } from './database.ts';
import { appendFact, factsOf, readPathway, recordedBy } from './pathway.ts';
import { recordFact } from './pathway-record.ts';
import { admitToStay } from './placement-arrive.ts';
import { confirmAfterwardsOf, confirmStayOf } from './placement-confirm.ts';
import { expireDueHolds } from './placement-expire.ts';
import { holdForPathway } from './placement-hold.ts';
import type { HoldOutcome } from './placement-hold-write.ts';
import { holdPlaces } from './placement-index.ts';
import { endStayOf } from './placement-move.ts';
import { addFacility } from './placement-provision.ts';
import { holdMaterial } from './placement-search.ts';
import { answerPlaceOf } from './placement-her-answer.ts';
import { acceptOffer, declineUnit, passOffer, withdrawRequest } from './placement-waiting.ts';
import type { RequestForm } from './placement-waiting-form.ts';
import { type Asked, askForPlace, changeWish } from './placement-waiting-wish.ts';
import { logOf, urgencyOfPathway } from './placement-waiting-log.ts';
import { goThroughTheList } from './placement-waiting-round.ts';
import { fairnessMaterial } from './placement-waiting-read.ts';
import { eventOf, eventsOf } from './placement-waiting-rows.ts';
import { refuseRequest, unitListMaterial } from './placement-waiting-unit.ts';
import { changeSupplyOf } from './supply-upkeep.ts';

const { db, owner, applicationConfig } = await testDatabase({ size: 20 });
const wire = await lossyWire(applicationConfig.host ?? '');
const cut = openDatabase({ ...applicationConfig, host: wire.host });
afterAll(async () => {
  await cut.destroy();
  await wire.close();
});
const ours = testPermit(testActor('coordinator'), 'place:hold');
const theirs = testPermit(testActor('care-decider', { id: asId<'organisation'>('anden-kommune') }), 'place:hold');
const leader = testPermit(testActor('unit-leader', { id: asId<'organisation'>('lyngborg'), facility: testFacility.id }), 'place:manage');
const lyng = testUnit([testPlace('sidste', ['mother-and-baby'])]);
const other = { ...testUnit([testPlace('anden', ['mother-and-baby'])]), id: asId<'unit'>('hede'), name: 'Hede' };
await addFacility(owner, testFacility, [lyng, other]);
for (const permit of [ours, theirs, leader]) await addOrganisation(owner, permit.actor.organisation);

let round = 0;
let today: Day;
beforeEach(async () => {
  await sql`truncate stay, stay_event, placement_request, placement_request_unit, placement_request_event, placement_offer, urgency_change,
    overtaking cascade`.execute(owner);
  await sql`update place set room = room`.execute(owner);
  await sql`update unit set confirmed_by = 'Lederen', confirmed_at = clock_timestamp()`.execute(owner);
  round += 1;
  today = danishDay(await databaseNow(owner));
});

/** A pathway whose pregnancy has lasted so many weeks. */
async function woman(name: string, weeks: number, permit: Permit = ours): Promise<Id<'pathway'>> {
  const id = asId<'pathway'>(`${name}-${round}`);
  await openTestPathways(db, permit, [id], [{ type: 'due-date-set', dueDate: addDays(today, 280 - weeks * 7), basis: 'ultrasound' }]);
  return id;
}

function ask(pathway: Id<'pathway'>, permit: Permit = ours, units: readonly Id<'unit'>[] = [lyng.id]): Promise<Asked> {
  return askForPlace(db, permit, {
    id: asId<'request'>(`ønske-${pathway}`),
    key: 'tryk',
    pathway,
    wish: {
      needs: needsOf('mother-and-baby'),
      party: { age: null, partner: null, children: [] },
      earliest: today,
      nights: 60,
      units,
      reach: null,
    },
  });
}

function hold(pathway: Id<'pathway'>, permit: Permit = ours, place = 'sidste', herYes: HerYes | null = null): Promise<HoldOutcome> {
  return holdForPathway(db, permit, {
    stay: asId<'stay'>(`ophold-${pathway}`),
    key: `tryk-${pathway}`,
    pathway,
    calledName: pathway,
    unit: place === 'sidste' ? lyng.id : other.id,
    place: asId<'place'>(place),
    needs: needsOf('mother-and-baby'),
    nights: nightsFrom(today, 60),
    mostMoves: 0,
    herYes,
  });
}

const stayOf = (pathway: Id<'pathway'>): Id<'stay'> => asId<'stay'>(`ophold-${pathway}`);
const requestOf = (pathway: Id<'pathway'>): Id<'request'> => asId<'request'>(`ønske-${pathway}`);

async function statusOf(pathway: Id<'pathway'>): Promise<string> {
  const row = await owner.selectFrom('placement_request').select('status').where('pathway', '=', pathway).executeTakeFirstOrThrow();
  return row.status;
}

/** A form from her page as it stands now. */
async function formOf(pathway: Id<'pathway'>, key: string = crypto.randomUUID()): Promise<RequestForm> {
  const row = await owner
    .selectFrom('placement_request')
    .select(['status', 'stay'])
    .where('pathway', '=', pathway)
    .executeTakeFirstOrThrow();
  return { pathway, key, offer: row.status === 'offered' ? row.stay : null };
}

async function actsOf(pathway: Id<'pathway'>): Promise<readonly string[]> {
  const rows = await owner.transaction().execute((tx) => eventsOf(tx, requestOf(pathway)));
  return rows.map(({ act }) => act);
}

async function runOut(): Promise<void> {
  await sql`update stay set held_until = clock_timestamp() - interval '1 second' where status = 'held'`.execute(owner);
}

describe('a place that becomes free', () => {
  test('is held for the most urgent who waits for it, in the transaction that made it free, by nobody but the list', async () => {
    const [first, early, late] = [await woman('har', 10), await woman('tidlig', 12, theirs), await woman('sen', 30)];
    await hold(first);
    expect((await ask(early, theirs)).outcome).toBe('asked');
    expect((await ask(late)).outcome).toBe('asked');

    await endStayOf(db, ours, { stay: stayOf(first), key: 'slip' }, 'release', { reason: null, text: '' });

    expect([await statusOf(early), await statusOf(late)]).toEqual(['waiting', 'offered']);
    const offer = await owner.selectFrom('placement_offer').selectAll().executeTakeFirstOrThrow();
    const stay = await owner.selectFrom('stay').selectAll().where('id', '=', offer.stay).executeTakeFirstOrThrow();
    expect(stay).toMatchObject({ pathway: late, held_by: 'samlob', status: 'held', held_until: offer.answer_by });
    expect(await factsTold(owner, late)).toContain('place-held');
  });

  test('is offered by the next asker when no job has cleared the hold that ran out; the asker is told that it is taken', async () => {
    const [first, waits, asks] = [await woman('har', 10), await woman('venter', 20, theirs), await woman('søger', 38)];
    await hold(first);
    await ask(waits, theirs);
    await runOut();

    expect((await hold(asks)).outcome).toBe('not-free');
    expect(await statusOf(waits)).toBe('offered');
  });

  test('is offered at once to one who is put on the list while it is free', async () => {
    const her = await woman('ny', 20);
    expect(await ask(her)).toMatchObject({ outcome: 'asked', status: 'offered' });
  });

  test('is offered by the round when a closure is lifted, which tells nobody', async () => {
    await sql`insert into closure (unit, from_day, reason) values ('lyng', '2020-01-01', 'vandskade')`.execute(owner);
    const her = await woman('venter', 20);
    expect(await ask(her)).toMatchObject({ status: 'waiting' });
    await sql`delete from closure`.execute(owner);

    expect(await goThroughTheList(db)).toBe(1);
    expect(await statusOf(her)).toBe('offered');
  });

  test('is offered in the transaction in which the unit’s leader lifts a closure, or has staff again', async () => {
    const change = (what: SupplyChange): ReturnType<typeof changeSupplyOf> => changeSupplyOf(db, leader, lyng.id, what, []);
    const closure = {
      id: asId<'closure'>(`vand-${round}`),
      place: null,
      from: today,
      to: null,
      cause: 'damage',
      reason: 'vandskade',
    } as const;
    expect(await change({ type: 'closed', closure })).toMatchObject({ outcome: 'changed' });
    const her = await woman('venter', 20);
    expect(await ask(her)).toMatchObject({ status: 'waiting' });

    expect(await change({ type: 'closure-lifted', closure: closure.id, from: today })).toMatchObject({ outcome: 'changed' });

    expect(await statusOf(her)).toBe('offered');
    const stays = await owner.selectFrom('stay').select(['pathway', 'status']).execute();
    expect(stays).toEqual([{ pathway: her, status: 'held' }]);

    // Nobody is staffed for; then somebody is, and the next is asked.
    await sql`truncate stay, placement_offer cascade`.execute(owner);
    await change({ type: 'staffing-set', staffing: [{ from: today, to: null, women: 0 }] });
    const next = await woman('næste', 30);
    expect(await ask(next)).toMatchObject({ status: 'waiting' });
    await change({ type: 'staffing-set', staffing: [] });
    expect(await statusOf(next)).toBe('offered');
  });

  test('is not offered to one whose needs it does not meet, who lives too far, or who has a place', async () => {
    const [needs, far, has] = [await woman('behov', 40), await woman('langt', 40), await woman('har', 40)];
    await hold(has, ours, 'anden');
    const wish = { party: { age: null, partner: null, children: [] }, earliest: today, nights: 60, units: [lyng.id] };
    const [one, two] = [
      await askForPlace(db, ours, { id: asId('a'), key: 'a', pathway: needs, wish: { ...wish, needs: needsOf('partner'), reach: null } }),
      await askForPlace(db, ours, { id: asId('b'), key: 'b', pathway: far, wish: { ...wish, needs: [], reach: 1 } }),
    ];
    expect([one, two, await ask(has)]).toMatchObject([{ status: 'waiting' }, { status: 'waiting' }, { outcome: 'has-place' }]);
  });
});

test('two whose holds ran out wait for each other’s place, and neither hold keeps the other from being cleared', async () => {
  const [one, two] = [await woman('en', 30), await woman('to', 20, theirs)];
  // Each is on the list for the other's unit, and found a place of her own meanwhile.
  await sql`insert into closure (unit, from_day, reason) values ('lyng', '2020-01-01', 'vandskade'), ('hede', '2020-01-01', 'vandskade')`.execute(
    owner,
  );
  await ask(one, ours, [other.id]);
  await ask(two, theirs, [lyng.id]);
  await sql`delete from closure`.execute(owner);
  expect((await hold(one)).outcome).toBe('held');
  expect((await hold(two, theirs, 'anden')).outcome).toBe('held');
  expect([await statusOf(one), await statusOf(two)]).toEqual(['accepted', 'accepted']);
  await runOut();

  await expireDueHolds(db);
  const held = await owner.selectFrom('stay').select(['pathway', 'unit']).where('status', '=', 'held').orderBy('unit').execute();
  expect(held).toEqual([
    { pathway: one, unit: 'hede' },
    { pathway: two, unit: 'lyng' },
  ]);
  expect([await statusOf(one), await statusOf(two)]).toEqual(['offered', 'offered']);
});

describe('an offer', () => {
  test('that is accepted becomes the team’s own hold and ends as any other', async () => {
    const her = await woman('venter', 20, theirs);
    await ask(her, theirs);
    expect(await acceptOffer(db, theirs, await formOf(her))).toEqual({ outcome: 'done', status: 'accepted' });

    const stay = await owner.selectFrom('stay').selectAll().where('pathway', '=', her).executeTakeFirstOrThrow();
    expect(stay).toMatchObject({ status: 'held', held_for: 'anden-kommune' });
    const offer = await owner.selectFrom('placement_offer').selectAll().executeTakeFirstOrThrow();
    const yes = await owner.selectFrom('stay_event').selectAll().where('act', '=', 'extend').executeTakeFirstOrThrow();
    const kept = heldAfterYes(offer.answer_by, yes.recorded);
    expect([stay.held_until, yes.data]).toEqual([kept.until, { ...kept, request: requestOf(her) }]);
    expect(kept.until >= offer.answer_by).toBe(true);
    expect(await acceptOffer(db, theirs, await formOf(her))).toEqual({ outcome: 'cannot' });
    await endStayOf(db, theirs, { stay: stay.id, key: 'slip' }, 'release', { reason: null, text: '' });
    expect(await actsOf(her)).toEqual(['ask', 'offer', 'accept', 'lose']);
  });

  test('of a unit whose capacity is not fresh is accepted only when somebody says that the unit was rung', async () => {
    const her = await woman('venter', 20, theirs);
    await ask(her, theirs);
    const form = await formOf(her);
    await sql`update unit set confirmed_at = clock_timestamp() - interval '25 hours'`.execute(owner);
    expect(await acceptOffer(db, theirs, form)).toEqual({ outcome: 'ring-first' });
    await sql`update unit set confirmed_by = null, confirmed_at = null where id = ${lyng.id}`.execute(owner);
    expect(await acceptOffer(db, theirs, form)).toEqual({ outcome: 'ring-first' });
    // Nothing has happened to the offer.
    expect([await statusOf(her), await actsOf(her)]).toEqual(['offered', ['ask', 'offer']]);

    expect(await acceptOffer(db, theirs, form, null, true)).toEqual({ outcome: 'done', status: 'accepted' });
    const { data } = await owner.selectFrom('stay_event').select('data').where('act', '=', 'extend').executeTakeFirstOrThrow();
    expect(data).toMatchObject({ rang: true, rangEdition: offerFreshnessEdition });
    // The same form once more is answered alike, though it says nothing of the telephone.
    expect(await acceptOffer(db, theirs, form)).toEqual({ outcome: 'done', status: 'accepted' });
  });

  test('is accepted with her yes as her pathway has it when it is done, whatever the page said, and so is a place held', async () => {
    const notYet = { answer: 'not-yet', why: 'not-reached', written: 'ringer igen' } as const;
    const kept = async (pathway: Id<'pathway'>, act: 'hold' | 'extend'): Promise<unknown> => {
      const { rows } = await sql<{ kept: unknown }>`select stay_event.data -> 'herYes' as kept from stay_event
        join stay on stay.id = stay_event.stay where pathway = ${pathway} and act = ${act}`.execute(owner);
      const facts = await owner.transaction().execute((tx) => factsOf(tx, pathway));
      return [rows.at(-1)?.kept, facts.flatMap(({ fact }) => (fact.type === 'place-held' && fact.herYes ? [fact.herYes] : [])).at(-1)];
    };
    const saysYes = (pathway: Id<'pathway'>): Promise<void> =>
      asActor(db, ours, { kind: 'pathway', id: pathway }, async (tx) => {
        for (const fact of [
          { type: 'offered', level: 'residential', what: 'døgnophold' },
          { type: 'answered', answer: 'accepted', reason: null, inHerWords: '' },
        ] as const)
          await appendFact(tx, pathway, fact, recordedBy(ours, today));
      });
    const her = await woman('hun', 30);
    await ask(her);
    await saysYes(her);
    expect(await acceptOffer(db, ours, await formOf(her), notYet)).toEqual({ outcome: 'done', status: 'accepted' });
    // Her yes is of the stay, and no answer to this place: it stands with the hold, and is not told as one.
    expect(await kept(her, 'extend')).toEqual([{ answer: 'yes' }, undefined]);

    const [sure, unsure] = [await woman('sikker', 20), await woman('spurgt', 20)];
    await saysYes(sure);
    expect((await hold(sure, ours, 'anden', notYet)).outcome).toBe('held');
    expect(await kept(sure, 'hold')).toEqual([{ answer: 'yes' }, undefined]);
    await sql`update stay set status = 'released', held_until = null where pathway = ${sure}`.execute(owner);
    expect((await hold(unsure, ours, 'anden', notYet)).outcome).toBe('held');
    expect(await kept(unsure, 'hold')).toEqual([{ answer: 'not-yet' }, notYet]);
  });

  test('is answered once by a form: sent again it is answered alike, from a page that shows an earlier offer it does nothing', async () => {
    const her = await woman('hun', 30);
    await ask(her, ours, [lyng.id, other.id]);
    const stale = await formOf(her, 'videre');
    const [first, second] = await Promise.all([1, 2].map(() => passOffer(db, ours, stale, 'needs-more-time', '')));
    expect([first, second]).toEqual([
      { outcome: 'done', status: 'waiting' },
      { outcome: 'done', status: 'waiting' },
    ]);
    expect(await actsOf(her)).toEqual(['ask', 'offer', 'pass', 'offer']);

    const another = { ...stale, key: 'en anden' };
    expect(await acceptOffer(db, ours, another)).toEqual({ outcome: 'other-offer' });
    expect(await passOffer(db, ours, another, 'too-far', '')).toEqual({ outcome: 'other-offer' });
    expect(await declineUnit(db, ours, another, other.id, 'home', '')).toEqual({ outcome: 'other-offer' });
    expect(await withdrawRequest(db, ours, another, 'moved', '')).toEqual({ outcome: 'other-offer' });
    expect(await withdrawRequest(db, ours, { ...another, offer: null }, 'moved', '')).toEqual({ outcome: 'other-offer' });
    expect(await actsOf(her)).toEqual(['ask', 'offer', 'pass', 'offer']);
  });

  test('is accepted once though the connection is lost after it was done, and taken off the list so too', async () => {
    const her = await woman('hun', 30);
    await ask(her);
    const form = await formOf(her, 'ja');
    wire.loseAnswers(1);
    expect(await acceptOffer(cut, ours, form)).toEqual({ outcome: 'done', status: 'accepted' });
    wire.loseAnswers(0);
    expect(await acceptOffer(db, ours, form)).toEqual({ outcome: 'done', status: 'accepted' });
    const off = await formOf(her, 'af');
    wire.loseAnswers(1);
    expect(await withdrawRequest(cut, ours, off, 'moved', '')).toEqual({ outcome: 'done', status: 'withdrawn' });
    wire.loseAnswers(0);
    expect(await actsOf(her)).toEqual(['ask', 'offer', 'accept', 'withdraw']);
  });

  test('that nobody answers goes to the next, and she keeps her place on the list but is not asked again at once', async () => {
    const [late, early] = [await woman('sen', 30), await woman('tidlig', 12, theirs)];
    await ask(late);
    await ask(early, theirs);
    await runOut();
    expect(await acceptOffer(db, ours, await formOf(late))).toEqual({ outcome: 'run-out' });

    await expireDueHolds(db);
    expect([await statusOf(late), await statusOf(early)]).toEqual(['waiting', 'offered']);
    expect(await actsOf(late)).toEqual(['ask', 'offer', 'run-out']);
    const { score } = (await owner.transaction().execute((tx) => logOf(tx, requestOf(late)))).at(-1)!;
    expect(score).toBe(300);
  });

  test('that the team lets pass goes to the next with the reason', async () => {
    const [late, early] = [await woman('sen', 30), await woman('tidlig', 12, theirs)];
    await ask(late);
    await ask(early, theirs);
    expect(await passOffer(db, ours, await formOf(late), 'cannot-reach-her', 'Telefonen er slukket')).toEqual({
      outcome: 'done',
      status: 'waiting',
    });
    expect(await statusOf(early)).toBe('offered');
    const offers = await owner.selectFrom('placement_offer').select(['status']).orderBy('offered').execute();
    expect(offers).toEqual([{ status: 'passed' }, { status: 'open' }]);
  });

  test('that she declines leads to the next unit, and her no changes nothing in her urgency', async () => {
    const her = await woman('hun', 30);
    await ask(her, ours, [lyng.id, other.id]);
    expect(await declineUnit(db, ours, await formOf(her), lyng.id, 'distance', 'Det er for langt fra min mor')).toEqual({
      outcome: 'done',
      status: 'waiting',
    });
    expect(await statusOf(her)).toBe('offered');
    const offer = await owner.selectFrom('placement_offer').select('unit').where('status', '=', 'open').executeTakeFirstOrThrow();
    expect(offer.unit).toBe('hede');
    const log = await owner.transaction().execute((tx) => logOf(tx, requestOf(her)));
    expect(log.map(({ causes, score }) => [causes, score])).toEqual([[['asked'], 300]]);
  });

  test('that was accepted, and let go after her no to the place, is her declining it: the unit is not asked again, and its reason stands', async () => {
    const her = await woman('venter', 20, theirs);
    await ask(her, theirs, [lyng.id]);
    expect(await acceptOffer(db, theirs, await formOf(her))).toEqual({ outcome: 'done', status: 'accepted' });
    const stay = await owner.selectFrom('stay').select('id').where('pathway', '=', her).executeTakeFirstOrThrow();
    const no = { answer: 'no', asked: { by: 'Karen Holm', way: 'telephone' }, why: 'distance', written: 'For langt' } as const;
    expect((await answerPlaceOf(db, theirs, { stay: stay.id, key: 'nej' }, { said: no, on: today })).outcome).toBe('place-answered');
    expect(await declineUnit(db, theirs, await formOf(her), other.id, 'home', '')).toEqual({ outcome: 'cannot' });
    await endStayOf(db, theirs, { stay: stay.id, key: 'slip' }, 'release', { reason: null, text: '' });
    expect(await actsOf(her)).toEqual(['ask', 'offer', 'accept', 'decline']);
    const { closed, status } = await owner.selectFrom('placement_request').selectAll().where('pathway', '=', her).executeTakeFirstOrThrow();
    expect([status, closed]).toEqual(['waiting', [{ unit: 'lyng', why: 'declined', until: null }]]);
    const last = (await owner.transaction().execute((tx) => eventsOf(tx, requestOf(her)))).at(-1);
    expect(last).toMatchObject({ act: 'decline', reason: 'distance', text: 'For langt', unit: 'lyng' });
  });

  test('that the unit refuses, with its reason, leads to the next unit and makes her more urgent', async () => {
    const her = await woman('hun', 30);
    await ask(her, ours, [lyng.id, other.id]);
    const stay = await owner.selectFrom('stay').select('id').where('pathway', '=', her).executeTakeFirstOrThrow();
    await endStayOf(db, leader, { stay: stay.id, key: 'nej' }, 'refuse', { reason: 'staffing', text: 'Ingen nattevagt' });

    const events = await owner.transaction().execute((tx) => eventsOf(tx, requestOf(her)));
    expect(events.map(({ act, reason }) => [act, reason])).toEqual([
      ['ask', null],
      ['offer', null],
      ['refuse', 'staffing'],
      ['offer', null],
    ]);
    expect(events.at(-1)?.unit).toBe('hede');
    const log = await owner.transaction().execute((tx) => logOf(tx, requestOf(her)));
    expect(log.map(({ causes, score }) => [causes, score])).toEqual([
      [['asked'], 300],
      [['refusal'], 310],
    ]);
  });

  test('is let go when she is taken off the list, and when her pathway ends', async () => {
    const [one, two] = [await woman('en', 30), await woman('to', 20, theirs)];
    await ask(one);
    expect(await withdrawRequest(db, ours, await formOf(one), 'she-wishes-it', '')).toEqual({ outcome: 'done', status: 'withdrawn' });
    await ask(two, theirs);
    expect(await statusOf(two)).toBe('offered');
    const next = await woman('næste', 10);
    await ask(next);
    const ended = { type: 'pathway-ended', reason: 'flyttet' } as const;
    for (const outcome of ['recorded', 'already-recorded'])
      expect(await recordFact(db, theirs, two, ended, today, 'slut')).toMatchObject({ outcome });
    expect([await statusOf(two), await statusOf(next)]).toEqual(['ended', 'offered']);
    const acts = await owner
      .selectFrom('stay_event')
      .innerJoin('stay', 'stay.id', 'stay_event.stay')
      .select(['act', 'by_user'])
      .where('pathway', '=', two)
      .orderBy('sequence')
      .execute();
    expect(acts).toEqual([
      { act: 'hold', by_user: 'samlob' },
      { act: 'release', by_user: 'samlob' },
    ]);
    const rows = await owner.selectFrom('stay').select('pathway').where('status', '=', 'held').execute();
    expect(rows).toEqual([{ pathway: next }]);
  });
});

test('one who is given a place and put on the list at the same moment has both or neither waits: later offers pass her by', async () => {
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const her = await woman(`samtidig-${attempt}`, 30);
    await Promise.all([hold(her, ours, 'anden'), ask(her)]);
    const held = await owner.selectFrom('stay').select('id').where('pathway', '=', her).where('status', '=', 'held').execute();
    expect(held.length).toBe(1);
    const request = await owner.selectFrom('placement_request').select('status').where('pathway', '=', her).executeTakeFirst();
    expect([undefined, 'accepted', 'offered']).toContain(request?.status);
    await sql`update stay set status = 'released', held_until = null where status = 'held'`.execute(owner);
    await sql`update placement_request set status = 'withdrawn', stay = null`.execute(owner);
  }
});

test('one who waits although she has a place is not offered another, and the place goes to the next', async () => {
  const [has, next] = [await woman('har', 40), await woman('næste', 10, theirs)];
  await sql`insert into closure (unit, from_day, reason) values ('lyng', '2020-01-01', 'vandskade')`.execute(owner);
  await ask(has);
  await hold(has, ours, 'anden');
  await sql`update placement_request set status = 'waiting', stay = null`.execute(owner);
  await sql`delete from closure`.execute(owner);
  expect(await ask(next, theirs)).toMatchObject({ status: 'offered' });
});

describe('a unit', () => {
  test('refuses one who waits, by its own leader alone; she is asked elsewhere', async () => {
    const [has, her] = [await woman('har', 10), await woman('hun', 30)];
    await hold(has);
    await hold(await woman('har-også', 10), ours, 'anden');
    await ask(her, ours, [lyng.id, other.id]);

    const stranger = testPermit(
      testActor('unit-leader', { id: asId<'organisation'>('fremmed'), facility: asId<'facility'>('fremmed') }),
      'place:manage',
    );
    expect(await unitListMaterial(db, stranger, lyng.id)).toBeNull();
    expect(await refuseRequest(db, stranger, lyng.id, requestOf(her), 'staffing', '')).toEqual({ outcome: 'no-such-pathway' });
    const seen = await unitListMaterial(db, leader, lyng.id);
    expect([...(seen?.initials ?? [])]).toEqual([[requestOf(her), 'H.']]);
    // Neither her points nor what they are reckoned from leave the store for a house.
    const told = JSON.stringify(seen?.list);
    for (const never of ['score', 'countedFrom', 'risks', 'municipality']) expect(told).not.toContain(`"${never}"`);
    expect(seen?.list[0]?.urgency.band).toMatch(/^(under-200|200-299|300-399|400-and-more)$/);
    expect(await refuseRequest(db, leader, lyng.id, requestOf(her), 'mix-of-residents', '')).toEqual({
      outcome: 'refused',
      elsewhere: true,
    });
    const list = await unitListMaterial(db, leader, lyng.id);
    expect(list?.initials.size).toBe(0);
    const trace = await owner
      .selectFrom('trace')
      .select('subject')
      .where('subject_kind', '=', 'pathway')
      .where('role', '=', 'unit-leader')
      .execute();
    expect(trace.some(({ subject }) => subject === her)).toBe(true);
  });

  test('says no to her once, however often the form comes, also when she is offered a place elsewhere in between', async () => {
    const [has, her] = [await woman('har', 10), await woman('hun', 30)];
    await hold(has);
    await ask(her);
    const no = () => refuseRequest(db, leader, lyng.id, requestOf(her), 'staffing', '');
    // «Other» says nothing by itself: whatever page sends it, nothing is written without words.
    expect(await refuseRequest(db, leader, lyng.id, requestOf(her), 'other', ' ')).toEqual({ outcome: 'words-missing' });
    expect((await actsOf(her)).filter((act) => act === 'refuse')).toHaveLength(0);
    const both = await Promise.all([no(), no()]);
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['refused', 'refused-already']);
    const wish = {
      needs: needsOf('mother-and-baby'),
      party: sheAlone,
      earliest: today,
      nights: 60,
      units: [lyng.id, other.id],
      reach: null,
    };
    expect(await changeWish(db, ours, await formOf(her), wish)).toMatchObject({ outcome: 'done' });
    expect([await statusOf(her), await no()]).toEqual(['offered', { outcome: 'refused-already' }]);
    expect((await actsOf(her)).filter((act) => act === 'refuse')).toHaveLength(1);

    // As it was written before a form that came twice was known: what is counted is what her urgency counts.
    await sql`insert into placement_request_event select (jsonb_populate_record(event, jsonb_build_object('reason', 'other',
      'sequence', (select max(sequence) + 1 from placement_request_event)))).* from placement_request_event as event where act = 'refuse'`.execute(
      owner,
    );
    const events = await owner.transaction().execute((tx) => eventsOf(tx, requestOf(her)));
    expect(events.filter(({ act }) => act === 'refuse')).toHaveLength(2);
    const secretariat = testPermit(testActor('secretariat'), 'report:internal');
    const counted = (await fairnessMaterial(db, secretariat, holdPlaces(db))).requests.flatMap(({ refusals }) => refusals);
    expect(counted).toEqual([{ unit: lyng.id, reason: 'staffing' }]);
    expect(counted).toHaveLength(foldRequest(events.map(eventOf)).refusals);
  });
});

test('a place that is held past somebody more urgent is held, and it is written how many were passed and why', async () => {
  const [has, waits, asks] = [await woman('har', 10), await woman('venter', 30, theirs), await woman('søger', 12)];
  await hold(has);
  await ask(waits, theirs, [lyng.id, other.id]);
  expect(await statusOf(waits)).toBe('offered');
  await passOffer(db, theirs, await formOf(waits), 'needs-more-time', '');
  // She rests from Hede, so it is not she who is passed there; and Lyng is taken.
  const places = holdPlaces(db);
  const before = async (unit: typeof lyng.id): Promise<number | undefined> =>
    (await holdMaterial(db, ours, asks, places, { unit, key: 'forbi' }))?.before;
  expect([await before(lyng.id), await before(other.id)]).toEqual([1, 0]);
  await sql`update stay set status = 'released' where status = 'held'`.execute(owner);
  const outcome = await holdForPathway(db, ours, {
    stay: stayOf(asks),
    key: 'forbi',
    pathway: asks,
    calledName: 'søger',
    unit: lyng.id,
    place: asId<'place'>('sidste'),
    needs: [],
    nights: nightsFrom(today, 10),
    mostMoves: 0,
    overtaking: { reason: 'acute-danger', text: 'Kom fra akutmodtagelsen' },
  });
  expect(outcome.outcome).toBe('held');
  expect(await owner.selectFrom('overtaking').select(['waiting', 'reason', 'unit']).execute()).toEqual([
    { waiting: 1, reason: 'acute-danger', unit: 'lyng' },
  ]);
});

test('a wish that is changed keeps its place in the order, and asks the units anew', async () => {
  const her = await woman('hun', 30);
  await ask(her);
  await passOffer(db, ours, await formOf(her), 'other-unit-suits-her', '');
  expect(await statusOf(her)).toBe('waiting');
  const party = { age: null, partner: null, children: [] };
  const wish = { needs: needsOf('mother-and-baby'), party, earliest: today, nights: 30, units: [other.id], reach: null };
  expect(await changeWish(db, ours, await formOf(her), wish)).toEqual({ outcome: 'done', status: 'waiting' });
  expect(await statusOf(her)).toBe('offered');
  expect(await actsOf(her)).toEqual(['ask', 'offer', 'pass', 'change', 'offer']);
});

test('a change that cannot be made where a place is offered or accepted writes nothing she says; her answer alone is written at any time', async () => {
  const her = await woman('hun', 30);
  const said = async (): Promise<OnList | undefined> =>
    (await asActor(db, ours, { kind: 'pathway', id: her }, (tx) => readPathway(tx, her)))?.pathway.onList;
  const wish = { needs: needsOf('mother-and-baby'), party: sheAlone, earliest: today, nights: 60, units: [lyng.id], reach: null };
  await askForPlace(db, ours, { id: requestOf(her), key: 'tryk', pathway: her, wish, said: { answer: 'not-asked' } });
  const further = { ...wish, nights: 30, reach: 30 };
  for (const status of ['offered', 'accepted']) {
    expect(await statusOf(her)).toBe(status);
    expect(await changeWish(db, ours, await formOf(her), further, { answer: 'no', longestWay: 30 })).toEqual({ outcome: 'cannot' });
    expect(await said()).toEqual({ answer: 'not-asked', on: today, edition: 'ja-til-venteliste/2026-11' });
    if (status === 'offered') await acceptOffer(db, ours, await formOf(her));
  }
  expect(await changeWish(db, ours, await formOf(her), wish, { answer: 'yes' })).toEqual({ outcome: 'done', status: 'accepted' });
  expect(await said()).toEqual({ answer: 'yes', on: today, edition: 'ja-til-venteliste/2026-11' });
});

test.each([
  ['as she said it', { answer: 'yes', longestWay: 1 } as const],
  ['as her request has it, from before she was asked', null],
])('a place beyond her way is asked about by itself where it is confirmed, also after she came: %s', async (_, said) => {
  const her = await woman('hun', 30);
  const wish = { needs: needsOf('mother-and-baby'), party: sheAlone, earliest: today, nights: 60, units: [lyng.id], reach: 1 };
  await askForPlace(db, ours, { id: requestOf(her), key: 'tryk', pathway: her, wish, said });
  await hold(her);
  const form = (key: string) => ({ stay: stayOf(her), key });
  const commitment = { legalBasis: 'SEL-107-2-2', paidBy: asId<'municipality'>('0851') } as const;
  expect(await confirmStayOf(db, ours, form('før'), commitment, ['no-decided-basis'])).toEqual({
    outcome: 'ask',
    about: ['beyond-her-way'],
  });

  expect(await admitToStay(db, leader, form('ankomst'), today, arrivalQuestions)).toMatchObject({ outcome: 'admitted' });
  const afterwards = (key: string, answered: readonly Deviation[]) => confirmAfterwardsOf(db, ours, form(key), commitment, answered);
  expect(await afterwards('efter', ['no-decided-basis'])).toEqual({ outcome: 'ask', about: ['beyond-her-way'] });
  expect(await afterwards('igen', ['no-decided-basis', 'beyond-her-way'])).toMatchObject({
    outcome: 'confirmed',
    deviations: ['no-decided-basis', 'beyond-her-way'],
  });
});

test.each([
  ['cannot be worked out', 'P0001'],
  ['is begun again in vain', '40001'],
])('one request that %s is told, and does not stop the round for those after it', async (_, code) => {
  await sql`insert into closure (unit, from_day, reason) values ('lyng', '2020-01-01', 'vandskade')`.execute(owner);
  const [broken, after] = [await woman('brudt', 10), await woman('efter', 20, theirs)];
  await ask(broken);
  await ask(after, theirs);
  await sql`delete from closure`.execute(owner);
  // She has waited for weeks that her log does not say, and the database refuses to write them.
  const asked = addDays(today, -23);
  await sql`update placement_request set urgency = jsonb_set(urgency, '{askedOn}', to_jsonb(${asked}::text)) where pathway = ${broken}`.execute(
    owner,
  );
  await sql`update urgency_change set day = ${asked}::date where request = ${requestOf(broken)}`.execute(owner);
  await sql`create function refuse_one() returns trigger language plpgsql as $$ begin
      if new.request like 'ønske-brudt%' then raise exception 'broken' using errcode = '${sql.raw(code)}'; end if; return new; end $$`.execute(
    owner,
  );
  await sql`create trigger refuse_one before insert on urgency_change for each row execute function refuse_one()`.execute(owner);
  const told: string[] = [];
  try {
    expect(await goThroughTheList(db, (sentence) => told.push(sentence))).toBe(1);
    expect(told).toEqual([expect.stringMatching(new RegExp(`${requestOf(broken)}.*broken`))]);
  } finally {
    await sql`drop trigger refuse_one on urgency_change`.execute(owner);
    await sql`drop function refuse_one()`.execute(owner);
  }
  expect([await statusOf(broken), await statusOf(after)]).toEqual(['waiting', 'offered']);
});

async function tell(pathway: Id<'pathway'>, fact: PathwayFact, permit: Permit = ours): Promise<void> {
  await asActor(db, permit, { kind: 'pathway', id: pathway }, (tx) => appendFact(tx, pathway, fact, recordedBy(permit, today)));
}

test('the log of urgency is what the facts give when they are worked out again, and the row is what the events add up to', async () => {
  const [has, her] = [await woman('har', 10), await woman('hun', 30)];
  await hold(has);
  await ask(her);
  // She has waited for 23 days without anybody writing anything.
  const asked = addDays(today, -23);
  await sql`update placement_request set urgency = jsonb_set(urgency, '{askedOn}', to_jsonb(${asked}::text))`.execute(owner);
  const first = {
    ...(await owner.selectFrom('placement_request').select('urgency').where('pathway', '=', her).executeTakeFirstOrThrow()).urgency,
  };
  const began = { ...urgencyOn(first, asked), day: asked, causes: ['asked'] as const };
  await sql`update urgency_change set day = ${asked}::date, score = ${began.score}, contributions = ${JSON.stringify(began.contributions)}::jsonb,
    facts = ${JSON.stringify(first)}::jsonb where request = ${requestOf(her)}`.execute(owner);

  await tell(her, { type: 'event', kind: 'relapse', text: '' });
  await tell(her, { type: 'due-date-set', dueDate: addDays(today, 40), basis: 'ultrasound' });
  await tell(her, { type: 'event', kind: 'note', text: 'ingen betydning' });
  await refuseRequest(db, leader, lyng.id, requestOf(her), 'staffing', '');
  await goThroughTheList(db);

  await owner.transaction().execute(async (tx) => {
    const stored = await logOf(tx, requestOf(her));
    const facts = await factsOf(tx, her);
    const events = (await eventsOf(tx, requestOf(her))).map(eventOf);
    // From the facts alone: what was known after each of them, and after each event.
    const known = facts.map((_, index) => {
      const so = facts.slice(0, index + 1);
      return { ...urgencyOfPathway(foldPathway(so), so, new Set()), askedOn: asked, refusals: 0, herNoes: 0 };
    });
    const steps = [
      { from: asked, facts: known[1]! },
      ...known.slice(2).map((one) => ({ from: today, facts: one })),
      { from: today, facts: { ...known.at(-1)!, refusals: foldRequest(events).refusals } },
    ];
    const bare = ({ day, score, causes, contributions }: (typeof stored)[number] | ReturnType<typeof wholeLog>[number]) => ({
      day,
      score,
      causes,
      contributions,
    });
    expect(stored.map(bare)).toEqual(wholeLog(steps, today).map(bare));
    expect(stored.map(({ causes }) => causes)).toEqual([
      ['asked'],
      ...Array.from({ length: 7 }, () => ['time']),
      ['risk'],
      ['due-date'],
      ['refusal'],
    ]);
    const row = await tx.selectFrom('placement_request').selectAll().where('pathway', '=', her).executeTakeFirstOrThrow();
    const folded = foldRequest(events);
    expect([row.status, row.stay, row.closed]).toEqual([folded.status, folded.stay, folded.closed]);
  });
});
