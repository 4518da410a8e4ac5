import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hepatitis, kosovo, randomTable } from '../../../test/overlaps.ts';
import { heterogeneityLaws, heterogeneitySensitivity } from './heterogeneity.ts';

const file = join(process.env['SAMLOB_REFERENCE'] ?? join(process.cwd(), '..', 'shared', 'reference'), 'stats', 'rcapture.json');

test('the laws fit hepatitis A equally and give from 479 to 2,600: the counts cannot choose among them', () => {
  const answers = heterogeneitySensitivity(3, hepatitis);
  expect(answers.map(({ law }) => law)).toEqual(heterogeneityLaws);
  const [chao, ...others] = answers;
  expect(chao?.estimate).toBeCloseTo(478.674, 2);
  expect(others[0]?.estimate).toBeCloseTo(736.29, 2);
  for (const { deviance } of others) expect(deviance).toBeCloseTo(chao?.deviance ?? 0, 6);
  const estimates = answers.map(({ estimate }) => estimate ?? 0);
  expect(estimates).toEqual(estimates.toSorted((a, b) => a - b));
});

test('no law gives fewer than were seen, or fits better than exactly, on random tables', () => {
  let fitted = 0;
  fc.assert(
    fc.property(randomTable(4), (counts) => {
      const seen = counts.reduce((sum, count) => sum + count, 0);
      for (const { law, estimate, deviance } of heterogeneitySensitivity(4, counts)) {
        if (estimate === null || deviance === null) continue;
        fitted += 1;
        expect(estimate, law).toBeGreaterThanOrEqual(seen);
        expect(deviance).toBeGreaterThanOrEqual(-1e-9);
      }
    }),
    { numRuns: 200 },
  );
  expect(fitted).toBeGreaterThan(300);
});

test('three lists: Darroch’s law is a saturated model of equal pair terms, and Chao’s leaves the triple free', () => {
  // With three lists M_th of Chao leaves the cell of all three free: it is the independence of the other six cells.
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 7, maxLength: 7 }), (cells) => {
      const [a = 1, b = 1, ab = 1, c = 1, ac = 1, bc = 1] = cells;
      const [chao] = heterogeneitySensitivity(3, [0, ...cells]);
      // Proportional fitting of six cells with the unseen and the triple taken from the fit, until neither moves.
      let p = [1, 1, 1];
      let scale = 1;
      const mean = (set: number): number => scale * p.reduce((product, odds, list) => ((set >> list) & 1 ? product * odds : product), 1);
      const inSix = [1, 2, 3, 4, 5, 6];
      const counts = [0, a, b, ab, c, ac, bc];
      for (let round = 0; round < 4000; round += 1) {
        scale *= (a + b + ab + c + ac + bc) / inSix.reduce((sum, set) => sum + mean(set), 0);
        for (let list = 0; list < 3; list += 1) {
          const on = inSix.filter((set) => (set >> list) & 1);
          const ratio = on.reduce((sum, set) => sum + (counts[set] ?? 0), 0) / on.reduce((sum, set) => sum + mean(set), 0);
          p = p.map((odds, at) => (at === list ? odds * ratio : odds));
        }
      }
      const seen = cells.reduce((sum, count) => sum + count, 0);
      expect(Math.abs((chao?.estimate ?? 0) / (seen + scale) - 1)).toBeLessThan(1e-5);
    }),
    { numRuns: 200 },
  );
});

if (existsSync(file)) {
  test('the laws have the numbers of Rcapture', () => {
    type Row = { readonly model: string; readonly abundance: number; readonly deviance: number };
    const reference = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, { readonly closedp?: readonly Row[] }>>;
    const names = { chao: 'Mth Chao (LB)', poisson: 'Mth Poisson2', darroch: 'Mth Darroch', gamma: 'Mth Gamma3.5' } as const;
    for (const [name, lists, counts] of [
      ['hav_taiwan_3list', 3, hepatitis],
      ['kosovo_4list', 4, kosovo],
    ] as const)
      for (const { law, estimate, deviance } of heterogeneitySensitivity(lists, counts)) {
        const row = reference[name]?.closedp?.find(({ model }) => model === names[law]);
        expect(row, `${name} ${law}`).toBeDefined();
        // Rcapture stops its iterations at a relative change of 1e-8 and leaves out negative heterogeneity in Chao’s bound.
        if (law === 'chao' && name === 'kosovo_4list') continue;
        expect(Math.abs((estimate ?? 0) / (row?.abundance ?? 1) - 1), `${name} ${law}`).toBeLessThan(1e-4);
        expect(Math.abs((deviance ?? 0) - (row?.deviance ?? -1)), `${name} ${law}`).toBeLessThan(1e-3);
      }
  });
}
