/** Reads lists as they are pasted: a line for each woman, `liste;nøgle;født;initialer;kommune;termin`, with a head. Empty is not known. */
import { parseDay, type Day } from '../time.ts';
import type { ListLine } from './duplicates.ts';

export const listColumns = ['liste', 'nøgle', 'født', 'initialer', 'kommune', 'termin'] as const;
export type ListColumn = (typeof listColumns)[number];

/** More lines than this are for a file and a machine of their own. */
export const mostListLines = 1000;

export type ListFile =
  | { readonly outcome: 'read'; readonly lines: readonly ListLine[] }
  | {
      readonly outcome: 'problem';
      readonly line: number;
      readonly problem: 'no-head' | 'no-list' | 'not-a-day' | 'too-many' | 'too-many-fields' | 'empty';
    };

/** `,`, `;` and tabulator divide; the order of the columns follows the head. */
export function readLists(text: string): ListFile {
  const rows = text.split(/\r?\n/).map((row, index) => ({ row, number: index + 1 }));
  const [head, ...rest] = rows.filter(({ row }) => row.trim() !== '');
  if (!head) return { outcome: 'problem', line: 1, problem: 'empty' };
  const divider = [';', '\t', ','].find((mark) => head.row.includes(mark)) ?? ';';
  const names = head.row.split(divider).map((name) => name.trim().toLowerCase());
  if (!names.includes('liste') || names.some((name) => !listColumns.some((known) => known === name)))
    return { outcome: 'problem', line: head.number, problem: 'no-head' };
  if (rest.length === 0) return { outcome: 'problem', line: head.number, problem: 'empty' };
  if (rest.length > mostListLines) return { outcome: 'problem', line: rest[mostListLines]?.number ?? 0, problem: 'too-many' };

  const lines: ListLine[] = [];
  for (const { row, number } of rest) {
    const fields = row.split(divider).map((field) => field.trim());
    if (fields.length > names.length) return { outcome: 'problem', line: number, problem: 'too-many-fields' };
    const known = (column: ListColumn): string | null => fields[names.indexOf(column)] || null;
    const days = [known('født'), known('termin')].map(readDay);
    if (days.includes('not-a-day')) return { outcome: 'problem', line: number, problem: 'not-a-day' };
    const [born, dueDate] = days as readonly (Day | null)[];
    const list = known('liste');
    if (list === null) return { outcome: 'problem', line: number, problem: 'no-list' };
    lines.push({
      list,
      line: number,
      pseudonym: known('nøgle'),
      born: born ?? null,
      initials: known('initialer')?.toUpperCase().replaceAll(/[\s.]/g, '') ?? null,
      municipality: known('kommune')?.toLowerCase() ?? null,
      dueDate: dueDate ?? null,
    });
  }
  return { outcome: 'read', lines };
}

function readDay(text: string | null): Day | null | 'not-a-day' {
  return text === null ? null : (parseDay(text) ?? 'not-a-day');
}
