/** Who sees which figures as they are, and who sees them protected. */
import type { Actor } from '../domain/trail.ts';

/** How far an actor sees counts as they are: the whole country, one's own region or municipality, or nothing but protected ones. */
export type FigureSight =
  | { readonly sees: 'country' }
  | { readonly sees: 'region'; readonly region: string }
  | { readonly sees: 'municipality'; readonly municipality: string }
  | { readonly sees: 'protected' };

/** The agency all, a secretariat its own region's, a municipality what it has registered itself; all others what may be published. */
export function sightOf({ role, organisation: { region, municipality } }: Actor): FigureSight {
  switch (role) {
    case 'agency':
    case 'operator':
      return { sees: 'country' };
    case 'secretariat':
      return region === null ? { sees: 'protected' } : { sees: 'region', region };
    case 'care-decider':
    case 'family-department':
    case 'substance-treatment':
      return municipality === null ? { sees: 'protected' } : { sees: 'municipality', municipality };
    case 'referrer':
    case 'family-clinic':
    case 'coordinator':
    case 'unit-leader':
    case 'crisis-centre':
    case 'approver':
    case 'supervision':
    case 'planner':
    case 'data-protection':
    case 'woman':
      return { sees: 'protected' };
  }
}
