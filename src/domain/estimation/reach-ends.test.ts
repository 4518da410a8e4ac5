import { describe, expect, test } from 'vitest';
import type { EstimateRow } from './estimate-row.ts';
import { reachOf } from './reach.ts';
import { boundsBeyond, endSources, sameEstimates } from './reach-ends.ts';

function row(
  method: string,
  estimate: number | null,
  interval: EstimateRow['interval'],
  remarks: EstimateRow['remarks'] = [],
): EstimateRow {
  return {
    method,
    model: null,
    estimate,
    interval,
    level: 0.95,
    aic: null,
    bic: null,
    status: estimate === null ? 'not-identified' : 'ok',
    remarks,
  };
}
const findings = { observed: 200, sensitivity: [], heterogeneity: [], priors: [] };

describe('the ends of an answer', () => {
  test('come from the method that reaches furthest, and never upwards from a lower bound', () => {
    const methods = [row('best-bic', 400, [300, 700]), row('chao', 350, [273, 741]), row('dga', null, [100, 900])];
    expect(reachOf({ ...findings, methods })).toMatchObject({ low: 273, high: 700 });
    expect(endSources({ ...findings, methods })).toEqual({
      low: { by: 'method', method: 'chao', model: null },
      high: { by: 'method', method: 'best-bic', model: null },
    });
  });

  test('come from an assumption where one reaches further than the methods', () => {
    const methods = [row('chapman', 400, [350, 500])];
    const sensitivity = [
      { oddsRatio: 0.5, estimate: 300 },
      { oddsRatio: 2, estimate: 600 },
      { oddsRatio: 4, estimate: 1000 },
    ];
    expect(endSources({ ...findings, methods, sensitivity })).toEqual({ low: { by: 'odds' }, high: { by: 'odds' } });
    const heterogeneity = [{ law: 'gamma', estimate: 800, deviance: 1 }] as const;
    expect(endSources({ ...findings, methods, heterogeneity }).high).toEqual({ by: 'law' });
    const priors = [{ delta: 0.5, median: 250, interval: [240, 260] }] as const;
    expect(endSources({ ...findings, methods, priors }).low).toEqual({ by: 'prior' });
    const hidden = [row('best-bic', 400, [350, 500], [{ code: 'range-of-tables', about: { tables: 4, low: 320, high: 520 } }])];
    expect(endSources({ ...findings, methods: hidden })).toEqual({
      low: { by: 'tables', method: 'best-bic' },
      high: { by: 'tables', method: 'best-bic' },
    });
  });

  test('come from one of the tables that hidden counts allow where its own answer reaches furthest, or from those seen where not each was tried', () => {
    const hidden = { ...findings, observed: [198, 202], methods: [row('best-bic', 400, [350, 500])] } as const;
    expect(endSources({ ...hidden, fillings: { all: 5, tried: true, drawn: true, low: 210, high: 900 } })).toEqual({
      low: { by: 'filling' },
      high: { by: 'filling' },
    });
    expect(endSources({ ...hidden, fillings: { all: 5, tried: true, drawn: true, low: 360, high: 480 } })).toEqual({
      low: { by: 'method', method: 'best-bic', model: null },
      high: { by: 'method', method: 'best-bic', model: null },
    });
    expect(endSources({ ...hidden, fillings: { all: 1e9, tried: false } })).toEqual({ low: { by: 'seen-at-least' }, high: null });
  });

  test('are none where no method answers or none has an upper end', () => {
    expect(endSources({ ...findings, methods: [row('dga', null, [null, null])] })).toEqual({ low: null, high: null });
    expect(endSources({ ...findings, methods: [row('chapman', 400, [350, null])] }).high).toBeNull();
  });
});

test('a lower bound whose uncertainty goes beyond the answer is told, and one that does not is not', () => {
  const best = row('best-bic', 400, [300, 700]);
  expect(boundsBeyond({ ...findings, methods: [best, row('chao', 350, [273, 741])] }).map(({ method }) => method)).toEqual(['chao']);
  expect(boundsBeyond({ ...findings, methods: [best, row('chao', 350, [273, 700.4])] })).toEqual([]);
  expect(boundsBeyond({ ...findings, methods: [best, row('zelterman', 500, [400, 690])] })).toEqual([]);
});

test('methods with one estimate and two intervals are told together', () => {
  const methods = [row('best-bic', 400.2, [300, 500]), row('best-bic-bootstrap', 399.8, [280, 520]), row('chao', 350, [340, 360])];
  expect(sameEstimates(methods).map((rows) => rows.map(({ method }) => method))).toEqual([['best-bic', 'best-bic-bootstrap']]);
  expect(sameEstimates([row('best-aic', 400, [300, 500]), row('best-bic', 400, [300, 500])])).toEqual([]);
  expect(sameEstimates([row('best-aic', 400, [null, null]), row('best-bic', 400, [300, 500])])).toEqual([]);
});
