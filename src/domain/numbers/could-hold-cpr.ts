/** Six digits and four, together or with a blank, a hyphen, a stop or a stroke between them, and not in the middle of a longer key or telephone number. */
const couldBeCpr = /(?<![\p{L}\d_+-])\d{6}\s?[-–—./]?\s?\d{4}(?![\p{L}\d_-])/u;

/** Whether free text holds what could be somebody's CPR number. Nothing is asked of the day: a number with a slip in it points at a person as well. */
export function couldHoldCpr(text: string | null): boolean {
  return text !== null && couldBeCpr.test(text);
}

/** So many characters on each side say where it stands. */
const around = 24;

/** Where the first such number stands: the words around it, with a dot for each of its digits. Null where the text holds none. */
export function whereCprCouldBe(text: string): string | null {
  const found = couldBeCpr.exec(text);
  if (!found) return null;
  const [number] = found;
  const hidden = (words: string): string => words.replaceAll(/\d/g, '•').replaceAll(/\s+/g, ' ');
  const before = text.slice(Math.max(0, found.index - around), found.index);
  const after = text.slice(found.index + number.length, found.index + number.length + around);
  const isCut = { before: found.index > around, after: found.index + number.length + around < text.length };
  return `${isCut.before ? '…' : ''}${hidden(before)}${hidden(number)}${hidden(after)}${isCut.after ? '…' : ''}`.trim();
}
