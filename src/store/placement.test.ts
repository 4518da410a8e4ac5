import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { addOrganisation, factsTold, openTestPathways } from '../../test/pathways.ts';
import { about } from '../../test/stays.ts';
import { needsOf, testFacility, testPlace, testUnit } from '../../test/provision.ts';
import { asId } from '../domain/id.ts';
import { arrivalQuestions } from '../domain/placement/arrival.ts';
import { holdMinutes } from '../domain/placement/hold.ts';
import { nightsFrom } from '../domain/placement/nights.ts';
import { addDays, addMinutes, type Day, danishDay, day, type Moment, moment } from '../domain/time.ts';
import { type Actor, type Permit, roles } from '../domain/trail.ts';
import { asActor, databaseNow } from './database.ts';
import { confirmStayOf } from './placement-confirm.ts';
import { expireDueHolds } from './placement-expire.ts';
import { holdForPathway } from './placement-hold.ts';
import type { HoldOutcome, HoldRequest } from './placement-hold-write.ts';
import { admitToStay, dischargeFromStay } from './placement-arrive.ts';
import { endStayOf, extendHoldOf } from './placement-move.ts';
import { holdPlaces } from './placement-index.ts';
import { addFacility, confirmCapacity, loadUnit } from './placement-provision.ts';
import { nationalMaterial, searchedMaterial, unitMaterial } from './placement-search.ts';
import { moveStay } from './placement-stay-write.ts';
import { oneStay } from './placement-stays.ts';

const { db, owner } = await testDatabase();
const places = holdPlaces(db);
const permitFor = (actor: Actor): Permit => testPermit(actor, 'place:hold');
const coordinator = testActor('coordinator');
const elsewhere = testActor('care-decider', { id: asId<'organisation'>('kom-0461'), name: 'En anden kommune' });
const leader = testActor('unit-leader', { facility: testFacility.id });
const otherLeader = testActor('unit-leader', { id: asId<'organisation'>('dt-andet'), facility: asId<'facility'>('andet') });
const closure = { from: day('2031-01-01'), to: day('2031-01-08'), reason: 'maling' };
const unit = testUnit([testPlace('a', ['mother-and-baby'], { closures: [closure] }), testPlace('b', ['partner', 'shielded'])], {
  closures: [{ from: day('2031-02-01'), to: null, reason: 'flytter' }],
});
const [hers, another] = [asId<'pathway'>('hendes'), asId<'pathway'>('en-andens')];
const commitment = { legalBasis: 'SEL-107-2-2', paidBy: asId<'municipality'>('0851') } as const;

await addFacility(owner, testFacility, [unit]);
for (const { organisation } of [coordinator, elsewhere, leader, otherLeader]) await addOrganisation(owner, organisation);
await openTestPathways(db, permitFor(coordinator), [hers]);
await openTestPathways(db, permitFor(elsewhere), [another]);

let now: Moment;
let today: Day;
beforeEach(async () => {
  await sql`truncate stay, stay_part, stay_leave, stay_event cascade`.execute(owner);
  now = await databaseNow(owner);
  today = danishDay(now);
});

function request(differs: Partial<HoldRequest> = {}): HoldRequest {
  return {
    stay: asId<'stay'>('ophold'),
    key: 'første tryk',
    pathway: hers,
    calledName: 'Maja',
    unit: unit.id,
    place: asId<'place'>('a'),
    needs: needsOf('mother-and-baby'),
    nights: nightsFrom(today, 30),
    mostMoves: 0,
    ...differs,
  };
}

const hold = (differs: Partial<HoldRequest> = {}, actor: Actor = coordinator): Promise<HoldOutcome> =>
  holdForPathway(db, permitFor(actor), request(differs));
const anothers = (differs: Partial<HoldRequest> = {}): Promise<HoldOutcome> =>
  hold({ stay: asId<'stay'>('en-andens'), key: 'en andens tryk', pathway: another, calledName: 'Ukendt', ...differs }, elsewhere);
const runOut = (stay: string): Promise<unknown> => sql`update stay set held_until = clock_timestamp() where id = ${stay}`.execute(owner);

