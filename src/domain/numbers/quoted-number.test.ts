import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import '../../../test/chance.ts';
import { publishedEstimates } from './published-estimates.ts';
import { isQuoted, numbersIn } from './quoted-number.ts';

describe('the numbers of a text', () => {
  test('are read in digits, with a dot or a space at the thousands, and with decimals', () => {
    expect([...numbersIn('i 2020 var 1.460 kvinder, 7,5 pct., 80-100 og 12. marts')]).toEqual([2020, 1460, 7.5, 80, 100, 12]);
    expect([...numbersIn('1 460 kvinder; 0.4% af alle')]).toEqual([1460, 1, 460, 0.4]);
  });

  test('are one number with however many decimals, and a date or thousands are none', () => {
    expect([...numbersIn('0,125 pct., 12,500 pct. og 0.125')]).toEqual([0.125, 12.5]);
    expect([...numbersIn('12.500 kvinder den 3.4.2026, 1.2026')]).toEqual([12_500, 3.4, 2026, 1]);
    expect(isQuoted('share', [0.00125, 0.00125], '0,125 pct.')).toBe(true);
    expect(isQuoted('share', [0.0013, 0.0013], '0,125 pct.')).toBe(false);
    fc.assert(
      fc.property(fc.nat({ max: 999 }), fc.nat({ max: 99_999 }), (whole, part) => {
        const written = `${whole},${String(part).padStart(5, '0')}`;
        expect([...numbersIn(`det er ${written} pct.`)]).toEqual([Number(written.replace(',', '.'))]);
      }),
    );
  });

  test('are one number in hundreds, with what comes besides', () => {
    expect([...numbersIn('hundrede og tyve kvinder')]).toEqual([120]);
    expect([...numbersIn('hundredeogfem kvinder')]).toEqual([105]);
    expect([...numbersIn('to hundrede og femogtyve; ét hundrede; tre hundrede')]).toEqual([225, 100, 300]);
    expect([...numbersIn('omkring hundrede og mange flere, syv i alt')]).toEqual([100, 7]);
    expect([...numbersIn('flere hundrede og hundreder')]).toEqual([100]);
  });

  test('are read in words', () => {
    expect([...numbersIn('Syv kvinder, én mor, et barn, femogtredive og tooghalvfems; ingen døde')]).toEqual([7, 1, 35, 92, 0]);
    expect([...numbersIn('enogtyve, énogtres og etogfirs')]).toEqual([21, 61, 81]);
    expect([...numbersIn('tusind mennesker nikkede')]).toEqual([]);
  });

  test('are the same however a number is printed, and no other number is read into it', () => {
    const printed = (value: number, mark: string): string => String(value).replaceAll(/\B(?=(\d{3})+$)/g, mark);
    fc.assert(
      fc.property(fc.nat({ max: 9_999_999 }), fc.constantFrom('', '.', ' ', '\u00a0'), (value, mark) => {
        const found = numbersIn(`der var ${printed(value, mark)} kvinder`);
        expect(found.has(value)).toBe(true);
        if (mark === '' || mark === '.') expect(found.size).toBe(1);
      }),
    );
  });
});

describe('a number beside its quotation', () => {
  test('stands there, at both ends of a range, and a share in per cent', () => {
    expect(isQuoted('count', [12, 12], 'tolv kvinder')).toBe(true);
    expect(isQuoted('count', [13, 13], '12 kvinder i 2013')).toBe(false);
    expect(isQuoted('expert-range', [80, 100], 'ca. 80-100 gravide')).toBe(true);
    expect(isQuoted('expert-range', [80, 90], 'ca. 80-100 gravide')).toBe(false);
    expect(isQuoted('share', [0.075, 0.075], 'ca. 7,5 pct.')).toBe(true);
    expect(isQuoted('share', [0.075, 0.075], '75 af tusind')).toBe(false);
  });

  test('stands there in every document that the program knows, but where «mindre end én» is read as none', () => {
    const without = publishedEstimates
      .filter(({ kind, low, high, quotation }) => !isQuoted(kind, [low, high], quotation))
      .map(({ id }) => id);
    expect(without).toEqual(['needs-municipality-2019']);
  });
});
