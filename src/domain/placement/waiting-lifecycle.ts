/** The life of a placement request (da: pladsønskets forløb) as one table. Access says who may do what; facts of her pathway move it too. */

/** Where a request can stand. The first three are on the list; the last two have left it. */
export const requestStatuses = ['waiting', 'offered', 'accepted', 'withdrawn', 'ended'] as const;
export type RequestStatus = (typeof requestStatuses)[number];

/** The statuses of a request that is on the list: a pathway has one such at a time. */
export const activeStatuses = ['waiting', 'offered', 'accepted'] as const satisfies readonly RequestStatus[];

/**
 * What can be done to a request. `pass` is the team's no to an offer, `decline` her own, `refuse` the unit's, and `run-out` nobody's answer:
 * they are never the same thing. `hold` is a place that the team found by itself, `lose` that the place she had came to nothing. `take-up-needs` is that
 * she waits again by her needs as they were written while a place was offered or held for her.
 */
export const requestActs = [
  'ask',
  'offer',
  'accept',
  'hold',
  'pass',
  'decline',
  'run-out',
  'refuse',
  'lose',
  'change',
  'take-up-needs',
  'withdraw',
  'end',
] as const;
export type RequestAct = (typeof requestActs)[number];

type Step = { readonly from: readonly RequestStatus[]; readonly to: RequestStatus };

export const requestLifecycle = {
  ask: { from: [], to: 'waiting' },
  offer: { from: ['waiting'], to: 'offered' },
  accept: { from: ['offered'], to: 'accepted' },
  hold: { from: ['waiting'], to: 'accepted' },
  pass: { from: ['offered'], to: 'waiting' },
  decline: { from: ['waiting', 'offered', 'accepted'], to: 'waiting' },
  'run-out': { from: ['offered'], to: 'waiting' },
  refuse: { from: ['waiting', 'offered', 'accepted'], to: 'waiting' },
  lose: { from: ['accepted'], to: 'waiting' },
  change: { from: ['waiting'], to: 'waiting' },
  'take-up-needs': { from: ['waiting'], to: 'waiting' },
  withdraw: { from: activeStatuses, to: 'withdrawn' },
  end: { from: activeStatuses, to: 'ended' },
} as const satisfies Readonly<Record<RequestAct, Step>>;

/** Whether an act can follow a status. */
export function requestCan(act: RequestAct, status: RequestStatus): boolean {
  return (requestLifecycle[act].from as readonly RequestStatus[]).includes(status);
}
