/** The telephone number of a facility (da: telefonnummer): whom one rings when minutes count. */

/** A number as it is kept, in groups that are easy to read aloud; `null` when what was written is no number. Empty takes the number away. */
export function parseTelephone(text: string): string | null {
  const written = text.replaceAll(/[\s()./-]/g, '');
  if (written === '') return '';
  if (/^\d{8}$/.test(written)) return inPairs(written);
  const danish = /^(?:\+|00)45(\d{8})$/.exec(written)?.[1];
  if (danish !== undefined) return inPairs(danish);
  return /^\+\d{8,15}$/.test(written) ? written : null;
}

function inPairs(digits: string): string {
  return digits.replaceAll(/(..)(?=.)/g, '$1 ');
}
