/** Figures drawn from the pathways: all of them, and one with its places, years, definition, files and the pathways behind it. */
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { may } from '../../access/decide.ts';
import { sightOf } from '../../access/figures.ts';
import { figureDefinition, figureDefinitions } from '../../domain/numbers/definitions.ts';
import type { FigureDefinition } from '../../domain/numbers/figure-definition.ts';
import { danishDay } from '../../domain/time.ts';
import { comparedText } from '../../reports/figure-compare.ts';
import { figureFile } from '../../reports/figure-files.ts';
import { type TableFileType, tableFileTypes } from '../../reports/table-files.ts';
import { figureRow } from '../../reports/figure-rows.ts';
import { linesBehind, seeFigures, type SeenFigures } from '../../store/figure-view.ts';
import type { WebContext } from '../context.ts';
import type { Language } from '../ui/language.ts';
import { figuresAddress, numbersAddress } from './addresses.ts';
import { FigureList } from './figure-list.tsx';
import { OneFigure } from './figure-one.tsx';
import { partText } from './figure-view.tsx';
import { type FigureQueryText, readFigureQuery, yearsOf } from './figure-query.ts';
import { disputeTexts, figureTexts } from './texts.ts';

type FigureRequest = { Params: { figure: string }; Querystring: FigureQueryText };

export const figurePages: FastifyPluginAsync<WebContext> = async (app, { db, now }) => {
  app.get(figuresAddress, { config: { permission: 'figure:read' } }, async (request, reply) => {
    const { language } = request;
    const permit = request.permit();
    const sight = sightOf(permit.actor);
    const { years } = readFigureQuery({}, danishDay(now()), language);
    const seen = await seeFigures(
      db,
      permit,
      sight,
      figureDefinitions.map((definition) => ({ definition, years, by: 'country', asOf: null })),
    );
    return reply.page({
      title: figureTexts(language)('title'),
      crumbs: [{ href: numbersAddress, text: disputeTexts(language)('title') }],
      content: (
        <FigureList
          {...{ seen, sight, years: yearsOf(years), today: danishDay(permit.at), releases: may(permit.actor, 'release:make'), language }}
        />
      ),
    });
  });

  app.get<FigureRequest>(`${figuresAddress}/:figure`, { config: { permission: 'figure:read' } }, async (request, reply) => {
    const { language, params, query: asked } = request;
    const [id = '', ending] = params.figure.split('.');
    const type = (Object.keys(tableFileTypes) as TableFileType[]).find((known) => known === ending);
    const definition = figureDefinition(id);
    if (!definition || (ending !== undefined && !type)) return noSuchFigure(reply, language);
    const permit = request.permit();
    const sight = sightOf(permit.actor);
    const query = readFigureQuery(asked, danishDay(permit.at), language);
    const question = { definition, ...query };
    const [seen] = await seeFigures(db, permit, sight, [question]);
    if (!seen) return noSuchFigure(reply, language);
    if (type) return sendFile(reply, definition, seen, type);
    const lines = may(permit.actor, 'pathway:list') ? await linesBehind(db, permit, question) : null;
    return reply.page({
      title: definition.title,
      status: Object.keys(query.errors).length === 0 ? 200 : 422,
      crumbs: [
        { href: numbersAddress, text: disputeTexts(language)('title') },
        { href: figuresAddress, text: figureTexts(language)('title') },
      ],
      content: (
        <OneFigure
          {...{
            definition,
            seen,
            sight,
            query,
            asked,
            lines,
            today: danishDay(permit.at),
            releases: may(permit.actor, 'release:make'),
            calls: may(permit.actor, 'call:read'),
            language,
          }}
        />
      ),
    });
  });
};

function noSuchFigure(reply: FastifyReply, language: Language): FastifyReply {
  return reply.page({ status: 404, title: figureTexts(language)('noSuch'), content: null });
}

async function sendFile(reply: FastifyReply, definition: FigureDefinition, seen: SeenFigures, type: TableFileType): Promise<FastifyReply> {
  const { id, title, text, origin, from } = definition;
  const rows =
    seen.outcome === 'not-published'
      ? []
      : seen.figures.map((figure) => ({ ...figureRow(figure), partName: figure.part === null ? '' : partText(figure.part, 'da') }));
  const protection = seen.outcome === 'internal' ? 'internal' : 'protected';
  const content = await figureFile(
    type,
    { title, definition: text, comparedWith: comparedText(definition, 'da'), origin, inForce: from, protection },
    rows,
  );
  return reply
    .type(tableFileTypes[type])
    .header('content-disposition', `attachment; filename="${id}-${protection === 'internal' ? 'intern' : 'beskyttet'}.${type}"`)
    .header('cache-control', 'no-store')
    .send(typeof content === 'string' ? content : Buffer.from(content));
}
