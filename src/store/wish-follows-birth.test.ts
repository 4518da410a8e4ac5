/** One who waits to the birth and some weeks after: the end of her wish and of what she is offered follows the due date and the birth. */
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { addOrganisation, openTestPathways } from '../../test/pathways.ts';
import { needsOf, testFacility, testPlace, testUnit } from '../../test/provision.ts';
import { asId, type Id } from '../domain/id.ts';
import type { PathwayFact } from '../domain/pathway/facts.ts';
import { type Need, sheAlone } from '../domain/placement/needs.ts';
import type { ChangeableWish } from '../domain/placement/wish-change.ts';
import { addDays, type Day, danishDay } from '../domain/time.ts';
import { databaseNow } from './database.ts';
import { recordFact } from './pathway-record.ts';
import { addFacility } from './placement-provision.ts';
import { declineUnit } from './placement-waiting.ts';
import { herWaitingMaterial } from './placement-waiting-read.ts';
import { askForPlace, changeNeeds, changeWish } from './placement-waiting-wish.ts';
import { holdPlaces } from './placement-index.ts';

const { db, owner } = await testDatabase({ size: 10 });
const ours = testPermit(testActor('coordinator'), 'place:hold');
const unit = { ...testUnit([testPlace('plads-a')]), id: asId<'unit'>('lyng'), name: 'lyng' };
await addFacility(owner, testFacility, [unit]);
await addOrganisation(owner, ours.actor.organisation);

/** Nothing of it is there: she waits. */
const nowhere = needsOf('shielded');
let round = 0;
let today: Day;
let her: Id<'pathway'>;
beforeEach(async () => {
  await sql`truncate stay, stay_event, placement_request, placement_request_unit, placement_request_event, placement_offer, urgency_change,
    her_needs cascade`.execute(owner);
  await sql`delete from place_property`.execute(owner);
  round += 1;
  today = danishDay(await databaseNow(owner));
  her = asId<'pathway'>(`hun-${round}`);
  await openTestPathways(db, ours, [her]);
});

const toTheBirth = (nightsAfterBirth: number, needs: readonly Need[] = nowhere): ChangeableWish => ({
  needs,
  party: sheAlone,
  earliest: today,
  // Whatever the form was made with: the birth as it is told now counts.
  nights: 1,
  nightsAfterBirth,
  units: [unit.id],
  reach: null,
});
const ask = (wish: ChangeableWish) => askForPlace(db, ours, { id: asId<'request'>(`ønske-${her}`), key: 'tryk', pathway: her, wish });
const tell = async (fact: PathwayFact, on: Day = today): Promise<number> => {
  const told = await recordFact(db, { ...ours, at: await databaseNow(owner) }, her, fact, on, null);
  if (told.outcome !== 'recorded') throw new Error(told.outcome);
  return told.sequence;
};
const due = (day: Day): Promise<number> => tell({ type: 'due-date-set', dueDate: day, basis: 'ultrasound' });
const birth: PathwayFact = { type: 'event', kind: 'birth', text: '' };
const request = () => owner.selectFrom('placement_request').selectAll().where('pathway', '=', her).executeTakeFirstOrThrow();
const length = async () => {
  const { nights, nights_after_birth: after, wish, status } = await request();
  return { nights, after, wish, status };
};
const followed = () =>
  owner
    .selectFrom('placement_request_event')
    .select(['reason', 'change'])
    .where('request', '=', asId<'request'>(`ønske-${her}`))
    .where('act', '=', 'take-up-needs')
    .orderBy('sequence')
    .execute();
const stay = async () => {
  const { rows } = await sql<{ arrival: Day; departure: Day; nights_after_birth: number | null }>`select arrival::text, departure::text,
    nights_after_birth from stay where pathway = ${her} order by recorded desc limit 1`.execute(owner);
  return rows[0] ?? null;
};
const hasShielded = () => sql`insert into place_property (place, property) values ('plads-a', 'shielded')`.execute(owner);

