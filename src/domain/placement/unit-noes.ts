/** The noes of units to one who waits that her team has not acted on yet: what its work list tells it. */
import type { RequestEvent } from './waiting-request.ts';

/**
 * The units' noes to her request after which nothing was done to it: nobody changed the wish, no place was offered, and she was not taken off the list.
 * In the order they were said. Her own no is never among them: `decline` is hers, `refuse` a unit's. A no to a place that was offered or held for her is
 * told with that place. Needs that are taken up by themselves are nobody's answer to a no, and neither is an offer that ran out: nobody touched it.
 */
export function noesToTell<Event extends Pick<RequestEvent, 'act' | 'stay'>>(events: readonly Event[]): readonly Event[] {
  const isNobodys = ({ act }: Event, at: number): boolean =>
    act === 'refuse' || act === 'take-up-needs' || act === 'run-out' || (act === 'offer' && events[at + 1]?.act === 'run-out');
  const since = events.findLastIndex((event, at) => !isNobodys(event, at));
  return events.slice(since + 1).filter(({ act, stay }) => act === 'refuse' && stay === null);
}
