/** The answer of a proposal as a Word document: headings and tables as Word knows them, pictures with what they show in words. */
import {
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  HeadingLevel,
  ImageRun,
  PageNumber,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { embeddedFont, reportStyles } from './docx.ts';
import { reportTable } from './docx-table.ts';
import { colours } from './look.ts';
import type { PlanBlock, PlanDocument, StripPicture } from './plan-document.ts';
import { type ReportSources, reportSources } from './sources.ts';
import { stripPng } from './strip.ts';

/** In twentieths of a point: A4 with the margins of the PDF, so that both are two sides. */
const pageWidth = 11_906;
const edges = { top: 680, bottom: 820, left: 1247, right: 1247 };
const textWidth = pageWidth - edges.left - edges.right;

/** Writes the answer as a Word document (.docx). */
export async function planDocx(plan: PlanDocument, sources: ReportSources = reportSources()): Promise<Uint8Array> {
  const tables = plan.blocks.filter(({ type }) => type === 'table');
  const pictures = plan.blocks.filter(({ type }) => type === 'picture');
  const document = new Document({
    title: plan.title,
    subject: plan.subtitle,
    creator: 'Samløb',
    lastModifiedBy: 'Samløb',
    fonts: [embeddedFont(sources)],
    styles: reportStyles(plan.language === 'da' ? 'da-DK' : 'en-GB', true),
    sections: [
      {
        properties: { page: { size: { width: pageWidth, height: 16_838 }, margin: { ...edges, footer: 400 } } },
        footers: { default: footer(plan) },
        children: [
          ...titleOf(plan),
          ...plan.blocks.flatMap((block) =>
            blockChildren(block, plan, { table: tables.indexOf(block) + 1, picture: pictures.indexOf(block) + 1 }),
          ),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function titleOf({ subtitle, title, facts }: PlanDocument): readonly FileChild[] {
  return [
    new Paragraph({ children: [new TextRun({ text: subtitle, bold: true, color: colours.accent, size: 20 })], spacing: { after: 60 } }),
    new Paragraph({ style: 'Title', text: title, spacing: { after: 100 } }),
    ...facts.map(
      ({ term, text }, index) =>
        new Paragraph({
          children: [new TextRun({ text: `${term}\t`, color: colours.quiet }), new TextRun({ text })],
          tabStops: [{ type: TabStopType.LEFT, position: 2600 }],
          indent: { left: 2600, hanging: 2600 },
          spacing: { before: 0, after: index === facts.length - 1 ? 120 : 10 },
        }),
    ),
  ];
}

type Numbers = { readonly table: number; readonly picture: number };

function blockChildren(block: PlanBlock, { words }: PlanDocument, numbers: Numbers): readonly FileChild[] {
  switch (block.type) {
    case 'heading':
      return [new Paragraph({ text: block.text, heading: HeadingLevel.HEADING_1 })];
    case 'paragraph':
      return [
        new Paragraph({
          children: [new TextRun({ text: block.text, ...(block.isLead ? { size: 19, bold: true } : {}) })],
          spacing: { after: block.isLead ? 60 : 50 },
        }),
      ];
    case 'terms':
      return block.rows.map(
        ({ term, text }) =>
          new Paragraph({
            children: [new TextRun({ text: `${term}: `, bold: true }), new TextRun(text)],
            spacing: { after: 40 },
            keepLines: true,
          }),
      );
    case 'list':
      return block.items.map(
        (item) =>
          new Paragraph({
            bullet: { level: 0 },
            indent: { left: 260, hanging: 200 },
            spacing: { before: 0, after: 10 },
            children: [new TextRun({ text: item, size: 16 })],
          }),
      );
    case 'table':
      return reportTable(block, numbers.table, { word: words.table, textWidth });
    case 'picture':
      return pictureChildren(block, `${words.picture} ${numbers.picture}`);
  }
}

/** The name of a row takes so much; the strips share the rest. A twentieth of a point is 1/15 of a dot. */
const [nameWidth, cellMargin, dot] = [1900, 230, 15];

function pictureChildren({ caption, headColumn, columns, rows, notes }: StripPicture, name: string): readonly FileChild[] {
  const stripWidth = Math.floor((textWidth - nameWidth) / Math.max(1, columns.length));
  const widths = [textWidth - stripWidth * columns.length, ...columns.map(() => stripWidth)];
  const stripDots = Math.floor((stripWidth - cellMargin) / dot);
  const cell = (lines: readonly (TextRun | ImageRun)[], column: number, isHead: boolean, isLast: boolean): TableCell =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      ...(isHead ? { shading: { fill: colours.tint } } : {}),
      children: lines.map((line) => new Paragraph({ spacing: { before: 0, after: 0, line: 200 }, keepNext: !isLast, children: [line] })),
    });
  const text = (written: string, bold: boolean): TextRun => new TextRun({ text: written, bold, size: 16 });
  const rule = { style: BorderStyle.SINGLE, size: 4, color: colours.line };
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  return [
    new Paragraph({ style: 'Caption', text: `${name}: ${caption}` }),
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
      borders: { top: none, left: none, right: none, insideVertical: none, bottom: rule, insideHorizontal: rule },
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: [headColumn, ...columns].map((head, column) => cell([text(head, true)], column, true, false)),
        }),
        ...rows.map(({ head, cells }, index) => {
          const isLast = index === rows.length - 1;
          return new TableRow({
            cantSplit: true,
            children: [
              cell([text(head, false)], 0, false, isLast),
              ...cells.map(({ strip, alt, value }, column) => {
                const picture = new ImageRun({
                  type: 'png',
                  data: Buffer.from(stripPng(strip)),
                  transformation: { width: stripDots, height: Math.round((stripDots * strip.height) / strip.width) },
                  altText: { name: `${name}, ${head}, ${columns[column] ?? ''}`, title: head, description: alt },
                });
                return cell([picture, text(value, false)], column + 1, false, isLast);
              }),
            ],
          });
        }),
      ],
    }),
    ...notes.map((note) => new Paragraph({ style: 'TableNote', text: note })),
  ];
}

function footer({ footer: text, words }: PlanDocument): Footer {
  const run = { size: 16, color: colours.quiet };
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
        border: { top: { style: BorderStyle.SINGLE, size: 4, color: colours.line, space: 6 } },
        children: [
          new TextRun({ text: `${text}\t`, ...run }),
          new TextRun({ children: [`${words.page} `, PageNumber.CURRENT, ` ${words.of} `, PageNumber.TOTAL_PAGES], ...run }),
        ],
      }),
    ],
  });
}
