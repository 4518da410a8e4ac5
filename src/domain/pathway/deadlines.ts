/**
 * Clocks (da: frister) that the law sets and the facts of a pathway start. A clock is derived only when the fact that starts it is
 * there, names that fact and its source, and keeps running until the fact that meets it is recorded.
 */
import { addHverdage, calendarEdition } from '../calendar.ts';
import type { Id } from '../id.ts';
import { legalBases, type LegalBasisId } from '../legal-basis.ts';
import { addDays, addMinutes, type Day, danishDay, type Moment } from '../time.ts';
import { inForce, type PathwayFact, type RecordedFact, type SoughtTreatment } from './facts.ts';

export const clockIds = [
  'concern-assess',
  'concern-acknowledge',
  'treatment-start-drugs',
  'treatment-start-alcohol',
  'contract-offer',
] as const;
export type ClockId = (typeof clockIds)[number];

/** The rule behind a clock: where it stands and which text was read. */
export type ClockRule = {
  readonly citation: string;
  readonly edition: string;
  readonly source: string;
  readonly count: number | null;
  readonly unit: 'hours' | 'hverdage' | 'days' | 'before-treatment';
};

/** The last moment or day on which the clock is met in time. */
export type Limit =
  | { readonly kind: 'moment'; readonly at: Moment; readonly day: Day }
  | { readonly kind: 'day'; readonly day: Day }
  /** Before she arrives; `null` while no arrival is agreed. */
  | { readonly kind: 'arrival'; readonly day: Day | null };

/** Clock (da: frist). `startedBy` and `metBy` are sequences of facts on the pathway. */
export type Clock = {
  readonly id: ClockId;
  readonly rule: ClockRule;
  readonly startedBy: number;
  readonly start: Day;
  readonly limit: Limit;
  readonly metBy: number | null;
  readonly metOn: Day | null;
  readonly metAt: Moment | null;
  /** The day the clock fell away: the child is born or she leaves before a contract was offered, or the pathway has ended. */
  readonly lapsedOn: Day | null;
};

export type ClockStatus = 'running' | 'met' | 'met-late' | 'passed' | 'lapsed';

const barnetsLov = 'LBK nr. 282 af 17/03/2025';
const barnetsLovAt = 'https://www.retsinformation.dk/eli/lta/2025/282';

const rules: Readonly<Record<Exclude<ClockId, 'contract-offer'>, ClockRule>> = {
  'concern-assess': { citation: 'barnets lov § 136, stk. 2', edition: barnetsLov, source: barnetsLovAt, count: 24, unit: 'hours' },
  'concern-acknowledge': {
    citation: 'barnets lov § 138, stk. 1',
    edition: `${barnetsLov}; ${calendarEdition}`,
    source: barnetsLovAt,
    count: 6,
    unit: 'hverdage',
  },
  'treatment-start-drugs': {
    citation: 'serviceloven § 101, stk. 4',
    edition: 'LBK nr. 1129 af 22/09/2025',
    source: 'https://www.retsinformation.dk/eli/lta/2025/1129',
    count: 14,
    unit: 'days',
  },
  'treatment-start-alcohol': {
    citation: 'sundhedsloven § 141, stk. 2',
    edition: 'LBK nr. 275 af 12/03/2025',
    source: 'https://www.retsinformation.dk/eli/lta/2025/275',
    count: 14,
    unit: 'days',
  },
};

const soughtClocks: Readonly<Record<SoughtTreatment, readonly ('treatment-start-drugs' | 'treatment-start-alcohol')[]>> = {
  drugs: ['treatment-start-drugs'],
  alcohol: ['treatment-start-alcohol'],
  'drugs-and-alcohol': ['treatment-start-drugs', 'treatment-start-alcohol'],
};

/** The clocks that the facts start, in the order they were started. When the pathway has ended, what was not met lapses that day. */
export function clocksOf(facts: readonly RecordedFact[]): readonly Clock[] {
  const ordered = inForce(facts);
  const lastTurn = ordered.findLast(({ fact }) => fact.type === 'pathway-ended' || fact.type === 'pathway-reopened');
  const endedOn = lastTurn?.fact.type === 'pathway-ended' ? lastTurn.happened : null;
  return ordered
    .flatMap((started, index) => clocksStartedBy(started, ordered.slice(index + 1), ordered))
    .map((clock) => (isOpen(clock) ? { ...clock, lapsedOn: endedOn } : clock));
}

/** How a clock stands at a moment. A day's clock runs to the end of that day in Denmark. */
export function clockStatus(clock: Clock, now: Moment): ClockStatus {
  if (clock.metBy !== null) return isLate(clock) ? 'met-late' : 'met';
  if (clock.lapsedOn !== null) return 'lapsed';
  switch (clock.limit.kind) {
    case 'moment':
      return now > clock.limit.at ? 'passed' : 'running';
    case 'day':
      return danishDay(now) > clock.limit.day ? 'passed' : 'running';
    case 'arrival':
      return clock.limit.day !== null && danishDay(now) > clock.limit.day ? 'passed' : 'running';
  }
}

/** Clocks that still ask for something to be done. */
export function isOpen(clock: Clock): boolean {
  return clock.metBy === null && clock.lapsedOn === null;
}

function isLate({ limit, metOn, metAt }: Clock): boolean {
  if (limit.kind === 'moment' && metAt !== null) return metAt > limit.at;
  return limit.day !== null && metOn !== null && metOn > limit.day;
}

function clocksStartedBy(started: RecordedFact, later: readonly RecordedFact[], all: readonly RecordedFact[]): readonly Clock[] {
  const { fact } = started;
  if (fact.type === 'concern-notified') return noticeClocks(fact, started.sequence, all);
  if (fact.type === 'treatment-sought') return treatmentClocks(fact.substances, started, later);
  if (fact.type === 'care-decided' && fact.level === 'residential' && fact.legalBasis !== null)
    return contractClock(fact.legalBasis, started, all);
  if (fact.type === 'place-confirmed') return contractClock(fact.legalBasis, started, all);
  return [];
}

