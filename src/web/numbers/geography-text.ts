/** Where a published number is of, in words. */
import { municipality as municipalityOf } from '../../domain/geography/municipalities.ts';
import type { PublishedEstimate } from '../../domain/numbers/published-estimate.ts';
import type { Language } from '../ui/language.ts';
import { gridTexts } from './texts.ts';

export function geographyText({ grid, municipality }: PublishedEstimate, language: Language): string {
  const name = municipality === undefined ? undefined : municipalityOf(municipality)?.name;
  return name ?? gridTexts(language)(`geography.${grid.geography}`);
}
