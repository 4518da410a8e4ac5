/** How the demo's stories are written down: who acts for whom, and facts numbered as the store would number them. */
import type { Id } from '../domain/id.ts';
import { assessTargetGroup, type CriteriaAnswers, criterionIds } from '../domain/pathway/criteria.ts';
import type { CriterionAnswer, PathwayFact, RecordedFact } from '../domain/pathway/facts.ts';
import { addDays, addMinutes, type Day, type Moment, moment } from '../domain/time.ts';
import type { Role } from '../domain/trail.ts';

/** One professional of the demo, acting for one organisation. */
export type CaseParty = {
  readonly user: Id<'user'>;
  readonly name: string;
  readonly role: Role;
  readonly organisation: Id<'organisation'>;
  readonly organisationName: string;
};

/** The parties that the stories need, by what they do in them. */
export const caseRoles = [
  'doctor',
  'shelter',
  'familyClinic',
  'substanceTreatment',
  'familyDepartment',
  'careDecider',
  'coordinator',
  'crisisCentre',
  'unitLeader',
] as const;
export type CaseRole = (typeof caseRoles)[number];

/** Everybody in the stories, in one municipality; the women are persons of the register or not identified. */
export type CaseCast = Readonly<Record<CaseRole, CaseParty>> & {
  readonly municipality: Id<'municipality'>;
  readonly persons: Readonly<Record<string, Id<'person'>>>;
};

/** One thing that happened: days from the base day, who wrote it, and what. */
export type Entry = readonly [days: number, who: CaseRole, fact: PathwayFact];

/** A pathway of the demo, told in facts. */
export type DemoPathway = {
  readonly id: Id<'pathway'>;
  /** What the story rests on, shown where the demo explains itself. */
  readonly origin: string;
  readonly facts: readonly RecordedFact[];
};

/** What a story that nobody has lived rests on. */
export const invented = 'Opdigtet til demonstration';

/** Writes the entries as recorded facts: in the order of the days, numbered from `first`, each written the day it happened. */
export function written(base: Day, cast: CaseCast, entries: readonly Entry[], first = 1): readonly RecordedFact[] {
  return entries
    .toSorted(([a], [b]) => a - b)
    .map(([days, who, fact], index) => {
      const { user, name, role, organisation, organisationName } = cast[who];
      const happened = addDays(base, days);
      const recorded = addMinutes(morningOf(happened), index);
      return { sequence: first + index, fact, by: user, byName: name, capacity: role, organisation, organisationName, happened, recorded };
    });
}

/** A party joins the care team with its task. */
export function joins(cast: CaseCast, days: number, who: CaseRole, task: string, writtenBy: CaseRole = who): Entry {
  const { organisation, organisationName } = cast[who];
  return [days, writtenBy, { type: 'party-joined', organisation, organisationName, task }];
}

/** The criteria of 2019 answered in their order, with the outcome that follows from the answers. */
export function criteria(...given: readonly (readonly [CriterionAnswer, string])[]): PathwayFact {
  const answers = Object.fromEntries(
    criterionIds.map((id, index) => [id, { answer: given[index]?.[0] ?? 'unclear', reason: given[index]?.[1] ?? '' }]),
  ) as CriteriaAnswers;
  const { edition, outcome } = assessTargetGroup(answers);
  return { type: 'criteria-assessed', edition, answers, outcome };
}

/** The cast's coordinator is named, with the party she comes from and a number to ring. */
export function coordinatorNamed({ coordinator }: CaseCast, deputy: string | null): PathwayFact {
  const { name, organisationName } = coordinator;
  return { type: 'coordinator-named', coordinator: name, deputy, organisationName, telephone: fictitiousTelephone(name) };
}

/** The same number each time for the same name. No number in Denmark begins with a zero, so none of these is anybody's. */
function fictitiousTelephone(name: string): string {
  const sum = Array.from(name).reduce((before, letter) => (before * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7);
  return `00 00 02 ${String(sum % 100).padStart(2, '0')}`;
}

/** Half past six in UTC on a day: early enough that nothing in the demo is written in the future. */
export function morningOf(date: Day): Moment {
  return moment(`${date}T06:30:00Z`);
}
