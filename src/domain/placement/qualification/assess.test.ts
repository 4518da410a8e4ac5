import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, moment } from '../../time.ts';
import { assessQualification, type QualificationFacts } from './assess.ts';
import { availabilities, competenceIds, competenceSources, competenceTable } from './competences.ts';
import {
  practices,
  screeningEditionOn,
  screeningEditions,
  screeningOf2019,
  screeningOf2024,
  type ScreeningCriterionId,
} from './editions.ts';
import { nothingStated, type QualificationStatement, type StatedCompetence } from './statement.ts';
import { qualificationSummary, type QualificationRecord } from './summary.ts';

const on = day('2026-11-22');
const evidence = { text: 'opdigtet', link: null, asOf: day('2026-11-01') };
const all: readonly StatedCompetence[] = competenceIds.map((competence) => ({
  ...evidence,
  competence,
  has: { availability: competenceTable[competence].availability, source: 'in-house' },
}));
const full: QualificationStatement = {
  competences: all,
  staff: { ...evidence, fullTimeEquivalents: 3, staff: 5, experienced: 3 },
  volumes: [{ ...evidence, year: 2025, women: 3 }],
  practices: practices.map((practice) => ({ ...evidence, practice, holds: true })),
  expectations: [],
};

function outcomes(facts: Partial<QualificationFacts>, edition = screeningOf2019): Readonly<Partial<Record<ScreeningCriterionId, string>>> {
  const findings = assessQualification(edition, { statement: nothingStated, counted: [], on, ...facts });
  return Object.fromEntries(findings.map(({ criterion, outcome }) => [criterion, outcome]));
}

describe('the screening model of 2019', () => {
  test('is met by three women, three full-time equivalents, most with four years, and every competence', () => {
    expect(Object.values(outcomes({ statement: full }))).toEqual(['met', 'met', 'met', 'met']);
  });

  test('is unknown where nothing is stated: silence is never a no', () => {
    expect(Object.values(outcomes({}))).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
  });

  test('is not met just below each of its numbers', () => {
    const below: QualificationStatement = {
      ...full,
      staff: { ...evidence, fullTimeEquivalents: 2.99, staff: 6, experienced: 3 },
      volumes: [{ ...evidence, year: 2025, women: 2 }],
      competences: all.map((one) => (one.competence === 'psychiatrist' ? { ...one, has: 'absent' } : one)),
    };
    expect(outcomes({ statement: below })).toEqual({
      volume: 'not-met',
      'staff-years': 'not-met',
      experience: 'not-met',
      'decisive-competences': 'not-met',
    });
  });

  test('notices a competence that is there more seldom than the guidance, and lets it decide nothing', () => {
    const seldom = all.map((one): StatedCompetence =>
      one.competence === 'nurse' ? { ...one, has: { availability: 'weekly', source: 'bought' } } : one,
    );
    const finding = assessQualification(screeningOf2019, { statement: { ...full, competences: seldom }, counted: [], on })[3];
    expect(finding).toMatchObject({ outcome: 'met' });
    expect(finding?.reasons).toContainEqual({ kind: 'competence-seldom', competence: 'nurse', has: 'weekly', guidance: 'daily' });
  });

  test('is not met by a unit without procedures for detention', () => {
    const without = full.practices.map((one) => (one.practice === 'detention-procedures' ? { ...one, holds: false } : one));
    expect(outcomes({ statement: { ...full, practices: without } })).toMatchObject({ 'decisive-competences': 'not-met' });
  });

  test('is expected by a day that the unit names, until that day has been', () => {
    const expecting = (by: string): QualificationStatement => ({
      ...full,
      volumes: [{ ...evidence, year: 2025, women: 1 }],
      expectations: [{ ...evidence, criterion: 'volume', by: day(by) }],
    });
    expect(assessQualification(screeningOf2019, { statement: expecting('2027-06-30'), counted: [], on })[0]).toMatchObject({
      outcome: 'expected',
      by: '2027-06-30',
    });
    expect(assessQualification(screeningOf2019, { statement: expecting('2026-11-21'), counted: [], on })[0]).toMatchObject({
      outcome: 'not-met',
      reasons: [{ kind: 'women' }, { kind: 'expected-day-passed', by: '2026-11-21' }],
    });
    expect(outcomes({ statement: { ...expecting('2027-06-30'), volumes: full.volumes } })).toMatchObject({ volume: 'met' });
  });
});