/** Puts the stay on other nights, as no actor could. */
function putNights(arrival: Day, departure: Day): Promise<unknown> {
  return owner.transaction().execute(async (tx) => {
    await sql`update stay_part set arrival = ${arrival}, departure = ${departure} where stay = 'ophold'`.execute(tx);
    await sql`update stay set arrival = ${arrival}, departure = ${departure} where id = 'ophold'`.execute(tx);
  });
}

async function statuses(): Promise<Readonly<Record<string, string>>> {
  return Object.fromEntries((await owner.selectFrom('stay').select(['id', 'status']).execute()).map(({ id, status }) => [id, status]));
}

test('what there is comes back as it was put in', async () => {
  const loaded = await asActor(db, permitFor(coordinator), { kind: 'unit', id: unit.id }, (tx) => loadUnit(tx, unit.id));

  expect(loaded).toEqual({ facility: testFacility, unit });
});

describe('a hold', () => {
  test('runs thirty minutes by the database’s clock, and is told on her pathway', async () => {
    const outcome = await hold();

    if (outcome.outcome !== 'held' || outcome.until === null) throw new Error('the place was not held');
    expect(outcome.until >= addMinutes(now, holdMinutes) && outcome.until < addMinutes(now, holdMinutes + 1)).toBe(true);
    expect(await factsTold(owner, hers)).toContain('place-held');
  });

  test('asked for again with the same key is the same hold, also after it was confirmed', async () => {
    const first = await hold();
    await confirmStayOf(db, permitFor(coordinator), about('ophold'), commitment, ['no-decided-basis']);

    expect(await hold({ stay: asId<'stay'>('ny') })).toEqual({ ...first, until: null });
    expect(await statuses()).toEqual({ ophold: 'confirmed' });
  });

  test('asked for again with the key of one that was released is not made anew', async () => {
    await hold();
    await endStayOf(db, permitFor(coordinator), about('ophold'), 'release', { reason: null, text: '' });

    expect(await hold({ stay: asId<'stay'>('ny') })).toEqual({ outcome: 'ended', status: 'released' });
    expect((await hold({ stay: asId<'stay'>('ny'), key: 'nyt tryk' })).outcome).toBe('held');
  });

  test('is one at a time for a pathway', async () => {
    await hold();

    expect(await hold({ key: 'nyt tryk', stay: asId<'stay'>('ny'), place: asId<'place'>('b'), needs: [] })).toMatchObject({
      outcome: 'holds-another',
      stay: 'ophold',
    });
  });

  test('that has run out is taken over by the next who asks, and its own pathway is told', async () => {
    await hold();
    await runOut('ophold');

    expect((await anothers()).outcome).toBe('held');
    expect(await statuses()).toEqual({ ophold: 'expired', 'en-andens': 'held' });
    expect((await factsTold(owner, hers)).at(-1)).toBe('hold-ended');
    const events = await owner
      .selectFrom('stay_event')
      .select(['act', 'by_name'])
      .where('stay', '=', asId<'stay'>('ophold'))
      .orderBy('sequence')
      .execute();
    expect(events).toEqual([
      { act: 'hold', by_name: coordinator.name },
      { act: 'expire', by_name: 'Samløb' },
    ]);
  });

  test('that has not run out cannot be made to by calling for it', async () => {
    await hold();
    const { rows } = await sql<{ whose: string | null }>`select expire_hold('ophold') as whose`.execute(db);

    expect(rows).toEqual([{ whose: null }]);
    expect(await statuses()).toEqual({ ophold: 'held' });
  });

  test('is extended while it runs and confirmed only while it runs', async () => {
    await hold();
    expect(await extendHoldOf(db, permitFor(coordinator), about('ophold'))).toMatchObject({ outcome: 'extended', extensions: 1 });
    await runOut('ophold');

    expect(await extendHoldOf(db, permitFor(coordinator), about('ophold'))).toEqual({ outcome: 'not-held', status: 'expired' });
    expect(await confirmStayOf(db, permitFor(coordinator), about('ophold'), commitment, ['no-decided-basis'])).toEqual({
      outcome: 'run-out',
    });
    expect(await statuses()).toEqual({ ophold: 'expired' });
  });

  test('that has run out is told on its pathway though nobody asks for the place', async () => {
    await hold();
    expect(await expireDueHolds(db)).toBe(0);
    await runOut('ophold');

    expect(await Promise.all([expireDueHolds(db), expireDueHolds(db)])).toContain(1);
    expect(await statuses()).toEqual({ ophold: 'expired' });
    expect((await factsTold(owner, hers)).slice(-2)).toEqual(['place-held', 'hold-ended']);
  });

  test('that cannot be written as run out is told by the round, and is not counted', async () => {
    await hold();
    await runOut('ophold');
    const told: string[] = [];
    await sql`create function refuse_expiry() returns trigger language plpgsql as $$ begin
      raise exception 'in vain' using errcode = '40001'; end $$`.execute(owner);
    await sql`create trigger refuse_expiry before update on stay for each row when (new.status = 'expired')
      execute function refuse_expiry()`.execute(owner);
    try {
      expect(await expireDueHolds(db, (sentence) => told.push(sentence))).toBe(0);
    } finally {
      await sql`drop trigger refuse_expiry on stay`.execute(owner);
      await sql`drop function refuse_expiry()`.execute(owner);
    }
    expect(told).toEqual([expect.stringMatching(/the hold ophold .*in vain/)]);
    expect(await expireDueHolds(db)).toBe(1);
  });

  test('is for a place that is there', async () => {
    expect(await hold({ place: asId<'place'>('findes-ikke') })).toEqual({ outcome: 'no-such-place' });
    expect(await hold({ unit: asId<'unit'>('findes-ikke') })).toEqual({ outcome: 'no-such-place' });
  });

  test('is not made on a pathway that the one who asks takes no part in', async () => {
    await expect(hold({ pathway: another })).rejects.toThrow(/row-level security/);
    expect(await statuses()).toEqual({});
  });
});

