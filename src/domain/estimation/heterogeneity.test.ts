import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hepatitis, kosovo, randomTable, spinaBifida, unitedKingdom } from '../../../test/overlaps.ts';
import { referenceText } from '../../../test/planning-reference.ts';
import { heterogeneityLaws, heterogeneitySensitivity, isLowerBound } from './heterogeneity.ts';
import { fitModel } from './log-linear.ts';
import { exactCounts, readOverlapTable } from './overlap-table.ts';

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

test('three lists: Darroch’s law is a saturated model of equal pair terms, and Chao’s leaves the triple free where it is not too small', () => {
  let few = 0;
  // With three lists M_th of Chao leaves the cell of all three free: it is the independence of the other six cells, or of all seven where
  // fewer are on all three than that gives.
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
      const isFew = (cells[6] ?? 0) < mean(7);
      const expected = isFew ? (fitModel({ lists: 3, terms: [] }, [0, ...cells]).estimate ?? 0) : seen + scale;
      few += Number(isFew);
      expect(Math.abs((chao?.estimate ?? 0) / expected - 1)).toBeLessThan(1e-5);
    }),
    { numRuns: 200 },
  );
  expect(few).toBeGreaterThan(20);
  expect(few).toBeLessThan(180);
});

test('spina bifida: no increment is left, so the number is that of independent lists, above the other laws and no bound', () => {
  const answers = heterogeneitySensitivity(3, spinaBifida);
  expect(answers[0]?.estimate).toBeCloseTo(fitModel({ lists: 3, terms: [] }, spinaBifida).estimate ?? 0, 4);
  expect(answers[0]?.estimate).toBeCloseTo(763.888, 2);
  expect(isLowerBound(answers)).toBe(false);
  expect(isLowerBound(heterogeneitySensitivity(3, hepatitis))).toBe(true);
  expect(isLowerBound([])).toBe(false);
});

test('Kosovo and the United Kingdom, where nobody is on all lists, have the bounds of Rcapture without negative increments', () => {
  expect(heterogeneitySensitivity(4, kosovo)[0]?.estimate).toBeCloseTo(8591.18, 1);
  expect(heterogeneitySensitivity(5, unitedKingdom)[0]?.estimate).toBeCloseTo(13570.03, 1);
});

const reference = referenceText('stats/rcapture.json');
if (reference !== null) {
  type Row = { readonly model: string; readonly abundance: number; readonly deviance: number };
  const all = JSON.parse(reference) as Readonly<Record<string, { readonly closedp?: readonly Row[] }>>;
  const names = { chao: 'Mth Chao (LB)', poisson: 'Mth Poisson2', darroch: 'Mth Darroch', gamma: 'Mth Gamma3.5' } as const;
  const sets = Object.entries(all).filter(([name, { closedp }]) => closedp && referenceText(`stats/datasets/${name}.csv`) !== null);

  test('the reference has the tables that are compared', () => {
    expect(sets.length).toBeGreaterThanOrEqual(8);
  });

  test.each(sets)('the laws of %s have the numbers of Rcapture', (name, { closedp = [] }) => {
    const read = readOverlapTable(referenceText(`stats/datasets/${name}.csv`) ?? '');
    const table = read.outcome === 'refused' ? null : read.table;
    const counts = table && exactCounts(table);
    const answers = heterogeneitySensitivity(table?.lists.length ?? 0, counts ?? []);
    expect(answers.map(({ law }) => law)).toEqual(heterogeneityLaws);
    for (const { law, estimate, deviance } of answers) {
      const row = closedp.find(({ model }) => model === names[law]);
      expect(row, law).toBeDefined();
      // Rcapture stops its iterations at a relative change of 1e-8, which a flat likelihood feels in the estimate.
      expect(Math.abs((estimate ?? 0) / (row?.abundance ?? 1) - 1), law).toBeLessThan(law === 'chao' ? 1e-4 : 2e-3);
      expect(Math.abs((deviance ?? 0) - (row?.deviance ?? -1)), law).toBeLessThan(1e-3);
    }
  });
}
