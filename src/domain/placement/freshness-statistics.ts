/**
 * How well a unit keeps its capacity confirmed, from its confirmations and reminders, by the definitions of `docs/rules/freshness-2026-11.md`.
 * About units and those who answer for them, never about women.
 */
import { addDays, addMinutes, type Day, danishDay, millisBetween, type Moment } from '../time.ts';
import { freshnessRule } from './freshness.ts';
import type { Period, Unit } from './provision.ts';

/** How a confirmation was given: with a login, through a link that was sent, or loaded with the database. */
export const confirmationChannels = ['login', 'link', 'loaded'] as const;
export type ConfirmationChannel = (typeof confirmationChannels)[number];

/** One confirmation of a unit's capacity (da: bekræftelse). */
export type ConfirmationEvent = { readonly at: Moment; readonly by: string; readonly channel: ConfirmationChannel };

/** One reminder (da: påmindelse) that was sent. */
export type NudgeEvent = { readonly sent: Moment; readonly to: string };

/** Days that statistics look back over, and the limits of «steadily unconfirmed». */
export const statisticsRule = { days: 30, daysInARow: 2, daysInAll: 5 } as const;

/** What is said of a unit's freshness over the period (da: friskhedsstatistik). */
export type FreshnessStatistics = {
  /** The first day of the period and the day after its last. */
  readonly from: Day;
  readonly to: Day;
  /** Days on which the unit was open. */
  readonly countedDays: number;
  readonly confirmedDays: number;
  /** The most open days in a row without a confirmation. */
  readonly longestGapDays: number;
  /** Median of the hours between confirmations; `null` where there are not two. */
  readonly medianHours: number | null;
  readonly nudges: number;
  readonly answeredNudges: number;
  readonly isSteadilyUnconfirmed: boolean;
};

/** Works out a unit's statistics over the whole days before today. */
export function freshnessStatistics(
  unit: Pick<Unit, 'open' | 'closures'>,
  confirmations: readonly ConfirmationEvent[],
  nudges: readonly NudgeEvent[],
  now: Moment,
): FreshnessStatistics {
  const { days, daysInARow, daysInAll } = statisticsRule;
  const to = danishDay(now);
  const from = addDays(to, -days);
  const moments = confirmations.map(({ at }) => at).toSorted();
  const confirmedOn = new Set(moments.map(danishDay));
  const counted = Array.from({ length: days }, (_, index) => addDays(from, index)).filter((day) => isOpenOn(unit, day));
  const confirmedDays = counted.filter((day) => confirmedOn.has(day)).length;
  const longestGapDays = longestRun(counted.map((day) => !confirmedOn.has(day)));
  const sent = nudges.map((nudge) => nudge.sent).filter((at) => danishDay(at) >= from && danishDay(at) < to);
  return {
    from,
    to,
    countedDays: counted.length,
    confirmedDays,
    longestGapDays,
    medianHours: medianHoursBetween(moments, from, to),
    nudges: sent.length,
    answeredNudges: sent.filter((at) => wasAnswered(at, moments)).length,
    isSteadilyUnconfirmed: longestGapDays >= daysInARow || counted.length - confirmedDays >= daysInAll,
  };
}

function isOpenOn({ open, closures }: Pick<Unit, 'open' | 'closures'>, day: Day): boolean {
  const holds = ({ from, to }: Period): boolean => from <= day && (to === null || day < to);
  return open.some(holds) && !closures.some(holds);
}

function longestRun(marks: readonly boolean[]): number {
  let [longest, run] = [0, 0];
  for (const mark of marks) {
    run = mark ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** Of the times between confirmations that follow each other, those that end in the period. */
function medianHoursBetween(moments: readonly Moment[], from: Day, to: Day): number | null {
  const hours = moments
    .flatMap((at, index): readonly number[] => {
      const before = moments[index - 1];
      const ends = danishDay(at);
      return before !== undefined && ends >= from && ends < to ? [millisBetween(before, at) / 3_600_000] : [];
    })
    .toSorted((one, other) => one - other);
  const [lower, upper] = [hours[Math.floor((hours.length - 1) / 2)], hours[Math.floor(hours.length / 2)]];
  return lower === undefined || upper === undefined ? null : (lower + upper) / 2;
}

function wasAnswered(sent: Moment, moments: readonly Moment[]): boolean {
  return moments.some((at) => at > sent && at < addMinutes(sent, freshnessRule.linkHours * 60));
}
