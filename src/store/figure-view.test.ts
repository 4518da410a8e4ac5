import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { addOrganisation } from '../../test/pathways.ts';
import { asId } from '../domain/id.ts';
import { figureDefinitions } from '../domain/numbers/definitions.ts';
import type { PathwayFact } from '../domain/pathway/facts.ts';
import { day, moment } from '../domain/time.ts';
import { asActor } from './database.ts';
import { seeFigures, type SeenFigures } from './figure-view.ts';
import { appendFact, openPathway, recordedBy } from './pathway.ts';

const { db, owner } = await testDatabase();
const clinic = testActor('family-clinic');
await addOrganisation(owner, clinic.organisation);

const referral = {
  type: 'referral-registered',
  person: null,
  calledName: 'Opdigtet',
  concern: 'opdigtet',
  referrer: 'opdigtet',
} as const;

/** Writes facts of one pathway, each on its day, known from a moment; with a municipality it is opened first. */
async function tell(pathway: string, recorded: string, facts: readonly (readonly [happened: string, PathwayFact])[], home?: string) {
  const permit = { ...testPermit(clinic, 'pathway:record'), at: moment(recorded) };
  await asActor(db, permit, { kind: 'list', id: null }, async (tx) => {
    const id = asId<'pathway'>(pathway);
    if (home !== undefined)
      await openPathway(tx, id, { ...referral, municipality: asId<'municipality'>(home) }, [], recordedBy(permit, day('2025-03-01')));
    for (const [happened, fact] of facts) await appendFact(tx, id, fact, recordedBy(permit, day(happened)));
  });
}

const need: PathwayFact = { type: 'need-assessed', level: 'residential', reason: 'opdigtet' };
const admitted = (stay: string): PathwayFact => ({
  type: 'admitted',
  stay: asId<'stay'>(stay),
  unitName: 'Fjord, Syd',
});

const planner = testPermit(testActor('planner'), 'figure:read');
const see = (at: string, sees: 'protected' | 'country' = 'protected'): Promise<readonly SeenFigures[]> =>
  seeFigures(
    db,
    { ...planner, at: moment(at) },
    { sees },
    figureDefinitions.map((definition) => ({ definition, years: [2024, 2026] as const, by: 'country' as const, asOf: null })),
  );
const of = (seen: readonly SeenFigures[], id: string, year = '2025'): readonly unknown[] => {
  const found = seen[figureDefinitions.findIndex((known) => known.id === id)];
  if (!found || found.outcome === 'not-published') throw new Error(`${id} is not shown`);
  return found.figures.filter(({ place, period }) => place === 'danmark' && period === year).map(({ value }) => value);
};

test('there are no protected figures before a fixed day has passed with something known, and they are not zeros', async () => {
  const [first] = await see('2026-01-05T08:00:00Z');
  expect(first).toEqual({ outcome: 'not-yet', figures: [], years: [], comes: '2026-04-01' });
  // A list that was taken in tells of those on it, and nothing of pathways.
  await sql`insert into counted_fact (case_id, number, subject, kind, happened, recorded, municipality)
    values ('liste', 1, 'liste', 'listed', '2025-07-01', '2025-12-01T08:00:00Z', '0851')`.execute(owner);
  const outcomes = (await see('2026-01-05T08:00:00Z')).map(({ outcome }, index) => [figureDefinitions[index]?.id, outcome] as const);
  expect(outcomes.filter(([, outcome]) => outcome !== 'not-yet')).toEqual([['women-on-lists', 'protected']]);
});

