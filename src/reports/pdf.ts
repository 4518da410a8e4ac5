/** A report as PDF: a fixed Typst template, tagged for screen readers (PDF/UA-1), with the report as data that is never read as markup. */
import { readFileSync } from 'node:fs';
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';
import type { InternalReport, PublicReport } from '../domain/call/report-document.ts';
import type { PlanDocument } from './plan-document.ts';
import { columnShares } from './short-columns.ts';
import { type ReportSources, reportSources } from './sources.ts';
import { stripSvg } from './strip.ts';

/** Writes a report as PDF. Throws when the template does not compile: that is a bug, since no text is read as markup. */
export function reportPdf(report: InternalReport | PublicReport, sources: ReportSources = reportSources()): Uint8Array {
  return pdfOf(pdfInput(report), sources);
}

/** Writes the answer of a proposal as PDF, by the same template. */
export function planPdf(plan: PlanDocument, sources: ReportSources = reportSources()): Uint8Array {
  const { title, subtitle, facts, language, words, footer } = plan;
  const blocks = plan.blocks.map((block) => {
    if (block.type === 'table') return { ...block, shares: columnShares(block) };
    if (block.type !== 'picture') return block;
    return {
      ...block,
      rows: block.rows.map(({ head, cells }) => ({
        head,
        cells: cells.map(({ strip, ...cell }) => ({ ...cell, svg: stripSvg(strip) })),
      })),
    };
  });
  const short = { language, words, footer };
  return pdfOf({ title, subtitle, facts, blocks, author: 'Samløb', keywords: [], editionName: '', short }, sources);
}

function pdfOf(input: object, sources: ReportSources): Uint8Array {
  const compiler = NodeCompiler.create({
    workspace: sources.root,
    fontArgs: [{ fontPaths: [sources.fontFolder] }],
    inputs: { report: JSON.stringify(input) },
  });
  return compiler.pdf({ mainFileContent: readFileSync(sources.template, 'utf8') }, { pdfStandard: PdfStandard.UA_1 });
}

function pdfInput(report: InternalReport | PublicReport): object {
  const { title, subtitle, facts, blocks, edition, call } = report;
  return {
    title,
    subtitle,
    facts,
    blocks,
    author: 'Samløb',
    keywords: [call, edition],
    editionName: edition === 'public' ? 'Offentlig udgave' : 'Intern udgave: må ikke offentliggøres',
  };
}
