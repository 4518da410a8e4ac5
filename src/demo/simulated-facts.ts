/** A simulated pathway written down: the plan told as facts, in the order they happen. */
import { addHverdage } from '../domain/calendar.ts';
import type { Id } from '../domain/id.ts';
import { legalBases } from '../domain/legal-basis.ts';
import { assessTargetGroup, criteriaOf2019 } from '../domain/pathway/criteria.ts';
import { type EventKind, type PathwayFact, soughtTreatments } from '../domain/pathway/facts.ts';
import { addDays, addMinutes, type Day, daysBetween } from '../domain/time.ts';
import { type CaseCast, type CaseRole, type Entry, joins, morningOf, coordinatorNamed } from './case-writer.ts';
import type { Chance } from './random.ts';
import { eventShares } from './rates.ts';
import { acceptingWords, alternatives, concerns, endings, eventTexts, inHerWords, needReasons, offers } from './sentences.ts';
import type { Given } from './simulated-places.ts';
import type { Plan } from './simulated-plan.ts';

export type Told = {
  readonly chance: Chance;
  readonly referred: Day;
  readonly cast: CaseCast;
  readonly person: Id<'person'> | null;
  readonly calledName: string;
};

/** The entries of a pathway, with days counted from the referral. Without a place the pathway stops where one is sought. */
export function entriesOf(plan: Plan, given: Given | null, told: Told): readonly Entry[] {
  return [
    ...beginning(plan, told),
    ...assessment(plan, told.chance),
    ...decision(plan, told),
    ...stay(plan, given, told),
    ...life(plan, told),
  ];
}

function beginning({ partiesOn, dueDateOn, dueDate, dueDateBasis, coordinatorOn }: Plan, told: Told): readonly Entry[] {
  const { chance, cast, person, calledName, referred } = told;
  const referrer: CaseRole = chance.pick(['doctor', 'doctor', 'familyClinic', 'substanceTreatment', 'shelter']);
  const deputy = chance.happens(0.8) ? cast.familyClinic.name : null;
  return [
    [
      0,
      referrer,
      {
        type: 'referral-registered',
        person,
        calledName,
        municipality: cast.municipality,
        concern: chance.pick(concerns),
        referrer: cast[referrer].organisationName,
      },
    ],
    ...(chance.happens(eventShares.notified) ? notice(chance, referred, cast) : []),
    joins(cast, partiesOn, 'familyClinic', 'Graviditetsomsorg'),
    joins(cast, partiesOn, 'substanceTreatment', 'Rusmiddelbehandling'),
    joins(cast, partiesOn, 'familyDepartment', 'Undersøgelse og støtte'),
    joins(cast, partiesOn, 'careDecider', 'Afgørelse om indsats', 'familyDepartment'),
    [Math.max(partiesOn, dueDateOn), 'familyClinic', { type: 'due-date-set', dueDate, basis: dueDateBasis }],
    [Math.max(partiesOn, coordinatorOn), 'coordinator', coordinatorNamed(cast, deputy)],
  ];
}

/** A notice of concern follows the referral the same day: it is the second fact. */
function notice(chance: Chance, referred: Day, { doctor }: CaseCast): readonly Entry[] {
  const receivedAt = morningOf(referred);
  const acknowledged = daysBetween(referred, addHverdage(referred, chance.whole(1, 6)));
  return [
    [
      0,
      'doctor',
      { type: 'concern-notified', receivedAt, notifier: doctor.organisationName, notifierKind: 'professional', nameShown: true },
    ],
    [
      0,
      'familyDepartment',
      {
        type: 'concern-assessed',
        notice: 2,
        assessedAt: addMinutes(receivedAt, chance.whole(60, 480)),
        urgent: false,
        reason: 'Parterne er i gang; der er ikke behov for en akut afgørelse.',
      },
    ],
    [acknowledged, 'familyDepartment', { type: 'concern-acknowledged', notice: 2 }],
  ];
}

function assessment({ criteriaOn, answers, judgedOn, needOn, need, offerOn, offered }: Plan, chance: Chance): readonly Entry[] {
  const { outcome } = assessTargetGroup(answers);
  const judged: PathwayFact = {
    type: 'target-group-judged',
    inTargetGroup: need === 'residential',
    reason: 'Samlet vurdering efter samtaler med hende og parterne.',
  };
  return [
    [criteriaOn, 'familyClinic', { type: 'criteria-assessed', edition: criteriaOf2019.id, answers, outcome }],
    ...(judgedOn === null ? [] : [[judgedOn, 'familyClinic', judged] as const]),
    [needOn, 'familyClinic', { type: 'need-assessed', level: need, reason: chance.pick(needReasons[need]) }],
    [offerOn, 'coordinator', { type: 'offered', level: offered, what: offers[offered] }],
  ];
}

