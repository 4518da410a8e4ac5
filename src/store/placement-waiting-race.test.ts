import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { addOrganisation, openTestPathways } from '../../test/pathways.ts';
import { needsOf, testFacility, testPlace, testUnit } from '../../test/provision.ts';
import { asId, type Id } from '../domain/id.ts';
import { nightsFrom } from '../domain/placement/nights.ts';
import { addDays, danishDay } from '../domain/time.ts';
import { databaseNow } from './database.ts';
import { expireDueHolds } from './placement-expire.ts';
import { holdForPathway } from './placement-hold.ts';
import { addFacility } from './placement-provision.ts';
import { acceptOffer, declineUnit, passOffer } from './placement-waiting.ts';
import type { RequestForm } from './placement-waiting-form.ts';
import { askForPlace } from './placement-waiting-wish.ts';
import { goThroughTheList } from './placement-waiting-round.ts';

const { db, owner } = await testDatabase({ size: 40 });
const permit = testPermit(testActor('coordinator'), 'place:hold');
const unit = testUnit(['a', 'b', 'c'].map((name) => testPlace(name, ['mother-and-baby'])));
await addFacility(owner, testFacility, [unit]);
await addOrganisation(owner, permit.actor.organisation);
const women = Array.from({ length: 24 }, (_, index) => asId<'pathway'>(`kvinde-${index}`));
await openTestPathways(db, permit, women);

const live = `status in ('held', 'confirmed', 'admitted', 'discharged')`;

async function counted(query: string): Promise<number> {
  const { rows } = await sql.raw<{ count: number }>(query).execute(owner);
  return rows[0]?.count ?? -1;
}

test('many expiries, answers, askers and rounds at once never make two offers for a night, nor leave a request and its stay apart', async () => {
  const today = danishDay(await databaseNow(owner));
  const asks = (pathway: Id<'pathway'>) =>
    askForPlace(db, permit, {
      id: asId<'request'>(`ønske-${pathway}`),
      key: 'tryk',
      pathway,
      wish: {
        needs: needsOf('mother-and-baby'),
        party: { age: null, partner: null, children: [] },
        earliest: today,
        nights: 60,
        units: [],
        reach: null,
      },
    });
  await Promise.all(women.slice(0, 16).map(asks));
  expect(await counted(`select count(*) from placement_offer where status = 'open'`)).toBe(3);

  for (let round = 0; round < 4; round += 1) {
    await sql`update stay set held_until = clock_timestamp() + interval '10 milliseconds' where status = 'held'`.execute(owner);
    const holders = women.slice(16 + round * 2, 18 + round * 2);
    const offered = await owner.selectFrom('placement_request').select(['pathway', 'stay']).where('status', '=', 'offered').execute();
    const formOf = (pathway: Id<'pathway'>): RequestForm => ({
      pathway,
      key: `svar-${round}`,
      offer: offered.find((one) => one.pathway === pathway)?.stay ?? null,
    });
    await Promise.all([
      ...Array.from({ length: 6 }, () => expireDueHolds(db)),
      ...Array.from({ length: 3 }, () => goThroughTheList(db)),
      ...women
        .slice(0, 16)
        .map((pathway, index) =>
          index % 3 === 0
            ? acceptOffer(db, permit, formOf(pathway), null, true)
            : index % 3 === 1
              ? passOffer(db, permit, formOf(pathway), 'needs-more-time', '')
              : declineUnit(db, permit, formOf(pathway), unit.id, 'unsaid', ''),
        ),
      ...holders.map((pathway, index) =>
        holdForPathway(db, permit, {
          stay: asId<'stay'>(`søgt-${round}-${index}`),
          key: `søgt-${round}`,
          pathway,
          calledName: pathway,
          unit: unit.id,
          place: asId<'place'>('a'),
          needs: [],
          nights: nightsFrom(addDays(today, 1), 20),
          mostMoves: 0,
        }),
      ),
    ]);
    expect(
      await counted(`select count(*) from stay_part as one join stay_part as other on one.place = other.place and one.stay < other.stay and one.nights && other.nights
      where one.${live} and other.${live}`),
    ).toBe(0);
    expect(
      await counted(
        `select count(*) from placement_offer join stay on stay.id = placement_offer.stay where placement_offer.status = 'open' and stay.status <> 'held'`,
      ),
    ).toBe(0);
    expect(
      await counted(`select count(*) from placement_request join stay on stay.id = placement_request.stay
      where placement_request.status in ('offered', 'accepted') and stay.status not in ('held', 'confirmed')`),
    ).toBe(0);
    expect(
      await counted(`select count(*) from placement_request left join placement_offer on placement_offer.request = placement_request.id and placement_offer.status = 'open'
      where (placement_request.status = 'offered') <> (placement_offer.stay is not null)`),
    ).toBe(0);
    await sql`update placement_request set closed = '[]'`.execute(owner);
    // The rest that follows an unused offer is over.
    await sql`update placement_request_event set recorded = recorded - interval '2 days'`.execute(owner);
  }
  expect(await counted(`select count(*) from placement_request_event where act = 'run-out'`)).toBeGreaterThan(0);
});
