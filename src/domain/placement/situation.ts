/** What is asked of a unit for one woman, and what holds for the unit as a whole: whom it receives and how many it is staffed for. */
import { addDays, type Day, danishDay, type Moment } from '../time.ts';
import type { Need, Party } from './needs.ts';
import { type Nights, shareANight } from './nights.ts';
import { type AdmissionRules, guidelineForShieldedUnit, type Staffing, type Unit } from './provision.ts';
import { nightsTaken, type Occupation, type StayInUnit } from './stay.ts';

/** What is asked of a unit (da: spørgsmål). No two of the stays share a night on a place; the parts of one stay bear the same id. */
export type Situation = {
  readonly unit: Unit;
  readonly stays: readonly StayInUnit[];
  readonly needs: readonly Need[];
  /** Who comes, with ages on the day of arrival. */
  readonly party: Party;
  readonly nights: Nights;
  /** Now: holds that have run out by then do not count. */
  readonly at: Moment;
};

/** Whether a stay may change places: promised, not run out, and not begun. One whose first night has passed is left where it is. */
export function mayMove({ status, heldUntil, nights }: Occupation, at: Moment): boolean {
  const promised = status === 'confirmed' || (status === 'held' && (heldUntil === null || heldUntil > at));
  return promised && nights.arrival >= danishDay(at);
}

/** The stays that may change places. One in several parts is left as it is: its moves were agreed with her. */
export function movableAmong({ unit, stays, at }: Pick<Situation, 'unit' | 'stays' | 'at'>): readonly StayInUnit[] {
  const parts = new Map<string, number>();
  for (const { stay } of stays) parts.set(stay, (parts.get(stay) ?? 0) + 1);
  return stays.filter((one) => mayMove(one, at) && parts.get(one.stay) === 1 && unit.places.some(({ id }) => id === one.place));
}

/** The rules of admission, by name. */
export const admissionRuleNames = ['youngest', 'oldest', 'womenOnly', 'mostChildren', 'oldestChild'] as const;
export type AdmissionRule = (typeof admissionRuleNames)[number];

/** The rules by which a unit does not receive them. What is not known breaks none. */
export function rulesBroken(rules: AdmissionRules, { age, partner, children }: Party): readonly AdmissionRule[] {
  const { youngest, oldest, womenOnly, mostChildren, oldestChild } = rules;
  const breaks: Readonly<Record<AdmissionRule, boolean>> = {
    youngest: youngest !== null && age !== null && age < youngest,
    oldest: oldest !== null && age !== null && age > oldest,
    womenOnly: womenOnly && partner?.sex === 'man',
    mostChildren: mostChildren !== null && children.length > mostChildren,
    oldestChild: oldestChild !== null && children.some((child) => child.age > oldestChild),
  };
  return admissionRuleNames.filter((rule) => breaks[rule]);
}

/** Nights of hers on which a unit is not staffed for one more, and the staffing that says so. */
export type Understaffed = { readonly staffing: Staffing; readonly nights: Nights };

/** The staffing that stands in her way: for each period of it, from the first such night to the last. `stays` are those of others. */
export function understaffed({
  unit,
  stays,
  nights,
  at,
}: Pick<Situation, 'unit' | 'nights' | 'at'> & { readonly stays: readonly Occupation[] }): readonly Understaffed[] {
  return unit.staffing.flatMap((staffing): readonly Understaffed[] => {
    const within: Nights = {
      arrival: later(nights.arrival, staffing.from),
      departure: staffing.to === null ? nights.departure : earlier(nights.departure, staffing.to),
    };
    const full = nightsBetween(within).filter((night) => womenOn(stays, night, at) + 1 > staffing.women);
    const [first, last] = [full[0], full.at(-1)];
    return first === undefined || last === undefined ? [] : [{ staffing, nights: { arrival: first, departure: addDays(last, 1) } }];
  });
}

/** How many women have a night in the unit. One whose stay is in parts is one. */
export function womenOn(stays: readonly Occupation[], night: Day, at: Moment): number {
  return womenAmong(
    stays.map((stay) => ({ stay: stay.stay, taken: nightsTaken(stay, at) })),
    night,
  );
}

/** The most women that have any one of some nights in the unit: the first of them, or one on which somebody comes. */
function mostWomenOn(stays: readonly Occupation[], nights: Nights, at: Moment): number {
  const there = stays
    .map((stay) => ({ stay: stay.stay, taken: nightsTaken(stay, at) }))
    .filter(({ taken }) => taken && shareANight(taken, nights));
  const comes = there.flatMap(({ taken }) => (taken && taken.arrival > nights.arrival ? [taken.arrival] : []));
  return Math.max(...[nights.arrival, ...new Set(comes)].map((night) => womenAmong(there, night)));
}

function womenAmong(stays: readonly { readonly stay: Occupation['stay']; readonly taken: Nights | null }[], night: Day): number {
  const women = new Set<Occupation['stay']>();
  for (const { stay, taken } of stays) if (taken && taken.arrival <= night && night < taken.departure) women.add(stay);
  return women.size;
}

/** What a unit's yes is to be read with (da: forbehold): shown, never a no. */
export const warningNames = ['age-unknown', 'partner-unknown', 'more-than-eight'] as const;
export type Warning = (typeof warningNames)[number];

/** What a rule of the unit asks and nobody has said of her: the same at every unit with such a rule, so to be asked once and no unit's fault. */
export const askedOfHer = ['age-unknown', 'partner-unknown'] as const satisfies readonly Warning[];
export type AskedOfHer = (typeof askedOfHer)[number];

/** Whether a warning is only that she has not been asked. */
export function isAskedOfHer(warning: Warning): warning is AskedOfHer {
  return askedOfHer.some((asked) => asked === warning);
}

/** The warnings of an answer: what a rule asks for and nobody knows, and more women than the guideline in a unit with shielded places. */
export function warningsOf(situation: Situation): readonly Warning[] {
  const { unit, stays, nights, at } = situation;
  return warningsWhere(situation, isShielded(unit) && mostWomenOn(stays, nights, at) + 1 > guidelineForShieldedUnit);
}

/** The same where it is known whether she would be one more than the guideline for a unit with shielded places says. */
export function warningsWhere({ unit, party }: Pick<Situation, 'unit' | 'party'>, isMoreThanEight: boolean): readonly Warning[] {
  const { youngest, oldest, womenOnly } = unit.admission;
  const holds: Readonly<Record<Warning, boolean>> = {
    'age-unknown': party.age === null && (youngest !== null || oldest !== null),
    'partner-unknown': womenOnly && party.partner?.sex === 'unknown',
    'more-than-eight': isMoreThanEight,
  };
  return warningNames.filter((warning) => holds[warning]);
}

/** Whether a unit has a place that is shielded: the guideline is for those. */
export function isShielded({ places }: Pick<Unit, 'places'>): boolean {
  return places.some(({ properties }) => properties.includes('shielded'));
}

function nightsBetween({ arrival, departure }: Nights): readonly Day[] {
  const all: Day[] = [];
  for (let night = arrival; night < departure; night = addDays(night, 1)) all.push(night);
  return all;
}

function earlier(one: Day, other: Day): Day {
  return one < other ? one : other;
}

function later(one: Day, other: Day): Day {
  return one > other ? one : other;
}
