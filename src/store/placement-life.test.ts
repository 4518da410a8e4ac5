/** The rest of a stay: longer after the birth, nights away, another place, another unit, and what an ended pathway still takes. */
import { beforeEach, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { addOrganisation, factsTold, openTestPathways } from '../../test/pathways.ts';
import { needsOf, testFacility, testPlace, testUnit } from '../../test/provision.ts';
import { about } from '../../test/stays.ts';
import { asId, type Id } from '../domain/id.ts';
import type { PathwayFact } from '../domain/pathway/facts.ts';
import { arrivalQuestions } from '../domain/placement/arrival.ts';
import { deviations } from '../domain/placement/confirm.ts';
import type { Need } from '../domain/placement/needs.ts';
import { type Nights, nightsFrom } from '../domain/placement/nights.ts';
import { addDays, type Day, danishDay } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, databaseNow } from './database.ts';
import { appendFact, readPathway, recordedBy } from './pathway.ts';
import { rebuildPathways } from './pathway-rebuild.ts';
import { admitToStay, dischargeFromStay } from './placement-arrive.ts';
import { confirmStayOf } from './placement-confirm.ts';
import { holdForPathway } from './placement-hold.ts';
import type { HoldOutcome } from './placement-hold-write.ts';
import { changeDepartureOf, extendHoldOf } from './placement-move.ts';
import { addFacility } from './placement-provision.ts';
import { unitMaterial } from './placement-search.ts';
import { oneStay } from './placement-stays.ts';
import { beginLeave, endLeave, moveWithinUnit } from './placement-within.ts';

const { db, owner } = await testDatabase();
const otherFacility = { ...testFacility, id: asId<'facility'>('fjordhuset'), name: 'Fjordhuset (opdigtet)' };
const municipality = testPermit(testActor('care-decider'), 'place:confirm');
const clinic = testPermit(testActor('family-clinic'), 'place:hold');
const leader = testPermit(testActor('unit-leader', { facility: testFacility.id }), 'place:manage');
const otherLeader = testPermit(
  testActor('unit-leader', { id: asId<'organisation'>('dt-fjordhuset'), name: 'Fjordhuset (opdigtet)', facility: otherFacility.id }),
  'place:manage',
);
const unit = testUnit([testPlace('a', ['mother-and-baby']), testPlace('b', ['mother-and-baby']), testPlace('c')]);
const otherUnit = testUnit([testPlace('f')], { id: asId<'unit'>('strand'), facility: otherFacility.id, name: 'Strand' });
await addFacility(owner, testFacility, [unit]);
await addFacility(owner, otherFacility, [otherUnit]);
for (const { actor } of [municipality, clinic, leader, otherLeader]) await addOrganisation(owner, actor.organisation);

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

function hold(
  stay: string,
  place: string,
  nights: Nights,
  differs: { pathway?: Id<'pathway'>; needs?: readonly Need[]; unit?: Id<'unit'> } = {},
) {
  return holdForPathway(db, municipality, {
    stay: asId<'stay'>(stay),
    key: stay,
    pathway: hers,
    calledName: 'Maja',
    unit: unit.id,
    place: asId<'place'>(place),
    needs: [],
    nights,
    mostMoves: 0,
    ...differs,
  });
}

/** She is on place a from today for thirty nights. */
async function settled(): Promise<void> {
  expect((await hold('hendes', 'a', nightsFrom(today, 30))).outcome).toBe('held');
  const commitment = { legalBasis: 'SUL-141', paidBy: asId<'municipality'>('0851') } as const;
  expect((await confirmStayOf(db, municipality, about('hendes'), commitment, deviations)).outcome).toBe('confirmed');
  expect((await admitToStay(db, leader, about('hendes'), today, arrivalQuestions)).outcome).toBe('admitted');
}

/** Somebody else on a place of the unit. */
async function another(stay: string, place: string, nights: Nights): Promise<HoldOutcome> {
  const pathway = asId<'pathway'>(`${stay}-${number}`);
  await openTestPathways(db, municipality, [pathway]);
  return hold(stay, place, nights, { pathway });
}