function decision(plan: Plan, { chance, cast }: Told): readonly Entry[] {
  const { offered, offerOn, answerOn, considering, accepted, reason, alternativeOn, decidedOn, legalBasis } = plan;
  const thinking: PathwayFact = { type: 'answered', answer: 'considering', reason, inHerWords: reason === null ? '' : inHerWords[reason] };
  const said: PathwayFact = accepted
    ? { type: 'answered', answer: 'accepted', reason: null, inHerWords: chance.pick(acceptingWords) }
    : { type: 'answered', answer: 'declined', reason, inHerWords: reason === null ? '' : inHerWords[reason] };
  const arranged: PathwayFact = { type: 'alternative-arranged', what: chance.pick(alternatives), level: 'intensified-outpatient' };
  const decided: PathwayFact = {
    type: 'care-decided',
    level: offered,
    legalBasis,
    municipality: cast.municipality,
    reason: 'Efter samtaler med hende og parternes vurdering.',
  };
  return [
    ...(considering ? [[offerOn + 1, 'coordinator', thinking] as const] : []),
    [considering ? Math.max(answerOn, offerOn + 2) : answerOn, 'coordinator', said],
    ...(alternativeOn === null ? [] : [[Math.max(alternativeOn, offerOn + 3), 'coordinator', arranged] as const]),
    ...(decidedOn === null ? [] : [[Math.max(decidedOn, offerOn + 3), 'careDecider', decided] as const]),
  ];
}

function stay({ sought, legalBasis }: Plan, given: Given | null, { chance, cast, referred }: Told): readonly Entry[] {
  if (sought === null || given === null || legalBasis === null) return [];
  const { id, nights } = given.stay;
  const { facility, unit } = given.offered;
  const unitName = `${facility.name}, ${unit.name}`;
  const { heldOn } = sought;
  const held: PathwayFact = {
    type: 'place-held',
    stay: id,
    unitName,
    placeName: given.place.name,
    ...nights,
    until: addMinutes(morningOf(addDays(referred, heldOn)), 120),
  };
  const contract: PathwayFact = { type: 'contract-offered', legalBasis, answer: chance.happens(0.6) ? 'accepted' : 'declined' };
  return [
    [heldOn, 'careDecider', held],
    [heldOn, 'careDecider', { type: 'place-confirmed', stay: id, legalBasis, paidBy: cast.municipality }],
    ...(legalBases[legalBasis].contractMustBeOffered ? [[heldOn, 'careDecider', contract] as const] : []),
    [daysBetween(referred, nights.arrival), 'unitLeader', { type: 'admitted', stay: id, unitName }],
    [daysBetween(referred, nights.departure), 'unitLeader', { type: 'discharged', stay: id, to: 'Eget hjem med efterværn fra kommunen' }],
  ];
}

function life({ partiesOn, offerOn, birthOn, endOn, contactLost, sought }: Plan, { chance }: Told): readonly Entry[] {
  const event = (days: number, who: CaseRole, kind: Exclude<EventKind, 'note' | 'contact' | 'treatment-ended'>): Entry => [
    days,
    who,
    { type: 'event', kind, text: eventTexts[kind] },
  ];
  const last = Math.max(endOn, (sought?.departure ?? 0) + 30, offerOn + 60);
  const between = chance.whole(21, 28);
  const meetings = Array.from(
    { length: Math.max(0, Math.floor((last - partiesOn) / between)) },
    (_, index) => partiesOn + 7 + index * between,
  );
  const happening = ['relapse', 'missed-meeting', 'hospital-admission', 'moved-municipality', 'partner-situation', 'housing'] as const;
  const soughtTreatment = chance.happens(eventShares.treatmentSought);
  return [
    ...(soughtTreatment
      ? ([
          [partiesOn, 'substanceTreatment', { type: 'treatment-sought', substances: chance.pick(soughtTreatments) }],
          event(partiesOn + chance.whole(2, 14), 'substanceTreatment', 'treatment-started'),
        ] as const)
      : []),
    ...meetings.map((days) => event(days, 'coordinator', 'network-meeting')),
    ...happening
      .filter((kind) => chance.happens(eventShares[kind]))
      .map((kind) =>
        event(partiesOn + chance.whole(5, Math.max(6, birthOn)), kind === 'hospital-admission' ? 'familyClinic' : 'coordinator', kind),
      ),
    event(birthOn, 'familyClinic', 'birth'),
    [last, 'coordinator', { type: 'pathway-ended', reason: contactLost ? endings.contactLost : endings.completed }],
  ];
}
