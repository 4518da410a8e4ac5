/** How ages and amounts of pathway costs are written. */
import { numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { costsTexts } from './texts.ts';

/** «fødslen», «3,5 år», «0,5 år før fødslen». */
export function ageText(age: number, language: Language): string {
  const say = costsTexts(language);
  const years = Number(Math.abs(age).toFixed(2));
  if (years === 0) return say('birth');
  return say(age < 0 ? 'before' : 'age', { age: numberText(years, language) });
}

/** Whole from a hundred up, two decimals below: never more digits than anybody pays. */
export function amountText(amount: number, language: Language): string {
  const digits = Math.abs(amount) >= 100 ? 0 : 2;
  return numberText(Number(amount.toFixed(digits)) + 0, language).replace('-', '−');
}
