/**
 * A thousand people who want the last place at the same moment: how long each waits for an answer, the one who gets it and the 999 who are told
 * the next possibility. Ten rounds, each on nights of its own.
 */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { asId } from '../src/domain/id.ts';
import { nightsFrom } from '../src/domain/placement/nights.ts';
import { noAdmissionRules, type Unit } from '../src/domain/placement/provision.ts';
import { addDays, danishDay, day, moment } from '../src/domain/time.ts';
import type { Actor } from '../src/domain/trail.ts';
import { decide } from '../src/access/decide.ts';
import { asActor, openDatabase } from '../src/store/database.ts';
import { startEmbeddedServer } from '../src/store/embedded-server.ts';
import { applicationRole, migrate } from '../src/store/migrate.ts';
import { createDatabase } from '../src/store/open.ts';
import { openPathway, recordedBy } from '../src/store/pathway.ts';
import { holdForPathway } from '../src/store/placement-hold.ts';
import { addFacility } from '../src/store/placement-provision.ts';
import { table } from './table.ts';

const people = 1000;
const rounds = 10;
const pools = [10, 40];
const project = process.cwd();
const now = moment(new Date().toISOString());

const server = await startEmbeddedServer({ project, name: 'bench', settings: { max_connections: '200' } });
const name = `bench_${randomUUID().slice(0, 8)}`;
await createDatabase(server.owner, name);
const ownerConfig = { ...server.owner, database: name };
await migrate(ownerConfig, join(project, 'src', 'store', 'migrations'), null);
const owner = openDatabase(ownerConfig, { size: 1 });

const actor: Actor = {
  user: asId<'user'>('visitator'),
  name: 'Opdigtet visitator',
  role: 'care-decider',
  organisation: {
    id: asId<'organisation'>('kom-0851'),
    name: 'Aalborg Kommune',
    kind: 'municipality',
    municipality: asId<'municipality'>('0851'),
    region: asId<'region'>('nordjylland'),
    facility: null,
  },
  person: null,
};
const decision = decide(actor, 'place:hold', now);
if (decision.outcome !== 'permitted') throw new Error(decision.because);
const { permit } = decision;
const place = {
  id: asId<'place'>('sidste'),
  room: asId<'room'>('rum'),
  roomName: 'Værelse 1',
  name: 'Plads 1',
  properties: ['mother-and-baby'] as const,
  closures: [],
  flexible: null,
};
const unit: Unit = {
  id: asId<'unit'>('lyng'),
  facility: asId<'facility'>('lyngborg'),
  name: 'Lyng',
  open: [{ from: day('2020-01-01'), to: null }],
  closures: [],
  places: [place],
  staffing: [],
  admission: noAdmissionRules,
  confirmed: null,
};
await addFacility(
  owner,
  {
    id: unit.facility,
    name: 'Lyngborg (opdigtet)',
    operator: 'region',
    operatorName: 'Region Nordjylland',
    region: 'nordjylland',
    municipality: asId<'municipality'>('0851'),
    town: 'Aalborg',
    point: [9.92, 57.04],
  },
  [unit],
);
await owner.insertInto('organisation').values(actor.organisation).execute();

const women = Array.from({ length: people }, (_, index) => asId<'pathway'>(`kvinde-${index}`));
const opening = openDatabase({ host: server.owner.host ?? '', user: applicationRole, database: name }, { size: 1 });
await asActor(opening, permit, { kind: 'list', id: null }, async (tx) => {
  for (const id of women)
    await openPathway(
      tx,
      id,
      {
        type: 'referral-registered',
        person: null,
        calledName: id,
        municipality: asId<'municipality'>('0851'),
        concern: 'opdigtet',
        referrer: 'opdigtet',
      },
      [],
      recordedBy(permit, danishDay(now)),
    );
});
await opening.destroy();

const rows: string[][] = [];
for (const size of pools) {
  const db = openDatabase({ host: server.owner.host ?? '', user: applicationRole, database: name }, { size });
  const waits: number[] = [];
  const slowest: number[] = [];
  let winners = 0;
  let told = 0;
  for (let round = 0; round < rounds; round += 1) {
    await owner.deleteFrom('stay_event').execute();
    await owner.deleteFrom('stay').execute();
    const ofRound = await Promise.all(
      women.map(async (pathway, index) => {
        const began = performance.now();
        const outcome = await holdForPathway(db, permit, {
          stay: asId<'stay'>(`ophold-${size}-${round}-${index}`),
          key: `tryk-${size}-${round}-${index}`,
          pathway,
          calledName: pathway,
          unit: unit.id,
          place: place.id,
          needs: [{ property: 'mother-and-baby', why: 'chosen' }],
          nights: nightsFrom(addDays(danishDay(now), 2), 30),
          mostMoves: 0,
        });
        if (outcome.outcome === 'held') winners += 1;
        if (outcome.outcome === 'not-free' && outcome.next.outcome === 'found') told += 1;
        return performance.now() - began;
      }),
    );
    waits.push(...ofRound);
    slowest.push(Math.max(...ofRound));
  }
  await db.destroy();
  const sorted = waits.toSorted((one, other) => one - other);
  const at = (share: number): string => `${Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0)} ms`;
  rows.push([
    String(size),
    String(winners / rounds),
    String(told / rounds),
    at(0.5),
    at(0.99),
    at(1),
    `${Math.round(slowest.reduce((sum, one) => sum + one, 0) / rounds)} ms`,
  ]);
}
table(
  `${people} at once for the last place, ${rounds} rounds (aim: the slowest under 1,000 ms)`,
  ['connections', 'get it', 'told the next possibility', 'median', '99 of 100', 'slowest of all', 'slowest of a round, mean'],
  rows,
);
await owner.destroy();
await server.stop();
