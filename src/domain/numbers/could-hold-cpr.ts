/**
 * Whether free text holds what could be somebody's CPR number: six digits and four, together or with a blank, a hyphen, a stop or a stroke between
 * them, and not in the middle of a longer key. Nothing is asked of the day: a number with a slip in it points at a person as well.
 */
export function couldHoldCpr(text: string | null): boolean {
  return text !== null && /(?<![\p{L}\d_-])\d{6}\s?[-–—./]?\s?\d{4}(?![\p{L}\d_-])/u.test(text);
}
