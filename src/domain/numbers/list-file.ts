/** Reads lists as they are pasted: a line for each woman, `liste;nøgle;født;initialer;kommune;termin`, with a head. Empty is not known. */
import { parseDay, type Day } from '../time.ts';
import { couldHoldCpr } from './could-hold-cpr.ts';
import type { ListLine } from './duplicates.ts';

export const listColumns = ['liste', 'nøgle', 'født', 'initialer', 'kommune', 'termin'] as const;
export type ListColumn = (typeof listColumns)[number];

/** More lines than this are for a file and a machine of their own. */
export const mostListLines = 1000;

/** More names of lists than this in one text are hardly names of lists: the columns are swapped, and the names may be people's. Our own choice. */
export const mostListNames = 20;

export const listProblems = [
  'no-head',
  'no-list',
  'not-a-day',
  'is-a-cpr',
  'too-many',
  'too-many-fields',
  'too-many-names',
  'empty',
] as const;

/** What cannot be read, where: the line, the column by its name or by its number where it has none, and what stands there. */
export type ListProblem = {
  readonly line: number;
  readonly column: string | null;
  readonly problem: (typeof listProblems)[number];
  readonly written: string;
};

/** All lines, or all that cannot be read in them: one who mends a list wants to do it once. */
export type ListFile =
  | { readonly outcome: 'read'; readonly lines: readonly ListLine[] }
  | { readonly outcome: 'problems'; readonly problems: readonly [ListProblem, ...ListProblem[]] };

/** `,`, `;` and tabulator divide; the order of the columns follows the head. */
export function readLists(text: string): ListFile {
  const rows = text.split(/\r?\n/).map((row, index) => ({ row, number: index + 1 }));
  const [head, ...rest] = rows.filter(({ row }) => row.trim() !== '');
  const whole = (line: number, problem: ListProblem['problem'], column: string | null = null, written = ''): ListFile => ({
    outcome: 'problems',
    problems: [{ line, column, problem, written }],
  });
  if (!head) return whole(1, 'empty');
  const divider = [';', '\t', ','].find((mark) => head.row.includes(mark)) ?? ';';
  const names = head.row.split(divider).map((name) => name.trim().toLowerCase());
  const unknown = names.find((name) => !listColumns.some((known) => known === name));
  if (!names.includes('liste') || unknown !== undefined)
    return couldHoldCpr(head.row)
      ? whole(head.number, 'is-a-cpr', unknown === undefined || couldHoldCpr(unknown) ? null : unknown)
      : whole(head.number, 'no-head', unknown ?? 'liste', unknown ?? '');
  if (rest.length === 0) return whole(head.number, 'empty');
  if (rest.length > mostListLines) return whole(rest[mostListLines]?.number ?? 0, 'too-many');

  const read = rest.map(({ row, number }) => readLine(row.split(divider), names, number));
  const [first, ...others] = read.flatMap((line) => ('problems' in line ? line.problems : []));
  if (first) return { outcome: 'problems', problems: [first, ...others] };
  const lines = read.flatMap((line) => ('problems' in line ? [] : [line]));
  const called = [...new Set(lines.map(({ list }) => list))];
  const beyond = lines.find(({ list }) => list === called[mostListNames]);
  return beyond ? whole(beyond.line, 'too-many-names', 'liste') : { outcome: 'read', lines };
}

function readLine(
  written: readonly string[],
  names: readonly string[],
  number: number,
): ListLine | { readonly problems: readonly ListProblem[] } {
  const fields = written.map((field) => field.trim());
  const known = (column: ListColumn): string | null => fields[names.indexOf(column)] || null;
  const list = known('liste');
  const problems: readonly ListProblem[] = [
    ...(list === null ? [{ line: number, column: 'liste', problem: 'no-list' as const, written: '' }] : []),
    ...(['født', 'termin'] as const).flatMap((column) =>
      readDay(known(column)) === 'not-a-day' && !couldHoldCpr(known(column))
        ? [{ line: number, column, problem: 'not-a-day' as const, written: known(column) ?? '' }]
        : [],
    ),
    // What stands there is not even repeated.
    ...fields.flatMap((field, index) =>
      couldHoldCpr(field) ? [{ line: number, column: names[index] ?? `${index + 1}`, problem: 'is-a-cpr' as const, written: '' }] : [],
    ),
    ...(fields.length > names.length
      ? [
          {
            line: number,
            column: `${names.length + 1}`,
            problem: 'too-many-fields' as const,
            written: couldHoldCpr(fields.slice(names.length).join(' ')) ? '' : fields.slice(names.length).join(' '),
          },
        ]
      : []),
  ];
  const [born, dueDate] = [readDay(known('født')), readDay(known('termin'))];
  if (problems.length > 0 || list === null || born === 'not-a-day' || dueDate === 'not-a-day') return { problems };
  return {
    list,
    line: number,
    pseudonym: known('nøgle'),
    born,
    initials: known('initialer')?.toUpperCase().replaceAll(/[\s.]/g, '') ?? null,
    municipality: known('kommune')?.toLowerCase() ?? null,
    dueDate,
  };
}

/** `1994-03-02`, or as Danes write it, the day first: `02-03-1994`, `2/3/1994`, `2.3.1994`. */
function readDay(text: string | null): Day | null | 'not-a-day' {
  if (text === null) return null;
  const [, date = '', , month = '', year = ''] = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text) ?? [];
  return parseDay(year === '' ? text : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`) ?? 'not-a-day';
}
