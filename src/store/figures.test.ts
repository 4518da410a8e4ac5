import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { addOrganisation } from '../../test/pathways.ts';
import { asId } from '../domain/id.ts';
import { type CountedFact, type CountedKind, isKnownAt } from '../domain/numbers/counted-fact.ts';
import { figureDefinitions } from '../domain/numbers/definitions.ts';
import { evaluate, type FigureSum } from '../domain/numbers/evaluate.ts';
import type { Bound, FigureDefinition, Link, Match, Measure, ValueSets } from '../domain/numbers/figure-definition.ts';
import { endOfTime, isKept } from '../domain/numbers/kept.ts';
import type { EventKind, PathwayFact, RecordedFact } from '../domain/pathway/facts.ts';
import { addDays, addMinutes, day, type Moment, moment } from '../domain/time.ts';
import { changesBy, countedHistory, type UnitPlaces } from './counted-facts.ts';
import { asActor } from './database.ts';
import { drawWhenNew, rebuildFigures } from './figure-rebuild.ts';
import { countedSums, keptSums, readFigures } from './figures.ts';
import { appendFact, openPathway, recordedBy } from './pathway.ts';
import { valueSetsAt } from './value-sets.ts';

const { db, owner } = await testDatabase();

const sets: ValueSets = {
  'substance-in-pregnancy': { edition: 1, codes: ['DO355'] },
  'postpartum-substance': { edition: 1, codes: ['DZ392'] },
  'prenatal-exposure': { edition: 1, codes: ['DP044', 'DO355'] },
};

const kinds: readonly CountedKind[] = ['pregnancy', 'need', 'decided', 'admitted', 'stay', 'code', 'child-code'];
const details = ['accepted', 'DO355', 'DZ392', 'DP044', null] as const;
const years = [2018, 2021] as const;

const dayIn = fc.integer({ min: -40, max: 1500 }).map((days) => addDays(day('2018-01-01'), days));
const factFor = fc.record({
  caseOf: fc.constantFrom('a', 'B', 'æ'),
  subject: fc.constantFrom('x', 'y'),
  kind: fc.constantFrom(...kinds),
  happened: dayIn,
  lasts: fc.option(fc.integer({ min: 0, max: 500 })),
  recorded: fc.integer({ min: 0, max: 9 }),
  known: fc.option(fc.integer({ min: 0, max: 5 }), { freq: 1 }),
  municipality: fc.constantFrom('0851', '0101', ''),
  level: fc.constantFrom('residential', 'outpatient', null),
  detail: fc.constantFrom(...details),
  reason: fc.constantFrom('home', 'child', null),
  unit: fc.constantFrom('Fjord, Syd', null),
  minutes: fc.option(fc.integer({ min: 0, max: 150 })),
  gestation: fc.option(fc.integer({ min: 0, max: 300 })),
});

const start = moment('2022-01-01T12:00:00Z');
const minute = (number: number): Moment => addMinutes(start, number);

const factsFor = fc.array(factFor, { minLength: 12, maxLength: 40, size: 'max' }).map((all) =>
  all.map(({ caseOf, lasts, recorded, known, ...same }, index): CountedFact => ({
    ...same,
    case: caseOf,
    number: index + 1,
    until: lasts === null ? null : addDays(same.happened, lasts),
    recorded: minute(recorded),
    withdrawn: known === null ? null : minute(recorded + known),
  })),
);

