/** Pathways that a measure can search for: opened by one of the demonstration's people, whose organisation takes part in them. */
import { decide } from '../../src/access/decide.ts';
import { asId, type Id } from '../../src/domain/id.ts';
import { municipalities } from '../../src/domain/geography/municipalities.ts';
import { danishDay, moment } from '../../src/domain/time.ts';
import { asActor, type Database } from '../../src/store/database.ts';
import { openPathway, recordedBy } from '../../src/store/pathway.ts';
import { userActor } from '../../src/store/session.ts';

/** So many pathways of the municipality's decision maker, each with a home of its own. */
export async function searchedPathways(db: Database, count: number): Promise<readonly Id<'pathway'>[]> {
  const at = moment(new Date().toISOString());
  const actor = await userActor(db, asId<'user'>('visitator'));
  if (!actor) throw new Error('the demonstration has no decision maker');
  const decision = decide(actor, 'pathway:refer', at);
  if (decision.outcome !== 'permitted') throw new Error('the decision maker may not refer');
  const { permit } = decision;
  const ids = Array.from({ length: count }, (_, index) => asId<'pathway'>(`maalt-${index}`));
  await asActor(db, permit, { kind: 'list', id: null }, async (tx) => {
    for (const [index, id] of ids.entries())
      await openPathway(
        tx,
        id,
        {
          type: 'referral-registered',
          calledName: `Opdigtet ${index}`,
          person: null,
          municipality: municipalities[index % municipalities.length]?.id ?? asId<'municipality'>('0851'),
          concern: 'opdigtet',
          referrer: 'opdigtet',
        },
        [],
        recordedBy(permit, danishDay(at)),
      );
  });
  return ids;
}
