import { describe, expect, test } from 'vitest';
import { roles } from '../trail.ts';
import { callLifecycle, type CallStatus, callStatuses, isReleased, takeCallStep, takesAnswers } from './lifecycle.ts';

describe('the life of a call', () => {
  test('takes each step of the table by its role, and no other step and no other role', () => {
    for (const from of callStatuses) {
      for (const to of callStatuses) {
        for (const role of roles) {
          const step = callLifecycle[from].steps.find((one) => one.to === to);
          const outcome = takeCallStep(from, to, role);
          expect(outcome).toEqual(
            !step
              ? { outcome: 'refused', reason: 'no-such-step' }
              : step.by === role
                ? { outcome: 'taken', status: to }
                : { outcome: 'refused', reason: 'not-your-step' },
          );
        }
      }
    }
  });

  test('takes no answers once it is validated', () => {
    expect(callStatuses.filter(takesAnswers)).toEqual(['issued', 'answered']);
  });

  test('releases the public edition only where no chain of steps leads back to answers', () => {
    for (const from of callStatuses.filter(isReleased)) {
      const reached = new Set<CallStatus>([from]);
      for (const status of reached) for (const { to } of callLifecycle[status].steps) reached.add(to);
      expect([...reached].filter(takesAnswers)).toEqual([]);
    }
    expect(callStatuses.filter(isReleased)).toEqual(['reported', 'assessed', 'asked-again', 'closed']);
  });

  test('reaches every status from its issue', () => {
    const reached = new Set(['issued']);
    for (const status of callStatuses) if (reached.has(status)) for (const { to } of callLifecycle[status].steps) reached.add(to);
    expect([...reached].toSorted()).toEqual([...callStatuses].toSorted());
  });
});
