import fc from 'fast-check';
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { unzipped, wordTexts } from '../../test/word.ts';
import { planDocx } from './plan-docx.ts';
import type { PlanDocument } from './plan-document.ts';
import { planPdf } from './pdf.ts';
import { type Strip, stripPng, type StripShape, stripSvg } from './strip.ts';

const strip: Strip = { width: 30, height: 10, shapes: [{ shape: 'box', x: 0, y: 0, width: 15, height: 10, colour: '0B5563' }] };
const plan: PlanDocument = {
  language: 'da',
  title: 'Kan «<5 #let x = [$]» bære opgaven?',
  subtitle: 'Planlægning',
  facts: [{ term: 'Version', text: 'version 3' }],
  blocks: [
    { type: 'paragraph', text: 'Ja, under alle skøn.', isLead: true },
    { type: 'heading', text: 'Svaret' },
    { type: 'terms', rows: [{ term: '6–8 kvinder', text: 'Skønnet kan bære 1 afsnit.' }] },
    {
      type: 'table',
      caption: 'Tal',
      headColumn: 'Skøn',
      columns: [{ title: '6–8', isNumeric: true }],
      rows: [{ head: 'Kommer aldrig ind', cells: ['<1 %'], isTotal: false }],
      notes: ['En note'],
    },
    {
      type: 'picture',
      caption: 'Indskrivninger',
      headColumn: 'Afsnit',
      columns: ['6–8 kvinder', '16–30 kvinder'],
      rows: [
        {
          head: 'Odense',
          cells: [
            { strip, alt: 'Odense: mellem 0 og 2.', value: '0 · 1 · 2' },
            { strip, alt: 'Odense: mellem 1 og 4.', value: '1 · 2 · 4' },
          ],
        },
      ],
      notes: [],
    },
  ],
  footer: 'Viser, afgør ikke',
  words: { page: 'Side', of: 'af', table: 'Tabel', picture: 'Billede' },
};

describe('the answer of a proposal as a document', () => {
  test('is a Word document with heads that repeat, pictures that say what they show, and its language', async () => {
    const archive = await planDocx(plan);
    const texts = wordTexts(archive);
    for (const text of [
      plan.title,
      'Ja, under alle skøn.',
      'Tabel 1: Tal',
      'Billede 1: Indskrivninger',
      // A number is not parted from its sign.
      '<1\u00a0%'.replace('<', '&lt;'),
      'En note',
    ])
      expect(texts.map((one) => one.replaceAll('&lt;', '<'))).toContain(text.replaceAll('&lt;', '<'));
    const document = unzipped(archive, 'word/document.xml');
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(2);
    expect(document).toContain('descr="Odense: mellem 0 og 2."');
    expect(document).toContain('descr="Odense: mellem 1 og 4."');
    for (const text of ['16–30 kvinder', '0 · 1 · 2', '1 · 2 · 4']) expect(texts).toContain(text);
    expect(document).toContain('w:val="Heading1"');
    expect(unzipped(archive, 'word/styles.xml')).toContain('w:val="da-DK"');
    expect(unzipped(await planDocx({ ...plan, language: 'en' }), 'word/styles.xml')).toContain('w:val="en-GB"');
    expect(unzipped(archive, 'word/footer1.xml')).toContain('Viser, afgør ikke');
  });

  test('is a PDF for screen readers, whose texts are never read as markup', () => {
    const bytes = Buffer.from(planPdf(plan)).toString('latin1');
    expect(bytes).toMatch(/pdfuaid/);
    expect(bytes).toContain('/Lang (da');
    expect(bytes).toContain('/Alt');
    expect(Buffer.from(planPdf({ ...plan, language: 'en' })).toString('latin1')).toContain('/Lang (en');
  });
});

