/** Her answer to the place that is found for her: asked when it is confirmed and when she comes, stopping nothing, and kept where the right ones read it. */
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { addOrganisation, openTestPathways } from '../../test/pathways.ts';
import { testPlace } from '../../test/provision.ts';
import { about } from '../../test/stays.ts';
import { addTwoHouses } from '../../test/two-houses.ts';
import { asId, type Id } from '../domain/id.ts';
import { missingOn, nextStepFor, stepOfHerAnswer } from '../domain/pathway/next-step.ts';
import type { RecordedFact } from '../domain/pathway/facts.ts';
import { flagsOf } from '../domain/pathway/flags.ts';
import type { HerAnswer } from '../domain/pathway/her-answer.ts';
import type { HerYes } from '../domain/pathway/her-yes.ts';
import { arrivalQuestions } from '../domain/placement/arrival.ts';
import { deviations } from '../domain/placement/confirm.ts';
import { nightsFrom } from '../domain/placement/nights.ts';
import { addDays, type Day, danishDay, moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, databaseNow } from './database.ts';
import { readPathway } from './pathway.ts';
import { rebuildPathways } from './pathway-rebuild.ts';
import { admitToStay, dischargeFromStay } from './placement-arrive.ts';
import { confirmStayOf } from './placement-confirm.ts';
import type { StayForm } from './placement-act.ts';
import { answerPlaceOf } from './placement-her-answer.ts';
import { holdForPathway } from './placement-hold.ts';
import { addEvent } from './placement-stay-write.ts';
import { oneStay } from './placement-stays.ts';

const { db, owner } = await testDatabase();
const { municipality, leader, otherLeader, unit, otherUnit } = await addTwoHouses(owner, [testPlace('a'), testPlace('b')]);
const stranger = testPermit(testActor('coordinator', { id: asId<'organisation'>('fremmed'), name: 'Fremmed' }), 'pathway:record');
await addOrganisation(owner, stranger.actor.organisation);

let today: Day;
let hers: Id<'pathway'>;
let number = 0;
beforeEach(async () => {
  await sql`truncate stay, stay_part, stay_leave, stay_event cascade`.execute(owner);
  today = danishDay(await databaseNow(owner));
  number += 1;
  hers = asId<'pathway'>(`hendes-${number}`);
  await openTestPathways(db, municipality, [hers]);
});

const asked = { by: 'Kirsten Vangsø', way: 'telephone' } as const;
const says = {
  yes: { answer: 'yes', asked },
  no: { answer: 'no', asked, why: 'home', written: 'Hun vil blive hos sin søster' },
  notYet: { answer: 'not-yet', why: 'not-reached', written: 'Ringer igen i aften' },
  notPossible: { answer: 'not-possible', why: 'other', written: 'Hun er på intensiv' },
} as const satisfies Readonly<Record<string, HerAnswer>>;
const given = (said: HerAnswer) => ({ said, on: today });
// A basis on which no contract is owed.
const commitment = { legalBasis: 'BL-32-1-6', paidBy: asId<'municipality'>('0851') } as const;
const plain = deviations.filter((one) => one !== 'she-says-no');

async function isHeld(herYes: HerYes | null = null, id = 'hendes', place = 'a', where = unit.id): Promise<void> {
  const nights = nightsFrom(id === 'hendes' ? today : addDays(today, 10), 30);
  const request = { needs: [], nights, mostMoves: 0, unit: where, place: asId<'place'>(place), pathway: hers, calledName: id, herYes };
  expect((await holdForPathway(db, municipality, { ...request, stay: asId<'stay'>(id), key: `${hers}${id}` })).outcome).toBe('held');
}
const reason = 'Vi tror, at ro er bedst for dig.';
const confirm = async (said: HerAnswer | null, againstNo = '') =>
  (await confirmStayOf(db, municipality, about('hendes'), commitment, plain, { toPlace: said && given(said), againstNo })).outcome;
const comes = (said: HerAnswer | null) => admitToStay(db, leader, about('hendes'), today, arrivalQuestions, null, said && given(said));
const answers = async (said: HerAnswer, permit: Permit = municipality, stay = 'hendes') =>
  (await answerPlaceOf(db, permit, about(stay), given(said))).outcome;

const read = async (permit: Permit = municipality) => {
  const her = await asActor(db, permit, { kind: 'pathway', id: hers }, (tx) => readPathway(tx, hers));
  if (!her) throw new Error('her pathway is not seen');
  return her;
};
const isMissing = async () => missingOn((await read()).pathway).includes('her-yes');
const openFlags = async () => flagsOf((await read()).facts).flatMap(({ flag, settled }) => (settled ? [] : [flag]));
const told = (facts: readonly RecordedFact[]) => facts.flatMap(({ fact }) => (fact.type === 'place-answered' ? [fact.said] : []));

