/** When a published number is of, in words with its days, and how long that is beside another. */
import { daysOfNumber, yearlyRate, yearsTogether } from '../../domain/numbers/number-period.ts';
import type { PublishedEstimate } from '../../domain/numbers/published-estimate.ts';
import { daySpanText, numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { gridTexts } from './texts.ts';
import { yearTexts } from './year-words.ts';

/** «i kalenderåret 2019 (1. januar–31. december 2019)»; that no days are stated where the document states none. */
export function periodText(one: PublishedEstimate, language: Language): string {
  const say = yearTexts(language);
  const days = daysOfNumber(one);
  const years = one.year.replace('-', '–');
  const period = gridTexts(language)(`period.${one.grid.period}`);
  const isOfOne = !one.year.includes('-');
  const calendar = isOfOne ? 'when.calendar-year' : yearsTogether(one) === 1 ? 'when.calendar-years-each' : 'when.calendar-years';
  const when = one.grid.period === 'calendar-year' ? calendar : days ? 'when.other' : 'when.judged';
  const dates = days ? say('when.days', { days: daySpanText(days[0], days[1], language) }) : say('when.noDays');
  return `${say(when, { years, period })}${dates}`;
}

/** «to år under ét, så tidsrummene er ikke lige lange; i gennemsnit 3 om året»: said where it stands beside one of another length. */
export function lengthText(one: PublishedEstimate, language: Language): string {
  const say = yearTexts(language);
  const years = yearsTogether(one);
  const rate = yearlyRate(one);
  const length = years === 1 ? say('length.one') : say('length.several', { years });
  return `${length}${rate === null ? '' : say('length.rate', { rate: numberText(rate, language) })}`;
}
