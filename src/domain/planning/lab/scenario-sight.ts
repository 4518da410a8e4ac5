/** Who may see a scenario (da: hvem der må se scenariet): its owner decides, and may decide again. */
import type { Actor } from '../../trail.ts';

/** `private`: the owner's organisation. `shared`: all who plan. `published`: also those who work with pathways and answer calls, to read. */
export const scenarioSights = ['private', 'shared', 'published'] as const;
export type ScenarioSight = (typeof scenarioSights)[number];

/** What is done to it, from where to where. A new scenario is private until its owner shares it. */
export const sightLifecycle = {
  share: { from: ['private', 'published'], to: 'shared' },
  publish: { from: ['private', 'shared'], to: 'published' },
  withdraw: { from: ['shared', 'published'], to: 'private' },
} as const satisfies Readonly<Record<string, { readonly from: readonly ScenarioSight[]; readonly to: ScenarioSight }>>;
export const sightActs = ['share', 'publish', 'withdraw'] as const satisfies readonly (keyof typeof sightLifecycle)[];
export type SightAct = (typeof sightActs)[number];

export const firstSight: ScenarioSight = 'private';

/** Whose a scenario is, and who may see it. */
export type ScenarioOwned = { readonly owner: Actor['organisation']['id']; readonly sight: ScenarioSight };

export type SightChange =
  | { readonly outcome: 'changed'; readonly sight: ScenarioSight }
  /** Another organisation's: it can be copied and not changed. */
  | { readonly outcome: 'not-yours' }
  | { readonly outcome: 'already-so' }
  /** What becomes visible to whom was not read, or of another version than the newest: it is read first. */
  | { readonly outcome: 'to-be-read' };

/** The newest version, and the one of which was read what becomes visible to whom; null where nothing was read. */
export type ReadBefore = { readonly newest: number; readonly read: number | null };

/** What is published cannot be called back from those who have read it, so it is published by those alone who read what that means. */
export function changeSight(
  { owner, sight }: ScenarioOwned,
  act: SightAct,
  by: Pick<Actor, 'organisation'>,
  { newest, read }: ReadBefore,
): SightChange {
  if (by.organisation.id !== owner) return { outcome: 'not-yours' };
  const { from, to } = sightLifecycle[act];
  if (!from.some((one) => one === sight)) return { outcome: 'already-so' };
  return to === 'published' && read !== newest ? { outcome: 'to-be-read' } : { outcome: 'changed', sight: to };
}

/** What can be done to it as it is. */
export function sightActsFrom(sight: ScenarioSight): readonly SightAct[] {
  return sightActs.filter((act) => sightLifecycle[act].from.some((one) => one === sight));
}
