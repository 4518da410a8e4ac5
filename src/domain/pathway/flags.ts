/**
 * Flags (da: bemærkninger) on what was recorded out of order. The record of a real event is never blocked; the flag says what is
 * unusual about it, so that it can be explained or put right.
 */
import type { Id } from '../id.ts';
import { legalBases } from '../legal-basis.ts';
import { danishDay } from '../time.ts';
import { inForce, type PathwayFact, type PathwayFactType, type RecordedFact } from './facts.ts';
import { foldPathway, isInTargetGroup, type Pathway, type PathwayStay } from './state.ts';

export const flagIds = [
  'before-referral',
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
  'discharged-without-admission',
  'notice-unknown',
] as const;
export type FlagId = (typeof flagIds)[number];

/** One flag, on the fact with this sequence. A settled one was put right by what came later. */
export type Flag = { readonly flag: FlagId; readonly sequence: number; readonly type: PathwayFactType; readonly settled: boolean };

/** The flags of all facts that count, in the order things happened. */
export function flagsOf(facts: readonly RecordedFact[]): readonly Flag[] {
  const ordered = inForce(facts);
  return ordered.flatMap((recorded, index) => {
    const before = foldPathway(ordered.slice(0, index));
    const found = [...flagsOnWriting(recorded, before), ...flagsOnFact(recorded.fact, before, ordered.slice(0, index))];
    const later = ordered.slice(index + 1);
    return found.map((flag) => ({
      flag,
      sequence: recorded.sequence,
      type: recorded.fact.type,
      settled: isSettled(flag, recorded.fact, later),
    }));
  });
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
    case 'before-referral':
    case 'happened-later-than-written':
    case 'confirmed-without-hold':
    case 'confirmed-on-other-basis':
    case 'discharged-without-admission':
    case 'notice-unknown':
      return false;
  }
}

function flagsOnWriting({ fact, happened, recorded }: RecordedFact, before: Pathway): readonly FlagId[] {
  return [
    ...given('before-referral', fact.type !== 'referral-registered' && before.referral === null),
    ...given('happened-later-than-written', happened > danishDay(recorded)),
    ...given('after-end', before.ended !== null && fact.type !== 'pathway-reopened'),
  ];
}

function flagsOnFact(fact: PathwayFact, before: Pathway, earlier: readonly RecordedFact[]): readonly FlagId[] {
  switch (fact.type) {
    case 'target-group-judged':
      return given('judged-without-criteria', before.targetGroup === null);
    case 'offered':
      return given('offered-without-need', !reached(before, fact.level, 'need-assessed'));
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
      return given('held-without-decision', !reached(before, 'residential', 'decided'));
    case 'place-confirmed': {
      const basis = before.decision?.level === 'residential' ? before.decision.legalBasis : null;
      return [
        ...given('confirmed-without-hold', statusOf(before, fact.stay) !== 'held'),
        ...given('confirmed-on-other-basis', basis !== null && basis !== fact.legalBasis),
      ];
    }
    case 'admitted': {
      const basis = before.stay?.legalBasis ?? before.decision?.legalBasis ?? null;
      const owed = basis !== null && legalBases[basis].contractMustBeOffered && before.bornOn === null;
      return [
        ...given('admitted-without-decision', !reached(before, 'residential', 'decided')),
        ...given('admitted-without-confirmed-place', statusOf(before, fact.stay) !== 'confirmed'),
        ...given('admitted-without-contract-offer', owed && !earlier.some((other) => other.fact.type === 'contract-offered')),
      ];
    }
    case 'discharged':
      return given('discharged-without-admission', statusOf(before, fact.stay) !== 'admitted');
    case 'concern-assessed':
    case 'concern-acknowledged':
      return given('notice-unknown', !earlier.some((other) => other.sequence === fact.notice && other.fact.type === 'concern-notified'));
    case 'referral-registered':
    case 'due-date-set':
    case 'concern-notified':
    case 'treatment-sought':
    case 'party-joined':
    case 'coordinator-named':
    case 'criteria-assessed':
    case 'need-assessed':
    case 'contract-offered':
    case 'hold-ended':
    case 'event':
    case 'event-withdrawn':
    case 'pathway-ended':
    case 'pathway-reopened':
      return [];
  }
}

function statusOf({ stays }: Pathway, stay: Id<'stay'>): PathwayStay['status'] | null {
  return stays.find(({ id }) => id === stay)?.status ?? null;
}

function reached({ cascades }: Pathway, level: Pathway['cascades'][number]['level'], step: string): boolean {
  return cascades.some((cascade) => cascade.level === level && cascade.entries.some((entry) => entry.step === step));
}

function given(flag: FlagId, holds: boolean): readonly FlagId[] {
  return holds ? [flag] : [];
}
