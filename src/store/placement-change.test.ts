import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { addOrganisation, factsTold, openTestPathways } from '../../test/pathways.ts';
import { about } from '../../test/stays.ts';
import { needsOf, testFacility, testPlace, testUnit } from '../../test/provision.ts';
import { asId, type Id } from '../domain/id.ts';
import { arrivalQuestions } from '../domain/placement/arrival.ts';
import { deviations } from '../domain/placement/confirm.ts';
import type { Need } from '../domain/placement/needs.ts';
import { type Nights, nightsFrom } from '../domain/placement/nights.ts';
import { addDays, type Day, danishDay } from '../domain/time.ts';
import { databaseNow } from './database.ts';
import { confirmStayOf } from './placement-confirm.ts';
import { holdForPathway } from './placement-hold.ts';
import type { HoldOutcome, HoldRequest } from './placement-hold-write.ts';
import { admitToStay } from './placement-arrive.ts';
import { addFacility } from './placement-provision.ts';

const { db, owner } = await testDatabase({ size: 40 });
const mine = testPermit(testActor('coordinator'), 'place:hold');
const theirs = testPermit(testActor('care-decider', { id: asId<'organisation'>('kom-0461'), name: 'En anden kommune' }), 'place:hold');
const leader = testPermit(testActor('unit-leader', { facility: testFacility.id }), 'place:manage');
const unit = testUnit([testPlace('1', ['mother-and-baby']), testPlace('2', ['partner'])]);
const women = Array.from({ length: 50 }, (_, index) => asId<'pathway'>(`kvinde-${index}`));
const [first, second] = [asId<'pathway'>('først'), asId<'pathway'>('siden')];
await addFacility(owner, testFacility, [unit]);
for (const { actor } of [mine, theirs, leader]) await addOrganisation(owner, actor.organisation);
await openTestPathways(db, mine, women);
await openTestPathways(db, theirs, [first, second]);

let today: Day;
beforeEach(async () => {
  await sql`truncate stay, stay_part, stay_leave, stay_event cascade`.execute(owner);
  await sql`delete from pathway_fact where type = 'place-changed'`.execute(owner);
  today = danishDay(await databaseNow(owner));
});

const nights = (offset: number, count: number): Nights => nightsFrom(addDays(today, offset), count);

function request(index: number, differs: Partial<HoldRequest> = {}): HoldRequest {
  return {
    stay: asId<'stay'>(`ophold-${index}`),
    key: `tryk-${index}`,
    pathway: women[index] ?? asId<'pathway'>('ingen'),
    calledName: `Kvinde ${index}`,
    unit: unit.id,
    place: asId<'place'>('1'),
    needs: needsOf('mother-and-baby'),
    nights: nights(2, 10),
    mostMoves: 2,
    ...differs,
  };
}

const ask = (index: number, differs: Partial<HoldRequest> = {}): Promise<HoldOutcome> => holdForPathway(db, mine, request(index, differs));

/** On place 1 from the sixth day, on place 2 from the twelfth: only if they change places can she have place 1 from the second. */
async function twoWhoCanChange({ needs = [] }: { readonly needs?: readonly Need[] } = {}): Promise<void> {
  const hold = async (pathway: Id<'pathway'>, place: string, of: Nights, must: readonly Need[]): Promise<void> => {
    const stay = asId<'stay'>(pathway);
    const held = await holdForPathway(
      db,
      theirs,
      request(0, { stay, key: pathway, pathway, place: asId<'place'>(place), nights: of, needs: must, mostMoves: 0 }),
    );
    expect(held.outcome).toBe('held');
  };
  await hold(first, '1', nights(6, 14), []);
  await hold(second, '2', nights(12, 20), needs);
}

async function places(): Promise<Readonly<Record<string, string>>> {
  return Object.fromEntries(
    (await owner.selectFrom('stay_part').select(['stay', 'place']).execute()).map(({ stay, place }) => [stay, place]),
  );
}

describe('two who have not come', () => {
  test('change places with each other, so that she can come, and their pathways tell it', async () => {
    await twoWhoCanChange();

    expect(await ask(0)).toMatchObject({ outcome: 'held', stay: 'ophold-0' });

    expect(await places()).toEqual({ først: '2', siden: '1', 'ophold-0': '1' });
    for (const pathway of [first, second]) expect(await factsTold(owner, pathway)).toContain('place-changed');
    const events = await owner
      .selectFrom('stay_event')
      .select(['stay', 'act', 'status', 'data'])
      .where('act', '=', 'change-place')
      .execute();
    expect(events.toSorted((one, other) => (one.stay < other.stay ? -1 : 1))).toEqual([
      { stay: 'først', act: 'change-place', status: 'held', data: { from: '1', to: '2' } },
      { stay: 'siden', act: 'change-place', status: 'held', data: { from: '2', to: '1' } },
    ]);
  });

  test('stay where they are when one of them would not have what she needs', async () => {
    await twoWhoCanChange({ needs: needsOf('partner') });

    expect(await ask(0)).toMatchObject({ outcome: 'not-free' });
    expect(await places()).toEqual({ først: '1', siden: '2' });
  });

  test('stay where they are when it takes more moves than the asker was shown', async () => {
    await twoWhoCanChange();

    expect(await ask(0, { mostMoves: 1 })).toMatchObject({ outcome: 'not-free' });
    expect(await places()).toEqual({ først: '1', siden: '2' });
  });

  test('stay where they are when the hold cannot be written: all of it happens or nothing', async () => {
    await twoWhoCanChange();

    await expect(ask(0, { stay: asId<'stay'>('først') })).rejects.toThrow('duplicate key');
    expect(await places()).toEqual({ først: '1', siden: '2' });
    expect(await factsTold(owner, first)).not.toContain('place-changed');
  });

  test('are left alone once one of them has come', async () => {
    await holdForPathway(
      db,
      theirs,
      request(0, { stay: asId<'stay'>('først'), key: 'f', pathway: first, nights: nights(0, 20), needs: [] }),
    );
    expect((await admitToStay(db, leader, about('først'), today, arrivalQuestions)).outcome).toBe('admitted');

    expect(await ask(0)).toMatchObject({ outcome: 'not-free' });
    expect(await places()).toEqual({ først: '1' });
  });
});

test('fifty at once for the last way to make room are one who gets it', async () => {
  await twoWhoCanChange();
  const started = performance.now();
  const outcomes = await Promise.all(women.map((_, index) => ask(index)));
  console.info(`50 at once for one place with two moves: ${Math.round(performance.now() - started)} ms in all`);

  expect(outcomes.filter(({ outcome }) => outcome === 'held')).toHaveLength(1);
  expect(outcomes.filter(({ outcome }) => outcome === 'not-free')).toHaveLength(49);
  expect(await places()).toMatchObject({ først: '2', siden: '1' });
  expect((await factsTold(owner, first)).filter((type) => type === 'place-changed')).toHaveLength(1);
});

test('one who is moved and confirmed at the same moment is both', async () => {
  await twoWhoCanChange();
  const [held, confirmed] = await Promise.all([
    ask(0),
    confirmStayOf(db, theirs, about('først'), { legalBasis: 'SEL-107-2-2', paidBy: asId<'municipality'>('0461') }, deviations),
  ]);

  expect([held.outcome, confirmed.outcome]).toEqual(['held', 'confirmed']);
  const row = await owner.selectFrom('stay_part').select(['place', 'status']).where('stay', '=', asId<'stay'>('først')).executeTakeFirst();
  expect(row).toEqual({ place: '2', status: 'confirmed' });
});
