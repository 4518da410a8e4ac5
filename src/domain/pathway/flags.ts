/**
 * Flags (da: bemærkninger) on what was recorded out of order. The record of a real event is never blocked; the flag says what is
 * unusual about it, so that it can be explained or put right.
 */
import type { Id } from '../id.ts';
import { legalBases } from '../legal-basis.ts';
import { danishDay, type Day } from '../time.ts';
import { birthAsked } from './birth-asked.ts';
import type { PathwayFact, PathwayFactType, RecordedFact } from './facts.ts';
import { statesBefore } from './fold.ts';
import { dueDateInForce } from './gestation.ts';
import type { PlaceAnswer } from './her-answer.ts';
import { knownYes } from './her-yes.ts';
import { isInTargetGroup, type PathwayState, type PathwayStay } from './state.ts';

export const flagIds = [
  'before-referral',
  'day-before-referral',
  'happened-later-than-written',
  'after-end',
  'judged-without-criteria',
  'offered-without-need',
  'answered-without-offer',
  'alternative-without-no',
  'decided-without-yes',
  'decided-outside-target-group',
  'residential-without-legal-basis',
  'held-without-decision',
  'confirmed-without-hold',
  'confirmed-on-other-basis',
  'admitted-without-decision',
  'admitted-without-confirmed-place',
  'admitted-without-contract-offer',
  'moved-without-yes',
  'admitted-without-yes',
  'confirmed-against-her-no',
  'discharged-without-admission',
  'notice-unknown',
  'birth-far-from-term',
] as const;
export type FlagId = (typeof flagIds)[number];

/** One flag, on the fact with this sequence. A settled one was put right by what came later. */
export type Flag = { readonly flag: FlagId; readonly sequence: number; readonly type: PathwayFactType; readonly settled: boolean };

/** The flags of all facts that count, in the order things happened. One pass: the state and what was told are carried along. */
export function flagsOf(facts: readonly RecordedFact[]): readonly Flag[] {
  const told = new Set<string>();
  const all = statesBefore(facts);
  // The due date in force may be written about a later day than the birth.
  const term = dueDateInForce(all.flatMap(({ recorded: { fact } }) => (fact.type === 'due-date-set' ? [fact] : [])));
  const isFarFromTerm = (fact: PathwayFact, happened: Day): boolean =>
    fact.type === 'event' && fact.kind === 'birth' && birthAsked(term?.dueDate ?? null, happened) !== null;
  const referred = Math.min(...facts.flatMap(({ fact, sequence }) => (fact.type === 'referral-registered' ? [sequence] : [])));
  return all.flatMap(({ recorded, before }, index) => {
    const { fact, sequence } = recorded;
    const found = [
      ...flagsOnWriting(recorded, before, referred),
      ...flagsOnFact(fact, before, told),
      ...given('birth-far-from-term', isFarFromTerm(fact, recorded.happened)),
    ];
    const mark = markOf(recorded);
    if (mark !== null) told.add(mark);
    if (found.length === 0) return [];
    const later = all.slice(index + 1).map((one) => one.recorded);
    return found.map((flag) => ({ flag, sequence, type: fact.type, settled: isSettled(flag, fact, later) }));
  });
}

/** What later facts ask whether it was told; null for what none of them asks about. */
function markOf({ fact, sequence }: RecordedFact): string | null {
  if (fact.type === 'need-assessed' || fact.type === 'care-decided') return `${fact.type} ${fact.level}`;
  if (fact.type === 'concern-notified') return `${fact.type} ${sequence}`;
  return fact.type === 'contract-offered' ? fact.type : null;
}

/** Whether what was lacking was recorded afterwards. What merely says how it was written cannot be put right later. */
function isSettled(flag: FlagId, fact: PathwayFact, later: readonly RecordedFact[]): boolean {
  const cameLater = (type: PathwayFactType): boolean => later.some((other) => other.fact.type === type);
  const level = 'level' in fact ? fact.level : null;
  switch (flag) {
    case 'after-end':
      return cameLater('pathway-reopened');
    case 'judged-without-criteria':
      return cameLater('criteria-assessed');
    case 'offered-without-need':
      return later.some((other) => other.fact.type === 'need-assessed' && other.fact.level === level);
    case 'answered-without-offer': {
      const offer = later.findIndex((other) => other.fact.type === 'offered');
      return offer >= 0 && later.slice(offer + 1).some((other) => other.fact.type === 'answered');
    }
    case 'alternative-without-no':
      return later.some((other) => other.fact.type === 'answered' && other.fact.answer === 'declined');
    case 'decided-without-yes':
      return later.some((other) => other.fact.type === 'answered' && other.fact.answer === 'accepted');
    case 'decided-outside-target-group':
      return later.some((other) => other.fact.type === 'target-group-judged' && other.fact.inTargetGroup);
    case 'residential-without-legal-basis':
      return later.some(
        (other) => other.fact.type === 'care-decided' && (other.fact.level !== 'residential' || other.fact.legalBasis !== null),
      );
    case 'held-without-decision':
    case 'admitted-without-decision':
      return later.some((other) => other.fact.type === 'care-decided' && other.fact.level === 'residential');
    case 'admitted-without-confirmed-place':
      return cameLater('place-confirmed');
    case 'admitted-without-contract-offer':
      return cameLater('contract-offered');
    case 'moved-without-yes':
      return later.some((other) => (other.fact.type === 'answered' && other.fact.answer === 'accepted') || isAnswer(other.fact, fact));
    case 'admitted-without-yes':
      return later.some((other) => (other.fact.type === 'answered' && other.fact.answer === 'accepted') || isAnswer(other.fact, fact));
    case 'confirmed-against-her-no':
      return later.some((other) => isYes(other.fact, fact));
    case 'before-referral':
    case 'day-before-referral':
    case 'happened-later-than-written':
    case 'confirmed-without-hold':
    case 'confirmed-on-other-basis':
    case 'discharged-without-admission':
    case 'notice-unknown':
    case 'birth-far-from-term':
      return false;
  }
}

