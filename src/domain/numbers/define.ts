/** What the definitions in use have in common: who defined them, from which day, and the edition of their theme. */
import { day } from '../time.ts';
import type { DefinitionTheme, FigureDefinition, Match, Measure } from './figure-definition.ts';

const own = 'Samløbs egen definition';
/** The day that middles, shares, occupancy and lists came to. */
export const later = day('2026-11-26');
const count: Measure = { kind: 'count' };

export const residentialNeed: Match = { kind: 'need', level: 'residential' };
export const residentialDecision: Match = { kind: 'decided', level: 'residential' };

type Written = Pick<FigureDefinition, 'id' | 'theme' | 'title' | 'text' | 'event'> & Partial<FigureDefinition>;

/** A definition with what most of them have in common. */
export function definition(written: Written): FigureDefinition {
  return {
    edition: `${themeEditions[written.theme]}`,
    from: day('2026-11-25'),
    origin: own,
    counts: 'woman',
    period: 'happens',
    withAny: [],
    without: [],
    measure: count,
    splitBy: null,
    ...written,
  };
}

const themeEditions: Readonly<Record<DefinitionTheme, string>> = {
  municipal: 'kommunal/2019-1',
  cascade: 'kaskade/2026-1',
  acceptance: 'accept/2026-1',
  outcome: 'udfald/2026-1',
  registry: 'register/2024-1',
  waits: 'ventetid/2026-1',
  units: 'afdeling/2026-1',
  lists: 'lister/2026-1',
};