const narrowFor: fc.Arbitrary<Match> = fc.record(
  {
    kind: fc.constantFrom(...kinds),
    level: fc.constantFrom('residential', 'outpatient'),
    detail: fc.subarray(['accepted', 'DO355']),
    reason: fc.subarray(['home', 'child']),
    codes: fc.constantFrom('substance-in-pregnancy' as const, 'prenatal-exposure' as const),
  },
  { requiredKeys: ['kind'] },
);
const matchFor = fc.oneof({ weight: 2, arbitrary: fc.record({ kind: fc.constantFrom(...kinds) }) }, { weight: 1, arbitrary: narrowFor });
const boundFor: fc.Arbitrary<Bound> = fc.oneof(
  fc.record({ of: fc.constantFrom('happened' as const, 'until' as const), plusDays: fc.integer({ min: -400, max: 400 }) }),
  fc.record({
    of: fc.constant('year' as const),
    plusYears: fc.integer({ min: -1, max: 1 }),
    monthDay: fc.constantFrom('01-01', '10-31', '12-31'),
  }),
);
const same = fc.constantFrom('case' as const, 'subject' as const);
const linkFor: fc.Arbitrary<Link> = fc.record(
  { match: matchFor, same, from: fc.option(boundFor, { freq: 1 }), to: fc.option(boundFor, { freq: 1 }), untilAtMost: boundFor },
  { requiredKeys: ['match', 'same', 'from', 'to'] },
);
const measureFor: fc.Arbitrary<Measure> = fc.oneof(
  fc.constant({ kind: 'count' } as const),
  fc.constant({ kind: 'nights' } as const),
  fc.record({
    kind: fc.constant('mean' as const),
    of: fc.constantFrom('minutes' as const, 'gestation' as const),
    divideBy: fc.constant(7),
  }),
  fc.record({ kind: fc.constant('mean-days-to' as const), match: matchFor, same }),
);
const definitionFor: fc.Arbitrary<FigureDefinition> = fc.record({
  id: fc.constant('random'),
  edition: fc.constant('1'),
  text: fc.constant(''),
  title: fc.constant(''),
  theme: fc.constant('municipal' as const),
  from: fc.constant(day('2020-01-01')),
  origin: fc.constant(''),
  counts: fc.constantFrom('woman' as const, 'pathway' as const, 'fact' as const),
  event: matchFor,
  period: fc.constantFrom('happens' as const, 'lasts' as const),
  withAny: fc.array(linkFor, { maxLength: 2 }),
  without: fc.array(linkFor, { maxLength: 1 }),
  measure: measureFor,
  splitBy: fc.constantFrom(null, 'reason' as const, 'detail' as const, 'unit' as const, 'travel' as const),
});

function inOrder(sums: readonly FigureSum[]): readonly FigureSum[] {
  const key = ({ year, municipality, part }: FigureSum): string => `${year}|${municipality}|${part}`;
  return sums.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
}

describe('a definition means the same to the domain and to the database', () => {
  const anyDefinition = fc.oneof({ weight: 2, arbitrary: definitionFor }, { weight: 1, arbitrary: fc.constantFrom(...figureDefinitions) });

  test('over random facts, at random moments', async () => {
    let counted = 0;
    await fc.assert(
      fc.asyncProperty(
        factsFor,
        fc.array(anyDefinition, { minLength: 4, maxLength: 8 }),
        fc.integer({ min: 4, max: 12 }),
        async (facts, definitions, at) => {
          const request = { years, at: minute(at), valueSets: sets };
          const answers = await owner.transaction().execute(async (tx) => {
            await tx.deleteFrom('counted_fact').execute();
            if (facts.length > 0)
              await tx
                .insertInto('counted_fact')
                .values(facts.map(({ case: case_id, ...row }) => ({ ...row, case_id, pathway: null })))
                .execute();
            const found: (readonly FigureSum[])[] = [];
            for (const definition of definitions) found.push(await countedSums(tx, definition, request));
            await tx.deleteFrom('counted_fact').execute();
            return found;
          });
          for (const [index, definition] of definitions.entries()) {
            const expected = evaluate(definition, facts, request);
            counted += expected.length;
            expect(inOrder(answers[index] ?? []), definition.id).toEqual(inOrder(expected));
          }
        },
      ),
      { numRuns: 150, examples: [[[], [...figureDefinitions], 5]] },
    );
    expect(counted).toBeGreaterThan(300);
  });
});

