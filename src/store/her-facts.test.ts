/** What a search asks of her in one statement is what each question of its own says, for whoever asks. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { addOrganisation, openTestPathways } from '../../test/pathways.ts';
import { needsOf, testFacility, testPlace, testUnit } from '../../test/provision.ts';
import { asId } from '../domain/id.ts';
import type { PathwayFact } from '../domain/pathway/facts.ts';
import { fictitiousCpr } from '../domain/person/cpr.ts';
import { type Need, needNightsRule, sheAlone } from '../domain/placement/needs.ts';
import { addDays, danishDay, day } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, databaseNow } from './database.ts';
import { type HerFacts, herFacts } from './her-facts.ts';
import { herNeedsNow } from './her-needs.ts';
import { herReach } from './her-reach.ts';
import { readPathway } from './pathway.ts';
import { recordFact } from './pathway-record.ts';
import { herDayOfBirth } from './placement-birth.ts';
import { addFacility } from './placement-provision.ts';
import { passOffer } from './placement-waiting.ts';
import { askForPlace, changeNeeds } from './placement-waiting-wish.ts';

const { db, owner } = await testDatabase();
const ours = testPermit(testActor('coordinator'), 'place:hold');
const stranger = testPermit(testActor('coordinator', { id: asId<'organisation'>('fremmede') }), 'place:hold');
const unit = testUnit([testPlace('a', ['mother-and-baby'])]);
await addFacility(owner, testFacility, [unit]);
for (const { actor } of [ours, stranger]) await addOrganisation(owner, actor.organisation);
const her = asId<'pathway'>('hun');
await openTestPathways(db, ours, [her]);
const today = danishDay(await databaseNow(owner));

/** The facts in one statement, held against the questions one by one. */
async function facts(by: Permit = ours): Promise<HerFacts | null> {
  return asActor(db, by, { kind: 'pathway', id: her }, async (tx) => {
    const read = await readPathway(tx, her);
    if (!read) return null;
    const together = await herFacts(tx, read);
    expect(together).toEqual({ born: await herDayOfBirth(tx, her), reach: await herReach(tx, her), needs: await herNeedsNow(tx, her) });
    return together;
  });
}

const tell = async (fact: PathwayFact): Promise<number> => {
  const told = await recordFact(db, { ...ours, at: await databaseNow(owner) }, her, fact, today, null);
  if (told.outcome !== 'recorded') throw new Error(told.outcome);
  return told.sequence;
};

describe('what a search asks of her', () => {
  test('is what each question says: nothing, a wish, its offer, what her team writes, a due date, a birth and its withdrawal', async () => {
    expect(await facts()).toEqual({ born: null, reach: { onList: null, ofStays: new Map() }, needs: null });
    await sql`insert into person (id, cpr, name) values ('hende', ${fictitiousCpr(day('1995-04-03'), 7)}, 'Hun')`.execute(owner);
    await sql`update pathway set person = 'hende' where id = ${her}`.execute(owner);
    expect((await facts())?.born).toBe('1995-04-03');

    const wished: readonly Need[] = [
      { property: 'mother-and-baby', why: 'stay-passes-birth', from: addDays(today, 60 - needNightsRule.roomDaysBeforeDueDate) },
    ];
    const wish = { needs: wished, party: sheAlone, earliest: today, nights: 60, units: [unit.id], reach: 75 };
    await askForPlace(db, ours, { id: asId<'request'>('ønske'), key: 'tryk', pathway: her, wish });
    const { stay } = await owner.selectFrom('placement_request').select('stay').executeTakeFirstOrThrow();
    expect(stay).not.toBeNull();
    expect((await facts())?.needs).toMatchObject({ needs: wished, by: ours.actor.name });
    // Of a request that was made before needs were written by themselves there is nothing but the request.
    await sql`truncate her_needs`.execute(owner);
    expect(await facts()).toMatchObject({
      reach: { onList: 75, ofStays: new Map([[stay, 75]]) },
      needs: { needs: wished, by: null, at: null },
    });
    await tell({ type: 'due-date-set', dueDate: addDays(today, 40), basis: 'ultrasound' });
    expect((await facts())?.needs?.needs).toMatchObject([{ from: addDays(today, 40 - needNightsRule.roomDaysBeforeDueDate) }]);

    await passOffer(db, ours, { pathway: her, key: 'senere', offer: stay }, 'needs-more-time', '');
    await changeNeeds(db, ours, { pathway: her, key: 'før' }, { needs: needsOf('partner') });
    await facts();
    await changeNeeds(db, ours, { pathway: her, key: 'ord' }, { needs: needsOf('mother-and-baby', 'partner') });
    const written = (await facts())?.needs;
    expect(written).toMatchObject({ needs: needsOf('mother-and-baby', 'partner'), by: ours.actor.name });
    expect(written?.at).toMatch(/Z$/);

    const birth = await tell({ type: 'event', kind: 'birth', text: '' });
    await facts();
    await tell({ type: 'event-withdrawn', event: birth, reason: 'Forvekslet' });
    expect((await facts())?.needs).toEqual(written);
    expect(await facts(stranger)).toBeNull();
  });
});
