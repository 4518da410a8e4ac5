/** The country's protected occupancy in words: what is printed, what is hidden, and what is not there yet. */
import type { OccupancyYears, PrintedOccupancy } from '../../store/protected-occupancy.ts';
import { dayText, numberText } from '../ui/format.ts';
import { catalogue, type Language } from '../ui/language.ts';

const texts = catalogue(
  {
    title: 'Belægning i hele landet, i procent',
    about: 'omkring {percent} %',
    'at-most': '{percent} % eller mindre',
    'at-least': '{percent} % eller mere',
    printed: '{year}; {source}, opgjort {day}, {edition}',
    hidden: 'Skjult i {years}: der er for få leverandører, kvinder eller pladser bag til, at ingen af dem kan læses ud af tallet.',
    none: 'Ingen: for {years} var der ikke registreret åbne pladser i Samløb den 31. marts året efter.',
    comes: 'Belægningen i {year} kommer den {day}.',
    how: 'Belægningen er for hele landet og et helt år, i hele 5 %, og vises kun, når ingen leverandørs nætter kan læses ud af den. Et års belægning er, hvad der var kendt den 31. marts året efter, og ændres ikke siden.',
  },
  {
    title: 'Occupancy of the whole country, in per cent',
    about: 'about {percent} %',
    'at-most': '{percent} % or less',
    'at-least': '{percent} % or more',
    printed: '{year}; {source}, as of {day}, {edition}',
    hidden: 'Hidden in {years}: there are too few providers, women or places behind it for none of them to be read out of the figure.',
    none: 'None: of {years} no open places had been recorded in Samløb on 31 March of the next year.',
    comes: 'The occupancy of {year} comes on {day}.',
    how: 'Occupancy is of the whole country and a whole year, in whole 5 %, and is shown only where no provider’s nights can be read out of it. A year’s occupancy is what was known on 31 March of the next year, and does not change after that.',
  },
);

export function occupancyTitle(language: Language): string {
  return texts(language)('title');
}

/** How it is protected, and when the next year's comes. */
export function occupancyNote({ next }: OccupancyYears, language: Language): string {
  const say = texts(language);
  return `${say('how')} ${say('comes', { year: String(next.year), day: dayText(next.comes, language) })}`;
}

/** The same where there is room for little: how a figure is protected is left out where none is printed. */
export function shortOccupancyNote(occupancy: OccupancyYears, language: Language): string {
  const { next } = occupancy;
  if (newestOccupancy(occupancy, language) !== null) return occupancyNote(occupancy, language);
  return texts(language)('comes', { year: String(next.year), day: dayText(next.comes, language) });
}

/** The newest year that has a share, and its words; `null` where there is none. */
export function newestOccupancy(
  { years }: OccupancyYears,
  language: Language,
): { readonly value: string; readonly from: string; readonly one: PrintedOccupancy } | null {
  for (const one of years) {
    const { printed, year, source, asOf, edition } = one;
    if (printed.outcome !== 'printed') continue;
    const say = texts(language);
    return {
      one,
      value: say(printed.is, { percent: numberText(printed.percent, language) }),
      from: say('printed', { year: String(year), source, day: dayText(asOf, language), edition }),
    };
  }
  return null;
}

/** Why no year has one. */
export function noOccupancy({ years }: OccupancyYears, language: Language): string {
  const of = (outcome: 'hidden' | 'none'): string =>
    years
      .filter(({ printed }) => printed.outcome === outcome)
      .map(({ year }) => year)
      .toSorted((one, other) => one - other)
      .join(', ');
  const say = texts(language);
  return (['hidden', 'none'] as const).flatMap((outcome) => (of(outcome) === '' ? [] : [say(outcome, { years: of(outcome) })])).join(' ');
}