const clinic = testActor('family-clinic');
const permit = testPermit(clinic, 'pathway:record');
const units: UnitPlaces = new Map([['Fjord, Syd', { municipality: asId<'municipality'>('0461'), point: [10.38, 55.4] }]]);
const stay = asId<'stay'>('ophold');
const referral: Extract<PathwayFact, { type: 'referral-registered' }> = {
  type: 'referral-registered',
  person: null,
  calledName: 'Opdigtet',
  municipality: asId<'municipality'>('0851'),
  concern: 'opdigtet',
  referrer: 'opdigtet',
};
const event = (kind: EventKind): PathwayFact => ({ type: 'event', kind, text: 'opdigtet' });
const told = fc.oneof(
  fc.constantFrom<PathwayFact>(
    { type: 'need-assessed', level: 'residential', reason: 'r' },
    { type: 'need-assessed', level: 'outpatient', reason: 'r' },
    { type: 'offered', level: 'residential', what: 'w' },
    { type: 'answered', answer: 'accepted', reason: null, inHerWords: '' },
    { type: 'answered', answer: 'declined', reason: 'home', inHerWords: '' },
    { type: 'care-decided', level: 'residential', legalBasis: null, municipality: asId<'municipality'>('0851'), reason: 'r' },
    { type: 'care-decided', level: 'outpatient', legalBasis: null, municipality: asId<'municipality'>('0101'), reason: 'r' },
    { type: 'hold-ended', stay, how: 'refused', reason: 'staffing' },
    { type: 'admitted', stay, unitName: 'Fjord, Syd' },
    { type: 'discharged', stay, to: 'hjem' },
    { type: 'pathway-ended', reason: 'r' },
    { type: 'pathway-reopened', reason: 'r' },
    event('birth'),
    event('treatment-started'),
    event('note'),
  ),
  fc.record({
    type: fc.constant('due-date-set' as const),
    dueDate: fc.integer({ min: 0, max: 500 }).map((days) => addDays(day('2026-06-01'), days)),
    basis: fc.constantFrom('ultrasound' as const, 'last-menstruation' as const),
  }),
  fc.record({
    type: fc.constant('event-withdrawn' as const),
    event: fc.integer({ min: 1, max: 12 }),
    reason: fc.constant('fejl'),
  }),
);
const happenedFor = fc.integer({ min: 0, max: 300 }).map((days) => addDays(day('2026-01-01'), days));

describe('what is drawn from a pathway', () => {
  test('says at every moment what the facts of that moment say', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(told, happenedFor, fc.integer({ min: 0, max: 3 })), { maxLength: 12 }), (later) => {
        const id = asId<'pathway'>('forløb');
        let at = moment('2026-01-01T08:00:00Z');
        const facts = [[referral, day('2026-01-01'), 0] as const, ...later].map(([fact, happened, after], index): RecordedFact => {
          at = addMinutes(at, after);
          return { sequence: index + 1, fact, ...recordedBy({ actor: clinic, at }, happened) };
        });
        const history = countedHistory(id, facts, units);
        for (const moment of new Set(facts.map(({ recorded }) => recorded))) {
          const known = facts.filter(({ recorded }) => recorded <= moment);
          const said = history
            .filter((row) => isKnownAt(row, moment))
            .map(({ case: _c, number: _n, recorded: _r, withdrawn: _w, pathway: _p, ...row }) => row);
          const { added } = changesBy(id, [], known, units);
          expect(said.map((row) => JSON.stringify(row)).toSorted()).toEqual(
            added.map((row) => JSON.stringify(Object.fromEntries(Object.entries(row)))).toSorted(),
          );
        }
      }),
    );
  });
});

