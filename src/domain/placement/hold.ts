/** Holding a place: it is hers alone until the hold runs out, and both the municipality and the unit see the same clock. */
import { addMinutes, danishDay, type Moment } from '../time.ts';
import { answerFor, type Block, blocksOn, blocksWithin, searchedDays, type UnitAnswer } from './availability.ts';
import { type Assignment, feasibility, type Move, stepsForAPage } from './feasibility.ts';
import { canFollow, type StayStatus } from './lifecycle.ts';
import { type Need, type Party, sheAlone, unmetNeeds } from './needs.ts';
import { type NextPossibleDay, nextPossibleDay } from './next-day.ts';
import { countNights, faultIn, type Nights, nightsFrom } from './nights.ts';
import type { PlacePart } from './parts.ts';
import type { AdmissionRules, Place, PlaceProperty, Unit } from './provision.ts';
import { stepsUpTo } from './puzzle.ts';
import { type AdmissionRule, rulesBroken, type Situation, type Understaffed, understaffed } from './situation.ts';
import { hasRunOut, type Occupation, type Stay, type StayInUnit } from './stay.ts';

/** How long a hold lasts, in minutes: time for a call to the unit and a decision by the one who is responsible. Our own choice. */
export const holdMinutes = 30;

/** How many times a hold can be extended, by as many minutes each. Our own choice: a hold is not a booking. */
export const mostExtensions = 2;

export type HoldDecision =
  | { readonly outcome: 'held'; readonly until: Moment }
  /**
   * Somebody else has it, or the place is closed, on at least one of the nights; `blocks` is empty where the place itself is free, and the one that she
   * was to move on to is not. `next` is the unit's next possibility.
   */
  | { readonly outcome: 'not-free'; readonly blocks: readonly Block[]; readonly next: NextPossibility }
  | { readonly outcome: 'lacks'; readonly properties: readonly PlaceProperty[] }
  /** The unit does not receive them, whichever place it is. */
  | { readonly outcome: 'not-received'; readonly broken: readonly AdmissionRule[]; readonly rules: AdmissionRules }
  /** The unit is not staffed for one more woman on some of the nights. */
  | { readonly outcome: 'understaffed'; readonly by: readonly Understaffed[] }
  | { readonly outcome: 'not-a-stay'; readonly fault: 'no-nights' | 'too-long' | 'in-the-past' };

/** What can be offered instead in the same unit: another place on the same day, a later day, or nothing. */
export type NextPossibility = { readonly outcome: 'same-day'; readonly place: Place } | NextPossibleDay;

/** Decides whether a place can be held for her, from the unit as it is now. */
export function holdPlace(
  unit: Unit,
  place: Place,
  occupations: readonly Occupation[],
  { needs, nights }: { readonly needs: readonly Need[]; readonly nights: Nights },
  at: Moment,
): HoldDecision {
  const fault = nights.arrival < danishDay(at) ? 'in-the-past' : faultIn(nights);
  if (fault) return { outcome: 'not-a-stay', fault };

  const unmet = unmetNeeds(needs, place.properties, nights);
  if (unmet.length > 0) return { outcome: 'lacks', properties: unmet.map(({ property }) => property) };

  const blocks = blocksWithin(blocksOn(unit, place, occupations, at), nights);
  if (blocks.length > 0) return { outcome: 'not-free', blocks, next: nextPossibility(answerFor(unit, occupations, needs, nights, at)) };

  return { outcome: 'held', until: addMinutes(at, holdMinutes) };
}

/**
 * Whether a place can be held for her as things stand, and nobody is moved: as `holdWithMoves` would with no moves, and nothing is worked out of what
 * could be had instead. For whoever asks of many places and days, with the places locked.
 */
export function canBeHeld(
  unit: Unit,
  place: Place,
  stays: readonly StayInUnit[],
  { needs, nights, party = sheAlone }: Pick<HoldAsked, 'needs' | 'nights' | 'party'>,
  at: Moment,
): boolean {
  return (
    nights.arrival >= danishDay(at) &&
    faultIn(nights) === null &&
    unmetNeeds(needs, place.properties, nights).length === 0 &&
    rulesBroken(unit.admission, party).length === 0 &&
    blocksWithin(blocksOn(unit, place, stays, at), nights).length === 0 &&
    understaffed({ unit, stays, nights, at }).length === 0
  );
}

/** A hold with the places it is on, one after the other, and the moves of others that it takes: none where the place was free. */
export type HoldWithMoves =
  | { readonly outcome: 'held'; readonly until: Moment; readonly parts: readonly PlacePart[]; readonly moves: readonly Move[] }
  | Exclude<HoldDecision, { readonly outcome: 'held' }>;

