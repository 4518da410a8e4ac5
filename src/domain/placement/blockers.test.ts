import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byTrying, smallQuestion } from '../../../test/feasibility-by-trying.ts';
import { needsOf, now, taken, testPlace, testUnit } from '../../../test/provision.ts';
import { asId } from '../id.ts';
import { addDays, addMinutes, danishDay } from '../time.ts';
import { type Blocker, blockersIn, explain, type Explanation, without } from './blockers.ts';
import { sheAlone } from './needs.ts';
import { type Nights, nightsFrom } from './nights.ts';
import { stepsUpTo } from './puzzle.ts';
import type { Situation } from './situation.ts';

const plenty = 50_000_000;
const today = danishDay(now);
const from = (offset: number, nights: number): Nights => nightsFrom(addDays(today, offset), nights);

function situation(differs: Partial<Situation>): Situation {
  const unit = testUnit([testPlace('a', ['mother-and-baby']), testPlace('b')]);
  return { unit, stays: [], needs: needsOf('mother-and-baby'), party: sheAlone, nights: from(3, 7), at: now, ...differs };
}

function why(differs: Partial<Situation>): Explanation {
  return explain(situation(differs), stepsUpTo(plenty));
}

describe('an explanation', () => {
  test('names the nights on which every place with the property is taken, and the property', () => {
    const stays = [taken('a', addDays(today, 5), addDays(today, 8), { mustHave: ['mother-and-baby'] })];

    expect(why({ stays })).toEqual({
      outcome: 'explained',
      gone: 'each',
      blockers: [
        { kind: 'need', property: 'mother-and-baby', offered: 'not-then' },
        { kind: 'full', nights: from(5, 3), properties: ['mother-and-baby'], joint: false },
      ],
    });
  });

  test('names a hold that may run out, and a closure', () => {
    const heldUntil = addMinutes(now, 20);
    const held = [taken('a', addDays(today, 5), addDays(today, 8), { status: 'held', heldUntil, mustHave: ['mother-and-baby'] })];
    const closure = { from: addDays(today, 5), to: addDays(today, 8), reason: 'nyt gulv' };
    const unit = testUnit([testPlace('a', ['mother-and-baby'], { closures: [closure] })]);

    expect(why({ stays: held })).toMatchObject({
      gone: 'each',
      blockers: [{ kind: 'need' }, { kind: 'held', until: heldUntil }, { kind: 'full' }],
    });
    expect(why({ unit })).toMatchObject({
      gone: 'each',
      blockers: [
        { kind: 'closed', closure },
        { kind: 'full', nights: from(5, 3) },
      ],
    });
  });

  test('names what no place has, and what is only apart', () => {
    const apart = testUnit([testPlace('a', ['mother-and-baby']), testPlace('b', ['partner'])]);

    expect(why({ needs: needsOf('mother-and-baby', 'step-free') })).toMatchObject({
      gone: 'each',
      blockers: [{ kind: 'need', property: 'step-free', offered: 'nowhere' }],
    });
    expect(why({ unit: apart, needs: needsOf('mother-and-baby', 'partner') })).toMatchObject({
      gone: 'each',
      blockers: [
        { kind: 'need', property: 'mother-and-baby', offered: 'apart' },
        { kind: 'need', property: 'partner', offered: 'apart' },
      ],
    });
  });

  test('names what holds for the unit as a whole: opening, staffing, rules of admission, notice', () => {
    const rules = { youngest: 25, oldest: null, womenOnly: true, mostChildren: null, oldestChild: null };
    const place = testPlace('a', ['mother-and-baby']);
    const flexible = { leadDays: 6, closesAfterDays: 14, opened: [] };
    const party = { age: 20, partner: { sex: 'man' as const }, children: [] };

    expect(why({ unit: testUnit([place], { open: [{ from: addDays(today, 5), to: null }] }) })).toMatchObject({
      blockers: [{ kind: 'not-open' }],
    });
    expect(why({ unit: testUnit([place], { staffing: [{ from: today, to: null, women: 0 }] }) })).toMatchObject({
      gone: 'each',
      blockers: [{ kind: 'staffing', nights: from(3, 7) }],
    });
    expect(why({ unit: testUnit([place], { admission: rules }), party })).toMatchObject({
      gone: 'together',
      blockers: [{ rule: 'youngest' }, { rule: 'womenOnly' }],
    });
    expect(why({ unit: testUnit([testPlace('a', ['mother-and-baby'], { flexible })]) })).toMatchObject({
      blockers: [
        { kind: 'lead-time', openFrom: addDays(today, 6) },
        { kind: 'full', nights: from(3, 3) },
      ],
    });
  });

  test('names two runs of nights together', () => {
    const stays = [
      taken('a', addDays(today, 3), addDays(today, 5), { mustHave: ['mother-and-baby'] }),
      taken('a', addDays(today, 7), addDays(today, 9), { mustHave: ['mother-and-baby'] }),
    ];
    const unit = testUnit([testPlace('a', ['mother-and-baby'])]);

    expect(why({ unit, stays })).toMatchObject({
      gone: 'together',
      blockers: [
        { kind: 'full', nights: from(3, 2) },
        { kind: 'full', nights: from(7, 2) },
      ],
    });
  });

  test('has nothing to name but the place where there are none, and nothing to explain where she can come', () => {
    expect(why({ unit: testUnit([]), needs: [] })).toMatchObject({
      gone: 'each',
      blockers: [{ kind: 'full', nights: from(3, 7), properties: [] }],
    });
    expect(why({})).toEqual({ outcome: 'can-come' });
    expect(
      explain(situation({ stays: [taken('a', addDays(today, 5), addDays(today, 8), { stay: asId<'stay'>('x') })] }), stepsUpTo(0)).outcome,
    ).toBe('not-decided-in-time');
  });
});

