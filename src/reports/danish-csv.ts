/** A table as a file that a Danish Excel opens as it is: UTF-8 with its mark, «;» between cells, decimal commas, what it is about above it. */

export type CsvCell = string | number | boolean | null | undefined;

/** `about` stands above the table, a line each; what has no value is an empty cell. */
export function danishCsv(
  about: readonly (readonly [term: string, text: string | number])[],
  columns: readonly string[],
  rows: readonly (readonly CsvCell[])[],
): string {
  const head = about.map(([term, text]) => written(`# ${term}: ${typeof text === 'number' ? numberText(text) : text}`));
  return `\uFEFF${[...head, columns.map(written).join(';'), ...rows.map((row) => row.map(written).join(';'))].join('\r\n')}\r\n`;
}

/** Quoted where it must be; what a spreadsheet would take for a formula is made text. */
function written(cell: CsvCell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return numberText(cell);
  if (typeof cell === 'boolean') return cell ? 'ja' : 'nej';
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** With the digits that are good for something: 0.1 + 0.2 is 0.3 in a table; JSON has every digit. What is no number has no value. */
function numberText(number: number): string {
  if (!Number.isFinite(number)) return '';
  return String(Number.isInteger(number) ? number : Number(number.toPrecision(12))).replace('.', ',');
}
