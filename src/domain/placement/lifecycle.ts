/** The life of a stay as one table: what can be done from where, and what it becomes. Access says who may do it. */

/** Where a stay can stand (da: opholdets status). The first four take their place; the last four have let it go. */
export const stayStatuses = ['held', 'confirmed', 'admitted', 'discharged', 'released', 'expired', 'refused', 'withdrawn'] as const;
export type StayStatus = (typeof stayStatuses)[number];

/** What can be done to a stay. */
export const stayActs = [
  'hold',
  'extend',
  'confirm',
  'confirm-afterwards',
  'admit',
  'discharge',
  'release',
  'expire',
  'refuse',
  'withdraw',
  'change-place',
  'move',
  'change-departure',
  'leave',
  'return',
  'correct-leave',
  'withdraw-leave',
  'undo-move',
  'swap',
  'undo-swap',
  'undo-discharge',
  'undo-admit',
  'leave-earlier',
  'undo-leave-earlier',
  'agree-to-move',
  'answer-place',
  'keep-departure',
  'agree-by-birth',
  'agree-fixed-day',
] as const;
export type StayAct = (typeof stayActs)[number];

type Step = {
  /** From where; empty for the act that begins a stay. */
  readonly from: readonly StayStatus[];
  /** `as-it-was`: the status stays what it is. */
  readonly to: StayStatus | 'as-it-was';
};

/**
 * Admission is possible also from a hold and from a hold that has run out: she is standing at the door, and a real event is recorded.
 * `confirm-afterwards` gives a stay that began without it its legal basis and its payer, once.
 * `change-place` makes room for another within the unit, before she has come; `move` is the unit's own, from a day on, also once she has.
 * `change-departure` is the municipality's, which pays; `leave-earlier` is the unit's, which was told that she leaves before that day. `leave` and
 * `return` are nights away and back: her place is kept.
 * `correct-leave` and `withdraw-leave` put right what was written of them, `undo-move` a planned move; `swap` lets two change places at once,
 * and `undo-swap` lets both stay where they are, before the day. `undo-discharge` puts right a discharge that was written by mistake, for a short
 * time and while her place is free; `undo-admit` an admission that was, of a stay that is confirmed, and `undo-leave-earlier` the unit's word that she leaves earlier.
 * `agree-to-move` is her yes to a move that was confirmed before she had said it.
 * `answer-place` is what she says to the place that is found for her, whenever she is asked.
 * `keep-departure` is the answer of those who pay that the day stands although the birth is on another than it was counted to.
 * `agree-by-birth` is their word that a stay to a fixed day follows the birth from now on, and `agree-fixed-day` that it does not any more.
 * `refuse` is the unit's no and `withdraw` the municipality's or her own: they are never the same thing.
 */
export const lifecycle = {
  hold: { from: [], to: 'held' },
  extend: { from: ['held'], to: 'held' },
  confirm: { from: ['held'], to: 'confirmed' },
  'confirm-afterwards': { from: ['admitted'], to: 'as-it-was' },
  admit: { from: ['held', 'confirmed', 'expired'], to: 'admitted' },
  discharge: { from: ['admitted'], to: 'discharged' },
  release: { from: ['held'], to: 'released' },
  expire: { from: ['held'], to: 'expired' },
  refuse: { from: ['held', 'confirmed'], to: 'refused' },
  withdraw: { from: ['confirmed'], to: 'withdrawn' },
  'change-place': { from: ['held', 'confirmed'], to: 'as-it-was' },
  move: { from: ['held', 'confirmed', 'admitted'], to: 'as-it-was' },
  'change-departure': { from: ['held', 'confirmed', 'admitted'], to: 'as-it-was' },
  leave: { from: ['admitted'], to: 'as-it-was' },
  return: { from: ['admitted'], to: 'as-it-was' },
  'correct-leave': { from: ['admitted'], to: 'as-it-was' },
  'withdraw-leave': { from: ['admitted'], to: 'as-it-was' },
  'undo-move': { from: ['held', 'confirmed', 'admitted'], to: 'as-it-was' },
  swap: { from: ['held', 'confirmed', 'admitted'], to: 'as-it-was' },
  'undo-swap': { from: ['held', 'confirmed', 'admitted'], to: 'as-it-was' },
  'undo-discharge': { from: ['discharged'], to: 'admitted' },
  'undo-admit': { from: ['admitted'], to: 'confirmed' },
  'leave-earlier': { from: ['admitted'], to: 'as-it-was' },
  'undo-leave-earlier': { from: ['admitted'], to: 'as-it-was' },
  'agree-to-move': { from: ['confirmed'], to: 'as-it-was' },
  'answer-place': { from: ['held', 'confirmed', 'admitted'], to: 'as-it-was' },
  'keep-departure': { from: ['held', 'confirmed', 'admitted'], to: 'as-it-was' },
  'agree-by-birth': { from: ['held', 'confirmed', 'admitted'], to: 'as-it-was' },
  'agree-fixed-day': { from: ['held', 'confirmed', 'admitted'], to: 'as-it-was' },
} as const satisfies Readonly<Record<StayAct, Step>>;

/** Whether a stay in this status takes its place on its nights. */
export const takesPlace = {
  held: true,
  confirmed: true,
  admitted: true,
  discharged: true,
  released: false,
  expired: false,
  refused: false,
  withdrawn: false,
} as const satisfies Readonly<Record<StayStatus, boolean>>;

/**
 * What writes anew, or undoes, what an act wrote. A form that did the act is answered as done only until one of these came after: then it asks for
 * something again. Two leaves stand beside each other, and a change of places is undone on its own page.
 */
export const replacedBy: Readonly<Partial<Record<StayAct, readonly StayAct[]>>> = {
  move: ['move', 'undo-move'],
  'undo-move': ['move'],
  leave: ['return', 'correct-leave', 'withdraw-leave'],
  return: ['leave'],
  'correct-leave': ['correct-leave', 'withdraw-leave'],
  'withdraw-leave': ['leave', 'correct-leave'],
  'change-departure': ['change-departure', 'leave-earlier', 'undo-leave-earlier'],
  'leave-earlier': ['change-departure', 'leave-earlier', 'undo-leave-earlier'],
  'undo-leave-earlier': ['change-departure', 'leave-earlier'],
  'keep-departure': ['change-departure', 'leave-earlier', 'keep-departure'],
  'agree-by-birth': ['change-departure', 'leave-earlier', 'undo-leave-earlier', 'agree-fixed-day'],
  'agree-fixed-day': ['change-departure', 'leave-earlier', 'undo-leave-earlier', 'agree-by-birth'],
  admit: ['undo-admit'],
  'undo-admit': ['admit'],
  discharge: ['undo-discharge'],
  'undo-discharge': ['discharge'],
  'answer-place': ['answer-place'],
};

/** Whether an act can follow a status. */
export function canFollow(act: StayAct, status: StayStatus): boolean {
  return (lifecycle[act].from as readonly StayStatus[]).includes(status);
}
