/** The trace for data protection: who has seen and done what, newest first. */
import type { FastifyPluginAsync } from 'fastify';
import type { JSX } from 'react';
import { type Permission, permissions } from '../../access/permissions.ts';
import { type TraceLine, traceLines } from '../../store/trace.ts';
import type { WebContext } from '../context.ts';
import { loginTexts } from '../login/texts.ts';
import { momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Sheet } from '../ui/pieces.tsx';
import { traceTexts } from './texts.ts';

/** A line keeps the permission of its day, which may be gone from the table since. */
function isPermission(text: string): text is Permission {
  return Object.hasOwn(permissions, text);
}

const linesOnAPage = 100;

export const tracePages: FastifyPluginAsync<WebContext> = async (app, { db }) => {
  app.get<{ Querystring: { foer?: string } }>('/spor', { config: { permission: 'trace:read' } }, async (request, reply) => {
    const before = /^\d{1,15}$/.test(request.query.foer ?? '') ? Number(request.query.foer) : null;
    const lines = await traceLines(db, request.permit(), { count: linesOnAPage, before });
    return reply.page({ title: traceTexts(request.language)('title'), content: <Trace lines={lines} language={request.language} /> });
  });
};

/** What was done. A page that is opened with the permission of an act, and where nothing was saved, is not told as the act. */
function didText({ permission, wrote }: TraceLine, language: Language): string {
  const say = traceTexts(language);
  if (!isPermission(permission)) return permission;
  const did = say(`did.${permission}`);
  return wrote === false && !isReading(permission) ? say('opened', { did }) : did;
}

/** Permissions that let somebody see something and change nothing. */
function isReading(permission: Permission): boolean {
  return /:(read|list|own|find|internal|public|published)$/.test(permission);
}

function Trace({ lines, language }: { readonly lines: readonly TraceLine[]; readonly language: Language }): JSX.Element {
  const [say, role] = [traceTexts(language), loginTexts(language)];
  const last = lines.at(-1);
  return (
    <>
      <p>
        {say('intro')} <a href="/tal/lister">{say('lists')}</a>
      </p>
      <Sheet caption={say('caption', { count: lines.length })}>
        <thead>
          <tr>
            <th scope="col">{say('at')}</th>
            <th scope="col">{say('who')}</th>
            <th scope="col">{say('role')}</th>
            <th scope="col">{say('did')}</th>
            <th scope="col">{say('about')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.number}>
              <td>{momentText(line.at, language)}</td>
              <th scope="row">{line.name}</th>
              <td>
                {role(`role.${line.role}`)}, {line.organisationName}
              </td>
              <td>{didText(line, language)}</td>
              <td>
                {say(`kind.${line.subjectKind}`)} {line.subject !== null && <code>{line.subject}</code>}
                {line.outcome === 'not-there' && <span className="quiet"> {say('nothingSeen')}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </Sheet>
      {last && lines.length === linesOnAPage && <a href={`/spor?foer=${last.number}`}>{say('older')}</a>}
    </>
  );
}
