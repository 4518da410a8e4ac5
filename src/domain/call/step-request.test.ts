import { describe, expect, test } from 'vitest';
import { asId } from '../id.ts';
import { moment } from '../time.ts';
import { callStatuses, isReleased } from './lifecycle.ts';
import { askForStep, type CallEvent, openRequests } from './step-request.ts';

const [south, north] = [asId<'region'>('syddanmark'), asId<'region'>('nordjylland')];
const at = moment('2026-11-26T09:00:00Z');
const asked = (region: typeof south): CallEvent => ({ type: 'step-asked-for', region, byName: 'N', organisation: 'O', words: '', at });
const moved = (to: (typeof callStatuses)[number]): CallEvent => ({
  type: 'status-changed',
  to,
  words: '',
  byName: 'A',
  organisation: 'S',
  at,
});
const regionsOf = (...events: readonly CallEvent[]) => openRequests(events).map(({ region }) => region);

describe('a request that the agency takes the call on', () => {
  test('stands while the call is reviewed, and no longer when it is reported', () => {
    expect(regionsOf(asked(south), asked(north))).toEqual([south, north]);
    expect(regionsOf(asked(south), moved('validated'))).toEqual([south]);
    expect(regionsOf(asked(south), moved('validated'), moved('reported'))).toEqual([]);
  });

  test('is answered when the call is opened again, and can then be made anew', () => {
    const before = [asked(south), moved('validated'), moved('answered')];
    expect(regionsOf(...before)).toEqual([]);
    expect(regionsOf(...before, asked(south))).toEqual([south]);
  });

  test('is made once for a region, and only before the call is reported', () => {
    for (const status of callStatuses) {
      const outcome = askForStep(status, south, [asked(north)]);
      expect(outcome).toEqual(isReleased(status) ? { outcome: 'refused', reason: 'reported-already' } : { outcome: 'asked' });
    }
    expect(askForStep('answered', south, [asked(south)])).toEqual({ outcome: 'refused', reason: 'asked-already' });
  });
});
