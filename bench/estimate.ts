/** How long the methods of the hidden number take, beside what the field's own programs took when they were run. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrapBestBic, bootstrapStepwise } from '../src/domain/estimation/bootstrap.ts';
import { drawsFrom } from '../src/domain/estimation/chance.ts';
import { averageGraphs, averageGraphsBeyond } from '../src/domain/estimation/graph-averaging.ts';
import { searchModels } from '../src/domain/estimation/model-search.ts';
import { stepwise } from '../src/domain/estimation/stepwise.ts';
import { kosovo, unitedKingdom } from '../test/overlaps.ts';
import { table } from './table.ts';

const file = join(process.env['SAMLOB_REFERENCE'] ?? join(process.cwd(), '..', 'shared', 'reference'), 'stats', 'peer_timings.json');
const stored = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, { readonly cpu: number }>>) : {};

function peer(name: string, times = 1): string {
  const seconds = stored[name]?.cpu;
  return seconds === undefined ? '–' : (seconds * times).toFixed(2);
}

/** Processor seconds of the first run and the middle one of five: on a machine that does other work the clock says little. */
function run(name: string, aim: string, its: string, work: () => unknown): readonly string[] {
  const seconds = Array.from({ length: 5 }, () => {
    const began = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1e6;
  });
  const middle = seconds.toSorted((a, b) => a - b)[2] ?? 0;
  return [name, (seconds[0] ?? 0).toFixed(3), middle.toFixed(3), aim, its];
}

const bootstrap = (seed: number): Parameters<typeof bootstrapBestBic>[2] => ({ replicates: 1000, draw: drawsFrom(seed), topModels: 60 });
table(
  'The hidden number: processor seconds, one core; peers’ times are stored ones, of R on another day',
  ['what', 'first', 'middle of 5', 'aim', 'peer (stored)'],
  [
    run('113 four-list models (Kosovo)', '0.02', peer('Rcapture closedpMS.t 4 lists all 113 hierarchical models (HIV)'), () =>
      searchModels(4, kosovo),
    ),
    run('1,024 five-list models (UK)', '0.2', peer('Rcapture closedpMS.t 5 lists maxorder 2, 1024 models (UK)'), () =>
      searchModels(5, unitedKingdom),
    ),
    run('stepwise search (UK)', '–', peer('SparseMSE stepwise UK 5 lists'), () => stepwise(5, unitedKingdom, 0.02)),
    run('822 graphs, grid of 1,000 (UK)', '0.02', peer('dga 5 lists 822 graphs x 1000 grid (UK)'), () =>
      averageGraphs(5, unitedKingdom, { delta: 1 / 32, most: 999 }),
    ),
    run('822 graphs, grid of 27,441 (UK)', '–', peer('dga 5 lists 822 graphs x 27441 grid (UK)'), () =>
      averageGraphs(5, unitedKingdom, { delta: 1 / 32, most: 27_440 }),
    ),
    run('822 graphs, grid of 27,441 and all beyond it (UK)', '–', '–', () =>
      averageGraphsBeyond(5, unitedKingdom, { delta: 1 / 32, most: 27_440 }),
    ),
    run('BCa, 1,000 stepwise searches (UK)', '4', peer('SparseMSE BCa nboot=100 New Orleans 5 lists', 10), () =>
      bootstrapStepwise(5, unitedKingdom, 0.02, bootstrap(1)),
    ),
    run('BIC bootstrap, 1,000 over 60 models (UK)', '5', '–', () =>
      bootstrapBestBic(unitedKingdom, searchModels(5, unitedKingdom), bootstrap(1)),
    ),
  ],
);
