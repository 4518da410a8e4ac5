import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMinutes, type Day, danishDay, day, type Moment, moment, startOfDanishDay } from '../time.ts';
import { freshnessOf, freshnessRule, linkExpiry, linkState, nudgeDecision, withChangeSince } from './freshness.ts';
import { type ConfirmationEvent, freshnessStatistics, type NudgeEvent, statisticsRule } from './freshness-statistics.ts';

const noon = moment('2026-11-25T11:00:00Z');
const hoursAgo = (hours: number): Moment => addMinutes(noon, -60 * hours);

describe('a unit is reminded', () => {
  test('when its confirmation becomes old within four hours, and not before', () => {
    expect(nudgeDecision(addMinutes(hoursAgo(20), 1), null, noon)).toEqual({ outcome: 'not-yet', because: 'fresh-enough' });
    expect(nudgeDecision(hoursAgo(20), null, noon)).toEqual({ outcome: 'send' });
    expect(nudgeDecision(null, null, noon)).toEqual({ outcome: 'send' });
  });

  test('at most once a day and a night, whether it answers or not', () => {
    expect(nudgeDecision(null, addMinutes(hoursAgo(24), 1), noon)).toEqual({ outcome: 'not-yet', because: 'reminded-lately' });
    expect(nudgeDecision(null, hoursAgo(24), noon)).toEqual({ outcome: 'send' });
  });

  test.each([
    ['2026-11-25T05:59:00Z', 'not-yet'],
    ['2026-11-25T06:00:00Z', 'send'],
    ['2026-11-25T19:59:00Z', 'send'],
    ['2026-11-25T20:00:00Z', 'not-yet'],
    // Summer time: seven in the morning is five in UTC.
    ['2026-07-25T05:00:00Z', 'send'],
  ])('by day and not by night: at %s it is «%s»', (at, outcome) => {
    expect(nudgeDecision(null, null, moment(at)).outcome).toBe(outcome);
  });

  test('never twice within the limit, however often the job looks', () => {
    const steps = fc.array(fc.record({ minutes: fc.integer({ min: 1, max: 600 }), confirms: fc.boolean() }), { maxLength: 60 });
    fc.assert(
      fc.property(steps, (all) => {
        let [at, confirmed, sent]: [Moment, Moment | null, readonly Moment[]] = [noon, null, []];
        for (const { minutes, confirms } of all) {
          at = addMinutes(at, minutes);
          if (confirms) confirmed = at;
          if (nudgeDecision(confirmed, sent.at(-1) ?? null, at).outcome === 'send') sent = [...sent, at];
        }
        for (const [index, one] of sent.entries()) {
          const before = sent[index - 1];
          if (before) expect(one >= addMinutes(before, freshnessRule.nudgeHoursBetween * 60)).toBe(true);
        }
      }),
    );
  });
});

test('a link lives for two days and confirms once; one that was used says so also when it has died', () => {
  const expires = linkExpiry(noon);
  expect(expires).toBe('2026-11-27T11:00:00.000Z');
  expect(linkState({ expires, used: null }, addMinutes(expires, -1))).toBe('open');
  expect(linkState({ expires, used: null }, expires)).toBe('expired');
  expect(linkState({ expires, used: noon }, addMinutes(expires, 60))).toBe('used');
});

test('a change of the supply stands beside a confirmation that is older, and makes it neither newer nor older', () => {
  const offsets = fc.tuple(fc.integer({ min: -3000, max: 0 }), fc.option(fc.integer({ min: -3000, max: 0 })));
  fc.assert(
    fc.property(offsets, ([said, changed]) => {
      const confirmed = { by: 'Leder', at: addMinutes(noon, said) };
      const latest = changed === null ? null : { by: 'Vikar', at: addMinutes(noon, changed), what: 'properties-set' as const };
      const told = withChangeSince(confirmed, latest);
      expect(told.changed ?? null).toEqual(changed !== null && changed > said ? latest : null);
      expect([told.by, told.at, freshnessOf(told, noon)]).toEqual([confirmed.by, confirmed.at, freshnessOf(confirmed, noon)]);
    }),
  );
});

describe('the statistics of a unit', () => {
  const open = { open: [{ from: day('2020-01-01'), to: null }], closures: [] };
  const today = danishDay(noon);
  const confirmed = (at: Moment): ConfirmationEvent => ({ at, by: 'Leder', channel: 'login' });
  const at = (date: Day, hour: number): Moment => addMinutes(startOfDanishDay(date), hour * 60);

  test('of one confirmed every morning: every day, a day and a night between, kept up', () => {
    const every = Array.from({ length: 40 }, (_, ago) => confirmed(at(addDays(today, -ago), 8)));
    expect(freshnessStatistics(open, every, [], noon)).toMatchObject({
      countedDays: 30,
      confirmedDays: 30,
      longestGapDays: 0,
      medianHours: 24,
      isSteadilyUnconfirmed: false,
    });
  });

  test('of one nobody confirmed: no day, no median, steadily unconfirmed', () => {
    expect(freshnessStatistics(open, [], [], noon)).toMatchObject({
      countedDays: 30,
      confirmedDays: 0,
      medianHours: null,
      longestGapDays: 30,
      isSteadilyUnconfirmed: true,
    });
  });

  test('count no day on which the unit was not open, and blame nobody for those', () => {
    const shut = { open: [{ from: addDays(today, -10), to: null }], closures: [{ from: addDays(today, -9), to: today, reason: 'maling' }] };
    expect(freshnessStatistics(shut, [confirmed(at(addDays(today, -10), 8))], [], noon)).toMatchObject({
      countedDays: 1,
      confirmedDays: 1,
      isSteadilyUnconfirmed: false,
    });
  });

  test('call a reminder answered when a confirmation came while its link lived', () => {
    const sent = at(addDays(today, -5), 9);
    const nudges: readonly NudgeEvent[] = [{ sent, to: 'Leder' }];
    const answered = (event: Moment): number => freshnessStatistics(open, [confirmed(event)], nudges, noon).answeredNudges;
    expect([answered(addMinutes(sent, 5)), answered(addMinutes(sent, -5)), answered(linkExpiry(sent))]).toEqual([1, 0, 0]);
  });

  test('agree with a count day by day, on any confirmations', () => {
    const minutes = fc.array(fc.integer({ min: -45 * 1440, max: 600 }), { maxLength: 60 });
    fc.assert(
      fc.property(minutes, (all) => {
        const moments = all.map((offset) => addMinutes(noon, offset));
        const statistics = freshnessStatistics(open, moments.map(confirmed), [], noon);
        let [days, run, longest] = [0, 0, 0];
        for (let ago = statisticsRule.days; ago >= 1; ago -= 1) {
          const [begin, end] = [startOfDanishDay(addDays(today, -ago)), startOfDanishDay(addDays(today, 1 - ago))];
          const isConfirmed = moments.some((one) => one >= begin && one < end);
          days += isConfirmed ? 1 : 0;
          run = isConfirmed ? 0 : run + 1;
          longest = Math.max(longest, run);
        }
        expect(statistics).toMatchObject({ confirmedDays: days, longestGapDays: longest });
        expect(statistics.isSteadilyUnconfirmed).toBe(longest >= 2 || 30 - days >= 5);
      }),
    );
  });
});
