/**
 * Whether a proposal has room for the women of an estimate (da: om der er plads), which is another question than whether there are women enough
 * for its units; and when room enough is dearly bought, in full units or in long journeys.
 */
import { type Day, day } from '../../time.ts';
import type { DemandSpan } from './answer.ts';

export type RoomRule = {
  readonly from: Day;
  readonly edition: string;
  readonly source: string;
  /** Below this share of women who are never admitted, nearly all come in. */
  readonly nearlyNobody: number;
  /** From this share on there is not room enough to say that a proposal carries the task. */
  readonly shortFrom: number;
  /** From this occupancy on the units are full. */
  readonly fullFrom: number;
  /** From so many minutes by car, one way, the journey is long. */
  readonly farFrom: number;
};

/** The oldest first. None of the documents has such limits. */
export const roomRules: readonly [RoomRule, ...RoomRule[]] = [
  {
    from: day('2026-01-01'),
    edition: 'plads/2026-1',
    source: 'Egen regel',
    nearlyNobody: 0.01,
    shortFrom: 0.1,
    fullFrom: 0.85,
    farFrom: 60,
  },
];

/** The rule of a day; the first one before it. */
export function roomRuleOn(on: Day): RoomRule {
  return roomRules.findLast(({ from }) => from <= on) ?? roomRules[0];
}

/** `nearly-all` come in, `some-outside`, or `short`: so many stay outside that the sentence of what is carried must say so. */
export const rooms = ['nearly-all', 'some-outside', 'short'] as const;
export type Room = (typeof rooms)[number];

/** The end of the estimate with the most outside decides. */
export function roomOf({ neverAdmitted }: { readonly neverAdmitted: DemandSpan }, { nearlyNobody, shortFrom }: RoomRule): Room {
  if (neverAdmitted.to < nearlyNobody) return 'nearly-all';
  return neverAdmitted.to < shortFrom ? 'some-outside' : 'short';
}

/** Of those who come: the share that is admitted, from the least to the most. */
export function admittedOf({ neverAdmitted }: { readonly neverAdmitted: DemandSpan }): DemandSpan {
  return { from: 1 - neverAdmitted.to, to: 1 - neverAdmitted.from };
}

/** What room is bought with: `full` where the units are, `far` where the journeys are long. */
export const roomPrices = ['full', 'far'] as const;
export type RoomPrice = (typeof roomPrices)[number];

/** At either end of the estimate; none where room is had for nothing. */
export function pricesOf(
  { occupancy, minutes }: { readonly occupancy: DemandSpan | null; readonly minutes: DemandSpan | null },
  { fullFrom, farFrom }: RoomRule,
): readonly RoomPrice[] {
  const isPaid: Readonly<Record<RoomPrice, boolean>> = { full: (occupancy?.to ?? 0) >= fullFrom, far: (minutes?.to ?? 0) >= farFrom };
  return roomPrices.filter((price) => isPaid[price]);
}
