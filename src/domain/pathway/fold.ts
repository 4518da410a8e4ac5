/** Adding up a pathway (da: forløbet lagt sammen): its facts in the order they happened, and what follows from all of them together. */
import type { Id } from '../id.ts';
import type { Day } from '../time.ts';
import { afterFact } from './after-fact.ts';
import { cascadesOf } from './cascade.ts';
import { clocksOf } from './deadlines.ts';
import { inForce, type RecordedFact } from './facts.ts';
import { dueDateInForce } from './gestation.ts';
import type { Phase } from './phases.ts';
import type { Pathway, PathwayState } from './state.ts';

/**
 * The edition of what facts add up to. Raise it in the same change as `Pathway`, what a fact does to it, or the next action that lists read: the
 * store keeps the edition it was added up by, and adds up anew when it starts with another one.
 */
export const foldEdition = 'sammenlaegning/2026-11-27-svar-uden-tilbud';

/** The pathway that a list of facts adds up to; the order of the list does not matter. */
export function foldPathway(facts: readonly RecordedFact[]): Pathway {
  const state = toldInOrder(facts).reduce(afterFact, beforeAnyFact);
  const { phase, since } = phaseOf(state);
  const term = dueDateInForce(state.dueDatesSet);
  return {
    ...state,
    dueDate: term && { dueDate: term.dueDate, basis: term.basis },
    cascades: cascadesOf(facts),
    clocks: clocksOf(facts),
    phase,
    phaseSince: since,
  };
}

/** Each fact in the order the state adds them up, with the state before it: one pass over the facts. */
export function statesBefore(
  facts: readonly RecordedFact[],
): readonly { readonly recorded: RecordedFact; readonly before: PathwayState }[] {
  let state = beforeAnyFact;
  return toldInOrder(facts).map((recorded) => {
    const before = state;
    state = afterFact(before, recorded);
    return { recorded, before };
  });
}

/**
 * Facts in the order they happened, but those of one stay in the order they were written: an act follows what the stay was when the
 * act was done, also when it is dated back. An admission of yesterday that is written today comes after the hold of today.
 */
function toldInOrder(facts: readonly RecordedFact[]): readonly RecordedFact[] {
  const reached = new Map<Id<'stay'>, Day>();
  const dated = inForce(facts)
    .toSorted((a, b) => a.sequence - b.sequence)
    .map((recorded) => {
      const { fact, happened } = recorded;
      if (!('stay' in fact)) return { recorded, happened };
      const latest = reached.get(fact.stay) ?? happened;
      const notBefore = latest > happened ? latest : happened;
      reached.set(fact.stay, notBefore);
      return { recorded, happened: notBefore };
    });
  // The sort is stable: what stands on the same day keeps the order it was written in.
  return dated.toSorted((a, b) => (a.happened === b.happened ? 0 : a.happened < b.happened ? -1 : 1)).map(({ recorded }) => recorded);
}

const beforeAnyFact: PathwayState = {
  person: null,
  calledName: 'ukendt',
  municipality: null,
  referral: null,
  dueDatesSet: [],
  team: [],
  coordinator: null,
  targetGroup: null,
  levelStatus: null,
  offeredLevel: null,
  latestAnswer: null,
  decision: null,
  stays: [],
  stay: null,
  lastNetworkMeeting: null,
  bornOn: null,
  ended: null,
  awaiting: { phase: 'assessing-criteria', since: null },
  lastSequence: 0,
};

function phaseOf({ ended, stay, awaiting }: PathwayState): { readonly phase: Phase; readonly since: Day | null } {
  if (ended) return { phase: 'ended', since: ended.on };
  if (stay?.status === 'held') return { phase: 'confirming', since: stay.since };
  if (stay?.status === 'confirmed') return { phase: 'arriving', since: stay.since };
  if (stay?.status === 'admitted') return { phase: 'in-stay', since: stay.since };
  return awaiting;
}
