/**
 * What the demo's units state of their qualification, with different outcomes, and what the agency holds of one of them. All of it is
 * invented: no unit in Denmark is described here.
 */
import { asId, type Id } from '../domain/id.ts';
import {
  type Availability,
  type CompetenceId,
  competenceIds,
  type CompetenceSource,
  competenceTable,
} from '../domain/placement/qualification/competences.ts';
import { type Practice, practices, screeningOf2024 } from '../domain/placement/qualification/editions.ts';
import { nothingStated, type QualificationStatement, type StatedEvidence } from '../domain/placement/qualification/statement.ts';
import type { AgencyFinding } from '../domain/placement/qualification/summary.ts';
import { addDays, addMinutes, day, type Day, type Moment, startOfDanishDay, yearOf } from '../domain/time.ts';
import type { Actor, Role } from '../domain/trail.ts';
import { demoOrganisations } from './organisations.ts';
import { demoFacilities, facilityOrganisation } from './provision.ts';

/** A version as it is written into a database. */
export type DemoVersion = {
  readonly unit: Id<'unit'>;
  readonly actor: Pick<Actor, 'user' | 'name' | 'role' | 'organisation'>;
  readonly recorded: Moment;
  readonly kind: 'statement' | 'assessment';
  readonly edition: string | null;
  readonly data: QualificationStatement | readonly AgencyFinding[];
};

/** The versions as they are seen on a day, in the order they were written. */
export function demoQualification(today: Day): readonly DemoVersion[] {
  const lastYear = yearOf(today) - 1;
  const shown = (text: string, daysAgo: number): StatedEvidence => ({
    text: `Opdigtet: ${text}`,
    link: null,
    asOf: addDays(today, -daysAgo),
  });
  const women = (...counts: readonly number[]): QualificationStatement['volumes'] =>
    counts.map((count, index) => ({ ...shown('tilbuddets egen optælling', 40), year: lastYear - counts.length + 1 + index, women: count }));
  const staff = (fullTimeEquivalents: number, count: number, experienced: number): QualificationStatement['staff'] => ({
    ...shown('vagtplan og personaleoversigt', 40),
    fullTimeEquivalents,
    staff: count,
    experienced,
  });
  const doing = (not: readonly Practice[], unknown: readonly Practice[] = []): QualificationStatement['practices'] =>
    practices
      .filter((practice) => !unknown.includes(practice))
      .map((practice) => ({ ...shown('beskrevet i årsplanen', 40), practice, holds: !not.includes(practice) }));
  type Differs = Partial<Readonly<Record<CompetenceId, readonly [CompetenceSource, Availability] | 'absent'>>>;
  const competences = (differs: Differs): QualificationStatement['competences'] =>
    competenceIds.map((competence) => {
      const own = differs[competence] ?? (['in-house', competenceTable[competence].availability] as const);
      return {
        ...shown(own === 'absent' ? 'ingen er ansat eller aftalt' : 'ansættelser og aftaler', 40),
        competence,
        has: own === 'absent' ? own : { source: own[0], availability: own[1] },
      };
    });

  const strand: QualificationStatement = {
    competences: competences({
      'medical-specialist': ['agreement', 'daily'],
      midwife: ['agreement', 'once-or-twice-a-week'],
      psychiatrist: ['bought', 'as-needed'],
      'health-visitor': ['agreement', 'as-needed'],
    }),
    staff: staff(6.5, 9, 6),
    volumes: women(2, 3, 4),
    practices: doing(['spreads-knowledge']),
    expectations: [
      {
        ...shown('undervisning for andre tilbud begynder til foråret', 40),
        criterion: 'knowledge-distribution',
        by: day(`${yearOf(today) + 1}-06-30`),
      },
    ],
  };
  return [
    stated(
      'fjordhuset-strand',
      { ...strand, staff: staff(5, 8, 4), practices: doing(['spreads-knowledge', 'works-with-similar-units']) },
      400,
    ),
    stated('fjordhuset-strand', strand, 40),
    stated(
      'lyngborg-lyng',
      {
        competences: competences({ psychiatrist: 'absent', midwife: ['bought', 'weekly'] }),
        staff: staff(3.5, 6, 2),
        volumes: women(1, 2),
        practices: doing(['cooperation-agreement', 'works-with-similar-units']),
        expectations: [],
      },
      90,
    ),
    stated(
      'aasen-as',
      { ...nothingStated, staff: staff(4, 6, 4), practices: doing([], ['spreads-knowledge', 'detention-procedures']) },
      20,
    ),
    stated(
      'engbuen-eng',
      { competences: competences({}), staff: staff(8, 12, 7), volumes: women(3, 5), practices: doing([]), expectations: [] },
      15,
    ),
    {
      unit: asId<'unit'>('fjordhuset-strand'),
      actor: { user: asId<'user'>('styrelse'), name: 'Anders Fuglsang', role: 'agency', organisation: organisation('sbst') },
      recorded: morning(addDays(today, -12)),
      kind: 'assessment',
      edition: screeningOf2024.id,
      data: [
        finding('active-practice', 'expected', day(`${yearOf(today) + 1}-12-31`), 'Tallet er nået i ét år. Det skal ses at holde.'),
        finding('competences', 'met', null, 'Dokumenteret ved personaleoversigt og aftaler.'),
        finding('cooperation', 'met', null, 'Aftalen med familieambulatoriet er forelagt.'),
        finding('knowledge-distribution', 'not-met', null, 'Der er ikke forelagt en plan for at dele viden med andre tilbud.'),
      ],
    },
  ];

  function stated(unitId: string, data: QualificationStatement, daysAgo: number): DemoVersion {
    const found = demoFacilities(startOfDanishDay(today)).find(({ units }) => units.some(({ id }) => id === unitId));
    const unit = found?.units.find(({ id }) => id === unitId);
    if (!found || !unit) throw new Error(`there is no unit ${unitId}`);
    const role: Role = 'unit-leader';
    const name = unit.confirmed?.by ?? 'En opdigtet leder';
    const actor = { user: asId<'user'>(`demo-${found.facility.id}`), name, role, organisation: facilityOrganisation(found.facility) };
    return { unit: unit.id, actor, recorded: morning(addDays(today, -daysAgo)), kind: 'statement', edition: null, data };
  }
}

function finding(criterion: AgencyFinding['criterion'], outcome: AgencyFinding['outcome'], by: Day | null, text: string): AgencyFinding {
  return { criterion, outcome, by, reason: `Opdigtet: ${text}` };
}

function organisation(id: string): Actor['organisation'] {
  const found = demoOrganisations().find((one) => one.id === id);
  if (!found) throw new Error(`there is no organisation ${id}`);
  return found;
}

function morning(on: Day): Moment {
  return addMinutes(startOfDanishDay(on), 600);
}
