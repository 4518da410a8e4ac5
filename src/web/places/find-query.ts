/** What is asked in a search: day, length, who comes and needs, from the address or from a form; her pathway's own where nothing was asked. */
import {
  birthOf,
  birthProperties,
  type HerSituation,
  type Need,
  needsAfterBirth,
  type Party,
  proposeNeeds,
} from '../../domain/placement/needs.ts';
import {
  countNights,
  faultIn,
  type Length,
  longestStay,
  type Nights,
  nightsFrom,
  nightsOf,
  proposedLength,
  proposedNightsAfterBirth,
} from '../../domain/placement/nights.ts';
import { partlyOn } from '../../domain/placement/need-nights.ts';
import { parsePlaceProperty, type PlaceProperty } from '../../domain/placement/provision.ts';
import type { Stay } from '../../domain/placement/stay.ts';
import { endsBeforeBirth } from '../../domain/placement/ends-before-birth.ts';
import type { StayWithName } from '../../store/placement-stays.ts';
import { addDays, danishDay, type Day, daysBetween, type Moment } from '../../domain/time.ts';
import type { Id } from '../../domain/id.ts';
import { dayIn, type Fields } from '../form.ts';
import { findAddress } from './addresses.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { askedTexts } from './asked-texts.ts';
import { placeTexts } from './texts.ts';
import { type AskedLength, type AskedParty, type LengthKind, mostWeeks, needsWith, readLength, readParty } from './who-and-how-long.ts';

export type FindQuery = {
  /** As it was written, to be shown again. */
  readonly arrivalText: string;
  readonly askedLength: AskedLength;
  readonly askedParty: AskedParty;
  /** What is searched for; where the form has errors, the proposal. */
  readonly nights: Nights;
  readonly length: Length;
  readonly partyOn: (arrival: Day) => Party;
  readonly needs: readonly Need[];
  /** What is needed for the birth and is asked for on every night all the same. */
  readonly everyNight: readonly PlaceProperty[];
  readonly errors: FieldErrors;
  /** What is wrong with the day, for a form that says it in its own words. */
  readonly fault: 'in-the-past' | null;
};

/**
 * What is known of her that a search begins from: her pathway's part of it, her day of birth, and the day she is to leave where she lives now;
 * `null` where it is not known, or she lives nowhere.
 */
export type KnownOfHer = {
  readonly situation: HerSituation;
  readonly born: Day | null;
  readonly leaves: Day | null;
  /** That a length can be counted to a birth that is past: left out where none is. */
  readonly toPastBirth?: boolean;
  /** Her needs as her team wrote them, which a search begins from; null where it begins from what follows from her pathway. */
  readonly needs: readonly Need[] | null;
  /** Who comes with her, as her team wrote it; null where nobody has. */
  readonly party: Party | null;
};

