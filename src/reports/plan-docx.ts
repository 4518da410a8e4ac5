/** The answer of a proposal as a Word document: headings and tables as Word knows them, pictures with what they show in words. */
import {
  AlignmentType,
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
import { colours, textWidth } from './look.ts';
import type { PlanBlock, PlanDocument, StripPicture } from './plan-document.ts';
import { type ReportSources, reportSources } from './sources.ts';
import { stripPng } from './strip.ts';

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
    styles: reportStyles(plan.language === 'da' ? 'da-DK' : 'en-GB'),
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 }, margin: { top: 1134, bottom: 1134, left: 1417, right: 1417 } } },
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
    new Paragraph({ children: [new TextRun({ text: subtitle, bold: true, color: colours.accent, size: 22 })], spacing: { after: 120 } }),
    new Paragraph({ style: 'Title', text: title, spacing: { after: 160 } }),
    ...facts.map(
      ({ term, text }, index) =>
        new Paragraph({
          children: [new TextRun({ text: `${term}\t`, color: colours.quiet, size: 19 }), new TextRun({ text, size: 19 })],
          tabStops: [{ type: TabStopType.LEFT, position: 2600 }],
          indent: { left: 2600, hanging: 2600 },
          spacing: { before: 0, after: index === facts.length - 1 ? 240 : 30 },
        }),
    ),
  ];
}

type Numbers = { readonly table: number; readonly picture: number };

function blockChildren(block: PlanBlock, { words }: PlanDocument, numbers: Numbers): readonly FileChild[] {
  switch (block.type) {
    case 'heading':
      return [new Paragraph({ text: block.text, heading: HeadingLevel.HEADING_1, spacing: { before: 280, after: 100 } })];
    case 'paragraph':
      return [
        new Paragraph({
          children: [new TextRun({ text: block.text, ...(block.isLead ? { size: 25, bold: true } : {}) })],
          spacing: { after: block.isLead ? 160 : 120 },
        }),
      ];
    case 'terms':
      return block.rows.map(
        ({ term, text }) =>
          new Paragraph({
            children: [new TextRun({ text: `${term}: `, bold: true }), new TextRun(text)],
            spacing: { after: 60 },
            keepLines: true,
          }),
      );
    case 'table':
      return reportTable(block, numbers.table, words.table);
    case 'picture':
      return pictureChildren(block, `${words.picture} ${numbers.picture}`);
  }
}

/** Widths of the name, the strip and the number; a strip is so many dots wide in Word. */
const [nameWidth, valueWidth, stripDots] = [2300, 1900, 310];

function pictureChildren({ caption, heads, rows, notes }: StripPicture, name: string): readonly FileChild[] {
  const widths = [nameWidth, textWidth - nameWidth - valueWidth, valueWidth];
  const cell = (children: readonly (TextRun | ImageRun)[], column: number, isHead: boolean, isLast: boolean): TableCell =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      ...(isHead ? { shading: { fill: colours.tint } } : {}),
      children: [
        new Paragraph({
          alignment: column === 2 ? AlignmentType.RIGHT : AlignmentType.LEFT,
          spacing: { before: 20, after: 20, line: 240 },
          keepNext: !isLast,
          children: [...children],
        }),
      ],
    });
  const text = (written: string, bold: boolean): TextRun => new TextRun({ text: written, bold, size: 18 });
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
          children: heads.map((head, column) => cell([text(head, true)], column, true, false)),
        }),
        ...rows.map(({ head, strip, alt, value }, index) => {
          const isLast = index === rows.length - 1;
          const picture = new ImageRun({
            type: 'png',
            data: Buffer.from(stripPng(strip)),
            transformation: { width: stripDots, height: Math.round((stripDots * strip.height) / strip.width) },
            altText: { name: `${name}, ${head}`, title: head, description: alt },
          });
          return new TableRow({
            cantSplit: true,
            children: [
              cell([text(head, false)], 0, false, isLast),
              cell([picture], 1, false, isLast),
              cell([text(value, false)], 2, false, isLast),
            ],
          });
        }),
      ],
    }),
    ...notes.map((note) => new Paragraph({ style: 'TableNote', text: note })),
  ];
}

function footer({ footer: text, words }: PlanDocument): Footer {
  const run = { size: 17, color: colours.quiet };
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
