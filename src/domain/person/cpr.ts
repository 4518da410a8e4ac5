/**
 * CPR numbers (da: personnummer) that cannot be anyone's: the fictitious series of the CPR register, where 60 is added to the day of
 * birth (61 to 91), so that 1 June 1995 is written 610695. Samløb reads no other numbers until real identity is connected.
 * The first digit of the serial number tells the century (CPR-kontoret: «Personnummeret i CPR»); an even last digit means a woman.
 */
import { type Day, parseDay } from '../time.ts';

declare const fictitious: unique symbol;

/** FictitiousCpr (da: opdigtet CPR-nummer): ten digits, without hyphen. */
export type FictitiousCpr = string & { readonly [fictitious]: true };

export type CprReading =
  | { readonly outcome: 'read'; readonly cpr: FictitiousCpr; readonly born: Day }
  | { readonly outcome: 'refused'; readonly because: 'not-ten-digits' | 'could-be-someones' | 'no-such-day' };

/** Reads a number with or without hyphen. One that could be a living person's is refused and is to be kept nowhere. */
export function readCpr(text: string): CprReading {
  const digits = text.trim().replace(/^(\d{6})[- ]?(\d{4})$/, '$1$2');
  if (!/^\d{10}$/.test(digits)) return { outcome: 'refused', because: 'not-ten-digits' };
  const dayOfMonth = Number(digits.slice(0, 2)) - 60;
  if (dayOfMonth < 1) return { outcome: 'refused', because: 'could-be-someones' };
  const year = centuryOf(Number(digits[6]), Number(digits.slice(4, 6))) + Number(digits.slice(4, 6));
  const born = parseDay(`${year}-${digits.slice(2, 4)}-${String(dayOfMonth).padStart(2, '0')}`);
  return born === null ? { outcome: 'refused', because: 'no-such-day' } : { outcome: 'read', cpr: digits as FictitiousCpr, born };
}

/** How many numbers there are for one woman's day of birth. */
export const womensNumbersADay = 500;

/** A woman's number for a day of birth between 1937 and 2036; `serial` (0 to 499) tells those born the same day apart. */
export function fictitiousCpr(born: Day, serial: number): FictitiousCpr {
  const [year, month, date] = [born.slice(0, 4), born.slice(5, 7), Number(born.slice(8, 10))];
  if (Number(year) < 1937 || Number(year) > 2036) throw new Error(`no number is made for a birth in ${year}`);
  // A serial number that begins with 4 stands for exactly these hundred years.
  const rest = String((serial % womensNumbersADay) * 2).padStart(3, '0');
  return `${date + 60}${month}${year.slice(2)}4${rest}` as FictitiousCpr;
}

/** The number as it is shown: `610695-4002`. */
export function formatCpr(cpr: FictitiousCpr): string {
  return `${cpr.slice(0, 6)}-${cpr.slice(6)}`;
}

/** The table of the register: which hundred years the first serial digit and the two digits of the year point to. */
function centuryOf(serialDigit: number, twoDigitYear: number): number {
  if (serialDigit <= 3) return 1900;
  if (serialDigit === 4 || serialDigit === 9) return twoDigitYear <= 36 ? 2000 : 1900;
  return twoDigitYear <= 57 ? 2000 : 1800;
}
