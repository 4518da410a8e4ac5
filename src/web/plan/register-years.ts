/** How many of the years that are over the register's figures are read of: as they are shown, so they are carried. */
import { danishDay, type Moment, yearOf } from '../../domain/time.ts';

export const yearsBack = [1, 2, 3, 5, 8] as const;
const usualYears = 3;

/** The number that an address asks for; the usual one where it asks for none that can be chosen. */
export function yearsAsked(aar: unknown): number {
  return yearsBack.find((years) => String(years) === aar) ?? usualYears;
}

/** The last so many years that are over at a moment, the first and the last of them. */
export function yearsOver(back: number, at: Moment): readonly [first: number, last: number] {
  const last = yearOf(danishDay(at)) - 1;
  return [last - back + 1, last];
}
