/** Nights that become free, in whatever way, are offered to whoever waits for them in the very act: no job has to run. */
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { addOrganisation, openTestPathways } from '../../test/pathways.ts';
import { needsOf, testFacility, testPlace, testUnit } from '../../test/provision.ts';
import { about } from '../../test/stays.ts';
import { asId, type Id } from '../domain/id.ts';
import { arrivalQuestions } from '../domain/placement/arrival.ts';
import { deviations } from '../domain/placement/confirm.ts';
import type { Need } from '../domain/placement/needs.ts';
import { nightsFrom } from '../domain/placement/nights.ts';
import { addDays, type Day, danishDay } from '../domain/time.ts';
import { databaseNow } from './database.ts';
import { agreeToMoveOf } from './placement-agree-to-move.ts';
import { admitToStay, dischargeFromStay } from './placement-arrive.ts';
import { confirmStayOf } from './placement-confirm.ts';
import { expireDueHolds } from './placement-expire.ts';
import { holdForPathway } from './placement-hold.ts';
import { leaveEarlierOf } from './placement-leave-earlier.ts';
import { changeDepartureOf, endStayOf } from './placement-move.ts';
import { addFacility } from './placement-provision.ts';
import { undoMoveOf, withdrawLeaveOf } from './placement-put-right.ts';
import { swapWithinUnit, undoSwapOf } from './placement-swap.ts';
import { askForPlace } from './placement-waiting-wish.ts';
import { beginLeave, endLeave, moveWithinUnit } from './placement-within.ts';

const { db, owner } = await testDatabase({ size: 20 });
const municipality = testPermit(testActor('care-decider'), 'place:confirm');
const leader = testPermit(testActor('unit-leader', { facility: testFacility.id }), 'place:manage');
const theirs = testPermit(testActor('care-decider', { id: asId<'organisation'>('anden-kommune') }), 'place:hold');
// One who waits needs what place a has and place b has not.
const unit = testUnit([testPlace('a', ['step-free']), testPlace('b')]);
const elsewhere = testUnit([testPlace('f')], { id: asId<'unit'>('strand'), name: 'Strand' });
await addFacility(owner, testFacility, [unit, elsewhere]);
for (const { actor } of [municipality, leader, theirs]) await addOrganisation(owner, actor.organisation);

let today: Day;
let hers: Id<'pathway'>;
let others: Id<'pathway'>;
let waiting: Id<'pathway'>;
let number = 0;
beforeEach(async () => {
  await sql`truncate stay, stay_part, stay_leave, stay_event, placement_request, placement_request_unit, placement_request_event, placement_offer,
    urgency_change cascade`.execute(owner);
  today = danishDay(await databaseNow(owner));
  number += 1;
  [hers, others] = [asId<'pathway'>(`hendes-${number}`), asId<'pathway'>(`anden-${number}`)];
  waiting = asId<'pathway'>(`venter-${number}`);
  await openTestPathways(db, municipality, [hers, others]);
  await openTestPathways(db, theirs, [waiting]);
});

type Asked = {
  readonly pathway?: Id<'pathway'>;
  readonly from?: number;
  readonly needs?: readonly Need[];
  readonly where?: Id<'unit'>;
  readonly saidYes?: true;
};

async function held(
  id: string,
  place: string,
  nights: number,
  { pathway = hers, from = 0, needs = [], where = unit.id, saidYes }: Asked = {},
  mostMoves = 0,
) {
  const asked = { needs, nights: nightsFrom(addDays(today, from), nights), mostMoves, unit: where, place: asId<'place'>(place), pathway };
  const herYes = saidYes ? ({ answer: 'yes' } as const) : null;
  const done = await holdForPathway(db, municipality, { ...asked, calledName: id, stay: asId<'stay'>(id), key: id, herYes });
  expect(done.outcome).toBe('held');
}

async function confirmed(id: string, place: string, nights: number, asked: Asked = {}): Promise<void> {
  await held(id, place, nights, asked);
  const commitment = { legalBasis: 'SUL-141', paidBy: asId<'municipality'>('0851') } as const;
  expect((await confirmStayOf(db, municipality, about(id), commitment, deviations)).outcome).toBe('confirmed');
}

