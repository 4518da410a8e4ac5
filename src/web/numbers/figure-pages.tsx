/** Figures drawn from the pathways: all of them, and one with its places, years, definition, files and the pathways behind it. */
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import type { JSX } from 'react';
import { may } from '../../access/decide.ts';
import { type FigureSight, sightOf } from '../../access/figures.ts';
import { figureDefinition, figureDefinitions } from '../../domain/numbers/definitions.ts';
import { definitionThemes, type FigureDefinition } from '../../domain/numbers/figure-definition.ts';
import { danishDay } from '../../domain/time.ts';
import { figureFile } from '../../reports/figure-files.ts';
import { type TableFileType, tableFileTypes } from '../../reports/table-files.ts';
import { figureRow } from '../../reports/figure-rows.ts';
import { type FigureLine, linesBehind, seeFigures, type SeenFigures } from '../../store/figure-view.ts';
import type { WebContext } from '../context.ts';
import { pathwayAddress } from '../pathways/addresses.ts';
import { SelectField, TextField } from '../ui/fields.tsx';
import { dayText, numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Card, Pairs, Sheet, Strip } from '../ui/pieces.tsx';
import { figureAddress, figuresAddress, numbersAddress } from './addresses.ts';
import { type FigureQuery, type FigureQueryText, readFigureQuery } from './figure-query.ts';
import { FigureTable, ValueCell } from './figure-view.tsx';
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
      content: <FigureList seen={seen} sight={sight} years={yearsOf(years)} language={language} />,
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
      content: <OneFigure {...{ definition, seen, sight, query, asked, lines, language }} />,
    });
  });
};

function noSuchFigure(reply: FastifyReply, language: Language): FastifyReply {
  return reply.page({ status: 404, title: figureTexts(language)('noSuch'), content: null });
}

async function sendFile(reply: FastifyReply, definition: FigureDefinition, seen: SeenFigures, type: TableFileType): Promise<FastifyReply> {
  const { id, title, text, origin, from } = definition;
  const rows = seen.outcome === 'not-published' ? [] : seen.figures.map(figureRow);
  const protection = seen.outcome === 'internal' ? 'internal' : 'protected';
  const content = await figureFile(type, { title, definition: text, origin, inForce: from, protection }, rows);
  return reply
    .type(tableFileTypes[type])
    .header('content-disposition', `attachment; filename="${id}-${protection === 'internal' ? 'intern' : 'beskyttet'}.${type}"`)
    .header('cache-control', 'no-store')
    .send(typeof content === 'string' ? content : Buffer.from(content));
}

function yearsOf([from, to]: readonly [number, number]): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

type ListProps = {
  readonly seen: readonly SeenFigures[];
  readonly sight: FigureSight;
  readonly years: readonly number[];
  readonly language: Language;
};

