/** What is wrong with a file of counts (da: fejl i tabellen), and where: a code with what it is about, and its sentence in English. */

/** The sentences in English; what stands in braces comes from the problem. */
export const tableProblemSentences = {
  empty: 'The file is empty.',
  'no-lines': 'There is a header and no line of counts under it.',
  'last-column': 'The last column is called “{name}”; it has to be “count”.',
  'no-list': 'There is no list before the column “count”.',
  'many-lists': 'There are {lists} lists; at most {most} can be read.',
  'no-name': 'A list has no name.',
  'same-name': 'Two lists are called “{name}”.',
  fields: 'The line has {fields} fields; the header has {expected}.',
  'not-a-mark': '“{text}” is neither 0 nor 1.',
  'no-count': 'The count is missing: write 0 where there is nobody.',
  'not-a-count': '“{text}” is not a count such as 7, 1-4 or 0-25.',
  'a-date': '“{text}” looks like a day that a spreadsheet has made of an interval: write “1 to 4” instead of 1-4.',
  'separated-thousands': '“{text}” has something between its thousands: write {plain}.',
  'comma-thousands': '“{text}” has a comma in it: write {plain} if its thousands are meant. A count of persons has no decimals.',
  'comma-splits':
    'The line has {fields} fields; the header has {expected}. “{text}” is read as several fields: write {plain} if its thousands are meant.',
  'only-a-bound':
    '“{text}” says only that the count is small. Write the least and the most that it can be: “0 to {high}”, or “1 to {high}” where somebody is known to be there.',
  'not-a-whole-count': '“{text}” is not a count.',
  'many-persons': 'The counts add up to more than {most} persons.',
  unseen: 'The persons who are on no list cannot be counted; leave the line out.',
  twice: 'The same combination stands on line {line}.',
  'open-quote': 'A quote is opened and not closed.',
  'after-quote': 'After the closing quote stands “{text}”.',
  'frequency-header': 'The header is “{text}”; it has to be “times,count”.',
  'not-times': '“{text}” is not a number of times from 1.',
  'times-twice': 'The number of times {times} stands twice.',
} as const satisfies Readonly<Record<string, string>>;

export type TableProblemCode = keyof typeof tableProblemSentences;

/** `column` counts fields from 1. */
export type TableProblem = {
  readonly line: number;
  readonly column: number;
  readonly code: TableProblemCode;
  readonly about: Readonly<Record<string, string | number>>;
  readonly sentence: string;
};

/** A problem at a place, with what its sentence names. */
export function problemAt(
  { line, column }: { readonly line: number; readonly column: number },
  code: TableProblemCode,
  about: TableProblem['about'] = {},
): TableProblem {
  const sentence = tableProblemSentences[code].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(about[name] ?? ''));
  return { line, column, code, about, sentence };
}