describe('figures that are kept', () => {
  test('are those that the rows give, after anything that is written, and can be drawn again', async () => {
    await addOrganisation(owner, clinic.organisation);
    await owner
      .insertInto('person')
      .values({ id: asId<'person'>('hun'), name: 'Opdigtet', cpr: null, invented: true })
      .execute();
    expect(await drawWhenNew(owner)).toBe('drawn');
    expect(await drawWhenNew(owner)).toBe('already there');
    let number = 0;
    await fc.assert(
      fc.asyncProperty(fc.boolean(), fc.array(fc.tuple(told, happenedFor), { minLength: 4, maxLength: 12 }), async (known, facts) => {
        number += 1;
        const id = asId<'pathway'>(`forløb-${number}`);
        await asActor(db, permit, { kind: 'list', id: null }, async (tx) => {
          await openPathway(
            tx,
            id,
            { ...referral, person: known ? asId<'person'>('hun') : null },
            [],
            recordedBy(permit, day('2026-01-01')),
          );
          for (const [index, [fact, happened]] of facts.entries()) {
            // Only what was written before can be taken back.
            const possible = fact.type === 'event-withdrawn' ? { ...fact, event: Math.min(fact.event, index + 1) } : fact;
            await appendFact(tx, id, possible, recordedBy(permit, happened));
          }
        });
      }),
      { numRuns: 40 },
    );
    const valueSets = await valueSetsAt(owner, endOfTime);
    let cases = 0;
    for (const definition of figureDefinitions.filter(isKept)) {
      const rows = await countedSums(owner, definition, { years: [2020, 2030], at: endOfTime, valueSets });
      const edition = definition.id.startsWith('registry') ? `${definition.edition}+1.1.1` : definition.edition;
      expect(inOrder(await keptSums(owner, definition.id, edition, [2020, 2030])), definition.id).toEqual(inOrder(rows));
      cases += rows.reduce((sum, row) => sum + row.cases, 0);
    }
    expect(cases).toBeGreaterThan(30);
    expect(await rebuildFigures(owner)).toMatchObject({ checked: number, differences: [] });
  });

  test('that were changed behind the facts are found and mended', async () => {
    await owner
      .updateTable('counted_fact')
      .set({ withdrawn: endOfTime })
      .where('case_id', '=', 'forløb-1')
      .where('number', '=', 1)
      .execute();
    const { differences } = await rebuildFigures(owner);
    expect(differences.map(({ id }) => id)).toContain('forløb-1');
    await rebuildFigures(owner, { repair: true });
    expect((await rebuildFigures(owner)).differences).toEqual([]);
  });
});

describe('a figure', () => {
  const operator = testPermit({ ...testActor('operator'), role: 'operator' }, 'figure:read');
  const decided = figureDefinitions.find(({ id }) => id === 'decided-residential');
  if (!decided) throw new Error('the definition is gone');

  test('of an earlier day is what it was, whatever was written since', async () => {
    const question = { definition: decided, years: [2026, 2026] as const, by: 'municipality' as const };
    const later = { ...operator, at: moment('2026-12-24T08:00:00Z') };
    const before = await readFigures(db, later, { ...question, asOf: day('2026-11-22') });
    const written = { ...permit, at: moment('2026-12-20T08:00:00Z') };
    await asActor(db, written, { kind: 'list', id: null }, async (tx) => {
      const id = asId<'pathway'>('senere');
      await openPathway(tx, id, referral, [], recordedBy(written, day('2026-05-01')));
      const fact: PathwayFact = {
        type: 'care-decided',
        level: 'residential',
        legalBasis: null,
        municipality: referral.municipality,
        reason: 'r',
      };
      await appendFact(tx, id, fact, recordedBy(written, day('2026-05-02')));
    });
    const aalborg = (figures: Awaited<ReturnType<typeof readFigures>>): unknown => figures.find(({ place }) => place === '0851')?.value;
    expect(await readFigures(db, later, { ...question, asOf: day('2026-11-22') })).toEqual(before);
    const today = await readFigures(db, later, { ...question, asOf: null });
    expect(aalborg(today)).toBe(Number(aalborg(before)) + 1);
    expect(aalborg(await readFigures(db, later, { ...question, asOf: day('2026-12-20') }))).toBe(aalborg(today));
    expect(today).toHaveLength(98);
    expect(today[0]).toMatchObject({
      period: '2026',
      asOf: '2026-12-24',
      source: 'Forløb registreret i Samløb',
      definition: { edition: 'kommunal/2019-1' },
    });
  });

  test('adds up: municipalities to regions, regions to the country', async () => {
    for (const definition of figureDefinitions.filter(({ measure }) => measure.kind === 'count')) {
      const sums = await Promise.all(
        (['municipality', 'region', 'country'] as const).map(async (by) =>
          (await readFigures(db, operator, { definition, years: [2026, 2027], by, asOf: null })).reduce(
            (sum, { value }) => sum + Number(value),
            0,
          ),
        ),
      );
      expect(new Set(sums).size, definition.id).toBe(1);
    }
  });
});
