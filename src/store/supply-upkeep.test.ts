import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { addOrganisation, openTestPathways } from '../../test/pathways.ts';
import { needsOf, testFacility, testPlace, testUnit } from '../../test/provision.ts';
import { asId, type Id } from '../domain/id.ts';
import { nightsFrom } from '../domain/placement/nights.ts';
import type { SupplyChange } from '../domain/placement/supply-change.ts';
import type { Contradiction } from '../domain/placement/supply-contradiction.ts';
import { addDays, danishDay, type Day, day } from '../domain/time.ts';
import { type Actor, roles } from '../domain/trail.ts';
import { asActor, databaseNow } from './database.ts';
import { holdForPathway } from './placement-hold.ts';
import { addFacility, loadUnit } from './placement-provision.ts';
import { loadSupplies } from './placement-supply.ts';
import { rebuildSupply } from './supply-rebuild.ts';
import { changeSupplyOf, upkeepMaterial, type UpkeepOutcome } from './supply-upkeep.ts';

const { db, owner } = await testDatabase();
const coordinator = testActor('coordinator');
const leader = testActor('unit-leader', { id: asId<'organisation'>('dt-lyngborg'), facility: testFacility.id });
const otherLeader = testActor('unit-leader', { id: asId<'organisation'>('dt-andet'), facility: asId<'facility'>('andet') });
const flexible = { leadDays: 7, closesAfterDays: 14, opened: [{ from: day('2026-01-01'), to: null }] };
const unit = testUnit(
  [
    testPlace('a', ['mother-and-baby', 'shielded'], { closures: [{ from: day('2031-01-01'), to: day('2031-01-08'), reason: 'maling' }] }),
    testPlace('b', ['partner'], { flexible }),
  ],
  {
    staffing: [{ from: day('2026-01-01'), to: null, women: 2 }],
    admission: { youngest: 18, oldest: null, womenOnly: true, mostChildren: 1, oldestChild: 5 },
    confirmed: null,
  },
);
const hers = asId<'pathway'>('hendes');

await addFacility(owner, testFacility, [unit]);
for (const { organisation } of [coordinator, leader, otherLeader]) await addOrganisation(owner, organisation);
await openTestPathways(db, testPermit(coordinator, 'place:hold'), [hers]);

let today: Day;
beforeEach(async () => {
  await sql`truncate stay, stay_part, stay_event cascade`.execute(owner);
  await sql`delete from supply_event where sequence > 1`.execute(owner);
  await rebuildSupply(owner, { repair: true });
  await sql`delete from place_property where place = 'c'; delete from place_opened where place = 'c'; delete from place_flexible where place = 'c';
    delete from place where id = 'c'; delete from room where id = 'ny-rum'`.execute(owner);
  await sql`update unit set confirmed_by = null, confirmed_at = null`.execute(owner);
  today = danishDay(await databaseNow(owner));
});

const change = (
  what: SupplyChange,
  seen: readonly Id<'stay'>[] | null = [],
  actor: Actor = leader,
  agreed: readonly Contradiction[] = [],
): Promise<UpkeepOutcome> => changeSupplyOf(db, testPermit(actor, 'place:manage'), unit.id, what, seen, agreed);
const closing = (differs: Partial<Extract<SupplyChange, { type: 'closed' }>['closure']> = {}): SupplyChange => ({
  type: 'closed',
  closure: {
    id: asId<'closure'>('uge'),
    place: null,
    from: addDays(today, 10),
    to: addDays(today, 17),
    cause: 'staffing',
    reason: 'ingen nattevagt',
    ...differs,
  },
});
const hold = async (): Promise<Id<'stay'>> => {
  const stay = asId<'stay'>('ophold');
  const outcome = await holdForPathway(db, testPermit(coordinator, 'place:hold'), {
    stay,
    key: 'tryk',
    pathway: hers,
    calledName: 'Maja',
    unit: unit.id,
    place: asId<'place'>('a'),
    needs: needsOf('shielded'),
    nights: nightsFrom(today, 30),
    mostMoves: 0,
  });
  if (outcome.outcome !== 'held') throw new Error(outcome.outcome);
  return stay;
};
const loaded = async (): Promise<typeof unit | undefined> =>
  (await asActor(db, testPermit(coordinator, 'place:read'), { kind: 'unit', id: unit.id }, (tx) => loadUnit(tx, unit.id)))?.unit;

test('staffing, admission and flexible places come back as they were put in', async () => {
  expect(await loaded()).toEqual(unit);
});

