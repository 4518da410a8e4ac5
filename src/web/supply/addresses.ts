/** The addresses of a unit's upkeep and of its qualification. */
import type { Id } from '../../domain/id.ts';
import { unitAddress } from '../places/addresses.ts';

/** The forms of upkeep, as they stand in the address. */
export const upkeepForms = [
  'aabning',
  'lukning',
  'ophaev',
  'rum',
  'plads',
  'egenskaber',
  'optagelse',
  'normering',
  'fleksibel',
  'aabn',
  'luk',
] as const;
export type UpkeepFormId = (typeof upkeepForms)[number];

export function upkeepAddress(unit: Id<'unit'>): string {
  return `${unitAddress(unit)}/drift`;
}

/** A form, about a place or a closure where it is about one. */
export function upkeepFormAddress(
  unit: Id<'unit'>,
  form: UpkeepFormId,
  about: { readonly plads?: string; readonly lukning?: string } = {},
): string {
  const query = new URLSearchParams(about).toString();
  return `${upkeepAddress(unit)}/${form}${query === '' ? '' : `?${query}`}`;
}

export function qualificationAddress(unit: Id<'unit'>, edition: string | null = null): string {
  return `${unitAddress(unit)}/kvalifikation${edition === null ? '' : `?udgave=${encodeURIComponent(edition)}`}`;
}

export function statementAddress(unit: Id<'unit'>): string {
  return `${qualificationAddress(unit)}/oplysninger`;
}

export function assessmentAddress(unit: Id<'unit'>, edition: string | null = null): string {
  return `${qualificationAddress(unit)}/vurdering${edition === null ? '' : `?udgave=${encodeURIComponent(edition)}`}`;
}

/** One version of what was stated or assessed. */
export function versionAddress(unit: Id<'unit'>, sequence: number): string {
  return `${qualificationAddress(unit)}/version/${sequence}`;
}
