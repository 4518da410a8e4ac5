/** Repeats within and between lists: pasted, compared by the documented rule, shown, and not kept. */
import type { FastifyPluginAsync } from 'fastify';
import type { JSX } from 'react';
import { may } from '../../access/decide.ts';
import {
  type ComparedField,
  duplicateRule,
  type Duplicates,
  findDuplicates,
  type LinePair,
  type ListLine,
  perhapsFrom,
  sameFrom,
} from '../../domain/numbers/duplicates.ts';
import { listColumns, type ListProblem, readLists } from '../../domain/numbers/list-file.ts';
import type { Actor } from '../../domain/trail.ts';
import type { WebContext } from '../context.ts';
import { fieldsOf } from '../form.ts';
import { ErrorSummary, type FieldErrors, TextArea } from '../ui/fields.tsx';
import { numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card, Sheet, Tag } from '../ui/pieces.tsx';
import { duplicatesAddress, listsAddress, numbersAddress } from './addresses.ts';
import { disputeTexts, importedTexts, listTexts } from './texts.ts';

export const duplicatesPage: FastifyPluginAsync<WebContext> = async (app) => {
  app.get(duplicatesAddress, { config: { permission: 'figure:read' } }, async ({ language, actor }, reply) =>
    reply.page(viewOf(`${listColumns.join(';')}\n`, {}, null, { language, actor })),
  );

  app.post(duplicatesAddress, { config: { permission: 'figure:read', saysCpr: true } }, async ({ language, actor, body }, reply) => {
    const text = fieldsOf(body).text('lister');
    const read = readLists(text);
    if (read.outcome === 'problems') {
      const [first, ...others] = read.problems;
      const sentence = `${problemText(first, language)} ${others.length === 0 ? '' : listTexts(language)('moreProblems', { count: others.length })}`;
      return reply.page({ ...viewOf(text, { lister: sentence.trim() }, null, { language, actor }, read.problems), status: 422 });
    }
    const found = { duplicates: findDuplicates(read.lines), lines: read.lines.length };
    return reply.page(viewOf(text, {}, found, { language, actor }));
  });
};

type Found = { readonly duplicates: Duplicates; readonly lines: number };

type Asker = { readonly language: Language; readonly actor: Actor | null };

function viewOf(text: string, errors: FieldErrors, found: Found | null, { language, actor }: Asker, problems: readonly ListProblem[] = []) {
  const say = listTexts(language);
  return {
    title: say('duplicatesTitle'),
    crumbs: [{ href: numbersAddress, text: disputeTexts(language)('title') }],
    content: (
      <>
        <ErrorSummary heading={say('find')} errors={errors} />
        <p>
          {say('duplicatesIntro')} {actor && may(actor, 'list:read') && <a href={listsAddress}>{importedTexts(language)('toLists')}</a>}
        </p>
        {problems.length > 1 && <Problems problems={problems} language={language} />}
        {found && <FoundView found={found} language={language} />}
        <form method="post" action={duplicatesAddress} className="card no-print">
          <TextArea name="lister" label={say('lists')} hint={say('listsHint')} value={text} errors={errors} />
          <button type="submit" className="button button-primary">
            {say('find')}
          </button>
        </form>
        <Card heading={say('rule')}>
          <p>{say('ruleText', { edition: duplicateRule, same: sameFrom, perhaps: perhapsFrom })}</p>
        </Card>
      </>
    ),
  };
}

/** Each thing that cannot be read, by line and column, so that the list can be mended in one go. */
export function Problems({ problems, language }: { readonly problems: readonly ListProblem[]; readonly language: Language }): JSX.Element {
  const say = listTexts(language);
  return (
    <Sheet caption={say('problems')}>
      <thead>
        <tr>
          <th scope="col" className="number">
            {say('line')}
          </th>
          <th scope="col">{say('column')}</th>
          <th scope="col">{say('written')}</th>
          <th scope="col">{say('whatIsWrong')}</th>
        </tr>
      </thead>
      <tbody>
        {problems.map((problem) => (
          <tr key={`${problem.line} ${problem.column ?? ''}`}>
            <th scope="row" className="number">
              {problem.line}
            </th>
            <td>{problem.column}</td>
            <td>{problem.written}</td>
            <td>{problemText(problem, language)}</td>
          </tr>
        ))}
      </tbody>
    </Sheet>
  );
}

export function problemText({ problem, line, column }: ListProblem, language: Language): string {
  return listTexts(language)(`problem.${problem}`, { line, column: column ?? '' });
}

function FoundView({ found: { duplicates, lines }, language }: { readonly found: Found; readonly language: Language }): JSX.Element {
  const say = listTexts(language);
  const { pairs, women, overlaps } = duplicates;
  return (
    <>
      <p className="say">
        <strong>{say('women', { ...women, lines })}</strong>
      </p>
      {pairs.length === 0 ? (
        <p>{say('noPairs')}</p>
      ) : (
        <Sheet caption={say('pairs')}>
          <thead>
            <tr>
              <th scope="col">{say('first')}</th>
              <th scope="col">{say('second')}</th>
              <th scope="col">{say('verdict')}</th>
              <th scope="col">{say('agrees')}</th>
              <th scope="col">{say('differs')}</th>
              <th scope="col" className="number">
                {say('weight')}
              </th>
            </tr>
          </thead>
          <tbody>
            {pairs.map((pair) => (
              <PairLine key={`${pair.one.line} ${pair.other.line}`} pair={pair} language={language} />
            ))}
          </tbody>
        </Sheet>
      )}
      <Sheet caption={say('overlaps')}>
        <thead>
          <tr>
            <th scope="col">{say('onLists')}</th>
            <th scope="col" className="number">
              {say('number')}
            </th>
          </tr>
        </thead>
        <tbody>
          {overlaps.map(({ lists, women: count }) => (
            <tr key={lists.join()}>
              <th scope="row">{lists.join(' + ')}</th>
              <td className="number">{count}</td>
            </tr>
          ))}
        </tbody>
      </Sheet>
    </>
  );
}

function PairLine({ pair, language }: { readonly pair: LinePair; readonly language: Language }): JSX.Element {
  const say = listTexts(language);
  const { one, other, outcome, weight, agrees, differs } = pair;
  const named = ({ list, line }: ListLine): string => say('lineOf', { list, line });
  const fields = (all: readonly ComparedField[]): string => all.map((field) => say(`field.${field}`)).join(', ');
  return (
    <tr>
      <th scope="row">{named(one)}</th>
      <td>
        {named(other)} {one.list === other.list && <span className="quiet">{say('within')}</span>}
      </td>
      <td>
        <Tag tone={outcome === 'same' ? 'accent' : 'attention'}>{say(`outcome.${outcome}`)}</Tag>
      </td>
      <td>{weight === Infinity ? say('byKey') : fields(agrees)}</td>
      <td>{fields(differs)}</td>
      <td className="number">{weight === Infinity ? '' : numberText(Math.round(10 * weight) / 10, language)}</td>
    </tr>
  );
}
