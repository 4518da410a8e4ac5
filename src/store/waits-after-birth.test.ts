/** One who waits when her child is born waits from then on by the needs after the birth, and the list says why. */
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { addOrganisation, openTestPathways } from '../../test/pathways.ts';
import { needsOf, testFacility, testPlace, testUnit } from '../../test/provision.ts';
import { asId, type Id } from '../domain/id.ts';
import type { PathwayFact } from '../domain/pathway/facts.ts';
import { type Need, sheAlone } from '../domain/placement/needs.ts';
import { addDays, type Day, danishDay } from '../domain/time.ts';
import { nobodysUser } from '../domain/trail.ts';
import { databaseNow } from './database.ts';
import { recordFact } from './pathway-record.ts';
import { addFacility } from './placement-provision.ts';
import { declineUnit, passOffer } from './placement-waiting.ts';
import { askForPlace, changeNeeds } from './placement-waiting-wish.ts';

const { db, owner } = await testDatabase({ size: 10 });
const ours = testPermit(testActor('coordinator'), 'place:hold');
const unit = { ...testUnit([testPlace('plads-a', ['near-neonatal-ward']), testPlace('plads-b')]), id: asId<'unit'>('lyng'), name: 'lyng' };
await addFacility(owner, testFacility, [unit]);
await addOrganisation(owner, ours.actor.organisation);

const ward: Need = { property: 'near-neonatal-ward', why: 'birth-with-risk-to-child' };
const [shielded] = needsOf('shielded');
const room: Need = { property: 'mother-and-baby', why: 'stay-passes-birth' };
const roomSince = (on: Day): Need => ({ ...room, from: on });
const birth: PathwayFact = { type: 'event', kind: 'birth', text: '' };
let round = 0;
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

const ask = (needs: readonly Need[]) =>
  askForPlace(db, ours, {
    id: asId<'request'>(`ønske-${her}`),
    key: 'tryk',
    pathway: her,
    wish: { needs, party: sheAlone, earliest: today, nights: 60, units: [unit.id], reach: null },
  });
/** Written now: the day of the test's permits is another. */
const tell = async (fact: PathwayFact, on: Day = today): Promise<number> => {
  const told = await recordFact(db, { ...ours, at: await databaseNow(owner) }, her, fact, on, null);
  if (told.outcome !== 'recorded') throw new Error(told.outcome);
  return told.sequence;
};
const request = () => owner.selectFrom('placement_request').selectAll().where('pathway', '=', her).executeTakeFirstOrThrow();
const followed = async () =>
  (
    await owner
      .selectFrom('placement_request_event')
      .select(['reason', 'by_user', 'change'])
      .where('request', '=', asId<'request'>(`ønske-${her}`))
      .where('act', '=', 'take-up-needs')
      .orderBy('sequence')
      .execute()
  ).map(({ by_user: by, ...told }) => ({ ...told, byNobody: by === nobodysUser }));
const needed = (...needs: readonly Need[]): readonly string[] => needs.map(({ property }) => property);