describe('a closure', () => {
  test('is shown before it is saved, with whom it is about by name, and nothing is saved by that', async () => {
    const stay = await hold();

    const outcome = await change(closing(), null);

    expect(outcome).toMatchObject({
      outcome: 'look-first',
      affected: [{ booking: { id: stay, calledName: 'Maja' }, troubles: [{ kind: 'closed' }] }],
    });
    expect((await loaded())?.closures).toEqual([]);
    const { rows } = await sql`select from trace where subject = ${hers} and app_user = ${leader.user}`.execute(owner);
    expect(rows.length).toBe(1);
  });

  test('that nobody was shown as affected by is shown when somebody has come meanwhile', async () => {
    expect(await change(closing(), null)).toMatchObject({ outcome: 'look-first', affected: [] });
    await hold();

    expect(await change(closing(), [])).toMatchObject({ outcome: 'look-first', affected: [{ booking: { calledName: 'Maja' } }] });
  });

  test('stands afterwards, deletes and moves nobody, and marks her for as long as it stands', async () => {
    const stay = await hold();

    expect(await change(closing(), [stay])).toMatchObject({ outcome: 'changed' });

    expect((await loaded())?.closures).toEqual([{ from: addDays(today, 10), to: addDays(today, 17), reason: 'ingen nattevagt' }]);
    expect(await owner.selectFrom('stay_part').select(['status', 'place']).execute()).toEqual([{ status: 'held', place: 'a' }]);
    const marked = await upkeepMaterial(db, testPermit(leader, 'place:manage'), unit.id);
    expect(marked?.affected).toMatchObject([{ booking: { calledName: 'Maja' }, troubles: [{ kind: 'closed' }] }]);

    await change({ type: 'closure-lifted', closure: asId<'closure'>('uge'), from: today });
    expect((await upkeepMaterial(db, testPermit(leader, 'place:manage'), unit.id))?.affected).toEqual([]);
  });
});

