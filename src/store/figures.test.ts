import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { addOrganisation } from '../../test/pathways.ts';
import { definitionFor, factsFor, minute, sets, years } from '../../test/random-figures.ts';
import { asId } from '../domain/id.ts';
import { isKnownAt } from '../domain/numbers/counted-fact.ts';
import { figureDefinitions } from '../domain/numbers/definitions.ts';
import { evaluate, type FigureSum } from '../domain/numbers/evaluate.ts';
import { fullEdition } from '../domain/numbers/figure-definition.ts';
import { addSums, endOfDay, endOfTime, isKept, keptPart } from '../domain/numbers/kept.ts';
import type { EventKind, PathwayFact, RecordedFact } from '../domain/pathway/facts.ts';
import { addDays, addMinutes, day, moment } from '../domain/time.ts';
import { changesBy, countedHistory } from './counted-facts.ts';
import type { KnownUnits } from './drawn-rows.ts';
import { asActor, type Transaction } from './database.ts';
import { drawWhenNew, rebuildFigures } from './figure-rebuild.ts';
import { countedSums, keptSums, readFigures } from './figures.ts';
import { appendFact, openPathway, recordedBy } from './pathway.ts';
import { valueSetsAt } from './value-sets.ts';

const { db, owner } = await testDatabase();

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
                .values(facts.map(({ case: case_id, unitId: unit_id, ...row }) => ({ ...row, case_id, unit_id, pathway: null })))
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
const stay = asId<'stay'>('ophold');
const units: KnownUnits = {
  ofStay: new Map([[stay, asId<'unit'>('fjord-syd')]]),
  places: new Map([
    [
      asId<'unit'>('fjord-syd'),
      [{ since: moment('2020-01-01T00:00:00Z'), municipality: asId<'municipality'>('0461'), point: [10.38, 55.4] }],
    ],
  ]),
};
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
    {
      type: 'place-held',
      stay,
      unitName: 'Fjord, Syd',
      placeName: 'Plads 1',
      arrival: day('2026-03-01'),
      departure: day('2026-04-01'),
      until: minute(5),
    },
    { type: 'place-confirmed', stay, legalBasis: 'BL-32-1-6', paidBy: asId<'municipality'>('0851') },
    { type: 'hold-ended', stay, how: 'refused', reason: 'staffing' },
    { type: 'admitted', stay, unitName: 'Fjord, Syd' },
    { type: 'discharged', stay, to: 'hjem' },
    { type: 'pathway-ended', reason: 'r' },
    { type: 'pathway-reopened', reason: 'r' },
    { type: 'woman-identified', person: asId<'person'>('hun'), consentOn: day('2026-01-01') },
    { type: 'woman-identified', person: asId<'person'>('hende'), consentOn: day('2026-01-01'), correction: 'c' },
    { type: 'identity-withdrawn', reason: 'r' },
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
          const { added } = changesBy(id, [], known, units, moment);
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
      .values(['hun', 'hende'].map((id) => ({ id: asId<'person'>(id), name: 'Opdigtet', cpr: null, invented: true })))
      .execute();
    expect(await drawWhenNew(owner)).toBe('drawn');
    expect(await drawWhenNew(owner)).toBe('already there');
    let number = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        fc.integer({ min: 0, max: 400 }),
        fc.array(fc.tuple(told, happenedFor, fc.integer({ min: 0, max: 60 })), { minLength: 4, maxLength: 12 }),
        async (known, opened, facts) => {
          number += 1;
          const id = asId<'pathway'>(`forløb-${number}`);
          // Each is told on a day of its own, a pathway opened later perhaps before one that was opened first.
          let at = addMinutes(moment('2025-06-01T21:30:00Z'), opened * 1440);
          await asActor(db, permit, { kind: 'list', id: null }, async (tx) => {
            await openPathway(
              tx,
              id,
              { ...referral, person: known ? asId<'person'>('hun') : null },
              [],
              recordedBy({ ...permit, at }, day('2026-01-01')),
            );
            for (const [index, [fact, happened, after]] of facts.entries()) {
              // Only what was written before can be taken back.
              const possible = fact.type === 'event-withdrawn' ? { ...fact, event: Math.min(fact.event, index + 1) } : fact;
              at = addMinutes(at, after * 720);
              await appendFact(tx, id, possible, recordedBy({ ...permit, at }, happened));
            }
          });
          // Half-way through, months are added up: what is told late must reach them.
          if (number === 20) await sql`select fold_figures(date '2026-02-14')`.execute(owner);
        },
      ),
      { numRuns: 40 },
    );
    const valueSets = await valueSetsAt(owner, endOfTime);
    const kept = figureDefinitions.filter(isKept).map((definition) => ({
      definition: definition.id,
      edition: fullEdition(definition, valueSets),
      years: [2020, 2030] as const,
    }));
    // Days before, within and after months that are added up, and the last day of everything.
    const days = ['2025-06-01', '2025-12-31', '2026-01-01', '2026-01-31', '2026-02-10', '2026-04-30', '2026-09-15', '9999-12-30'].map(day);
    let [cases, openCases] = [0, 0];
    for (const asOf of days) {
      const sums = await keptSums(owner, kept, asOf);
      for (const definition of figureDefinitions.filter(isKept)) {
        const request = { years: [2020, 2030] as const, at: endOfDay(asOf), valueSets };
        const rows = await countedSums(owner, definition, request);
        const open = keptPart(definition) === 'all' ? [] : await countedSums(owner, definition, request, 'open');
        const found = addSums(sums.get(definition.id) ?? [], open);
        expect(inOrder(found), `${definition.id} as of ${asOf}`).toEqual(inOrder(rows));
        openCases += open.length;
        cases += rows.reduce((sum, row) => sum + row.cases, 0);
      }
    }
    expect(cases).toBeGreaterThan(30);
    expect(openCases).toBeGreaterThan(0);
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

  test('are found where a month was added up wrongly, and mended', async () => {
    await sql`update figure_span set cases = cases + 1 where ctid = (select ctid from figure_span where grain = 'month' limit 1)`.execute(
      owner,
    );
    const { differences } = await rebuildFigures(owner);
    expect(differences).toHaveLength(1);
    expect(differences[0]?.id).toMatch(/^month 20/);
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

describe('nights of a stay that ends', () => {
  const agency = testPermit(testActor('agency'), 'figure:read');
  const nights = figureDefinitions.find(({ id }) => id === 'nights-by-unit');
  const unit = 'Læst, Midt i';
  /** The nights in the unit in 2028, as they are read at a moment. */
  const read = async (at: string): Promise<readonly unknown[]> => {
    if (!nights) throw new Error('the definition is gone');
    const question = { definition: nights, years: [2028, 2028] as const, by: 'country' as const, asOf: null };
    const found = await readFigures(db, { ...agency, at: moment(at) }, question);
    return found.filter(({ part }) => part === unit).map(({ value }) => value);
  };
  const stayOf = (id: string) => asId<'stay'>(`ophold-${id}`);
  const end = (tx: Transaction, id: string, at: string): Promise<unknown> =>
    appendFact(
      tx,
      asId<'pathway'>(id),
      { type: 'discharged', stay: stayOf(id), to: 'hjem' },
      recordedBy({ ...permit, at: moment(at) }, day('2028-01-21')),
    );
  const begin = (id: string): Promise<unknown> =>
    asActor(db, permit, { kind: 'list', id: null }, async (tx) => {
      const at = recordedBy({ ...permit, at: moment('2028-01-01T08:00:00Z') }, day('2028-01-01'));
      await openPathway(tx, asId<'pathway'>(id), referral, [], at);
      await appendFact(tx, asId<'pathway'>(id), { type: 'admitted', stay: stayOf(id), unitName: unit }, at);
    });

  test('between the reading of the kept sums and of the rows are counted once', async () => {
    await begin('midt-i');
    expect(await read('2028-01-21T08:00:00Z')).toEqual([20]);
    // Another ends her stay and holds the rows until the reader, who has read the kept sums, waits for them.
    let reading: Promise<readonly unknown[]> | undefined;
    await asActor(owner, permit, { kind: 'list', id: null }, async (tx) => {
      await sql`lock table counted_fact in access exclusive mode`.execute(tx);
      reading = read('2028-01-21T09:00:00Z');
      for (let waiting = 0; waiting === 0;) {
        const { rows } = await sql<{ readonly waiting: number }>`select count(*) as waiting from pg_locks
          where relation = 'counted_fact'::regclass and not granted`.execute(tx);
        waiting = rows[0]?.waiting ?? 0;
      }
      await end(tx, 'midt-i', '2028-01-21T08:30:00Z');
    });
    expect(await reading).toEqual([20]);
    expect(await read('2028-01-21T10:00:00Z')).toEqual([20]);
  });

  test('after the reader’s moment and before the reading are counted once', async () => {
    await begin('lidt-senere');
    await asActor(db, permit, { kind: 'list', id: null }, (tx) => end(tx, 'lidt-senere', '2028-01-21T09:00:01Z'));
    expect(await read('2028-01-21T09:00:00Z')).toEqual([40]);
  });
});

describe('occupancy', () => {
  const operator = testPermit({ ...testActor('operator'), role: 'operator' }, 'figure:read');

  test('is the nights that women stayed of those that places could be used, where the unit lies, as supply was known', async () => {
    await sql`insert into facility values ('belagt', 'Belagt', 'region', 'Region Syddanmark', 'syddanmark', '0461', 'Odense', 10.38, 55.4)`.execute(
      owner,
    );
    await sql`insert into unit (id, facility, name) values ('belagt-a', 'belagt', 'A')`.execute(owner);
    const place = (id: string) => ({ id, room: 'rum', name: id, properties: [], flexible: null });
    const supply = {
      open: [{ from: '2024-01-01', to: null }],
      closures: [{ from: '2024-01-11', to: '2024-01-21', id: 'l', place: 'p1', cause: 'other', reason: '' }],
      rooms: [{ id: 'rum', name: 'Rum' }],
      places: [place('p1')],
      staffing: [],
      admission: { youngest: null, oldest: null, womenOnly: false, mostChildren: null, oldestChild: null },
    };
    const told = (sequence: number, recorded: string, type: string, change: unknown) =>
      sql`insert into supply_event values ('belagt-a', ${sequence}::integer, ${type}, ${recorded}::timestamptz, 'nogen', 'Nogen', 'unit-leader', 'belagt', 'Belagt',
        ${JSON.stringify({ type, ...(change as object) })}::jsonb, null, null)`.execute(owner);
    await told(1, '2024-01-01T08:00:00Z', 'registered', { supply });
    await told(2, '2024-12-02T08:00:00Z', 'place-added', { place: place('p2') });
    // Thirty nights, of a woman from another municipality: known from the day she left.
    const stay = { case_id: 'beboer', number: 1, pathway: null, subject: 'beboer', kind: 'stay' as const, level: 'residential' };
    await owner
      .insertInto('counted_fact')
      .values({
        ...stay,
        happened: day('2024-02-01'),
        until: day('2024-03-02'),
        recorded: moment('2024-03-02T08:00:00Z'),
        withdrawn: null,
        municipality: '0851',
        detail: null,
        reason: null,
        unit: 'Belagt, A',
        unit_id: 'belagt-a',
        minutes: null,
        gestation: null,
      })
      .execute();
    await rebuildFigures(owner, { repair: true });
    const read = async (id: string, by: 'municipality' | 'country', asOf: string | null): Promise<unknown> => {
      const definition = figureDefinitions.find((known) => known.id === id);
      if (!definition) throw new Error(`${id} is gone`);
      const later = { ...operator, at: moment('2026-12-24T08:00:00Z') };
      const found = await readFigures(db, later, { definition, years: [2024, 2024], by, asOf: asOf === null ? null : day(asOf) });
      return found.filter(({ part, value }) => part === 'Belagt, A' && value !== 0).map(({ place: where, value }) => [where, value]);
    };
    // 366 nights less ten that p1 was closed, and thirty of p2 from the day it was added.
    const all = 366 - 10 + 30;
    for (const by of ['municipality', 'country'] as const) {
      const where = by === 'country' ? 'danmark' : '0461';
      expect(await read('place-nights-by-unit', by, null)).toEqual([[where, all]]);
      expect(await read('occupancy-by-unit', by, null)).toEqual([[where, Math.round((10_000 * 30) / all) / 100]]);
    }
    // To the last day that is looked back from, and not to the end of the year.
    expect(await read('place-nights-by-unit', 'country', '2024-11-30')).toEqual([['danmark', 366 - 10 - 32]]);
    expect(await read('occupancy-by-unit', 'country', '2024-11-30')).toEqual([
      ['danmark', Math.round((10_000 * 30) / (366 - 10 - 32)) / 100],
    ]);
    expect(await read('place-nights-by-unit', 'country', '2023-12-31')).toEqual([]);
  });

  test('of two units of one name, in one house or in two, is that of each by itself, and drawn anew it is the same', async () => {
    await addOrganisation(owner, clinic.organisation);
    await sql`insert into facility values ('belagt-2', 'Belagt', 'region', 'Region Midtjylland', 'midtjylland', '0751', 'Aarhus', 10.2, 56.1)`.execute(
      owner,
    );
    await sql`insert into unit (id, facility, name) values ('belagt-b', 'belagt', 'A'), ('belagt-c', 'belagt-2', 'A')`.execute(owner);
    await sql`insert into supply_event select unit.id, 1, type, recorded, by_user, by_name, capacity, organisation, organisation_name, change, null, null
      from supply_event, unit where supply_event.unit = 'belagt-a' and sequence = 1 and unit.id in ('belagt-b', 'belagt-c')`.execute(owner);
    const happened = day('2024-06-01');
    for (const [unit, nights] of [
      ['belagt-a', 10],
      ['belagt-b', 20],
      ['belagt-c', 40],
    ] as const) {
      const [pathway, id] = [asId<'pathway'>(`i ${unit}`), asId<'stay'>(`ophold i ${unit}`)];
      await asActor(db, permit, { kind: 'list', id: null }, (tx) => openPathway(tx, pathway, referral, [], recordedBy(permit, happened)));
      await owner.transaction().execute(async (tx) => {
        await sql`insert into room (id, unit, name) values (${unit}, ${unit}, 'Rum')`.execute(tx);
        await sql`insert into place (id, room, unit, name) values (${unit}, ${unit}, ${unit}, 'Plads')`.execute(tx);
        await sql`insert into stay (id, pathway, called_name, unit, arrival, departure, status, needs, legal_basis, paid_by, held_by, held_by_name, held_for,
          held_for_name, request_key) values (${id}, ${pathway}, 'Opdigtet', ${unit}, ${happened}, ${addDays(happened, nights)}, 'discharged', '[]',
          'SEL-107-2-2', '0851', 'nogen', 'Nogen', 'nogen', 'Nogen', 'en')`.execute(tx);
        await sql`insert into stay_part (stay, unit, status, place, arrival, departure)
          values (${id}, ${unit}, 'discharged', ${unit}, ${happened}, ${addDays(happened, nights)})`.execute(tx);
      });
      await asActor(db, permit, { kind: 'list', id: null }, async (tx) => {
        await appendFact(tx, pathway, { type: 'admitted', stay: id, unitName: 'Belagt, A' }, recordedBy(permit, happened));
        await appendFact(tx, pathway, { type: 'discharged', stay: id, to: 'hjem' }, recordedBy(permit, addDays(happened, nights)));
      });
    }
    const definition = figureDefinitions.find(({ id }) => id === 'occupancy-by-unit');
    if (!definition) throw new Error('occupancy is gone');
    const later = { ...operator, at: moment('2026-12-24T08:00:00Z') };
    const found = await readFigures(db, later, { definition, years: [2024, 2024], by: 'municipality', asOf: null });
    const share = (nights: number, places: number): number => Math.round((10_000 * nights) / places) / 100;
    expect(found.filter(({ part }) => part?.startsWith('Belagt')).map(({ place, part, value }) => [place, part, value])).toEqual([
      ['0461', 'Belagt, A (Odense), belagt-a', share(30 + 10, 366 - 10 + 30)],
      ['0461', 'Belagt, A (Odense), belagt-b', share(20, 366 - 10)],
      ['0751', 'Belagt, A (Aarhus)', share(40, 366 - 10)],
    ]);
    // The nights by hand have no facts behind them; those of the three pathways are what the facts draw.
    expect((await rebuildFigures(owner)).differences.filter(({ kind, id }) => kind === 'rows' && id.startsWith('i belagt'))).toEqual([]);
    expect((await rebuildFigures(owner)).differences.filter(({ kind }) => kind === 'sums')).toEqual([]);
  });

  test('and everything else is the same as of the moment that was the end of a day as of the day', async () => {
    const later = { ...operator, at: moment('2026-12-24T08:00:00Z') };
    for (const definition of figureDefinitions) {
      const question = { definition, years: [2024, 2027] as const, by: 'municipality' as const };
      const [ofDay, ofMoment, ofBefore] = await Promise.all([
        readFigures(db, later, { ...question, asOf: day('2026-11-22') }),
        readFigures(db, later, { ...question, asOf: null, at: endOfDay(day('2026-11-22')) }),
        readFigures(db, later, { ...question, asOf: null, at: addMinutes(endOfDay(day('2026-11-22')), -1) }),
      ]);
      expect(ofMoment, definition.id).toEqual(ofDay);
      // Nothing was written in the last minute: counted from the rows it is what is kept, to the digit.
      expect(ofBefore.map(({ id, value }) => [id, value])).toEqual(ofDay.map(({ id, value }) => [id, value]));
    }
  });
});