async function runOut(stay: string): Promise<void> {
  await sql`update stay set held_until = clock_timestamp() - interval '1 minute' where id = ${stay}`.execute(owner);
}

async function partsOf(stay: string): Promise<readonly string[]> {
  const read = await oneStay(db, municipality, asId<'stay'>(stay));
  return (read?.parts ?? []).map(({ place, nights }) => `${place} ${nights.arrival} ${nights.departure}`);
}

async function tell(permit: Permit, fact: PathwayFact): Promise<void> {
  await asActor(db, permit, { kind: 'pathway', id: hers }, (tx) => appendFact(tx, hers, fact, recordedBy(permit, today)));
}

const longer = (departure: Day, onPlace: string | null = null): ReturnType<typeof changeDepartureOf> =>
  changeDepartureOf(db, municipality, about('hendes'), {
    departure,
    onPlace: onPlace === null ? null : asId<'place'>(onPlace),
    reason: 'Barnet er født',
  });

describe('another departure', () => {
  test('is hers when her place is free, and her pathway tells it', async () => {
    await settled();

    expect((await longer(addDays(today, 60))).outcome).toBe('departure-changed');
    expect(await partsOf('hendes')).toEqual([`a ${today} ${addDays(today, 60)}`]);
    expect((await factsTold(owner, hers)).at(-1)).toBe('departure-changed');
    const pathway = await asActor(db, municipality, { kind: 'pathway', id: hers }, (tx) => readPathway(tx, hers));
    expect(pathway?.pathway.stay?.departure).toBe(addDays(today, 60));
  });

  test('that is earlier frees the place for the next', async () => {
    await settled();
    expect((await another('naeste', 'a', nightsFrom(addDays(today, 20), 10))).outcome).toBe('not-free');

    expect((await longer(addDays(today, 20))).outcome).toBe('departure-changed');
    expect((await hold('naeste', 'a', nightsFrom(addDays(today, 20), 10), { pathway: asId<'pathway'>(`naeste-${number}`) })).outcome).toBe(
      'held',
    );
  });

  test('names who is in the way, until when she can stay, and the places she can have instead; on one of them she moves within her stay', async () => {
    await settled();
    await another('naeste', 'a', nightsFrom(addDays(today, 40), 10));
    await tell(municipality, { type: 'event', kind: 'birth', text: '' });

    expect(await longer(addDays(today, 60))).toMatchObject({
      outcome: 'cannot-stay-on',
      blocks: [{ kind: 'taken', from: addDays(today, 40) }],
      instead: { until: addDays(today, 40), places: [{ id: 'b' }] },
    });
    expect((await longer(addDays(today, 60), 'b')).outcome).toBe('departure-changed');
    expect(await partsOf('hendes')).toEqual([`a ${today} ${addDays(today, 30)}`, `b ${addDays(today, 30)} ${addDays(today, 60)}`]);
    expect((await another('efter', 'a', nightsFrom(addDays(today, 30), 5))).outcome).toBe('held');
    expect((await another('ogsaa', 'b', nightsFrom(addDays(today, 50), 5))).outcome).toBe('not-free');
  });

  test('on a place whose hold ran out is hers, though nobody has cleared the hold away', async () => {
    await settled();
    await another('udloebet', 'b', nightsFrom(addDays(today, 35), 10));
    await runOut('udloebet');

    expect((await longer(addDays(today, 60), 'b')).outcome).toBe('departure-changed');
    expect((await factsTold(owner, asId<'pathway'>(`udloebet-${number}`))).at(-1)).toBe('hold-ended');
  });

  test('is changed by those who pay, and by nobody else', async () => {
    await settled();
    await tell(municipality, { type: 'party-joined', organisation: clinic.actor.organisation.id, organisationName: 'K', task: '' });
    const asked = { departure: addDays(today, 40), onPlace: null, reason: 'x' };

    await expect(changeDepartureOf(db, clinic, about('hendes'), asked)).rejects.toThrow('is not moved by the one who asks');
  });
});

