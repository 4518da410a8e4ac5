/** What a closure is to her whose place it takes (da: lukket i hendes dage): from when and why, as a word of a closed list and never in the unit's own words. */
import type { Day, Moment } from '../time.ts';
import type { Birth } from './needs.ts';
import type { Unit } from './provision.ts';
import type { Stay } from './stay.ts';
import { troublesOfStay } from './supply-effect.ts';
import type { ClosureCause, SupplyClosure } from './supply-state.ts';

/** Why her place cannot be used: the cause of the closure, that the unit is not open on those days, or that the place lacks what she needs. */
export type ShutWhy = ClosureCause | 'not-open' | 'unfit';

/** Days on which her place cannot be used; `to` is the first day after them, `null` where nobody knows it. */
export type ShutForHer = { readonly from: Day; readonly to: Day | null; readonly why: ShutWhy };

/**
 * The days that are left of a stay on which its place cannot be used. The leader's own words can speak of others who live there: they stay out.
 * A closure that is found under no cause is `other`.
 */
export function shutForHer(unit: Unit, closures: readonly SupplyClosure[], stay: Stay & Birth, at: Moment): readonly ShutForHer[] {
  const places = stay.parts.map(({ place }) => place);
  const all = troublesOfStay(unit, stay, at).map((trouble): ShutForHer => {
    switch (trouble.kind) {
      case 'closed': {
        const { from, to, reason } = trouble.closure;
        const closure = closures.find(
          (one) =>
            one.from === from &&
            one.to === to &&
            one.reason === reason &&
            (one.place === null || places.some((place) => place === one.place)),
        );
        return { from, to, why: closure?.cause ?? 'other' };
      }
      case 'not-open':
      case 'not-opened':
        return { from: trouble.from, to: trouble.to, why: 'not-open' };
      case 'lacks':
        return { from: trouble.from, to: trouble.to, why: 'unfit' };
      case 'no-children':
        return { from: stay.nights.arrival, to: stay.nights.departure, why: 'unfit' };
    }
  });
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}
