/** How ages and amounts of pathway costs are written. */
import { numberText } from '../ui/format.ts';
import { catalogue, type Language } from '../ui/language.ts';
import { costsTexts } from './texts.ts';

const words = catalogue(
  {
    years: '{years} år',
    months: '{months, plural, one {# måned} other {# måneder}}',
    both: '{years} og {months}',
    before: '{age} før fødslen',
  },
  {
    years: '{years, plural, one {# year} other {# years}}',
    months: '{months, plural, one {# month} other {# months}}',
    both: '{years} and {months}',
    before: '{age} before the birth',
  },
);

/** To the nearest month, which is as near as amounts of a year can tell: «10 år og 1 måned», «fødslen», «6 måneder før fødslen». */
export function monthText(age: number, language: Language): string {
  const say = words(language);
  const all = Math.round(Math.abs(age) * 12);
  if (all === 0) return costsTexts(language)('birth');
  const [years, months] = [Math.floor(all / 12), all % 12];
  const parts = [...(years > 0 ? [say('years', { years })] : []), ...(months > 0 ? [say('months', { months })] : [])];
  const written = parts.length === 2 ? say('both', { years: parts[0] ?? '', months: parts[1] ?? '' }) : (parts[0] ?? '');
  return age < 0 ? say('before', { age: written }) : written;
}

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
