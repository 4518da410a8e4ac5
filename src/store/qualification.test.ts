import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { addOrganisation, openTestPathways } from '../../test/pathways.ts';
import { about } from '../../test/stays.ts';
import { testFacility, testPlace, testUnit } from '../../test/provision.ts';
import { asId } from '../domain/id.ts';
import { screeningOf2019, screeningOf2024 } from '../domain/placement/qualification/editions.ts';
import { nothingStated, type QualificationStatement } from '../domain/placement/qualification/statement.ts';
import { danishDay, type Day, day, yearOf } from '../domain/time.ts';
import { type Actor, roles } from '../domain/trail.ts';
import { arrivalQuestions } from '../domain/placement/arrival.ts';
import { deviations } from '../domain/placement/confirm.ts';
import { nightsFrom } from '../domain/placement/nights.ts';
import { asActor, databaseNow, openDatabase } from './database.ts';
import { admitToStay } from './placement-arrive.ts';
import { confirmStayOf } from './placement-confirm.ts';
import { holdForPathway } from './placement-hold.ts';
import { undoAdmissionOf } from './placement-undo-admission.ts';
import { gatherUnitChanges, holdPlaces } from './placement-index.ts';
import { addFacility } from './placement-provision.ts';
import { assessUnit, loadQualifications, qualificationMaterial, stateQualification } from './qualification.ts';

const { db, owner, applicationConfig } = await testDatabase();
const coordinator = testActor('coordinator');
const leader = testActor('unit-leader', { id: asId<'organisation'>('dt-lyngborg'), facility: testFacility.id });
const otherLeader = testActor('unit-leader', { id: asId<'organisation'>('dt-andet'), facility: asId<'facility'>('andet') });
const agency = testActor('agency');
const unit = testUnit([testPlace('a'), testPlace('b')]);
const pathways = ['en', 'to', 'tre'].map((id) => asId<'pathway'>(id));
const today = danishDay(await databaseNow(owner));
const year = yearOf(today);
const statement: QualificationStatement = {
  ...nothingStated,
  staff: {
    fullTimeEquivalents: 3.5,
    staff: 4,
    experienced: 3,
    text: 'vagtplan',
    link: 'https://eksempel.dk/plan',
    asOf: day('2026-11-01'),
  },
};
const finding = { criterion: 'staff-years', outcome: 'met', by: null, reason: 'set på stedet' } as const;

await addFacility(owner, testFacility, [unit]);
for (const { organisation } of [coordinator, leader, otherLeader, agency]) await addOrganisation(owner, organisation);
await openTestPathways(db, testPermit(coordinator, 'place:hold'), pathways);

beforeEach(() => sql`truncate qualification_event, stay, stay_part, stay_leave, stay_event cascade`.execute(owner).then(() => undefined));

const state = (actor: Actor, what: QualificationStatement = statement) =>
  stateQualification(db, testPermit(actor, 'place:manage'), unit.id, what);
const assess = (actor: Actor) => assessUnit(db, testPermit(actor, 'qualification:assess'), unit.id, screeningOf2019, [finding]);
const read = (actor: Actor) => qualificationMaterial(db, testPermit(actor, 'qualification:read'), unit.id);

async function stay(id: string, pathway: number, place: string, arrival: string, departure: string, status: string): Promise<void> {
  await owner.transaction().execute(async (tx) => {
    await sql`insert into stay (id, pathway, called_name, unit, arrival, departure, status, held_until, legal_basis, paid_by, needs,
        held_by, held_by_name, held_for, held_for_name, request_key)
      values (${id}, ${pathways[pathway]}, 'X', ${unit.id}, ${arrival}, ${departure}, ${status}, now(), 'x', 'x', '[]',
        'x', 'X', 'x', 'X', ${id})`.execute(tx);
    await sql`insert into stay_part (stay, unit, status, place, arrival, departure)
      values (${id}, ${unit.id}, ${status}, ${place}, ${arrival}, ${departure})`.execute(tx);
  });
}

