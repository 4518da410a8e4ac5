/** Her yes to moving to another house: asked again when the place is confirmed, stopping nothing, and what her nights where she lives wait for. */
import { beforeEach, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { testDatabase } from '../../test/database.ts';
import { openTestPathways } from '../../test/pathways.ts';
import { testPlace } from '../../test/provision.ts';
import { about } from '../../test/stays.ts';
import { addTwoHouses } from '../../test/two-houses.ts';
import { asId, type Id } from '../domain/id.ts';
import { missingOn } from '../domain/pathway/next-step.ts';
import type { HerYes } from '../domain/pathway/her-yes.ts';
import { moveFellAway } from '../domain/pathway/transfer.ts';
import { arrivalQuestions } from '../domain/placement/arrival.ts';
import { deviations } from '../domain/placement/confirm.ts';
import { type Nights, nightsFrom } from '../domain/placement/nights.ts';
import { addDays, type Day, danishDay } from '../domain/time.ts';
import { asActor, databaseNow } from './database.ts';
import { readPathway } from './pathway.ts';
import { rebuildPathways } from './pathway-rebuild.ts';
import { agreeToMoveOf } from './placement-agree-to-move.ts';
import { admitToStay } from './placement-arrive.ts';
import { placesAtWork } from './placement-at-work.ts';
import { confirmStayOf } from './placement-confirm.ts';
import { holdForPathway } from './placement-hold.ts';
import { leaveEarlierOf } from './placement-leave-earlier.ts';
import { changeDepartureOf, endStayOf } from './placement-move.ts';
import { oneStay } from './placement-stays.ts';

const { db, owner } = await testDatabase();
const { municipality, leader, otherLeader, unit, otherUnit } = await addTwoHouses(owner, [testPlace('a'), testPlace('b')]);

let today: Day;
let moves: Day;
let agreed: Day;
let hers: Id<'pathway'>;
let others: Id<'pathway'>;
let number = 0;
beforeEach(async () => {
  await sql`truncate stay, stay_part, stay_leave, stay_event cascade`.execute(owner);
  today = danishDay(await databaseNow(owner));
  moves = addDays(today, 10);
  agreed = addDays(today, 30);
  number += 1;
  hers = asId<'pathway'>(`hendes-${number}`);
  others = asId<'pathway'>(`anden-${number}`);
  await openTestPathways(db, municipality, [hers, others]);
});

type Asked = { readonly herYes?: HerYes | null; readonly pathway?: Id<'pathway'>; readonly where?: Id<'unit'> };

async function hold(id: string, place: string, nights: Nights, { herYes = null, pathway = hers, where = unit.id }: Asked = {}) {
  const asked = { needs: [], nights, mostMoves: 0, unit: where, place: asId<'place'>(place), pathway, calledName: id, herYes };
  return (await holdForPathway(db, municipality, { ...asked, stay: asId<'stay'>(id), key: id })).outcome;
}

// A basis on which no contract is owed: its offer would be the next step before all else.
const commitment = { legalBasis: 'BL-32-1-6', paidBy: asId<'municipality'>('0851') } as const;
const confirm = async (id: string, saysToMove: HerYes['answer'] | null = null) =>
  (await confirmStayOf(db, municipality, about(id), commitment, deviations, { toMove: saysToMove })).outcome;

/** She lives on place a for thirty nights, and a place in the other house is held from the day she is to move. */
async function isHeldElsewhere(herYes: HerYes | null): Promise<void> {
  expect(await hold('hendes', 'a', nightsFrom(today, 30))).toBe('held');
  expect(await confirm('hendes')).toBe('confirmed');
  expect((await admitToStay(db, leader, about('hendes'), today, arrivalQuestions)).outcome).toBe('admitted');
  expect(await hold('ny', 'f', nightsFrom(moves, 40), { herYes, where: otherUnit.id })).toBe('held');
}

const notYet = { answer: 'not-yet', why: 'thinks-it-over', written: '' } as const;
const departure = async () => (await oneStay(db, leader, asId<'stay'>('hendes')))?.nights.departure;
const pathwayNow = async () => (await asActor(db, municipality, { kind: 'pathway', id: hers }, (tx) => readPathway(tx, hers)))?.pathway;
/** Whether another can be given the first of the nights from which she is to have moved. */
const isFreeToOthers = async () => (await hold(`proeve-${Math.random()}`, 'a', nightsFrom(moves, 3), { pathway: others })) === 'held';

describe('a move that is confirmed', () => {
  test('before she has said yes is confirmed all the same, and keeps her nights where she lives until she does', async () => {
    await isHeldElsewhere(notYet);
    expect(await confirm('ny', 'not-yet')).toBe('confirmed');
    expect(await departure()).toBe(agreed);
    expect(await isFreeToOthers()).toBe(false);
    const her = await pathwayNow();
    expect(her && missingOn(her)).toContain('her-yes');
    // Both houses read it.
    expect((await oneStay(db, leader, asId<'stay'>('hendes')))?.movesTo).toMatchObject({ status: 'confirmed', herYes: 'not-yet' });
    expect((await oneStay(db, otherLeader, asId<'stay'>('ny')))?.herYes).toBe('not-yet');

    const form = about('ny');
    expect((await agreeToMoveOf(db, municipality, form)).outcome).toBe('move-agreed');
    expect((await agreeToMoveOf(db, municipality, form)).outcome).toBe('move-agreed');
    expect(await departure()).toBe(moves);
    expect(await isFreeToOthers()).toBe(true);
    const after = await pathwayNow();
    expect(after && missingOn(after)).not.toContain('her-yes');
    expect((await oneStay(db, otherLeader, asId<'stay'>('ny')))?.herYes).toBe('yes');
    const { rows } = await sql<{ acts: number }>`select count(*)::int as acts from stay_event where act = 'agree-to-move'`.execute(owner);
    expect(rows).toEqual([{ acts: 1 }]);
    expect((await rebuildPathways(owner)).differences).toEqual([]);
  });

  test('with a yes that is said when it is confirmed lets them go, also where it was no when it was held', async () => {
    await isHeldElsewhere(notYet);
    expect(await confirm('ny', 'yes')).toBe('confirmed');
    expect(await departure()).toBe(moves);
  });

  test('where nobody has asked her keeps them, and where she said yes to the hold lets them go', async () => {
    await isHeldElsewhere(null);
    expect(await confirm('ny')).toBe('confirmed');
    expect(await departure()).toBe(agreed);
    await endStayOf(db, municipality, about('ny'), 'withdraw', { reason: null, text: 'spørges først' });
    expect(await hold('igen', 'f', nightsFrom(moves, 40), { herYes: { answer: 'yes' }, where: otherUnit.id })).toBe('held');
    expect(await confirm('igen')).toBe('confirmed');
    expect(await departure()).toBe(moves);
  });

  test('and refused before she has said yes leaves nothing to put back', async () => {
    await isHeldElsewhere(notYet);
    await confirm('ny', 'not-yet');
    await endStayOf(db, otherLeader, about('ny'), 'refuse', { reason: 'staffing', text: 'ingen nattevagt' });
    expect(await departure()).toBe(agreed);
    expect((await placesAtWork(db, municipality)).fallen).toEqual([]);
  });

  test('and moved to without a yes is written as it happened: she leaves the former house on that day', async () => {
    await isHeldElsewhere(notYet);
    await confirm('ny', 'not-yet');
    expect((await admitToStay(db, otherLeader, about('ny'), today, arrivalQuestions)).outcome).toBe('admitted');
    expect(await oneStay(db, municipality, asId<'stay'>('hendes'))).toMatchObject({ status: 'discharged', nights: { departure: today } });
  });

  const events = async () =>
    (
      await sql<{ act: string; whereSheLives: unknown }>`select act, data -> 'whereSheLives' as "whereSheLives" from stay_event
        where stay = 'ny' and act in ('confirm', 'agree-to-move') order by sequence`.execute(owner)
    ).rows;

  test('keeps with the event what was decided of her nights and by which edition, also where they are kept', async () => {
    await isHeldElsewhere(notYet);
    await confirm('ny', 'not-yet');
    await agreeToMoveOf(db, municipality, about('ny'));
    const edition = 'ja-til-flytning/2026-11';
    expect(await events()).toEqual([
      { act: 'confirm', whereSheLives: { outcome: 'kept-until-yes', edition } },
      { act: 'agree-to-move', whereSheLives: { outcome: 'leaves-then', edition } },
    ]);
  });

  test('takes her yes once: nights that were given back to her since are not let go by another form', async () => {
    await isHeldElsewhere(notYet);
    await confirm('ny', 'not-yet');
    expect((await agreeToMoveOf(db, municipality, { ...about('ny'), key: 'first' })).outcome).toBe('move-agreed');
    await changeDepartureOf(db, municipality, about('hendes'), { departure: agreed, onPlace: null, reason: 'bliver lidt endnu' });
    expect((await agreeToMoveOf(db, municipality, { ...about('ny'), key: 'second' })).outcome).toBe('said-already');
    expect(await departure()).toBe(agreed);
    expect((await events()).map(({ act }) => act)).toEqual(['confirm', 'agree-to-move']);
  });

  test('and said yes to after the day lets no night go: she is there until she is admitted in the new house', async () => {
    await isHeldElsewhere(notYet);
    await confirm('ny', 'not-yet');
    // Fourteen days on: the day she was to move lies four days back.
    await owner.transaction().execute(async (tx) => {
      for (const table of ['stay', 'stay_part'])
        await sql`update ${sql.table(table)} set arrival = arrival - 14, departure = departure - 14`.execute(tx);
    });
    const until = addDays(agreed, -14);
    expect((await agreeToMoveOf(db, municipality, about('ny'))).outcome).toBe('move-agreed');
    expect(await departure()).toBe(until);
    expect((await events())[1]).toMatchObject({ whereSheLives: { outcome: 'kept-until-admitted' } });
    expect(await hold('proeve', 'a', nightsFrom(today, 3), { pathway: others })).not.toBe('held');
    expect((await admitToStay(db, otherLeader, about('ny'), today, arrivalQuestions)).outcome).toBe('admitted');
    expect(await departure()).toBe(today);
  });

  test('and regretted after a yes is withdrawn, which gives her nights back in the same act', async () => {
    await isHeldElsewhere({ answer: 'yes' });
    await confirm('ny');
    expect(await departure()).toBe(moves);
    await endStayOf(db, municipality, about('ny'), 'withdraw', { reason: null, text: 'Hun har fortrudt' });
    expect(await departure()).toBe(agreed);
    expect(await isFreeToOthers()).toBe(false);
  });

  test('takes a yes only where she moves, and only from her team', async () => {
    await isHeldElsewhere(notYet);
    expect((await agreeToMoveOf(db, municipality, about('ny'))).outcome).toBe('cannot');
    await confirm('ny', 'not-yet');
    await expect(agreeToMoveOf(db, otherLeader, about('ny'))).rejects.toThrow('row-level security');
    await hold('anden', 'b', nightsFrom(moves, 5), { pathway: others });
    await confirm('anden');
    expect((await agreeToMoveOf(db, municipality, about('anden'))).outcome).toBe('not-a-move');
    expect(await departure()).toBe(agreed);
  });
});

describe('a move that fell away', () => {
  test('is the next step of those who decide, with what stands in the way known before anybody tries', async () => {
    await isHeldElsewhere({ answer: 'yes' });
    await confirm('ny');
    await hold('anden', 'a', nightsFrom(moves, 5), { pathway: others });
    await confirm('anden');
    await endStayOf(db, otherLeader, about('ny'), 'refuse', { reason: 'staffing', text: 'ingen nattevagt' });

    const her = await pathwayNow();
    expect(her && moveFellAway(her)).toMatchObject({ from: { id: 'hendes', departure: moves }, to: { id: 'ny' }, before: agreed });
    const [fallen] = (await placesAtWork(db, municipality)).fallen;
    expect(fallen?.putBack).toMatchObject({ outcome: 'cannot-stay-on', blocks: [{ from: moves }], instead: { places: [{ id: 'b' }] } });
    const { rows } = await sql<{ next: string }>`select next_action as next from pathway where id = ${hers}`.execute(owner);
    expect(rows).toEqual([{ next: 'settle-departure' }]);

    // A place that is held and given up again settles nothing.
    expect(await hold('proevet', 'f', nightsFrom(moves, 40), { herYes: { answer: 'yes' }, where: otherUnit.id })).toBe('held');
    await endStayOf(db, municipality, about('proevet'), 'release', { reason: null, text: '' });
    expect((await placesAtWork(db, municipality)).fallen.map(({ id }) => id)).toEqual(['hendes']);

    await endStayOf(db, municipality, about('anden'), 'withdraw', { reason: null, text: 'en anden plads' });
    expect((await placesAtWork(db, municipality)).fallen[0]?.putBack.outcome).toBe('departure-changed');
    await changeDepartureOf(db, municipality, about('hendes'), { departure: agreed, onPlace: null, reason: 'bliver' });
    expect((await placesAtWork(db, municipality)).fallen).toEqual([]);
    const settled = await pathwayNow();
    expect(settled && moveFellAway(settled)).toBeNull();
  });
});

describe('one who leaves earlier and moves', () => {
  const told = async () => (await placesAtWork(db, municipality)).leftEarlier;

  test('is told until she has moved, whether the move is confirmed, falls away or is done', async () => {
    await isHeldElsewhere({ answer: 'yes' });
    await leaveEarlierOf(db, leader, about('hendes'), { departure: addDays(today, 20), reason: 'Hun vil hjem' });
    const earlier = { agreed, departure: addDays(today, 20), reason: 'Hun vil hjem', hasLeft: false };
    expect(await told()).toMatchObject([{ ...earlier, movesOn: null }]);
    await confirm('ny');
    expect(await departure()).toBe(moves);
    expect(await told()).toMatchObject([{ ...earlier, movesOn: moves }]);
    await endStayOf(db, otherLeader, about('ny'), 'refuse', { reason: 'staffing', text: 'ingen nattevagt' });
    expect(await departure()).toBe(addDays(today, 20));
    expect(await told()).toMatchObject([{ ...earlier, movesOn: null }]);

    expect(await hold('igen', 'f', nightsFrom(today, 40), { herYes: { answer: 'yes' }, where: otherUnit.id })).toBe('held');
    await confirm('igen');
    expect(await told()).toHaveLength(1);
    expect((await admitToStay(db, otherLeader, about('igen'), today, arrivalQuestions)).outcome).toBe('admitted');
    expect(await told()).toEqual([]);
  });
});
