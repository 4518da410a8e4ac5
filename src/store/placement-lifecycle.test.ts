/** Every act on a stay through the store, from every status it cannot follow: whatever an old page sends, nothing is written. */
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { addOrganisation, factsTold, openTestPathways } from '../../test/pathways.ts';
import { testFacility, testPlace, testUnit } from '../../test/provision.ts';
import { about } from '../../test/stays.ts';
import { asId } from '../domain/id.ts';
import { arrivalQuestions } from '../domain/placement/arrival.ts';
import { deviations } from '../domain/placement/confirm.ts';
import { canFollow, type StayAct, type StayStatus, stayStatuses } from '../domain/placement/lifecycle.ts';
import { nightsFrom } from '../domain/placement/nights.ts';
import { addDays, type Day, danishDay } from '../domain/time.ts';
import { databaseNow } from './database.ts';
import { agreeByBirthOf, agreeFixedDayOf, keepDepartureOf } from './placement-follow-birth.ts';
import { agreeToMoveOf } from './placement-agree-to-move.ts';
import { admitToStay, dischargeFromStay } from './placement-arrive.ts';
import { confirmAfterwardsOf, confirmStayOf } from './placement-confirm.ts';
import { answerPlaceOf } from './placement-her-answer.ts';
import { holdForPathway } from './placement-hold.ts';
import { leaveEarlierOf } from './placement-leave-earlier.ts';
import { changeDepartureOf, endStayOf, extendHoldOf } from './placement-move.ts';
import { addFacility } from './placement-provision.ts';
import { correctLeaveOf, undoMoveOf, withdrawLeaveOf } from './placement-put-right.ts';
import { swapWithinUnit, undoSwapOf } from './placement-swap.ts';
import { undoAdmissionOf } from './placement-undo-admission.ts';
import { undoDischargeOf } from './placement-undo-discharge.ts';
import { stayAsAgreedOf } from './placement-undo-leave-earlier.ts';
import { beginLeave, endLeave, moveWithinUnit } from './placement-within.ts';

const { db, owner } = await testDatabase();
const municipality = testPermit(testActor('care-decider'), 'place:confirm');
const leader = testPermit(testActor('unit-leader', { facility: testFacility.id }), 'place:manage');
const unit = testUnit([testPlace('a'), testPlace('b'), testPlace('c')]);
await addFacility(owner, testFacility, [unit]);
for (const { actor } of [municipality, leader]) await addOrganisation(owner, actor.organisation);

const anna = asId<'pathway'>('anna');
let today: Day;
const inDays = (days: number): Day => addDays(today, days);

/** Anna came today on place a, is on leave, and moves to b in five days; Bodil is on c. */
beforeAll(async () => {
  today = danishDay(await databaseNow(owner));
  await openTestPathways(db, municipality, [anna, asId<'pathway'>('bodil')]);
  for (const [stay, place] of [
    ['anna', 'a'],
    ['bodil', 'c'],
  ] as const) {
    const asked = { calledName: stay, unit: unit.id, place: asId<'place'>(place), needs: [], nights: nightsFrom(today, 20), mostMoves: 0 };
    await holdForPathway(db, municipality, { ...asked, stay: asId<'stay'>(stay), key: stay, pathway: asId<'pathway'>(stay) });
    await admitToStay(db, leader, about(stay), today, arrivalQuestions);
  }
  await beginLeave(db, leader, about('anna'), leave());
  await moveWithinUnit(db, leader, about('anna'), { place: asId<'place'>('b'), from: inDays(5) });
});

const leave = () => ({ from: today, back: inDays(2), reason: 'home', text: '' }) as const;
const commitment = { legalBasis: 'SUL-141', paidBy: asId<'municipality'>('0851') } as const;
const why = { reason: null, text: 'opdigtet' } as const;

