/** A discharge that was written by mistake: put right by the unit for a short time, while her place is free, and kept in the history. */
import { beforeEach, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { testDatabase } from '../../test/database.ts';
import { factsTold, openTestPathways } from '../../test/pathways.ts';
import { testPlace } from '../../test/provision.ts';
import { about } from '../../test/stays.ts';
import { addTwoHouses } from '../../test/two-houses.ts';
import { asId, type Id } from '../domain/id.ts';
import { arrivalQuestions } from '../domain/placement/arrival.ts';
import { deviations } from '../domain/placement/confirm.ts';
import { sheAlone } from '../domain/placement/needs.ts';
import { type Nights, nightsFrom } from '../domain/placement/nights.ts';
import { undoDischargeEditions } from '../domain/placement/undo-discharge.ts';
import { addDays, type Day, danishDay } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, databaseNow } from './database.ts';
import { readPathway } from './pathway.ts';
import { rebuildPathways } from './pathway-rebuild.ts';
import { admitToStay, dischargeFromStay } from './placement-arrive.ts';
import { confirmStayOf } from './placement-confirm.ts';
import { holdForPathway } from './placement-hold.ts';
import { oneStay } from './placement-stays.ts';
import { seeUndoDischarge, undoDischargeOf } from './placement-undo-discharge.ts';
import { askForPlace } from './placement-waiting-wish.ts';
import { moveWithinUnit } from './placement-within.ts';

const { db, owner } = await testDatabase();
const { municipality, leader, otherLeader, unit, otherUnit } = await addTwoHouses(owner, [testPlace('a'), testPlace('b')]);

const stay = asId<'stay'>('hendes');
const mistake = { why: 'Skrevet på den forkerte', onPlace: null };
let today: Day;
let hers: Id<'pathway'>;
let number = 0;
beforeEach(async () => {
  await sql`truncate stay, stay_part, stay_leave, stay_event cascade`.execute(owner);
  today = danishDay(await databaseNow(owner));
  number += 1;
  hers = asId<'pathway'>(`hendes-${number}`);
  await openTestPathways(db, municipality, [hers, asId<'pathway'>(`anden-${number}`)]);
});

async function comes(id: string, place: string, nights: Nights, pathway = hers, at = { unit: unit.id, by: leader }): Promise<void> {
  const asked = { needs: [], nights, mostMoves: 0, unit: at.unit, place: asId<'place'>(place), pathway, calledName: id };
  expect((await holdForPathway(db, municipality, { ...asked, stay: asId<'stay'>(id), key: id })).outcome).toBe('held');
  const commitment = { legalBasis: 'SUL-141', paidBy: asId<'municipality'>('0851') } as const;
  expect((await confirmStayOf(db, municipality, about(id), commitment, deviations)).outcome).toBe('confirmed');
  if (nights.arrival <= today) expect((await admitToStay(db, at.by, about(id), today, arrivalQuestions)).outcome).toBe('admitted');
}

async function leaves(): Promise<void> {
  expect((await dischargeFromStay(db, leader, about('hendes'), today, { destination: 'own-home', to: '' })).outcome).toBe('discharged');
}

const partsNow = async () => (await oneStay(db, leader, stay))?.parts.map(({ place, nights }) => ({ place, nights }));

