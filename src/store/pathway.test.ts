import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { asId, type Id } from '../domain/id.ts';
import type { PathwayFact } from '../domain/pathway/facts.ts';
import { day } from '../domain/time.ts';
import type { Actor, Role } from '../domain/trail.ts';
import { asActor, type Transaction } from './database.ts';
import { appendFact, listPathways, openPathway, ownPathways, possibleDuplicates, readPathway, recordedBy } from './pathway.ts';
import { readersOf } from './pathway-parties.ts';
import { rebuildPathways } from './pathway-rebuild.ts';

const { db, owner } = await testDatabase({ size: 40 });

const aalborg = asId<'municipality'>('0851');
const clinic = partOf('family-clinic', 'fa-AAL');
const department = partOf('family-department', 'fam-0851');
const otherMunicipality = partOf('care-decider', 'kom-0461');
const maja = { ...partOf('woman', 'samlob'), person: asId<'person'>('maja') };
const today = day('2026-11-22');

await owner
  .insertInto('organisation')
  .values([clinic, department, otherMunicipality, maja].map(({ organisation }) => organisation))
  .execute();
await owner
  .insertInto('person')
  .values({ id: asId<'person'>('maja'), name: 'Maja (opdigtet)', cpr: null, invented: true })
  .execute();

function partOf(role: Role, organisation: string): Actor {
  return testActor(role, { id: asId<'organisation'>(organisation), name: organisation });
}

function as<Result>(actor: Actor, work: (tx: Transaction) => Promise<Result>, subject: string | null = null): Promise<Result> {
  return asActor(db, testPermit(actor, 'pathway:read'), { kind: 'pathway', id: subject }, work);
}

const written = (actor: Actor) => recordedBy(testPermit(actor, 'pathway:record'), today);
const note = (text: string): PathwayFact => ({ type: 'event', kind: 'note', text });

async function opened(id: string, person: string | null = null, calledName = 'Maja (opdigtet)'): Promise<Id<'pathway'>> {
  const pathway = asId<'pathway'>(id);
  const referral = {
    type: 'referral-registered',
    person: person === null ? null : asId<'person'>(person),
    calledName,
    municipality: aalborg,
    concern: 'Har brug for hjælp',
    referrer: 'fa-AAL',
  } as const;
  const joined: PathwayFact = {
    type: 'party-joined',
    organisation: department.organisation.id,
    organisationName: department.organisation.name,
    task: 'Undersøgelse',
  };
  await as(clinic, (tx) => openPathway(tx, pathway, referral, [joined], written(clinic)));
  return pathway;
}

