/**
 * Due date and gestational age (da: termin og gestationsalder). Naegele's term is the first day of the last menstruation + 280 days;
 * a term set by ultrasound takes precedence; the age is always computed from the term in force (business rules of
 * Graviditetsmappen, after the Danish Health Authority's recommendations).
 */
import { addDays, type Day, daysBetween } from '../time.ts';

/** Days from the first day of the last menstruation to the term. */
export const pregnancyDays = 280;

/** The weeks that Samløb draws and counts within: a pregnancy beyond 42 full weeks is a question to the professional. */
export const bandWeeks = 42;

/** What a term rests on, from what counts most to what counts least. */
export const dueDateBases = ['ultrasound', 'last-menstruation', 'estimate'] as const;
export type DueDateBasis = (typeof dueDateBases)[number];

/** Due date (da: termin) with what it rests on. */
export type DueDate = { readonly dueDate: Day; readonly basis: DueDateBasis };

export type Trimester = 1 | 2 | 3;

/** Where a pregnancy is on a day. Outside 0+0 to 42+6 no age is given: the term or the day is wrong, or the child is born. */
export type Gestation =
  | {
      readonly outcome: 'pregnant';
      /** Completed weeks and the days beyond them: 31 and 2 is written 31+2. */
      readonly weeks: number;
      readonly days: number;
      readonly trimester: Trimester;
      /** Days until the term; negative when it has passed. */
      readonly daysLeft: number;
      /** Full weeks until the term, 0 when it has passed. */
      readonly weeksLeft: number;
    }
  | { readonly outcome: 'not-begun'; readonly beginsIn: number }
  | { readonly outcome: 'past-range'; readonly daysOverTerm: number };

/** Naegele's term from the first day of the last menstruation. */
export function dueDateFromLastMenstruation(firstDay: Day): Day {
  return addDays(firstDay, pregnancyDays);
}

/** The term in force among those that were set, in the order they were set: ultrasound first, then the latest. `null` when none was. */
export function dueDateInForce<Set extends DueDate>(set: readonly Set[]): Set | null {
  for (const basis of dueDateBases) {
    const found = set.findLast((dueDate) => dueDate.basis === basis);
    if (found) return found;
  }
  return null;
}

/** The gestational age on a day, from the term in force. */
export function gestationOn(dueDate: Day, on: Day): Gestation {
  const daysLeft = daysBetween(on, dueDate);
  const age = pregnancyDays - daysLeft;
  if (age < 0) return { outcome: 'not-begun', beginsIn: -age };
  const weeks = Math.floor(age / 7);
  if (weeks > bandWeeks) return { outcome: 'past-range', daysOverTerm: -daysLeft };
  return {
    outcome: 'pregnant',
    weeks,
    days: age % 7,
    trimester: trimesterOf(weeks),
    daysLeft,
    weeksLeft: Math.max(0, Math.floor(daysLeft / 7)),
  };
}

/** The first trimester ends with 13+6, as the window of the first scan (11+2 to 13+6) does; the second with 27+6. */
function trimesterOf(weeks: number): Trimester {
  if (weeks < 14) return 1;
  return weeks < 28 ? 2 : 3;
}
