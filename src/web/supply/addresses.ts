/** The addresses of a unit's upkeep and of its qualification. */
import type { Id } from '../../domain/id.ts';
import { unitAddress } from '../places/addresses.ts';

/** The forms of upkeep, as they stand in the address. */
export const upkeepForms = [
  'aabning',
  'lukning',
  'ret-lukning',
  'ophaev',
  'nedlaeg',
  'nedlaeg-plads',
  'rum',
  'rumnavn',
  'fjern-rum',
  'plads',
  'pladsnavn',
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

/** A form, about a place, a closure or a room where it is about one. */
export function upkeepFormAddress(
  unit: Id<'unit'>,
  form: UpkeepFormId,
  about: { readonly plads?: string; readonly lukning?: string; readonly rum?: string } = {},
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

/** Every facility of the country. */
export const facilitiesAddress = '/pladser/tilbud';

/** Where a facility is registered. */
export const newFacilityAddress = `${facilitiesAddress}/opret`;

export function facilityAddress(facility: Id<'facility'>): string {
  return `${facilitiesAddress}/${encodeURIComponent(facility)}`;
}

/** Where what is registered of a facility is put right. */
export function correctFacilityAddress(facility: Id<'facility'>): string {
  return `${facilityAddress(facility)}/ret`;
}

/** Where a further leader of a facility is named. */
export function nameLeaderAddress(facility: Id<'facility'>): string {
  return `${facilityAddress(facility)}/leder`;
}

export function endLeaderAddress(facility: Id<'facility'>, user: Id<'user'>): string {
  return `${nameLeaderAddress(facility)}/${encodeURIComponent(user)}/afslut`;
}

/** Where a unit is opened in a facility. */
export function newUnitAddress(facility: Id<'facility'>): string {
  return `${facilityAddress(facility)}/afdeling`;
}

/** Where a unit is given another name. */
export function unitNameAddress(unit: Id<'unit'>): string {
  return `${unitAddress(unit)}/navn`;
}
