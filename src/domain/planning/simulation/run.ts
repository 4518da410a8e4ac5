/** A whole simulation: blocks one after the other until the precision that was asked for is reached, or the replications are used up. */
import { type Measure, measuresOf, rowsOf } from './measures.ts';
import { rowShape } from './replication-row.ts';
import type { Scenario } from './scenario.ts';
import { type Block, replicationsInBlock, simulateBlock } from './simulate.ts';

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
};

/** Replications after which the precision is looked at, each time; a multiple of a block. */
const lookedAtEvery = 10 * replicationsInBlock;

/** The blocks of an effort: first replication and count. */
export function blocksOf({ replications }: Effort): readonly { readonly first: number; readonly count: number }[] {
  return Array.from({ length: Math.ceil(replications / replicationsInBlock) }, (_, index) => ({
    first: index * replicationsInBlock,
    count: Math.min(replicationsInBlock, replications - index * replicationsInBlock),
  }));
}

/** Takes blocks as they come and puts them in order. */
export type Gathering = {
  /** Adds a block, of any order. `go on` until the answer is there; blocks that come after it are not looked at. */
  readonly add: (block: Block) => Simulated | 'go on';
  /** What there is up to now: for a page that shows partial results, or for one who stops. */
  readonly soFar: (ended: 'stopped') => Simulated;
};

/**
 * Puts blocks together in their order, whoever worked them out. The precision is looked at after whole looks only, from the first block on
 * without a gap, so any number of processors gives the same digits.
 */
export function gather(scenario: Scenario, effort: Effort): Gathering {
  const { length } = rowShape(scenario.sites.length, scenario.years);
  const all = new Float64Array(length * effort.replications);
  const early = new Map<number, Block>();
  let done = 0;
  let answered: Simulated | null = null;

  const answer = (count: number, ended: Simulated['ended']): Simulated => ({
    seed: effort.seed,
    replications: count,
    ended,
    measures: measuresOf(scenario, rowsOf(scenario, count, all.subarray(0, length * count))),
  });
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

  return {
    add(block) {
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
    soFar: (ended) => answer(done, ended),
  };
}

/** The whole simulation on one processor. `onProgress` is told replications done of all, after each block, and can stop it. */
export function simulate(scenario: Scenario, effort: Effort, onProgress: (done: number, total: number) => 'go on' | 'stop'): Simulated {
  const gathering = gather(scenario, effort);
  for (const { first, count } of blocksOf(effort)) {
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