/** Done with a new form each time. `hold` begins a stay, `expire` is the clock's, and `change-place` moves those who have not come. */
const deeds: Readonly<Record<Exclude<StayAct, 'hold' | 'expire' | 'change-place'>, () => Promise<{ readonly outcome: string }>>> = {
  extend: () => extendHoldOf(db, municipality, about('anna')),
  confirm: () => confirmStayOf(db, municipality, about('anna'), commitment, deviations),
  'confirm-afterwards': () => confirmAfterwardsOf(db, municipality, about('anna'), commitment, deviations),
  admit: () => admitToStay(db, leader, about('anna'), today, arrivalQuestions),
  discharge: () => dischargeFromStay(db, leader, about('anna'), today, { destination: 'own-home', to: '' }),
  release: () => endStayOf(db, municipality, about('anna'), 'release', why),
  refuse: () => endStayOf(db, leader, about('anna'), 'refuse', { reason: 'other', text: 'opdigtet' }),
  withdraw: () => endStayOf(db, municipality, about('anna'), 'withdraw', why),
  move: () => moveWithinUnit(db, leader, about('anna'), { place: asId<'place'>('a'), from: inDays(7) }),
  'change-departure': () =>
    changeDepartureOf(db, municipality, about('anna'), { departure: inDays(15), onPlace: null, reason: 'opdigtet' }),
  leave: () => beginLeave(db, leader, about('anna'), { ...leave(), from: inDays(3), back: inDays(4) }),
  return: () => endLeave(db, leader, about('anna'), today),
  'correct-leave': () => correctLeaveOf(db, leader, about('anna'), leave(), { ...leave(), back: inDays(3) }, 'opdigtet'),
  'withdraw-leave': () => withdrawLeaveOf(db, leader, about('anna'), leave(), 'opdigtet'),
  'undo-move': () => undoMoveOf(db, leader, about('anna'), inDays(5), 'opdigtet'),
  swap: () => swapWithinUnit(db, leader, about('anna'), { other: asId<'stay'>('bodil'), from: inDays(6) }),
  'undo-swap': () => undoSwapOf(db, leader, about('anna'), inDays(6), 'opdigtet'),
  'undo-discharge': () => undoDischargeOf(db, leader, about('anna'), { why: 'opdigtet', onPlace: null }),
  'leave-earlier': () => leaveEarlierOf(db, leader, about('anna'), { departure: inDays(12), reason: 'opdigtet' }),
  'undo-admit': () => undoAdmissionOf(db, leader, about('anna'), 'opdigtet'),
  'undo-leave-earlier': () => stayAsAgreedOf(db, leader, about('anna'), 'opdigtet'),
  'keep-departure': () => keepDepartureOf(db, municipality, about('anna'), { departure: inDays(20), birth: today, reason: 'opdigtet' }),
  'agree-by-birth': () => agreeByBirthOf(db, municipality, about('anna'), { weeks: 8, reason: 'opdigtet' }),
  'agree-fixed-day': () => agreeFixedDayOf(db, municipality, about('anna'), { departure: inDays(20), reason: 'opdigtet' }),
  'agree-to-move': () => agreeToMoveOf(db, municipality, about('anna')),
  'answer-place': () =>
    answerPlaceOf(db, municipality, about('anna'), { said: { answer: 'yes', asked: { by: 'Opdigtet', way: 'telephone' } }, on: today }),
};

/** What is written of Anna: her stay, its places and leaves, its events, and the facts of her pathway. */
async function written(): Promise<unknown> {
  const { rows } = await sql<object>`select status, arrival, departure, legal_basis,
    (select jsonb_agg(to_jsonb(stay_part) - 'nights' order by arrival) from stay_part where stay = 'anna') as parts,
    (select jsonb_agg(to_jsonb(stay_leave) - 'nights') from stay_leave where stay = 'anna') as leaves,
    (select jsonb_agg(act order by sequence) from stay_event where stay = 'anna') as acts from stay where id = 'anna'`.execute(owner);
  return [rows, await factsTold(owner, anna)];
}

const stands = (status: StayStatus): Promise<unknown> =>
  sql`update stay set status = ${status}, legal_basis = 'SUL-141', paid_by = '0851',
    held_until = ${status === 'held' ? sql`clock_timestamp() + interval '20 minutes'` : null} where id = 'anna'`.execute(owner);

test.each(Object.entries(deeds))('«%s» is written from no status that it cannot follow', async (act, deed) => {
  for (const status of stayStatuses.filter((one) => !canFollow(act as StayAct, one))) {
    await stands(status);
    const before = await written();
    await deed();
    expect([status, await written()]).toEqual([status, before]);
  }
});
