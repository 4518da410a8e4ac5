/** The answer of a proposal as a document: the links, and how it is sent. */
import type { FastifyReply } from 'fastify';
import type { JSX } from 'react';
import { planDocx } from '../../reports/plan-docx.ts';
import type { PlanDocument } from '../../reports/plan-document.ts';
import { planPdf } from '../../reports/pdf.ts';
import type { Language } from '../ui/language.ts';
import { answerTexts } from './texts.ts';

export const answerFileTypes = ['docx', 'pdf'] as const;
export type AnswerFileType = (typeof answerFileTypes)[number];

const mediaTypes: Readonly<Record<AnswerFileType, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};

type Props = { readonly address: string; readonly query: string; readonly language: Language };

export function AnswerFiles({ address, query, language }: Props): JSX.Element {
  const say = answerTexts(language);
  return (
    <p className="no-print">
      {say('files')}{' '}
      {answerFileTypes.map((type) => (
        <span key={type}>
          <a href={`${address}.${type}${query}`}>{say(`file.${type}`)}</a>{' '}
        </span>
      ))}
    </p>
  );
}

/** `name` is that of the file, without its ending. */
export async function sendAnswer(reply: FastifyReply, type: AnswerFileType, name: string, document: PlanDocument): Promise<FastifyReply> {
  const content = type === 'docx' ? await planDocx(document) : planPdf(document);
  return reply.type(mediaTypes[type]).header('content-disposition', `attachment; filename="${name}.${type}"`).send(Buffer.from(content));
}
