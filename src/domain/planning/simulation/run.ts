/** A whole simulation: blocks one after the other until the precision that was asked for is reached, or the replications are used up. */
import { type Measure, measuresOf, type Rows, rowsOf } from './measures.ts';
import { rowShape } from './replication-row.ts';
import type { Scenario } from './scenario.ts';
import { type Block, replicationsInBlock, simulateBlock } from './simulate.ts';

/** The edition (da: udgave) of the method: the same scenario and seed give the same digits as long as it is the same. */
export const simulationEdition = '2026-11-26.7';

/** How long to go on. `precision`: half the width of the interval of `measure` (of the whole), relative to its mean; null for all replications. */
export type Effort = {
  readonly seed: number;
  readonly replications: number;
  readonly precision: { readonly measure: string; readonly relative: number } | null;
};

export type Simulated = {
  readonly seed: number;
  readonly replications: number;
  /** Why it stopped. */
  readonly ended: 'all-done' | 'precise-enough' | 'stopped';
  readonly measures: readonly Measure[];
  /** The replications themselves: to compare scenarios one by one, and to go on from. */
  readonly rows: Rows;
};

/** Replications after which the precision is looked at, each time; a multiple of a block. */
const lookedAtEvery = 10 * replicationsInBlock;

/** The blocks of an effort, from a replication on: first replication and count. The first may be short, so that the others begin where they always do. */
export function blocksOf({ replications }: Effort, from = 0): readonly { readonly first: number; readonly count: number }[] {
  const blocks: { readonly first: number; readonly count: number }[] = [];
  for (let first = from; first < replications;) {
    const count = Math.min(replicationsInBlock - (first % replicationsInBlock), replications - first);
    blocks.push({ first, count });
    first += count;
  }
  return blocks;
}

/** Takes blocks as they come and puts them in order. */
export type Gathering = {
  /** Adds a block, of any order. `go on` until the answer is there; blocks that come after it are not looked at. */
  readonly add: (block: Block) => Simulated | 'go on';
  /** What there is up to now: for a page that shows partial results, or for one who stops. */
  readonly soFar: (ended: 'stopped') => Simulated;
  /** The answer, if it was there already in what was given. */
  readonly done: () => Simulated | null;
};

/**
 * Puts blocks together in their order, whoever worked them out. The precision is looked at after whole looks only, from the first block on
 * without a gap, so any number of processors gives the same digits. `already` are the first replications of the same scenario, seed and edition:
 * what is gathered from there on (`blocksOf` with their count) has the digits of one run.
 */
export function gather(scenario: Scenario, effort: Effort, already: Rows | null = null): Gathering {
  const { length } = rowShape(scenario.sites.length, scenario.years);
  const all = new Float64Array(length * effort.replications);
  const known = Math.min(already?.count ?? 0, effort.replications);
  if (already) all.set(already.rows.subarray(0, length * known));
  const early = new Map<number, Block>();
  let done = 0;
  let answered: Simulated | null = null;

  const answer = (count: number, ended: Simulated['ended']): Simulated => {
    const rows = rowsOf(scenario, count, all.subarray(0, length * count));
    return { seed: effort.seed, replications: count, ended, measures: measuresOf(scenario, rows), rows };
  };
  const look = (count: number): void => {
    if (answered !== null || effort.precision === null || count % lookedAtEvery !== 0) return;
    const { measure: name, relative } = effort.precision;
    const looked = answer(count, 'precise-enough');
    if (
      isPrecise(
        looked.measures.find((measure) => measure.name === name && measure.site === null),
        relative,
      )
    )
      answered = looked;
  };

  while (done < known && answered === null) {
    done = Math.min(known, (Math.floor(done / lookedAtEvery) + 1) * lookedAtEvery);
    look(done);
  }
  if (answered === null && known > 0 && known >= effort.replications) answered = answer(known, 'all-done');

  return {
    add(block) {
      if (answered !== null) return answered;
      early.set(block.first, block);
      for (let next = early.get(done); next !== undefined && answered === null; next = early.get(done)) {
        all.set(next.rows, done * length);
        early.delete(done);
        done += next.count;
        look(done);
        if (answered === null && done >= effort.replications) answered = answer(done, 'all-done');
      }
      return answered ?? 'go on';
    },
    soFar: (ended) => answered ?? answer(done, ended),
    done: () => answered,
  };
}

/**
 * The whole simulation on one processor. `onProgress` is told replications done of all, after each block, and can stop it; what it was
 * stopped with can be given as `already`, and it goes on to the digits of one run.
 */
export function simulate(
  scenario: Scenario,
  effort: Effort,
  onProgress: (done: number, total: number) => 'go on' | 'stop',
  already: Rows | null = null,
): Simulated {
  const gathering = gather(scenario, effort, already);
  const known = gathering.done();
  if (known) return known;
  for (const { first, count } of blocksOf(effort, already?.count ?? 0)) {
    const answer = gathering.add(simulateBlock(scenario, effort.seed, first, count));
    if (answer !== 'go on') return answer;
    if (onProgress(first + count, effort.replications) === 'stop') break;
  }
  return gathering.soFar('stopped');
}

function isPrecise(measure: Measure | undefined, relative: number): boolean {
  if (!measure || measure.mean === null || measure.interval === null) return false;
  const half = (measure.interval[1] - measure.interval[0]) / 2;
  return half <= relative * Math.abs(measure.mean);
}
