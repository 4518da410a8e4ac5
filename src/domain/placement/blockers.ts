/**
 * Why she cannot come, though others may change places: a smallest set of blockers. Nothing else is needed for the no, and without any one
 * of them, those that are left would let her come.
 */
import type { Day } from '../time.ts';
import type { Id } from '../id.ts';
import { outside } from './availability.ts';
import { feasibilityWithin, type Situation } from './feasibility.ts';
import type { StayStatus } from './lifecycle.ts';
import type { Nights } from './nights.ts';
import type { Closure, Place, PlaceProperty } from './provision.ts';
import { type Steps, stepsUpTo } from './rearrange.ts';

/** One thing that stands in the way. Stays are nights on a place: nobody is named. */
export type Blocker =
  | { readonly kind: 'taken'; readonly stay: Id<'stay'>; readonly place: Place; readonly nights: Nights; readonly status: StayStatus }
  /** `place` is `null` where the whole unit is closed. */
  | { readonly kind: 'closed'; readonly place: Place | null; readonly closure: Closure }
  | { readonly kind: 'not-open'; readonly from: Day; readonly to: Day | null }
  /** She must have it, and the places that are free do not. */
  | { readonly kind: 'needs'; readonly property: PlaceProperty };

export type Explanation =
  /** Empty when the unit has no places. */
  | { readonly outcome: 'explained'; readonly blockers: readonly Blocker[] }
  | { readonly outcome: 'can-come' }
  | { readonly outcome: 'not-decided-in-time' };

/** Explains a no with at most so many steps of search: every blocker is taken away in turn, and those are kept that it takes. */
export function explain(situation: Situation, steps: number): Explanation {
  const step = stepsUpTo(steps);
  const all = blockersIn(situation);
  const first = isImpossible(situation, step);
  if (first !== true) return { outcome: first === false ? 'can-come' : first };

  const near = all.filter((blocker) => touches(blocker, situation.nights));
  const nearIsEnough = isImpossible(withOnly(situation, near), step);
  if (nearIsEnough === 'not-decided-in-time') return { outcome: nearIsEnough };
  let kept = nearIsEnough ? near : all;
  for (const blocker of kept) {
    const others = kept.filter((one) => one !== blocker);
    const without = isImpossible(withOnly(situation, others), step);
    if (without === 'not-decided-in-time') return { outcome: without };
    if (without) kept = others;
  }
  return { outcome: 'explained', blockers: kept };
}

/** All that could stand in her way, her own needs last: they are the last to be given up as a reason. */
export function blockersIn({ unit, stays, needs }: Situation): readonly Blocker[] {
  const taken = stays.flatMap(({ stay, place: id, nights, status }): readonly Blocker[] => {
    const place = unit.places.find((one) => one.id === id);
    return place ? [{ kind: 'taken', stay, place, nights, status }] : [];
  });
  return [
    ...taken,
    ...unit.places.flatMap((place) => place.closures.map((closure): Blocker => ({ kind: 'closed', place, closure }))),
    ...unit.closures.map((closure): Blocker => ({ kind: 'closed', place: null, closure })),
    ...outside(unit),
    ...needs.map(({ property }): Blocker => ({ kind: 'needs', property })),
  ];
}

/** The situation with none of what could stand in the way but these. */
export function withOnly(situation: Situation, blockers: readonly Blocker[]): Situation {
  const { unit, stays, needs } = situation;
  const closures = blockers.flatMap((blocker) => (blocker.kind === 'closed' ? [blocker.closure] : []));
  const opened = outside(unit).filter(({ from }) => !blockers.some((blocker) => blocker.kind === 'not-open' && blocker.from === from));
  return {
    ...situation,
    unit: {
      ...unit,
      open: [...unit.open, ...opened],
      closures: unit.closures.filter((closure) => closures.includes(closure)),
      places: unit.places.map((place) => ({ ...place, closures: place.closures.filter((closure) => closures.includes(closure)) })),
    },
    stays: stays.filter(({ stay }) => blockers.some((blocker) => blocker.kind === 'taken' && blocker.stay === stay)),
    needs: needs.filter(({ property }) => blockers.some((blocker) => blocker.kind === 'needs' && blocker.property === property)),
  };
}

function isImpossible(situation: Situation, step: Steps): boolean | 'not-decided-in-time' {
  const { outcome } = feasibilityWithin(situation, step);
  return outcome === 'not-decided-in-time' ? outcome : outcome === 'impossible';
}

function touches(blocker: Blocker, nights: Nights): boolean {
  switch (blocker.kind) {
    case 'taken':
      // One who is overdue takes nights beyond those that were agreed, so only those who come after her are surely out of the way.
      return blocker.nights.arrival < nights.departure;
    case 'closed':
      return blocker.closure.from < nights.departure && (blocker.closure.to === null || blocker.closure.to > nights.arrival);
    case 'not-open':
      return blocker.from < nights.departure && (blocker.to === null || blocker.to > nights.arrival);
    case 'needs':
      return true;
  }
}
