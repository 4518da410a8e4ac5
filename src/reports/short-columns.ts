/** How the columns of a short document's table share its width: by what stands in them, so that none is crushed by one that has room to spare. */
import type { PlainTable } from './plan-document.ts';

/** So many letters of the small print stand beside each other on an A4 page; a column spends so many on the air around it. */
const [lineLetters, airLetters] = [110, 2.5];
/** Of a column of numbers, whose figures are wider than letters and whose stops are half as wide: a shorter one is widened, a longer one is broken. */
const numbers = { least: 8.6, most: 21, wide: 1.2 } as const;
/** Of a column of words. */
const words = { least: 12, most: 40, wide: 1 } as const;
/** A table that may go on has many rows: words that are broken into fewer lines make it shorter. */
const longer = 2;
/** A head of columns has so many lines at most, where its words allow it. */
const headLines = 3;
/** The numbers together leave so much to the words. */
const mostOfNumbers = 0.72;

/** Shares of the width from left to right, which are 1 together; the first is that of the heads of the rows. */
export function columnShares({ headColumn, columns, rows, goesOn = false }: PlainTable): readonly number[] {
  const all = [{ title: headColumn, isNumeric: false }, ...columns].map(({ title, isNumeric }, index) => {
    const bounds = isNumeric ? numbers : words;
    const cellLetters = isNumeric ? figureLetters : (text: string): number => text.length;
    const longest = Math.max(
      headLetters(title),
      ...rows.map(({ head, cells }) => cellLetters(index === 0 ? head : (cells[index - 1] ?? ''))),
    );
    return {
      isNumeric,
      letters: airLetters + bounds.wide * Math.min(goesOn ? longer * bounds.most : bounds.most, Math.max(bounds.least, longest)),
    };
  });
  const sumOf = (isNumeric: boolean): number =>
    all.filter((one) => one.isNumeric === isNumeric).reduce((sum, { letters }) => sum + letters, 0);
  const ofNumbers = Math.min(mostOfNumbers, sumOf(true) / lineLetters);
  return all.map(({ isNumeric, letters }) =>
    isNumeric ? (ofNumbers * letters) / sumOf(true) : ((1 - ofNumbers) * letters) / sumOf(false),
  );
}

/** Blanks, stops and brackets between figures take half the room of a figure, and a sign for per cent half as much again. */
function figureLetters(text: string): number {
  const count = (signs: RegExp): number => text.match(signs)?.length ?? 0;
  return text.length + (count(/%/g) - count(/[ \u00a0.,()]/g)) / 2;
}

/** The head of a column is broken between its words, which are bold. */
function headLetters(title: string): number {
  return Math.max(Math.ceil(title.length / headLines) + 2, ...title.split(' ').map((word) => word.length + 1));
}