async function lives(id: string, place: string, nights: number, asked: Asked = {}): Promise<void> {
  await confirmed(id, place, nights, asked);
  expect((await admitToStay(db, leader, about(id), today, arrivalQuestions)).outcome).toBe('admitted');
}

/** She is put on the list while no night that she can have is free. */
async function waits(): Promise<void> {
  const wish = { needs: needsOf('step-free'), party: { age: null, partner: null, children: [] }, earliest: today, nights: 60, reach: null };
  const id = asId<'request'>(`ønske-${waiting}`);
  expect(await askForPlace(db, theirs, { id, key: 'tryk', pathway: waiting, wish: { ...wish, units: [unit.id] } })).toMatchObject({
    status: 'waiting',
  });
}

/** From which day place a is offered her; null where it is not. */
async function offeredFrom(): Promise<number | null> {
  const row = await owner
    .selectFrom('placement_offer')
    .innerJoin('stay', 'stay.id', 'placement_offer.stay')
    .innerJoin('stay_part', 'stay_part.stay', 'stay.id')
    .select(['stay.arrival', 'stay_part.place'])
    .where('placement_offer.status', '=', 'open')
    .executeTakeFirst();
  if (!row) return null;
  expect(row.place).toBe('a');
  for (let days = 0; days < 30; days += 1) if (addDays(today, days) === row.arrival) return days;
  throw new Error(`offered from ${row.arrival}`);
}

const moveTo = (id: string, place: string, from: number) =>
  moveWithinUnit(db, leader, about(id), { place: asId<'place'>(place), from: addDays(today, from) });
const swapped = (from: number) => swapWithinUnit(db, leader, about('hendes'), { other: asId<'stay'>('anden'), from: addDays(today, from) });

type Way = readonly [
  string,
  { readonly before: () => Promise<unknown>; readonly act: () => Promise<{ readonly outcome: string }>; readonly free: number },
];

const noReason = { reason: null, text: '' } as const;

/** Before, no night of hers is free; the act frees them from a day on. */
const ways: readonly Way[] = [
  [
    'a hold is let go',
    { before: () => held('hendes', 'a', 90), act: () => endStayOf(db, municipality, about('hendes'), 'release', noReason), free: 0 },
  ],
  [
    'a confirmed place is withdrawn',
    {
      before: () => confirmed('hendes', 'a', 90),
      act: () => endStayOf(db, municipality, about('hendes'), 'withdraw', { ...noReason, text: 'fortrudt' }),
      free: 0,
    },
  ],
  [
    'the unit refuses',
    {
      before: () => confirmed('hendes', 'a', 90),
      act: () => endStayOf(db, leader, about('hendes'), 'refuse', { reason: 'staffing', text: 'ingen nattevagt' }),
      free: 0,
    },
  ],
  [
    'she leaves earlier',
    {
      before: () => lives('hendes', 'a', 90),
      act: () => leaveEarlierOf(db, leader, about('hendes'), { departure: addDays(today, 5), reason: 'hjem' }),
      free: 5,
    },
  ],
  [
    'her stay is shortened',
    {
      before: () => lives('hendes', 'a', 90),
      act: () => changeDepartureOf(db, municipality, about('hendes'), { departure: addDays(today, 6), onPlace: null, reason: 'kortere' }),
      free: 6,
    },
  ],
  [
    'she is discharged',
    {
      before: () => lives('hendes', 'a', 90),
      act: () => dischargeFromStay(db, leader, about('hendes'), today, { destination: 'own-home', to: 'hjem' }),
      free: 0,
    },
  ],
  [
    'she is discharged before a move that was planned',
    {
      before: async () => {
        await lives('hendes', 'b', 90);
        expect((await moveTo('hendes', 'a', 10)).outcome).toBe('moved');
      },
      act: () => dischargeFromStay(db, leader, about('hendes'), today, { destination: 'own-home', to: 'hjem' }),
      free: 0,
    },
  ],
  ['she moves to another place in the unit', { before: () => lives('hendes', 'a', 90), act: () => moveTo('hendes', 'b', 3), free: 3 }],
  [
    'a move that was planned comes to nothing',
    {
      before: async () => {
        await lives('hendes', 'b', 90);
        expect((await moveTo('hendes', 'a', 10)).outcome).toBe('moved');
      },
      act: () => undoMoveOf(db, leader, about('hendes'), addDays(today, 10), 'alligevel ikke'),
      free: 0,
    },
  ],
  [
    'two change places',
    {
      before: async () => {
        await lives('hendes', 'a', 90);
        await lives('anden', 'b', 7, { pathway: others });
      },
      act: () => swapped(2),
      free: 7,
    },
  ],
  [
    'two who were to change places do not',
    {
      before: async () => {
        await lives('hendes', 'b', 90);
        await lives('anden', 'a', 7, { pathway: others });
        expect((await swapped(3)).outcome).toBe('swapped');
      },
      act: () => undoSwapOf(db, leader, about('hendes'), addDays(today, 3), 'alligevel ikke'),
      free: 7,
    },
  ],
  [
    'one is moved for another, who needs the place for less long',
    {
      before: () => confirmed('hendes', 'a', 90, { from: 2 }),
      act: async () => {
        await held('anden', 'a', 4, { pathway: others, needs: needsOf('step-free') }, 1);
        return { outcome: 'held' };
      },
      free: 4,
    },
  ],
  [
    'a place in another unit is confirmed for her from a day on, and she has said yes',
    {
      before: () => lives('hendes', 'a', 90),
      act: async () => {
        await confirmed('ny', 'f', 40, { from: 8, where: elsewhere.id, saidYes: true });
        return { outcome: 'confirmed' };
      },
      free: 8,
    },
  ],
  [
    'she says yes to a place in another unit that was confirmed before',
    {
      before: async () => {
        await lives('hendes', 'a', 90);
        await confirmed('ny', 'f', 40, { from: 8, where: elsewhere.id });
      },
      act: () => agreeToMoveOf(db, municipality, about('ny')),
      free: 8,
    },
  ],
];