describe('a discharge that was written by mistake', () => {
  test('is put right as it stood, told on her pathway, and nothing of it is deleted', async () => {
    await comes('hendes', 'a', nightsFrom(today, 30));
    await moveWithinUnit(db, leader, about('hendes'), { place: asId<'place'>('b'), from: addDays(today, 10) });
    const before = await partsNow();
    await leaves();
    expect((await seeUndoDischarge(db, leader, stay, null))?.outcome).toBe('discharge-undone');

    expect((await undoDischargeOf(db, leader, about('hendes'), mistake)).outcome).toBe('discharge-undone');

    expect(await partsNow()).toEqual(before);
    const told = await factsTold(owner, hers);
    expect(told.slice(-4)).toEqual(['discharged', 'party-left', 'party-joined', 'discharge-withdrawn']);
    const events = await owner.selectFrom('stay_event').select(['act', 'status']).orderBy('sequence').execute();
    expect(events.slice(-2)).toEqual([
      { act: 'discharge', status: 'discharged' },
      { act: 'undo-discharge', status: 'admitted' },
    ]);
    const pathway = await asActor(db, municipality, { kind: 'pathway', id: hers }, (tx) => readPathway(tx, hers));
    expect(pathway?.pathway).toMatchObject({ phase: 'in-stay', stay: { status: 'admitted', dischargedOn: null } });
    expect(pathway?.pathway.team.map(({ organisation }) => organisation)).toContain(leader.actor.organisation.id);
    expect((await rebuildPathways(owner)).differences).toEqual([]);
    // She can be discharged again, and that one counts.
    await leaves();
    expect((await oneStay(db, leader, stay))?.status).toBe('discharged');
  });

  test('counts no more among the numbers: she has not completed her stay', async () => {
    await comes('hendes', 'a', nightsFrom(today, 30));
    await leaves();
    const completed = () =>
      owner.selectFrom('counted_fact').select('number').where('kind', '=', 'completed').where('withdrawn', 'is', null).execute();
    const before = (await completed()).length;
    await undoDischargeOf(db, leader, about('hendes'), mistake);
    expect((await completed()).length).toBe(before - 1);
  });

  test('on the very day she came gives her the nights that were agreed', async () => {
    await comes('hendes', 'a', nightsFrom(today, 30));
    await leaves();
    expect(await partsNow()).toEqual([{ place: 'a', nights: { arrival: today, departure: today } }]);
    await undoDischargeOf(db, leader, about('hendes'), mistake);
    expect(await partsNow()).toEqual([{ place: 'a', nights: nightsFrom(today, 30) }]);
  });

  test('is not put right on a place that is somebody else’s since; she can have another from that night, and no two are on one', async () => {
    await comes('hendes', 'a', nightsFrom(today, 30));
    await leaves();
    await comes('anden', 'a', nightsFrom(addDays(today, 4), 8), asId<'pathway'>(`anden-${number}`));

    expect(await undoDischargeOf(db, leader, about('hendes'), mistake)).toMatchObject({
      outcome: 'place-taken',
      place: 'Plads a',
      from: addDays(today, 4),
      instead: [{ place: { id: 'b' } }],
    });
    const there = { ...mistake, onPlace: asId<'place'>('b') };
    expect((await undoDischargeOf(db, leader, about('hendes'), there)).outcome).toBe('discharge-undone');
    expect(await partsNow()).toEqual([
      { place: 'a', nights: nightsFrom(today, 4) },
      { place: 'b', nights: nightsFrom(addDays(today, 4), 26) },
    ]);
    expect((await factsTold(owner, hers)).slice(-2)).toEqual(['discharge-withdrawn', 'place-changed']);
  });

  test('goes before the next who waits where an offer of her place has run out, and the next is offered what is free beside it', async () => {
    await comes('hendes', 'a', nightsFrom(today, 30));
    await comes('andens', 'b', nightsFrom(today, 30), asId<'pathway'>(`anden-${number}`));
    const waits = [asId<'pathway'>(`venter-${number}`), asId<'pathway'>(`venter-ogsaa-${number}`)];
    await openTestPathways(db, municipality, waits);
    for (const pathway of waits) {
      const wish = { needs: [], party: sheAlone, earliest: today, nights: 20, units: [unit.id], reach: null };
      expect((await askForPlace(db, municipality, { id: asId<'request'>(`oenske-${pathway}`), key: 'tryk', pathway, wish })).outcome).toBe(
        'asked',
      );
    }
    await leaves();
    const offers = async () =>
      (await owner.selectFrom('placement_offer').select('status').orderBy('offered').execute()).map(({ status }) => status);
    expect(await offers()).toEqual(['open']);
    expect((await undoDischargeOf(db, leader, about('hendes'), mistake)).outcome).toBe('place-taken');

    await sql`update stay set held_until = clock_timestamp() - interval '1 second' where status = 'held'`.execute(owner);
    expect((await seeUndoDischarge(db, leader, stay, null))?.outcome).toBe('discharge-undone');
    expect((await undoDischargeOf(db, leader, { ...about('hendes'), key: 'igen' }, mistake)).outcome).toBe('discharge-undone');
    expect(await offers()).toEqual(['unanswered']);
    // The other woman leaves, and the next is offered her place.
    const gone = await dischargeFromStay(db, leader, about('andens'), today, { destination: 'own-home', to: '' });
    expect(gone.outcome).toBe('discharged');
    expect(await offers()).toEqual(['unanswered', 'open']);
    await sql`truncate placement_request, placement_request_unit, placement_request_event, placement_offer cascade`.execute(owner);
  });

  test('is not put right after the time, by another house, or once she lives elsewhere', async () => {
    await comes('hendes', 'a', nightsFrom(today, 30));
    await leaves();
    expect((await undoDischargeOf(db, otherLeader, about('hendes'), mistake)).outcome).toBe('no-such-stay');
    expect(await seeUndoDischarge(db, municipality, stay, null)).toBeNull();

    await sql`update stay_event set recorded = recorded - interval '73 hours' where act = 'discharge'`.execute(owner);
    expect((await undoDischargeOf(db, leader, about('hendes'), mistake)).outcome).toBe('too-late');
    await sql`update stay_event set recorded = recorded + interval '73 hours' where act = 'discharge'`.execute(owner);

    await comes('ny', 'f', nightsFrom(today, 20), hers, { unit: otherUnit.id, by: otherLeader });
    expect((await undoDischargeOf(db, leader, about('hendes'), mistake)).outcome).toBe('lives-elsewhere');
  });

  test('in the house she went to is not put right while she is back where she came from', async () => {
    await comes('hendes', 'a', nightsFrom(today, 30));
    const asked = { needs: [], nights: nightsFrom(today, 20), mostMoves: 0, unit: otherUnit.id, place: asId<'place'>('f') };
    const next = asId<'stay'>('ny');
    await holdForPathway(db, municipality, { ...asked, pathway: hers, calledName: 'ny', stay: next, key: 'ny' });
    const commitment = { legalBasis: 'SUL-141', paidBy: asId<'municipality'>('0851') } as const;
    await confirmStayOf(db, municipality, about('ny'), commitment, deviations);
    expect((await oneStay(db, municipality, next))?.transferFrom).toBe(stay);
    await leaves();
    expect((await admitToStay(db, otherLeader, about('ny'), today, arrivalQuestions)).outcome).toBe('admitted');
    await dischargeFromStay(db, otherLeader, about('ny'), today, { destination: 'own-home', to: '' });
    expect((await undoDischargeOf(db, leader, about('hendes'), mistake)).outcome).toBe('discharge-undone');

    expect((await undoDischargeOf(db, otherLeader, about('ny'), mistake)).outcome).toBe('lives-elsewhere');
  });

  describe('is put back in the database, whatever the application asks it,', () => {
    const puts = (permit: Permit, arrival: Day = today) =>
      asActor(db, permit, { kind: 'stay', id: stay }, async (tx) => {
        const { rows } = await sql<{
          undone: boolean;
        }>`select undo_discharge(${stay}, array['a'], array[${arrival}::date], array[${addDays(today, 30)}::date]) as undone`.execute(tx);
        return rows[0]?.undone;
      });
    const later = (hours: number) =>
      sql`update stay_event set recorded = recorded - make_interval(hours => ${hours}) where act = 'discharge'`.execute(owner);

    test('by nobody but the leader of its unit', async () => {
      await comes('hendes', 'a', nightsFrom(today, 30));
      await leaves();
      for (const permit of [otherLeader, municipality]) expect(await puts(permit)).toBe(false);
      expect(await puts(leader)).toBe(true);
    });

    test('from no other day than the one she came', async () => {
      await comes('hendes', 'a', nightsFrom(today, 30));
      await leaves();
      expect(await puts(leader, addDays(today, -1))).toBe(false);
      expect(await puts(leader, addDays(today, 1))).toBe(false);
    });

    test('as long as the longest edition says, and not after', async () => {
      const longest = Math.max(...undoDischargeEditions.map(({ hours }) => hours));
      await comes('hendes', 'a', nightsFrom(today, 30));
      await leaves();
      await later(longest + 1);
      expect(await puts(leader)).toBe(false);
      await later(-1);
      expect(await puts(leader)).toBe(true);
    });

    test('not where how it stood is not kept with the newest discharge', async () => {
      await comes('hendes', 'a', nightsFrom(today, 30));
      await leaves();
      await undoDischargeOf(db, leader, about('hendes'), mistake);
      await leaves();
      await sql`update stay_event set data = data - 'before' where sequence = (select max(sequence) from stay_event)`.execute(owner);
      expect(await puts(leader)).toBe(false);
      expect((await undoDischargeOf(db, leader, about('hendes'), mistake)).outcome).toBe('cannot');
    });
  });
});