/** `referred` is the sequence of the first referral, infinite where there is none: a day before its day is another slip than no referral at all. */
function flagsOnWriting({ sequence, fact, happened, recorded }: RecordedFact, before: PathwayState, referred: number): readonly FlagId[] {
  const isBefore = fact.type !== 'referral-registered' && before.referral === null;
  return [
    ...given('before-referral', isBefore && sequence < referred),
    ...given('day-before-referral', isBefore && sequence > referred),
    ...given('happened-later-than-written', happened > danishDay(recorded)),
    ...given('after-end', before.ended !== null && fact.type !== 'pathway-reopened'),
  ];
}

function flagsOnFact(fact: PathwayFact, before: PathwayState, told: ReadonlySet<string>): readonly FlagId[] {
  switch (fact.type) {
    case 'target-group-judged':
      return given('judged-without-criteria', before.targetGroup === null);
    case 'offered':
      return given('offered-without-need', !told.has(`need-assessed ${fact.level}`));
    case 'answered':
      return given('answered-without-offer', before.offeredLevel === null);
    case 'alternative-arranged':
      return given('alternative-without-no', before.latestAnswer?.answer !== 'declined');
    case 'care-decided':
      return [
        ...given('decided-without-yes', before.latestAnswer?.answer !== 'accepted' || before.offeredLevel !== fact.level),
        ...given('decided-outside-target-group', fact.level === 'residential' && isInTargetGroup(before) === false),
        ...given('residential-without-legal-basis', fact.level === 'residential' && fact.legalBasis === null),
      ];
    case 'place-held':
      return given('held-without-decision', !told.has('care-decided residential'));
    case 'place-confirmed': {
      const basis = before.decision?.level === 'residential' ? before.decision.legalBasis : null;
      return [
        ...given('confirmed-without-hold', !['held', 'admitted'].includes(statusOf(before, fact.stay) ?? '')),
        ...given('confirmed-against-her-no', stayIn(before, fact.stay)?.answered === 'no'),
        ...given('confirmed-on-other-basis', basis !== null && basis !== fact.legalBasis),
      ];
    }
    case 'admitted': {
      const basis = before.stay?.legalBasis ?? before.decision?.legalBasis ?? null;
      const owed = basis !== null && legalBases[basis].contractMustBeOffered && before.bornOn === null;
      return [
        ...given('admitted-without-decision', !told.has('care-decided residential')),
        ...given('admitted-without-confirmed-place', statusOf(before, fact.stay) !== 'confirmed'),
        ...given('admitted-without-contract-offer', owed && !told.has('contract-offered')),
        ...given('moved-without-yes', fact.fromUnit !== undefined && stayIn(before, fact.stay)?.saidYes !== true),
        ...given('admitted-without-yes', fact.fromUnit === undefined && !hadSaidYes(before, fact.stay)),
      ];
    }
    case 'discharged':
      return given('discharged-without-admission', statusOf(before, fact.stay) !== 'admitted');
    case 'concern-assessed':
    case 'concern-acknowledged':
      return given('notice-unknown', !told.has(`concern-notified ${fact.notice}`));
    case 'referral-registered':
    case 'woman-identified':
    case 'identity-withdrawn':
    case 'due-date-set':
    case 'concern-notified':
    case 'treatment-sought':
    case 'party-joined':
    case 'coordinator-named':
    case 'criteria-assessed':
    case 'need-assessed':
    case 'contract-offered':
    case 'hold-ended':
    case 'place-changed':
    case 'move-answered':
    case 'place-answered':
    case 'list-answered':
    case 'list-left':
    case 'departure-changed':
    case 'leave-begun':
    case 'leave-ended':
    case 'party-left':
    case 'event':
    case 'event-withdrawn':
    case 'discharge-withdrawn':
    case 'admission-withdrawn':
    case 'pathway-ended':
    case 'pathway-reopened':
      return [];
  }
}

/** Whether her yes to a first place was written before she came: to the place, or to residential care. */
function hadSaidYes(before: PathwayState, stay: Id<'stay'>): boolean {
  const known = stayIn(before, stay);
  return known?.saidYes === true || (known?.answered === undefined && knownYes(before) !== null);
}

/** Whether a fact says that she said yes to the place that another is about, or why she cannot be asked. */
function isAnswer(later: PathwayFact, about: PathwayFact): boolean {
  return saysOf(about, later, 'yes') || saysOf(about, later, 'not-possible');
}

/** Whether a fact says that she said yes to the place that another is about: nothing else takes her no back. */
function isYes(later: PathwayFact, about: PathwayFact): boolean {
  return saysOf(about, later, 'yes');
}

function saysOf(about: PathwayFact, later: PathwayFact, answer: PlaceAnswer): boolean {
  return later.type === 'place-answered' && 'stay' in about && later.stay === about.stay && later.said.answer === answer;
}

function statusOf(before: PathwayState, stay: Id<'stay'>): PathwayStay['status'] | null {
  return stayIn(before, stay)?.status ?? null;
}

function stayIn({ stays }: PathwayState, stay: Id<'stay'>): PathwayStay | undefined {
  return stays.find(({ id }) => id === stay);
}

function given(flag: FlagId, holds: boolean): readonly FlagId[] {
  return holds ? [flag] : [];
}