/** What is to be held: for whom and when, and how many moves were shown, of others and of her own. Never are there more. */
export type HoldAsked = {
  readonly needs: readonly Need[];
  readonly nights: Nights;
  readonly mostMoves: number;
  readonly mostOwnMoves?: number;
  /** She alone, and nothing known of her age, when left out. */
  readonly party?: Party;
};

/**
 * Decides whether a place can be held for her, where at most so many stays that have not begun may be moved within the unit, and she herself
 * at most so many times. The place that was asked for is held where it is free; else the way with the fewest moves is found anew.
 */
export function holdWithMoves(unit: Unit, place: Place, stays: readonly StayInUnit[], asked: HoldAsked, at: Moment): HoldWithMoves {
  const { needs, nights, mostMoves, mostOwnMoves = 0, party = sheAlone } = asked;
  const situation: Situation = { unit, stays, needs, party, nights, at };
  const alone = holdPlace(unit, place, stays, { needs, nights }, at);
  // Where she is to move on, the place she comes to need only have what she needs to begin with.
  const movesOn =
    alone.outcome === 'lacks' && mostOwnMoves > 0 && unmetNeeds(needs, place.properties, nightsFrom(nights.arrival, 1)).length === 0;
  const decision: HoldDecision = movesOn
    ? { outcome: 'not-free', blocks: blocksWithin(blocksOn(unit, place, stays, at), nights), next: { outcome: 'never' } }
    : alone;
  if (decision.outcome === 'not-a-stay') return decision;
  const broken = rulesBroken(unit.admission, party);
  if (broken.length > 0) return { outcome: 'not-received', broken, rules: unit.admission };
  const by = understaffed(situation);
  if (movesOn && by.length > 0) return { outcome: 'understaffed', by };
  // Whoever took her place is what she is told of, also where the women who are there then are as many as the staffing allows.
  if (decision.outcome !== 'not-free') {
    if (by.length > 0) return { outcome: 'understaffed', by };
    return decision.outcome === 'held' ? { ...decision, parts: [{ place, nights }], moves: [] } : decision;
  }
  const way = by.length > 0 ? null : wayFor(situation);
  const isShown = way !== null && mostMoves + mostOwnMoves > 0 && way.moves.length <= mostMoves && way.parts.length - 1 <= mostOwnMoves;
  if (isShown) return { outcome: 'held', until: addMinutes(at, holdMinutes), ...way };
  const [first] = way?.moves.length === 0 && way.parts.length === 1 ? way.parts : [];
  return { ...decision, next: first ? { outcome: 'same-day', place: first.place } : nextFor(situation) };
}

/** The next possible day for a stay of as many nights. */
function nextFor(situation: Situation): NextPossibleDay {
  const length = { kind: 'nights', nights: countNights(situation.nights) } as const;
  const asked = { length, partyOn: () => situation.party };
  return nextPossibleDay(situation, asked, searchedDays, stepsUpTo(stepsForAPage));
}

/** The way with the fewest moves; where that was not decided in time, one that was found. */
function wayFor(situation: Situation): Assignment | null {
  const answer = feasibility(situation, stepsForAPage);
  switch (answer.outcome) {
    case 'possible':
      return { parts: answer.parts, moves: answer.moves };
    case 'not-decided-in-time':
      return answer.known;
    case 'impossible':
    case 'not-a-stay':
      return null;
  }
}

export type Extension =
  | { readonly outcome: 'extended'; readonly until: Moment; readonly extensions: number }
  | { readonly outcome: 'run-out' }
  | { readonly outcome: 'no-more-extensions' }
  | { readonly outcome: 'not-held'; readonly status: StayStatus };

/** Extends a hold that has not run out. */
export function extendHold(stay: Stay, at: Moment): Extension {
  if (!canFollow('extend', stay.status) || stay.heldUntil === null) return { outcome: 'not-held', status: stay.status };
  if (hasRunOut(stay, at)) return { outcome: 'run-out' };
  if (stay.extensions >= mostExtensions) return { outcome: 'no-more-extensions' };
  return { outcome: 'extended', until: addMinutes(stay.heldUntil, holdMinutes), extensions: stay.extensions + 1 };
}

/** What a unit can offer, given its answer for her. */
function nextPossibility(answer: UnitAnswer): NextPossibility {
  switch (answer.outcome) {
    case 'can-come':
      return { outcome: 'same-day', place: answer.place };
    case 'cannot-come':
      return answer.next;
    case 'not-a-stay':
      return { outcome: 'never' };
  }
}
