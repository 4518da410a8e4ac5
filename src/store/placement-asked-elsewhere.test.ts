/** What a unit is told of its no to one who waits: whether she is asked for in another unit, before and after, and never in which. */
import { beforeEach, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { testDatabase } from '../../test/database.ts';
import { openTestPathways } from '../../test/pathways.ts';
import { testPlace } from '../../test/provision.ts';
import { about } from '../../test/stays.ts';
import { addTwoHouses } from '../../test/two-houses.ts';
import { asId, type Id } from '../domain/id.ts';
import { sheAlone } from '../domain/placement/needs.ts';
import { nightsFrom } from '../domain/placement/nights.ts';
import { danishDay } from '../domain/time.ts';
import { databaseNow } from './database.ts';
import { isOfferedElsewhere } from './placement-asked-elsewhere.ts';
import { holdForPathway } from './placement-hold.ts';
import { endStayOf } from './placement-move.ts';
import { refuseRequest, unitListMaterial } from './placement-waiting-unit.ts';
import { askForPlace } from './placement-waiting-wish.ts';

const { db, owner } = await testDatabase();
const { municipality, leader, unit, otherUnit } = await addTwoHouses(owner, [testPlace('a')]);
let number = 0;
let hers: Id<'pathway'>;
beforeEach(async () => {
  await sql`truncate placement_request, placement_request_unit, placement_request_event, placement_offer, stay, stay_part, stay_event cascade`.execute(
    owner,
  );
  number += 1;
  hers = asId<'pathway'>(`hendes-${number}`);
  await openTestPathways(db, municipality, [hers, asId<'pathway'>(`anden-${number}`), asId<'pathway'>(`tredje-${number}`)]);
});

/** Both houses are full, so that whoever asks waits. */
async function fill(): Promise<void> {
  const today = danishDay(await databaseNow(owner));
  for (const [house, place, whose] of [
    [unit.id, 'a', `anden-${number}`],
    [otherUnit.id, 'f', `tredje-${number}`],
  ] as const) {
    const asked = { needs: [], nights: nightsFrom(today, 150), mostMoves: 0, unit: house, place: asId<'place'>(place) };
    const held = { ...asked, pathway: asId<'pathway'>(whose), calledName: 'x', stay: asId<'stay'>(`optager-${place}`), key: place };
    expect((await holdForPathway(db, municipality, held)).outcome).toBe('held');
  }
}

async function asks(units: readonly Id<'unit'>[]): Promise<Id<'request'>> {
  const today = danishDay(await databaseNow(owner));
  const id = asId<'request'>(`oenske-${number}`);
  const wish = { needs: [], party: sheAlone, earliest: today, nights: 20, units, reach: null };
  expect((await askForPlace(db, municipality, { id, key: 'tryk', pathway: hers, wish })).outcome).toBe('asked');
  return id;
}

describe('a no to one who waits', () => {
  test.each([
    ['of a unit that is her only one', false],
    ['of a unit that is one of two', true],
  ])('%s says whether she is asked for elsewhere, before and after', async (_, isElsewhere) => {
    await fill();
    const request = await asks(isElsewhere ? [unit.id, otherUnit.id] : [unit.id]);
    expect((await unitListMaterial(db, leader, unit.id))?.elsewhere.has(request)).toBe(isElsewhere);
    const refused = await refuseRequest(db, leader, unit.id, request, 'staffing', '');
    expect(refused).toEqual({ outcome: 'refused', elsewhere: isElsewhere });
  });

  test.each([
    ['only one', false],
    ['first of two', true],
  ])('to a place that the list offered in her %s says it too', async (_, isElsewhere) => {
    await asks(isElsewhere ? [unit.id, otherUnit.id] : [unit.id]);
    const offer = await owner.selectFrom('placement_offer').select('stay').where('unit', '=', unit.id).executeTakeFirstOrThrow();
    expect(await isOfferedElsewhere(db, leader, offer.stay)).toBe(isElsewhere);
    expect((await endStayOf(db, leader, about(offer.stay), 'refuse', { reason: 'staffing', text: '' })).outcome).toBe('ended');
    expect(await isOfferedElsewhere(db, leader, offer.stay)).toBe(isElsewhere);
  });
});
