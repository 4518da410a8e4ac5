/** A mean week of pregnancy as it is said: whole weeks and days. */

/** «33+3» for 33.43 weeks, to the nearest day. */
export function weeksAndDays(weeks: number): string {
  const days = Math.round(weeks * 7);
  return `${Math.floor(days / 7)}+${days % 7}`;
}

/** A time in weeks as whole weeks and days, to the nearest day: 1.86 weeks are 1 week and 6 days. */
export function timeInWeeks(weeks: number): { readonly weeks: number; readonly days: number } {
  const days = Math.round(weeks * 7);
  return { weeks: Math.floor(days / 7), days: days % 7 };
}
