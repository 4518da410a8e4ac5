/** A table as a file that a Danish Excel opens as it is: UTF-8 with its mark, «;» between cells, decimal commas, what it is about above it. */

export type CsvCell = string | number | null | undefined;

/** `about` stands above the table, a line each; what has no value is an empty cell. */
export function danishCsv(
  about: Readonly<Record<string, string | number>>,
  columns: readonly string[],
  rows: readonly (readonly CsvCell[])[],
): string {
  const head = Object.entries(about).map(([name, value]) => written(`# ${name}: ${value}`));
  return `\uFEFF${[...head, columns.map(written).join(';'), ...rows.map((row) => row.map(written).join(';'))].join('\r\n')}\r\n`;
}

/** With the digits that are good for something: 0.1 + 0.2 is 0.3 in a table; JSON has every digit. */
function plainNumber(value: number): string {
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(12)));
}

/** Quoted where it must be; what a spreadsheet would take for a formula is made text. */
function written(cell: CsvCell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? plainNumber(cell).replace('.', ',') : '';
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
