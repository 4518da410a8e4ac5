/**
 * The life of a call (da: udmeldingens gang), as this system uses it: issued by the agency, answered by the municipalities,
 * validated and reported by the secretariats, assessed by the agency, and then closed or asked again.
 * Sources: serviceloven § 13 b, stk. 2 and 3; BEK nr. 1631 af 16/12/2016 § 13; the call of 26 November 2019, section 5.
 */
import type { Role } from '../trail.ts';

export const callStatuses = ['issued', 'answered', 'validated', 'reported', 'assessed', 'asked-again', 'closed'] as const;
export type CallStatus = (typeof callStatuses)[number];

/** One step a call can take, and who takes it. */
export type CallStep = { readonly to: CallStatus; readonly by: Role };

/**
 * For each status: may municipalities answer, is the public edition released, and which steps lead on. Server, pages and tests read this
 * table. From `reported` on no step leads back to answers: what is released stays what it was. The steps concern all regions, so the
 * agency takes them.
 */
export const callLifecycle = {
  issued: { takesAnswers: true, released: false, steps: [{ to: 'answered', by: 'agency' }] },
  answered: {
    takesAnswers: true,
    released: false,
    steps: [{ to: 'validated', by: 'agency' }],
  },
  validated: {
    takesAnswers: false,
    released: false,
    steps: [
      { to: 'reported', by: 'agency' },
      { to: 'answered', by: 'agency' },
    ],
  },
  reported: { takesAnswers: false, released: true, steps: [{ to: 'assessed', by: 'agency' }] },
  assessed: {
    takesAnswers: false,
    released: true,
    steps: [
      { to: 'asked-again', by: 'agency' },
      { to: 'closed', by: 'agency' },
    ],
  },
  'asked-again': { takesAnswers: false, released: true, steps: [{ to: 'closed', by: 'agency' }] },
  closed: { takesAnswers: false, released: true, steps: [] },
} as const satisfies Readonly<
  Record<CallStatus, { readonly takesAnswers: boolean; readonly released: boolean; readonly steps: readonly CallStep[] }>
>;

export type CallStepOutcome =
  | { readonly outcome: 'taken'; readonly status: CallStatus }
  | { readonly outcome: 'refused'; readonly reason: 'no-such-step' | 'not-your-step' };

/** Takes a step, or says why not. */
export function takeCallStep(from: CallStatus, to: CallStatus, by: Role): CallStepOutcome {
  const steps: readonly CallStep[] = callLifecycle[from].steps;
  const found = steps.find((step) => step.to === to);
  if (!found) return { outcome: 'refused', reason: 'no-such-step' };
  return found.by === by ? { outcome: 'taken', status: to } : { outcome: 'refused', reason: 'not-your-step' };
}

/** Whether steps lead from one status back to another: a step from which none leads back cannot be undone. */
export function leadsBackTo(from: CallStatus, back: CallStatus): boolean {
  const reached = new Set<CallStatus>([from]);
  // A set that grows while it is walked is walked to its end.
  for (const status of reached) for (const { to } of callLifecycle[status].steps) reached.add(to);
  return reached.has(back);
}

/** Whether municipalities may answer, or change their answer, in a status. */
export function takesAnswers(status: CallStatus): boolean {
  return callLifecycle[status].takesAnswers;
}

/** Whether the public edition is released in a status: the answers can no longer change. */
export function isReleased(status: CallStatus): boolean {
  return callLifecycle[status].released;
}
