/** Public cost of pathways: tables that a planner uploads, and what they come to. Nothing is invented. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { may } from '../../access/decide.ts';
import { isOwnCostTable } from '../../domain/planning/costs/cost-table-removal.ts';
import { type KeptCostTable, readCostTable, readCostTables, readRemovedCostTables, saveCostTable } from '../../store/planning-costs.ts';
import type { WebContext } from '../context.ts';
import { fieldsOf, formKey } from '../form.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { acceptUploads, fieldsBeside, fileIn } from '../upload.ts';
import { costsAddress, planAddress } from './addresses.ts';
import { UnknownChoice, unknownAsked } from './unknown-choice.tsx';
import type { CostPair } from './cost-comparison.tsx';
import { costAnswerCsv, costAnswerJson, tableHead, uploadedCsv } from './cost-files.ts';
import { costFormFields, type CostFormFields, readCostForm } from './cost-form.ts';
import { CostList } from './cost-list.tsx';
import { costTableGone, RemovalOffer } from './cost-removal.tsx';
import { type CostQuery, CostView } from './cost-view.tsx';
import { costsTexts, planTexts } from './texts.ts';
import { amountIn } from './written.ts';

type One = { Params: { table: string }; Querystring: Partial<Record<keyof CostQuery, unknown>> };

const csvType = 'text/csv; charset=utf-8';
const nothingWritten: CostFormFields = { titel: '', kilde: '', valuta: '', prisaar: '', rente: '', alder: '', tabel: '' };

export const costPages: FastifyPluginAsync<WebContext> = async (app, { db, newId }) => {
  type Refused = {
    readonly written: CostFormFields;
    readonly key: string;
    readonly errors: FieldErrors;
    readonly faults: readonly string[];
  };
  const list = async (request: FastifyRequest, reply: FastifyReply, refused: Refused | null) => {
    const { language, actor } = request;
    return reply.page({
      title: costsTexts(language)('title'),
      crumbs: crumbs(language),
      status: refused ? 422 : 200,
      content: (
        <CostList
          saved={await readCostTables(db, request.permit())}
          removed={await readRemovedCostTables(db, request.permit())}
          maySave={actor !== null && may(actor, 'plan:make')}
          written={refused?.written ?? nothingWritten}
          formKey={refused?.key ?? newId()}
          errors={refused?.errors ?? {}}
          faults={refused?.faults ?? []}
          language={language}
        />
      ),
    });
  };

  app.get(costsAddress, { config: { permission: 'plan:read' } }, (request, reply) => list(request, reply, null));

  app.get(`${costsAddress}/tom.csv`, { config: { permission: 'plan:read' } }, async (_, reply) =>
    send(reply, csvType, 'udgifter.csv', `${tableHead}\r\n`),
  );

  await app.register(async (files) => {
    acceptUploads(files);
    files.post(costsAddress, { config: { permission: 'plan:make' } }, async (request, reply) => {
      const { language, body } = request;
      const fields = fieldsOf(fieldsBeside(body));
      const key = formKey(fields, newId);
      const read = readCostForm(fields, fileIn(body, 'fil'), language);
      if (read.outcome === 'refused') {
        const written = Object.fromEntries(costFormFields.map((name) => [name, fields.text(name)]));
        return list(request, reply, { ...read, written: { ...nothingWritten, ...written }, key });
      }
      const { title, source, table } = read;
      await saveCostTable(db, request.permit(), { id: key, title, source, content: table });
      return reply.done(`${costsAddress}/${key}`, costsTexts(language)('done'));
    });
  });

  app.get<One>(`${costsAddress}/:table`, { config: { permission: 'plan:read' } }, async (request, reply) => {
    const { language, actor } = request;
    const kept = await readCostTable(db, request.permit(), request.params.table);
    if (!kept) return costTableGone(db, request, reply);
    const { query, pair, errors } = askedOf(kept, request.query, language);
    const known = kept.content.lines.map(({ pathway }) => pathway);
    return reply.page({
      title: kept.title,
      crumbs: [...crumbs(language), { href: costsAddress, text: costsTexts(language)('title') }],
      status: Object.keys(errors).length > 0 ? 422 : 200,
      content: (
        <>
          {(
            [
              ['en', 'one'],
              ['anden', 'other'],
            ] as const
          ).map(([field, name]) => (
            <UnknownChoice
              key={field}
              asked={unknownAsked(request.query[field], known)}
              field={costsTexts(language)(name)}
              shown={query[field] === '' ? costsTexts(language)('nothing') : query[field]}
              language={language}
            />
          ))}
          <CostView {...{ kept, query, pair, errors, language }} />
          {actor !== null && may(actor, 'plan:make') && (
            <RemovalOffer kept={kept} isOwn={isOwnCostTable(kept.owner, actor)} language={language} />
          )}
        </>
      ),
    });
  });

  for (const [file, type, content] of [
    ['svar.csv', csvType, costAnswerCsv],
    ['svar.json', 'application/json; charset=utf-8', costAnswerJson],
    ['tabel.csv', csvType, uploadedCsv],
  ] as const)
    app.get<One>(`${costsAddress}/:table/${file}`, { config: { permission: 'plan:read' } }, async (request, reply) => {
      const kept = await readCostTable(db, request.permit(), request.params.table);
      if (!kept) return costTableGone(db, request, reply);
      return send(reply, type, file, await content(kept, askedOf(kept, request.query, request.language).pair));
    });
};

/** What is compared: the first of the table against the next, where nothing else is asked for that is in it. */
function askedOf(
  { content: { lines } }: KeptCostTable,
  asked: One['Querystring'],
  language: Language,
): { readonly query: CostQuery; readonly pair: CostPair | null; readonly errors: FieldErrors } {
  const say = costsTexts(language);
  const names = [...new Set(lines.map(({ pathway }) => pathway))];
  const text = (name: keyof CostQuery): string => {
    const value = asked[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  const known = (name: keyof CostQuery): string | undefined => names.find((pathway) => pathway === text(name));
  const one = known('en') ?? names.find((name) => name !== known('anden')) ?? '';
  const other = known('anden') ?? names.find((name) => name !== one) ?? '';
  const query = { en: one, anden: other, engang: text('engang') };
  const once = query.engang === '' ? 0 : amountIn(query.engang);
  const errors = {
    ...(once === null || once < 0 ? { engang: say('fault.once') } : {}),
    ...(one === other && one !== '' ? { anden: say('fault.same') } : {}),
  };
  const isWhole = other !== '' && once !== null && Object.keys(errors).length === 0;
  return { query, pair: isWhole ? { one, other, once } : null, errors };
}

function crumbs(language: Language) {
  return [{ href: planAddress, text: planTexts(language)('title') }];
}

function send(reply: FastifyReply, type: string, name: string, content: string | Uint8Array): FastifyReply {
  return reply.type(type).header('content-disposition', `attachment; filename="${name}"`).send(content);
}
