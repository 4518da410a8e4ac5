/** Averaging over graphs, the sample coverage and the counts of repeats against another way to the same number, on two hundred random tables. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomTable } from '../../../test/overlaps.ts';
import { decomposableGraphs } from './decomposable-graphs.ts';
import { lnGamma } from './gamma.ts';
import { averageGraphs } from './graph-averaging.ts';
import { sizeOf } from './overlap-table.ts';
import { repeatCountRows } from './repeat-counts.ts';
import { sampleCoverage } from './sample-coverage.ts';

const runs = { numRuns: 200 } as const;
const seenIn = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

describe('graph averaging', () => {
  /** A graph by its edges: without a ring of four or more that has no chord, its cliques, and what a tree of them shares. */
  const cliquesAndSeparators = (lists: number, edges: ReadonlySet<number>) => {
    const isComplete = (set: number): boolean => {
      for (let i = 0; i < lists; i += 1)
        for (let j = 0; j < i; j += 1) if ((set >> i) & (set >> j) & 1 && !edges.has((1 << i) | (1 << j))) return false;
      return true;
    };
    const complete = Array.from({ length: 2 ** lists - 1 }, (_, at) => at + 1).filter(isComplete);
    const cliques = complete.filter((set) => !complete.some((other) => other !== set && (other & set) === set));
    // Kruskal's tree of largest shared sets; the graph has no such ring exactly where the cliques along it run together.
    const links = cliques.flatMap((a, i) => cliques.slice(i + 1).map((b) => ({ a, b, shared: a & b })));
    const group = new Map(cliques.map((clique) => [clique, clique]));
    const separators: number[] = [];
    for (const { a, b, shared } of links.toSorted((x, y) => sizeOf(y.shared) - sizeOf(x.shared))) {
      const [from, to] = [group.get(a) ?? 0, group.get(b) ?? 0];
      if (from === to || shared === 0) continue;
      for (const [clique, its] of group) if (its === from) group.set(clique, to);
      separators.push(shared);
    }
    // Of a graph without a ring each list stands in one clique more than it stands in separators, as its cliques hang together.
    const runsTogether = Array.from({ length: lists }, (_, list) => {
      const count = (sets: readonly number[]): number => sets.filter((set) => (set >> list) & 1).length;
      return count(cliques) - count(separators);
    }).every((difference) => difference === 1);
    return runsTogether ? { cliques, separators } : null;
  };

  test('is the sum over every graph without a ring, its cliques and separators found another way', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 4 }).chain((lists) => fc.tuple(fc.constant(lists), randomTable(lists))),
        fc.constantFrom(0.0625, 0.5, 1),
        ([lists, counts], delta) => {
          const seen = seenIn(counts);
          if (seen === 0) return;
          const pairs = Array.from({ length: 2 ** lists }, (_, set) => set).filter((set) => sizeOf(set) === 2);
          const most = 25;
          const logs: { readonly all: number; readonly log: number }[] = [];
          let graphs = 0;
          for (let choice = 0; choice < 2 ** pairs.length; choice += 1) {
            const found = cliquesAndSeparators(lists, new Set(pairs.filter((_, at) => (choice >> at) & 1)));
            if (!found) continue;
            graphs += 1;
            for (let unseen = 0; unseen <= most; unseen += 1) {
              const all = seen + unseen;
              const of = (set: number): number => {
                const prior = delta * 2 ** (lists - sizeOf(set));
                let sum = -(2 ** sizeOf(set)) * lnGamma(prior);
                for (let part = set; ; part = (part - 1) & set) {
                  const here = counts.reduce((total, count, cell) => ((cell & set) === part && cell > 0 ? total + count : total), 0);
                  sum += lnGamma(here + (part === 0 ? unseen : 0) + prior);
                  if (part === 0) break;
                }
                return sum;
              };
              const times = found.cliques.length - found.separators.length;
              const log =
                found.cliques.reduce((sum, set) => sum + of(set), 0) -
                found.separators.reduce((sum, set) => sum + of(set), 0) +
                times * (lnGamma(2 ** lists * delta) - lnGamma(all + 2 ** lists * delta)) +
                lnGamma(all + 1) -
                lnGamma(unseen + 1) -
                Math.log(all);
              logs.push({ all, log });
            }
          }
          expect(graphs).toBe(decomposableGraphs(lists).length);
          const top = logs.reduce((highest, { log }) => Math.max(highest, log), -Infinity);
          const total = logs.reduce((sum, { log }) => sum + Math.exp(log - top), 0);
          const mean = logs.reduce((sum, { all, log }) => sum + all * Math.exp(log - top), 0) / total;
          expect(averageGraphs(lists, counts, { delta, most }).mean).toBeCloseTo(mean, 5);
        },
      ),
      runs,
    );
  });
});

