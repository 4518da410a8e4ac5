/**
 * What can be done on a pathway (da: handlinger), and what is the one next thing. The table says in which phase an action is expected;
 * it never forbids one. The order is a working agreement; where the law sets a clock, the clock decides what comes first.
 */
import { addDays, danishDay, type Day, type Moment } from '../time.ts';
import type { Role } from '../trail.ts';
import { type Clock, type ClockId, isOpen } from './deadlines.ts';
import type { PathwayFactType } from './facts.ts';
import type { Phase } from './phases.ts';
import { knownYes } from './her-yes.ts';
import { isInTargetGroup, type Pathway, type PathwayStay } from './state.ts';

export const actionIds = [
  'assess-criteria',
  'judge-target-group',
  'assess-need',
  'offer',
  'record-answer',
  'arrange-alternative',
  'decide-care',
  'hold-place',
  'confirm-place',
  'confirm-stay',
  'admit',
  'discharge',
  'hold-network-meeting',
  'set-due-date',
  'name-coordinator',
  'join-party',
  'notify-concern',
  'assess-concern',
  'acknowledge-concern',
  'seek-treatment',
  'start-treatment',
  'offer-contract',
  'record-event',
  'withdraw-event',
  'end-pathway',
  'reopen-pathway',
] as const;
export type ActionId = (typeof actionIds)[number];

export type Action = {
  /** The fact that the action records. */
  readonly records: PathwayFactType;
  /** The phases in which it is the expected next step. */
  readonly expectedIn: readonly Phase[];
  /** The clocks it meets: a running clock makes it the next step in any phase. */
  readonly meets: readonly ClockId[];
  /** The roles whose work it is. Others can do it too; for them the step waits for others. */
  readonly doneBy: readonly Role[];
};

const careTeam = ['coordinator', 'family-clinic', 'substance-treatment', 'family-department'] as const satisfies readonly Role[];
const authority = ['family-department', 'care-decider'] as const satisfies readonly Role[];
const treaters = ['substance-treatment', 'unit-leader'] as const satisfies readonly Role[];

export const actions: Readonly<Record<ActionId, Action>> = {
  'assess-criteria': { records: 'criteria-assessed', expectedIn: ['assessing-criteria'], meets: [], doneBy: careTeam },
  'judge-target-group': { records: 'target-group-judged', expectedIn: ['judging'], meets: [], doneBy: careTeam },
  'assess-need': { records: 'need-assessed', expectedIn: ['assessing-need'], meets: [], doneBy: careTeam },
  offer: { records: 'offered', expectedIn: ['offering'], meets: [], doneBy: [...careTeam, 'care-decider'] },
  'record-answer': { records: 'answered', expectedIn: ['awaiting-answer'], meets: [], doneBy: [...careTeam, 'crisis-centre'] },
  'arrange-alternative': { records: 'alternative-arranged', expectedIn: ['finding-alternative'], meets: [], doneBy: careTeam },
  'decide-care': { records: 'care-decided', expectedIn: ['deciding'], meets: [], doneBy: ['care-decider'] },
  'hold-place': { records: 'place-held', expectedIn: ['finding-place'], meets: [], doneBy: ['care-decider', 'coordinator'] },
  'confirm-place': { records: 'place-confirmed', expectedIn: ['confirming'], meets: [], doneBy: ['care-decider'] },
  'confirm-stay': { records: 'place-confirmed', expectedIn: [], meets: [], doneBy: ['care-decider'] },
  admit: { records: 'admitted', expectedIn: ['arriving'], meets: [], doneBy: ['unit-leader'] },
  discharge: { records: 'discharged', expectedIn: ['in-stay'], meets: [], doneBy: ['unit-leader'] },
  'hold-network-meeting': { records: 'event', expectedIn: ['following'], meets: [], doneBy: ['coordinator', 'family-department'] },
  'set-due-date': { records: 'due-date-set', expectedIn: [], meets: [], doneBy: careTeam },
  'name-coordinator': { records: 'coordinator-named', expectedIn: [], meets: [], doneBy: careTeam },
  'join-party': { records: 'party-joined', expectedIn: [], meets: [], doneBy: careTeam },
  'notify-concern': { records: 'concern-notified', expectedIn: [], meets: [], doneBy: [...careTeam, 'referrer', 'crisis-centre'] },
  'assess-concern': { records: 'concern-assessed', expectedIn: [], meets: ['concern-assess'], doneBy: authority },
  'acknowledge-concern': { records: 'concern-acknowledged', expectedIn: [], meets: ['concern-acknowledge'], doneBy: authority },
  'seek-treatment': { records: 'treatment-sought', expectedIn: [], meets: [], doneBy: careTeam },
  'start-treatment': {
    records: 'event',
    expectedIn: [],
    meets: ['treatment-start-drugs', 'treatment-start-alcohol'],
    doneBy: treaters,
  },
  'offer-contract': { records: 'contract-offered', expectedIn: [], meets: ['contract-offer'], doneBy: ['care-decider', 'unit-leader'] },
  'record-event': { records: 'event', expectedIn: [], meets: [], doneBy: [...careTeam, 'unit-leader', 'crisis-centre'] },
  'withdraw-event': { records: 'event-withdrawn', expectedIn: [], meets: [], doneBy: [...careTeam, 'unit-leader', 'crisis-centre'] },
  'end-pathway': { records: 'pathway-ended', expectedIn: [], meets: [], doneBy: careTeam },
  'reopen-pathway': { records: 'pathway-reopened', expectedIn: [], meets: [], doneBy: careTeam },
};

