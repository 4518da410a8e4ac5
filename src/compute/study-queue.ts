/** The studies that this server has under way: one at a time, the others wait their turn. What is not finished is nowhere but here. */
import type { Study } from '../domain/planning/lab/study.ts';
import type { StudyAnswer } from '../domain/planning/lab/study-answer.ts';
import { type RunningStudy, runStudy, type StudyThreads } from './study.ts';
import type { StudyProgress } from './work-out-study.ts';

/** How far a study is: how many are before it, or its progress. */
export type StudyState =
  | { readonly state: 'waiting'; readonly before: number }
  | { readonly state: 'working'; readonly progress: StudyProgress }
  | { readonly state: 'failed' };

/** Who asked for a study (da: den, der spørger): she and her organisation may stop it. */
export type StudyAsker = { readonly user: string; readonly organisation: string };

/** Begun or under way already; or refused because she has enough under way, or all together have. */
export type StudyBegun = 'under-way' | 'enough-of-yours' | 'busy';

export type StudyQueue = {
  /** Begins, unless it is under way already, whoever asked. `keep` is given the whole answer. */
  readonly begin: (id: string, study: Study, asker: StudyAsker, keep: (answer: StudyAnswer) => Promise<void>) => StudyBegun;
  /** Null when it is not under way here: finished, stopped, or never begun. A failure is told to all who look, until it is begun again. */
  readonly look: (id: string) => StudyState | null;
  /** Whether it is under way, and hers or her organisation's to stop. */
  readonly mayStop: (id: string, asker: StudyAsker) => boolean;
  /** False, and nothing is stopped, where it is somebody else's. */
  readonly stop: (id: string, asker: StudyAsker) => boolean;
  readonly stopAll: () => void;
  /** When the study is no longer under way, whatever became of it; at once when it is not. */
  readonly over: (id: string) => Promise<void>;
};

/** Studies under way at most. */
export const mostUnderWay = 20;
/** And of one user. */
export const mostOfOne = 2;
/** Failures that are remembered at most, and for how many milliseconds. */
const [mostFailures, failureAge] = [100, 60 * 60 * 1000];

type UnderWay = {
  readonly asker: StudyAsker;
  progress: StudyProgress;
  running: RunningStudy | null;
  stopped: boolean;
  over: Promise<void>;
};

export function studyQueue(tell: (sentence: string) => void, threads: StudyThreads = {}, now: () => number = Date.now): StudyQueue {
  const underWay = new Map<string, UnderWay>();
  const failed = new Map<string, number>();
  let turn: Promise<void> = Promise.resolve();

  const work = async (id: string, study: Study, one: UnderWay, keep: (answer: StudyAnswer) => Promise<void>): Promise<void> => {
    try {
      if (one.stopped) return;
      one.running = runStudy(study, (progress) => void (one.progress = progress), threads);
      const answer = await one.running.answer;
      if (answer !== null && !one.stopped) await keep(answer);
    } catch (error) {
      failed.delete(id);
      failed.set(id, now());
      for (const oldest of [...failed.keys()].slice(0, -mostFailures)) failed.delete(oldest);
      tell(`the study ${id} failed: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      if (underWay.get(id) === one) underWay.delete(id);
    }
  };
  const stop = (id: string): void => {
    const one = underWay.get(id);
    if (!one) return;
    one.stopped = true;
    one.running?.stop();
    // It may be begun again at once; the turn of the stopped one passes without work.
    underWay.delete(id);
  };

  const hasFailed = (id: string): boolean => {
    const at = failed.get(id);
    if (at !== undefined && now() - at <= failureAge) return true;
    failed.delete(id);
    return false;
  };
  const mayStop = (id: string, { user, organisation }: StudyAsker): boolean => {
    const asker = underWay.get(id)?.asker;
    return asker !== undefined && (asker.user === user || asker.organisation === organisation);
  };

  return {
    begin(id, study, asker, keep) {
      if (underWay.has(id)) return 'under-way';
      if (underWay.size >= mostUnderWay) return 'busy';
      if ([...underWay.values()].filter((one) => one.asker.user === asker.user).length >= mostOfOne) return 'enough-of-yours';
      failed.delete(id);
      const one: UnderWay = { asker, progress: { done: 0, total: 1, answer: null }, running: null, stopped: false, over: turn };
      underWay.set(id, one);
      one.over = turn.then(() => work(id, study, one, keep));
      turn = one.over;
      return 'under-way';
    },
    look(id) {
      const one = underWay.get(id);
      if (!one) return hasFailed(id) ? { state: 'failed' } : null;
      if (one.running) return { state: 'working', progress: one.progress };
      return { state: 'waiting', before: [...underWay.keys()].indexOf(id) };
    },
    mayStop,
    stop(id, asker) {
      if (!mayStop(id, asker)) return false;
      stop(id);
      return true;
    },
    stopAll: () => [...underWay.keys()].forEach(stop),
    over: (id) => underWay.get(id)?.over ?? Promise.resolve(),
  };
}
