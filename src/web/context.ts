/** What the pages are given: the store, the clock, ids, and the names of the built files. */
import type { FastifyPluginAsync } from 'fastify';
import type { CountryDrawing } from '../domain/geography/projection.ts';
import type { Moment } from '../domain/time.ts';
import type { ReleaseMemory } from '../compute/remembered-release.ts';
import type { Database } from '../store/database.ts';
import type { HeldPlaces } from '../store/placement-index.ts';

export type Assets = {
  readonly styles: readonly string[];
  /** Sent only with pages that carry an island. */
  readonly scripts: readonly string[];
};

/** The addresses of the built files begin with this. */
export const assetPrefix = '/assets/';

export type WebContext = {
  readonly db: Database;
  /** The country's places as this process holds them. */
  readonly places: HeldPlaces;
  /** What was tried of releases: one for the whole application. */
  readonly trials: ReleaseMemory;
  readonly now: () => Moment;
  readonly newId: () => string;
  readonly assets: Assets;
  /** The folder of the built files; null where none are served (tests of single pages). */
  readonly assetFolder: string | null;
  /** The folder of the project: templates and fonts are read from there. */
  readonly project: string;
  /** The municipalities' official boundaries as they are drawn; null where the operator supplies none, and the tile map is drawn instead. */
  readonly country: CountryDrawing | null;
  /** Invented people and a login without proof: never in production. */
  readonly demo: boolean;
  /** Cookies only over https. */
  readonly secure: boolean;
  /** What else is served with the same sessions and permissions: the edges do not import each other, so `main.ts` brings it. */
  readonly extra: readonly FastifyPluginAsync[];
};
