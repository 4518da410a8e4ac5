/** The form for an overlap table: counts only, to be filled in by those who hold the lists and pasted back as it is. */
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { JSX } from 'react';
import { documentLimit } from '../../access/document-limit.ts';
import { danishDay } from '../../domain/time.ts';
import { planPdf } from '../../reports/pdf.ts';
import { placeName } from '../../reports/place-name.ts';
import { planDocx } from '../../reports/plan-docx.ts';
import type { WebContext } from '../context.ts';
import { type FieldErrors, TextField } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { Alert, Card, Pairs, Sheet } from '../ui/pieces.tsx';
import { analysesAddress, numbersAddress, requestFormAddress } from './addresses.ts';
import { requestDocument } from './request-form-document.ts';
import { faultsOf, missingTerms, type RequestQuery, termLines, termsAsked, type WrittenTerms } from './request-form-terms.ts';
import { fileRules, pageRules, requestFormTexts, requestTerms } from './request-form-words.ts';
import { analysisTexts, disputeTexts } from './texts.ts';

type Query = { Querystring: RequestQuery };

/** What a pen writes over: a cell with nothing in it. */
const toFill = '\u00a0';
const usualLists = 'Rusmiddelbehandling;Familieambulatorium;Landspatientregisteret';
const [fewestLists, mostLists, longestName] = [2, 6, 40];

const documents = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;

export const requestFormPages: FastifyPluginAsync<WebContext> = async (app) => {
  const asked = (request: FastifyRequest<Query>): Asked => {
    const { query, language } = request;
    const { actor, at } = request.permit();
    const today = danishDay(at);
    const { region } = actor.organisation;
    const place = placeName(region ?? 'danmark');
    const written = query.lister ?? usualLists;
    const [lists, terms] = [listsIn(written), termsAsked(query, { actor, place, today, language })];
    const errors = {
      ...(lists ? {} : { lister: analysisTexts(language)('problem.formLists') }),
      ...faultsOf(terms, today, language),
    };
    return { written, lists: Object.keys(errors).length === 0 ? lists : null, terms, errors, language };
  };

  app.get<Query>(requestFormAddress, { config: { permission: 'estimate:make' } }, async (request, reply) => {
    const form = asked(request);
    const say = analysisTexts(form.language);
    return reply.page({
      title: say('formTitle'),
      status: form.lists ? 200 : 422,
      crumbs: [
        { href: numbersAddress, text: disputeTexts(form.language)('title') },
        { href: analysesAddress, text: say('title') },
      ],
      content: <RequestForm {...form} />,
    });
  });

  app.get<Query>(`${requestFormAddress}.csv`, { config: { permission: 'estimate:make' } }, async (request, reply) => {
    const { lists, terms, errors, language } = asked(request);
    if (!lists) return reply.code(422).type('text/plain; charset=utf-8').send(Object.values(errors).join('\n'));
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="overlapstabel.csv"')
      .send(`\uFEFF${formCsv(lists, terms, language)}`);
  });

  for (const type of ['docx', 'pdf'] as const) {
    const config = { permission: 'estimate:make', rateLimit: documentLimit } as const;
    app.get<Query>(`${requestFormAddress}.${type}`, { config }, async (request, reply) => {
      const { lists, terms, errors, language } = asked(request);
      if (!lists) return reply.code(422).type('text/plain; charset=utf-8').send(Object.values(errors).join('\n'));
      const document = requestDocument(lists, combinationsOf(lists), terms, language);
      return reply
        .type(documents[type])
        .header('content-disposition', `attachment; filename="overlapstabel.${type}"`)
        .send(Buffer.from(type === 'docx' ? await planDocx(document) : planPdf(document)));
    });
  }
};

type Asked = {
  readonly written: string;
  /** Null where a field is wrong. */
  readonly lists: readonly string[] | null;
  readonly terms: WrittenTerms;
  readonly errors: FieldErrors;
  readonly language: Language;
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
function formCsv(lists: readonly string[], terms: WrittenTerms, language: Language): string {
  const say = requestFormTexts(language);
  const asked = termLines(terms, language).map(([term, text]) => `${term}: ${text}`);
  const told = [...asked, ...fileRules.map((rule) => say(rule)), ...lists.map((list) => say('define', { list }))].map(
    (text) => `"# ${text.replaceAll('"', '""')}"`,
  );
  const head = [...lists.map((name) => `"${name}"`), say('count')].join(';');
  const lines = combinationsOf(lists).map((on) => `${on.map(Number).join(';')};`);
  return `${[...told, head, ...lines].join('\r\n')}\r\n`;
}

function RequestForm({ written, lists, terms, errors, language }: Asked): JSX.Element {
  const [say, word] = [analysisTexts(language), requestFormTexts(language)];
  const missing = missingTerms(terms);
  const query = new URLSearchParams({ lister: written, ...terms }).toString();
  return (
    <>
      <p>{say('formIntro')}</p>
      <form method="get" className="figure-query long-query card no-print">
        <TextField name="lister" label={say('formLists')} hint={say('formListsHint')} value={written} errors={errors} />
        {requestTerms.map((term) => (
          <TextField
            key={term}
            name={term}
            label={word(`term.${term}`)}
            hint={word(`hint.${term}`)}
            type={term === 'frist' ? 'date' : 'text'}
            value={terms[term]}
            errors={errors}
          />
        ))}
        <button type="submit" className="button button-primary">
          {say('formShow')}
        </button>
      </form>
      {lists && (
        <>
          <p className="no-print">
            {say('print')} <a href={`${requestFormAddress}.csv?${query}`}>{say('formCsv')}</a>{' '}
            <a href={`${requestFormAddress}.docx?${query}`}>Word</a> <a href={`${requestFormAddress}.pdf?${query}`}>PDF</a>
          </p>
          {missing.length > 0 && (
            <Alert tone="attention">{word('notWritten', { terms: missing.map((term) => word(`term.${term}`)).join(', ') })}</Alert>
          )}
          {terms.periode.trim() !== '' && !/\d{4}/.test(terms.periode) && (
            <Alert tone="attention">{word('noYear', { period: terms.periode.trim() })}</Alert>
          )}
          <Card heading={say('formTitle')}>
            <Pairs pairs={termLines(terms, language).map(([term, text]) => [term, text === '' ? toFill : text] as const)} />
          </Card>
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
