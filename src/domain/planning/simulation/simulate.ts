/** Replications in blocks: a block is the same numbers wherever and whenever it is worked out, so that many processors give the same digits. */
import { compile } from './compiled.ts';
import { replicationKey } from './person-draws.ts';
import { isPlainQueue, simulatePlainQueue } from './plain-queue.ts';
import { rowShape } from './replication-row.ts';
import { simulateOnce } from './replication.ts';
import type { Scenario } from './scenario.ts';
import { worldOf } from './world.ts';

/** Some replications, one after the other: rows of numbers (`replication-row.ts`). */
export type Block = { readonly first: number; readonly count: number; readonly rows: Float64Array };

/** Replications in a block. A block is never divided, so the number belongs to the method: another number gives the same digits. */
export const replicationsInBlock = 50;

/** Simulates replications `first` up to, and not with, `first + count`. The scenario must be without faults. */
export function simulateBlock(scenario: Scenario, seed: number, first: number, count: number): Block {
  const world = worldOf(compile(scenario));
  const plain = isPlainQueue(world.compiled) ? new Float64Array(scenario.sites[0]?.places ?? 0) : null;
  const { length } = rowShape(scenario.sites.length, scenario.years);
  const rows = new Float64Array(length * count);
  for (let index = 0; index < count; index += 1) {
    const key = replicationKey(seed, first + index);
    if (plain) simulatePlainQueue(world, key, plain);
    else simulateOnce(world, key);
    rows.set(world.row, index * length);
  }
  return { first, count, rows };
}
