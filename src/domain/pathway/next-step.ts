/** What is the one next thing on a pathway (da: næste skridt), what stands beside it, and what is missing. */
import { addDays, danishDay, type Day } from '../time.ts';
import type { Role } from '../trail.ts';
import { actionIds, actions, agreedDays, agreementEdition, type By, type NextStep } from './actions.ts';
import { contactDue } from './contact-after.ts';
import { type Clock, isOpen } from './deadlines.ts';
import { yesStanding } from './her-answer.ts';
import { dueOnList } from './her-list-answer.ts';
import { isUndecided, type Phase } from './phases.ts';
import { lostPlace } from './place-gone.ts';
import { isInTargetGroup, type Pathway, type PathwayStay } from './state.ts';
import { moveFellAway } from './transfer.ts';

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

/**
 * The one next thing: another place where the unit took back hers, a running legal clock, the confirmation that a stay began without, her departure where the move it was changed for fell away, or the
 * phase's own step, whichever comes first. `null` when the pathway has ended.
 */
export function nextStep(pathway: Pathway): NextStep | null {
  const expected = expectedStep(pathway);
  if (expected === null) return null;
  const isAdmitted = pathway.stay?.status === 'admitted';
  // Before she comes is no day while no place is hers: a contract is offered about a stay.
  const asked = pathway.clocks
    .filter((clock) => isOpen(clock) && clock.limit.day !== null)
    .flatMap((clock) => stepOfClock(clock, isAdmitted));
  const owed = [placeAgainOf(pathway), confirmationOf(pathway), settlementOf(pathway)].filter((step) => step !== null);
  return [...owed, ...asked, expected].reduce((first, step) => (isBefore(step.by, first.by) ? step : first));
}

/**
 * What is still to be done about the level of care while a place is held or hers: it stays the work of those whose step it is, whatever the place
 * awaits. `null` where the phase itself awaits it, or the level is settled.
 */
export function levelStep(pathway: Pathway): NextStep | null {
  const { ended, phase, awaiting, lastNetworkMeeting } = pathway;
  if (ended !== null || phase === awaiting.phase || !isUndecided(awaiting.phase)) return null;
  const action = actionIds.find((id) => actions[id].expectedIn.includes(awaiting.phase));
  const by = agreedBy(awaiting.phase, awaiting.since, lastNetworkMeeting);
  return action ? { action, by, doneBy: actions[action].doneBy } : null;
}

/**
 * What is to be done beside the next step, by others: she is asked while the place is confirmed by those who pay. `null` where nothing waits for her
 * answer. It stands beside the next step and not before it, because her answer stops nothing.
 */
export function stepOfHerAnswer({ stay, ended }: Pathway): NextStep | null {
  if (ended || !stay) return null;
  // What the list offers is answered by her where the offer is answered.
  const offered = offerStep(stay);
  if (offered) return offered;
  const standing = yesStanding(stay);
  if (standing !== 'missing' && standing !== 'refused') return null;
  const action = standing === 'missing' ? 'ask-her' : 'heed-her-no';
  const { doneBy } = actions[action];
  const isThere = stay.status === 'admitted';
  return { action, by: answerBy(stay), doneBy: isThere && action === 'ask-her' ? [...doneBy, 'unit-leader'] : doneBy };
}

/** She stands on the waiting list and was not asked: the coordinator's, beside the next step, because it stops nothing. `null` where she was, or has a place. */
export function stepOfList({ onList, stay, ended }: Pathway): NextStep | null {
  const hasPlace = stay !== null && (stay.status === 'held' || stay.status === 'confirmed' || stay.status === 'admitted');
  if (ended !== null || hasPlace || onList?.answer !== 'not-asked') return null;
  const { day, edition } = dueOnList(onList);
  return {
    action: 'ask-about-list',
    by: { day, at: null, basis: { kind: 'agreed', edition } },
    doneBy: actions['ask-about-list'].doneBy,
  };
}

/** While it is held, until it runs out; then as soon as she has it, and before she comes. */
function answerBy({ status, heldUntil, confirmedOn, admittedOn, arrival }: PathwayStay): By | null {
  if (status === 'held') return heldUntil && { day: danishDay(heldUntil), at: heldUntil, basis: { kind: 'hold' } };
  const from = admittedOn ?? confirmedOn;
  if (from === null) return null;
  const agreed = admittedOn ?? addDays(from, agreedDays['finding-place'] ?? 0);
  const isSooner = admittedOn === null && arrival !== null && arrival < agreed;
  if (isSooner) return { day: arrival, at: null, basis: { kind: 'stay' } };
  return { day: agreed, at: null, basis: { kind: 'agreed', edition: agreementEdition } };
}

/**
 * The one next thing for a role: her answer or a talk with her where it is the role's to ask, and the step about the level of care where the next step is another's, whichever
 * comes first of those that are the role's.
 */
export function nextStepFor(pathway: Pathway, role: Role): NextStep | null {
  const next = nextStep(pathway);
  if (next === null) return null;
  const isMine = next.doneBy.includes(role);
  // She who left is reached before any form is filled in: that is first to those who are to talk with her.
  const contact = stepOfContact(pathway);
  if (contact?.doneBy.includes(role)) return contact;
  const beside = [stepOfHerAnswer(pathway), stepOfList(pathway), isMine ? null : levelStep(pathway)].filter((step) => step !== null);
  const [first, ...others] = [...(isMine ? [next] : []), ...beside.filter(({ doneBy }) => doneBy.includes(role))];
  return first ? others.reduce((earliest, step) => (isBefore(step.by, earliest.by) ? step : earliest), first) : next;
}

