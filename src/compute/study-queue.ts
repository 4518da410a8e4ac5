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

export type StudyQueue = {
  /** Begins, unless it is under way already. `keep` is given the whole answer. False when too many wait. */
  readonly begin: (id: string, study: Study, keep: (answer: StudyAnswer) => Promise<void>) => boolean;
  /** Null when it is not under way here: finished, stopped, or never begun. A failure is told once. */
  readonly look: (id: string) => StudyState | null;
  readonly stop: (id: string) => void;
  readonly stopAll: () => void;
  /** When the study is no longer under way, whatever became of it; at once when it is not. */
  readonly over: (id: string) => Promise<void>;
};

/** Studies under way at most. */
export const mostUnderWay = 20;

type UnderWay = { progress: StudyProgress; running: RunningStudy | null; stopped: boolean; over: Promise<void> };

export function studyQueue(tell: (sentence: string) => void, threads: StudyThreads = {}): StudyQueue {
  const underWay = new Map<string, UnderWay>();
  const failed = new Set<string>();
  let turn: Promise<void> = Promise.resolve();

  const work = async (id: string, study: Study, one: UnderWay, keep: (answer: StudyAnswer) => Promise<void>): Promise<void> => {
    try {
      if (one.stopped) return;
      one.running = runStudy(study, (progress) => void (one.progress = progress), threads);
      const answer = await one.running.answer;
      if (answer !== null && !one.stopped) await keep(answer);
    } catch (error) {
      failed.add(id);
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

  return {
    begin(id, study, keep) {
      if (underWay.has(id)) return true;
      if (underWay.size >= mostUnderWay) return false;
      failed.delete(id);
      const one: UnderWay = { progress: { done: 0, total: 1, answer: null }, running: null, stopped: false, over: turn };
      underWay.set(id, one);
      one.over = turn.then(() => work(id, study, one, keep));
      turn = one.over;
      return true;
    },
    look(id) {
      const one = underWay.get(id);
      if (!one) return failed.delete(id) ? { state: 'failed' } : null;
      if (one.running) return { state: 'working', progress: one.progress };
      return { state: 'waiting', before: [...underWay.keys()].indexOf(id) };
    },
    stop,
    stopAll: () => [...underWay.keys()].forEach(stop),
    over: (id) => underWay.get(id)?.over ?? Promise.resolve(),
  };
}
