import { expect, test } from 'vitest';
import { methodEdition, requestFor } from '../../domain/estimation/analysis.ts';
import { estimateFrom } from '../../domain/estimation/estimates.ts';
import { readOverlapTable } from '../../domain/estimation/overlap-table.ts';
import { moment } from '../../domain/time.ts';
import { pageCount, tableHeads } from '../../../test/pdf.ts';
import { unzipped } from '../../../test/word.ts';
import { planPdf } from '../../reports/pdf.ts';
import { planDocx } from '../../reports/plan-docx.ts';
import { analysisDocument } from './analysis-document.ts';

function documentOf(text: string) {
  const read = readOverlapTable(text);
  if (read.outcome === 'refused') throw new Error(read.problem.sentence);
  const terms = { seed: 1, replicates: 20 };
  const report = estimateFrom(read.table, requestFor(terms));
  return analysisDocument(
    {
      ...terms,
      id: '00000000-0000-4000-8000-000000000000',
      title: 'Lister',
      table: read.table,
      edition: methodEdition,
      report,
      digest: 'a',
      recorded: moment('2026-11-26T12:00:00Z'),
      byName: 'Sofie Brandtoft',
      told: [],
    },
    'da',
  );
}

function pictureOf(text: string) {
  const { blocks } = documentOf(text);
  const picture = blocks.find((block) => block.type === 'picture');
  if (picture?.type !== 'picture') throw new Error('the document has no picture');
  const [seen, answer] = picture.rows.map(({ cells: [cell] }) => cell);
  return { seen, answer, notes: picture.notes.join(' ') };
}

test('an answer without an upper end ends in an arrow in the figure too, and the note says what it means', () => {
  const { seen, answer, notes } = pictureOf(
    'A,B,C,count\n1,0,0,30-90\n0,1,0,30-90\n0,0,1,30-90\n1,1,0,10-40\n1,0,1,10-40\n0,1,1,10-40\n1,1,1,5-9\n',
  );
  expect(answer?.value).toMatch(/^mindst \d+$/);
  const shapes = answer?.strip.shapes ?? [];
  expect(shapes.map(({ shape }) => shape)).toEqual(['box', 'box', 'arrow']);
  const [, bar, tip] = shapes;
  // The bar goes on to the tip, and the tip to the edge of the strip.
  if (bar?.shape !== 'box' || tip?.shape !== 'arrow') throw new Error('a bar and its tip');
  expect([bar.x + bar.width, tip.x + tip.width]).toEqual([tip.x, answer?.strip.width]);
  expect(notes).toContain('Pilen betyder, at svaret går videre');
  // As many as may have been counted at most are drawn, as on the page: 125 to 399 of them.
  expect(seen?.value).toBe('125–399');
  expect(seen?.strip.shapes.map(({ shape }) => shape)).toEqual(['box', 'box', 'box']);
  expect(notes).toContain('Det lyse stykke');
});

test('an answer with both ends has no arrow', () => {
  const { answer, notes } = pictureOf('A,B,C,count\n1,0,0,43\n0,1,0,34\n0,0,1,71\n1,1,0,58\n1,0,1,20\n0,1,1,65\n1,1,1,247\n');
  expect(answer?.strip.shapes.map(({ shape }) => shape)).toEqual(['box', 'box']);
  expect(notes).not.toContain('Pilen');
});

test('the table of methods begins on the first page and goes on with its head repeated, in PDF and in Word', async () => {
  const analysis = documentOf('A,B,count\n1,0,50\n0,1,40\n1,1,25\n');
  const pdf = planPdf(analysis);
  // The first head is that of the picture. Kept together, the table filled the second page and its remarks the third.
  expect(tableHeads(pdf).map((cells) => cells.length)).toEqual([2, 4, 4]);
  expect(pageCount(pdf)).toBe(2);

  const [, table = ''] = unzipped(await planDocx(analysis), 'word/document.xml')
    .split('Hver metode for sig')
    .slice(-2);
  const rows = (table.split('</w:tbl>')[0] ?? '').split('</w:tr>');
  expect(rows.length).toBeGreaterThan(12);
  // Word keeps the head with the first row, and no row with the next.
  expect(rows.map((row) => (row.match(/<w:keepNext\/>/g) ?? []).length)).toEqual([4, ...rows.slice(1).map(() => 0)]);
});