describe('a move within the unit', () => {
  test('from a day on gives her another place, and the first is free from then', async () => {
    await settled();

    expect(await moveWithinUnit(db, leader, about('hendes'), { place: asId<'place'>('c'), from: addDays(today, 9) })).toMatchObject({
      outcome: 'moved',
      lacks: [],
    });
    expect(await partsOf('hendes')).toEqual([`a ${today} ${addDays(today, 9)}`, `c ${addDays(today, 9)} ${addDays(today, 30)}`]);
    expect((await another('naeste', 'a', nightsFrom(addDays(today, 9), 10))).outcome).toBe('held');
    expect((await factsTold(owner, hers)).at(-1)).toBe('place-changed');
  });

  test('is to a place whose hold ran out, though nobody has cleared the hold away', async () => {
    await settled();
    await another('udloebet', 'b', nightsFrom(addDays(today, 5), 10));
    await runOut('udloebet');

    expect((await moveWithinUnit(db, leader, about('hendes'), { place: asId<'place'>('b'), from: today })).outcome).toBe('moved');
  });

  test('is refused where another is, and says what the new place does not have', async () => {
    await hold('hendes', 'a', nightsFrom(today, 30), { needs: needsOf('mother-and-baby') });
    await another('naeste', 'b', nightsFrom(addDays(today, 20), 10));

    expect((await moveWithinUnit(db, leader, about('hendes'), { place: asId<'place'>('b'), from: today })).outcome).toBe('place-not-free');
    expect(await moveWithinUnit(db, leader, about('hendes'), { place: asId<'place'>('c'), from: today })).toMatchObject({
      outcome: 'moved',
      lacks: ['mother-and-baby'],
    });
  });
});

describe('leave', () => {
  test('keeps her place, is seen by the unit, and ends the day she is back', async () => {
    await settled();
    const leave = { from: today, back: addDays(today, 3), reason: 'family', text: 'hos sin mor' } as const;

    expect((await beginLeave(db, leader, about('hendes'), leave)).outcome).toBe('on-leave');
    expect((await another('naeste', 'a', nightsFrom(today, 2))).outcome).toBe('not-free');
    const seen = await unitMaterial(db, leader, unit.id);
    expect(seen?.stays[0]?.leaves).toEqual([leave]);
    expect((await beginLeave(db, leader, about('hendes'), leave)).outcome).toBe('on-leave-already');

    expect(await endLeave(db, leader, about('hendes'), today)).toEqual({ outcome: 'returned', from: today, back: today });
    expect((await beginLeave(db, leader, about('hendes'), leave)).outcome).toBe('on-leave');
    expect((await factsTold(owner, hers)).slice(-3)).toEqual(['leave-begun', 'leave-ended', 'leave-begun']);
  });
});