describe('a place that is let go', () => {
  test('is free at once when it is released, refused or withdrawn, and each is written down as what it was', async () => {
    const reason = { reason: null, text: '' };
    await hold();
    expect(await endStayOf(db, permitFor(coordinator), about('ophold'), 'release', reason)).toEqual({
      outcome: 'ended',
      status: 'released',
    });
    expect((await anothers()).outcome).toBe('held');
    expect(
      await endStayOf(db, permitFor(leader), about('en-andens'), 'refuse', { reason: 'staffing', text: 'ingen nattevagt' }),
    ).toMatchObject({ status: 'refused' });
    expect((await hold({ key: 'igen', stay: asId<'stay'>('tredje') })).outcome).toBe('held');

    const refusal = await owner.selectFrom('stay_event').select('data').where('act', '=', 'refuse').executeTakeFirstOrThrow();
    expect(refusal.data).toEqual({ reason: 'staffing' });
    expect(await sql`select stay, words from stay_refusal_words`.execute(owner)).toMatchObject({
      rows: [{ stay: 'en-andens', words: 'ingen nattevagt' }],
    });
  });

  test('that was confirmed since the unit’s form was opened is not taken back without words', async () => {
    await hold();
    await confirmStayOf(db, permitFor(coordinator), about('ophold'), commitment, ['no-decided-basis']);
    const refuses = (key: string, text: string) =>
      endStayOf(db, permitFor(leader), { ...about('ophold'), key }, 'refuse', { reason: 'staffing', text });
    expect(await refuses('ordloes', ' ')).toEqual({ outcome: 'words-missing' });
    expect((await oneStay(db, permitFor(leader), asId<'stay'>('ophold')))?.status).toBe('confirmed');
    expect(await refuses('med-ord', 'ingen nattevagt')).toMatchObject({ outcome: 'ended', status: 'refused' });
  });
});

