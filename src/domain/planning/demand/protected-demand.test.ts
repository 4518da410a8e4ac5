import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { predict, rateAfter } from '../../estimation/demand.ts';
import { type ProtectedCount, protectedDemand } from './protected-demand.ts';

const counts: fc.Arbitrary<readonly ProtectedCount[]> = fc.array(
  fc.record({ least: fc.nat({ max: 30 }), width: fc.nat({ max: 6 }) }).map(({ least, width }) => ({ least, most: least + width })),
  { minLength: 1, maxLength: 5 },
);

/** On a fine grid of means: how well each explains every year's figure, times the prior; and what it predicts. */
function onAGrid(figures: readonly ProtectedCount[]): { readonly mean: number; readonly next: readonly number[] } {
  const step = 0.004;
  const poisson = (mean: number, count: number): number => {
    let term = Math.exp(-mean);
    for (let k = 1; k <= count; k += 1) term *= mean / k;
    return term;
  };
  let [whole, mean] = [0, 0];
  const next = Array.from({ length: 12 }, () => 0);
  for (let root = step / 2; root < 9; root += step) {
    // By the root of the mean Jeffreys' prior is flat.
    const lambda = root ** 2;
    let weight = 1;
    for (const { least, most } of figures) {
      let chance = 0;
      for (let count = least; count <= most; count += 1) chance += poisson(lambda, count);
      weight *= chance;
    }
    whole += weight;
    mean += weight * lambda;
    for (let count = 0; count < next.length; count += 1) next[count] = (next[count] ?? 0) + weight * poisson(lambda, count);
  }
  return { mean: mean / whole, next: next.map((chance) => chance / whole) };
}

describe('demand from protected figures', () => {
  test('is what a fine grid of means gives', () => {
    fc.assert(
      fc.property(counts, (figures) => {
        const answer = protectedDemand(figures);
        if (answer.outcome !== 'predicted') throw new Error(answer.outcome);
        const grid = onAGrid(figures);
        expect(answer.mean).toBeCloseTo(grid.mean, 4);
        for (const [count, chance] of grid.next.entries()) expect(answer.next.probabilities[count] ?? 0).toBeCloseTo(chance, 6);
        expect(answer.next.probabilities.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
      }),
      { seed: 20261126, numRuns: 60 },
    );
  });

  test('is that of the counts themselves where they are known, and wider where they are hidden', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 6 }), (known) => {
        const answer = protectedDemand(known.map((count) => ({ least: count, most: count })));
        if (answer.outcome !== 'predicted') throw new Error(answer.outcome);
        const wanted = predict(rateAfter(known));
        expect(answer.mean).toBeCloseTo(wanted.mean, 9);
        for (const [count, chance] of wanted.probabilities.entries()) expect(answer.next.probabilities[count]).toBeCloseTo(chance, 9);
        expect(answer.dispersion).toBeCloseTo(0.5 + known.reduce((sum, count) => sum + count, 0), 6);
      }),
      { seed: 4, numRuns: 100 },
    );
    const varianceOf = (figures: readonly ProtectedCount[]): number => {
      const answer = protectedDemand(figures);
      return answer.outcome === 'predicted' ? answer.variance : NaN;
    };
    expect(varianceOf([{ least: 6, most: 14 }])).toBeGreaterThan(varianceOf([{ least: 8, most: 12 }]));
    expect(varianceOf([{ least: 8, most: 12 }])).toBeGreaterThan(varianceOf([{ least: 10, most: 10 }]));
  });

  test('says when there is no figure', () => {
    expect(protectedDemand([])).toEqual({ outcome: 'no-figures' });
    expect(protectedDemand([{ least: 0, most: 0 }])).toMatchObject({ mean: 0.5 });
  });
});