describe('a change', () => {
  test('is a fact with who, when, before and after, and says nothing of the places that were not looked at', async () => {
    await change({ type: 'properties-set', place: asId<'place'>('b'), properties: ['partner', 'step-free'] });

    const material = await upkeepMaterial(db, testPermit(leader, 'place:manage'), unit.id);
    expect(material?.history[0]).toMatchObject({
      byName: leader.name,
      change: { type: 'properties-set' },
      before: { kind: 'place', place: { properties: ['partner'] } },
      after: { kind: 'place', place: { properties: ['partner', 'step-free'] } },
    });
    expect((await loaded())?.confirmed).toBeNull();
  });

  test('that changes nothing leaves no fact, and one that is wrong none either', async () => {
    expect(await change({ type: 'properties-set', place: asId<'place'>('b'), properties: ['partner'] })).toEqual({ outcome: 'unchanged' });
    expect(await change(closing({ reason: '' }))).toEqual({ outcome: 'refused', faults: ['no-reason'] });
    expect((await loaded())?.confirmed).toBeNull();
    expect(await owner.selectFrom('supply_event').select('sequence').execute()).toEqual([{ sequence: 1 }]);
  });

  test('of staffing says when more are booked than it allows, before it is saved', async () => {
    const stay = await hold();
    const fewer: SupplyChange = { type: 'staffing-set', staffing: [{ from: today, to: null, women: 0 }] };

    expect(await change(fewer, null)).toMatchObject({
      outcome: 'look-first',
      affected: [],
      overStaffed: [{ women: 0, booked: [{ calledName: 'Maja' }] }],
    });
    // One who came to the nights meanwhile was not shown.
    expect(await change(fewer, [])).toMatchObject({ outcome: 'look-first' });
    expect(await change(fewer, [stay])).toMatchObject({ outcome: 'changed' });
    const { rows } = await sql`select from trace where subject = ${hers} and app_user = ${leader.user}`.execute(owner);
    expect(rows.length).toBeGreaterThan(0);
  });

  test('that takes what she needs from her place is shown first, also where she has come, and marks her until it is given back', async () => {
    const stay = await hold();
    await sql`update stay set status = 'admitted', held_until = null where id = ${stay}`.execute(owner);
    const place = asId<'place'>('a');
    const taking: SupplyChange = { type: 'properties-set', place, properties: ['mother-and-baby'] };
    const lacks = { kind: 'lacks', properties: ['shielded'], from: today, to: addDays(today, 30) };

    expect(await change(taking, null)).toMatchObject({
      outcome: 'look-first',
      affected: [{ booking: { id: stay, calledName: 'Maja' }, troubles: [lacks], others: [] }],
    });
    expect((await loaded())?.places[0]?.properties).toContain('shielded');
    expect(await change(taking, [stay])).toMatchObject({ outcome: 'changed' });
    const marked = async () => (await upkeepMaterial(db, testPermit(leader, 'place:manage'), unit.id))?.affected;
    expect(await marked()).toMatchObject([{ troubles: [lacks] }]);
    expect(await change({ ...taking, properties: ['mother-and-baby', 'shielded'] }, null)).toMatchObject({ outcome: 'changed' });
    expect(await marked()).toEqual([]);
  });

  test('that contradicts is saved once all of it was read, and not where another place came to it meanwhile', async () => {
    const womenOnly = (isSo: boolean): SupplyChange => ({ type: 'admission-set', admission: { ...unit.admission, womenOnly: isSo } });
    await change(womenOnly(false));
    const first = await change(womenOnly(true));
    if (first.outcome !== 'look-first') throw new Error(first.outcome);
    expect(first.contradictions).toEqual([{ kind: 'partner-and-women-only', places: ['Plads b'] }]);
    // Another leader, meanwhile.
    await change({ type: 'properties-set', place: asId<'place'>('a'), properties: ['mother-and-baby', 'shielded', 'partner'] });

    const second = await change(womenOnly(true), [], leader, first.contradictions);

    if (second.outcome !== 'look-first') throw new Error(second.outcome);
    expect(second.contradictions).toEqual([{ kind: 'partner-and-women-only', places: ['Plads a', 'Plads b'] }]);
    expect((await loaded())?.admission.womenOnly).toBe(false);
    expect(await change(womenOnly(true), [], leader, second.contradictions)).toMatchObject({ outcome: 'changed' });
  });

  test('can be of every kind, and all of them add up to the tables again', async () => {
    const [room, place] = [asId<'room'>('ny-rum'), asId<'place'>('c')];
    const changes: readonly SupplyChange[] = [
      { type: 'room-added', room: { id: room, name: 'Værelse 9' } },
      { type: 'room-added', room: { id: asId<'room'>('tomt-rum'), name: 'Fejlrummet' } },
      { type: 'room-removed', room: asId<'room'>('tomt-rum') },
      // Before the place for a partner: else the two contradict, and that is asked about first.
      { type: 'admission-set', admission: { youngest: 16, oldest: 45, womenOnly: false, mostChildren: null, oldestChild: null } },
      { type: 'place-added', place: { id: place, room, name: 'Plads 9', properties: ['step-free', 'partner'], flexible: null } },
      { type: 'flexible-set', place, terms: { leadDays: 3, closesAfterDays: 30 } },
      { type: 'flexible-opened', place, period: { from: today, to: addDays(today, 20) } },
      { type: 'flexible-closed', place, from: addDays(today, 5) },
      { type: 'flexible-set', place: asId<'place'>('b'), terms: null },
      { type: 'opening-set', open: [{ from: day('2020-01-01'), to: addDays(today, 400) }] },
      { type: 'staffing-set', staffing: [] },
      closing({ place, to: null, cause: 'damage' }),
      { type: 'closure-lifted', closure: asId<'closure'>('uge'), from: addDays(today, 12) },
    ];
    for (const one of changes) expect(await change(one)).toMatchObject({ outcome: 'changed' });

    expect(await rebuildSupply(owner)).toEqual({ checked: 1, differences: [] });
    expect(await owner.selectFrom('room').select('id').where('id', '=', asId<'room'>('tomt-rum')).execute()).toEqual([]);
    expect((await loaded())?.places.find(({ id }) => id === place)).toMatchObject({
      roomName: 'Værelse 9',
      flexible: { leadDays: 3, closesAfterDays: 30, opened: [{ from: today, to: addDays(today, 5) }] },
      closures: [{ from: addDays(today, 10), to: addDays(today, 12) }],
    });
  });

  test('is made by the leader of the unit, and by nobody else in any role', async () => {
    const what: SupplyChange = { type: 'room-added', room: { id: asId<'room'>('andens'), name: 'Andens rum' } };
    expect(await change(what, [], otherLeader)).toEqual({ outcome: 'not-yours' });
    for (const role of roles.filter((one) => one !== 'unit-leader'))
      expect(await change(what, [], testActor(role, { facility: testFacility.id }))).toEqual({ outcome: 'not-yours' });
    expect(await upkeepMaterial(db, testPermit(otherLeader, 'place:manage'), unit.id)).toBeNull();
  });

  test('does not wait for one who holds a place and has named the unit', async () => {
    await owner.transaction().execute(async (holding) => {
      await sql`select from unit where id = ${unit.id} for key share`.execute(holding);
      const outcome = await change({ type: 'room-added', room: { id: asId<'room'>('ny-rum'), name: 'Nyt rum' } });
      expect(outcome.outcome).toBe('changed');
    });
  });

  test('cannot take over a place of another unit', async () => {
    const elsewhere = testUnit([testPlace('fremmed')], { id: asId<'unit'>('anden') });
    await addFacility(owner, { ...testFacility, id: asId<'facility'>('andet') }, [{ ...elsewhere, facility: asId<'facility'>('andet') }]);
    const [supply] = [...(await loadSupplies(owner, [unit.id])).values()];
    const room = supply?.rooms[0];
    if (!room) throw new Error('the unit has no room');

    const taking = change({
      type: 'place-added',
      place: { id: asId<'place'>('fremmed'), room: room.id, name: 'Taget', properties: [], flexible: null },
    });

    await expect(taking).rejects.toThrow('belongs to another unit');
  });
});

test('a table that was changed by hand is found, and mended from the facts', async () => {
  await sql`update unit_admission set youngest = 99 where unit = ${sql.lit(unit.id)}; delete from place_property where place = 'a'`.execute(
    owner,
  );

  expect((await rebuildSupply(owner)).differences).toEqual([
    { unit: unit.id, part: 'places' },
    { unit: unit.id, part: 'admission' },
  ]);
  await rebuildSupply(owner, { repair: true });
  expect((await rebuildSupply(owner)).differences).toEqual([]);
});
