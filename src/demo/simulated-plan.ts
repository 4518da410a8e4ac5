/** What chance decides about one simulated pathway, before anything is written down: who she is, what is needed, and how long steps take. */
import { assessTargetGroup, type CriteriaAnswers, type CriterionId, criterionIds } from '../domain/pathway/criteria.ts';
import type { AnswerReason, CriterionAnswer, LevelOfCare } from '../domain/pathway/facts.ts';
import { answerReasons, levelsOfCare } from '../domain/pathway/facts.ts';
import { pregnancyDays } from '../domain/pathway/gestation.ts';
import { addDays, type Day } from '../domain/time.ts';
import type { LegalBasisId } from '../domain/legal-basis.ts';
import type { Chance } from './random.ts';
import {
  acceptedAfterThought,
  answerShares,
  daysAfterBirth,
  decidedAfterYes,
  eventShares,
  needShares,
  offeredResidential,
  stepDays,
  weeksAtContact,
} from './rates.ts';
import { criterionReasons } from './sentences.ts';

/** In the simulated country she always says why. */
const saidReasons = answerReasons.filter((reason) => reason !== 'unsaid');

/** Days are counted from the referral, which is day 0. */
export type Plan = {
  readonly dueDate: Day;
  readonly dueDateBasis: 'ultrasound' | 'last-menstruation';
  readonly partiesOn: number;
  readonly dueDateOn: number;
  readonly coordinatorOn: number;
  readonly criteriaOn: number;
  readonly answers: CriteriaAnswers;
  /** Where the criteria leave it open, a professional judges. */
  readonly judgedOn: number | null;
  readonly needOn: number;
  readonly need: LevelOfCare;
  readonly offerOn: number;
  readonly offered: LevelOfCare;
  readonly considering: boolean;
  readonly answerOn: number;
  readonly accepted: boolean;
  /** Why she said no or had to think; `null` when she said yes at once. */
  readonly reason: AnswerReason | null;
  readonly alternativeOn: number | null;
  readonly decidedOn: number | null;
  readonly legalBasis: LegalBasisId | null;
  /** The residential stay that is sought: nights in days from the referral. */
  readonly sought: { readonly heldOn: number; readonly arrival: number; readonly departure: number } | null;
  readonly birthOn: number;
  /** The pathway ends when the child is one year old, or when contact is lost. */
  readonly endOn: number;
  readonly contactLost: boolean;
};

/** Loss of a pregnancy is not simulated: it is specially shielded, and nothing in the demonstration is to look like it. */
export function planPathway(chance: Chance, referred: Day): Plan {
  const after = (from: number, step: keyof typeof stepDays): number => {
    const [mean, least] = stepDays[step];
    return from + chance.days(mean, least);
  };
  const week = weekAtContact(chance);
  const dueDays = pregnancyDays - week * 7 - chance.whole(0, 6);
  const birthOn = Math.max(2, dueDays - chance.days(6) + chance.whole(0, 10));

  const partiesOn = after(0, 'parties');
  const need = chance.pickByWeight(levelsOfCare, (level) => needShares[level]);
  const criteriaOn = after(partiesOn, 'criteria');
  const answers = criteriaAnswers(chance, need);
  const judgedOn = assessTargetGroup(answers).outcome === 'professional-decides' ? after(criteriaOn, 'judgement') : null;
  const needOn = after(judgedOn ?? criteriaOn, 'need');
  const offerOn = after(needOn, 'offer');
  const offered = need === 'residential' && !chance.happens(offeredResidential) ? 'intensified-outpatient' : need;

  const first = chance.pickByWeight(['accepted', 'declined', 'considering'] as const, (answer) => likelihood(answer, offered));
  const firstAnswerOn = after(offerOn, 'answer');
  const considering = first === 'considering';
  const answerOn = considering ? after(firstAnswerOn, 'secondThought') : firstAnswerOn;
  const accepted = considering ? chance.happens(acceptedAfterThought) : first === 'accepted';
  const decided = accepted && (offered !== 'residential' || chance.happens(decidedAfterYes));
  const decidedOn = decided ? after(answerOn, 'decision') : null;
  const contactLost = chance.happens(eventShares.contactLost);
  return {
    dueDate: addDays(referred, dueDays),
    dueDateBasis: week < 22 ? 'ultrasound' : 'last-menstruation',
    partiesOn,
    dueDateOn: after(0, 'dueDate'),
    coordinatorOn: after(0, 'coordinator'),
    criteriaOn,
    answers,
    judgedOn,
    needOn,
    need,
    offerOn,
    offered,
    considering,
    answerOn,
    accepted,
    reason: accepted && !considering ? null : chance.pick(saidReasons),
    alternativeOn: accepted ? null : after(answerOn, 'alternative'),
    decidedOn,
    legalBasis: decided && offered === 'residential' ? chance.pick(['SEL-107-2-2', 'SEL-107-2-2', 'SUL-141', 'BL-32-1-6']) : null,
    sought: decidedOn === null || offered !== 'residential' ? null : soughtStay(chance, decidedOn, birthOn),
    birthOn,
    endOn: contactLost ? birthOn + chance.whole(20, 200) : birthOn + 365,
    contactLost,
  };
}

/** Outpatient offers are mostly accepted; residential care is where she weighs partner, child, home, work and distance. */
function likelihood(answer: keyof typeof answerShares, offered: LevelOfCare): number {
  if (offered === 'residential') return answerShares[answer];
  return { accepted: 0.85, declined: 0.05, considering: 0.1 }[answer];
}

function soughtStay(chance: Chance, decidedOn: number, birthOn: number): NonNullable<Plan['sought']> {
  const heldOn = decidedOn + chance.days(...stepDays.place);
  const arrival = heldOn + chance.days(...stepDays.arrival);
  return { heldOn, arrival, departure: Math.max(birthOn, arrival) + chance.whole(...daysAfterBirth) };
}

/** Between the earliest and the latest week, most often around the middle one. */
function weekAtContact(chance: Chance): number {
  const [from, mode, to] = weeksAtContact;
  const share = chance.fraction();
  const turn = (mode - from) / (to - from);
  const week =
    share < turn ? from + Math.sqrt(share * (to - from) * (mode - from)) : to - Math.sqrt((1 - share) * (to - from) * (to - mode));
  return Math.floor(week);
}

/** Answers that fit the need: who needs residential care meets the inclusion criteria, or leaves two of them open. */
function criteriaAnswers(chance: Chance, need: LevelOfCare): CriteriaAnswers {
  const open = chance.happens(eventShares.leftToJudgement);
  const given = (id: CriterionId): CriterionAnswer => {
    switch (id) {
      case 'pregnant-harmful-use':
        return 'met';
      case 'social-problems':
        return need === 'outpatient' && chance.happens(0.4) ? 'not-met' : 'met';
      case 'not-held-outpatient':
      case 'needs-residential':
        return need === 'residential' ? (open ? 'unclear' : 'met') : 'not-met';
      case 'profits-from-outpatient':
        return need === 'residential' ? 'not-met' : 'met';
    }
  };
  const withReason = (id: CriterionId): CriteriaAnswers[CriterionId] => {
    const answer = given(id);
    const { met, notMet, unclear } = criterionReasons[id];
    return { answer, reason: { met, 'not-met': notMet, unclear }[answer] };
  };
  return Object.fromEntries(criterionIds.map((id) => [id, withReason(id)])) as CriteriaAnswers;
}