describe('a pathway', () => {
  test('is seen by its care team and by the woman, and by nobody else', async () => {
    const id = await opened('set', 'maja');
    const seesIt = (actor: Actor): Promise<boolean> => as(actor, async (tx) => (await readPathway(tx, id)) !== null);

    expect(await seesIt(clinic)).toBe(true);
    expect(await seesIt(department)).toBe(true);
    expect(await seesIt(maja)).toBe(true);
    expect(await seesIt(otherMunicipality)).toBe(false);
    expect(await seesIt(partOf('operator', 'samlob'))).toBe(false);
  });

  test('shows another municipality no row of any of its tables', async () => {
    await opened('skjult', 'maja');

    const rows = await as(otherMunicipality, async (tx) => [
      ...(await tx.selectFrom('pathway').select('id').execute()),
      ...(await tx.selectFrom('pathway_fact').select('sequence').execute()),
      ...(await tx.selectFrom('care_team_member').select('task').execute()),
    ]);

    expect(rows).toEqual([]);
  });

  test('cannot be written to by one who does not take part, nor by her who only reads it', async () => {
    const id = await opened('lukket', 'maja');

    expect(await as(otherMunicipality, (tx) => appendFact(tx, id, note('x'), written(otherMunicipality)))).toEqual({
      outcome: 'no-such-pathway',
    });
    expect(await as(maja, (tx) => appendFact(tx, id, note('x'), written(maja)))).toEqual({ outcome: 'no-such-pathway' });
    const intrusion = as(otherMunicipality, (tx) =>
      tx
        .insertInto('care_team_member')
        .values({ pathway: id, organisation: otherMunicipality.organisation.id, task: 'Nysgerrig', joined: today })
        .execute(),
    );
    await expect(intrusion).rejects.toThrow(/row-level security/);
  });

  test('is opened for others by the one who joins them to the care team', async () => {
    const id = await opened('udvidet');
    const { id: organisation, name: organisationName } = otherMunicipality.organisation;

    await as(clinic, (tx) =>
      appendFact(tx, id, { type: 'party-joined', organisation, organisationName, task: 'Betaler' }, written(clinic)),
    );

    expect(await as(otherMunicipality, async (tx) => (await readPathway(tx, id))?.pathway.team.map(({ task }) => task))).toEqual([
      'Undersøgelse',
      'Betaler',
    ]);
  });

  test('keeps its facts: nobody changes or removes one', async () => {
    await expect(sql`update pathway_fact set type = 'event'`.execute(db)).rejects.toThrow(/permission denied/);
    await expect(sql`delete from pathway_fact`.execute(db)).rejects.toThrow(/permission denied/);
    await expect(sql`delete from pathway`.execute(db)).rejects.toThrow(/permission denied/);
  });

  test('lets nobody sign a fact with the name of another user', async () => {
    const id = await opened('signeret');

    await expect(as(clinic, (tx) => appendFact(tx, id, note('x'), { ...written(clinic), by: asId<'user'>('en-anden') }))).rejects.toThrow(
      /row-level security/,
    );
  });

  test('is opened once by a form that was sent twice', async () => {
    const id = await opened('dobbelt');
    await opened('dobbelt');

    expect(await as(clinic, async (tx) => (await readPathway(tx, id))?.facts.length)).toBe(2);
  });
});

describe('a fact', () => {
  test('is written once when its form is sent twice', async () => {
    const id = await opened('noegle');
    const send = (): Promise<string> =>
      as(clinic, async (tx) => (await appendFact(tx, id, note('en gang'), written(clinic), 'formular-1')).outcome);

    expect([await send(), await send()]).toEqual(['recorded', 'already-recorded']);
    expect(await as(clinic, async (tx) => (await readPathway(tx, id))?.facts.length)).toBe(3);
  });

  test('written by 40 at once comes in one sequence without a gap, and the row has counted them all', async () => {
    const id = await opened('kappestrid');

    const outcomes = await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        as(index % 2 === 0 ? clinic : department, async (tx) => {
          const actor = index % 2 === 0 ? clinic : department;
          return (await appendFact(tx, id, note(`nr. ${index}`), written(actor))).outcome;
        }),
      ),
    );

    const read = await as(clinic, (tx) => readPathway(tx, id));
    expect(outcomes.every((outcome) => outcome === 'recorded')).toBe(true);
    expect(read?.facts.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 202 }, (_, index) => index + 1));
    const row = await owner.selectFrom('pathway').select(['last_sequence', 'state']).where('id', '=', id).executeTakeFirstOrThrow();
    expect([row.last_sequence, row.state.lastSequence]).toEqual([202, 202]);
  });

  test('comes back as it was written', async () => {
    const id = await opened('tur-retur');
    const fact: PathwayFact = {
      type: 'answered',
      answer: 'declined',
      reason: 'partner',
      inHerWords: 'Jeg «vil» være nær ham; ikke langt væk',
    };

    await as(clinic, (tx) => appendFact(tx, id, fact, written(clinic)));

    expect((await as(clinic, (tx) => readPathway(tx, id)))?.facts.at(-1)).toEqual({ sequence: 3, fact, ...written(clinic) });
  });
});

const firstPage = { page: 1, ended: false } as const;

