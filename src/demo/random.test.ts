import { describe, expect, it } from 'vitest';
import { type Chance, chanceOf } from './random.ts';

const draws = 20_000;

function many<Value>(chance: Chance, draw: (chance: Chance) => Value): readonly Value[] {
  return Array.from({ length: draws }, () => draw(chance));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe('chance', () => {
  it('draws the same from the same seed, and something else from another', () => {
    const [once, again, other] = ['7', '7', '8'].map((seed) => many(chanceOf(seed), (chance) => chance.fraction()));
    expect(again).toEqual(once);
    expect(other).not.toEqual(once);
  });

  it('draws these numbers from seed 1, on every machine', () => {
    const chance = chanceOf('1');
    expect(Array.from({ length: 6 }, () => chance.whole(0, 999))).toMatchInlineSnapshot(`
      [
        331,
        55,
        249,
        643,
        767,
        846,
      ]
    `);
  });

  it('gives a part draws that do not depend on what was drawn elsewhere', () => {
    const [used, unused] = [chanceOf('7'), chanceOf('7')];
    many(used, (chance) => chance.fraction());
    expect(used.split('a').fraction()).toBe(unused.split('a').fraction());
    expect(used.split('a').fraction()).not.toBe(used.split('b').fraction());
  });

  it('is even: fractions in [0, 1) around a half, whole numbers from the least to the most', () => {
    const fractions = many(chanceOf('even'), (chance) => chance.fraction());
    expect(Math.min(...fractions)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...fractions)).toBeLessThan(1);
    expect(mean(fractions)).toBeCloseTo(0.5, 1);
    const dice = many(chanceOf('dice'), (chance) => chance.whole(1, 6));
    for (const face of [1, 2, 3, 4, 5, 6]) expect(dice.filter((value) => value === face).length / draws).toBeCloseTo(1 / 6, 1);
    expect(new Set(dice).size).toBe(6);
  });

  it('keeps to shares, weights and means', () => {
    expect(mean(many(chanceOf('share'), (chance) => (chance.happens(0.3) ? 1 : 0)))).toBeCloseTo(0.3, 1);
    const picked = many(chanceOf('weight'), (chance) =>
      chance.pickByWeight(['never', 'seldom', 'often'], (word) => ({ never: 0, seldom: 1, often: 9 })[word] ?? 0),
    );
    expect(picked).not.toContain('never');
    expect(picked.filter((word) => word === 'seldom').length / draws).toBeCloseTo(0.1, 1);
    const days = many(chanceOf('days'), (chance) => chance.days(10, 2));
    expect(Math.min(...days)).toBe(2);
    expect(Math.abs(mean(days) - 9.5)).toBeLessThan(0.5);
  });

  it('picks from nothing only by mistake', () => {
    expect(() => chanceOf('1').pick([])).toThrow('nothing to pick from');
  });
});
