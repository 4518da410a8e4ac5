/** A table of a report in Word: numbered caption, head repeated on every page, numbers to the right, notes below. */
import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { colours, textWidth } from './look.ts';
import type { PlainTable } from './plan-document.ts';
import { columnShares } from './short-columns.ts';

/** A table that is longer than this may go on to the next page. */
const longestUnbroken = 30;

/** How a short document has its tables: its word for one, and the width of its text. */
export type ShortTables = { readonly word: string; readonly textWidth: number };

/** Writes the caption, the table and its notes. What an edition has cleared is plain words here. */
export function reportTable(table: PlainTable, number: number, short: ShortTables | null = null): readonly FileChild[] {
  const isWide = table.columns.length > 4;
  const width = short?.textWidth ?? textWidth;
  const widths = short ? columnShares(table).map((share) => Math.floor(share * width)) : columnWidths(table, isWide);
  const [air, letters] = short ? [4, 16] : isWide ? [20, 17] : [50, 19];
  const staysTogether = table.rows.length <= longestUnbroken && !table.goesOn;
  const cell = (
    text: string,
    column: number,
    options: { readonly isBold: boolean; readonly isHead: boolean; readonly isLast: boolean },
  ): TableCell =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      verticalAlign: options.isHead ? VerticalAlign.BOTTOM : VerticalAlign.CENTER,
      ...(options.isHead ? { shading: { fill: colours.tint } } : {}),
      children: [
        new Paragraph({
          alignment: column > 0 && table.columns[column - 1]?.isNumeric ? AlignmentType.RIGHT : AlignmentType.LEFT,
          spacing: { before: air, after: air, line: short ? 205 : 240 },
          keepNext: options.isHead || (staysTogether && !options.isLast),
          // A number is not parted from its sign.
          children: [new TextRun({ text: short ? text.replaceAll(/ (?=%|min\.)/g, '\u00a0') : text, bold: options.isBold, size: letters })],
        }),
      ],
    });

  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: [table.headColumn, ...table.columns.map(({ title }) => title)].map((text, column) =>
      cell(text, column, { isBold: true, isHead: true, isLast: false }),
    ),
  });
  const rows = table.rows.map(
    ({ head: rowHead, cells, isTotal }, index) =>
      new TableRow({
        cantSplit: true,
        children: [rowHead, ...cells].map((text, column) =>
          cell(text, column, { isBold: isTotal, isHead: false, isLast: index === table.rows.length - 1 }),
        ),
      }),
  );
  const rule = { style: BorderStyle.SINGLE, size: 4, color: colours.line };
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  return [
    new Paragraph({ style: 'Caption', text: `${short?.word ?? 'Tabel'} ${number}: ${table.caption}` }),
    new Table({
      width: { size: width, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      ...(short ? { margins: { left: 60, right: 60 } } : {}),
      // The first row and the first column are heads: Word reads them aloud with each cell.
      tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
      borders: { top: none, left: none, right: none, insideVertical: none, bottom: rule, insideHorizontal: rule },
      rows: [head, ...rows],
    }),
    ...table.notes.map((text) => new Paragraph({ style: 'TableNote', text })),
    ...(short ? [] : [new Paragraph({ text: '', spacing: { after: 60, line: 120 } })]),
  ];
}

/** The first column takes what the others leave. */
function columnWidths({ columns }: PlainTable, isWide: boolean): readonly number[] {
  const others = columns.map(({ isNumeric }) => (isNumeric ? (isWide ? 800 : 1150) : 2400));
  return [textWidth - others.reduce((sum, width) => sum + width, 0), ...others];
}
