import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { erlangB } from './erlang-b.ts';
import { erlangC } from './erlang-c.ts';
import { openingServers, type SetupMeasures } from './setup.ts';
import { fillingOffer } from './transient.ts';

const expectNear = (given: number, wanted: number, tolerance = 1e-9): void =>
  expect(Math.abs(given - wanted), `${given} is not ${wanted}`).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(wanted)));
const seeded = { seed: 20261122, numRuns: 150 };
const rate = fc.double({ min: 0.05, max: 8, noNaN: true });

/** Solves a·x = b by elimination with pivots. */
function solved(a: readonly (readonly number[])[], b: readonly number[]): readonly number[] {
  const rows = a.map((row, i) => [...row, b[i] ?? 0]);
  const size = rows.length;
  for (let k = 0; k < size; k += 1) {
    let best = k;
    for (let i = k; i < size; i += 1) if (Math.abs(rows[i]![k]!) > Math.abs(rows[best]![k]!)) best = i;
    [rows[k], rows[best]] = [rows[best]!, rows[k]!];
    for (let i = 0; i < size; i += 1) {
      const factor = i === k ? 0 : rows[i]![k]! / rows[k]![k]!;
      if (factor !== 0) for (let j = k; j <= size; j += 1) rows[i]![j]! -= factor * rows[k]![j]!;
    }
  }
  return rows.map((row, i) => row[size]! / row[i]!);
}

function filled(of: Parameters<typeof fillingOffer>[0]): { readonly mean: number; readonly p: readonly number[] } {
  const outcome = fillingOffer(of);
  if (outcome.outcome !== 'worked-out') throw new Error(outcome.outcome);
  return outcome;
}