describe('women a year', () => {
  const stated = (women: number): Partial<QualificationFacts> => ({
    statement: { ...full, volumes: [{ ...evidence, year: 2025, women }] },
  });

  test('are counted from the stays where they are written for the whole year, and stated before', () => {
    expect(outcomes({ ...stated(5), counted: [{ year: 2025, women: 2, whole: true }] })).toMatchObject({ volume: 'not-met' });
    expect(outcomes({ ...stated(5), counted: [{ year: 2025, women: 2, whole: false }] })).toMatchObject({ volume: 'met' });
    expect(outcomes({ ...stated(1), counted: [{ year: 2025, women: 3, whole: false }] })).toMatchObject({ volume: 'met' });
  });

  test('are enough when this year has shown it already', () => {
    expect(outcomes({ ...stated(1), counted: [{ year: 2026, women: 3, whole: true }] })).toMatchObject({ volume: 'met' });
    expect(outcomes({ counted: [{ year: 2026, women: 2, whole: true }] })).toMatchObject({ volume: 'unknown' });
    expect(outcomes({ ...stated(1), counted: [{ year: 2024, women: 9, whole: true }] })).toMatchObject({ volume: 'not-met' });
  });
});

describe('the parameters of 2024', () => {
  test('ask for staff, experience and competences together, and for cooperation and knowledge', () => {
    expect(Object.values(outcomes({ statement: full }, screeningOf2024))).toEqual(['met', 'met', 'met', 'met']);
    const alone = full.practices.filter(({ practice }) => practice !== 'works-with-similar-units');
    expect(outcomes({ statement: { ...full, practices: alone, staff: null } }, screeningOf2024)).toEqual({
      'active-practice': 'met',
      competences: 'unknown',
      cooperation: 'met',
      'knowledge-distribution': 'unknown',
    });
  });

  test('are in force from 14 May 2024, and those before them until then', () => {
    expect(screeningEditionOn(day('2024-05-13')).id).toBe('screeningsmodel-2019-11-26');
    expect(screeningEditionOn(day('2024-05-14')).id).toBe('screeningsmodel-2024-05-14');
    expect(screeningEditionOn(day('2015-01-01')).id).toBe('screeningsmodel-2019-11-26');
  });
});

const someCompetence = fc.record({
  competence: fc.constantFrom(...competenceIds),
  has: fc.oneof(
    fc.constant('absent' as const),
    fc.record({ availability: fc.constantFrom(...availabilities), source: fc.constantFrom(...competenceSources) }),
  ),
});
const someStatement: fc.Arbitrary<QualificationStatement> = fc.record({
  competences: fc
    .uniqueArray(someCompetence, { selector: ({ competence }) => competence })
    .map((stated) => stated.map((one): StatedCompetence => ({ ...evidence, ...one }))),
  staff: fc.option(
    fc
      .record({
        fullTimeEquivalents: fc.option(fc.integer({ min: 0, max: 60 }).map((tenths) => tenths / 10)),
        staff: fc.option(fc.nat({ max: 8 })),
        experienced: fc.option(fc.nat({ max: 8 })),
      })
      .map((staff) => ({ ...evidence, ...staff })),
  ),
  volumes: fc
    .uniqueArray(fc.record({ year: fc.integer({ min: 2023, max: 2026 }), women: fc.nat({ max: 5 }) }), { selector: ({ year }) => year })
    .map((volumes) => volumes.map((one) => ({ ...evidence, ...one }))),
  practices: fc
    .uniqueArray(fc.record({ practice: fc.constantFrom(...practices), holds: fc.boolean() }), { selector: ({ practice }) => practice })
    .map((stated) => stated.map((one) => ({ ...evidence, ...one }))),
  expectations: fc.constant([]),
});
const someCounts = fc.uniqueArray(
  fc.record({ year: fc.integer({ min: 2023, max: 2026 }), women: fc.nat({ max: 5 }), whole: fc.boolean() }),
  { selector: ({ year }) => year },
);

