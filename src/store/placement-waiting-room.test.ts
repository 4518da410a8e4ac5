/** Where there can be room for one who waits, against every place of every unit tried day by day. */
import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { addOrganisation, openTestPathways } from '../../test/pathways.ts';
import { waitingRequest } from '../../test/waiting-request.ts';
import { needsOf, testFacility, testPlace, testUnit } from '../../test/provision.ts';
import { homeOf } from '../domain/geography/travel.ts';
import { asId } from '../domain/id.ts';
import { nightsFor } from '../domain/placement/waiting-offer.ts';
import { type PlacementRequest, waitsFor } from '../domain/placement/waiting-request.ts';
import { addDays, danishDay } from '../domain/time.ts';
import { databaseNow } from './database.ts';
import { addFacility, loadCandidates } from './placement-provision.ts';
import { unitsWithRoom } from './placement-waiting-room.ts';

const { db, owner } = await testDatabase();
const far = { ...testFacility, id: asId<'facility'>('langt'), municipality: asId<'municipality'>('0101'), point: [12.57, 55.68] as const };
const named = (id: string, facility: string, ...places: ReturnType<typeof testPlace>[]) =>
  testUnit(places, { id: asId<'unit'>(id), name: id, facility: asId<'facility'>(facility) });
await addFacility(owner, testFacility, [
  named('klit', 'lyngborg', testPlace('a', ['step-free']), testPlace('b', ['step-free', 'partner'])),
  named('mose', 'lyngborg', testPlace('c'), testPlace('d', ['shielded'])),
]);
await addFacility(owner, far, [named('sund', 'langt', testPlace('e', ['partner', 'shielded']))]);
const women = Array.from({ length: 8 }, (_, index) => asId<'pathway'>(`kvinde-${index}`));
const permit = testPermit(testActor('coordinator'), 'place:hold');
await addOrganisation(owner, permit.actor.organisation);
await openTestPathways(db, permit, women);
const now = await databaseNow(owner);
const today = danishDay(now);

const stays = fc.array(
  fc.record({
    place: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    from: fc.integer({ min: -30, max: 25 }),
    nights: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.constant(200)),
    status: fc.constantFrom('held' as const, 'run-out' as const, 'confirmed' as const, 'admitted' as const, 'discharged' as const),
  }),
  { maxLength: 8 },
);
const requests = fc.record({
  needs: fc.subarray(['step-free', 'partner', 'shielded'] as const).map((needs) => needsOf(...needs)),
  units: fc.shuffledSubarray(['klit', 'mose', 'sund']).map((units) => units.map((unit) => asId<'unit'>(unit))),
  earliest: fc.integer({ min: -3, max: 20 }).map((days) => addDays(today, days)),
  nights: fc.constantFrom(1, 3, 13, 14, 15, 60),
  // To the birth and no night after, or to a fixed number of nights: where the end is past nobody has room for her.
  nightsAfterBirth: fc.constantFrom(null, 0),
  reach: fc.constantFrom(null, 60),
});

const unitOf = { a: 'klit', b: 'klit', c: 'mose', d: 'mose', e: 'sund' } as const;