/** The colours of a PNG that has eight bits to a colour and no filter, read back dot by dot. */
function dotsOf(png: Uint8Array): { readonly across: number; readonly at: (x: number, y: number) => readonly number[] } {
  const bytes = Buffer.from(png);
  const across = bytes.readUInt32BE(16);
  const start = bytes.indexOf('IDAT');
  const lines = inflateSync(bytes.subarray(start + 4, start + 4 + bytes.readUInt32BE(start - 4)));
  return { across, at: (x, y) => [0, 1, 2].map((part) => lines[y * (1 + 3 * across) + 1 + 3 * x + part] ?? -1) };
}

describe('a strip', () => {
  const colours = ['0B5563', 'A4161A', 'FFFFFF'] as const;
  const shape: fc.Arbitrary<StripShape> = fc.oneof(
    fc.record({
      shape: fc.constant('box' as const),
      x: fc.integer({ min: -4, max: 34 }),
      y: fc.integer({ min: -4, max: 14 }),
      width: fc.integer({ min: 0, max: 20 }),
      height: fc.integer({ min: 0, max: 20 }),
      colour: fc.constantFrom(...colours),
    }),
    fc.record({
      shape: fc.constant('disc' as const),
      x: fc.integer({ min: -4, max: 34 }),
      y: fc.integer({ min: -4, max: 14 }),
      radius: fc.integer({ min: 0, max: 9 }),
      colour: fc.constantFrom(...colours),
    }),
  );

  test('has in each dot the colour of the last shape that covers it', () => {
    fc.assert(
      fc.property(fc.array(shape, { maxLength: 5 }), (shapes) => {
        const { across, at } = dotsOf(stripPng({ width: 30, height: 10, shapes }));
        expect(across).toBe(60);
        for (let y = 0; y < 20; y += 1)
          for (let x = 0; x < 60; x += 1) {
            const corners = [0, 1, 2, 3].map((corner) => [(x + (corner % 2)) / 2, (y + Math.floor(corner / 2)) / 2] as const);
            const covers = (one: StripShape): number =>
              corners.filter(([cx, cy]) =>
                one.shape === 'disc'
                  ? Math.hypot(cx - one.x, cy - one.y) < one.radius
                  : cx >= one.x && cx <= one.x + one.width && cy >= one.y && cy <= one.y + one.height,
              ).length;
            // The edges of discs are mixed: those dots are left out.
            if (shapes.some((one) => one.shape === 'disc' && covers(one) !== 0 && covers(one) !== 4)) continue;
            if (
              shapes.some(
                (one) => one.shape === 'disc' && Math.abs(Math.hypot(x / 2 + 0.25 - one.x, y / 2 + 0.25 - one.y) - one.radius) < 0.8,
              )
            )
              continue;
            const last = shapes.findLast((one) => covers(one) === 4);
            expect(at(x, y)).toEqual([0, 2, 4].map((part) => Number.parseInt((last?.colour ?? 'FFFFFF').slice(part, part + 2), 16)));
          }
      }),
      { numRuns: 60 },
    );
  });

  test('points to the right where something goes on beyond it, as PNG and as SVG', () => {
    const shapes = [{ shape: 'arrow', x: 10, y: 0, width: 20, height: 10, colour: '0B5563' }] as const;
    const { at } = dotsOf(stripPng({ width: 30, height: 10, shapes }));
    const isDark = (x: number, y: number): boolean => at(x, y)[0] === 0x0b;
    // Broad at its foot and narrow at its tip.
    expect([isDark(21, 2), isDark(21, 10), isDark(55, 10), isDark(55, 4), isDark(55, 16), isDark(18, 10)]).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(stripSvg({ width: 30, height: 10, shapes })).toContain('<polygon points="10,0 30,5 10,10" fill="#0B5563"/>');
  });

  test('is the same shapes as SVG', () => {
    expect(stripSvg(strip)).toContain('<rect x="0" y="0" width="15" height="10" fill="#0B5563"/>');
    expect(stripSvg({ ...strip, shapes: [{ shape: 'disc', x: 3, y: 4, radius: 2, colour: 'FFFFFF' }] })).toContain(
      '<circle cx="3" cy="4" r="2" fill="#FFFFFF"/>',
    );
  });
});
