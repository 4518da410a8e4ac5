import { expect, test } from 'vitest';
import { testActor, testPermit } from '../../../test/actors.ts';
import { testDatabase } from '../../../test/database.ts';
import type { ReleaseMemory } from '../../compute/remembered-release.ts';
import { loadCall } from '../../demo/load-call.ts';
import { call2019 } from '../../domain/call/packages/2019-gravide.ts';
import { finestCut } from '../../domain/call/table-cut.ts';
import { waysFrom } from '../../domain/call/ways-on.ts';
import type { ReleaseProblem } from '../../domain/disclosure/release-work.ts';
import { moveCall } from '../../store/call.ts';
import { soonestFirst, tryWays } from './try-ways.ts';

const { db, owner } = await testDatabase();
await loadCall(owner);
const agency = testPermit(testActor('agency', { municipality: null, region: null }), 'release:make');
for (const step of ['answered', 'validated', 'reported'] as const) await moveCall(db, agency, call2019.id, step);
const refused = { call: call2019, choices: { method: 'suppression', zeros: 'show', cut: finestCut } } as const;

test('what is soon done is tried first: the rounding, then the tables of few cells, and the large hidden one last', () => {
  const order = soonestFirst(waysFrom(refused.choices)).map(([way]) => way);
  expect(order).toEqual(['rounding', 'region', 'years', 'treatments', 'zeros']);
});

test('all ways together have one stretch of time: one that is not done in it is not offered, and none is begun after it', async () => {
  const asked: ReleaseProblem[] = [];
  const time = new AbortController();
  /** The rounding withstands at once; the next goes on until it is stopped, which is when the time is over. */
  const trials: ReleaseMemory = {
    ask: (problem, asker) => {
      asked.push(problem);
      if (problem.kind !== 'table') throw new Error('a table is asked for');
      if (problem.request.method === 'rounding') {
        const { layout } = problem.request.table;
        const published = { layout, published: problem.request.table.counts.map(() => 0) };
        const terms = { ...problem.request.terms, rounding: { base: 5, steps: 0 } };
        return Promise.resolve({ kind: 'table', decision: { outcome: 'released', published, terms, attacks: [], insteadOf: null } });
      }
      return new Promise((resolve) => {
        const stop = (): void => resolve({ kind: 'table', decision: { outcome: 'stopped' } });
        if (asker?.signal?.aborted) stop();
        else asker?.signal?.addEventListener('abort', stop, { once: true });
        time.abort();
      });
    },
  };
  const trying = { onProgress: () => 'go on' as const, signal: new AbortController().signal, trials };
  expect(await tryWays(db, agency, refused, trying, time.signal)).toEqual(['rounding']);
  expect(asked.length).toBe(2);
});