/**
 * What is missing now: her yes where a place is confirmed for her or she lives on it without it, a decision where she has a confirmed place or lives on it, the
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
    'her-yes': stay !== null && stay.status !== 'held' && ['missing', 'refused'].includes(yesStanding(stay) ?? ''),
    'care-decision': (stay?.status === 'confirmed' || stay?.status === 'admitted') && decision?.level !== 'residential',
    'legal-basis': decision !== null && decision.level === 'residential' && decision.legalBasis === null,
    'stay-confirmation': isUnconfirmed(stay),
    'contract-offer': clocks.some((clock) => clock.id === 'contract-offer' && isOpen(clock)),
  };
  return pathway.ended ? [] : missingThings.filter((thing) => isMissing[thing]);
}

/** The step that the phase awaits; `null` when the pathway has ended. */
function expectedStep(pathway: Pathway): NextStep | null {
  const { phase, stay } = pathway;
  // What the waiting list offers is answered before it can be confirmed.
  const offered = phase === 'confirming' && stay ? offerStep(stay) : null;
  if (offered) return offered;
  // What would go on without her waits for her no to be heeded. It can still be done, and is then asked about.
  if (stay && (phase === 'confirming' || phase === 'arriving') && yesStanding(stay) === 'refused')
    return { action: 'heed-her-no', by: answerBy(stay), doneBy: actions['heed-her-no'].doneBy };
  const action = actionIds.find((id) => actions[id].expectedIn.includes(phase));
  return action ? { action, by: expectedBy(pathway), doneBy: actions[action].doneBy } : null;
}

/**
 * The confirmation of a place that is held, where a clock of the law makes something else the next thing: the place is given free if nobody confirms it in
 * time. `null` where it is itself the next thing, or nothing is to be confirmed.
 */
export function confirmationBeside(pathway: Pathway): NextStep | null {
  const expected = expectedStep(pathway);
  return expected?.action === 'confirm-place' && nextStep(pathway)?.action !== 'confirm-place' ? expected : null;
}

/** An offer of the waiting list that waits for her answer; `null` where the place is none. */
function offerStep({ status, isOffer, heldUntil }: PathwayStay): NextStep | null {
  if (status !== 'held' || !isOffer || heldUntil === null) return null;
  const by: By = { day: danishDay(heldUntil), at: heldUntil, basis: { kind: 'offer' } };
  return { action: 'answer-offer', by, doneBy: actions['answer-offer'].doneBy };
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

/** The unit took back a place that was confirmed to her: another is to be found the same day, ahead of what the phase awaits. */
function placeAgainOf(pathway: Pathway): NextStep | null {
  const lost = lostPlace(pathway);
  if (lost === null) return null;
  const by: By = { day: lost.since, at: null, basis: { kind: 'agreed', edition: agreementEdition } };
  return { action: 'hold-place', by, doneBy: actions['hold-place'].doneBy };
}

/** Her departure stands as a move made it that fell away. Agreed: as soon as a place is found, and before she is to leave. */
function settlementOf({ stays, ended }: Pathway): NextStep | null {
  const fell = ended ? null : moveFellAway({ stays });
  if (!fell) return null;
  const agreed = addDays(fell.to.since, agreedDays['finding-place'] ?? 0);
  const leaves = fell.from.departure;
  const by: By =
    leaves !== null && leaves < agreed
      ? { day: leaves, at: null, basis: { kind: 'stay' } }
      : { day: agreed, at: null, basis: { kind: 'agreed', edition: agreementEdition } };
  return { action: 'settle-departure', by, doneBy: actions['settle-departure'].doneBy };
}

/** She left before the time: somebody talks with her within few days, beside the next step, because it stops nothing. `null` where nobody has to. */
export function stepOfContact(pathway: Pathway): NextStep | null {
  const due = pathway.ended ? null : contactDue(pathway);
  if (due === null) return null;
  const by: By = { day: due.day, at: null, basis: { kind: 'agreed', edition: due.edition } };
  return { action: 'contact-her', by, doneBy: actions['contact-her'].doneBy };
}

function expectedBy({ phase, phaseSince, stay, lastNetworkMeeting }: Pathway): By | null {
  if (phase === 'confirming' && stay?.heldUntil) return { day: danishDay(stay.heldUntil), at: stay.heldUntil, basis: { kind: 'hold' } };
  if (phase === 'arriving' && stay?.arrival) return { day: stay.arrival, at: null, basis: { kind: 'stay' } };
  if (phase === 'in-stay' && stay?.departure) return { day: stay.departure, at: null, basis: { kind: 'stay' } };
  return agreedBy(phase, phaseSince, lastNetworkMeeting);
}

function agreedBy(phase: Phase, since: Day | null, lastNetworkMeeting: Day | null): By | null {
  const days = agreedDays[phase];
  if (days === null || since === null) return null;
  const from = phase === 'following' && lastNetworkMeeting !== null && lastNetworkMeeting > since ? lastNetworkMeeting : since;
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