describe('a transfer to another unit', () => {
  test('is one act: she leaves and comes on the same day, one facility goes out of the team and the other comes in', async () => {
    await settled();
    expect((await hold('ny', 'f', nightsFrom(today, 40), { unit: otherUnit.id })).outcome).toBe('held');
    const commitment = { legalBasis: 'SUL-141', paidBy: asId<'municipality'>('0851') } as const;
    await confirmStayOf(db, municipality, about('ny'), commitment, deviations);

    expect(await admitToStay(db, otherLeader, about('ny'), today, arrivalQuestions)).toMatchObject({
      outcome: 'admitted',
      remarks: ['contract-not-offered', 'move-not-agreed'],
    });
    const statuses = await owner.selectFrom('stay').select(['id', 'status', 'departure']).orderBy('id').execute();
    expect(statuses).toEqual([
      { id: 'hendes', status: 'discharged', departure: today },
      { id: 'ny', status: 'admitted', departure: addDays(today, 40) },
    ]);
    expect((await factsTold(owner, hers)).slice(-4)).toEqual(['discharged', 'party-left', 'party-joined', 'admitted']);
    const team = await owner
      .selectFrom('care_team_member')
      .select('organisation')
      .where('pathway', '=', hers)
      .orderBy('organisation')
      .execute();
    expect(team.map(({ organisation }) => organisation)).toEqual(['dt-fjordhuset', municipality.actor.organisation.id]);
    const acts = await owner
      .selectFrom('stay_event')
      .select(['stay', 'act', 'happened', 'by_name'])
      .where('act', 'in', ['discharge'])
      .execute();
    expect(acts).toEqual([{ stay: 'hendes', act: 'discharge', happened: today, by_name: otherLeader.actor.name }]);
    expect((await another('naeste', 'a', nightsFrom(today, 10))).outcome).toBe('held');
    expect((await rebuildPathways(owner)).differences).toEqual([]);
  });

  test('written as before she came to the unit she moves from is recorded, and says that she is admitted there still', async () => {
    await settled();
    await hold('ny', 'f', nightsFrom(today, 40), { unit: otherUnit.id });
    const commitment = { legalBasis: 'SUL-141', paidBy: asId<'municipality'>('0851') } as const;
    await confirmStayOf(db, municipality, about('ny'), commitment, deviations);

    expect(await admitToStay(db, otherLeader, about('ny'), addDays(today, -1), arrivalQuestions)).toMatchObject({
      outcome: 'admitted',
      remarks: ['came-earlier', 'not-discharged-elsewhere', 'contract-not-offered', 'move-not-agreed'],
    });
    expect(await owner.selectFrom('stay').select(['id', 'status']).orderBy('id').execute()).toEqual([
      { id: 'hendes', status: 'admitted' },
      { id: 'ny', status: 'admitted' },
    ]);
    const told = await factsTold(owner, hers);
    expect([told.includes('discharged'), told.at(-1)]).toEqual([false, 'admitted']);
  });

  test('that comes to nothing changes nothing where she is', async () => {
    await settled();
    await hold('ny', 'f', nightsFrom(addDays(today, 5), 40), { unit: otherUnit.id });
    await sql`update stay set held_until = clock_timestamp() where id = 'ny'`.execute(owner);

    expect((await dischargeFromStay(db, leader, about('hendes'), today, { destination: 'hospital', to: '' })).outcome).toBe('discharged');
    expect((await factsTold(owner, hers)).slice(-1)).toEqual(['party-left']);
  });
});

describe('an ended pathway', () => {
  test('takes no new hold, extension or confirmation, and takes what happened', async () => {
    await hold('hendes', 'a', nightsFrom(today, 30));
    await tell(municipality, { type: 'pathway-ended', reason: 'opdigtet' });

    expect(await extendHoldOf(db, municipality, about('hendes'))).toEqual({ outcome: 'pathway-ended' });
    const commitment = { legalBasis: 'SUL-141', paidBy: asId<'municipality'>('0851') } as const;
    expect(await confirmStayOf(db, municipality, about('hendes'), commitment, deviations)).toEqual({ outcome: 'pathway-ended' });
    expect(await hold('ny', 'b', nightsFrom(today, 30))).toEqual({ outcome: 'pathway-ended' });

    expect(await admitToStay(db, leader, about('hendes'), today, arrivalQuestions)).toMatchObject({
      outcome: 'admitted',
      remarks: ['not-confirmed', 'stay-not-agreed', 'pathway-ended'],
    });
    expect(await longer(addDays(today, 60))).toEqual({ outcome: 'pathway-ended' });
    expect(await dischargeFromStay(db, leader, about('hendes'), today, { destination: 'own-home', to: '' })).toMatchObject({
      outcome: 'discharged',
      remarks: ['pathway-ended'],
    });
  });
});

test('the database refuses parts that are not the nights of the stay', async () => {
  await hold('hendes', 'a', nightsFrom(today, 30));

  await expect(sql`update stay_part set departure = departure - 1 where stay = 'hendes'`.execute(owner)).rejects.toThrow(
    'are not its nights',
  );
  await expect(sql`update stay set departure = departure + 1 where id = 'hendes'`.execute(owner)).rejects.toThrow('are not its nights');
  await expect(sql`delete from stay_part`.execute(owner)).rejects.toThrow('are not its nights');
});