describe('a birth that is told while she waits', () => {
  const waits = async (): Promise<void> => {
    await ask([ward, ...needsOf('shielded')]);
    expect((await request()).status).toBe('waiting');
  };

  test('changes what she waits for, is logged with why, and takes nothing else from her', async () => {
    await waits();
    const { asked_at, urgency, earliest, nights } = await request();
    await tell(birth);
    expect((await request()).needs).toEqual([shielded, roomSince(today)]);
    expect(await request()).toMatchObject({ wish: 2, status: 'waiting', asked_at, earliest, nights });
    expect((await request()).urgency).toEqual({ ...urgency, bornOn: today });
    const change = [{ what: 'needs', before: needed(ward, ...needsOf('shielded')), after: ['shielded', 'mother-and-baby'] }];
    expect(await followed()).toEqual([{ reason: 'born', byNobody: true, change }]);
    const units = await owner.selectFrom('placement_request_unit').select('unit').where('wish', '=', 2).execute();
    expect(units).toEqual([{ unit: 'lyng' }]);
  });

  test('is no news the second time: what the team has written since stands', async () => {
    await waits();
    await tell(birth);
    await changeNeeds(db, ours, { pathway: her, key: 'uden' }, { needs: needsOf('shielded', 'step-free') });
    await tell(birth);
    expect((await request()).needs).toEqual(needsOf('shielded', 'step-free'));
    expect(await followed()).toHaveLength(1);
  });

  test('is taken back where the birth is withdrawn', async () => {
    await waits();
    const sequence = await tell(birth);
    await tell({ type: 'event-withdrawn', event: sequence, reason: 'Forvekslet' });
    expect((await request()).needs).toEqual([ward, shielded]);
    expect((await followed()).map(({ reason }) => reason)).toEqual(['born', 'not-born']);
  });

  test('put right leaves what the team wrote in between, and gives the room another day', async () => {
    await waits();
    const wrong = await tell(birth, addDays(today, -2));
    expect((await request()).needs).toEqual([shielded, roomSince(addDays(today, -2))]);
    await changeNeeds(db, ours, { pathway: her, key: 'imellem' }, { needs: [roomSince(addDays(today, -2)), ...needsOf('step-free')] });
    await tell(birth);
    await tell({ type: 'event-withdrawn', event: wrong, reason: 'Forkert dag' });
    expect((await request()).needs).toEqual([roomSince(today), ...needsOf('step-free')]);
    expect((await followed()).map(({ reason }) => reason)).toEqual(['born', 'born']);
  });

  test('and withdrawn gives back what stood on the request alone', async () => {
    await waits();
    // As a request that was imported, or made before needs were written by themselves.
    await sql`delete from her_needs where pathway = ${her}`.execute(owner);
    const sequence = await tell(birth);
    expect((await request()).needs).toEqual([shielded, roomSince(today)]);
    await tell({ type: 'event-withdrawn', event: sequence, reason: 'Forvekslet' });
    expect((await request()).needs).toEqual([ward, shielded]);
  });

  test('weeks before the due date keeps the ward near for as long as the rule says, counted from the due date as it is set', async () => {
    const due = addDays(today, 40);
    await waits();
    await tell({ type: 'due-date-set', dueDate: due, basis: 'ultrasound' });
    await tell(birth);
    const near = (day: Day): Need => ({ ...ward, until: addDays(day, 15) });
    expect((await request()).needs).toEqual([near(due), shielded, roomSince(today)]);
    await tell({ type: 'due-date-set', dueDate: addDays(due, -7), basis: 'ultrasound' });
    expect((await request()).needs).toEqual([near(addDays(due, -7)), shielded, roomSince(today)]);
    // Set right so that it was in time, it ends with the birth.
    await tell({ type: 'due-date-set', dueDate: addDays(today, 20), basis: 'ultrasound' });
    expect((await request()).needs).toEqual([shielded, roomSince(today)]);
  });

  test('is a new question in the same act: what is free for the two is offered, and a house that only rests is asked again', async () => {
    await waits();
    const { rows } = await sql<{ id: string }>`insert into place_property select 'plads-b', property
      from unnest(array['shielded', 'mother-and-baby']) as property returning place as id`.execute(owner);
    expect(rows).toHaveLength(2);
    try {
      expect((await request()).status).toBe('waiting');
      await tell({ type: 'event', kind: 'relapse', text: '' });
      expect((await request()).status).toBe('waiting');
      // It lacks the ward, which the birth ends.
      await tell(birth);
      expect(await request()).toMatchObject({ status: 'offered', wish: 2, needs: [shielded, roomSince(today)] });
      const { stay } = await request();
      expect((await passOffer(db, ours, { pathway: her, key: 'videre', offer: stay }, 'other', '')).outcome).toBe('done');
      expect((await request()).status).toBe('waiting');
      const [wrong] = (
        await owner.selectFrom('pathway_fact').select('sequence').where('pathway', '=', her).where('type', '=', 'event').execute()
      ).slice(-1);
      await tell(birth, addDays(today, -1));
      await tell({ type: 'event-withdrawn', event: wrong?.sequence ?? 0, reason: 'Forkert dag' });
      expect((await request()).status).toBe('offered');
      expect((await followed()).map(({ reason }) => reason)).toEqual(['born', 'born']);
    } finally {
      await sql`delete from place_property where place = 'plads-b'`.execute(owner);
    }
  });

  test('asks no house anew that she has said no to', async () => {
    await waits();
    await declineUnit(db, ours, { pathway: her, key: 'nej', offer: null }, unit.id, 'distance', '');
    await sql`insert into place_property select 'plads-b', property from unnest(array['shielded', 'mother-and-baby']) as property`.execute(
      owner,
    );
    try {
      await tell(birth);
      expect(await request()).toMatchObject({ status: 'waiting', wish: 2 });
    } finally {
      await sql`delete from place_property where place = 'plads-b'`.execute(owner);
    }
  });

  test('changes nothing where nothing follows from it, and another event changes nothing', async () => {
    await ask([...needsOf('mother-and-baby'), ...needsOf('shielded')]);
    await tell({ type: 'event', kind: 'relapse', text: '' });
    await tell(birth);
    expect((await request()).needs).toEqual(needsOf('mother-and-baby', 'shielded'));
    expect((await request()).wish).toBe(1);
    expect(await followed()).toEqual([]);
  });
});

