/** A mean week of pregnancy as it is said: whole weeks and days. */

/** «33+3» for 33.43 weeks, to the nearest day. */
export function weeksAndDays(weeks: number): string {
  const days = Math.round(weeks * 7);
  return `${Math.floor(days / 7)}+${days % 7}`;
}
