/** The state of a pathway (da: forløbets tilstand): what its facts add up to. `fold.ts` adds them up. */
import type { OnList } from './her-list-answer.ts';
import type { Id } from '../id.ts';
import type { LegalBasisId } from '../legal-basis.ts';
import type { Day, Moment } from '../time.ts';
import type { Cascade } from './cascade.ts';
import type { Clock } from './deadlines.ts';
import type { AnswerReason, LevelOfCare, PathwayFact, SharingBasis, WomansAnswer } from './facts.ts';
import type { DueDate } from './gestation.ts';
import type { PlaceAnswer } from './her-answer.ts';
import type { Phase } from './phases.ts';

export type Referral = { readonly on: Day; readonly concern: string; readonly referrer: string };
export type CareTeamMember = {
  readonly organisation: Id<'organisation'>;
  readonly name: string;
  readonly task: string;
  readonly joined: Day;
  readonly sharing: SharingBasis | null;
};
export type Coordinator = {
  readonly name: string;
  readonly deputy: string | null;
  readonly organisationName: string | null;
  readonly telephone: string | null;
  readonly since: Day;
};

export type TargetGroup = {
  readonly on: Day;
  readonly edition: string;
  readonly outcome: Extract<PathwayFact, { type: 'criteria-assessed' }>['outcome'];
  readonly answers: Extract<PathwayFact, { type: 'criteria-assessed' }>['answers'];
  /** The professional's judgement, when one was given after the assessment. */
  readonly judged: { readonly on: Day; readonly byName: string; readonly inTargetGroup: boolean; readonly reason: string } | null;
};

export type CareDecision = {
  readonly on: Day;
  readonly level: LevelOfCare;
  readonly legalBasis: LegalBasisId | null;
  readonly municipality: Id<'municipality'>;
  readonly reason: string;
};

/**
 * What was last said about a level of care, by whom and when: the status that stands on top of the page. A place that is held or confirmed says
 * nothing of it: that a place was found decides no level. That she lives on one, or has, does.
 */
export type LevelStatus = {
  readonly on: Day;
  readonly byName: string;
  readonly level: LevelOfCare;
  readonly status: 'assessed' | 'offered' | WomansAnswer | 'decided' | 'arranged' | 'admitted' | 'completed';
};

/** A stay (da: ophold) that a place was held for, with the day of each step it reached. */
export type PathwayStay = {
  readonly id: Id<'stay'>;
  readonly status: 'held' | 'released' | 'expired' | 'refused' | 'withdrawn' | 'confirmed' | 'admitted' | 'discharged';
  readonly since: Day;
  readonly unitName: string;
  /** The rest is null when the stay was recorded without a hold. */
  readonly placeName: string | null;
  /** Where she is to move within the unit, each from a day on, in the order of the days. Absent where nothing is planned. */
  readonly plannedPlaces?: readonly { readonly placeName: string; readonly from: Day }[];
  readonly arrival: Day | null;
  readonly departure: Day | null;
  /** The move that her departure was changed for, and when she was to leave before. Absent where nothing or something else changed it last. */
  readonly leavesFor?: { readonly stay: Id<'stay'>; readonly before: Day };
  readonly heldUntil: Moment | null;
  /** The waiting list offers it, and nobody has answered yet. Absent where the team holds it. */
  readonly isOffer?: true;
  readonly legalBasis: LegalBasisId | null;
  readonly paidBy: Id<'municipality'> | null;
  readonly heldOn: Day | null;
  /** She has said yes to it: before it was held, or to moving there when or after it was confirmed. Absent where she has not, or nobody was asked. */
  readonly saidYes?: true;
  /** That yes is the one she gave to residential care before this place was found: it stands, and she is asked about the place all the same. */
  readonly yesBefore?: true;
  /** What she said that is no yes, or that she cannot be asked. Absent where she said yes, or has not answered. */
  readonly answered?: Exclude<PlaceAnswer, 'yes' | 'not-yet'>;
  /** She comes from another unit: a yes to living there was no yes to this one. */
  readonly isMove?: true;
  /** The longest way she accepted when she came, as she had said it while she was on the list. Absent where she was not, or was not asked. */
  readonly longestWay?: number | null;
  readonly confirmedOn: Day | null;
  readonly admittedOn: Day | null;
  readonly dischargedOn: Day | null;
};

/** Whether a stay ended before it began: given free, run out, refused or withdrawn. */
export function endedBeforeArrival({ status }: PathwayStay): boolean {
  return status === 'released' || status === 'expired' || status === 'refused' || status === 'withdrawn';
}

export type PathwayState = {
  readonly person: Id<'person'> | null;
  readonly calledName: string;
  /** Null until a referral is registered. */
  readonly municipality: Id<'municipality'> | null;
  readonly referral: Referral | null;
  readonly dueDatesSet: readonly (DueDate & { readonly on: Day })[];
  readonly team: readonly CareTeamMember[];
  readonly coordinator: Coordinator | null;
  readonly targetGroup: TargetGroup | null;
  readonly levelStatus: LevelStatus | null;
  readonly offeredLevel: LevelOfCare | null;
  readonly latestAnswer: { readonly on: Day; readonly answer: WomansAnswer; readonly reason: AnswerReason | null } | null;
  readonly decision: CareDecision | null;
  /** Every stay that was sought, in the order they were first recorded. */
  readonly stays: readonly PathwayStay[];
  /** The stay that holds: the latest that did not end before she came; the latest of all where every one ended so. */
  readonly stay: PathwayStay | null;
  readonly lastNetworkMeeting: Day | null;
  /** The last contact with her that was written as one, since she last left a stay. Absent where none was. */
  readonly lastContact?: Day;
  /** What she says to the waiting list while she is on it. Absent where she is not, or nobody wrote it. */
  readonly onList?: OnList;
  readonly bornOn: Day | null;
  readonly ended: { readonly on: Day; readonly reason: string } | null;
  /** What is awaited apart from a stay, and since when. */
  readonly awaiting: { readonly phase: Phase; readonly since: Day | null };
  /** The sequence of the last fact that was written; 0 when there is none. */
  readonly lastSequence: number;
};

/** The state with what follows from all facts together: the term in force, the cascades, the clocks and the phase. */
export type Pathway = PathwayState & {
  readonly dueDate: DueDate | null;
  readonly cascades: readonly Cascade[];
  readonly clocks: readonly Clock[];
  readonly phase: Phase;
  readonly phaseSince: Day | null;
};

/** Whether she belongs to the target group: the judgement where one was given, else the criteria. `null` while it is open. */
export function isInTargetGroup({ targetGroup }: PathwayState): boolean | null {
  if (targetGroup === null) return null;
  if (targetGroup.judged !== null) return targetGroup.judged.inTargetGroup;
  return targetGroup.outcome === 'professional-decides' ? null : targetGroup.outcome === 'in-target-group';
}
