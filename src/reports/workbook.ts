/** The seam to Excel: sheets of text and numbers, never formulas. Only this file knows the package. */
import exceljs from 'exceljs';

export type WorkbookSheet = {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number | boolean)[])[];
};

/** Writes a workbook. A text that begins as a formula does stays a text: it is stored as one. */
export async function workbook(sheets: readonly WorkbookSheet[]): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  for (const { name, head, rows } of sheets) {
    const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.addRow([...head]).font = { bold: true };
    for (const row of rows) {
      const line = sheet.addRow([...row]);
      // The whole number stays in the cell; only what is shown is rounded.
      for (const [index, value] of row.entries())
        if (typeof value === 'number' && hasManyDecimals(value)) line.getCell(index + 1).numFmt = '0.00';
    }
    for (const [index, column] of head.entries()) {
      const widest = Math.max(column.length, ...rows.map((row) => String(row[index] ?? '').length));
      sheet.getColumn(index + 1).width = Math.min(60, widest + 2);
    }
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** More than two decimals, of a number that two are enough for: what is below 1 keeps all it has. */
function hasManyDecimals(value: number): boolean {
  return Math.abs(value) >= 1 && Math.abs(value * 100 - Math.round(value * 100)) > 1e-6;
}
