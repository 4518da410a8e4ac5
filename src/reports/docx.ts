/** A report as a Word document: title, contents, headings and tables as Word knows them, so that it can be read aloud and worked on. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  HeadingLevel,
  LevelFormat,
  PageNumber,
  Packer,
  Paragraph,
  ShadingType,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import { type InternalReport, numberedHeadings, type PublicReport, tablesOf } from '../domain/call/report-document.ts';
import { reportTable } from './docx-table.ts';
import { colours, textWidth } from './look.ts';
import { type ReportSources, reportSources } from './sources.ts';

type Block = (InternalReport | PublicReport)['blocks'][number];

/** Writes a report as a Word document (.docx). */
export async function reportDocx(report: InternalReport | PublicReport, sources: ReportSources = reportSources()): Promise<Uint8Array> {
  const document = new Document({
    title: `${report.title}: ${report.subtitle}`,
    subject: report.subtitle,
    creator: 'Samløb',
    lastModifiedBy: 'Samløb',
    keywords: `${report.call}, ${report.edition}`,
    description: editionName(report),
    pageNumbers: estimatePageNumbersWith({ guess: true }),
    fonts: [embeddedFont(sources)],
    styles: reportStyles('da-DK'),
    numbering: {
      config: [
        {
          reference: 'bullets',
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '•',
              style: { paragraph: { indent: { left: 340, hanging: 227 } }, run: { color: colours.accent } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 }, margin: { top: 1361, bottom: 1361, left: 1417, right: 1417 } } },
        footers: { default: footer(report) },
        children: [...titlePage(report), ...body(report)],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function titlePage(report: InternalReport | PublicReport): readonly FileChild[] {
  return [
    new Paragraph({ children: [new TextRun({ text: 'Samløb', bold: true, color: colours.accent, size: 24 })], spacing: { after: 700 } }),
    new Paragraph({ children: [new TextRun({ text: report.subtitle, color: colours.accent, size: 22 })], spacing: { after: 60 } }),
    new Paragraph({ style: 'Title', text: report.title }),
    ...report.facts.map(
      ({ term, text }, index) =>
        new Paragraph({
          children: [new TextRun({ text: `${term}\t`, color: colours.quiet }), new TextRun({ text, bold: true })],
          tabStops: [{ type: TabStopType.LEFT, position: 2600 }],
          spacing: { before: index === 0 ? 120 : 0, after: 40 },
          ...(index === 0 ? { border: { top: { style: BorderStyle.SINGLE, size: 10, color: colours.accent, space: 8 } } } : {}),
        }),
    ),
    new Paragraph({ style: 'ContentsTitle', text: 'Indhold' }),
    new TableOfContents('Indhold', { hyperlink: true, headingStyleRange: '1-2' }),
  ];
}

function body(report: InternalReport | PublicReport): readonly FileChild[] {
  const numbers = new Map(numberedHeadings<'internal' | 'public'>(report).map(({ number, heading }) => [heading.id, number]));
  const tables = tablesOf<'internal' | 'public'>(report).map(({ id }) => id);
  const firstHeading = report.blocks.find(({ type }) => type === 'heading');
  return report.blocks.flatMap((block, index) => {
    const next = report.blocks[index + 1]?.type;
    return blockChildren(block, {
      numbers,
      tables,
      startsPage: block === firstHeading,
      leadsUp: next === 'list' || next === 'terms' || next === 'table' || next === 'quotation',
    });
  });
}

type Surroundings = {
  readonly numbers: ReadonlyMap<string, string>;
  readonly tables: readonly string[];
  readonly startsPage: boolean;
  /** A paragraph that leads up to a list, a table or the like stays on the page with it. */
  readonly leadsUp: boolean;
};

/** A list that is longer than this may go on to the next page. */
const longestUnbrokenList = 6;

function blockChildren(block: Block, { numbers, tables, startsPage, leadsUp }: Surroundings): readonly FileChild[] {
  switch (block.type) {
    case 'heading':
      return [
        new Paragraph({
          text: `${numbers.get(block.id) ?? ''} ${block.text}`,
          heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          pageBreakBefore: startsPage,
        }),
      ];
    case 'paragraph':
      return [new Paragraph({ text: block.text, keepNext: leadsUp })];
    case 'notice':
      return [noticePart(block.title, 'title'), noticePart(block.text, 'text')];
    case 'list':
      return block.items.map(
        (item, index, { length }) =>
          new Paragraph({
            text: item,
            numbering: { reference: 'bullets', level: 0 },
            spacing: { after: 80 },
            keepLines: true,
            keepNext: length <= longestUnbrokenList && index < length - 1,
          }),
      );
    case 'quotation':
      return [
        new Paragraph({ style: 'Quotation', text: `«${block.text}»` }),
        new Paragraph({ style: 'QuotationSource', text: block.source }),
      ];
    case 'terms':
      return block.rows.flatMap(({ term, text }) => [
        new Paragraph({ children: [new TextRun({ text: term, bold: true })], keepNext: true, spacing: { before: 120, after: 20 } }),
        new Paragraph({ text, keepLines: true }),
      ]);
    case 'table':
      return reportTable(block, tables.indexOf(block.id) + 1);
  }
}

/** A notice is two paragraphs in the same frame: Word joins the frames of neighbours that are framed alike. */
function noticePart(text: string, part: 'title' | 'text'): Paragraph {
  return new Paragraph({
    children: [new TextRun({ text, bold: part === 'title', ...(part === 'title' ? { color: colours.attention } : {}) })],
    shading: { type: ShadingType.CLEAR, color: 'auto', fill: colours.attentionGround },
    border: { left: { style: BorderStyle.SINGLE, size: 24, color: colours.attention, space: 8 } },
    indent: { left: 200, right: 100 },
    keepLines: true,
    keepNext: part === 'title',
    spacing: { before: part === 'title' ? 120 : 0, after: part === 'title' ? 0 : 200 },
  });
}

function footer(report: InternalReport | PublicReport): Footer {
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
        border: { top: { style: BorderStyle.SINGLE, size: 4, color: colours.line, space: 6 } },
        children: [
          new TextRun({ text: `${report.subtitle} · ${editionName(report)}\t`, size: 17, color: colours.quiet }),
          new TextRun({ children: ['Side ', PageNumber.CURRENT, ' af ', PageNumber.TOTAL_PAGES], size: 17, color: colours.quiet }),
        ],
      }),
    ],
  });
}