export function readFindQuery(
  fields: Fields,
  { situation, born, leaves, toPastBirth = false, needs: written, party: hers }: KnownOfHer,
  now: Moment,
  language: Language,
): FindQuery {
  const say = placeTexts(language);
  const today = danishDay(now);
  const isAsked = fields.text('soeg') === 'ja';
  const isEmpty = isAsked && fields.all('ankomst').length > 0 && fields.text('ankomst') === '';
  const arrival = fields.text('ankomst') === '' ? today : dayIn(fields, 'ankomst');
  const from: Day = arrival === null || arrival < today ? today : arrival;
  const proposal = proposedLength(from, situation.dueDate);
  // A birth so long ago that the proposal is not counted from it is no end of a stay.
  const birth = situation.dueDate !== null && (toPastBirth || situation.dueDate >= from) ? situation.dueDate : null;
  const ends = { birth, leaves: leaves !== null && leaves > from ? leaves : null };
  const leavesBeforeBirth = ends.leaves !== null && endsBeforeBirth(situation, ends.leaves);
  const askedLength = readLength(fields, { ...ends, leavesBeforeBirth }, proposal, language);
  const askedParty = readParty(fields, born, hers, language);

  const asked = askedLength.length === null ? null : nightsOf(from, askedLength.length);
  const fault = asked && faultIn(asked);
  const isGood = asked !== null && fault === null;
  const length: Length = isGood && askedLength.length ? askedLength.length : { kind: 'nights', nights: proposal };
  const nights = isGood ? asked : nightsFrom(from, proposal);
  const party = askedParty.partyOn(nights.arrival);
  const proposed = proposeNeeds(situation, nights);
  const field = askedLength.kind === 'foedsel' ? 'uger' : 'naetter';
  const needs = needsWith(
    isAsked
      ? chosenNeeds(fields, [...byHand(written ?? []), ...proposed, ...(written ?? []), ...needsWith([], party)])
      : (written ?? proposed),
    party,
  );
  const isOnSomeNights = (property: PlaceProperty): boolean =>
    proposed.some((need) => need.property === property && partlyOn(need, nights) !== null);
  return {
    arrivalText: isEmpty ? '' : fields.text('ankomst') || from,
    askedLength,
    askedParty,
    nights,
    length,
    partyOn: askedParty.partyOn,
    needs,
    everyNight: needs.filter(isOnEveryNightByChoice).flatMap(({ property }) => (isOnSomeNights(property) ? [property] : [])),
    fault: arrival !== null && arrival < today ? 'in-the-past' : null,
    errors: {
      ...(arrival === null ? { ankomst: say('fault.arrival') } : arrival < today ? { ankomst: say('fault.in-the-past') } : {}),
      ...(isEmpty ? { ankomst: say('fault.no-arrival') } : {}),
      ...askedLength.errors,
      ...(fault === 'no-nights' ? { [field]: askedTexts(language)('fault.past') } : {}),
      ...(fault === 'too-long' ? { [field]: say('fault.too-long', { most: longestStay }) } : {}),
      ...askedParty.errors,
    },
  };
}

/**
 * The fields that ask for other places as a stay of hers was asked for: its nights that are still to come, and its needs. Where she lives her end
 * stays where it is whatever day she would move: so many weeks after the birth where it was counted so, else the day she is to leave; but
 * where that is just before the birth she is asked for past it.
 */
export function askedAsHers(
  { nights, needs, status }: Pick<Stay, 'nights' | 'needs' | 'status'>,
  situation: HerSituation,
  now: Moment,
): Readonly<Record<string, string | readonly string[]>> {
  const [today, birth] = [danishDay(now), situation.dueDate];
  const arrival = nights.arrival < today ? today : nights.arrival;
  const hers = needsAfterBirth(needs, birthOf(situation));
  const asked = { soeg: 'ja', ankomst: arrival, ...needsAsked(hers) };
  // A stay that ends just before the birth has nothing of what is needed for it: another is proposed past it, with that.
  if (birth !== null && birth >= arrival && status === 'admitted' && endsBeforeBirth(situation, nights.departure)) {
    const past = { arrival, departure: addDays(birth, proposedNightsAfterBirth) };
    const forBirth = proposeNeeds(situation, past).filter(({ property }) => birthProperties.includes(property));
    const besides = forBirth.filter(({ property }) => !hers.some((need) => need.property === property));
    const uger = String(proposedNightsAfterBirth / 7);
    return { soeg: 'ja', ankomst: arrival, ...needsAsked([...hers, ...besides]), laengde: 'foedsel', uger };
  }
  if (nights.departure > arrival) {
    const weeks = birth !== null && birth >= arrival ? daysBetween(birth, nights.departure) / 7 : -1;
    if (Number.isInteger(weeks) && weeks >= 0 && weeks <= mostWeeks) return { ...asked, laengde: 'foedsel', uger: String(weeks) };
    if (status === 'admitted') return { ...asked, laengde: 'afrejse' };
  }
  const left = arrival < nights.departure ? countNights({ arrival, departure: nights.departure }) : 1;
  return { ...asked, laengde: 'naetter', naetter: String(left) };
}

