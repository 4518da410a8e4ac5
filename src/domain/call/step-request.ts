/**
 * A secretariat's request that the agency takes the call on (da: anmodning om næste skridt): the steps are the agency's, and a table can be
 * released only when the call is reported. A request stands until the call is reported, or until the agency has opened it for answers again.
 */
import type { Id } from '../id.ts';
import type { Moment } from '../time.ts';
import { type CallStatus, isReleased } from './lifecycle.ts';

/** What has happened to a call that a request rests on, in its order. */
export type CallEvent =
  | {
      readonly type: 'status-changed';
      readonly to: CallStatus;
      /** The agency’s reason; empty where none was written. */
      readonly words: string;
      readonly byName: string;
      readonly organisation: string;
      readonly at: Moment;
    }
  | ({ readonly type: 'step-asked-for' } & StepRequest);

/** Who asks, for which region, and with which words; empty where there were none. */
export type StepRequest = {
  readonly region: Id<'region'>;
  readonly byName: string;
  readonly organisation: string;
  readonly words: string;
  readonly at: Moment;
};

/** The requests that wait for the agency, the oldest first. */
export function openRequests(events: readonly CallEvent[]): readonly StepRequest[] {
  return events.reduce<readonly StepRequest[]>((open, event) => {
    if (event.type === 'step-asked-for') return [...open.filter(({ region }) => region !== event.region), event];
    return isReleased(event.to) || event.to === 'answered' ? [] : open;
  }, []);
}

export type AskingForStep =
  | { readonly outcome: 'asked' }
  | { readonly outcome: 'refused'; readonly reason: 'reported-already' | 'asked-already' };

/** Whether a region's secretariat may ask: once, until the agency has answered by a step. */
export function askForStep(status: CallStatus, region: Id<'region'>, events: readonly CallEvent[]): AskingForStep {
  if (isReleased(status)) return { outcome: 'refused', reason: 'reported-already' };
  const isOpen = openRequests(events).some((one) => one.region === region);
  return isOpen ? { outcome: 'refused', reason: 'asked-already' } : { outcome: 'asked' };
}