describe('a wish to the birth and some nights after', () => {
  test('is stored with the nights of the due date in force, and is read by the list and by her page', async () => {
    await due(addDays(today, 90));
    expect(await ask(toTheBirth(56))).toMatchObject({ outcome: 'asked', status: 'waiting' });
    expect(await length()).toEqual({ nights: 146, after: 56, wish: 1, status: 'waiting' });
    const material = await herWaitingMaterial(db, ours, her, holdPlaces(db));
    expect(material?.request).toMatchObject({ nights: 146, nightsAfterBirth: 56 });
    expect(material?.requests).toMatchObject([{ nights: 146, nightsAfterBirth: 56 }]);
  });

  test('moves with the due date, is logged with both lengths, and asks for nothing else of her', async () => {
    await due(addDays(today, 90));
    await ask(toTheBirth(56));
    const { asked_at, needs, earliest } = await request();
    await due(addDays(today, 97));
    expect(await length()).toEqual({ nights: 153, after: 56, wish: 2, status: 'waiting' });
    expect(await request()).toMatchObject({ asked_at, needs, earliest });
    const change = [{ what: 'length', before: { nights: 146, nightsAfterBirth: 56 }, after: { nights: 153, nightsAfterBirth: 56 } }];
    expect(await followed()).toEqual([{ reason: 'due-date', change }]);
    // The same day once more is no news.
    await due(addDays(today, 97));
    expect(await followed()).toHaveLength(1);
  });

  test('ends by the birth once it is told, also one that is past, and by the due date again where the birth is withdrawn', async () => {
    await due(addDays(today, 90));
    await ask(toTheBirth(56));
    const sequence = await tell(birth, addDays(today, -3));
    expect(await length()).toMatchObject({ nights: 53, after: 56 });
    await due(addDays(today, 80));
    expect(await length()).toMatchObject({ nights: 53 });
    await tell({ type: 'event-withdrawn', event: sequence, reason: 'Forvekslet' });
    expect(await length()).toMatchObject({ nights: 136, after: 56 });
    expect((await followed()).map(({ reason }) => reason)).toEqual(['born', 'not-born']);
  });

  test('stands as it was where a birth is withdrawn and no due date was ever written', async () => {
    const sequence = await tell(birth, addDays(today, -3));
    await ask(toTheBirth(56));
    await tell({ type: 'event-withdrawn', event: sequence, reason: 'Forvekslet' });
    expect(await length()).toMatchObject({ nights: 53, after: 56 });
  });

  test('is not written where neither birth nor due date is known, and neither is anything of it', async () => {
    expect(await ask(toTheBirth(56))).toEqual({ outcome: 'no-due-date' });
    const counted = async () =>
      (
        await sql<{ rows: number }>`select (select count(*) from placement_request) + (select count(*) from her_needs) as rows`.execute(
          owner,
        )
      ).rows[0]?.rows;
    expect(Number(await counted())).toBe(0);
    await ask({ ...toTheBirth(56), nights: 60, nightsAfterBirth: null });
    const before = [await request(), await counted()];
    expect(await changeWish(db, ours, { pathway: her, key: 'ret', offer: null }, toTheBirth(28, []))).toEqual({ outcome: 'no-due-date' });
    expect([await request(), await counted()]).toEqual(before);
    await due(addDays(today, 90));
    expect(await changeWish(db, ours, { pathway: her, key: 'ret', offer: null }, toTheBirth(28))).toMatchObject({ outcome: 'done' });
    expect(await length()).toMatchObject({ nights: 118, after: 28 });
  });

  test('is changed to other weeks and back to a number of nights, and keeps its length when her needs are written', async () => {
    await due(addDays(today, 90));
    await ask(toTheBirth(56));
    const change = (wish: ChangeableWish, key: string) => changeWish(db, ours, { pathway: her, key, offer: null }, wish);
    await change(toTheBirth(0), 'uger');
    expect(await length()).toMatchObject({ nights: 90, after: 0 });
    await changeNeeds(db, ours, { pathway: her, key: 'behov' }, { needs: needsOf('shielded', 'step-free') });
    expect(await length()).toMatchObject({ nights: 90, after: 0 });
    await change({ ...toTheBirth(0), nights: 60, nightsAfterBirth: null }, 'nætter');
    await due(addDays(today, 104));
    expect(await length()).toMatchObject({ nights: 60, after: null });
    expect(await followed()).toEqual([]);
  });

  test('has nothing left where the child is born on the first day and no week is asked for after it, and is asked for anew when that is put right', async () => {
    await due(addDays(today, 30));
    await ask(toTheBirth(0));
    const sequence = await tell(birth);
    expect(await length()).toMatchObject({ nights: 0, after: 0, status: 'waiting' });
    // Free for her, and nothing to come for: nothing is offered.
    await hasShielded();
    await sql`insert into place_property (place, property) values ('plads-a', 'mother-and-baby')`.execute(owner);
    await changeNeeds(db, ours, { pathway: her, key: 'igen' }, { needs: nowhere });
    expect(await length()).toMatchObject({ status: 'waiting', nights: 0 });
    await tell({ type: 'event-withdrawn', event: sequence, reason: 'Forvekslet' });
    expect(await length()).toMatchObject({ status: 'offered', nights: 30 });
    expect(await stay()).toEqual({ arrival: today, departure: addDays(today, 30), nights_after_birth: 0 });
  });
});

describe('what is offered to one who waits so', () => {
  test('is agreed by the birth and ends by the due date as it was moved, whatever the first day she could come', async () => {
    await due(addDays(today, 90));
    await ask({ ...toTheBirth(56), earliest: addDays(today, 5) });
    await due(addDays(today, 70));
    await sql`update placement_request set earliest = ${today}::date - 20, nights = nights + 25 where pathway = ${her}`.execute(owner);
    await hasShielded();
    await due(addDays(today, 77));
    expect(await length()).toMatchObject({ status: 'offered', nights: 20 + 77 + 56 });
    expect(await stay()).toEqual({ arrival: today, departure: addDays(today, 77 + 56), nights_after_birth: 56 });
  });

  test('is to a fixed day where so many nights are wished', async () => {
    await due(addDays(today, 90));
    await hasShielded();
    await ask({ ...toTheBirth(56), nights: 60, nightsAfterBirth: null });
    expect(await stay()).toEqual({ arrival: today, departure: addDays(today, 60), nights_after_birth: null });
  });

  test('stands as it was found when the due date moves, and the wish follows when she waits again', async () => {
    await due(addDays(today, 90));
    await hasShielded();
    await ask(toTheBirth(56));
    await due(addDays(today, 97));
    expect(await length()).toMatchObject({ status: 'offered', nights: 146 });
    expect(await stay()).toMatchObject({ departure: addDays(today, 146), nights_after_birth: 56 });
    const offer = (await request()).stay;
    await declineUnit(db, ours, { pathway: her, key: 'nej', offer }, unit.id, 'distance', '');
    expect(await length()).toMatchObject({ status: 'waiting', nights: 153, after: 56 });
    expect((await followed()).map(({ change }) => change?.map(({ what }) => what))).toEqual([['length']]);
  });
});