test('the sample coverage is what it is when the persons are counted one by one', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 4 }).chain((lists) => fc.tuple(fc.constant(lists), randomTable(lists))),
      ([lists, counts]) => {
        const persons = counts.flatMap((count, cell) =>
          Array.from({ length: cell > 0 ? count : 0 }, () => Array.from({ length: lists }, (_, list) => (cell >> list) & 1)),
        );
        const all = Array.from({ length: lists }, (_, list) => list);
        const on = (list: number) => persons.filter((person) => person[list] === 1);
        const times = (person: readonly number[]): number => person.reduce((sum, one) => sum + one, 0);
        const { coverage, independent } = sampleCoverage(lists, counts);
        if (all.some((list) => on(list).length === 0)) {
          expect(independent).toBeNull();
          return;
        }
        // Of those on a list, the share who are on another too, over all lists.
        const shares = all.map((list) => on(list).filter((person) => times(person) > 1).length / on(list).length);
        const expected = shares.reduce((sum, share) => sum + share, 0) / lists;
        expect(coverage).toBeCloseTo(expected, 9);
        if (expected === 0) return;
        const alone = persons.filter((person) => times(person) === 1).length;
        expect(independent).toBeCloseTo((persons.length - alone / lists) / expected, 6);
      },
    ),
    runs,
  );
});

test('Chao’s bound and Zelterman’s number are the tops of their likelihoods, found by trying', () => {
  const top = (height: (x: number) => number, from: number, to: number): number => {
    let [low, high] = [from, to];
    for (let round = 0; round < 300; round += 1) {
      const [left, right] = [low + (high - low) / 3, high - (high - low) / 3];
      if (height(left) < height(right)) low = left;
      else high = right;
    }
    return (low + high) / 2;
  };
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 300 }),
      fc.integer({ min: 0, max: 90 }),
      fc.integer({ min: 0, max: 30 }),
      (once, twice, thrice) => {
        const [chao, , zelterman] = repeatCountRows([0, once, twice, thrice], null);
        if (once === 0 || twice === 0) {
          expect(chao?.status === 'ok' ? chao.estimate : null).toBe(once === 0 && twice + thrice > 0 ? twice + thrice : null);
          return;
        }
        const seen = once + twice + thrice;
        // A Poisson law of which only ones and twos are looked at: the share of ones among them is 1/(1 + rate/2).
        const rate = Math.exp(
          top((log) => once * Math.log(1 / (1 + Math.exp(log) / 2)) + twice * Math.log(1 - 1 / (1 + Math.exp(log) / 2)), -15, 10),
        );
        expect(Math.abs((zelterman?.estimate ?? 0) / (seen / (1 - Math.exp(-rate))) - 1)).toBeLessThan(1e-5);
        // The unseen under the same law: once/rate.
        expect(Math.abs((chao?.estimate ?? 0) / (seen + once / rate) - 1)).toBeLessThan(1e-5);
      },
    ),
    runs,
  );
});
