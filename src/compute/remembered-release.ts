/** Release work that is remembered: a draft and a way on are asked for by many, and the same problem has the same answer. */
import { createHash } from 'node:crypto';
import type { OnProgress } from '../domain/disclosure/release-audit.ts';
import type { ReleaseProblem, ReleaseWork, SolvedRelease } from '../domain/disclosure/release-work.ts';
import { releaseBeside } from './release.ts';

/** Settled answers that are remembered, at most: answers that came in meanwhile make a new problem. */
const mostKept = 24;

type Asker = {
  readonly onProgress?: OnProgress;
  /** The one who asks goes away: she alone gets `stopped`, and the work stops when nobody is left who waits for it. */
  readonly signal?: AbortSignal;
  /** What the problem is the newest of: an older one of the same that has not begun is dropped, and its askers get `stopped`. */
  readonly newestOf?: string;
};

/** One memory for the whole application. */
export type ReleaseMemory = {
  /** The answer of the problem, also where another has asked or is asking; `null` where too many wait already. */
  ask(problem: ReleaseProblem, asker?: Asker): Promise<SolvedRelease | null>;
};

type Begin = (stops: { readonly onProgress: OnProgress; readonly signal: AbortSignal }) => ReleaseWork;
type Trial = {
  readonly problem: ReleaseProblem;
  readonly newestOf: string | null;
  readonly control: AbortController;
  readonly hear: Set<OnProgress>;
  /** Who waits for it; a page that asks and goes on without an answer waits still. */
  askers: number;
  state: 'waiting' | 'working' | 'settled';
  solved: Promise<SolvedRelease>;
};

/**
 * A memory of solved problems, which are solved one at a time. Each has `seconds` from when it begins, whoever asked; at most `waiting` wait.
 * What failed, was stopped, or was refused for lack of time alone is not remembered.
 */
export function releaseMemory(begin: Begin = releaseBeside, { seconds = 60, waiting = 10 } = {}): ReleaseMemory {
  const kept = new Map<string, Trial>();
  let turn: Promise<unknown> = Promise.resolve();

  const workOn = async ({ problem, control, hear }: Trial): Promise<SolvedRelease> => {
    const until = performance.now() + 1000 * seconds;
    const signal = AbortSignal.any([control.signal, AbortSignal.timeout(1000 * seconds)]);
    const onProgress: OnProgress = (done, total) => {
      for (const one of hear) one(done, total);
      // On this thread no timer goes off before the work is done.
      return signal.aborted || performance.now() > until ? 'stop' : 'go on';
    };
    return Promise.race([begin({ onProgress, signal })(problem), stoppedBy(signal, problem)]);
  };
  const drop = (key: string, trial: Trial): void => {
    trial.control.abort();
    kept.delete(key);
  };
  const start = (key: string, problem: ReleaseProblem, newestOf: string | null): Trial => {
    const control = new AbortController();
    const solved = turn.then(() => {
      if (control.signal.aborted) return stoppedOf(problem);
      trial.state = 'working';
      return workOn(trial);
    });
    const trial: Trial = { problem, newestOf, control, hear: new Set(), askers: 0, state: 'waiting', solved };
    kept.set(key, trial);
    const settle = (isKept: boolean): void => {
      trial.state = 'settled';
      if (!isKept && kept.get(key) === trial) kept.delete(key);
      const settled = [...kept].filter(([, { state }]) => state === 'settled');
      for (const [old] of settled.slice(0, Math.max(0, settled.length - mostKept))) kept.delete(old);
    };
    turn = solved.then(
      (answer) => settle(isFinal(answer)),
      () => settle(false),
    );
    return trial;
  };

  const dropOlder = (key: string, newestOf: string): void => {
    for (const [other, trial] of kept) {
      if (other !== key && trial.state === 'waiting' && trial.newestOf === newestOf) drop(other, trial);
    }
  };

  return {
    async ask(problem, { onProgress, signal, newestOf } = {}) {
      if (signal?.aborted) return stoppedOf(problem);
      const key = fingerprint(problem);
      if (newestOf !== undefined) dropOlder(key, newestOf);
      const isFull = [...kept.values()].filter(({ state }) => state === 'waiting').length >= waiting;
      const trial = kept.get(key) ?? (isFull ? null : start(key, problem, newestOf ?? null));
      if (trial === null) return null;
      trial.askers += 1;
      if (onProgress) trial.hear.add(onProgress);
      signal?.addEventListener('abort', () => {
        trial.askers -= 1;
        if (trial.askers === 0 && trial.state !== 'settled') drop(key, trial);
      });
      const ways = [trial.solved, stoppedBy(trial.control.signal, problem), ...(signal ? [stoppedBy(signal, problem)] : [])];
      return Promise.race(ways).finally(() => onProgress && trial.hear.delete(onProgress));
    },
  };
}

/** Whether more time could not give another answer. */
function isFinal({ decision }: SolvedRelease): boolean {
  return decision.outcome !== 'stopped' && !(decision.outcome === 'refused' && decision.why.reason === 'not-proven');
}

function stoppedOf({ kind }: ReleaseProblem): SolvedRelease {
  return { kind, decision: { outcome: 'stopped' } };
}

function stoppedBy(signal: AbortSignal, problem: ReleaseProblem): Promise<SolvedRelease> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(stoppedOf(problem));
    signal.addEventListener('abort', () => resolve(stoppedOf(problem)), { once: true });
  });
}

function fingerprint(problem: ReleaseProblem): string {
  return createHash('sha256').update(JSON.stringify(problem)).digest('hex');
}
