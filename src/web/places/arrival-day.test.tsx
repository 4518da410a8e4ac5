/** The day she came: chosen, and never written in silence as another. */
import { load } from 'cheerio';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { addDays, day, type Day } from '../../domain/time.ts';
import { fieldsOf } from '../form.ts';
import { weekdayText } from '../ui/format.ts';
import { ArrivalDay, arrivalDayIn } from './arrival-day.tsx';

const today = day('2026-11-26');
const shown = (expected: Day) => {
  const $ = load(renderToStaticMarkup(<ArrivalDay id="indskriv-1" expected={expected} today={today} language="da" />));
  return {
    chosen: $('input:checked').val() ?? null,
    text: $('fieldset').text(),
    values: $('input[type=radio]')
      .toArray()
      .map((one) => $(one).val()),
  };
};

describe('the day she came', () => {
  test('is chosen by itself only when she was expected today', () => {
    expect(shown(today).chosen).toBe(today);
    for (const away of [-9, -2, -1, 1, 5]) expect(shown(addDays(today, away)).chosen).toBe(null);
  });

  test('offers today and yesterday by their names, and says when she was expected', () => {
    const { text, values } = shown(addDays(today, -2));
    expect(values).toEqual(['2026-11-26', '2026-11-25', 'anden']);
    expect(text).toContain(`I går, ${weekdayText(addDays(today, -1), 'da')}`);
    expect(text).toContain(`Hun var ventet ${weekdayText(addDays(today, -2), 'da')}.`);
  });

  test.each([
    ['yesterday', { dag: '2026-11-25', 'dag-anden': '' }, '2026-11-25'],
    ['another day', { dag: 'anden', 'dag-anden': '2026-11-23' }, '2026-11-23'],
    ['another day without the choice beside it', { 'dag-anden': '2026-11-23' }, '2026-11-23'],
    ['the same day twice', { dag: '2026-11-25', 'dag-anden': '2026-11-25' }, '2026-11-25'],
  ])('is read where it is %s', (_, sent, read) => {
    expect(arrivalDayIn(fieldsOf(sent), 'da')).toMatchObject({ day: read, fault: null });
  });

  test.each([
    ['nothing is chosen', {}, 'Vælg den dag, hun kom.'],
    ['another day is chosen and none written', { dag: 'anden' }, 'Vælg den dag, hun kom.'],
    ['one is chosen and another written', { dag: '2026-11-26', 'dag-anden': '2026-11-25' }, 'Der er valgt én dag og skrevet en anden.'],
    ['the day is none', { dag: 'anden', 'dag-anden': 'i går' }, 'Skriv en dag, der findes.'],
  ])('is asked for again where %s', (_, sent, sentence) => {
    const { day: read, fault } = arrivalDayIn(fieldsOf(sent), 'da');
    expect(read).toBe(null);
    expect(fault).toContain(sentence);
  });
});