describe('a place that is confirmed', () => {
  test('keeps her yes with who asked her, by which way and on which day', async () => {
    await isHeld();
    expect(await confirm(says.yes)).toBe('confirmed');
    const { facts } = await read();
    expect(facts.find(({ fact }) => fact.type === 'place-answered')).toMatchObject({
      happened: today,
      fact: { stay: 'hendes', said: says.yes },
    });
    expect(await isMissing()).toBe(false);
    const { rows } = await sql`select data -> 'herYes' as said, data ->> 'edition' as edition from stay_event
      where stay = 'hendes' and act = 'confirm'`.execute(owner);
    expect(rows).toEqual([{ said: { answer: 'yes' }, edition: 'ja-til-plads/2026-11-27' }]);
    expect((await oneStay(db, leader, asId<'stay'>('hendes')))?.herYes).toBe('yes');
    expect((await rebuildPathways(owner)).differences).toEqual([]);
  });

  test('without her answer is confirmed all the same, and says that it is missing, to those who can ask her', async () => {
    await isHeld();
    expect(await confirm(says.notYet)).toBe('confirmed');
    expect(await isMissing()).toBe(true);
    expect(stepOfHerAnswer((await read()).pathway)).toMatchObject({ action: 'ask-her', doneBy: expect.arrayContaining(['coordinator']) });
  });

  test('is not confirmed with her no, which is written at once; against it only with a reason in words, which she reads, and flagged', async () => {
    await isHeld();
    expect(await confirm(says.no)).toBe('her-no-written');
    expect(told((await read()).facts)).toEqual([says.no]);
    expect((await oneStay(db, leader, asId<'stay'>('hendes')))?.status).toBe('held');
    expect(stepOfHerAnswer((await read()).pathway)).toMatchObject({
      action: 'heed-her-no',
      doneBy: expect.arrayContaining(['coordinator']),
    });
    // Another form that says nothing of her answer does not pass it by.
    expect(await confirm(null)).toBe('ask');
    expect(await confirm(null, reason)).toBe('confirmed');
    expect(await openFlags()).toContain('confirmed-against-her-no');
  });

  test('after her no is asked about it again, whatever nobody has heard since, and keeps it as a no', async () => {
    await isHeld();
    await confirm(says.no);
    expect(await confirm(says.notYet)).toBe('ask');
    expect(told((await read()).facts)).toEqual([says.no]);
    expect(await answers(says.notYet)).toBe('place-answered');
    expect(await answers(says.notPossible)).toBe('place-answered');
    expect(await confirm(null)).toBe('ask');
    // A tick is no reason, and neither is a blank.
    expect((await confirmStayOf(db, municipality, about('hendes'), commitment, deviations)).outcome).toBe('ask');
    expect(await confirm(says.notYet, '  ')).toBe('ask');
    expect(await confirm(says.notYet, reason)).toBe('confirmed');
    // She reads it, and so does her team; the house that receives her does not.
    const why = async (permit = municipality) =>
      (await read(permit)).facts.flatMap(({ fact }) => (fact.type === 'place-confirmed' ? [fact.againstNo] : []));
    expect(await why()).toEqual([reason]);
    expect(await openFlags()).toContain('confirmed-against-her-no');
    expect(await comes(says.notYet)).toMatchObject({ outcome: 'admitted', remarks: ['stay-not-agreed'] });
    expect((await read()).pathway.stay).toMatchObject({ answered: 'no' });
    expect((await read(leader)).pathway.stay).toMatchObject({ answered: 'no' });
    expect(await why(leader)).toEqual([undefined]);
    const { rows } = await sql`select data, answer from stay_event where act = 'confirm'`.execute(owner);
    expect(JSON.stringify(rows)).not.toContain(reason);
    expect((await rebuildPathways(owner)).differences).toEqual([]);
  });

  test('writes her no once for one form, and not again with what the page shows', async () => {
    await isHeld();
    const form = about('hendes');
    const sends = async (sent: StayForm, againstNo = '') =>
      (await confirmStayOf(db, municipality, sent, commitment, plain, { toPlace: given(says.no), againstNo })).outcome;
    expect(await Promise.all([sends(form), sends(form)])).toEqual(['her-no-written', 'her-no-written']);
    // The page that is shown then has another key, and the same answer in it.
    expect(await sends(about('hendes'))).toBe('her-no-written');
    expect(told((await read()).facts)).toEqual([says.no]);
    expect(await answers(says.yes)).toBe('place-answered');
    expect(await sends(form)).toBe('her-no-written');
    expect(told((await read()).facts)).toEqual([says.no, says.yes]);
    // She says no once more: that is news, and is written.
    expect(await sends(about('hendes'))).toBe('her-no-written');
    expect(await sends(about('hendes'), reason)).toBe('confirmed');
    expect(told((await read()).facts)).toEqual([says.no, says.yes, says.no]);
    const { rows } = await sql`select act, data -> 'herYes' ->> 'answer' as said from stay_event where stay = 'hendes'
      and act in ('answer-place', 'confirm') order by sequence`.execute(owner);
    expect(rows).toEqual([
      { act: 'answer-place', said: 'no' },
      { act: 'answer-place', said: 'yes' },
      { act: 'answer-place', said: 'no' },
      { act: 'confirm', said: null },
    ]);
  });

  test('after a no takes the yes that she says then', async () => {
    await isHeld();
    await confirm(says.no);
    expect(await confirm(says.yes)).toBe('confirmed');
    expect(await openFlags()).not.toContain('confirmed-against-her-no');
    expect(await isMissing()).toBe(false);
  });
});