/** The edition of the working agreement below: Samløb's own proposal, not law, to be agreed where it is used. */
export const agreementEdition = 'arbejdsgang/2026-11';

/** Days from the start of a phase until its step is agreed to be done; `null` where the stay or the pathway's end says it. */
const agreedDays: Readonly<Record<Phase, number | null>> = {
  'assessing-criteria': 3,
  judging: 3,
  'assessing-need': 5,
  offering: 3,
  'awaiting-answer': 7,
  'finding-alternative': 3,
  deciding: 7,
  'finding-place': 2,
  confirming: null,
  arriving: null,
  'in-stay': null,
  following: 28,
  ended: null,
};

/** By when, and who says so. */
export type By = {
  readonly day: Day;
  /** The moment, where the limit is one. */
  readonly at: Moment | null;
  readonly basis:
    | { readonly kind: 'law'; readonly clock: ClockId; readonly citation: string; readonly edition: string; readonly source: string }
    | { readonly kind: 'agreed'; readonly edition: string }
    | { readonly kind: 'hold' }
    | { readonly kind: 'stay' };
};

/** What a pathway should have and does not have yet. */
export const missingThings = [
  'coordinator',
  'deputy',
  'due-date',
  'target-group',
  'judgement',
  'her-yes',
  'care-decision',
  'legal-basis',
  'stay-confirmation',
  'contract-offer',
] as const;
export type Missing = (typeof missingThings)[number];

export type NextStep = {
  readonly action: ActionId;
  /** Null when nothing says by when. */
  readonly by: By | null;
  readonly doneBy: readonly Role[];
};

/** The one next thing: a running legal clock, the confirmation that a stay began without, or the phase's own step, whichever comes first. `null` when the pathway has ended. */
export function nextStep(pathway: Pathway): NextStep | null {
  const expected = expectedStep(pathway);
  if (expected === null) return null;
  const isAdmitted = pathway.stay?.status === 'admitted';
  const asked = pathway.clocks.filter(isOpen).flatMap((clock) => stepOfClock(clock, isAdmitted));
  const unconfirmed = confirmationOf(pathway);
  return [...(unconfirmed ? [unconfirmed] : []), ...asked, expected].reduce((first, step) => (isBefore(step.by, first.by) ? step : first));
}

/**
 * What is missing now: her yes where a place is confirmed for her without it, a decision where she has a confirmed place or lives on it, the
 * legal basis only where residential care was decided without one, the confirmation of a stay that began without it, the offer of a contract from the decision
 * that brings the duty until it is offered or falls away.
 */