describe('a statement and an assessment', () => {
  test('stand side by side with author and time, and neither changes the other', async () => {
    expect(await state(leader)).toEqual({ outcome: 'saved' });
    expect(await assess(agency)).toEqual({ outcome: 'saved' });

    const material = await read(coordinator);
    expect(material?.record).toMatchObject({
      statement,
      stated: { byName: leader.name },
      assessments: [{ byName: agency.name, edition: screeningOf2019.id, findings: [finding] }],
    });
    await state(leader, nothingStated);
    expect((await read(coordinator))?.record.assessments).toEqual(material?.record.assessments);
  });

  test('keep every version, and the newest of each holds', async () => {
    await state(leader);
    await assess(agency);
    await state(leader, nothingStated);

    const material = await read(coordinator);
    expect(material?.record.statement).toEqual(nothingStated);
    expect(material?.versions.map(({ sequence, kind }) => [sequence, kind])).toEqual([
      [3, 'statement'],
      [2, 'assessment'],
      [1, 'statement'],
    ]);
    expect(material?.versions[2]).toMatchObject({ statement });
  });

  test('by one edition leaves that by another as it is', async () => {
    await assess(agency);
    await assessUnit(db, testPermit(agency, 'qualification:assess'), unit.id, screeningOf2024, [{ ...finding, criterion: 'competences' }]);
    expect((await read(agency))?.record.assessments.map(({ edition }) => edition)).toEqual([screeningOf2019.id, screeningOf2024.id]);
  });

  test('are written by the unit’s own leader and by the agency, and by nobody else', async () => {
    expect(await state(otherLeader)).toEqual({ outcome: 'not-yours' });
    expect(await assess(leader)).toEqual({ outcome: 'not-yours' });
    for (const role of roles.filter((one) => one !== 'unit-leader'))
      expect(await state(testActor(role, { facility: testFacility.id }))).toEqual({ outcome: 'not-yours' });
    for (const role of roles.filter((one) => one !== 'agency')) expect(await assess(testActor(role))).toEqual({ outcome: 'not-yours' });
    expect((await read(agency))?.versions).toEqual([]);
  });

  test('written by two at once are both kept', async () => {
    const saved = await Promise.all(
      Array.from({ length: 5 }, (_, experienced) => {
        const staff = statement.staff && { ...statement.staff, experienced };
        return state(leader, { ...statement, staff });
      }),
    );
    expect(saved.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 5 }, () => 'saved'));
    expect((await read(agency))?.versions.length).toBe(5);
  });

  test('sent twice are written once', async () => {
    for (const _ of [1, 2]) {
      await state(leader);
      await assess(agency);
    }
    expect((await read(agency))?.versions.map(({ kind }) => kind)).toEqual(['assessment', 'statement']);
  });

  test('are not read by the woman, nor is anything counted for her', async () => {
    await state(leader);
    await stay('inde', 0, 'a', `${year - 1}-02-01`, `${year - 1}-05-01`, 'discharged');
    const material = await read(testActor('woman', { person: 'maja' }));
    expect(material?.record).toEqual({ statement: nothingStated, counted: [], stated: null, assessments: [] });
  });
});

describe('women a year', () => {
  test('are counted once each from the stays that came to something, in every year they touch', async () => {
    await stay('første', 0, 'a', `${year - 2}-12-30`, `${year - 1}-01-02`, 'discharged');
    await stay('igen', 0, 'b', `${year - 1}-06-01`, `${year - 1}-07-01`, 'discharged');
    await stay('anden', 1, 'a', `${year - 1}-12-01`, `${year}-01-01`, 'discharged');
    await stay('lovet', 2, 'a', `${year}-01-05`, `${year}-02-01`, 'expired');
    await stay('inde', 2, 'b', `${year}-03-01`, `${year + 3}-01-01`, 'admitted');

    const { counted } = (await read(coordinator))?.record ?? {};

    expect(counted).toEqual([
      { year: year - 2, women: 1, whole: false },
      { year: year - 1, women: 2, whole: true },
      { year, women: 1, whole: true },
    ]);
  });

  test('are none, and known to be, in a year without any', async () => {
    await stay('første', 0, 'a', `${year - 3}-03-01`, `${year - 3}-04-01`, 'discharged');
    expect((await read(coordinator))?.record.counted.slice(1)).toEqual(
      [year - 2, year - 1, year].map((one) => ({ year: one, women: 0, whole: true })),
    );
  });
});

test('what is known of all units is loaded at once', async () => {
  await state(leader);
  const all = await asActor(db, testPermit(coordinator, 'place:find'), { kind: 'list', id: null }, (tx) => loadQualifications(tx, today));
  expect([...all.keys()]).toEqual([unit.id]);
  expect(all.get(unit.id)?.statement).toEqual(statement);
});

