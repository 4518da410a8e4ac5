/**
 * What can happen on a pathway (da: forløb). Facts are only ever added; the state of a pathway is what they add up to.
 * The words and codes are English, the screen words them in Danish.
 */
import type { Id } from '../id.ts';
import type { ToldAnswer } from './her-answer.ts';
import type { ListAnswer } from './her-list-answer.ts';
import type { HerYes, ToldYes } from './her-yes.ts';
import type { LegalBasisId } from '../legal-basis.ts';
import type { Day, Moment } from '../time.ts';
import type { Recorded } from '../trail.ts';

/** Level of care (da: indsatsniveau), from least to most intensive. */
export const levelsOfCare = ['outpatient', 'intensified-outpatient', 'residential'] as const;
export type LevelOfCare = (typeof levelsOfCare)[number];

/** Her answer to an offer (da: hendes svar). */
export const womansAnswers = ['accepted', 'declined', 'considering'] as const;
export type WomansAnswer = (typeof womansAnswers)[number];

/**
 * Her reason, in the words of the documents' cases: near her partner, her child, her home, her work, the distance, or other.
 * `unsaid` is her right not to give one.
 */
export const answerReasons = ['partner', 'child', 'home', 'work', 'distance', 'network', 'other', 'unsaid'] as const;
export type AnswerReason = (typeof answerReasons)[number];

