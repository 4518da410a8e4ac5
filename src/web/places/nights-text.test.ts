import { describe, expect, test } from 'vitest';
import { day } from '../../domain/time.ts';
import { lastNightText, nightsText } from './words.ts';

const of = (from: string, to: string | null): string => nightsText({ from: day(from), to: to === null ? null : day(to) }, 'da');

describe('the nights of a closure, an opening period or a staffing', () => {
  test('are told with the last of them named, in one way', () => {
    expect(of('2026-12-07', '2026-12-14')).toBe('7.–13. december 2026');
    expect(of('2026-12-07', '2026-12-08')).toBe('7. december 2026');
    expect(of('2026-12-28', '2027-01-04')).toBe('28. december 2026–3. januar 2027');
    expect(of('2026-12-07', null)).toBe('fra 7. december 2026, uden kendt slutdag');
    expect(of('0001-01-01', '2026-12-14')).toBe('til og med 13. december 2026');
    expect(lastNightText(day('2026-12-14'), 'en')).toBe('up to and including 13 December 2026');
  });
});
