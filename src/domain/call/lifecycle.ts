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

/** For each status: may municipalities answer, and which steps lead on. Server, pages and tests read this table. */
export const callLifecycle = {
  issued: { takesAnswers: true, steps: [{ to: 'answered', by: 'secretariat' }] },
  answered: {
    takesAnswers: true,
    steps: [
      { to: 'validated', by: 'secretariat' },
      { to: 'issued', by: 'secretariat' },
    ],
  },
  validated: {
    takesAnswers: false,
    steps: [
      { to: 'reported', by: 'approver' },
      { to: 'answered', by: 'secretariat' },
    ],
  },
  reported: { takesAnswers: false, steps: [{ to: 'assessed', by: 'agency' }] },
  assessed: {
    takesAnswers: false,
    steps: [
      { to: 'asked-again', by: 'agency' },
      { to: 'closed', by: 'agency' },
    ],
  },
  'asked-again': { takesAnswers: false, steps: [{ to: 'closed', by: 'agency' }] },
  closed: { takesAnswers: false, steps: [] },
} as const satisfies Readonly<Record<CallStatus, { readonly takesAnswers: boolean; readonly steps: readonly CallStep[] }>>;

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

/** Whether municipalities may answer, or change their answer, in a status. */
export function takesAnswers(status: CallStatus): boolean {
  return callLifecycle[status].takesAnswers;
}
