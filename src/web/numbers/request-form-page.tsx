/** The form for an overlap table: counts only, to be filled in by those who hold the lists and pasted back as it is. */
import type { FastifyPluginAsync } from 'fastify';
import type { JSX } from 'react';
import type { WebContext } from '../context.ts';
import { type FieldErrors, TextField } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { Card, Sheet } from '../ui/pieces.tsx';
import { analysesAddress, numbersAddress, requestFormAddress } from './addresses.ts';
import { fileRules, requestFormTexts } from './request-form-words.ts';
import { analysisTexts, disputeTexts } from './texts.ts';

type Query = { Querystring: { lister?: string } };

/** What a pen writes over: a cell with nothing in it. */
const toFill = '\u00a0';
const usualLists = 'Rusmiddelbehandling;Familieambulatorium;Landspatientregisteret';
const [fewestLists, mostLists, longestName] = [2, 6, 40];

export const requestFormPages: FastifyPluginAsync<WebContext> = async (app) => {
  app.get<Query>(requestFormAddress, { config: { permission: 'estimate:make' } }, async ({ query, language }, reply) => {
    const written = query.lister ?? usualLists;
    const lists = listsIn(written);
    const say = analysisTexts(language);
    return reply.page({
      title: say('formTitle'),
      status: lists ? 200 : 422,
      crumbs: [
        { href: numbersAddress, text: disputeTexts(language)('title') },
        { href: analysesAddress, text: say('title') },
      ],
      content: (
        <RequestForm written={written} lists={lists} errors={lists ? {} : { lister: say('problem.formLists') }} language={language} />
      ),
    });
  });

  app.get<Query>(`${requestFormAddress}.csv`, { config: { permission: 'estimate:make' } }, async ({ query, language }, reply) => {
    const lists = listsIn(query.lister ?? usualLists);
    if (!lists) return reply.code(422).type('text/plain; charset=utf-8').send(analysisTexts(language)('problem.formLists'));
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="overlapstabel.csv"')
      .send(`\uFEFF${formCsv(lists, language)}`);
  });
};

/** The names, or null when they are not two to six different ones. */
function listsIn(text: string): readonly string[] | null {
  const names = text.split(';').map((name) => name.trim());
  const isName = (name: string): boolean =>
    name.length > 0 && name.length <= longestName && !/["\r\n]|^(count|antal)$|^[=+@#-]/i.test(name);
  if (names.length < fewestLists || names.length > mostLists || !names.every(isName)) return null;
  return new Set(names).size === names.length ? names : null;
}

/** Every combination of lists but none of them, those on few lists first. */
function combinationsOf(lists: readonly string[]): readonly (readonly boolean[])[] {
  const all = Array.from({ length: 2 ** lists.length - 1 }, (_, at) => lists.map((_list, list) => (((at + 1) >> list) & 1) === 1));
  const size = (on: readonly boolean[]): number => on.filter(Boolean).length;
  return all.toSorted((a, b) => size(a) - size(b));
}

/** What one who fills in the file must know stands above the counts: the file is sent on without the page. */
function formCsv(lists: readonly string[], language: Language): string {
  const say = requestFormTexts(language);
  const told = [...fileRules.map((rule) => say(rule)), ...lists.map((list) => say('define', { list }))].map(
    (text) => `"# ${text.replaceAll('"', '""')}"`,
  );
  const head = [...lists.map((name) => `"${name}"`), say('count')].join(';');
  const lines = combinationsOf(lists).map((on) => `${on.map(Number).join(';')};`);
  return `${[...told, head, ...lines].join('\r\n')}\r\n`;
}

/** In the order in which one meets them on the page, where the marks are words. */
const pageRules = ['only-counts', 'words', 'exactly', 'zero', 'small', 'totals', 'once'] as const;

type Props = {
  readonly written: string;
  readonly lists: readonly string[] | null;
  readonly errors: FieldErrors;
  readonly language: Language;
};

function RequestForm({ written, lists, errors, language }: Props): JSX.Element {
  const say = analysisTexts(language);
  return (
    <>
      <p>{say('formIntro')}</p>
      <form method="get" className="figure-query long-query card no-print">
        <TextField name="lister" label={say('formLists')} hint={say('formListsHint')} value={written} errors={errors} />
        <button type="submit" className="button button-primary">
          {say('formShow')}
        </button>
      </form>
      {lists && (
        <>
          <p className="no-print">
            {say('print')} <a href={`${requestFormAddress}.csv?${new URLSearchParams({ lister: written }).toString()}`}>{say('formCsv')}</a>
          </p>
          <Sheet caption={say('formDefinitions')}>
            <thead>
              <tr>
                {(['formList', 'formDefinition', 'formPeriod', 'formOwner'] as const).map((key) => (
                  <th key={key} scope="col">
                    {say(key)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lists.map((name) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>{toFill}</td>
                  <td>{toFill}</td>
                  <td>{toFill}</td>
                </tr>
              ))}
            </tbody>
          </Sheet>
          <Card heading={say('formCounts')}>
            <ol>
              {pageRules.map((rule) => (
                <li key={rule}>{requestFormTexts(language)(rule)}</li>
              ))}
            </ol>
          </Card>
          <Combinations lists={lists} language={language} />
        </>
      )}
    </>
  );
}

function Combinations({ lists, language }: { readonly lists: readonly string[]; readonly language: Language }): JSX.Element {
  const say = analysisTexts(language);
  return (
    <Sheet caption={say('formCounts')}>
      <thead>
        <tr>
          {lists.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
          <th scope="col">{say('count')}</th>
        </tr>
      </thead>
      <tbody>
        {combinationsOf(lists).map((on) => (
          <tr key={on.map(Number).join('')}>
            {on.map((isOn, list) => (
              <td key={lists[list]}>{isOn ? say('onList') : '–'}</td>
            ))}
            <td>{toFill}</td>
          </tr>
        ))}
      </tbody>
    </Sheet>
  );
}