describe('an offer that fills', () => {
  test('with one server is half full as 1 − exp(−2t)', () => {
    for (const t of [0, 0.25, 1, 2, 50])
      expectNear(filled({ lambda: 1, mu: 1, servers: 1, waiting: 0, start: 0, t }).p[1]!, -Math.expm1(-2 * t) / 2, 1e-14);
  });

  test('with servers enough has the mean a·(1 − exp(−t/s))', () => {
    // Eick, Massey and Whitt 1993: M/M/∞ from empty is Poisson with that mean.
    for (const t of [0.25, 0.5, 1, 2, 5]) {
      const { mean, p } = filled({ lambda: 4, mu: 1, servers: 60, waiting: 0, start: 0, t });
      expectNear(mean, 4 * -Math.expm1(-t), 1e-13);
      expectNear(p[0]!, Math.exp(-mean), 1e-13);
    }
  });

  test('follows its differential equations', () => {
    const offer = fc.record({
      lambda: fc.oneof(fc.constant(0), rate),
      mu: rate,
      servers: fc.integer({ min: 0, max: 6 }),
      waiting: fc.integer({ min: 0, max: 4 }),
    });
    fc.assert(
      fc.property(offer, fc.double({ min: 0, max: 3, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (of, t, at) => {
        const start = Math.floor(at * (of.servers + of.waiting));
        const { p, mean } = filled({ ...of, start, t });
        const wanted = byRungeKutta(of, start, t);
        for (const [n, probability] of p.entries()) expectNear(probability, wanted[n]!, 1e-8);
        expectNear(
          mean,
          wanted.reduce((sum, probability, n) => sum + n * probability, 0),
          1e-7,
        );
        expectNear(
          p.reduce((sum, probability) => sum + probability, 0),
          1,
          1e-12,
        );
      }),
      seeded,
    );
  });

  test('settles at Erlang B, however long one waits', () => {
    for (const t of [200, 1e6, 1e12])
      expectNear(filled({ lambda: 11.5, mu: 1, servers: 16, waiting: 0, start: 16, t }).p[16]!, erlangB(11.5, 16), 1e-12);
    expectNear(filled({ lambda: 1e6, mu: 1, servers: 2, waiting: 0, start: 0, t: 1e9 }).p[2]!, erlangB(1e6, 2), 1e-9);
  });

  test('says when it would take too long, and when more are there at the start than there is room for', () => {
    expect(fillingOffer({ lambda: 1e6, mu: 1, servers: 100_000, waiting: 0, start: 0, t: 1e-1 }).outcome).toBe('too-much-work');
    expect(fillingOffer({ lambda: 1, mu: 1, servers: 10_000_000, waiting: 0, start: 0, t: 1e-9 }).outcome).toBe('too-much-work');
    expect(fillingOffer({ lambda: 1, mu: 1, servers: 2, waiting: 1, start: 4, t: 1 })).toEqual({ outcome: 'start-above-room', room: 3 });
    expectNear(filled({ lambda: 5, mu: 1, servers: 0, waiting: 0, start: 0, t: 9 }).p[0]!, 1, 1e-14);
  });
});

/** The forward equations in 4,000 steps of the fourth order. */
function byRungeKutta(of: { lambda: number; mu: number; servers: number; waiting: number }, start: number, t: number): readonly number[] {
  const last = of.servers + of.waiting;
  const down = (n: number): number => Math.min(n, of.servers) * of.mu;
  const slope = (p: readonly number[]): readonly number[] =>
    p.map(
      (here, n) =>
        -here * ((n < last ? of.lambda : 0) + down(n)) + (n > 0 ? p[n - 1]! * of.lambda : 0) + (n < last ? p[n + 1]! * down(n + 1) : 0),
    );
  const moved = (p: readonly number[], by: readonly number[], h: number): readonly number[] => p.map((here, n) => here + h * by[n]!);
  let p: readonly number[] = Array.from({ length: last + 1 }, (_, n) => (n === start ? 1 : 0));
  const h = t / 4000;
  for (let step = 0; step < 4000; step += 1) {
    const a = slope(p);
    const b = slope(moved(p, a, h / 2));
    const c = slope(moved(p, b, h / 2));
    const d = slope(moved(p, c, h));
    p = p.map((here, n) => here + (h / 6) * (a[n]! + 2 * b[n]! + 2 * c[n]! + d[n]!));
  }
  return p;
}

function opened(of: Parameters<typeof openingServers>[0]): SetupMeasures {
  const outcome = openingServers(of);
  if (outcome.outcome !== 'worked-out') throw new Error(outcome.outcome);
  return outcome;
}

describe('servers that must be opened', () => {
  test('take 1/(μ − λ) + 1/α with one server', () => {
    // P. D. Welch, «On a generalized M/G/1 queuing process», Operations Research 12 (1964).
    expectNear(opened({ lambda: 0.5, mu: 1, servers: 1, alpha: 0.2 }).W, 7, 1e-13);
    fc.assert(
      fc.property(
        rate,
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
        (mu, use, alpha) => {
          const lambda = use * mu;
          expectNear(opened({ lambda, mu, servers: 1, alpha }).W, 1 / (mu - lambda) + 1 / alpha, 1e-11);
        },
      ),
      seeded,
    );
  });

  test('equal the whole chain solved as one system of equations', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3 }),
        rate,
        fc.double({ min: 0.05, max: 0.6, noNaN: true }),
        fc.double({ min: 0.5, max: 20, noNaN: true }),
        (servers, mu, use, alpha) => {
          const lambda = use * servers * mu;
          const wanted = wholeChain({ lambda, mu, servers, alpha: alpha * lambda }, 60);
          const { L, W, busy, setup } = opened({ lambda, mu, servers, alpha: alpha * lambda });
          expectNear(L, wanted.L, 1e-7);
          expectNear(W, wanted.L / lambda, 1e-7);
          expectNear(busy, wanted.busy, 1e-7);
          expectNear(setup, wanted.setup, 1e-7);
        },
      ),
      { ...seeded, numRuns: 25 },
    );
  });

  test('with many servers have the product form', () => {
    // M/M/∞/setup, Gandhi and Harchol-Balter 2013: as many at work as without opening, and W is longer by the wait for opening.
    const { busy, setup, W } = opened({ lambda: 2, mu: 1, servers: 60, alpha: 0.5 });
    expectNear(busy, 2, 1e-12);
    expectNear(setup, 1.37939283936532, 1e-11);
    expectNear(W, 1 + 1.37939283936532 / 2, 1e-11);
  });

  test('are Erlang C when they open at once, and always do the work that comes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 25 }), rate, fc.double({ min: 0.02, max: 0.98, noNaN: true }), (servers, mu, use) => {
        const lambda = use * servers * mu;
        const fast = opened({ lambda, mu, servers, alpha: 1e12 });
        expectNear(fast.W, erlangC({ lambda, mu, servers }).W, 1e-8);
        expectNear(opened({ lambda, mu, servers, alpha: mu / 3 }).busy, lambda / mu, 1e-10);
        expectNear(fast.setup, 0, 1e-6);
      }),
      seeded,
    );
  });

  test('know the ends', () => {
    expect(opened({ lambda: 4, mu: 1, servers: 4, alpha: 1 })).toMatchObject({
      stable: false,
      W: Infinity,
      L: Infinity,
      busy: 4,
      setup: 0,
    });
    expect(opened({ lambda: 4, mu: 1, servers: 0, alpha: 1 })).toMatchObject({ stable: false, busy: 0 });
    expect(opened({ lambda: 0, mu: 2, servers: 3, alpha: 4 })).toMatchObject({ W: 0.75, L: 0, busy: 0, setup: 0 });
    expect(openingServers({ lambda: 1, mu: 1, servers: 10_000, alpha: 1 })).toMatchObject({ outcome: 'too-many-servers' });
    expectNear(opened({ lambda: 99, mu: 1, servers: 100, alpha: 0.01 }).busy, 99, 1e-8);
  });
});

/** All states with at most `most` waiting, solved as one dense system. */
function wholeChain(
  of: { lambda: number; mu: number; servers: number; alpha: number },
  most: number,
): { L: number; busy: number; setup: number } {
  const { lambda, mu, servers, alpha } = of;
  const size = (servers + 1) * (most + 1);
  const place = (i: number, j: number): number => i * (most + 1) + j;
  const a = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  const flow = (from: number, to: number, by: number): void => {
    a[to]![from]! += by;
    a[from]![from]! -= by;
  };
  for (let i = 0; i <= servers; i += 1)
    for (let j = 0; j <= most; j += 1) {
      if (j < most) flow(place(i, j), place(i, j + 1), lambda);
      if (i > 0) flow(place(i, j), j > 0 ? place(i, j - 1) : place(i - 1, 0), i * mu);
      const opening = Math.min(j, servers - i);
      if (opening > 0) flow(place(i, j), place(i + 1, j - 1), opening * alpha);
    }
  a[0] = a[0]!.map(() => 1);
  const p = solved(a, [1, ...Array.from({ length: size - 1 }, () => 0)]);
  const sum = (value: (i: number, j: number) => number): number =>
    p.reduce((total, probability, at) => total + probability * value(Math.floor(at / (most + 1)), at % (most + 1)), 0);
  return { L: sum((i, j) => i + j), busy: sum((i) => i), setup: sum((i, j) => Math.min(j, servers - i)) };
}
