/**
 * Several sites that fill from empty: where women are after a time, when each tries the sites in her own order and nobody waits. The chain of
 * `overflow.ts`, followed through time.
 */
import { chainAfter, chainFrom, type Step } from './markov-chain.ts';
import { mostOverflowStates, type OverflowStream, type OverflowSystem } from './overflow.ts';

export type OverflowFilling =
  | {
      readonly outcome: 'worked-out';
      /** Women in house at each site at the time. */
      readonly inHouse: readonly number[];
      /** The chance of each stream to be turned away at the time, and on average until then. */
      readonly turnedAway: readonly number[];
      readonly turnedAwayUntil: readonly number[];
      /** Admissions of each site until then. */
      readonly admissionsUntil: readonly number[];
    }
  | { readonly outcome: 'too-many-states'; readonly states: number }
  | { readonly outcome: 'too-much-work'; readonly states: number; readonly jumps: number };

/** `t` after the opening day, on which nobody is there. */
export function overflowFilling({ streams, mu, places }: OverflowSystem, t: number): OverflowFilling {
  const count = places.reduce((product, of) => product * (of + 1), 1);
  const nameOf = (state: readonly number[]): number => state.reduce((name, women, site) => name * ((places[site] ?? 0) + 1) + women, 0);
  const chosen = (state: readonly number[], { sites }: OverflowStream): number | undefined =>
    sites.find((site) => (state[site] ?? 0) < (places[site] ?? 0));
  const next = (state: readonly number[]): readonly Step<readonly number[]>[] => [
    ...streams.flatMap((stream) => {
      const site = chosen(state, stream);
      return site === undefined ? [] : [{ to: state.with(site, (state[site] ?? 0) + 1), rate: stream.rate }];
    }),
    ...state.flatMap((women, site) => (women > 0 ? [{ to: state.with(site, women - 1), rate: women * mu }] : [])),
  ];
  const built =
    count > mostOverflowStates
      ? null
      : chainFrom<readonly number[]>(
          places.map(() => 0),
          nameOf,
          next,
          mostOverflowStates,
        );
  if (!built) return { outcome: 'too-many-states', states: count };
  const after = chainAfter(built.chain, t);
  if (after.outcome !== 'worked-out') return after;
  const mean = (shares: Float64Array, of: (state: readonly number[]) => number): number =>
    built.states.reduce((sum, state, index) => sum + (shares[index] ?? 0) * of(state), 0);
  const isFull = (stream: OverflowStream) => (state: readonly number[]) => (chosen(state, stream) === undefined ? 1 : 0);
  const into = (site: number) => (state: readonly number[]) =>
    streams.reduce((sum, stream) => sum + (chosen(state, stream) === site ? stream.rate : 0), 0);
  return {
    outcome: 'worked-out',
    inHouse: places.map((_, site) => mean(after.at, (state) => state[site] ?? 0)),
    turnedAway: streams.map((stream) => mean(after.at, isFull(stream))),
    turnedAwayUntil: streams.map((stream) => (t === 0 ? mean(after.at, isFull(stream)) : mean(after.spent, isFull(stream)) / t)),
    admissionsUntil: places.map((_, site) => mean(after.spent, into(site))),
  };
}
