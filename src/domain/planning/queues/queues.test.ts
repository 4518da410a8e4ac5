import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { erlangA } from './erlang-a.ts';
import { erlangB } from './erlang-b.ts';
import { erlangC } from './erlang-c.ts';
import { generalPatience } from './general-patience.ts';
import { type Patience, givenUp } from './patience.ts';
import { problemWith, quantities, type Quantity } from './quantities.ts';

/** A birth-death chain cut off at `last`: the probabilities by multiplication from state 0, in logarithms. */
function chain(last: number, up: (n: number) => number, down: (n: number) => number): readonly number[] {
  const logs = [0];
  for (let n = 1; n <= last; n += 1) logs.push((logs[n - 1] ?? 0) + Math.log(up(n - 1)) - Math.log(down(n)));
  const top = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - top));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / whole);
}

const sumOver = (p: readonly number[], value: (n: number) => number): number => p.reduce((sum, at, n) => sum + at * value(n), 0);
const expectNear = (given: number, wanted: number, tolerance = 1e-9): void =>
  expect(Math.abs(given - wanted), `${given} is not ${wanted}`).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(wanted)));

const rate = fc.double({ min: 0.05, max: 20, noNaN: true });
const seeded = { seed: 20261122, numRuns: 300 };

describe('Erlang B', () => {
  test('gives the published values', () => {
    // Erlang's table of loss, as printed in teletraffic handbooks: 4 erlang on 5 lines lose 19.9 %, 5 on 10 lose 1.84 %.
    expectNear(erlangB(4, 5), 0.19906687402799378, 1e-14);
    expectNear(erlangB(5, 10), 0.01838457033664814, 1e-13);
    expectNear(erlangB(2, 3), 4 / 19, 1e-15);
    expectNear(erlangB(4.4612, 10), 0.01, 1e-5);
  });

  test('equals the sums of its definition', () => {
    fc.assert(
      fc.property(rate, fc.integer({ min: 0, max: 60 }), (load, servers) => {
        const p = chain(
          servers,
          () => load,
          (n) => n,
        );
        expectNear(erlangB(load, servers), p[servers] ?? NaN, 1e-12);
      }),
      seeded,
    );
  });

  test('answers the smallest and the largest questions', () => {
    expect(erlangB(0, 0)).toBe(1);
    expect(erlangB(0, 5)).toBe(0);
    expect(erlangB(1e6, 0)).toBe(1);
    expectNear(erlangB(1e6, 1), 1e6 / (1e6 + 1), 1e-15);
    // At a load of c on c servers the loss is about √(2/πc).
    expectNear(erlangB(1e6, 1e6), Math.sqrt(2 / (Math.PI * 1e6)), 1e-5);
    expect(erlangB(1e12, 10)).toBeLessThanOrEqual(1);
  });
});

describe('Erlang C', () => {
  test('gives the textbook values', () => {
    // Gross and Harris, Fundamentals of Queueing Theory: a clinic with λ = 6, μ = 3, c = 3.
    const clinic = erlangC({ lambda: 6, mu: 3, servers: 3 });
    expectNear(clinic.p0, 1 / 9, 1e-14);
    expectNear(clinic.Lq, 8 / 9, 1e-14);
    expectNear(clinic.Wq, 4 / 27, 1e-14);
    // Hillier and Lieberman, Introduction to Operations Research: an emergency room with λ = 2, μ = 3.
    expectNear(erlangC({ lambda: 2, mu: 3, servers: 1 }).Lq, 4 / 3, 1e-14);
    expectNear(erlangC({ lambda: 2, mu: 3, servers: 2 }).W, 3 / 8, 1e-14);
  });

  test('equals a long chain of states', () => {
    fc.assert(
      fc.property(rate, fc.integer({ min: 1, max: 40 }), fc.double({ min: 0.01, max: 0.97, noNaN: true }), (mu, servers, use) => {
        const lambda = use * servers * mu;
        const p = chain(
          servers + 1500,
          () => lambda,
          (n) => Math.min(n, servers) * mu,
        );
        const { pWait, Lq, L, W, p0, stable } = erlangC({ lambda, mu, servers });
        expect(stable).toBe(true);
        expectNear(
          pWait,
          sumOver(p, (n) => (n >= servers ? 1 : 0)),
        );
        expectNear(
          Lq,
          sumOver(p, (n) => Math.max(n - servers, 0)),
          1e-8,
        );
        expectNear(
          L,
          sumOver(p, (n) => n),
          1e-8,
        );
        expectNear(W, sumOver(p, (n) => n) / lambda, 1e-8);
        expectNear(p0 / (p[0] ?? NaN), 1, 1e-9);
      }),
      seeded,
    );
  });

  test('knows a queue that grows for ever, and one to which nobody comes', () => {
    const endless = { stable: false, pWait: 1, Lq: Infinity, Wq: Infinity, L: Infinity, W: Infinity, p0: 0 };
    expect(erlangC({ lambda: 3, mu: 1, servers: 3 })).toEqual(endless);
    expect(erlangC({ lambda: 1e6, mu: 1, servers: 0 })).toEqual(endless);
    expect(erlangC({ lambda: 0, mu: 2, servers: 3 })).toEqual({ stable: true, pWait: 0, Lq: 0, Wq: 0, L: 0, W: 0.5, p0: 1 });
    expect(erlangC({ lambda: 0, mu: 2, servers: 0 })).toMatchObject({ pWait: 1, Lq: 0, Wq: Infinity });
  });
});

