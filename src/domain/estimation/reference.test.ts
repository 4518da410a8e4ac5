/**
 * Values that other programs gave for the same tables, worked out apart from this one: Rcapture, SparseMSE, dga and CARE1. Used where they
 * are had: the folder beside the project, or the one that is named.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { averageGraphs } from './graph-averaging.ts';
import { independence } from './hierarchical-model.ts';
import { fitIntervals } from './interval-cells.ts';
import { bestFit, searchModels } from './model-search.ts';
import { exactCounts, readOverlapTable } from './overlap-table.ts';
import { profileInterval } from './profile-interval.ts';
import { estimateMethods } from './estimate-request.ts';
import { estimateFrom } from './estimates.ts';
import { reachOf } from './reach.ts';
import { sampleCoverage } from './sample-coverage.ts';
import { logNormalInterval, stepwise } from './stepwise.ts';

const folder = join(process.env['SAMLOB_REFERENCE'] ?? join(process.cwd(), '..', 'shared', 'reference'), 'stats');

function tableNamed(name: string): { readonly lists: number; readonly counts: readonly number[]; readonly seen: number } {
  const read = readOverlapTable(readFileSync(join(folder, 'datasets', `${name}.csv`), 'utf8'));
  if (read.outcome === 'refused') throw new Error(`${name}: ${read.problem.sentence}`);
  const counts = exactCounts(read.table) ?? [];
  return { lists: read.table.lists.length, counts, seen: counts.reduce((sum, count) => sum + count, 0) };
}

function json(name: string): unknown {
  return JSON.parse(readFileSync(join(folder, name), 'utf8'));
}

function near(value: number | null | undefined, reference: number | null | undefined, tolerance: number, what: string): void {
  expect(reference, what).toBeTypeOf('number');
  expect(Math.abs((value ?? Number.NaN) - (reference ?? 0)), what).toBeLessThan(tolerance * (1 + Math.abs(reference ?? 0)));
}

type Best = {
  readonly bestBIC: string;
  readonly bestBIC_profileCI: readonly (number | null)[];
  readonly bestAIC: string;
  readonly bestAIC_profileCI: readonly (number | null)[];
};
type Stepwise = { readonly est: Readonly<Record<string, number>>; readonly aic: number };
type Averaged = {
  readonly id: string;
  readonly k: number;
  readonly n: number;
  readonly quantiles: Readonly<Record<string, number>>;
  readonly mean: number;
};

if (existsSync(folder)) {
  const tables = readdirSync(join(folder, 'datasets')).flatMap((name) => {
    const read = name.endsWith('.csv') ? readOverlapTable(readFileSync(join(folder, 'datasets', name), 'utf8')) : null;
    return read?.outcome === 'read' ? [[name, read.table] as const] : [];
  });

  test.each(tables)('the answer of %s is moved by what the coverage advises against only where it says so', (_, table) => {
    const report = estimateFrom(table, { methods: estimateMethods, p: 0.02, delta: null, grid: null, models: false, bootstrap: null });
    const methods = report.methods.map((row) => ({ ...row, remarks: row.remarks.filter(({ code }) => code !== 'low-coverage') }));
    const isMoved = JSON.stringify(reachOf({ ...report, methods })) !== JSON.stringify(reachOf(report));
    const isNamed = report.conclusion.text.includes('is left out: the lists cover at most 55 %');
    expect(isMoved && !isNamed).toBe(false);
  });

  const files = readdirSync(folder).flatMap((name) => /^rcapture_allmodels_(.*)\.csv$/.exec(name)?.[1] ?? []);

  test.each(files)('every model of %s has the numbers of Rcapture', (name) => {
    const { lists, counts } = tableNamed(name);
    const lines = readFileSync(join(folder, `rcapture_allmodels_${name}.csv`), 'utf8')
      .trim()
      .split('\n')
      .slice(1);
    const reference = new Map(
      lines.map((line) => {
        const [, model = '', numbers = ''] = /^"([^"]*)",(.*)$/.exec(line) ?? [];
        return [model, numbers.split(',').map(Number)] as const;
      }),
    );
    const { fits } = searchModels(lists, counts);
    expect(fits.length).toBe(reference.size);
    for (const { name: model, status, estimate, stderr, deviance, df, aic, bic } of fits) {
      const [abundance, error, itsDeviance, itsDf, itsAic, itsBic] = reference.get(model) ?? [];
      if (status !== 'ok') continue;
      // Rcapture stops its iterations at a relative change of 1e-8; its standard errors are one step older than its means.
      near(estimate, abundance, 1e-7, model);
      near(stderr, error, 2e-4, model);
      near(deviance, itsDeviance, 1e-6, model);
      near(aic, itsAic, 1e-7, model);
      near(bic, itsBic, 1e-7, model);
      expect(df).toBe(itsDf);
    }
    const refused = fits.filter(({ status }) => status !== 'ok').length;
    expect(refused).toBeLessThanOrEqual(name === 'hiv_4list' ? 2 : 0);
  });

  const bests = Object.entries(json('rcapture.json') as Readonly<Record<string, Partial<Best>>>).filter(
    ([, { bestBIC }]) => bestBIC !== undefined,
  );
  test.each(bests)('the best models of %s have the profile intervals of Rcapture', (name, reference) => {
    const { lists, counts } = tableNamed(name);
    const { fits } = searchModels(lists, counts);
    for (const [criterion, model, ends] of [
      ['bic', reference.bestBIC, reference.bestBIC_profileCI],
      ['aic', reference.bestAIC, reference.bestAIC_profileCI],
    ] as const) {
      const best = bestFit(fits, criterion);
      expect(best?.name).toBe(model);
      const [low, high] = profileInterval(best?.model ?? independence(lists), counts, best?.estimate ?? 0);
      // Rcapture looks for the ends with a tolerance of a few thousandths of a person.
      near(low, ends?.[1], 1e-4, `${name} ${criterion} lower`);
      // Null where Rcapture's own search for the upper end went past its limit.
      if (ends?.[2] !== null) near(high, ends?.[2], 1e-4, `${name} ${criterion} upper`);
    }
  });

  const sparse = Object.entries(json('sparsemse.json') as Readonly<Record<string, Readonly<Record<string, Stepwise>>>>).filter(
    ([, runs]) => runs['stepwise_p0.02'] !== undefined,
  );
  test.each(sparse)('the stepwise search of %s ends where SparseMSE does', (name, runs) => {
    const { lists, counts, seen } = tableNamed(name);
    expect(lists).toBeGreaterThanOrEqual(5);
    for (const p of [0.02, 0.01, 0.001]) {
      const fit = stepwise(lists, counts, p);
      const reference = runs[`stepwise_p${p}`];
      const [low, high] = logNormalInterval(fit, seen);
      near(fit.estimate, reference?.est['point est.'], 1e-7, `${name} ${p}`);
      near(low, reference?.est['2.5%'], 1e-5, `${name} ${p} lower`);
      near(high, reference?.est['97.5%'], 1e-5, `${name} ${p} upper`);
      near(fit.aic, reference?.aic, 1e-7, `${name} ${p} AIC`);
    }
  });

  const averaged = Object.entries(json('dga.json') as Readonly<Record<string, Averaged>>).filter(
    ([key, { n, k }]) => /_delta/.test(key) && n * (k === 5 ? 4 : 1) < 12_000,
  );
  test.each(averaged)('the posterior of %s is that of dga', (key, { id, n, quantiles, mean }) => {
    const { lists, counts } = tableNamed(id);
    const delta = Number(/_delta([\d.]+)$/.exec(key)?.[1]);
    const posterior = averageGraphs(lists, counts, { delta, most: 10 * n });
    expect([posterior.interval[0], posterior.median, posterior.interval[1]]).toEqual([
      quantiles['2.5'],
      quantiles['50'],
      quantiles['97.5'],
    ]);
    near(posterior.mean, mean, 1e-7, key);
  });

  test('the sample coverage of two tables is that of CARE1', () => {
    const reference = json('two_list_and_coverage.json') as Readonly<Record<string, Readonly<Record<string, number>>>>;
    expect(Object.keys(reference)).toEqual(expect.arrayContaining(['CARE1_HAV', 'CARE1_Diabetes']));
    for (const [name, key] of [
      ['hav_taiwan_3list', 'CARE1_HAV'],
      ['diabetes_bruno_4list', 'CARE1_Diabetes'],
    ] as const) {
      const { lists, counts } = tableNamed(name);
      const { coverage, independent, general, oneStep } = sampleCoverage(lists, counts);
      near(coverage, reference[key]?.['Chat'], 1e-9, key);
      near(independent, reference[key]?.['N0_Indep'], 1e-9, key);
      near(general, reference[key]?.['N_HSC'], 1e-9, key);
      near(oneStep, reference[key]?.['N1_LSC'], 1e-9, key);
    }
  });

  test('counts hidden below a threshold give the estimates of expectation and maximisation', () => {
    const { interval_censored: reference } = json('planning_and_reconciliation.json') as {
      readonly interval_censored: Readonly<Record<string, { readonly id: string; readonly t: number; readonly N: number }>>;
    };
    expect(Object.keys(reference).length).toBeGreaterThanOrEqual(4);
    for (const { id, t, N } of Object.values(reference)) {
      const { lists, counts } = tableNamed(id);
      const cells = counts.map((count, cell) =>
        cell > 0 && count > 0 && count < t ? { low: 1, high: t - 1 } : { low: count, high: count },
      );
      // The reference stopped when its likelihood changed by less than 1e-9.
      near(fitIntervals(independence(lists), cells).estimate, N, 1e-4, `${id} ${t}`);
    }
  });
} else {
  test('the published tables of the project stand in for values of other programs, which are not there', () => {
    console.info(
      `not registered: Rcapture’s models and intervals, SparseMSE’s searches, dga’s posteriors, CARE1, hidden counts (no ${folder})`,
    );
    expect(existsSync(folder)).toBe(false);
  });
}
