import { expect, test } from 'vitest';
import { tableOf } from '../../../test/overlaps.ts';
import { estimateFrom } from './estimates.ts';

test('an interval is judged without the end of the grid where the grid cut it off', () => {
  const counts = tableOf(3, { '100': 300, '010': 300, '001': 300, '110': 2, '101': 2, '011': 2, '111': 0 });
  const cells = counts.map((count) => ({ low: count, high: count }));
  const request = { methods: ['dga'], p: 0.02, delta: null, grid: null, models: false, bootstrap: null } as const;
  const { methods, conclusion } = estimateFrom({ lists: ['A', 'B', 'C'], cells }, request);
  const [within, open] = ['dga', 'dga-open'].map((name) => methods.find(({ method }) => method === name)?.interval ?? [null, null]);
  expect((within?.[1] ?? 0) / (within?.[0] ?? 1)).toBeLessThan(10);
  expect((open?.[1] ?? 0) / (open?.[0] ?? 1)).toBeGreaterThan(10);
  expect(conclusion).toMatchObject({ status: 'bounds-only', gate: 'wide' });
});