function editionName({ edition }: InternalReport | PublicReport): string {
  return edition === 'public' ? 'Offentlig udgave' : 'Intern udgave: må ikke offentliggøres';
}

/** Embedded, since few machines have it, and so that the pages of the contents can be counted. */
export function embeddedFont({ fontFolder }: ReportSources): { readonly name: string; readonly data: Buffer; readonly bold: Buffer } {
  const face = (name: string): Buffer => readFileSync(join(fontFolder, `IBMPlexSans-${name}.ttf`));
  return { name: 'IBM Plex Sans', data: face('Regular'), bold: face('Bold') };
}

/** The look of the paragraphs of a document in this language; a short one is two sides, in smaller letters. */
export function reportStyles(
  language: 'da-DK' | 'en-GB',
  isShort = false,
): NonNullable<ConstructorParameters<typeof Document>[0]['styles']> {
  const heading = { color: colours.accent, bold: true };
  return {
    default: {
      document: {
        run: { font: 'IBM Plex Sans', size: isShort ? 17 : 21, color: colours.ink, language: { value: language } },
        paragraph: {
          spacing: isShort ? { after: 60, line: 240, lineRule: 'auto' } : { after: 140, line: 264, lineRule: 'auto' },
          alignment: AlignmentType.LEFT,
        },
      },
      title: {
        run: { font: 'IBM Plex Sans', size: isShort ? 32 : 50, bold: true, color: colours.ink },
        paragraph: { spacing: { before: 0, after: 360, line: 252, lineRule: 'auto' } },
      },
      heading1: {
        run: { ...heading, size: isShort ? 24 : 30 },
        paragraph: { spacing: isShort ? { before: 110, after: 40 } : { before: 400, after: 160 }, keepNext: true },
      },
      heading2: { run: { ...heading, size: 23 }, paragraph: { spacing: { before: 300, after: 120 }, keepNext: true } },
      caption: {
        run: { bold: true, italics: false, size: isShort ? 18 : 19, color: colours.ink },
        paragraph: { spacing: isShort ? { before: 80, after: 30 } : { before: 160, after: 100 }, keepNext: true },
      },
    },
    paragraphStyles: [
      {
        id: 'ContentsTitle',
        name: 'Contents Title',
        basedOn: 'Normal',
        run: { bold: true, size: 24, color: colours.accent },
        paragraph: { spacing: { before: 500, after: 120 } },
      },
      { id: 'TOC1', name: 'toc 1', basedOn: 'Normal', run: { bold: true }, paragraph: { spacing: { before: 80, after: 30 } } },
      { id: 'TOC2', name: 'toc 2', basedOn: 'Normal', paragraph: { spacing: { after: 20 }, indent: { left: 280 } } },
      {
        id: 'TableNote',
        name: 'Table Note',
        basedOn: 'Normal',
        run: { size: isShort ? 15 : 17, color: colours.quiet },
        paragraph: { spacing: isShort ? { before: 30, after: 30 } : { before: 60, after: 60 } },
      },
      {
        id: 'Quotation',
        name: 'Quotation',
        basedOn: 'Normal',
        paragraph: { indent: { left: 340 }, keepNext: true, spacing: { before: 160, after: 40 } },
      },
      {
        id: 'QuotationSource',
        name: 'Quotation Source',
        basedOn: 'Normal',
        run: { size: 18, color: colours.quiet },
        // What is said of a quotation stands right after it, on the same page.
        paragraph: { indent: { left: 340 }, keepNext: true },
      },
    ],
  };
}