describe('an admission', () => {
  test('before the municipality has confirmed, or on another day than agreed, is asked about first and writes nothing', async () => {
    await hold({ nights: nightsFrom(addDays(today, 2), 30) });

    expect(await admitToStay(db, permitFor(leader), about('ophold'), today, [])).toEqual({
      outcome: 'ask',
      about: ['came-earlier', 'not-confirmed', 'stay-not-agreed'],
    });
    expect(await statuses()).toEqual({ ophold: 'held' });
    expect(await factsTold(owner, hers)).not.toContain('admitted');
  });

  test('follows a confirmation, is told on the pathway, and brings the facility into the care team', async () => {
    await hold();
    await confirmStayOf(db, permitFor(coordinator), about('ophold'), commitment, ['no-decided-basis']);

    expect(await admitToStay(db, permitFor(leader), about('ophold'), today, arrivalQuestions)).toMatchObject({
      outcome: 'admitted',
      remarks: ['contract-not-offered', 'stay-not-agreed'],
    });
    expect((await factsTold(owner, hers)).slice(-4)).toEqual(['place-held', 'place-confirmed', 'party-joined', 'admitted']);
    const team = await owner.selectFrom('care_team_member').select('organisation').where('pathway', '=', hers).execute();
    expect(team.map(({ organisation }) => organisation)).toContain(leader.organisation.id);
  });

  test('happens once', async () => {
    await hold();
    await admitToStay(db, permitFor(leader), about('ophold'), today, arrivalQuestions);

    expect(await admitToStay(db, permitFor(leader), about('ophold'), today, arrivalQuestions)).toEqual({
      outcome: 'already-admitted',
    });
  });

  test('before the contract was offered that the basis asks for is asked about, and recorded with the remark', async () => {
    await hold();
    await confirmStayOf(db, permitFor(coordinator), about('ophold'), commitment, ['no-decided-basis']);

    expect(await admitToStay(db, permitFor(leader), about('ophold'), today, [])).toEqual({
      outcome: 'ask',
      about: ['contract-not-offered', 'stay-not-agreed'],
    });
    await admitToStay(db, permitFor(leader), about('ophold'), today, ['contract-not-offered', 'stay-not-agreed']);
    const written = await owner.selectFrom('stay_event').select('data').where('act', '=', 'admit').executeTakeFirstOrThrow();
    expect(written.data).toMatchObject({ remarks: ['contract-not-offered', 'stay-not-agreed'] });
  });

  test('after the hold has run out is recorded with what was unusual', async () => {
    await hold();
    await runOut('ophold');

    expect(await admitToStay(db, permitFor(leader), about('ophold'), today, arrivalQuestions)).toMatchObject({
      outcome: 'admitted',
      remarks: ['hold-had-run-out', 'not-confirmed'],
    });
    expect(await statuses()).toEqual({ ophold: 'admitted' });
  });

  test('after another took the place names the nights that stand in the way', async () => {
    await hold();
    await runOut('ophold');
    await anothers();

    expect(await admitToStay(db, permitFor(leader), about('ophold'), today, arrivalQuestions)).toMatchObject({
      outcome: 'place-taken',
      by: [{ arrival: today }],
    });
  });

  test('in a new place is recorded though the old one has not written that she left', async () => {
    await hold();
    await runOut('ophold');
    await hold({ stay: asId<'stay'>('ny'), key: 'nyt tryk', place: asId<'place'>('b'), needs: [] });
    await admitToStay(db, permitFor(leader), about('ny'), today, arrivalQuestions);

    expect(await admitToStay(db, permitFor(leader), about('ophold'), today, arrivalQuestions)).toMatchObject({
      outcome: 'admitted',
      remarks: ['hold-had-run-out', 'not-confirmed', 'not-discharged-elsewhere'],
    });
  });

  test('ends with a discharge, and the place is free from that night', async () => {
    await hold();
    await admitToStay(db, permitFor(leader), about('ophold'), today, arrivalQuestions);

    expect(await dischargeFromStay(db, permitFor(leader), about('ophold'), today, { destination: 'own-home', to: 'hjem' })).toMatchObject({
      outcome: 'discharged',
    });
    expect((await anothers()).outcome).toBe('held');
    expect((await factsTold(owner, hers)).slice(-2)).toEqual(['discharged', 'party-left']);
  });
});