describe('she comes', () => {
  test('without her yes, is asked once, is never stopped, and it stays said until she has answered', async () => {
    await isHeld();
    await confirm(says.notYet);
    const first = await admitToStay(db, leader, about('hendes'), today, []);
    expect(first).toMatchObject({ outcome: 'ask', about: ['stay-not-agreed'] });
    expect(await comes(null)).toMatchObject({ outcome: 'admitted', remarks: ['stay-not-agreed'] });
    expect(await isMissing()).toBe(true);
    expect(await openFlags()).toContain('admitted-without-yes');
    expect(nextStepFor((await read()).pathway, 'unit-leader')?.action).toBe('ask-her');

    expect(await answers(says.notYet)).toBe('place-answered');
    expect(await isMissing()).toBe(true);
    expect(await answers(says.yes, leader)).toBe('place-answered');
    expect(await isMissing()).toBe(false);
    expect(await openFlags()).not.toContain('admitted-without-yes');
    expect((await rebuildPathways(owner)).differences).toEqual([]);
  });

  test('and says yes at the door: it is written by the house, and nothing is missing', async () => {
    await isHeld();
    await confirm(says.notYet);
    expect(await comes(says.yes)).toMatchObject({ outcome: 'admitted', remarks: [] });
    expect(told((await read()).facts)).toEqual([says.notYet, says.yes]);
    expect(await openFlags()).not.toContain('admitted-without-yes');
  });

  test('where she said yes when it was held, and nobody asks again', async () => {
    await isHeld({ answer: 'yes' });
    expect(await confirm(null)).toBe('confirmed');
    expect(await admitToStay(db, leader, about('hendes'), today, [])).toMatchObject({ outcome: 'admitted', remarks: [] });
  });

  test('and cannot be asked: written with its reason, it is missing no more, and is no yes', async () => {
    await isHeld();
    await confirm(says.notYet);
    await comes(says.notYet);
    expect(await isMissing()).toBe(true);
    expect(await answers(says.notPossible, leader)).toBe('place-answered');
    expect(await isMissing()).toBe(false);
    expect((await read()).pathway.stay).toMatchObject({ answered: 'not-possible' });
    expect((await read()).pathway.stay?.saidYes).toBeUndefined();
  });
});

describe('her answer', () => {
  test('is written once by one form, while she has the place, and by her team alone', async () => {
    await isHeld();
    const form = about('hendes');
    await answerPlaceOf(db, municipality, form, given(says.notYet));
    await answerPlaceOf(db, municipality, form, given(says.notYet));
    expect(told((await read()).facts)).toEqual([says.notYet]);
    expect(await answers(says.yes, stranger)).toBe('no-such-stay');
    expect(await answers(says.yes, leader)).toBe('team-asks');
    // Row security says the same to whatever comes by another way.
    const early = {
      stay: asId<'stay'>('hendes'),
      act: 'answer-place',
      status: 'held',
      actor: leader.actor,
      at: moment(`${today}T12:00:00Z`),
    } as const;
    await expect(asActor(db, leader, { kind: 'stay', id: early.stay }, (tx) => addEvent(tx, early))).rejects.toThrow('row-level security');
    await confirm(says.yes);
    await comes(null);
    await dischargeFromStay(db, leader, about('hendes'), today, { destination: 'own-home', to: '' });
    expect(await answers(says.no)).toBe('cannot');
  });

  test('to a move is written as her yes to moving, which lets nights go, and to a house she has moved to as any other', async () => {
    await isHeld({ answer: 'yes' });
    await confirm(null);
    await comes(null);
    await isHeld({ answer: 'not-yet', why: 'thinks-it-over', written: '' }, 'ny', 'f', otherUnit.id);
    expect(await answers(says.yes, municipality, 'ny')).toBe('is-a-move');
    await confirmStayOf(db, municipality, about('ny'), commitment, plain, { toMove: 'not-yet' });
    expect((await admitToStay(db, otherLeader, about('ny'), today, arrivalQuestions)).outcome).toBe('admitted');
    expect(await isMissing()).toBe(true);
    expect(await answers(says.yes, municipality, 'ny')).toBe('place-answered');
    expect(await isMissing()).toBe(false);
  });

  test('is read without its reason by the house, once it takes part, and with it by those who seek and decide', async () => {
    await isHeld();
    await confirm(says.no);
    await confirm(null, reason);
    await comes(null);
    expect(told((await read()).facts)).toEqual([says.no]);
    expect(told((await read(leader)).facts)).toEqual([{ answer: 'no', asked }]);
    const { rows } = await sql<{ data: string }>`select data::text from pathway_fact where pathway = ${hers} and type = 'place-answered'
      union all select data::text from stay_event where stay = 'hendes'`.execute(owner);
    expect(rows.map(({ data }) => data).join(' ')).not.toContain('søster');
  });
});