const done = [
  'ended',
  'leaves-earlier',
  'departure-changed',
  'discharged',
  'moved',
  'move-undone',
  'swapped',
  'swap-undone',
  'held',
  'confirmed',
  'move-agreed',
];

describe('nights that become free are offered in the same act', () => {
  test.each(ways)('when %s', async (_, { before, act, free }) => {
    await before();
    await waits();
    expect(await offeredFrom()).toBeNull();
    expect(done).toContain((await act()).outcome);
    expect(await offeredFrom()).toBe(free);
  });

  test('when a hold runs out and is cleared away', async () => {
    await held('hendes', 'a', 90);
    await waits();
    await sql`update stay set held_until = clock_timestamp() - interval '1 second' where status = 'held'`.execute(owner);
    expect(await expireDueHolds(db)).toBe(1);
    expect(await offeredFrom()).toBe(0);
  });
});

test('nights that she is away are kept for her: neither a leave, nor its end, nor a leave that is taken back frees any', async () => {
  await lives('hendes', 'a', 90);
  await waits();
  const leave = { from: today, back: addDays(today, 4), reason: 'family', text: '' } as const;
  expect((await beginLeave(db, leader, about('hendes'), leave)).outcome).toBe('on-leave');
  expect(await offeredFrom()).toBeNull();
  expect((await withdrawLeaveOf(db, leader, about('hendes'), leave, 'forkert')).outcome).toBe('leave-withdrawn');
  expect(await offeredFrom()).toBeNull();
  expect((await beginLeave(db, leader, about('hendes'), leave)).outcome).toBe('on-leave');
  expect((await endLeave(db, leader, about('hendes'), today)).outcome).toBe('returned');
  expect(await offeredFrom()).toBeNull();
});

test('a stay that is made longer offers nothing, and takes the nights before anyone who waits', async () => {
  await lives('hendes', 'a', 20);
  await waits();
  const longer = { departure: addDays(today, 90), onPlace: null, reason: 'længere' };
  expect((await changeDepartureOf(db, municipality, about('hendes'), longer)).outcome).toBe('departure-changed');
  expect(await offeredFrom()).toBeNull();
});
