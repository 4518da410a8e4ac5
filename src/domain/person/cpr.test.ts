import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '../time.ts';
import { fictitiousCpr, formatCpr, readCpr, womensNumbersADay } from './cpr.ts';

const birth = fc.integer({ min: 0, max: 36_524 }).map((days) => addDays(day('1937-01-01'), days));
const serial = fc.integer({ min: 0, max: womensNumbersADay - 1 });

describe('a CPR number in Samløb', () => {
  it('belongs to the fictitious series: the day of birth is 61 to 91', () => {
    fc.assert(
      fc.property(birth, serial, (born, number) => {
        const cpr = fictitiousCpr(born, number);
        expect(cpr).toMatch(/^(6[1-9]|[78]\d|9[01])(0[1-9]|1[0-2])\d{6}$/);
        expect(Number(cpr.slice(9)) % 2).toBe(0);
      }),
    );
  });

  it('tells the day of birth back, with and without hyphen', () => {
    fc.assert(
      fc.property(birth, serial, (born, number) => {
        const cpr = fictitiousCpr(born, number);
        expect(readCpr(cpr)).toEqual({ outcome: 'read', cpr, born });
        expect(readCpr(formatCpr(cpr))).toEqual({ outcome: 'read', cpr, born });
      }),
    );
  });

  it('is different for each of those born the same day', () => {
    const numbers = Array.from({ length: womensNumbersADay }, (_, number) => fictitiousCpr(day('1995-06-01'), number));
    expect(new Set(numbers).size).toBe(womensNumbersADay);
    expect(numbers[1]).toBe('6106954002');
  });

  it('is refused when it could be someone’s', () => {
    fc.assert(
      fc.property(birth, fc.integer({ min: 0, max: 9999 }), (born, number) => {
        const [year, month, date] = born.split('-');
        const text = `${date}${month}${year?.slice(2)}${String(number).padStart(4, '0')}`;
        expect(readCpr(text)).toEqual({ outcome: 'refused', because: 'could-be-someones' });
      }),
    );
  });

  it.each([
    ['', 'not-ten-digits'],
    ['610695', 'not-ten-digits'],
    ['610695-400', 'not-ten-digits'],
    ['61069540021', 'not-ten-digits'],
    ['61o695-4002', 'not-ten-digits'],
    ['600695-4002', 'could-be-someones'],
    ['920695-4002', 'no-such-day'],
    ['611395-4002', 'no-such-day'],
    ['900295-4002', 'no-such-day'],
  ] as const)('is not «%s»: %s', (text, because) => {
    expect(readCpr(text)).toEqual({ outcome: 'refused', because });
  });

  it('is made for births from 1937 to 2036 only', () => {
    expect(() => fictitiousCpr(day('1936-12-31'), 0)).toThrow('1936');
  });
});
