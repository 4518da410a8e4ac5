/**
 * Urgency (da: hastegrad): how much each week counts for one who waits, as points that can be said in words. Edition `hastegrad/2026-11` is
 * Samløb's own choice: no law and no guidance orders a waiting list. What it rests on in the documents is said in docs/rules.
 */
import { type Day, day, daysBetween, type Moment } from '../time.ts';
import { byCode } from '../code-order.ts';

/** Recorded circumstances that make waiting more dangerous (da: risiko). Each is read from a fact of her pathway, never judged here. */
export const urgencyRisks = ['relapse', 'urgent-concern', 'crisis-centre-in-team'] as const;
export type UrgencyRisk = (typeof urgencyRisks)[number];

/** What the urgency of a request is worked out from. */
export type UrgencyFacts = {
  /** The first day that the pregnancy is counted from, by the term in force; `null` while no term is known. */
  readonly countedFrom: Day | null;
  readonly bornOn: Day | null;
  /** Each risk once, with the day it was first so. */
  readonly risks: readonly { readonly risk: UrgencyRisk; readonly since: Day }[];
  readonly askedOn: Day;
  /** How many units have said no to her on this request. */
  readonly refusals: number;
  /** How many times she herself has said no. It is known here so that it can be shown to count nothing. */
  readonly herNoes: number;
};

/** A dated row of rules: points for each thing. */
export type UrgencyRules = {
  readonly edition: string;
  readonly from: Day;
  readonly pointsPerWeek: number;
  /** Weeks beyond these count no more: a longer pregnancy is a question to the professional. */
  readonly mostWeeks: number;
  /** The week that is counted while no term is known, so that nobody is put last for want of a scan. */
  readonly weekWithoutTerm: number;
  readonly pointsPerRisk: Readonly<Record<UrgencyRisk, number>>;
  readonly pointsPerWeekWaited: number;
  readonly mostWeeksWaited: number;
  readonly pointsPerRefusal: number;
  readonly mostRefusals: number;
};

export const urgencyEdition = 'hastegrad/2026-11';

/** Every edition, the oldest first. A score keeps the edition it was worked out by. */
export const urgencyEditions: readonly [UrgencyRules, ...UrgencyRules[]] = [
  {
    edition: urgencyEdition,
    from: day('2026-11-01'),
    pointsPerWeek: 10,
    mostWeeks: 42,
    weekWithoutTerm: 20,
    pointsPerRisk: { relapse: 20, 'urgent-concern': 20, 'crisis-centre-in-team': 15 },
    pointsPerWeekWaited: 5,
    mostWeeksWaited: 26,
    pointsPerRefusal: 10,
    mostRefusals: 5,
  },
];

/** The rules in force on a day: the latest that had begun, or the first where none had. */
function urgencyRulesOn(date: Day): UrgencyRules {
  return urgencyEditions.findLast(({ from }) => from <= date) ?? urgencyEditions[0];
}

/** One thing that counts (da: bidrag): how many points, and what of. */
export type Contribution =
  | { readonly kind: 'week'; readonly points: number; readonly week: number; readonly basis: 'term' | 'no-term' | 'born' }
  | { readonly kind: 'risk'; readonly points: number; readonly risk: UrgencyRisk; readonly since: Day }
  | { readonly kind: 'waited'; readonly points: number; readonly weeks: number; readonly since: Day }
  | { readonly kind: 'refusals'; readonly points: number; readonly count: number };

export type Urgency = { readonly edition: string; readonly score: number; readonly contributions: readonly Contribution[] };

/** How urgent a request is on a day: the sum of its contributions, in the order week, risks, time waited, refusals. */
export function urgencyOn(facts: UrgencyFacts, date: Day, rules: UrgencyRules = urgencyRulesOn(date)): Urgency {
  const contributions = [
    weekOf(facts, date, rules),
    ...risksOf(facts, date, rules),
    waitedOf(facts, date, rules),
    refusalsOf(facts, rules),
  ];
  return { edition: rules.edition, score: contributions.reduce((sum, { points }) => sum + points, 0), contributions };
}

/** Her week counts up to the birth and is kept after it: to have given birth while she waited never puts her further back. */
function weekOf({ countedFrom, bornOn }: UrgencyFacts, date: Day, rules: UrgencyRules): Contribution {
  const until = bornOn !== null && bornOn < date ? bornOn : date;
  const basis = bornOn !== null && bornOn <= date ? 'born' : countedFrom === null ? 'no-term' : 'term';
  const counted = countedFrom === null ? rules.weekWithoutTerm : fullWeeks(countedFrom, until);
  const week = Math.min(counted, rules.mostWeeks);
  return { kind: 'week', points: week * rules.pointsPerWeek, week, basis };
}

function risksOf({ risks }: UrgencyFacts, date: Day, rules: UrgencyRules): readonly Contribution[] {
  return urgencyRisks.flatMap((risk): readonly Contribution[] => {
    const known = risks.find((one) => one.risk === risk && one.since <= date);
    return known ? [{ kind: 'risk', points: rules.pointsPerRisk[risk], risk, since: known.since }] : [];
  });
}

function waitedOf({ askedOn }: UrgencyFacts, date: Day, rules: UrgencyRules): Contribution {
  const weeks = fullWeeks(askedOn, date);
  return { kind: 'waited', points: Math.min(weeks, rules.mostWeeksWaited) * rules.pointsPerWeekWaited, weeks, since: askedOn };
}

function refusalsOf({ refusals }: UrgencyFacts, rules: UrgencyRules): Contribution {
  return { kind: 'refusals', points: Math.min(refusals, rules.mostRefusals) * rules.pointsPerRefusal, count: refusals };
}

function fullWeeks(from: Day, to: Day): number {
  return Math.max(0, Math.floor(daysBetween(from, to) / 7));
}

/** What orders a list: the score, then who asked first, then the id so that no two ever stand alike. */
export type Ranked = { readonly id: string; readonly score: number; readonly askedAt: Moment };

/** Negative when the first is to be served before the other. Total: only the same request compares as 0. */
export function byUrgency(one: Ranked, other: Ranked): number {
  return other.score - one.score || byCode(one.askedAt, other.askedAt) || byCode(one.id, other.id);
}

/** Bands of urgency that reports count by (da: hastebånd), in points. Our own choice: a band is about ten weeks of pregnancy. */
export const urgencyBands = ['under-200', '200-299', '300-399', '400-and-more'] as const;
export type UrgencyBand = (typeof urgencyBands)[number];

export function bandOf(score: number): UrgencyBand {
  if (score < 200) return 'under-200';
  if (score < 300) return '200-299';
  return score < 400 ? '300-399' : '400-and-more';
}