test('protected figures of a year that is over change on fixed days alone, and say which', async () => {
  // Sixteen women of each region were assessed in 2025; half of them came the month after, all but one.
  const women = ['0101', '0259', '0461', '0751', '0851'].flatMap((home) =>
    Array.from({ length: 16 }, (_, number) => [home, `${home}-${number}`] as const),
  );
  for (const [home, id] of women)
    await tell(
      id,
      '2026-01-10T08:00:00Z',
      [['2025-11-01', need], ...(id === '0851-7' || Number(id.slice(5)) > 7 ? [] : [['2025-12-01', admitted(id)] as const])],
      home,
    );
  const before = await see('2026-11-26T08:00:00Z');
  expect(of(before, 'cascade-admitted')).toEqual([39]);
  expect(of(before, 'wait-need-to-admission')).toEqual([30]);
  // Today she comes.
  await tell('0851-7', '2026-11-26T09:00:00Z', [['2026-11-26', admitted('0851-7')]]);
  for (const at of ['2026-11-26T10:00:00Z', '2026-11-27T08:00:00Z', '2026-12-31T22:00:00Z']) expect(await see(at)).toEqual(before);
  for (const seen of before) if (seen.outcome === 'protected') expect(seen.figures.every(({ asOf }) => asOf === '2026-09-30')).toBe(true);
  // As it is, it is seen at once.
  expect(of(await see('2026-11-26T10:00:00Z', 'country'), 'cascade-admitted')).toEqual([40]);
  const after = await see('2027-01-01T08:00:00Z');
  expect(of(after, 'cascade-admitted')).toEqual([40]);
  expect(of(after, 'wait-need-to-admission')).toEqual([39]);
  expect(after[0]).toMatchObject({
    outcome: 'protected',
    figures: expect.arrayContaining([expect.objectContaining({ asOf: '2026-12-31' })]),
  });
});

test('a protected share is rounded once', async () => {
  // 51 of 101 are 50.495 percent: 50.5 in hundredths, which would be 51.
  await sql`insert into counted_fact (case_id, number, subject, kind, happened, recorded, municipality, level, detail)
    select 'svar-' || n, 1, 'svar-' || n, 'answered', '2024-05-01', '2024-05-01T08:00:00Z', '0851', 'residential',
      case when n <= 51 then 'accepted' else 'declined' end from generate_series(1, 101) n`.execute(owner);
  expect(of(await see('2026-11-26T08:00:00Z'), 'offers-accepted', '2024')).toEqual([50]);
  expect(of(await see('2026-11-26T08:00:00Z', 'country'), 'offers-accepted', '2024')).toEqual([50.5]);
});

test('a protected total is hidden where it would tell that the hidden regions had nobody', async () => {
  // Eight each in three regions and nobody in the other two: that 24 is the sum of what is printed would say so.
  await sql`insert into counted_fact (case_id, number, subject, kind, happened, recorded, municipality, level)
    select 'afgjort-' || home || n, 1, 'afgjort-' || home || n, 'decided', '2024-05-01', '2024-05-01T08:00:00Z', home, 'residential'
    from generate_series(1, 8) n, unnest(array['0461', '0751', '0851']) home`.execute(owner);
  expect(of(await see('2026-11-26T08:00:00Z', 'country'), 'decided-residential', '2024')).toEqual([24]);
  expect(of(await see('2026-11-26T08:00:00Z'), 'decided-residential', '2024')).toEqual([{ suppressed: true }]);
  // With five behind the two dots, each of them can be 1, 2, 3 and 4: then it is printed.
  await sql`insert into counted_fact (case_id, number, subject, kind, happened, recorded, municipality, level)
    select 'flere-' || n, 1, 'flere-' || n, 'decided', '2024-05-01', '2024-05-01T08:00:00Z', '0101', 'residential'
    from generate_series(1, 5) n`.execute(owner);
  // And six of each region with a decision on another treatment: what the two figures have between them is not small either.
  await sql`insert into counted_fact (case_id, number, subject, kind, happened, recorded, municipality, level)
    select 'ambulant-' || home || n, 1, 'ambulant-' || home || n, 'decided', '2024-05-01', '2024-05-01T08:00:00Z', home, 'outpatient'
    from generate_series(1, 6) n, unnest(array['0101', '0259', '0461', '0751', '0851']) home`.execute(owner);
  expect(of(await see('2026-11-26T08:00:00Z'), 'decided-residential', '2024')).toEqual([29]);
});