export function missingOn(pathway: Pathway): readonly Missing[] {
  const { coordinator, dueDate, decision, bornOn, targetGroup, clocks, stay } = pathway;
  const isMissing: Readonly<Record<Missing, boolean>> = {
    coordinator: coordinator === null,
    deputy: coordinator !== null && coordinator.deputy === null,
    'due-date': dueDate === null && bornOn === null,
    'target-group': targetGroup === null,
    judgement: targetGroup !== null && isInTargetGroup(pathway) === null,
    'her-yes': stay?.status === 'confirmed' && stay.saidYes !== true && knownYes(pathway) === null,
    'care-decision': (stay?.status === 'confirmed' || stay?.status === 'admitted') && decision?.level !== 'residential',
    'legal-basis': decision !== null && decision.level === 'residential' && decision.legalBasis === null,
    'stay-confirmation': isUnconfirmed(stay),
    'contract-offer': clocks.some((clock) => clock.id === 'contract-offer' && isOpen(clock)),
  };
  return pathway.ended ? [] : missingThings.filter((thing) => isMissing[thing]);
}

/** The step that the phase awaits; `null` when the pathway has ended. */
function expectedStep(pathway: Pathway): NextStep | null {
  const action = actionIds.find((id) => actions[id].expectedIn.includes(pathway.phase));
  return action ? { action, by: expectedBy(pathway), doneBy: actions[action].doneBy } : null;
}

/** Whether she lives on a place that was held for her and never confirmed: nothing says on which legal basis, and who pays. */
function isUnconfirmed(stay: PathwayStay | null): boolean {
  return stay?.status === 'admitted' && stay.heldOn !== null && stay.legalBasis === null;
}

function confirmationOf({ stay, ended }: Pathway): NextStep | null {
  if (ended || !stay || stay.admittedOn === null || !isUnconfirmed(stay)) return null;
  // Agreed: the day she comes. It goes before an offer of contract on that day, because the legal basis decides whether one is owed.
  const by: By = { day: stay.admittedOn, at: null, basis: { kind: 'agreed', edition: agreementEdition } };
  return { action: 'confirm-stay', by, doneBy: actions['confirm-stay'].doneBy };
}

function expectedBy({ phase, phaseSince, stay, lastNetworkMeeting }: Pathway): By | null {
  if (phase === 'confirming' && stay?.heldUntil) return { day: danishDay(stay.heldUntil), at: stay.heldUntil, basis: { kind: 'hold' } };
  if (phase === 'arriving' && stay?.arrival) return { day: stay.arrival, at: null, basis: { kind: 'stay' } };
  if (phase === 'in-stay' && stay?.departure) return { day: stay.departure, at: null, basis: { kind: 'stay' } };
  const days = agreedDays[phase];
  if (days === null || phaseSince === null) return null;
  const from = phase === 'following' && lastNetworkMeeting !== null && lastNetworkMeeting > phaseSince ? lastNetworkMeeting : phaseSince;
  return { day: addDays(from, days), at: null, basis: { kind: 'agreed', edition: agreementEdition } };
}

/** The unit's leader opens the pathway once she is admitted; until then a step that can be the leader's is the others'. */
function stepOfClock(clock: Clock, isAdmitted: boolean): readonly NextStep[] {
  const action = actionIds.find((id) => actions[id].meets.includes(clock.id));
  if (!action) return [];
  const { limit, rule } = clock;
  const basis = { kind: 'law', clock: clock.id, citation: rule.citation, edition: rule.edition, source: rule.source } as const;
  const by = limit.day === null ? null : { day: limit.day, at: limit.kind === 'moment' ? limit.at : null, basis };
  const { doneBy } = actions[action];
  const before = doneBy.filter((role) => role !== 'unit-leader');
  return [{ action, by, doneBy: isAdmitted || before.length === 0 ? doneBy : before }];
}

/** Earlier day first. On the same day a moment goes before the day's end; else the one that stands first, so that law goes before agreement. */
function isBefore(a: By | null, b: By | null): boolean {
  if (a === null) return false;
  if (b === null || a.day !== b.day) return b === null || a.day < b.day;
  return a.at !== null && (b.at === null || a.at < b.at);
}
