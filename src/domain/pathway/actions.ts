/**
 * What can be done on a pathway (da: handlinger). The table says in which phase an action is expected; it never forbids one. The order is a working
 * agreement; where the law sets a clock, the clock decides what comes first (`next-step.ts`).
 */
import type { Day, Moment } from '../time.ts';
import type { Role } from '../trail.ts';
import type { ClockId } from './deadlines.ts';
import type { PathwayFactType } from './facts.ts';
import type { Phase } from './phases.ts';

export const actionIds = [
  'assess-criteria',
  'judge-target-group',
  'assess-need',
  'offer',
  'record-answer',
  'arrange-alternative',
  'decide-care',
  'hold-place',
  'answer-offer',
  'confirm-place',
  'confirm-stay',
  'ask-her',
  'heed-her-no',
  'settle-departure',
  'contact-her',
  'ask-about-list',
  'admit',
  'discharge',
  'hold-network-meeting',
  'set-due-date',
  'name-coordinator',
  'join-party',
  'notify-concern',
  'assess-concern',
  'acknowledge-concern',
  'seek-treatment',
  'start-treatment',
  'offer-contract',
  'record-event',
  'withdraw-event',
  'end-pathway',
  'reopen-pathway',
] as const;
export type ActionId = (typeof actionIds)[number];

export type Action = {
  /** The fact that the action records. */
  readonly records: PathwayFactType;
  /** The phases in which it is the expected next step. */
  readonly expectedIn: readonly Phase[];
  /** The clocks it meets: a running clock makes it the next step in any phase. */
  readonly meets: readonly ClockId[];
  /** The roles whose work it is. Others can do it too; for them the step waits for others. */
  readonly doneBy: readonly Role[];
};

const careTeam = ['coordinator', 'family-clinic', 'substance-treatment', 'family-department'] as const satisfies readonly Role[];
const authority = ['family-department', 'care-decider'] as const satisfies readonly Role[];
const treaters = ['substance-treatment', 'unit-leader'] as const satisfies readonly Role[];

