/** What a route says of itself to the hooks, whichever edge it stands at: the edges do not import each other, so it is described here once. */
import type { Permission } from './permissions.ts';

export interface RouteConfig {
  /** A route that names no permission does not start. `public` needs no login, `signed-in` only a login. */
  permission?: Permission | 'public' | 'signed-in';
  /** The route says itself where a text holds a CPR number, and not with a page: of each field, or of those that are named. */
  saysCpr?: true | readonly string[];
}