describe('Erlang A', () => {
  test('gives the published call centre', () => {
    // Garnett, Mandelbaum and Reiman 2002: 48 calls a minute of 1 minute, patience 2 minutes, 50 agents: 3.1 %, 3.7 seconds, 93 %.
    const centre = erlangA({ lambda: 48, mu: 1, servers: 50 }, 0.5);
    expectNear(centre.pAbandon, 0.030912249162193355, 1e-10);
    expectNear(centre.Wq, 0.06182449832438671, 1e-10);
    expectNear(centre.pWait, 0.46777406855379094, 1e-10);
    expectNear(centre.Lq, 2.967575919570562, 1e-10);
    expectNear(centre.utilisation, 0.9303242408042943, 1e-10);
  });

  test('equals a long chain of states', () => {
    fc.assert(
      fc.property(
        rate,
        rate,
        fc.double({ min: 0.05, max: 10, noNaN: true }),
        fc.integer({ min: 1, max: 30 }),
        (lambda, mu, theta, servers) => {
          const p = chain(
            servers + 1200,
            () => lambda,
            (n) => Math.min(n, servers) * mu + Math.max(n - servers, 0) * theta,
          );
          const waiting = sumOver(p, (n) => Math.max(n - servers, 0));
          const { pWait, pAbandon, Wq, Lq, utilisation } = erlangA({ lambda, mu, servers }, theta);
          expectNear(
            pWait,
            sumOver(p, (n) => (n >= servers ? 1 : 0)),
          );
          expectNear(Lq, waiting);
          expectNear(Wq, waiting / lambda);
          expectNear(pAbandon, (theta * waiting) / lambda);
          expectNear(utilisation, sumOver(p, (n) => Math.min(n, servers)) / servers);
        },
      ),
      seeded,
    );
  });

  test('is Erlang C without end of patience, and nearly so when patience is long', () => {
    const servers = { lambda: 2.4, mu: 1, servers: 3 };
    expect(erlangA(servers, 0)).toMatchObject({ pAbandon: 0, Lq: erlangC(servers).Lq, pWait: erlangC(servers).pWait });
    expectNear(erlangA(servers, 1e-9).Lq, erlangC(servers).Lq, 1e-6);
    expect(erlangA({ lambda: 9, mu: 1, servers: 3 }, 0)).toMatchObject({ pWait: 1, Lq: Infinity, pAbandon: 0, utilisation: 1 });
  });

  test('answers at the ends', () => {
    expect(erlangA({ lambda: 4, mu: 1, servers: 0 }, 0.5)).toMatchObject({ pWait: 1, pAbandon: 1, Wq: 2, Lq: 8 });
    expect(erlangA({ lambda: 0, mu: 1, servers: 2 }, 0.5)).toEqual({ pWait: 0, pAbandon: 0, Wq: 0, Lq: 0, utilisation: 0 });
    // Far more arrive than can be served: those who cannot be served leave, and the queue is where as many give up as are too many.
    const flood = erlangA({ lambda: 1e6, mu: 1, servers: 10 }, 0.01);
    expectNear(flood.pAbandon, 1 - 1e-5, 1e-9);
    expectNear(flood.Lq, (1e6 - 10) / 0.01, 1e-6);
    expect(flood.pWait).toBe(1);
  });
});