describe('who may see whom', () => {
  const seenBy = async (actor: Actor): Promise<readonly string[]> =>
    ((await unitMaterial(db, permitFor(actor), unit.id))?.stays ?? []).map(({ calledName }) => calledName);

  test('the care team and the unit see her; another municipality and another unit see that a place is taken', async () => {
    await hold();

    expect(await seenBy(coordinator)).toEqual(['Maja']);
    expect(await seenBy(leader)).toEqual(['Maja']);
    for (const stranger of [elsewhere, otherLeader]) {
      expect(await seenBy(stranger)).toEqual([]);
      expect(await searchedMaterial(db, permitFor(stranger), hers, places, () => null)).toBeNull();
      expect(await oneStay(db, permitFor(stranger), asId<'stay'>('ophold'))).toBeNull();
      const {
        candidates: [candidate],
      } = await nationalMaterial(db, permitFor(stranger), places);
      expect(candidate?.occupations).toMatchObject([{ place: 'a', status: 'held' }]);
      expect(JSON.stringify(candidate)).not.toMatch(/Maja|hendes/);
    }
  });

  test('no role reads her name in a unit but those who work with women, whatever organisation they are of', async () => {
    await hold();
    const readers = await Promise.all(
      roles.map(async (role) => ((await seenBy(testActor(role, { facility: testFacility.id }))).length > 0 ? [role] : [])),
    );
    const beside = await Promise.all(
      roles.map(async (role) => ((await seenBy(testActor(role, coordinator.organisation))).length > 0 ? [role] : [])),
    );

    // The organisation of the coordinator is the family department's too; a facility is seen by its leader alone.
    expect(readers.flat()).toEqual(['family-department', 'coordinator', 'unit-leader']);
    expect(beside.flat()).toEqual([
      'referrer',
      'family-clinic',
      'substance-treatment',
      'family-department',
      'coordinator',
      'unit-leader',
      'crisis-centre',
      'care-decider',
    ]);
  });

  test('a leader of another unit who takes part in her pathway neither admits, refuses nor discharges her here', async () => {
    const partaking = testActor('unit-leader', { id: coordinator.organisation.id, facility: asId<'facility'>('andet') });
    const [permit, stay] = [permitFor(partaking), 'ophold'];
    await hold();

    expect(await seenBy(partaking)).toEqual(['Maja']);
    expect(await admitToStay(db, permit, about(stay), today, arrivalQuestions)).toEqual({ outcome: 'no-such-stay' });
    expect(await endStayOf(db, permit, about(stay), 'refuse', { reason: 'staffing', text: 'ingen nattevagt' })).toEqual({
      outcome: 'no-such-stay',
    });
    await admitToStay(db, permitFor(leader), about(stay), today, arrivalQuestions);
    expect(await dischargeFromStay(db, permit, about(stay), today, { destination: 'own-home', to: 'hjem' })).toEqual({
      outcome: 'no-such-stay',
    });
    expect(await statuses()).toEqual({ ophold: 'admitted' });
  });

  test('a unit’s page shows who is there and who left lately, and no stays of long ago', async () => {
    await hold();
    await admitToStay(db, permitFor(leader), about('ophold'), today, arrivalQuestions);
    await putNights(addDays(today, -90), addDays(today, -60));

    expect(await seenBy(leader)).toEqual(['Maja']);
    await sql`update stay set status = 'discharged' where id = 'ophold'`.execute(owner);
    expect(await seenBy(leader)).toEqual([]);
    await putNights(addDays(today, -90), addDays(today, -14));
    expect(await seenBy(leader)).toEqual(['Maja']);
  });

  test('a stay that was moved since it was read is not moved on what was read', async () => {
    await hold();
    const read = await oneStay(db, permitFor(coordinator), asId<'stay'>('ophold'));
    if (!read) throw new Error('the stay was not read');
    await endStayOf(db, permitFor(coordinator), about(read.id), 'release', { reason: null, text: '' });

    const late = asActor(db, permitFor(coordinator), { kind: 'stay', id: read.id }, (tx) =>
      moveStay(tx, read, { status: 'confirmed' }, { act: 'confirm', status: 'confirmed', actor: coordinator, at: now }),
    );

    await expect(late).rejects.toThrow('was moved by somebody else since it was read');
    expect(await statuses()).toEqual({ ophold: 'released' });
  });

  test('a stranger moves nothing', async () => {
    await hold();

    expect(await admitToStay(db, permitFor(otherLeader), about('ophold'), today, arrivalQuestions)).toEqual({
      outcome: 'no-such-stay',
    });
    await asActor(db, permitFor(elsewhere), { kind: 'stay', id: null }, async (tx) => {
      const { numUpdatedRows } = await tx.updateTable('stay').set({ status: 'released' }).where('unit', '=', unit.id).executeTakeFirst();
      expect(numUpdatedRows).toBe(0n);
    });
    expect(await statuses()).toEqual({ ophold: 'held' });
  });

  test('nobody reads the stays without saying who asks', async () => {
    await hold();

    expect(await db.selectFrom('stay').select('id').execute()).toEqual([]);
  });

  test('what was done to a stay is never changed or removed', async () => {
    await hold();

    await expect(sql`update stay_event set by_name = 'en anden'`.execute(db)).rejects.toThrow(/permission denied/);
    await expect(sql`delete from stay`.execute(db)).rejects.toThrow(/permission denied/);
  });
});