describe('a due date that is moved', () => {
  const dueOn = (day: Day): PathwayFact => ({ type: 'due-date-set', dueDate: day, basis: 'ultrasound' });
  const roomFrom = (day: Day): Need => ({ ...room, from: addDays(day, -21) });
  const wardUntil = (day: Day): Need => ({ ...ward, until: addDays(day, 15) });
  const [first, second] = [90, 104];

  test('moves the nights of what she needs for the birth while she waits, with both told; what was chosen stands', async () => {
    const due = addDays(today, first);
    await ask([roomFrom(due), wardUntil(due), ...needsOf('shielded')]);
    expect((await request()).status).toBe('waiting');
    await tell(dueOn(due));
    expect(await followed()).toEqual([]);
    const later = addDays(today, second);
    await tell(dueOn(later));
    expect((await request()).needs).toEqual([roomFrom(later), wardUntil(later), shielded]);
    const onNights = (day: Day) => [
      { property: 'mother-and-baby', from: addDays(day, -21) },
      { property: 'near-neonatal-ward', until: addDays(day, 15) },
    ];
    expect(await followed()).toEqual([
      { reason: 'due-date', byNobody: true, change: [{ what: 'need-nights', before: onNights(due), after: onNights(later) }] },
    ]);
  });

  test('is followed when she waits again, where a place was offered meanwhile', async () => {
    const due = addDays(today, first);
    await ask([wardUntil(due)]);
    expect((await request()).status).toBe('offered');
    const later = addDays(today, second);
    await tell(dueOn(later));
    expect((await request()).needs).toEqual([wardUntil(due)]);
    const { stay } = await request();
    await declineUnit(db, ours, { pathway: her, key: 'nej', offer: stay }, unit.id, 'distance', '');
    expect(await request()).toMatchObject({ status: 'waiting', needs: [wardUntil(later)] });
  });
});

describe('a birth that is told while a place is offered', () => {
  test('leaves the offer as it was found, and is followed when she waits again', async () => {
    await ask([ward]);
    expect(await request()).toMatchObject({ status: 'offered', needs: [ward] });
    await tell(birth);
    expect(await request()).toMatchObject({ status: 'offered', needs: [ward] });
    const { stay } = await request();
    await declineUnit(db, ours, { pathway: her, key: 'nej', offer: stay }, unit.id, 'distance', '');
    const { status, needs } = await request();
    expect([status, needs]).toEqual(['waiting', [roomSince(today)]]);
  });

  test.each([
    ['before it, by a clock that is ahead', '1 hour', false],
    ['after it, by a clock that is behind', '-1 hour', true],
  ])('goes by the order of what was written: %s', async (_, off, isAfter) => {
    await ask([ward]);
    if (isAfter) await tell(birth);
    await changeNeeds(db, ours, { pathway: her, key: 'ordet' }, { needs: needsOf('step-free') });
    await sql`update her_needs set recorded = recorded + ${off}::interval where pathway = ${her}`.execute(owner);
    if (!isAfter) await tell(birth);
    const { stay } = await request();
    await declineUnit(db, ours, { pathway: her, key: 'nej', offer: stay }, unit.id, 'distance', '');
    expect((await request()).needs).toEqual(isAfter ? needsOf('step-free') : [...needsOf('step-free'), roomSince(today)]);
  });

  test('adds nothing to what the team has written after it', async () => {
    await ask([ward]);
    await tell(birth);
    await changeNeeds(db, ours, { pathway: her, key: 'efter' }, { needs: needsOf('step-free') });
    const { stay } = await request();
    await declineUnit(db, ours, { pathway: her, key: 'nej', offer: stay }, unit.id, 'distance', '');
    expect((await request()).needs).toEqual(needsOf('step-free'));
  });
});
