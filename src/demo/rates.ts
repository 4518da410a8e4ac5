/**
 * What is assumed about the simulated women. Sources: the municipalities' answers to the call of 2019 (women decided to any treatment:
 * 37, 45, 58 in 2017–2019; to residential treatment: 6, 6, 8), and the target-group description of 2019, which counts 21 to 31 new mothers
 * a year in residential family stays. What is not marked with a source is an assumption, made to look like work and to prove nothing.
 */

/** Pathways a year at size 1: about the 58 women who were decided to treatment in 2019. */
export const pathwaysAYear = 60;

/** Years of pathways up to the day of the simulation. */
export const yearsSimulated = 3;

/** Share by level of care that is assessed as needed. Residential: 21 a year of 60, the low end of 21 to 31. */
export const needShares = { outpatient: 0.3, 'intensified-outpatient': 0.35, residential: 0.35 } as const;

/** Of those who need residential care, the share that is offered it; the others are offered intensified outpatient care. */
export const offeredResidential = 0.8;

/** Her answer. With the share that is offered and decided it gives about 8 decisions on residential care a year, as in 2019. */
export const answerShares = { accepted: 0.45, declined: 0.4, considering: 0.15 } as const;

/** Of those who think it over, the share that says yes in the end. */
export const acceptedAfterThought = 0.5;

/** Of those who accept residential care, the share for whom it is decided. */
export const decidedAfterYes = 0.9;

/** Shares of pathways in which something happens. */
export const eventShares = {
  notified: 0.25,
  treatmentSought: 0.4,
  unidentified: 0.05,
  leftToJudgement: 0.2,
  relapse: 0.3,
  'missed-meeting': 0.4,
  'hospital-admission': 0.1,
  'moved-municipality': 0.06,
  'partner-situation': 0.15,
  housing: 0.15,
  contactLost: 0.1,
} as const;

/** Mean days between two steps, and the fewest. */
export const stepDays = {
  parties: [3, 0],
  dueDate: [6, 1],
  coordinator: [9, 1],
  criteria: [12, 2],
  judgement: [6, 1],
  need: [10, 1],
  offer: [9, 1],
  answer: [7, 0],
  secondThought: [14, 3],
  decision: [12, 2],
  place: [6, 1],
  arrival: [9, 1],
  alternative: [8, 1],
} as const satisfies Readonly<Record<string, readonly [mean: number, least: number]>>;

/** Completed weeks of pregnancy at first contact: from, most often, to. */
export const weeksAtContact = [6, 14, 32] as const;

/** Days after the birth until a residential stay ends: from, to. */
export const daysAfterBirth = [60, 180] as const;

/** The age of the women in years: from, to. */
export const ages = [19, 42] as const;