test('capacity is confirmed by its own unit and by nobody else', async () => {
  const confirmed = async (): Promise<string | null> =>
    (await owner.selectFrom('unit').select('confirmed_by').executeTakeFirstOrThrow()).confirmed_by;
  await owner
    .updateTable('unit')
    .set({ confirmed_by: 'i går', confirmed_at: moment('2026-11-01T08:00:00Z') })
    .execute();

  expect(await confirmCapacity(db, permitFor(otherLeader), unit.id)).toBe(false);
  expect(await confirmed()).toBe('i går');
  expect(await confirmCapacity(db, permitFor(leader), unit.id)).toBe(true);
  expect(await confirmed()).toBe(leader.name);
});

test('stays on either side of the night when the clock changes share no night', async () => {
  const night = (arrival: string, departure: string): Pick<HoldRequest, 'nights'> => ({
    nights: { arrival: day(arrival), departure: day(departure) },
  });
  const outcomes: readonly { readonly outcome: string }[] = [
    await hold(night('2027-03-27', '2027-03-28')),
    await anothers(night('2027-03-28', '2027-03-29')),
    await endStayOf(db, permitFor(elsewhere), about('en-andens'), 'release', { reason: null, text: '' }),
    await anothers({ ...night('2027-03-27', '2027-03-29'), key: 'over skiftet', stay: asId<'stay'>('over') }),
  ];

  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['held', 'held', 'ended', 'not-free']);
});

describe('the trace', () => {
  test('tells of each woman whom a unit’s page names, on her own pathway, and of nobody whom it does not', async () => {
    await hold();
    await anothers({ place: asId<'place'>('b'), needs: [] });
    await sql`truncate trace`.execute(owner);
    await unitMaterial(db, permitFor(leader), unit.id);
    await unitMaterial(db, permitFor(otherLeader), unit.id);

    const lines = await owner
      .selectFrom('trace')
      .select(['app_user', 'organisation', 'subject'])
      .where('subject_kind', '=', 'pathway')
      .execute();
    expect(new Set(lines.map(({ organisation, subject }) => `${organisation} ${subject}`))).toEqual(
      new Set([hers, another].map((pathway) => `${leader.organisation.id} ${pathway}`)),
    );
    expect(lines).toHaveLength(2);
  });

  test('tells of those whom the list of who is coming names, and the unit is told only what it needs to receive them', async () => {
    await hold();
    await sql`truncate trace`.execute(owner);

    const { coming } = await nationalMaterial(db, permitFor(leader), places);
    expect(coming).toMatchObject([{ id: 'ophold', reception: { dueDate: null, contract: 'not-owed' } }]);
    expect((await nationalMaterial(db, permitFor(otherLeader), places)).coming).toEqual([]);
    const lines = await owner.selectFrom('trace').select('subject').where('subject_kind', '=', 'pathway').execute();
    expect(lines).toEqual([{ subject: hers }]);
  });
});

test('the unit’s reason for its no stands with the stay, and its own words are read by the unit and not by the coordinator', async () => {
  await hold();
  const why = { reason: 'staffing', text: 'ingen nattevagt' } as const;
  await endStayOf(db, permitFor(leader), about('ophold'), 'refuse', why);

  const readBy = async (actor: Actor) => (await oneStay(db, permitFor(actor), asId<'stay'>('ophold')))?.endedBecause;
  expect(await readBy(leader)).toEqual(why);
  expect(await readBy(coordinator)).toEqual({ ...why, text: '' });
});