/** Kinds of event that are recorded when they happen and never blocked (da: hændelser). */
export const eventKinds = [
  'network-meeting',
  'relapse',
  'missed-meeting',
  'hospital-admission',
  'moved-municipality',
  'partner-situation',
  'housing',
  'birth',
  'treatment-started',
  'treatment-ended',
  'contact',
  'note',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** One criterion's answer as the professional gave it. */
export type CriterionAnswer = 'met' | 'not-met' | 'unclear';

/** Where she goes from a unit (da: udskrives til): a closed list, with words beside it. */
export const dischargeDestinations = [
  'own-home',
  'family-or-network',
  'other-unit',
  'family-institution',
  'crisis-centre-or-shelter',
  'hospital',
  'own-choice',
  'not-known',
] as const;
export type DischargeDestination = (typeof dischargeDestinations)[number];

/** What she seeks treatment for: drugs and alcohol have each their law and their clock. */
export const soughtTreatments = ['drugs', 'alcohol', 'drugs-and-alcohol'] as const;
export type SoughtTreatment = (typeof soughtTreatments)[number];

/** Who gave a notice of concern (da: underretter), where the name is not shown. */
export const notifierKinds = ['professional', 'citizen'] as const;
export type NotifierKind = (typeof notifierKinds)[number];

/** Why information about her may be shared with a party (da: grundlag for deling): her yes, a notice of concern, or another lawful basis. */
export type SharingBasis =
  | { readonly kind: 'her-consent'; readonly on: Day }
  /** Barnets lov § 133: the duty of professionals to notify. */
  | { readonly kind: 'notice-of-concern' }
  | { readonly kind: 'other'; readonly basis: string };

/** What happened, by type. `edition` names the rules that were in force when it was decided. */
export type PathwayFact =
  | {
      readonly type: 'referral-registered';
      /** Null while the woman is not identified: a pathway can open without identity. */
      readonly person: Id<'person'> | null;
      /** How the parties call her on the screen: a first name, initials, or «ukendt». */
      readonly calledName: string;
      readonly municipality: Id<'municipality'>;
      readonly concern: string;
      readonly referrer: string;
      /** Absent when it was not asked for, as in what was written before the question was put. */
      readonly sharing?: SharingBasis;
    }
  | {
      /** The pathway was joined to the person whose number she gave (da: knyttet til hendes personnummer), with her consent on that day. */
      readonly type: 'woman-identified';
      readonly person: Id<'person'>;
      readonly consentOn: Day;
      /** Why, where the pathway stood on another number before. */
      readonly correction?: string;
    }
  /** She wants the pathway to stand on her number no more (da: tilknytningen fjernet); from then on nothing is told of it elsewhere. */
  | { readonly type: 'identity-withdrawn'; readonly reason: string }
  | { readonly type: 'due-date-set'; readonly dueDate: Day; readonly basis: 'ultrasound' | 'last-menstruation' | 'estimate' }
  | {
      /** A notice of concern (da: underretning) reached the municipality. Its clocks run from the moment of receipt. */
      readonly type: 'concern-notified';
      readonly receivedAt: Moment;
      /** Empty when the notice was given anonymously. */
      readonly notifier: string;
      readonly notifierKind?: NotifierKind;
      /** Whether the other parties see the name. Absent: nobody asked, and the name is not shown. */
      readonly nameShown?: boolean;
    }
  | {
      /** The notice was assessed for acute need. `notice` is the sequence of the fact that it reached the municipality. */
      readonly type: 'concern-assessed';
      readonly notice: number;
      readonly assessedAt: Moment;
      readonly urgent: boolean;
      readonly reason: string;
    }
  | { readonly type: 'concern-acknowledged'; readonly notice: number }
  | {
      /** She contacted the municipality and wants treatment. */
      readonly type: 'treatment-sought';
      readonly substances: SoughtTreatment;
    }
  | {
      readonly type: 'party-joined';
      readonly organisation: Id<'organisation'>;
      readonly organisationName: string;
      readonly task: string;
      /** Absent when it was not asked for, as for the one who refers and for the unit she has come to. */
      readonly sharing?: SharingBasis;
    }
  /** A facility that she has left takes no part in her pathway any more. */
  | { readonly type: 'party-left'; readonly organisation: Id<'organisation'>; readonly organisationName: string }
  | {
      readonly type: 'coordinator-named';
      readonly coordinator: string;
      readonly deputy: string | null;
      /** The party she or he works for, and a telephone number. Absent when they were not asked for. */
      readonly organisationName?: string;
      readonly telephone?: string;
    }
  | {
      readonly type: 'criteria-assessed';
      readonly edition: string;
      readonly answers: Readonly<Record<string, { readonly answer: CriterionAnswer; readonly reason: string }>>;
      readonly outcome: 'in-target-group' | 'not-in-target-group' | 'professional-decides';
    }
  | {
      /** A professional's judgement where the criteria leave the question open. */
      readonly type: 'target-group-judged';
      readonly inTargetGroup: boolean;
      readonly reason: string;
    }
  | { readonly type: 'need-assessed'; readonly level: LevelOfCare; readonly reason: string }
  | { readonly type: 'offered'; readonly level: LevelOfCare; readonly what: string }
  | { readonly type: 'answered'; readonly answer: WomansAnswer; readonly reason: AnswerReason | null; readonly inHerWords: string }
  | {
      /** The authority's decision (da: visitation). Residential care needs its legal basis. */
      readonly type: 'care-decided';
      readonly level: LevelOfCare;
      readonly legalBasis: LegalBasisId | null;
      readonly municipality: Id<'municipality'>;
      readonly reason: string;
    }
  | {
      /** What came instead of the level that was offered and declined. */
      readonly type: 'alternative-arranged';
      readonly what: string;
      readonly level: LevelOfCare;
    }
  | {
      /** The contract of detention with prior consent was offered, and what she said to it. */
      readonly type: 'contract-offered';
      readonly legalBasis: LegalBasisId;
      readonly answer: WomansAnswer;
    }
  | {
      readonly type: 'place-held';
      readonly stay: Id<'stay'>;
      readonly unitName: string;
      readonly placeName: string;
      /** The places she moves to within her stay, each from a day on. Absent when she stays on one. */
      readonly further?: readonly { readonly placeName: string; readonly from: Day }[];
      readonly arrival: Day;
      /** The day she leaves: the last night is the night before. */
      readonly departure: Day;
      readonly until: Moment;
      /** Whether she had said yes. Absent where nobody was asked. A facility reads it without the reason. */
      readonly herYes?: ToldYes;
      /** The place was held before, and is held for longer. Absent also where it was written before this was kept. */
      readonly extended?: true;
    }
  | {
      /** A stay that did not begin: given up by those who held it, run out, refused by the unit, or withdrawn by the municipality or her. */
      readonly type: 'hold-ended';
      readonly stay: Id<'stay'>;
      readonly how: 'released' | 'expired' | 'refused' | 'withdrawn';
      /** The unit's reason, a word of its closed list. Absent where none was asked for. */
      readonly reason?: string;
    }
  | {
      /** She was given another place in the same unit: before she came so that there was room for one more, or by the unit from a day on. */
      readonly type: 'place-changed';
      readonly stay: Id<'stay'>;
      readonly unitName: string;
      readonly fromPlace: string;
      readonly toPlace: string;
      /** Absent where it is the whole stay. */
      readonly from?: Day;
      /** A move that was planned and comes to nothing. */
      readonly undone?: true;
    }
  | {
      readonly type: 'place-confirmed';
      readonly stay: Id<'stay'>;
      readonly legalBasis: LegalBasisId;
      readonly paidBy: Id<'municipality'>;
      /** Why it was confirmed although she had said no, in words. Absent where she had not; a facility is not told it. */
      readonly againstNo?: string;
    }
  | {
      /** What she says to moving to another unit (da: hendes svar om at flytte), asked when the place there is confirmed and when she comes, and written when she says yes between. */
      readonly type: 'move-answered';
      readonly stay: Id<'stay'>;
      readonly unitName: string;
      readonly answer: HerYes['answer'];
    }
  | {
      /** What she says to the place that is found for her (da: hendes svar på pladsen), asked when it is confirmed, when she comes, and whenever it is missing. */
      readonly type: 'place-answered';
      readonly stay: Id<'stay'>;
      readonly unitName: string;
      readonly said: ToldAnswer;
    }
  | {
      /** What she says to standing on the waiting list (da: hendes svar på ventelisten), written when she is put on it and whenever she is asked. */
      readonly type: 'list-answered';
      readonly answer: ListAnswer;
      /** The longest way she accepts, in minutes by car; `null` where it does not matter to her. Absent where she was not asked about it. */
      readonly longestWay?: number | null;
      /** The edition by which she was asked. Absent where it was written before the edition was kept: then the one of the day holds. */
      readonly edition?: string;
    }
  /** She was taken off the waiting list: nothing is asked of her about it any more. */
  | { readonly type: 'list-left' }
  /** Another departure; or, where `departure` is `from`, that the day was kept although the birth is on another than it was counted to. */
  | {
      readonly type: 'departure-changed';
      readonly stay: Id<'stay'>;
      readonly from: Day;
      readonly departure: Day;
      readonly reason: string;
      /** The form said that she reads the reason on her own page. Absent where it did not, and where the reason was written by itself. */
      readonly readByHer?: true;
      /** What the new day follows by what was agreed: the due date, or the birth. Absent where it follows neither. */
      readonly follows?: 'due-date' | 'birth';
      /** Nothing moved: the stay was said to follow the birth from now on. Absent where the day itself was decided. */
      readonly agreedByBirth?: true;
      /** Nothing moved: the stay was said to be to that fixed day, and to follow the birth no more. Absent where it was not. */
      readonly agreedFixedDay?: true;
      /** The stay in another unit that she leaves for on that day. Absent where it was changed for another reason. */
      readonly movesTo?: Id<'stay'>;
    }
  | {
      readonly type: 'admitted';
      readonly stay: Id<'stay'>;
      readonly unitName: string;
      /** The unit she came from, in one act. */ readonly fromUnit?: string;
    }
  /** Nights away from the unit, with her place kept. The reason stands with the unit alone. */
  | {
      readonly type: 'leave-begun';
      readonly stay: Id<'stay'>;
      /** The day she goes; not said by facts written before it was kept. */
      readonly from?: Day;
      readonly back: Day;
      /** It was written before with other days. */
      readonly corrected?: true;
    }
  | {
      readonly type: 'leave-ended';
      readonly stay: Id<'stay'>;
      /** It was taken back: a plan that came to nothing, or a mistake. */
      readonly withdrawn?: true;
    }
  | { readonly type: 'discharged'; readonly stay: Id<'stay'>; readonly to: string; readonly destination?: DischargeDestination }
  | {
      /** She was written as discharged by mistake and is still there. The discharge stays in the timeline, and counts no more. */
      readonly type: 'discharge-withdrawn';
      readonly stay: Id<'stay'>;
      readonly unitName: string;
      readonly reason: string;
    }
  | {
      /** She was written as come by mistake, or on the wrong day. The admission stays in the timeline, and counts no more. */
      readonly type: 'admission-withdrawn';
      readonly stay: Id<'stay'>;
      readonly unitName: string;
      readonly reason: string;
    }
  | { readonly type: 'event'; readonly kind: EventKind; readonly text: string }
  | {
      /** What was written by hand was wrong and is taken back (`withdrawableTypes`). It stays in the timeline, and counts no more. */
      readonly type: 'event-withdrawn';
      /** The sequence of what was wrong. */
      readonly event: number;
      readonly reason: string;
    }
  | { readonly type: 'pathway-ended'; readonly reason: string }
  | { readonly type: 'pathway-reopened'; readonly reason: string };

export type PathwayFactType = PathwayFact['type'];

/**
 * What a professional writes by hand and can take back where it was wrong (da: trække tilbage). What has a way of its own to be put right is not among
 * them: stays and places, who she is, her due date, who takes part, and the end of the pathway.
 */
export const withdrawableTypes = [
  'event',
  'concern-notified',
  'concern-assessed',
  'concern-acknowledged',
  'treatment-sought',
  'criteria-assessed',
  'target-group-judged',
  'need-assessed',
  'offered',
  'answered',
  'care-decided',
  'alternative-arranged',
  'contract-offered',
] as const satisfies readonly PathwayFactType[];
export type WithdrawableType = (typeof withdrawableTypes)[number];

/** The type of a fact that can be taken back; `null` where it cannot. */
export function withdrawableType({ type }: PathwayFact): WithdrawableType | null {
  return withdrawableTypes.find((one) => one === type) ?? null;
}

/** A fact as it stands in the store: numbered within its pathway, with who wrote it and when it happened. */
export type RecordedFact = { readonly sequence: number; readonly fact: PathwayFact } & Recorded;

/** The facts that count, in the order they happened: what was withdrawn counts no more. */
export function inForce(facts: readonly RecordedFact[]): readonly RecordedFact[] {
  // One pass: what withdrawals name is looked up, not searched for with each fact.
  const named = new Set(facts.flatMap(({ fact }) => (fact.type === 'event-withdrawn' ? [fact.event] : [])));
  return inOrder(facts).filter((recorded) => {
    const mayBeNamed = withdrawableType(recorded.fact) !== null;
    return mayBeNamed ? !named.has(recorded.sequence) : withdrawalOf(facts, recorded) === null;
  });
}

/** What took a fact back; `null` where it stands. One who was discharged again after a discharge was withdrawn has left: that one stands. */
export function withdrawalOf(facts: readonly RecordedFact[], { sequence, fact }: RecordedFact): RecordedFact | null {
  const takesBack = (later: RecordedFact): boolean => {
    if (withdrawableType(fact) !== null) return later.fact.type === 'event-withdrawn' && later.fact.event === sequence;
    if (fact.type !== 'discharged' && fact.type !== 'admitted') return false;
    const withdrawn = fact.type === 'admitted' ? 'admission-withdrawn' : 'discharge-withdrawn';
    return later.fact.type === withdrawn && later.fact.stay === fact.stay && later.sequence > sequence;
  };
  return facts.find(takesBack) ?? null;
}

/** Facts in the order they happened; what happened the same day stands in the order it was written. */
export function inOrder(facts: readonly RecordedFact[]): readonly RecordedFact[] {
  return facts.toSorted((a, b) => (a.happened === b.happened ? a.sequence - b.sequence : a.happened < b.happened ? -1 : 1));
}