describe('lists', () => {
  test('hold the pathways an organisation takes part in, the most urgent first, each as its facts say', async () => {
    const first = await opened('liste-1', null, 'Alma');
    await as(clinic, (tx) => appendFact(tx, first, { type: 'need-assessed', level: 'outpatient', reason: 'r' }, written(clinic)));

    const { listed } = await as(department, (tx) => listPathways(tx, department.organisation.id, firstPage));

    const days = await owner.selectFrom('pathway').select(['id', 'next_by']).execute();
    const dayOf = (id: string): string => days.find((row) => row.id === id)?.next_by ?? 'z';
    expect(listed.map(({ id }) => dayOf(id))).toEqual(listed.map(({ id }) => dayOf(id)).toSorted());
    expect(listed.find(({ id }) => id === first)?.pathway).toEqual((await as(clinic, (tx) => readPathway(tx, first)))?.pathway);
    const others = await as(otherMunicipality, (tx) => listPathways(tx, otherMunicipality.organisation.id, firstPage));
    expect(others.listed).not.toContainEqual(expect.objectContaining({ id: first }));
  });

  test('show the woman her own pathways only', async () => {
    await opened('hendes', 'maja');
    await opened('en-andens');

    const own = await as(maja, (tx) => ownPathways(tx, asId<'person'>('maja')));

    expect(own.map(({ id }) => id)).toContain('hendes');
    expect(own.every(({ pathway }) => pathway.person === 'maja')).toBe(true);
  });

  test('find a pathway of the same name in the same municipality, among those one takes part in', async () => {
    await opened('navnesoester', null, 'Rosa (opdigtet)');
    const found = (actor: Actor, name: string): Promise<readonly string[]> =>
      as(actor, async (tx) => (await possibleDuplicates(tx, actor.organisation.id, name, aalborg)).map(({ id }) => id));

    expect(await found(clinic, 'rosa')).toEqual(['navnesoester']);
    expect(await found(clinic, 'Frida')).toEqual([]);
    expect(await found(otherMunicipality, 'rosa')).toEqual([]);
  });
});

describe('the trace', () => {
  test('shows the woman who has read her pathway, and nothing of others', async () => {
    const [hers, notHers] = [await opened('hendes-spor', 'maja'), await opened('andres-spor')];
    await as(department, (tx) => readPathway(tx, hers), hers);
    await as(department, (tx) => readPathway(tx, notHers), notHers);

    const lines = await as(maja, (tx) => tx.selectFrom('trace').select(['subject', 'organisation_name']).execute());

    expect(lines).toContainEqual({ subject: hers, organisation_name: 'fam-0851' });
    expect(lines.filter(({ subject }) => subject === notHers)).toEqual([]);
  });
});

describe('who has read her pathway', () => {
  test('are those who were shown it, not those who asked and were shown nothing', async () => {
    const hers = await opened('hendes-laesere', 'maja');
    const look = (actor: Actor): Promise<unknown> => as(actor, (tx) => readPathway(tx, hers), hers);
    await look(department);
    await look(otherMunicipality);
    await as(otherMunicipality, (tx) => appendFact(tx, hers, note('x'), written(otherMunicipality)), hers);

    const readers = await as(maja, (tx) => readersOf(tx, hers, maja.user));

    expect(readers.map(({ organisationName, times }) => [organisationName, times])).toEqual([['fam-0851', 1]]);
    const asked = await owner.selectFrom('trace').select('outcome').where('subject', '=', hers).orderBy('number').execute();
    expect(asked.map(({ outcome }) => outcome)).toEqual(['seen', 'not-there', 'not-there']);
  });
});

describe('the rebuild', () => {
  test('finds no difference where rows are written with their facts', async () => {
    await opened('genopbygget');

    const { checked, differences } = await rebuildPathways(owner);

    expect(checked).toBeGreaterThan(0);
    expect(differences).toEqual([]);
  });

  test('finds a row that is not what its facts say, and puts it right when asked', async () => {
    const id = await opened('forvansket');
    await owner.updateTable('pathway').set({ called_name: 'Forkert' }).where('id', '=', id).execute();

    expect((await rebuildPathways(owner)).differences).toEqual([
      { pathway: id, column: 'called_name', stored: 'Forkert', computed: 'Maja (opdigtet)' },
    ]);
    await rebuildPathways(owner, { repair: true });
    expect((await rebuildPathways(owner)).differences).toEqual([]);
  });
});
