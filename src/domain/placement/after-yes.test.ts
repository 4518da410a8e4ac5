import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMinutes, millisBetween, moment } from '../time.ts';
import { heldAfterYes } from './after-yes.ts';
import { holdMinutes } from './hold.ts';
import { answerBy } from './waiting-offer.ts';

const thursday = moment('2026-11-26T08:00:00Z');

describe('a yes to an offer', () => {
  it('keeps the four hours that the offer promised', () => {
    const promised = answerBy(thursday);
    expect(heldAfterYes(promised, addMinutes(thursday, 5))).toEqual({ until: promised, promised, edition: 'efter-ja/2026-11' });
  });

  it('in the last minute gives the minutes of any hold', () => {
    const promised = answerBy(thursday);
    const late = addMinutes(promised, -1);
    expect(heldAfterYes(promised, late)).toMatchObject({ until: addMinutes(late, holdMinutes), promised });
  });

  it('that was given before the edition was in force keeps the thirty minutes of its own day', () => {
    const before = moment('2026-11-20T08:00:00Z');
    expect(heldAfterYes(answerBy(before), before)).toMatchObject({ until: addMinutes(before, holdMinutes), edition: 'hastegrad/2026-11' });
  });

  it('never holds for less than promised nor for less than thirty minutes, and for no longer than the longer of them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500_000 }), fc.integer({ min: 0, max: 6000 }), (made, asked) => {
        const offered = addMinutes(thursday, made);
        const promised = answerBy(offered);
        const yes = addMinutes(offered, asked);
        fc.pre(yes < promised);
        const { until } = heldAfterYes(promised, yes);
        expect([until >= promised, millisBetween(yes, until) >= holdMinutes * 60_000]).toEqual([true, true]);
        expect([promised, addMinutes(yes, holdMinutes)]).toContain(until);
      }),
    );
  });
});