test('no unit with room is left out, and none without is named but for her who should have left', async () => {
  let withRoom = 0;
  let without = 0;
  await fc.assert(
    fc.asyncProperty(stays, requests, async (taken, asked) => {
      await owner.transaction().execute(async (tx) => {
        await sql`truncate stay cascade`.execute(tx);
        const fits: typeof taken = [];
        for (const one of taken) {
          const overlaps = fits.some(
            (other) => other.place === one.place && other.from < one.from + one.nights && one.from < other.from + other.nights,
          );
          if (!overlaps) fits.push(one);
        }
        for (const [index, { place, from, nights, status }] of fits.entries()) {
          const stored = status === 'run-out' ? 'held' : status;

          const [arrival, departure] = [addDays(today, from), addDays(today, from + nights)];
          await sql`insert into stay (id, pathway, called_name, unit, arrival, departure, status, held_until, legal_basis, paid_by, needs, held_by, held_by_name, held_for,
                held_for_name, request_key)
              values (${`s${index}`}, ${women[index]}, 'x', ${unitOf[place]}, ${arrival}::date, ${departure}::date, ${stored},
                ${stored === 'held' ? sql`clock_timestamp() + ${status === 'run-out' ? -1 : 1} * interval '1 hour'` : null},
                ${stored === 'held' ? null : 'SUL-141'}, ${stored === 'held' ? null : '0851'}, '[]', 'u', 'u', 'o', 'o', ${`k${index}`})`.execute(
            tx,
          );
          await sql`insert into stay_part (stay, unit, status, place, arrival, departure)
              values (${`s${index}`}, ${unitOf[place]}, ${stored}, ${place}, ${arrival}::date, ${departure}::date)`.execute(tx);
        }
        const request: PlacementRequest = {
          ...asked,
          id: asId<'request'>('hendes'),
          party: { age: null, partner: null, children: [] },
          municipality: asId<'municipality'>('0851'),
          status: 'waiting',
          askedAt: now,
          closed: [],
          urgency: { countedFrom: null, bornOn: null, risks: [], askedOn: today, refusals: 0, herNoes: 0 },
        };
        const found = await unitsWithRoom(tx, request, homeOf, now);
        const tried = (await loadCandidates(tx, today)).filter(
          ({ facility, unit, occupations }) =>
            waitsFor(request, { facility, unit }, homeOf) &&
            unit.places.some((place) => nightsFor(request, { facility, unit, place, stays: occupations }, now) !== null),
        );
        const tries = tried.map(({ unit }) => unit.id);
        for (const unit of tries) expect(found).toContain(unit);
        const overdue = fits.some(({ status, from, nights }) => status === 'admitted' && from + nights <= 0);
        if (!overdue) expect(found.toSorted()).toEqual(tries.toSorted());
        if (request.units.length > 0) expect(found).toEqual(request.units.filter((unit) => found.includes(unit)));
        if (tries.length > 0) withRoom += 1;
        if (tries.length < 3) without += 1;
      });
    }),
    { numRuns: 60 },
  );
  // The cases are of both kinds, so that an answer that names all or none is seen.
  expect(Math.min(withRoom, without)).toBeGreaterThan(10);
});

test.each([
  ['its last free night is her last, whatever day she could first come', { earliest: -10, nights: 20, from: 10, departs: 110 }, true],
  ['the first night that is free is after her last', { earliest: -10, nights: 12, from: -5, departs: 2 }, false],
] as const)('for one who waits to the birth a unit has room or none: %s', async (_, { earliest, nights, from, departs }, hasRoom) => {
  await owner.transaction().execute(async (tx) => {
    await sql`truncate stay cascade`.execute(tx);
    const [arrival, departure] = [addDays(today, from), addDays(today, departs)];
    for (const [index, place] of ['c', 'd'].entries()) {
      await sql`insert into stay (id, pathway, called_name, unit, arrival, departure, status, legal_basis, paid_by, needs, held_by, held_by_name, held_for,
          held_for_name, request_key)
        values (${place}, ${women[index]}, 'x', 'mose', ${arrival}::date, ${departure}::date, 'confirmed', 'SUL-141', '0851', '[]', 'u', 'u', 'o', 'o',
          ${place})`.execute(tx);
      await sql`insert into stay_part (stay, unit, status, place, arrival, departure)
        values (${place}, 'mose', 'confirmed', ${place}, ${arrival}::date, ${departure}::date)`.execute(tx);
    }
    const asked = { units: [asId<'unit'>('mose')], earliest: addDays(today, earliest), nights };
    expect(await unitsWithRoom(tx, waitingRequest('hun', 30, { ...asked, nightsAfterBirth: 0 }), homeOf, now)).toEqual(
      hasRoom ? ['mose'] : [],
    );
    // One who waits for as many nights is answered the other way: hers begin when she comes.
    expect(await unitsWithRoom(tx, waitingRequest('hun', 30, asked), homeOf, now)).toEqual(hasRoom ? [] : ['mose']);
  });
});