test('nine with a need and seven who were offered are not both protected figures, alone or beside each other', async () => {
  await sql`insert into counted_fact (case_id, number, subject, kind, happened, recorded, municipality, level)
    select 'trin-' || home || n, 1, 'trin-' || home || n, 'need', '2024-05-01', '2024-05-01T08:00:00Z', home, 'residential'
    from generate_series(1, 9) n, unnest(array['0101', '0259', '0461', '0751', '0851']) home`.execute(owner);
  await sql`insert into counted_fact (case_id, number, subject, kind, happened, recorded, municipality, level)
    select 'trin-' || home || n, 2, 'trin-' || home || n, 'offered', '2024-06-01', '2024-06-01T08:00:00Z', home, 'residential'
    from generate_series(1, 7) n, unnest(array['0101', '0259', '0461', '0751', '0851']) home`.execute(owner);
  const regions = (seen: readonly SeenFigures[], id: string): readonly unknown[] =>
    seen.flatMap((one) =>
      (one.outcome === 'protected' ? one.figures : [])
        .filter(({ definition, period, place }) => definition.id === id && period === '2024' && place !== 'danmark')
        .map(({ value }) => value),
    );
  const all = await see('2026-11-26T08:00:00Z');
  expect(regions(all, 'cascade-need')).toEqual([9, 9, 9, 9, 9]);
  expect(regions(all, 'cascade-offered')).toEqual(Array.from({ length: 5 }, () => ({ suppressed: true })));
  expect([of(all, 'cascade-need', '2024'), of(all, 'cascade-offered', '2024')]).toEqual([[45], [35]]);
  const offered = figureDefinitions.filter(({ id }) => id === 'cascade-offered');
  const alone = await seeFigures(
    db,
    { ...planner, at: moment('2026-11-26T08:00:00Z') },
    { sees: 'protected' },
    offered.map((definition) => ({ definition, years: [2024, 2026] as const, by: 'country' as const, asOf: null })),
  );
  expect(alone).toEqual(all.filter((_, index) => figureDefinitions[index]?.id === 'cascade-offered'));
});

test('Østdanmark sees what the two regions that became it were, each in its years, and all years by itself where they are to stand beside each other', async () => {
  const definition = figureDefinitions.find(({ id }) => id === 'cascade-need');
  if (!definition) throw new Error('the need is gone');
  const question = { definition, years: [2025, 2027] as const, by: 'region' as const, asOf: null };
  const ask = async (region: string, regionsOn?: string): Promise<readonly unknown[]> => {
    const permit = { ...testPermit(testActor('secretariat'), 'figure:read'), at: moment('2027-02-01T08:00:00Z') };
    const asked = { ...question, ...(regionsOn === undefined ? {} : { regionsOn: day(regionsOn) }) };
    const [seen] = await seeFigures(db, permit, { sees: 'region', region }, [asked]);
    if (seen?.outcome !== 'internal') throw new Error('nothing is seen');
    return seen.figures.map(({ place, period, value }) => [place, period, value]);
  };
  expect(await ask('oestdanmark')).toEqual([
    ['hovedstaden', '2025', 16],
    ['sjaelland', '2025', 16],
    ['hovedstaden', '2026', 0],
    ['sjaelland', '2026', 0],
    ['oestdanmark', '2027', 0],
  ]);
  expect(await ask('oestdanmark', '2027-02-01')).toEqual([
    ['oestdanmark', '2025', 32],
    ['oestdanmark', '2026', 0],
    ['oestdanmark', '2027', 0],
  ]);
  expect(await ask('hovedstaden')).toEqual([
    ['hovedstaden', '2025', 16],
    ['hovedstaden', '2026', 0],
  ]);
});
