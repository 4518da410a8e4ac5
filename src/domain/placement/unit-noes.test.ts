import { describe, expect, test } from 'vitest';
import { asId } from '../id.ts';
import { noesToTell } from './unit-noes.ts';
import { type RequestAct, requestActs } from './waiting-lifecycle.ts';

const event = (act: RequestAct, stay: string | null = null) => ({ act, stay: stay === null ? null : asId<'stay'>(stay) });
const tell = (...events: readonly ReturnType<typeof event>[]) => noesToTell(events);

describe('the noes that a work list tells', () => {
  test('are those that nothing was done after, in the order they were said', () => {
    const [first, second] = [event('refuse'), event('refuse')];
    const told = tell(event('ask'), first, second);
    expect(told).toHaveLength(2);
    expect([told[0] === first, told[1] === second]).toEqual([true, true]);
  });

  test.each(requestActs)('after «%s»', (act) => {
    const isSilent = act === 'refuse' || act === 'take-up-needs' || act === 'run-out';
    expect(tell(event('ask'), event('refuse'), event(act, act === 'refuse' ? 'ophold' : null))).toHaveLength(isSilent ? 1 : 0);
  });

  test('are told again after an offer that ran out, and not while it is open or once it was answered', () => {
    const [asked, no, offer] = [event('ask'), event('refuse'), event('offer', 'ophold')];
    expect(tell(asked, no, offer)).toEqual([]);
    expect(tell(asked, no, offer, event('run-out', 'ophold'))).toEqual([no]);
    expect(tell(asked, no, offer, event('pass', 'ophold'))).toEqual([]);
  });

  test('are never her own, nor the no to a place that was hers', () => {
    expect(tell(event('ask'), event('decline'))).toEqual([]);
    expect(tell(event('ask'), event('refuse', 'ophold'))).toEqual([]);
  });
});