describe('general patience', () => {
  test('gives the value published for patience that is the same for all', () => {
    // M/M/5+D(2), λ = 4, μ = 1, by the formulas of Zeltyn and Mandelbaum 2005; a simulation gave 0.01593 and 0.3830.
    const same = generalPatience({ lambda: 4, mu: 1, servers: 5 }, { kind: 'deterministic', after: 2 });
    expectNear(same.pAbandon, (0.8 * Math.exp(-2)) / (34.333333333333336 / (256 / 24) + 4 * (1 - 0.8 * Math.exp(-2))), 1e-13);
    expectNear(same.pAbandon, 0.015955, 1e-6);
    expectNear(same.Wq, 0.38206, 1e-5);
    expectNear(same.pWait, 0.525655, 1e-6);
  });

  test('equals the three integrals summed in small steps', () => {
    const patience: fc.Arbitrary<Patience> = fc.oneof(
      fc.record({ kind: fc.constant('exponential' as const), theta: fc.double({ min: 0.2, max: 5, noNaN: true }) }),
      fc.record({ kind: fc.constant('deterministic' as const), after: fc.double({ min: 0, max: 3, noNaN: true }) }),
      fc
        .tuple(fc.double({ min: 0, max: 2, noNaN: true }), fc.double({ min: 0, max: 2, noNaN: true }))
        .map(([from, more]) => ({ kind: 'uniform' as const, from, to: from + more })),
    );
    const few = fc.double({ min: 0.3, max: 8, noNaN: true });
    fc.assert(
      fc.property(few, few, fc.integer({ min: 1, max: 6 }), patience, (lambda, mu, servers, willing) => {
        const wanted = byTrapezoids(lambda, mu, servers, willing);
        const { pWait, pAbandon, Wq, Lq, utilisation } = generalPatience({ lambda, mu, servers }, willing);
        expectNear(pWait, wanted.pWait, 2e-4);
        expectNear(pAbandon, wanted.pAbandon, 2e-4);
        expectNear(Wq, wanted.Wq, 2e-4);
        expectNear(Lq, lambda * Wq, 1e-12);
        // What comes in and does not leave unserved keeps the servers at work.
        expectNear(utilisation * servers * mu, lambda * (1 - pAbandon), 1e-9);
      }),
      { ...seeded, numRuns: 60 },
    );
  });

  test('is a plain loss without any patience, and lies between its ends when uniform', () => {
    const servers = { lambda: 4, mu: 1, servers: 5 };
    expectNear(generalPatience(servers, { kind: 'deterministic', after: 0 }).pAbandon, erlangB(4, 5), 1e-13);
    expectNear(generalPatience(servers, { kind: 'uniform', from: 0, to: 0 }).pAbandon, erlangB(4, 5), 1e-13);
    expectNear(generalPatience(servers, { kind: 'uniform', from: 2, to: 2 }).pAbandon, 0.015955, 1e-6);
    const narrow = generalPatience(servers, { kind: 'uniform', from: 2 - 1e-7, to: 2 + 1e-7 });
    expectNear(narrow.Wq, generalPatience(servers, { kind: 'deterministic', after: 2 }).Wq, 1e-6);
  });

  test('stays finite in extremes', () => {
    for (const lambda of [0, 1e-9, 1, 1e6])
      for (const mu of [1e-6, 1, 1e6])
        for (const servers of [1, 7, 10_000])
          for (const patience of [
            { kind: 'exponential', theta: 1e-6 },
            { kind: 'exponential', theta: 1e6 },
            { kind: 'deterministic', after: 1e6 },
            { kind: 'deterministic', after: 1e-9 },
            { kind: 'uniform', from: 0, to: 1e6 },
            { kind: 'uniform', from: 1, to: 1.000001 },
          ] as const) {
            const { pWait, pAbandon, Wq, Lq, utilisation } = generalPatience({ lambda, mu, servers }, patience);
            for (const share of [pWait, pAbandon, utilisation]) {
              expect(share).toBeGreaterThanOrEqual(0);
              expect(share).toBeLessThanOrEqual(1 + 1e-12);
            }
            expect(Number.isFinite(Wq) && Number.isFinite(Lq)).toBe(true);
          }
  });
});

/** The formulas of Zeltyn and Mandelbaum with the trapezoidal rule in 20,000 steps, far past the end of patience. */
function byTrapezoids(lambda: number, mu: number, servers: number, patience: Patience): Record<'pWait' | 'pAbandon' | 'Wq', number> {
  const end =
    patience.kind === 'exponential'
      ? 60 / Math.min(servers * mu, patience.theta)
      : patience.kind === 'uniform'
        ? patience.to
        : patience.after;
  const steps = 20_000;
  const h = end / steps;
  let [all, gone, waited, H] = [0, 0, 0, 0];
  for (let n = 0; n <= steps; n += 1) {
    const edge = n === 0 || n === steps ? 0.5 : 1;
    const density = edge * h * Math.exp(lambda * H - servers * mu * n * h);
    all += density;
    gone += density * givenUp(patience, n * h);
    waited += density * H;
    if (n < steps) H += h * (1 - givenUp(patience, (n + 0.5) * h));
  }
  const tail = Math.exp(lambda * H - servers * mu * end) / (servers * mu);
  const a = lambda / mu;
  let [free, term] = [0, 1];
  for (let j = servers - 1; j >= 0; j -= 1) {
    free += term;
    term *= j / a;
  }
  const whole = free + lambda * (all + tail);
  return { pWait: (lambda * (all + tail)) / whole, pAbandon: (lambda * (gone + tail)) / whole, Wq: (lambda * (waited + H * tail)) / whole };
}

describe('a quantity', () => {
  test.each(Object.keys(quantities) as Quantity[])('%s is never NaN, negative or endless', (quantity) => {
    expect(problemWith(quantity, NaN)).toEqual({ reason: 'not-a-number' });
    expect(problemWith(quantity, -1)).toMatchObject({ reason: 'too-small' });
    expect(problemWith(quantity, Infinity)).toMatchObject({ reason: 'too-large' });
    expect(problemWith(quantity, Math.min(1, quantities[quantity].most))).toBeNull();
  });

  test('that counts is whole', () => {
    expect(problemWith('servers', 2.5)).toEqual({ reason: 'not-whole' });
    expect(problemWith('mu', 0)).toMatchObject({ reason: 'too-small' });
  });
});