/** An anonymous notice is assessed like any other; there is nobody to acknowledge it to. */
function noticeClocks(
  { receivedAt, notifier }: Extract<PathwayFact, { type: 'concern-notified' }>,
  notice: number,
  all: readonly RecordedFact[],
): readonly Clock[] {
  const start = danishDay(receivedAt);
  const dueAt = addMinutes(receivedAt, 24 * 60);
  const assessed = all.find(({ fact }) => fact.type === 'concern-assessed' && fact.notice === notice);
  const acknowledged = all.find(({ fact }) => fact.type === 'concern-acknowledged' && fact.notice === notice);
  const clocks: readonly Clock[] = [
    {
      id: 'concern-assess',
      rule: rules['concern-assess'],
      startedBy: notice,
      start,
      limit: { kind: 'moment', at: dueAt, day: danishDay(dueAt) },
      ...met(assessed),
      metAt: assessed?.fact.type === 'concern-assessed' ? assessed.fact.assessedAt : null,
      lapsedOn: null,
    },
    {
      id: 'concern-acknowledge',
      rule: rules['concern-acknowledge'],
      startedBy: notice,
      start,
      limit: { kind: 'day', day: addHverdage(start, 6) },
      ...met(acknowledged),
      lapsedOn: null,
    },
  ];
  return notifier === '' ? clocks.slice(0, 1) : clocks;
}

function treatmentClocks(substances: SoughtTreatment, started: RecordedFact, later: readonly RecordedFact[]): readonly Clock[] {
  const begins = later.find(({ fact }) => startsTreatment(fact));
  return soughtClocks[substances].map((id) => ({
    id,
    rule: rules[id],
    startedBy: started.sequence,
    start: started.happened,
    limit: { kind: 'day', day: addDays(started.happened, 14) },
    ...met(begins),
    lapsedOn: null,
  }));
}

/**
 * The duty to offer a contract comes with the first residential stay that is decided, or confirmed without a decision, on a legal basis that
 * carries it, while she is pregnant.
 */
function contractClock(basis: LegalBasisId, started: RecordedFact, all: readonly RecordedFact[]): readonly Clock[] {
  const { contractMustBeOffered, contractRule, contractText } = legalBases[basis];
  const ended = letGo(all);
  const bringsDuty = ({ fact }: RecordedFact): boolean =>
    ((fact.type === 'place-confirmed' && !ended.has(fact.stay)) || (fact.type === 'care-decided' && fact.level === 'residential')) &&
    fact.legalBasis !== null &&
    legalBases[fact.legalBasis].contractMustBeOffered;
  const birth = all.find(({ fact }) => fact.type === 'event' && fact.kind === 'birth');
  // A confirmation brings no duty once its place was let go before she came; the authority's decision does.
  const isFirst = all.find(bringsDuty) === started;
  if (!contractMustBeOffered || contractRule === null || contractText === null || !isFirst || (birth && birth.happened <= started.happened))
    return [];
  const offered = all.find(({ fact, happened }) => fact.type === 'contract-offered' && (!birth || happened <= birth.happened));
  const left = new Map(all.flatMap(({ fact, happened }) => (fact.type === 'discharged' ? [[fact.stay, happened] as const] : [])));
  const arrivals = all.flatMap(({ fact }) =>
    fact.type === 'place-held' && !ended.has(fact.stay) && !left.has(fact.stay) ? [fact.arrival] : [],
  );
  const came = all.filter(({ fact }) => fact.type === 'admitted');
  const lives = came.find(({ fact }) => fact.type === 'admitted' && !left.has(fact.stay));
  // A contract is offered about a stay: she who has left, and has no other place, is owed none. That she left before the duty came says nothing of it.
  const leftSince = [...left.values()].filter((on) => on >= started.happened).toSorted();
  const leftOn = came.length > 0 && !lives && arrivals.length === 0 ? (leftSince.at(-1) ?? null) : null;
  const arrival = (lives ?? (leftOn === null ? undefined : came.at(-1)))?.happened ?? arrivals.at(-1) ?? null;
  return [
    {
      id: 'contract-offer',
      rule: { citation: contractRule, ...contractText, count: null, unit: 'before-treatment' },
      startedBy: started.sequence,
      start: started.happened,
      // Where she came before the duty did, it is owed from the day it came: no limit lies before what it is counted from.
      limit: { kind: 'arrival', day: arrival !== null && arrival < started.happened ? started.happened : arrival },
      ...met(offered),
      lapsedOn: offered ? null : firstOf(birth?.happened ?? null, leftOn),
    },
  ];
}

function firstOf(one: Day | null, other: Day | null): Day | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

/** Stays whose place was let go and to which she did not come; she may come to one whose hold has run out. */
function letGo(all: readonly RecordedFact[]): ReadonlySet<Id<'stay'>> {
  const came = new Set(all.flatMap(({ fact }) => (fact.type === 'admitted' ? [fact.stay] : [])));
  return new Set(all.flatMap(({ fact }) => (fact.type === 'hold-ended' && !came.has(fact.stay) ? [fact.stay] : [])));
}

function startsTreatment(fact: PathwayFact): boolean {
  return fact.type === 'admitted' || (fact.type === 'event' && fact.kind === 'treatment-started');
}

function met(by: RecordedFact | undefined): Pick<Clock, 'metBy' | 'metOn' | 'metAt'> {
  return { metBy: by?.sequence ?? null, metOn: by?.happened ?? null, metAt: null };
}
