/** The files of an analysis of the hidden number: tables for those who go on working with it, documents for those who read it. */
import type { FastifyReply } from 'fastify';
import { analysisFile } from '../../reports/analysis-files.ts';
import { planPdf } from '../../reports/pdf.ts';
import { planDocx } from '../../reports/plan-docx.ts';
import { tableFileTypes } from '../../reports/table-files.ts';
import type { SavedAnalysis } from '../../store/analysis.ts';
import type { Language } from '../ui/language.ts';
import { analysisDocument } from './analysis-document.ts';

const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  ...tableFileTypes,
} as const;

export const analysisFileTypes = ['docx', 'pdf', 'csv', 'xlsx', 'json'] as const satisfies readonly (keyof typeof mediaTypes)[];
export type AnalysisFileType = (typeof analysisFileTypes)[number];

export async function sendAnalysis(
  reply: FastifyReply,
  type: AnalysisFileType,
  saved: SavedAnalysis,
  language: Language,
): Promise<FastifyReply> {
  const content = await contentOf(type, saved, language);
  return reply
    .type(mediaTypes[type])
    .header('content-disposition', `attachment; filename="moerketal-${saved.digest.slice(0, 8)}-intern.${type}"`)
    .header('cache-control', 'no-store')
    .send(typeof content === 'string' ? content : Buffer.from(content));
}

async function contentOf(type: AnalysisFileType, saved: SavedAnalysis, language: Language): Promise<string | Uint8Array> {
  switch (type) {
    case 'docx':
      return planDocx(analysisDocument(saved, language));
    case 'pdf':
      return planPdf(analysisDocument(saved, language));
    case 'csv':
    case 'xlsx':
    case 'json':
      return analysisFile(type, saved, language);
  }
}