describe('what a process holds of it', () => {
  const places = holdPlaces(db);
  const held = (actor: Actor, on: Day = today) =>
    asActor(db, testPermit(actor, 'place:find'), { kind: 'list', id: null }, async (tx) => {
      await places.asOf(tx);
      return (await places.qualifications(tx, on, [unit.id])).get(unit.id) ?? null;
    });

  test('is what the database says, after each statement, each assessment and each stay', async () => {
    const asRead = async () => (await read(coordinator))?.record;
    await state(leader);
    expect(await held(coordinator)).toEqual(await asRead());
    await assess(agency);
    expect(await held(coordinator)).toEqual(await asRead());
    await stay('inde', 0, 'a', `${year - 1}-02-01`, `${year - 1}-05-01`, 'discharged');
    expect(await held(coordinator)).toEqual(await asRead());
    expect((await held(coordinator))?.counted.map(({ women }) => women)).toEqual([1, 0]);
    await stay('næste', 1, 'b', `${year}-01-01`, `${year}-01-03`, 'discharged');
    expect((await held(coordinator))?.counted.map(({ women }) => women)).toEqual([1, 1]);
    // A new year has begun: nothing has changed but the day.
    const next = await held(coordinator, day(`${year + 1}-01-02`));
    expect(next?.counted.map(({ women }) => women)).toEqual([1, 1, 0]);
  });

  test('counts who is there now to the day in Denmark, also where the server’s own day is another', async () => {
    await stay('inde', 0, 'a', `${year}-12-01`, `${year + 2}-01-01`, 'admitted');
    expect((await held(coordinator, day(`${year}-12-31`)))?.counted.at(-1)).toEqual({ year, women: 1, whole: false });
    expect((await held(coordinator, day(`${year + 1}-01-01`)))?.counted.at(-1)).toMatchObject({ year: year + 1, women: 1 });
  });

  test('is not counted again for a hold, a confirmation, or a hold that ends', async () => {
    await stay('inde', 0, 'a', `${year - 1}-02-01`, `${year - 1}-05-01`, 'discharged');
    const before = await held(coordinator);
    const index = places.held();
    await stay('holdt', 1, 'b', `${year + 1}-01-01`, `${year + 1}-01-03`, 'held');
    expect(await held(coordinator)).toBe(before);
    for (const status of ['confirmed', 'withdrawn']) {
      await sql`update stay set status = ${status} where id = 'holdt'`.execute(owner);
      expect(await held(coordinator)).toBe(before);
    }
    expect(places.held()).not.toBe(index);
  });

  test('is counted again for whatever is written of a stay that came to something', async () => {
    const women = async () => (await held(coordinator))?.counted.map((one) => one.women) ?? [];
    await stay('a', 0, 'a', `${year - 1}-02-01`, `${year - 1}-05-01`, 'confirmed');
    expect(await women()).toEqual([]);
    const written: readonly (readonly [change: string, women: readonly number[]])[] = [
      ["update stay set status = 'admitted' where id = 'a'", [1, 1]],
      ["update stay set status = 'discharged' where id = 'a'", [1, 0]],
      [`update stay set departure = '${year}-01-02'; update stay_part set departure = '${year}-01-02'`, [1, 1]],
      ["update stay set status = 'confirmed' where id = 'a'", []],
      ["update stay set status = 'discharged' where id = 'a'", [1, 1]],
      ["delete from stay_part where stay = 'a'; delete from stay where id = 'a'", []],
    ];
    for (const [change, expected] of written) {
      await sql.raw(change).execute(owner);
      expect(await women(), change).toEqual(expected);
    }
    await stay('b', 1, 'b', `${year}-01-01`, `${year}-01-03`, 'discharged');
    expect(await women()).toEqual([1]);
    await gatherUnitChanges(db);
    expect(await women()).toEqual([1]);
    await sql`truncate stay cascade`.execute(owner);
    expect(await women()).toEqual([]);
  });

  test('is as new in another process after an admission, and after it is put right, though nobody tells it', async () => {
    const away = openDatabase(applicationConfig, { size: 1 });
    const others = holdPlaces(away);
    const there = () =>
      asActor(away, testPermit(agency, 'place:find'), { kind: 'list', id: null }, async (tx) => {
        await others.asOf(tx);
        return (await others.qualifications(tx, today, [unit.id])).get(unit.id)?.counted.at(-1)?.women ?? 0;
      });
    const manages = testPermit(leader, 'place:manage');
    const stayed = asId<'stay'>('hendes');
    expect(await there()).toBe(0);
    const asked = { needs: [], nights: nightsFrom(today, 30), mostMoves: 0, unit: unit.id, place: asId<'place'>('a'), calledName: 'Hun' };
    const press = { ...asked, stay: stayed, key: 'tryk', pathway: asId<'pathway'>('en') };
    expect((await holdForPathway(db, testPermit(coordinator, 'place:hold'), press)).outcome).toBe('held');
    expect(await there()).toBe(0);
    const commitment = { legalBasis: 'SUL-141', paidBy: asId<'municipality'>('0851') } as const;
    const confirms = testPermit(coordinator, 'place:confirm');
    expect((await confirmStayOf(db, confirms, about('hendes'), commitment, deviations)).outcome).toBe('confirmed');
    expect(await there()).toBe(0);
    expect((await admitToStay(db, manages, about('hendes'), today, arrivalQuestions)).outcome).toBe('admitted');
    expect(await there()).toBe(1);
    expect((await undoAdmissionOf(db, manages, about('hendes'), 'opdigtet')).outcome).toBe('admission-undone');
    expect(await there()).toBe(0);
    await away.destroy();
  });

  test('is given to nobody who may not read it, though another has', async () => {
    await state(leader);
    await stay('inde', 0, 'a', `${year - 1}-02-01`, `${year - 1}-05-01`, 'discharged');
    expect(await held(coordinator)).not.toBeNull();
    const withoutRight = roles.filter((role) => !['coordinator', 'agency'].includes(role));
    let refused = 0;
    for (const role of withoutRight) {
      const actor = testActor(role, role === 'woman' ? { person: 'maja' } : undefined);
      const direct = await asActor(db, testPermit(actor, 'place:find'), { kind: 'list', id: null }, (tx) =>
        loadQualifications(tx, today, [unit.id]),
      );
      expect(await held(actor)).toEqual(direct.get(unit.id) ?? null);
      if (direct.size === 0) refused += 1;
    }
    expect(refused).toBeGreaterThan(0);
  });
});
