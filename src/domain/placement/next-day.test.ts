import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byTrying, smallQuestion } from '../../../test/feasibility-by-trying.ts';
import { needsOf, now, taken, testPlace, testUnit } from '../../../test/provision.ts';
import { addDays, type Day, danishDay, daysBetween } from '../time.ts';
import { type Party, sheAlone } from './needs.ts';
import { nextPossibleDay } from './next-day.ts';
import { countNights, faultIn, type Length, nightsOf } from './nights.ts';
import { stepsUpTo } from './puzzle.ts';
import type { Situation } from './situation.ts';

const plenty = 50_000_000;
const today = danishDay(now);

describe('the next possible day', () => {
  const length: Length = { kind: 'nights', nights: 7 };
  const asked: Situation = {
    unit: testUnit([testPlace('a')]),
    stays: [taken('a', addDays(today, -3), addDays(today, 9), { status: 'admitted' })],
    needs: [],
    party: sheAlone,
    nights: nightsOf(today, length),
    at: now,
  };
  const next = (differs: Partial<Situation>, of: Length, partyOn = (): Party => sheAlone) =>
    nextPossibleDay({ ...asked, ...differs }, { length: of, partyOn }, 60, stepsUpTo(plenty));

  test('is the day another leaves, and comes sooner where the stay ends at a fixed time after the birth', () => {
    const later = taken('a', addDays(today, 12), addDays(today, 20));
    const toBirth: Length = { kind: 'past-birth', birth: addDays(today, 5), nightsAfter: 7 };

    expect(next({}, length)).toMatchObject({ outcome: 'found', arrival: addDays(today, 9), place: { id: 'a' } });
    expect(next({ stays: [...asked.stays, later] }, length)).toMatchObject({ outcome: 'found', arrival: addDays(today, 20) });
    expect(next({ stays: [...asked.stays, later] }, toBirth)).toMatchObject({ outcome: 'found', arrival: addDays(today, 9) });
    expect(next({ stays: [taken('a', today, addDays(today, 30))] }, toBirth)).toMatchObject({ outcome: 'none-within' });
  });

  test('waits for her birthday where the unit receives from an age', () => {
    const unit = testUnit([testPlace('a')], { admission: { ...asked.unit.admission, youngest: 18 } });
    const partyOn = (arrival: Day): Party => ({ ...sheAlone, age: arrival < addDays(today, 14) ? 17 : 18 });

    expect(next({ unit, party: partyOn(today) }, length, partyOn as () => Party)).toMatchObject({
      outcome: 'found',
      arrival: addDays(today, 14),
    });
  });

  test('never comes where no place meets her needs, and is not guessed', () => {
    expect(next({ needs: needsOf('partner') }, length)).toEqual({ outcome: 'never' });
    expect(next({ unit: testUnit([]) }, length)).toEqual({ outcome: 'never' });
    const crowd = {
      ...asked,
      stays: [
        taken('a', addDays(today, 1), addDays(today, 3)),
        taken('b', addDays(today, 2), addDays(today, 5)),
        taken('a', addDays(today, 3), addDays(today, 6)),
      ],
    };
    const unit = testUnit([testPlace('a'), testPlace('b')]);
    expect(
      nextPossibleDay({ ...crowd, unit }, { length: { kind: 'nights', nights: 9 }, partyOn: () => sheAlone }, 60, stepsUpTo(0)).outcome,
    ).toBe('not-decided-in-time');
  });

  test('is the first on which trying everything finds a way', () => {
    const seen = { found: 0, none: 0 };
    fc.assert(
      fc.property(smallQuestion, fc.boolean(), fc.integer({ min: 1, max: 40 }), (question, toBirth, born) => {
        const within = 16;
        const { arrival, departure } = question.nights;
        const of: Length = toBirth
          ? { kind: 'past-birth', birth: departure, nightsAfter: 6 }
          : { kind: 'nights', nights: countNights(question.nights) };
        // She has a birthday on one of the days.
        const partyOn = (on: Day): Party => ({ ...question.party, age: daysBetween(addDays(today, born), on) < 0 ? 17 : 18 });
        const start = { ...question, party: partyOn(arrival), nights: nightsOf(arrival, of) };
        const first = Array.from({ length: within }, (_, index) => addDays(arrival, index + 1)).find((on) => {
          const then = { ...start, nights: nightsOf(on, of), party: partyOn(on) };
          return faultIn(then.nights) === null && byTrying(then) !== null;
        });
        if (byTrying(start) !== null) return;
        const answer = nextPossibleDay(start, { length: of, partyOn }, within, stepsUpTo(plenty));
        seen[first === undefined ? 'none' : 'found'] += 1;
        if (first === undefined) expect(['none-within', 'never']).toContain(answer.outcome);
        else expect(answer).toMatchObject({ outcome: 'found', arrival: first });
      }),
      { numRuns: 1200 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(60);
  });
});
