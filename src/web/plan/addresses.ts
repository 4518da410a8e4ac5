/** The addresses of planning, and the names of the positions in them. */
import { possibleSites } from '../../domain/planning/lab/site-question.ts';
import { type PositionId, positionIds } from '../../domain/planning/proposals/positions.ts';

export const planAddress = '/planlaegning';
export const scenariosAddress = `${planAddress}/scenarier`;
export const publishedAddress = `${planAddress}/offentliggjort`;
export const compareAddress = `${planAddress}/sammenlign`;
export const sitesAddress = `${planAddress}/steder`;
export const costsAddress = `${planAddress}/udgifter`;
export const registerAddress = `${planAddress}/efterspoergsel`;
export const studiesAddress = `${planAddress}/beregninger`;

/** Where a scenario is published from, with what becomes visible to whom. */
export function publishAddress(scenario: string): string {
  return `${scenariosAddress}/${scenario}/offentliggoer`;
}

export const positionWords: Readonly<Record<PositionId, string>> = {
  'agency-2024': 'styrelsen-2024',
  'municipalities-2025': 'kommunerne-2025',
  'regions-2023': 'regionerne-2023',
  pilot: 'proevehandling',
  'nothing-new': 'intet-nyt',
};

export function positionNamed(word: string): PositionId | null {
  return positionIds.find((id) => positionWords[id] === word) ?? null;
}

/** «steder-0461-0751»: units at these sites and at no others. */
export function sitesWord(sites: readonly string[]): string {
  return ['steder', ...sites].join('-');
}

/** Null where it is no such word, or names what is no possible site, or one twice. */
export function sitesNamed(word: string): readonly string[] | null {
  const [first, ...sites] = word.split('-');
  const isSet = first === 'steder' && sites.length > 0 && new Set(sites).size === sites.length;
  return isSet && sites.every((site) => possibleSites.includes(site)) ? sites : null;
}
