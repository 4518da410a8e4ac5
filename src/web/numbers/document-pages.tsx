/** Published documents: all of them, one with its figures and versions, and the forms of those who write them in. */
import { randomUUID } from 'node:crypto';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { may } from '../../access/decide.ts';
import {
  addDocument,
  addFigure,
  correctDocument,
  correctFigure,
  type DocumentChange,
  type DocumentVersion,
  withdrawDocument,
} from '../../domain/numbers/published-document.ts';
import { danishDay } from '../../domain/time.ts';
import { changeDocument, readDocument, readDocuments } from '../../store/published-documents.ts';
import type { WebContext } from '../context.ts';
import { type Fields, fieldsOf } from '../form.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { documentsAddress, numbersAddress } from './addresses.ts';
import { nothingWritten, type Written } from './document-form.tsx';
import { DocumentList } from './document-list.tsx';
import { writtenDocument, writtenFigure } from './document-reading.ts';
import { type Asked, DocumentView } from './document-view.tsx';
import { documentTexts } from './document-words.ts';
import { disputeTexts } from './texts.ts';

type One = { Params: { document: string } };
type Deed = { Params: { document: string; number: string } };

export const documentPages: FastifyPluginAsync<WebContext> = async (app, { db }) => {
  const list = async (request: FastifyRequest, reply: FastifyReply, written: Written, status = 200): Promise<FastifyReply> => {
    const { language } = request;
    const permit = request.permit();
    const documents = await readDocuments(db, permit);
    return reply.page({
      title: documentTexts(language)('title'),
      status,
      crumbs: [{ href: numbersAddress, text: disputeTexts(language)('title') }],
      content: <DocumentList {...{ documents, written, mayWrite: may(permit.actor, 'document:write'), language }} />,
    });
  };

  const one = async (request: FastifyRequest, reply: FastifyReply, id: string, asked: Asked, status = 200): Promise<FastifyReply> => {
    const { language } = request;
    const permit = request.permit();
    const versions = await readDocument(db, permit, id);
    const [latest] = versions;
    if (!latest) return reply.page({ status: 404, title: documentTexts(language)('notThere'), content: null });
    return reply.page({
      title: latest.title,
      status,
      crumbs: [
        { href: numbersAddress, text: disputeTexts(language)('title') },
        { href: documentsAddress, text: documentTexts(language)('title') },
      ],
      content: <DocumentView {...{ versions, latest, asked, mayWrite: may(permit.actor, 'document:write'), language }} />,
    });
  };

  app.get(documentsAddress, { config: { permission: 'figure:read' } }, (request, reply) => list(request, reply, nothingWritten));

  app.post(documentsAddress, { config: { permission: 'document:write', saysCpr: true } }, async (request, reply) => {
    const fields = fieldsOf(request.body);
    const id = randomUUID();
    const change = await changeDocument(db, request.permit(), { id, seen: 0 }, () =>
      addDocument(id, writtenDocument(fields), danishDay(request.permit().at)),
    );
    if (change.outcome === 'changed') return reply.done(addressOf(id), documentTexts(request.language)('saved'));
    return list(request, reply, writtenBack(fields, change, request.language), 422);
  });

  app.get<One & { Querystring: { ret?: string } }>(
    `${documentsAddress}/:document`,
    { config: { permission: 'figure:read' } },
    (request, reply) => {
      const { ret } = request.query;
      const asked: Asked =
        ret === undefined
          ? { about: 'nothing' }
          : ret === 'dokument'
            ? { about: 'document', written: null }
            : { about: 'figure', number: Number(ret), written: null };
      return one(request, reply, request.params.document, asked);
    },
  );

  /** Saves one deed, or shows the page again with what was written and what is wrong with it. */
  const deed = async (
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    decide: (before: DocumentVersion, used: number, fields: Fields) => DocumentChange,
    askedWith: (written: Written) => Asked,
    done: 'saved' | 'figureSaved' | 'figureRemoved' | 'withdrawnDone',
  ): Promise<FastifyReply> => {
    const { language } = request;
    const fields = fieldsOf(request.body);
    const change = await changeDocument(db, request.permit(), { id, seen: Number(fields.text('set')) }, (before, used) =>
      before ? decide(before, used, fields) : { outcome: 'not-there' },
    );
    if (change.outcome === 'changed') return reply.done(addressOf(id), documentTexts(language)(done));
    const written = writtenBack(fields, change, language, done === 'figureRemoved' || done === 'withdrawnDone');
    return one(request, reply, id, askedWith(written), change.outcome === 'changed-meanwhile' ? 409 : 422);
  };

  app.post<One>(`${documentsAddress}/:document`, { config: { permission: 'document:write', saysCpr: true } }, (request, reply) =>
    deed(
      request,
      reply,
      request.params.document,
      (before, _used, fields) => correctDocument(before, writtenDocument(fields), fields.text('because'), danishDay(request.permit().at)),
      (written) => ({ about: 'document', written }),
      'saved',
    ),
  );
  app.post<One>(`${documentsAddress}/:document/tal`, { config: { permission: 'document:write', saysCpr: true } }, (request, reply) =>
    deed(
      request,
      reply,
      request.params.document,
      (before, used, fields) => addFigure(before, used, writtenFigure(fields)),
      (written) => ({ about: 'new-figure', written }),
      'figureSaved',
    ),
  );
  app.post<Deed>(
    `${documentsAddress}/:document/tal/:number`,
    { config: { permission: 'document:write', saysCpr: true } },
    (request, reply) =>
      deed(
        request,
        reply,
        request.params.document,
        (before, _used, fields) => correctFigure(before, Number(request.params.number), writtenFigure(fields), fields.text('because')),
        (written) => ({ about: 'figure', number: Number(request.params.number), written }),
        'figureSaved',
      ),
  );
  app.post<Deed>(
    `${documentsAddress}/:document/tal/:number/ud`,
    { config: { permission: 'document:write', saysCpr: true } },
    (request, reply) =>
      deed(
        request,
        reply,
        request.params.document,
        (before, _used, fields) => correctFigure(before, Number(request.params.number), null, fields.text('gone')),
        (written) => ({ about: 'removal', number: Number(request.params.number), written }),
        'figureRemoved',
      ),
  );
  app.post<One>(`${documentsAddress}/:document/udgaar`, { config: { permission: 'document:write', saysCpr: true } }, (request, reply) =>
    deed(
      request,
      reply,
      request.params.document,
      (before, _used, fields) => withdrawDocument(before, fields.text('gone')),
      (written) => ({ about: 'withdrawal', written }),
      'withdrawnDone',
    ),
  );
};

