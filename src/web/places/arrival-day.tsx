/**
 * The day she came, as it is written when she is admitted. A real event is often written the next morning: so the day is chosen, and nothing is chosen
 * by itself but the day she was expected, when that is today.
 */
import type { JSX } from 'react';
import { addDays, type Day } from '../../domain/time.ts';
import { dayIn, type Fields } from '../form.ts';
import { catalogue, type Language } from '../ui/language.ts';
import { weekdayText } from '../ui/format.ts';

const texts = catalogue(
  {
    legend: 'Hvilken dag kom hun?',
    expected: 'Hun var ventet {day}.',
    expectedLater: 'Hun er ventet {day}.',
    today: 'I dag, {day}',
    yesterday: 'I går, {day}',
    other: 'En anden dag',
    otherDay: 'Hvilken anden dag',
    none: 'Vælg den dag, hun kom.',
    two: 'Der er valgt én dag og skrevet en anden. Vælg den dag, hun kom.',
    unknown: 'Skriv en dag, der findes.',
  },
  {
    legend: 'On which day did she come?',
    expected: 'She was expected {day}.',
    expectedLater: 'She is expected {day}.',
    today: 'Today, {day}',
    yesterday: 'Yesterday, {day}',
    other: 'Another day',
    otherDay: 'Which other day',
    none: 'Choose the day she came.',
    two: 'One day is chosen and another is written. Choose the day she came.',
    unknown: 'Write a day that exists.',
  },
);

/** What the choice carries where it is neither today nor yesterday. */
const otherDay = 'anden';
const names = { day: 'dag', other: 'dag-anden' } as const;

export function ArrivalDay({
  id,
  expected,
  today,
  language,
}: {
  /** Several forms stand on one page: each id carries its stay. */
  readonly id: string;
  readonly expected: Day;
  readonly today: Day;
  readonly language: Language;
}): JSX.Element {
  const say = texts(language);
  const days = [
    { value: today, text: say('today', { day: weekdayText(today, language) }) },
    { value: addDays(today, -1), text: say('yesterday', { day: weekdayText(addDays(today, -1), language) }) },
    { value: otherDay, text: say('other') },
  ];
  return (
    <fieldset className="arrival-day">
      <legend>{say('legend')}</legend>
      <p className="quiet">{say(expected > today ? 'expectedLater' : 'expected', { day: weekdayText(expected, language) })}</p>
      {days.map(({ value, text }, index) => (
        <div className="choice" key={value}>
          <input type="radio" id={`${id}-${index}`} name={names.day} value={value} defaultChecked={value === expected && value === today} />
          <label htmlFor={`${id}-${index}`}>{text}</label>
        </div>
      ))}
      <label htmlFor={`${id}-anden`}>{say('otherDay')}</label>
      <input className="form-input" id={`${id}-anden`} name={names.other} type="date" max={today} />
    </fieldset>
  );
}

/** The day that was chosen, or why none can be read, as a sentence. `written` is what stands for it in the form that asks again. */
export function arrivalDayIn(
  fields: Fields,
  language: Language,
):
  | { readonly day: Day; readonly fault: null; readonly written: string }
  | { readonly day: null; readonly fault: string; readonly written: string } {
  const say = texts(language);
  const [chosen, written] = [fields.text(names.day), fields.text(names.other)];
  const isOther = chosen === '' || chosen === otherDay;
  if (isOther && written === '') return { day: null, fault: say('none'), written: '' };
  if (!isOther && written !== '' && written !== chosen) return { day: null, fault: say('two'), written: '' };
  const name = isOther ? names.other : names.day;
  const day = dayIn(fields, name);
  return day === null ? { day, fault: say('unknown'), written: fields.text(name) } : { day, fault: null, written: day };
}