/** The model once more, as plain sentences: what would have to be true, and what would have to be known. */
function plainly({
  statement,
  counted,
}: Omit<QualificationFacts, 'on'>): Readonly<Record<'volume' | 'staff' | 'experience' | 'table', boolean | null>> {
  const yearsWomen = (year: number): number | null => {
    const count = counted.find((one) => one.year === year);
    if (count?.whole) return count.women;
    const own = statement.volumes.find((one) => one.year === year)?.women ?? null;
    return count && count.women >= 3 ? count.women : own;
  };
  const [last, present] = [yearsWomen(2025), yearsWomen(2026)];
  const { fullTimeEquivalents: fte = null, staff = null, experienced = null } = statement.staff ?? {};
  const table = competenceIds.map((id) => statement.competences.find(({ competence }) => competence === id)?.has ?? null);
  return {
    volume: (last ?? 0) >= 3 || (present ?? 0) >= 3 ? true : last === null ? null : false,
    staff: fte === null ? null : fte >= 3,
    experience: staff === null || experienced === null || staff === 0 ? null : experienced / staff > 0.5,
    table: table.includes('absent') ? false : table.includes(null) ? null : true,
  };
}

test('whatever is stated and counted, the outcome is what the sentences of the model say', () => {
  fc.assert(
    fc.property(someStatement, someCounts, (statement, counted) => {
      const plain = plainly({ statement, counted });
      const holds = (name: (typeof practices)[number]): boolean | null =>
        statement.practices.find(({ practice }) => practice === name)?.holds ?? null;
      const word = (...all: readonly (boolean | null)[]): string =>
        all.every((one) => one === true) ? 'met' : all.includes(false) ? 'not-met' : 'unknown';
      const table = [plain.table, holds('detention-procedures')];
      expect(outcomes({ statement, counted })).toEqual({
        volume: word(plain.volume),
        'staff-years': word(plain.staff),
        experience: word(plain.experience),
        'decisive-competences': word(...table),
      });
      expect(outcomes({ statement, counted }, screeningOf2024)).toEqual({
        'active-practice': word(plain.volume),
        competences: word(plain.staff, plain.experience, ...table),
        cooperation: word(holds('cooperation-agreement'), holds('cross-sector-work')),
        'knowledge-distribution': word(holds('uses-best-knowledge'), holds('spreads-knowledge'), holds('works-with-similar-units')),
      });
    }),
  );
});

test('every finding names at least one fact, also where none is known', () => {
  fc.assert(
    fc.property(someStatement, someCounts, (statement, counted) => {
      for (const edition of screeningEditions)
        for (const { reasons } of assessQualification(edition, { statement, counted, on })) expect(reasons.length).toBeGreaterThan(0);
    }),
  );
});

describe('the summary', () => {
  const author = { byName: 'Nogen', organisationName: 'Et sted', recorded: moment('2026-11-01T08:00:00Z') };
  const nothing: QualificationRecord = { statement: nothingStated, counted: [], stated: null, assessments: [] };

  test('keeps what the unit states and what the agency holds apart', () => {
    const record: QualificationRecord = {
      ...nothing,
      statement: { ...full, practices: full.practices.filter(({ practice }) => practice !== 'spreads-knowledge') },
      stated: author,
      assessments: [
        {
          ...author,
          edition: screeningOf2024.id,
          findings: [
            { criterion: 'active-practice', outcome: 'expected', by: day('2027-01-01'), reason: 'x' },
            { criterion: 'competences', outcome: 'met', by: null, reason: 'x' },
          ],
        },
      ],
    };
    expect(qualificationSummary(record, on)).toEqual({
      edition: screeningOf2024.id,
      criteria: 4,
      unit: { met: 3, expected: 0 },
      agency: { met: 1, expected: 1 },
    });
    expect(qualificationSummary(record, on, screeningOf2019)).toMatchObject({ unit: { met: 4 }, agency: null });
  });

  test('says nothing of a unit that has stated nothing, and which nobody has assessed', () => {
    expect(qualificationSummary(nothing, on)).toMatchObject({ unit: null, agency: null });
  });
});
