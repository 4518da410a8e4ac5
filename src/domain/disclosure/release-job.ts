/**
 * The life of the work on a release (da: arbejdet med en udgivelse): asked for, worked on, and ended one way or another. Where the server
 * that works on it has fallen silent it is interrupted, and may be asked for again.
 */
import type { CellCodes } from './beside.ts';
import type { Refusal } from './refusal.ts';

export const jobStates = ['waiting', 'working', 'interrupted', 'ready', 'released', 'refused', 'outdated', 'stopped', 'failed'] as const;
export type JobState = (typeof jobStates)[number];

export const jobActs = [
  'ask',
  'begin',
  'fall-silent',
  'be-heard-again',
  'preview',
  'release',
  'find-released',
  'find-changed',
  'refuse',
  'set-aside',
  'stop',
  'fail',
] as const;
export type JobAct = (typeof jobActs)[number];

/** What may follow what. Server, pages and tests read this table; `docs/states/release-job.md` draws it. */
export const jobLifecycle = {
  ask: { from: [], to: 'waiting' },
  begin: { from: ['waiting'], to: 'working' },
  'fall-silent': { from: ['waiting', 'working'], to: 'interrupted' },
  'be-heard-again': { from: ['interrupted'], to: 'working' },
  preview: { from: ['working'], to: 'ready' },
  // Nothing is released but what has been seen: the second step.
  release: { from: ['ready'], to: 'released' },
  // The same has been released before, and is given again.
  'find-released': { from: ['working'], to: 'released' },
  'find-changed': { from: ['ready'], to: 'outdated' },
  refuse: { from: ['working'], to: 'refused' },
  'set-aside': { from: ['ready'], to: 'stopped' },
  stop: { from: ['waiting', 'working'], to: 'stopped' },
  fail: { from: ['working'], to: 'failed' },
} as const satisfies Readonly<Record<JobAct, { readonly from: readonly JobState[]; readonly to: JobState }>>;

/** How work can end. `previewed` waits for the second step; the last six are failures: nothing was decided. */
export const jobOutcomes = [
  'previewed',
  'released',
  'outdated',
  'refused',
  'stopped',
  'broke',
  'too-long',
  'ledger-changed',
  'not-reported',
  'not-there',
  'not-complete',
] as const;
export type JobOutcome = (typeof jobOutcomes)[number];

/** What one's own preview may become, and nothing else may: published, found to rest on what is no longer so, or set aside. */
export type PreviewEnd = Extract<JobOutcome, 'released' | 'outdated' | 'stopped'>;

/** A server is silent when nothing has been heard of it for so long. It says something every other second. */
export const quietSeconds = 20;

/** Where the work stands. `quietFor` is how many seconds ago the server was heard of. */
export function stateOf(job: { readonly outcome: JobOutcome | null; readonly before: number; readonly quietFor: number }): JobState {
  switch (job.outcome) {
    case null:
      if (job.quietFor > quietSeconds) return 'interrupted';
      return job.before > 0 ? 'waiting' : 'working';
    case 'previewed':
      return 'ready';
    case 'released':
    case 'outdated':
    case 'refused':
    case 'stopped':
      return job.outcome;
    case 'broke':
    case 'too-long':
    case 'ledger-changed':
    case 'not-reported':
    case 'not-there':
    case 'not-complete':
      return 'failed';
  }
}

/** A refusal as it is kept: how, and by what, but neither the count nor the cell. */
export type KeptRefusal =
  | {
      readonly reason: 'opened';
      readonly attacker: Extract<Refusal, { reason: 'opened' }>['attacker'];
      readonly with: readonly string[];
      readonly knowing: readonly string[];
    }
  | { readonly reason: 'cannot-be-kept' | 'not-proven'; readonly attacker: Extract<Refusal, { reason: 'opened' }>['attacker'] }
  | { readonly reason: 'printed-otherwise'; readonly release: string }
  | { readonly reason: 'contradicts-ledger' };

/** What is kept of a refusal for all, and the cell for those who may know it; `namesOf` gives its codes. */
export function keptOf(why: Refusal, codesOf: (cell: number) => CellCodes): { readonly why: KeptRefusal; readonly cell: CellCodes | null } {
  switch (why.reason) {
    case 'opened':
      return { why: { reason: why.reason, attacker: why.attacker, with: why.with, knowing: why.knowing }, cell: codesOf(why.opened.cell) };
    case 'cannot-be-kept':
    case 'not-proven':
      return { why: { reason: why.reason, attacker: why.attacker }, cell: codesOf(why.cell) };
    case 'printed-otherwise':
      return { why: { reason: why.reason, release: why.release }, cell: codesOf(why.cell) };
    case 'contradicts-ledger':
      return { why, cell: null };
  }
}
