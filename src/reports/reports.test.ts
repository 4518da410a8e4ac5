import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { printedOf, releasedEdition } from '../../test/released-edition.ts';
import { unzipped, wordTexts } from '../../test/word.ts';
import { answers2019 } from '../domain/call/answers-2019.ts';
import { call2019 } from '../domain/call/packages/2019-gravide.ts';
import { internalReport, publicReport } from '../domain/call/report.ts';
import type { InternalReport, PublicReport } from '../domain/call/report-document.ts';
import { day } from '../domain/time.ts';
import { reportDocx } from './docx.ts';
import { reportJson } from './json.ts';
import { reportPdf } from './pdf.ts';
import { reportSources } from './sources.ts';

const request = {
  package: call2019,
  answers: answers2019,
  place: 'syddanmark',
  asOf: day('2020-10-15'),
  status: 'reported',
  preview: false,
} as const;

function internalSyddanmark(): InternalReport {
  const outcome = internalReport(request);
  if (outcome.outcome !== 'written') throw new Error('the report is not written');
  return outcome.report;
}

function publicSyddanmark(): PublicReport {
  const outcome = publicReport(request, releasedEdition(request), printedOf(request, releasedEdition(request)));
  if (outcome.outcome !== 'written') throw new Error('the report is not released');
  return outcome.report;
}

describe('the report as a Word document', () => {
  test('holds title, contents with page numbers, counts and repeated heads, in Danish', async () => {
    const archive = await reportDocx(internalSyddanmark());
    const texts = wordTexts(archive);
    expect(texts).toContain('Udsatte gravide kvinder med skadeligt rusmiddelbrug');
    expect(texts.filter((text) => /^4\.3 Antal kvinder\d?$/.test(text))).toEqual([expect.stringMatching(/\d$/), '4.3 Antal kvinder']);
    expect(texts).toContain('Tabel 1: Antal kvinder i målgruppen, som kommunerne i Region Syddanmark har visiteret');
    expect(texts).toContain('1 kommune har haft 1 kvinde i hvert af årene.');
    const document = unzipped(archive, 'word/document.xml');
    expect(document.match(/<w:tblHeader\/>/g)?.length).toBe(3);
    expect(unzipped(archive, 'word/styles.xml')).toContain('w:val="da-DK"');
    expect(unzipped(archive, 'word/footer1.xml')).toContain('NUMPAGES');
    expect(unzipped(archive, 'docProps/core.xml')).toContain('Regional afrapportering, Region Syddanmark');
  });

  test('hides in the public edition what disclosure hides', async () => {
    const texts = wordTexts(await reportDocx(publicSyddanmark()));
    expect(texts.filter((text) => text === 'skjult').length).toBe(6);
    expect(texts).not.toContain('Odense');
    expect(texts.filter((text) => /^[0-4]$/.test(text))).toEqual([]);
  });
});

describe('the report as PDF', () => {
  test('is tagged for screen readers, in Danish, with the title as its title', () => {
    const pdf = Buffer.from(reportPdf(internalSyddanmark())).toString('latin1');
    expect(pdf.startsWith('%PDF-1.7')).toBe(true);
    expect(pdf).toContain('/MarkInfo');
    expect(pdf).toContain('/Lang (da-DK)');
    expect(pdf).toContain('pdfuaid:part');
  });

  test('takes text as text, also where it looks like markup', () => {
    const report = publicSyddanmark();
    const odd = {
      ...report,
      blocks: report.blocks.map((block) => (block.type === 'paragraph' ? { ...block, text: publicText('#panic("x") <5 $ * _ @') } : block)),
    };
    expect(Buffer.from(reportPdf(odd)).toString('latin1').startsWith('%PDF')).toBe(true);
  });

  test('holds the headings and the tables of the report, asked of the compiled template', () => {
    const report = publicSyddanmark();
    const { root, fontFolder, template } = reportSources();
    const { title, subtitle, facts, blocks } = report;
    const inputs = {
      report: JSON.stringify({ title, subtitle, facts, blocks, author: 'Samløb', keywords: [], editionName: 'Offentlig udgave' }),
    };
    const compiler = NodeCompiler.create({ workspace: root, fontArgs: [{ fontPaths: [fontFolder] }], inputs });
    const source = { mainFileContent: readFileSync(template, 'utf8') };
    const headings: readonly { readonly body: { readonly text: string } }[] = compiler.query(source, {
      selector: 'heading.where(outlined: true)',
    });
    expect(headings.map(({ body }) => body.text)).toEqual(blocks.flatMap((block) => (block.type === 'heading' ? [block.text] : [])));
    expect(compiler.query(source, { selector: 'figure' })).toHaveLength(blocks.filter(({ type }) => type === 'table').length);
  });
});

describe('the report as JSON', () => {
  test('holds every figure with definition, edition, source, period, day and place', () => {
    const { figures, tables } = reportJson(internalSyddanmark());
    expect(figures).toHaveLength(144);
    expect(figures[0]).toEqual({
      id: '2019-gravide/any/2017/syddanmark',
      value: 10,
      definition: expect.stringContaining('visiteret til en behandlingsindsats'),
      edition: '2019-gravide/2019-11-26',
      source: expect.stringContaining('Summen af svarene fra 22 af 22 kommuner'),
      period: '2017',
      asOf: '2020-10-15',
      place: 'syddanmark',
    });
    expect(tables.map(({ id }) => id)).toEqual(['antal', 'kommuner', 'region-og-land']);
  });

  test('writes a hidden value as hidden, neither as 0 nor as missing', () => {
    const { figures } = reportJson(publicSyddanmark());
    expect(figures.find(({ id }) => id === '2019-gravide/residential/2018/syddanmark')?.value).toEqual({ suppressed: true });
  });
});

describe('a document for the circle', () => {
  test('cannot be made from what no edition has cleared: it does not compile', () => {
    const raw = { ...publicSyddanmark(), title: 'en rå overskrift' };
    // @ts-expect-error the title is a raw text, so this is neither an internal nor a public report
    expect(reportJson(raw).report.title).toBe('en rå overskrift');
  });
});

function publicText(text: string): PublicReport['title'] {
  return text as PublicReport['title'];
}
