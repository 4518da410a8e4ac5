/** The state of a pathway (da: forløbets tilstand): what its facts add up to, in the order they happened. */
import type { Id } from '../id.ts';
import type { LegalBasisId } from '../legal-basis.ts';
import type { Day, Moment } from '../time.ts';
import { type Cascade, cascadesOf } from './cascade.ts';
import { type Clock, clocksOf } from './deadlines.ts';
import {
  type AnswerReason,
  inForce,
  type LevelOfCare,
  type PathwayFact,
  type RecordedFact,
  type SharingBasis,
  type WomansAnswer,
} from './facts.ts';
import { type DueDate, dueDateInForce } from './gestation.ts';
import { isEarly, type Phase } from './phases.ts';

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

/** What was last said about a level of care: the status that stands on top of the page. */
export type LevelStatus = {
  readonly on: Day;
  readonly level: LevelOfCare;
  readonly status: 'assessed' | 'offered' | WomansAnswer | 'decided' | 'arranged' | 'held' | 'confirmed' | 'admitted' | 'completed';
};

/** A stay (da: ophold) that a place was held for, with the day of each step it reached. */
export type PathwayStay = {
  readonly id: Id<'stay'>;
  readonly status: 'held' | 'released' | 'expired' | 'refused' | 'withdrawn' | 'confirmed' | 'admitted' | 'discharged';
  readonly since: Day;
  readonly unitName: string;
  /** The rest is null when the stay was recorded without a hold. */
  readonly placeName: string | null;
  readonly arrival: Day | null;
  readonly departure: Day | null;
  readonly heldUntil: Moment | null;
  readonly legalBasis: LegalBasisId | null;
  readonly paidBy: Id<'municipality'> | null;
  readonly heldOn: Day | null;
  /** She had said yes when it was held. Absent where she had not, or nobody was asked. */
  readonly saidYes?: true;
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

/** The pathway that a list of facts adds up to; the order of the list does not matter. */
export function foldPathway(facts: readonly RecordedFact[]): Pathway {
  const state = toldInOrder(facts).reduce(afterFact, beforeAnyFact);
  const { phase, since } = phaseOf(state);
  const term = dueDateInForce(state.dueDatesSet);
  return {
    ...state,
    dueDate: term && { dueDate: term.dueDate, basis: term.basis },
    cascades: cascadesOf(facts),
    clocks: clocksOf(facts),
    phase,
    phaseSince: since,
  };
}

/** Each fact in the order the state adds them up, with the state before it: one pass over the facts. */
export function statesBefore(
  facts: readonly RecordedFact[],
): readonly { readonly recorded: RecordedFact; readonly before: PathwayState }[] {
  let state = beforeAnyFact;
  return toldInOrder(facts).map((recorded) => {
    const before = state;
    state = afterFact(before, recorded);
    return { recorded, before };
  });
}

/**
 * Facts in the order they happened, but those of one stay in the order they were written: an act follows what the stay was when the
 * act was done, also when it is dated back. An admission of yesterday that is written today comes after the hold of today.
 */
function toldInOrder(facts: readonly RecordedFact[]): readonly RecordedFact[] {
  const reached = new Map<Id<'stay'>, Day>();
  const dated = inForce(facts)
    .toSorted((a, b) => a.sequence - b.sequence)
    .map((recorded) => {
      const { fact, happened } = recorded;
      if (!('stay' in fact)) return { recorded, happened };
      const latest = reached.get(fact.stay) ?? happened;
      const notBefore = latest > happened ? latest : happened;
      reached.set(fact.stay, notBefore);
      return { recorded, happened: notBefore };
    });
  // The sort is stable: what stands on the same day keeps the order it was written in.
  return dated.toSorted((a, b) => (a.happened === b.happened ? 0 : a.happened < b.happened ? -1 : 1)).map(({ recorded }) => recorded);
}

/** Whether she belongs to the target group: the judgement where one was given, else the criteria. `null` while it is open. */
export function isInTargetGroup({ targetGroup }: PathwayState): boolean | null {
  if (targetGroup === null) return null;
  if (targetGroup.judged !== null) return targetGroup.judged.inTargetGroup;
  return targetGroup.outcome === 'professional-decides' ? null : targetGroup.outcome === 'in-target-group';
}

const beforeAnyFact: PathwayState = {
  person: null,
  calledName: 'ukendt',
  municipality: null,
  referral: null,
  dueDatesSet: [],
  team: [],
  coordinator: null,
  targetGroup: null,
  levelStatus: null,
  offeredLevel: null,
  latestAnswer: null,
  decision: null,
  stays: [],
  stay: null,
  lastNetworkMeeting: null,
  bornOn: null,
  ended: null,
  awaiting: { phase: 'assessing-criteria', since: null },
  lastSequence: 0,
};

function afterFact(before: PathwayState, recorded: RecordedFact): PathwayState {
  const { fact, happened: on, byName } = recorded;
  const state = { ...before, lastSequence: Math.max(before.lastSequence, recorded.sequence) };
  const awaiting = (phase: Phase): PathwayState['awaiting'] => ({ phase, since: on });
  const settled = (phase: Phase): PathwayState['awaiting'] => (isEarly(state.awaiting.phase) ? awaiting(phase) : state.awaiting);
  switch (fact.type) {
    case 'referral-registered': {
      const { person, calledName, municipality, concern, referrer } = fact;
      return { ...state, person, calledName, municipality, referral: { on, concern, referrer }, awaiting: settled('assessing-criteria') };
    }
    case 'due-date-set':
      return { ...state, dueDatesSet: [...state.dueDatesSet, { dueDate: fact.dueDate, basis: fact.basis, on }] };
    case 'party-joined': {
      const others = state.team.filter(({ organisation }) => organisation !== fact.organisation);
      const { organisation, organisationName: name, task, sharing = null } = fact;
      return { ...state, team: [...others, { organisation, name, task, joined: on, sharing }] };
    }
    case 'coordinator-named': {
      const { coordinator: name, deputy, organisationName = null, telephone = null } = fact;
      return { ...state, coordinator: { name, deputy, organisationName, telephone, since: on } };
    }
    case 'criteria-assessed': {
      const { edition, outcome, answers } = fact;
      const next = outcome === 'professional-decides' ? 'judging' : 'assessing-need';
      return { ...state, targetGroup: { on, edition, outcome, answers, judged: null }, awaiting: settled(next) };
    }
    case 'target-group-judged': {
      const judged = { on, byName, inTargetGroup: fact.inTargetGroup, reason: fact.reason };
      return { ...state, targetGroup: state.targetGroup && { ...state.targetGroup, judged }, awaiting: settled('assessing-need') };
    }
    case 'need-assessed':
      return { ...state, levelStatus: { on, level: fact.level, status: 'assessed' }, awaiting: awaiting('offering') };
    case 'offered':
      return {
        ...state,
        offeredLevel: fact.level,
        levelStatus: { on, level: fact.level, status: 'offered' },
        awaiting: awaiting('awaiting-answer'),
      };
    case 'answered':
      return afterAnswer(state, fact, on);
    case 'care-decided': {
      const { level, legalBasis, municipality, reason } = fact;
      return {
        ...state,
        decision: { on, level, legalBasis, municipality, reason },
        levelStatus: { on, level, status: 'decided' },
        awaiting: awaiting(level === 'residential' ? 'finding-place' : 'following'),
      };
    }
    case 'alternative-arranged':
      return { ...state, levelStatus: { on, level: fact.level, status: 'arranged' }, awaiting: awaiting('following') };
    case 'place-held': {
      const { stay: id, unitName, placeName, arrival, departure, until } = fact;
      const held = {
        ...stayOf(state, id),
        status: 'held',
        since: on,
        heldOn: on,
        ...(fact.herYes?.answer === 'yes' ? { saidYes: true as const } : {}),
      } as const;
      return withStay(state, { ...held, unitName, placeName, arrival, departure, heldUntil: until }, reachedBeside(state, id, 'held', on));
    }
    case 'hold-ended': {
      const ended = state.stays.find(({ id }) => id === fact.stay);
      if (!ended) return state;
      const changed = withStay(state, { ...ended, status: fact.how, since: on }, state.levelStatus);
      if (changed.stay && !endedBeforeArrival(changed.stay)) return { ...changed, levelStatus: residential(reached(changed.stay), on) };
      const decided = state.decision && { on, level: state.decision.level, status: 'decided' as const };
      return { ...changed, levelStatus: decided ?? state.levelStatus };
    }
    case 'place-changed':
      return withStays(state, fact.stay, (stay) => ({ ...stay, placeName: fact.toPlace }));
    case 'departure-changed':
      return withStays(state, fact.stay, (stay) => ({ ...stay, departure: fact.departure }));
    case 'party-left':
      return { ...state, team: state.team.filter(({ organisation }) => organisation !== fact.organisation) };
    case 'place-confirmed': {
      const { legalBasis, paidBy } = fact;
      const known = stayOf(state, fact.stay);
      const hasBegun = known.admittedOn !== null || known.dischargedOn !== null;
      // Confirmed after she came: the stay goes on as it was.
      if (hasBegun) return withStays(state, fact.stay, (stay) => ({ ...stay, confirmedOn: on, legalBasis, paidBy }));
      const confirmed = { ...known, status: 'confirmed', since: on, confirmedOn: on, legalBasis, paidBy } as const;
      return withStay(state, confirmed, reachedBeside(state, fact.stay, 'confirmed', on));
    }
    case 'admitted': {
      const { stay, unitName } = fact;
      const admitted = { ...stayOf(state, stay), unitName, status: 'admitted', since: on, admittedOn: on } as const;
      return withStay(state, admitted, residential('admitted', on));
    }
    case 'discharged': {
      const following = state.awaiting.phase === 'finding-place' ? awaiting('following') : state.awaiting;
      const discharged = { ...stayOf(state, fact.stay), status: 'discharged', since: on, dischargedOn: on } as const;
      return { ...withStay(state, discharged, residential('completed', on)), awaiting: following };
    }
    case 'event':
      return afterEvent(state, fact.kind, on);
    case 'pathway-ended':
      return { ...state, ended: { on, reason: fact.reason } };
    case 'pathway-reopened':
      return { ...state, ended: null };
    case 'concern-notified':
    case 'concern-assessed':
    case 'concern-acknowledged':
    case 'treatment-sought':
    case 'contract-offered':
    case 'leave-begun':
    case 'leave-ended':
    case 'event-withdrawn':
    case 'discharge-withdrawn':
      return state;
  }
}

/** Puts a stay in its place among the others, and says which one holds now. */
function withStay(state: PathwayState, changed: PathwayStay, levelStatus: LevelStatus | null): PathwayState {
  const isKnown = state.stays.some(({ id }) => id === changed.id);
  const stays = isKnown ? state.stays.map((stay) => (stay.id === changed.id ? changed : stay)) : [...state.stays, changed];
  const stay = stays.findLast((one) => !endedBeforeArrival(one)) ?? changed;
  return { ...state, stays, stay, levelStatus };
}

/** Changes what is known of one stay, where it is known; which one holds stays the same. */
function withStays(state: PathwayState, id: Id<'stay'>, change: (stay: PathwayStay) => PathwayStay): PathwayState {
  const stays = state.stays.map((stay) => (stay.id === id ? change(stay) : stay));
  return { ...state, stays, stay: state.stay?.id === id ? change(state.stay) : state.stay };
}

/** A yes leads to the decision, unless it was already made for that level; a no leads to something else; doubt leaves the offer open. */
function afterAnswer(state: PathwayState, fact: Extract<PathwayFact, { type: 'answered' }>, on: Day): PathwayState {
  const { answer, reason } = fact;
  const latestAnswer = { on, answer, reason };
  const levelStatus: LevelStatus | null = state.offeredLevel && { on, level: state.offeredLevel, status: answer };
  if (answer === 'considering') {
    const isOpen = state.awaiting.phase === 'awaiting-answer';
    return { ...state, latestAnswer, levelStatus, awaiting: isOpen ? state.awaiting : { phase: 'awaiting-answer', since: on } };
  }
  if (answer === 'declined') return { ...state, latestAnswer, levelStatus, awaiting: { phase: 'finding-alternative', since: on } };
  const decidedAlready = state.decision !== null && state.decision.level === state.offeredLevel && state.awaiting.phase === 'finding-place';
  return decidedAlready ? { ...state, latestAnswer } : { ...state, latestAnswer, levelStatus, awaiting: { phase: 'deciding', since: on } };
}

function afterEvent(state: PathwayState, kind: Extract<PathwayFact, { type: 'event' }>['kind'], on: Day): PathwayState {
  if (kind === 'network-meeting') return { ...state, lastNetworkMeeting: on };
  if (kind === 'birth') return { ...state, bornOn: state.bornOn ?? on };
  return state;
}

/** What the level of care has reached with a stay that did not end before she came. */
function reached({ admittedOn, confirmedOn, dischargedOn }: PathwayStay): LevelStatus['status'] {
  if (dischargedOn !== null) return 'completed';
  if (admittedOn !== null) return 'admitted';
  return confirmedOn === null ? 'held' : 'confirmed';
}

function residential(status: LevelStatus['status'], on: Day): LevelStatus {
  return { on, level: 'residential', status };
}

/** What a place that is held or confirmed makes of the level: she who lives in another unit has reached more already. */
function reachedBeside(state: PathwayState, stay: Id<'stay'>, status: 'held' | 'confirmed', on: Day): LevelStatus | null {
  const livesElsewhere = state.stays.some((one) => one.status === 'admitted' && one.id !== stay);
  return livesElsewhere ? state.levelStatus : residential(status, on);
}

/** The stay a fact speaks of; one that was never held is recorded all the same, with what is known. */
function stayOf({ stays }: PathwayState, id: Id<'stay'>): Omit<PathwayStay, 'status' | 'since'> {
  const planned = { unitName: '', placeName: null, arrival: null, departure: null, heldUntil: null, legalBasis: null, paidBy: null };
  const reached = { heldOn: null, confirmedOn: null, admittedOn: null, dischargedOn: null };
  return stays.find((stay) => stay.id === id) ?? { id, ...planned, ...reached };
}

function phaseOf({ ended, stay, awaiting }: PathwayState): { readonly phase: Phase; readonly since: Day | null } {
  if (ended) return { phase: 'ended', since: ended.on };
  if (stay?.status === 'held') return { phase: 'confirming', since: stay.since };
  if (stay?.status === 'confirmed') return { phase: 'arriving', since: stay.since };
  if (stay?.status === 'admitted') return { phase: 'in-stay', since: stay.since };
  return awaiting;
}