export const actions: Readonly<Record<ActionId, Action>> = {
  'assess-criteria': { records: 'criteria-assessed', expectedIn: ['assessing-criteria'], meets: [], doneBy: careTeam },
  'judge-target-group': { records: 'target-group-judged', expectedIn: ['judging'], meets: [], doneBy: careTeam },
  'assess-need': { records: 'need-assessed', expectedIn: ['assessing-need'], meets: [], doneBy: careTeam },
  offer: { records: 'offered', expectedIn: ['offering'], meets: [], doneBy: [...careTeam, 'care-decider'] },
  'record-answer': { records: 'answered', expectedIn: ['awaiting-answer'], meets: [], doneBy: [...careTeam, 'crisis-centre'] },
  'arrange-alternative': { records: 'alternative-arranged', expectedIn: ['finding-alternative'], meets: [], doneBy: careTeam },
  'decide-care': { records: 'care-decided', expectedIn: ['deciding'], meets: [], doneBy: ['care-decider'] },
  'hold-place': { records: 'place-held', expectedIn: ['finding-place'], meets: [], doneBy: ['care-decider', 'coordinator'] },
  'answer-offer': { records: 'place-held', expectedIn: [], meets: [], doneBy: [...careTeam, 'crisis-centre', 'care-decider'] },
  'confirm-place': { records: 'place-confirmed', expectedIn: ['confirming'], meets: [], doneBy: ['care-decider'] },
  'confirm-stay': { records: 'place-confirmed', expectedIn: [], meets: [], doneBy: ['care-decider'] },
  // Her yes to moving is written by those who pay: it lets nights go (`docs/rules/yes-to-move-2026-11.md`).
  'ask-her': { records: 'place-answered', expectedIn: [], meets: [], doneBy: [...careTeam, 'crisis-centre', 'care-decider'] },
  'heed-her-no': { records: 'hold-ended', expectedIn: [], meets: [], doneBy: ['care-decider', 'coordinator'] },
  // She left before the time: somebody of her team talks with her (`docs/rules/contact-after-broken-off-2026-11.md`).
  'contact-her': { records: 'event', expectedIn: [], meets: [], doneBy: ['coordinator', 'family-department'] },
  'ask-about-list': { records: 'list-answered', expectedIn: [], meets: [], doneBy: ['coordinator'] },
  'settle-departure': { records: 'departure-changed', expectedIn: [], meets: [], doneBy: ['care-decider'] },
  admit: { records: 'admitted', expectedIn: ['arriving'], meets: [], doneBy: ['unit-leader'] },
  discharge: { records: 'discharged', expectedIn: ['in-stay'], meets: [], doneBy: ['unit-leader'] },
  'hold-network-meeting': { records: 'event', expectedIn: ['following'], meets: [], doneBy: ['coordinator', 'family-department'] },
  'set-due-date': { records: 'due-date-set', expectedIn: [], meets: [], doneBy: careTeam },
  'name-coordinator': { records: 'coordinator-named', expectedIn: [], meets: [], doneBy: careTeam },
  'join-party': { records: 'party-joined', expectedIn: [], meets: [], doneBy: careTeam },
  'notify-concern': { records: 'concern-notified', expectedIn: [], meets: [], doneBy: [...careTeam, 'referrer', 'crisis-centre'] },
  'assess-concern': { records: 'concern-assessed', expectedIn: [], meets: ['concern-assess'], doneBy: authority },
  'acknowledge-concern': { records: 'concern-acknowledged', expectedIn: [], meets: ['concern-acknowledge'], doneBy: authority },
  'seek-treatment': { records: 'treatment-sought', expectedIn: [], meets: [], doneBy: careTeam },
  'start-treatment': {
    records: 'event',
    expectedIn: [],
    meets: ['treatment-start-drugs', 'treatment-start-alcohol'],
    doneBy: treaters,
  },
  'offer-contract': { records: 'contract-offered', expectedIn: [], meets: ['contract-offer'], doneBy: ['care-decider', 'unit-leader'] },
  'record-event': { records: 'event', expectedIn: [], meets: [], doneBy: [...careTeam, 'unit-leader', 'crisis-centre'] },
  'withdraw-event': { records: 'event-withdrawn', expectedIn: [], meets: [], doneBy: [...careTeam, 'unit-leader', 'crisis-centre'] },
  'end-pathway': { records: 'pathway-ended', expectedIn: [], meets: [], doneBy: careTeam },
  'reopen-pathway': { records: 'pathway-reopened', expectedIn: [], meets: [], doneBy: careTeam },
};

/** The edition of the working agreement below: Samløb's own proposal, not law, to be agreed where it is used. */
export const agreementEdition = 'arbejdsgang/2026-11';

/** Days from the start of a phase until its step is agreed to be done; `null` where the stay or the pathway's end says it. */
export const agreedDays: Readonly<Record<Phase, number | null>> = {
  'assessing-criteria': 3,
  judging: 3,
  'assessing-need': 5,
  offering: 3,
  'awaiting-answer': 7,
  'finding-alternative': 3,
  deciding: 7,
  'finding-place': 2,
  confirming: null,
  arriving: null,
  'in-stay': null,
  following: 28,
  ended: null,
};

/** By when, and who says so. */
export type By = {
  readonly day: Day;
  /** The moment, where the limit is one. */
  readonly at: Moment | null;
  readonly basis:
    | { readonly kind: 'law'; readonly clock: ClockId; readonly citation: string; readonly edition: string; readonly source: string }
    | { readonly kind: 'agreed'; readonly edition: string }
    | { readonly kind: 'hold' }
    | { readonly kind: 'offer' }
    | { readonly kind: 'stay' };
};

export type NextStep = {
  readonly action: ActionId;
  /** Null when nothing says by when. */
  readonly by: By | null;
  readonly doneBy: readonly Role[];
};