function FigureList({ seen, sight, years, language }: ListProps): JSX.Element {
  const say = figureTexts(language);
  return (
    <>
      <p>{say('intro')}</p>
      <Strip>
        <p>{say(`sight.${sight.sees}`)}</p>
      </Strip>
      {definitionThemes.map((theme) => (
        <Sheet key={theme} caption={say(`theme.${theme}`)}>
          <thead>
            <tr>
              <th scope="col">{say('figure')}</th>
              {years.map((year) => (
                <th scope="col" className="number" key={year}>
                  {year}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {figureDefinitions.map((definition, index) => {
              const found = seen[index];
              return (
                definition.theme === theme && (
                  <tr key={definition.id}>
                    <th scope="row" lang="da">
                      <a href={figureAddress(definition.id)}>{definition.title}</a>
                      <br />
                      <span className="quiet">{definition.text}</span>
                    </th>
                    {years.map((year) => (
                      <Summary key={year} definition={definition} seen={found} year={year} language={language} />
                    ))}
                  </tr>
                )
              );
            })}
          </tbody>
        </Sheet>
      ))}
      {seen.some(({ outcome }) => outcome === 'not-published') && <p className="quiet">{say('notPublished')}</p>}
    </>
  );
}

type SummaryProps = {
  readonly definition: FigureDefinition;
  readonly seen: SeenFigures | undefined;
  readonly year: number;
  readonly language: Language;
};

/** The widest place that is seen; parts of a divided count are added up. */
function Summary({ definition, seen, year, language }: SummaryProps): JSX.Element {
  const figures = seen && seen.outcome !== 'not-published' ? seen.figures.filter(({ period }) => period === `${year}`) : [];
  const widest = figures.filter(({ place }) => place === (figures.some((one) => one.place === 'danmark') ? 'danmark' : figures[0]?.place));
  const [first] = widest;
  const added = definition.measure.kind === 'count' || definition.measure.kind === 'nights';
  const total = widest.reduce((sum, { value }) => sum + (typeof value === 'number' ? value : 0), 0);
  if (added && definition.splitBy !== null && seen?.outcome === 'internal')
    return <td className="number">{numberText(total, language)}</td>;
  return <ValueCell figure={first} language={language} />;
}

type OneProps = {
  readonly definition: FigureDefinition;
  readonly seen: SeenFigures;
  readonly sight: FigureSight;
  readonly query: FigureQuery;
  readonly asked: FigureQueryText;
  readonly lines: readonly FigureLine[] | null;
  readonly language: Language;
};

function OneFigure({ definition, seen, sight, query, asked, lines, language }: OneProps): JSX.Element {
  const say = figureTexts(language);
  const years = seen.outcome === 'protected' ? seen.years : yearsOf(query.years);
  const [first] = seen.outcome === 'not-published' ? [] : seen.figures;
  const repeated = Object.fromEntries(Object.entries(asked).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  return (
    <>
      <Strip>
        <p>{say(`sight.${sight.sees}`)}</p>
        {seen.outcome !== 'not-published' && (
          <p className="no-print">
            {say('download')}:{' '}
            {(['xlsx', 'csv', 'json'] as const).map((format) => (
              <a key={format} href={figureAddress(definition.id, repeated, format)}>
                {say(format)}{' '}
              </a>
            ))}
            <br />
            {say(`file.${seen.outcome}`)}
          </p>
        )}
      </Strip>
      <form method="get" className="figure-query card no-print">
        <TextField
          name="periode"
          label={say('period')}
          hint={say('periodHint')}
          value={asked.periode ?? query.years.join('..')}
          errors={query.errors}
        />
        {(sight.sees === 'country' || sight.sees === 'region') && (
          <SelectField
            name="efter"
            label={say('by')}
            value={query.by}
            options={(sight.sees === 'country'
              ? (['region', 'municipality', 'country'] as const)
              : (['region', 'municipality'] as const)
            ).map((by) => ({ value: by, text: say(`by.${by}`) }))}
          />
        )}
        {sight.sees !== 'protected' && (
          <TextField name="pr" label={say('asOf')} hint={say('asOfHint')} type="date" value={asked.pr ?? ''} errors={query.errors} />
        )}
        <button type="submit" className="button button-primary">
          {say('show')}
        </button>
      </form>
      {seen.outcome === 'not-published' ? (
        <Alert tone="notice">{say('notPublished')}</Alert>
      ) : (
        <FigureTable definition={definition} figures={seen.figures} years={years} language={language} short={query.by === 'municipality'} />
      )}
      <Card>
        <Pairs
          pairs={[
            [
              say('definition'),
              <span key="text" lang="da">
                {definition.text}
              </span>,
            ],
            [
              say('origin'),
              <span key="origin" lang="da">
                {definition.origin}
              </span>,
            ],
            [say('edition'), first?.definition.edition ?? definition.edition],
            [say('inForce'), dayText(definition.from, language)],
            ...(first
              ? ([
                  [
                    say('source'),
                    <span key="source" lang="da">
                      {first.source}
                    </span>,
                  ],
                  [say('asOf'), dayText(first.asOf, language)],
                ] as const)
              : []),
          ]}
        />
      </Card>
      {lines && <Behind lines={lines} language={language} />}
    </>
  );
}

function Behind({ lines, language }: { readonly lines: readonly FigureLine[]; readonly language: Language }): JSX.Element {
  const say = figureTexts(language);
  if (lines.length === 0) return <Card heading={say('list')}>{say('listNone')}</Card>;
  return (
    <>
      <h2>{say('list')}</h2>
      <p>{say('listIntro')}</p>
      <Sheet caption={say('list')}>
        <thead>
          <tr>
            <th scope="col">{say('pathway')}</th>
            <th scope="col">{say('happened')}</th>
            <th scope="col" className="number">
              {disputeTexts(language)('year')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ pathway, calledName, happened, year }) => (
            <tr key={`${pathway} ${happened} ${year}`}>
              <th scope="row">
                <a href={pathwayAddress(pathway)}>{calledName}</a>
              </th>
              <td>{dayText(happened, language)}</td>
              <td className="number">{year}</td>
            </tr>
          ))}
        </tbody>
      </Sheet>
    </>
  );
}