/**
 * How the length is agreed where it is held as it was asked: so many nights after the birth, also where it is until the day she is to leave where she
 * lives now and that was agreed so. `null` for a fixed day.
 */
export function nightsAfterBirthIn(
  { length }: Pick<FindQuery, 'length'>,
  stays: readonly Pick<StayWithName, 'status' | 'nights' | 'nightsAfterBirth'>[],
): number | null {
  if (length.kind === 'past-birth') return length.nightsAfter;
  if (length.kind === 'nights') return null;
  return stays.find(({ status, nights }) => status === 'admitted' && nights.departure === length.departure)?.nightsAfterBirth ?? null;
}

const lengthFields: Readonly<Record<LengthKind, (weeks: string, nights: string) => readonly (readonly [string, string])[]>> = {
  foedsel: (weeks) => [['uger', weeks]],
  afrejse: () => [],
  naetter: (_, nights) => [['naetter', nights]],
};

/** The fields that ask the same, from a day on: for the address of a search, and to be sent along with a hold. */
export function fieldsToAsk(
  { needs, everyNight, askedLength, askedParty }: FindQuery,
  arrival: Day,
): readonly (readonly [string, string])[] {
  const { kind, nightsText, weeksText } = askedLength;
  return [
    ['soeg', 'ja'],
    ['ankomst', arrival],
    ['laengde', kind],
    ...lengthFields[kind](weeksText, nightsText),
    ...askedParty.toAsk,
    ...needs.map(({ property }) => [needField, property] as const),
    ...everyNight.map((property) => [everyNightField, property] as const),
  ];
}

/** The properties that are ticked as needed, and of those for a birth which are needed on every night all the same. */
export const [needField, everyNightField] = ['behov', 'alle-naetter'];

/** The fields that ask for the same needs. */
export function needFields(needs: readonly Need[]): readonly (readonly [string, string])[] {
  return [
    ...needs.map(({ property }) => [needField, property] as const),
    ...needs.filter(isOnEveryNightByChoice).map(({ property }) => [everyNightField, property] as const),
  ];
}

function needsAsked(needs: readonly Need[]): Readonly<Record<string, readonly string[]>> {
  const all = needFields(needs);
  return Object.fromEntries(
    [needField, everyNightField].map((field) => [field, all.flatMap(([name, value]) => (name === field ? [value] : []))]),
  );
}

/** One for a birth that a professional has chosen for every night. */
function isOnEveryNightByChoice({ property, why, from, until }: Need): boolean {
  return birthProperties.includes(property) && why === 'chosen' && from === undefined && until === undefined;
}

/** The same question once more with one thing added. */
export function askAgainAddress(pathway: Id<'pathway'>, query: FindQuery, more: readonly [string, string]): string {
  const fields = [...fieldsToAsk(query, query.nights.arrival), more].map(([name, value]): [string, string] => [name, value]);
  return `${findAddress(pathway)}?${new URLSearchParams(fields).toString()}`;
}

/** What her team chose itself stands as it was chosen, also where something is proposed since; whether on every night is asked by itself. */
function byHand(written: readonly Need[]): readonly Need[] {
  return written.filter((need) => need.why === 'chosen' && !isOnEveryNightByChoice(need));
}

/** The needs that were ticked; those that follow from her pathway keep their why and their nights, but for those that are ticked for every night. */
function chosenNeeds(fields: Fields, proposed: readonly Need[]): readonly Need[] {
  const ticked = (field: string): readonly PlaceProperty[] =>
    [...new Set(fields.all(field))].map(parsePlaceProperty).filter((property) => property !== null);
  const everyNight = ticked(everyNightField);
  return ticked(needField).map((property) => {
    const known = everyNight.includes(property) ? undefined : proposed.find((need) => need.property === property);
    return known ?? { property, why: 'chosen' };
  });
}
