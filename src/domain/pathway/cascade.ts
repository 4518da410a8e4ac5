/**
 * The cascade (da: kaskaden) of one level of care: need assessed, offered, her answer, decided, held, confirmed, admitted, completed.
 * The first day of each step is kept whatever comes after, and the days between two steps have a cause.
 */
import { type Day, daysBetween } from '../time.ts';
import {
  type AnswerReason,
  inForce,
  type LevelOfCare,
  levelsOfCare,
  type PathwayFact,
  type RecordedFact,
  type WomansAnswer,
} from './facts.ts';

export const cascadeSteps = [
  'need-assessed',
  'offered',
  'answered',
  'decided',
  'place-held',
  'place-confirmed',
  'admitted',
  'completed',
] as const;
export type CascadeStep = (typeof cascadeSteps)[number];

/** Why days passed between two steps, as far as the facts can tell it. */
export const delayCauses = ['formal-steps', 'other-offer-first', 'no-place', 'her-choice'] as const;
export type DelayCause = (typeof delayCauses)[number];

/** The first time a step was reached, and the fact that says so. */
export type CascadeEntry = { readonly step: CascadeStep; readonly first: Day; readonly sequence: number };

export type CascadeGap = { readonly from: CascadeStep; readonly to: CascadeStep; readonly days: number; readonly cause: DelayCause };

/** One answer of hers to the level, with her reason. */
export type CascadeAnswer = {
  readonly on: Day;
  readonly sequence: number;
  readonly answer: WomansAnswer;
  readonly reason: AnswerReason | null;
  readonly inHerWords: string;
};

export type Cascade = {
  readonly level: LevelOfCare;
  /** Steps that were reached, in the order of the cascade. */
  readonly entries: readonly CascadeEntry[];
  readonly answers: readonly CascadeAnswer[];
  readonly gaps: readonly CascadeGap[];
  /** What came instead when she said no. */
  readonly instead: readonly { readonly on: Day; readonly sequence: number; readonly level: LevelOfCare; readonly what: string }[];
};

/** The steps a level goes through: only residential care has a place. */
export function stepsOf(level: LevelOfCare): readonly CascadeStep[] {
  return level === 'residential' ? cascadeSteps : cascadeSteps.slice(0, 4);
}

/** The cascades of the levels that something was recorded about, from least to most intensive. */
export function cascadesOf(facts: readonly RecordedFact[]): readonly Cascade[] {
  const attributed = attribute(inForce(facts));
  return levelsOfCare.map((level) => cascadeOf(level, attributed)).filter(({ entries }) => entries.length > 0);
}

type Attributed = { readonly recorded: RecordedFact; readonly step: CascadeStep | 'instead' | null; readonly level: LevelOfCare | null };

/** An answer and what came instead belong to the level that was offered last. */
function attribute(ordered: readonly RecordedFact[]): readonly Attributed[] {
  let offered: LevelOfCare | null = null;
  return ordered.map((recorded): Attributed => {
    const { fact } = recorded;
    if (fact.type === 'offered') offered = fact.level;
    const step = stepOf(fact);
    if (step === null) return { recorded, step, level: null };
    if (step === 'answered' || step === 'instead') return { recorded, step, level: offered };
    return { recorded, step, level: 'level' in fact ? fact.level : 'residential' };
  });
}

function stepOf(fact: PathwayFact): CascadeStep | 'instead' | null {
  switch (fact.type) {
    case 'need-assessed':
    case 'offered':
    case 'answered':
    case 'place-held':
    case 'place-confirmed':
    case 'admitted':
      return fact.type;
    case 'care-decided':
      return 'decided';
    case 'discharged':
      return 'completed';
    case 'alternative-arranged':
      return 'instead';
    case 'referral-registered':
    case 'woman-identified':
    case 'identity-withdrawn':
    case 'due-date-set':
    case 'concern-notified':
    case 'concern-assessed':
    case 'concern-acknowledged':
    case 'treatment-sought':
    case 'party-joined':
    case 'coordinator-named':
    case 'criteria-assessed':
    case 'target-group-judged':
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
      return null;
  }
}

function cascadeOf(level: LevelOfCare, all: readonly Attributed[]): Cascade {
  const own = all.filter((attributed) => attributed.level === level);
  const steps = stepsOf(level).flatMap((step): readonly CascadeEntry[] => {
    const first = own.find((attributed) => attributed.step === step)?.recorded;
    return first ? [{ step, first: first.happened, sequence: first.sequence }] : [];
  });
  // Confirmed once she had come: it was no step on the way there.
  const came = steps.find(({ step }) => step === 'admitted');
  const entries = steps.filter(({ step, sequence }) => step !== 'place-confirmed' || !came || sequence < came.sequence);
  const answers = own.flatMap(({ recorded: { fact, happened, sequence } }) =>
    fact.type === 'answered' ? [{ on: happened, sequence, answer: fact.answer, reason: fact.reason, inHerWords: fact.inHerWords }] : [],
  );
  const instead = own.flatMap(({ recorded: { fact, happened, sequence } }) =>
    fact.type === 'alternative-arranged' ? [{ on: happened, sequence, level: fact.level, what: fact.what }] : [],
  );
  return { level, entries, answers, instead, gaps: gapsBetween(entries, answers, level, all) };
}

function gapsBetween(
  entries: readonly CascadeEntry[],
  answers: readonly CascadeAnswer[],
  level: LevelOfCare,
  all: readonly Attributed[],
): readonly CascadeGap[] {
  return entries.flatMap((entry, index): readonly CascadeGap[] => {
    const before = entries[index - 1];
    const days = before ? daysBetween(before.first, entry.first) : 0;
    if (!before || days <= 0) return [];
    const otherTried = all.some((attributed) => isOtherOffer(attributed, level, before.first, entry.first));
    const cause = causeOf(entry.step, otherTried, answers[0]?.answer === 'accepted');
    return cause === null ? [] : [{ from: before.step, to: entry.step, days, cause }];
  });
}

/** The cause that the step itself points to; days in the stay are no loss. */
function causeOf(to: CascadeStep, otherTried: boolean, acceptedAtOnce: boolean): DelayCause | null {
  switch (to) {
    case 'need-assessed':
    case 'completed':
      return null;
    case 'offered':
      return otherTried ? 'other-offer-first' : 'formal-steps';
    case 'answered':
      return 'her-choice';
    case 'decided':
      if (otherTried) return 'other-offer-first';
      return acceptedAtOnce ? 'formal-steps' : 'her-choice';
    case 'place-confirmed':
      return 'formal-steps';
    case 'place-held':
    case 'admitted':
      return 'no-place';
  }
}

function isOtherOffer({ recorded, level }: Attributed, own: LevelOfCare, from: Day, to: Day): boolean {
  const { fact, happened } = recorded;
  if (happened < from || happened > to) return false;
  if (fact.type === 'alternative-arranged') return fact.level !== own;
  return (fact.type === 'offered' || fact.type === 'care-decided') && level !== own;
}