function addressOf(id: string): string {
  return `${documentsAddress}/${id}`;
}

type NotSaved = Exclude<Awaited<ReturnType<typeof changeDocument>>, { readonly outcome: 'changed' }>;

/** What was written, and what is wrong with it in words; a document that has changed meanwhile is said in the summary alone. */
function writtenBack(fields: Fields, change: NotSaved, language: Language, isTakenOut = false): Written {
  const say = documentTexts(language);
  const names = [
    'title',
    'publisher',
    'said',
    'address',
    'because',
    'gone',
    'value',
    'kind',
    'event',
    'population',
    'unit',
    'period',
    'year',
    'place',
    'ascertainment',
    'legalBasis',
    'quotation',
    'completeness',
  ];
  const errors: FieldErrors =
    change.outcome === 'faults'
      ? Object.fromEntries(
          Object.entries(change.faults).map(([field, problem]) => [
            isTakenOut && field === 'because' ? 'gone' : field,
            say(`problem.${problem}`),
          ]),
        )
      : {
          set: say(change.outcome === 'changed-meanwhile' ? change.outcome : change.outcome === 'withdrawn' ? 'is-withdrawn' : 'notThere'),
        };
  return { fields: Object.fromEntries(names.map((name) => [name, fields.text(name)])), errors };
}
