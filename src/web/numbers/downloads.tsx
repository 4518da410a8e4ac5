/** The files of a page of numbers: the links to them, and the addresses where they are sent from. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { JSX } from 'react';
import type { Permission } from '../../access/permissions.ts';
import { type NumberFile, numberFile } from '../../reports/number-file.ts';
import { type TableFileType, tableFileTypes } from '../../reports/table-files.ts';
import type { Language } from '../ui/language.ts';
import { figureTexts } from './texts.ts';

const formats = ['xlsx', 'csv', 'json'] as const satisfies readonly TableFileType[];

type LinksProps = {
  readonly address: string;
  /** What the page was asked for: the file is of the same. */
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly language: Language;
};

export function Downloads({ address, query = {}, language }: LinksProps): JSX.Element {
  const say = figureTexts(language);
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const asked = new URLSearchParams(given).toString();
  return (
    <p className="no-print">
      {say('download')}:{' '}
      {formats.map((format) => (
        <a key={format} href={`${address}.${format}${asked === '' ? '' : `?${asked}`}`}>
          {say(format)}{' '}
        </a>
      ))}
    </p>
  );
}

type Files = {
  readonly address: string;
  readonly permission: Permission;
  /** The name of the file, without its ending. */ readonly name: string;
};

/** Sends the file of a page in each format. A page that has no numbers to send says so with null. */
export function tableFiles<Asked>(
  app: FastifyInstance,
  { address, permission, name }: Files,
  fileOf: (request: FastifyRequest<{ Querystring: Asked }>) => Promise<NumberFile | null>,
): void {
  for (const format of formats)
    app.get<{ Querystring: Asked }>(`${address}.${format}`, { config: { permission } }, async (request, reply) => {
      const file = await fileOf(request);
      if (!file) return reply.code(422).type('text/plain; charset=utf-8').send(figureTexts(request.language)('noFile'));
      const content = await numberFile(format, file);
      return reply
        .type(tableFileTypes[format])
        .header('content-disposition', `attachment; filename="${name}.${format}"`)
        .header('cache-control', 'no-store')
        .send(typeof content === 'string' ? content : Buffer.from(content));
    });
}