describe('for any small unit', () => {
  test('the explanation is true, by trying everything', () => {
    const seen = { each: 0, together: 0, several: 0 };
    fc.assert(
      fc.property(smallQuestion, (asked) => {
        const explanation = explain(asked, stepsUpTo(plenty));
        expect(explanation.outcome).toBe(byTrying(asked) === null ? 'explained' : 'can-come');
        if (explanation.outcome !== 'explained') return;
        const { gone, blockers } = explanation;
        const canWithout = (some: readonly Blocker[]): boolean => byTrying(without(asked, some)) !== null;
        expect(blockers.length).toBeGreaterThan(0);
        seen[gone] += 1;
        if (gone === 'each') for (const one of blockers) expect(canWithout([one])).toBe(true);
        else {
          if (blockers.length > 1) seen.several += 1;
          expect(canWithout(blockers)).toBe(true);
          for (const one of blockers) expect(canWithout(blockers.filter((other) => other !== one))).toBe(false);
          // None of all that could be named would have been enough alone.
          const all = blockersIn(asked, stepsUpTo(plenty));
          if (all !== 'not-decided-in-time') for (const one of all) expect(canWithout([one])).toBe(false);
        }
      }),
      { numRuns: 2500 },
    );
    expect(seen.each).toBeGreaterThan(100);
    expect(seen.several).toBeGreaterThan(30);
  });

  test('nights that are called full are so: she could not have just these, with no more than those needs', () => {
    let full = 0;
    fc.assert(
      fc.property(smallQuestion, (asked) => {
        const explanation = explain(asked, stepsUpTo(plenty));
        if (explanation.outcome !== 'explained') return;
        for (const blocker of explanation.blockers)
          if (blocker.kind === 'full' && !blocker.joint) {
            full += 1;
            const others = explanation.blockers.filter(({ kind }) => kind === 'staffing' || kind === 'admission' || kind === 'not-open');
            const only = { ...without(asked, others), spare: [], nights: blocker.nights, needs: needsOf(...blocker.properties) };
            expect(byTrying(only)).toBeNull();
          }
      }),
      { numRuns: 1500 },
    );
    expect(full).toBeGreaterThan(100);
  });
});
