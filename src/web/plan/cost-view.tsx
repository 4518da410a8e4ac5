/** A saved table of pathway costs and what it comes to: sentences, two pathways against each other, a picture, the table, files. */
import type { JSX } from 'react';
import { pathwayCosts, type PathwayCost } from '../../domain/planning/costs/pathway-costs.ts';
import type { KeptCostTable } from '../../store/planning-costs.ts';
import { ErrorSummary, type FieldErrors, SelectField, TextField } from '../ui/fields.tsx';
import { momentText, numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Sheet } from '../ui/pieces.tsx';
import { costsAddress } from './addresses.ts';
import { CostComparison, type CostPair } from './cost-comparison.tsx';
import { CostPicture } from './cost-picture.tsx';
import { ageText, amountText } from './cost-words.ts';
import { costsTexts } from './texts.ts';
import { writtenNumber } from './written.ts';

/** What the address asks for, as it was written. */
export type CostQuery = { readonly en: string; readonly anden: string; readonly engang: string };

type Props = {
  readonly kept: KeptCostTable;
  readonly query: CostQuery;
  /** Null where nothing can be compared. */
  readonly pair: CostPair | null;
  readonly errors: FieldErrors;
  readonly language: Language;
};

const queryNames: Readonly<Record<string, 'one' | 'other' | 'once'>> = { en: 'one', anden: 'other', engang: 'once' };

export function CostView({ kept, query, pair, errors, language }: Props): JSX.Element {
  const say = costsTexts(language);
  const { content, source, byName, organisationName, recorded } = kept;
  const { currency, priceYear, discountRate } = content;
  const answer = pathwayCosts(content);
  return (
    <>
      <ErrorSummary heading={say('compareErrors')} errors={errors} nameOf={(field) => say(queryNames[field] ?? 'compare')} />
      <p className="quiet">{say('savedBy', { who: byName, where: organisationName, when: momentText(recorded, language) })}</p>
      <p>
        {say('source')}: {source}
      </p>
      {answer.outcome === 'empty' ? (
        <Alert tone="notice">{say('emptyAnswer')}</Alert>
      ) : (
        <>
          <p>
            {say('basis', {
              currency,
              year: String(priceYear),
              rate: numberText(Number((100 * discountRate).toPrecision(12)), language),
              at: ageText(answer.at, language),
            })}
          </p>
          <BelowNought content={content} language={language} />
          {answer.pathways.map(({ pathway, presentValue }) => (
            <p key={pathway}>{say('sumSentence', { pathway, value: amountText(presentValue, language), currency })}</p>
          ))}
          {answer.pathways.length > 1 && <CompareForm {...{ pathways: answer.pathways, query, errors, language }} />}
          {pair && <CostComparison table={content} pair={pair} language={language} />}
          <CostPicture table={content} pathways={answer.pathways} language={language} />
          <CostSheet pathways={answer.pathways} language={language} />
        </>
      )}
      <Downloads kept={kept} pair={pair} language={language} />
    </>
  );
}

/** Amounts below 0 that are named; the others are counted. */
const mostBelow = 5;

/** That amounts are below 0 and what that is read as, where there are any: with the line that each has in the table, as it is fetched. */
function BelowNought({
  content: { lines, currency },
  language,
}: Pick<KeptCostTable, 'content'> & Pick<Props, 'language'>): JSX.Element | null {
  const say = costsTexts(language);
  const below = lines.flatMap((one, index) => (one.perYear < 0 ? [{ ...one, line: index + 2 }] : []));
  if (below.length === 0) return null;
  const named = below.slice(0, mostBelow).map(({ line, pathway, from, to, perYear }) =>
    say('belowOne', {
      line,
      pathway,
      ages: say('fromTo', { from: ageText(from, language), to: ageText(to, language) }),
      amount: amountText(perYear, language),
      currency,
    }),
  );
  const more = below.length > mostBelow ? [say('belowMore', { count: below.length - mostBelow })] : [];
  return <Alert tone="attention">{say('below', { list: [...named, ...more].join('; ') })}</Alert>;
}

function CompareForm({
  pathways,
  query,
  errors,
  language,
}: Pick<Props, 'query' | 'errors' | 'language'> & { readonly pathways: readonly PathwayCost[] }): JSX.Element {
  const say = costsTexts(language);
  const options = pathways.map(({ pathway }) => ({ value: pathway, text: pathway }));
  return (
    <form method="get" className="fields-in-line plan-form no-print" aria-label={say('compare')}>
      <SelectField name="en" label={say('one')} value={query.en} options={options} errors={errors} />
      <SelectField name="anden" label={say('other')} value={query.anden} options={options} errors={errors} />
      <TextField name="engang" label={say('once')} hint={say('onceHint')} value={query.engang} errors={errors} longest={15} />
      <div className="actions">
        <button type="submit" className="button button-primary">
          {say('work')}
        </button>
      </div>
    </form>
  );
}

function CostSheet({ pathways, language }: { readonly pathways: readonly PathwayCost[]; readonly language: Language }): JSX.Element {
  const say = costsTexts(language);
  return (
    <Sheet caption={say('table')}>
      <thead>
        <tr>
          <th scope="col">{say('pathway')}</th>
          <th scope="col">{say('ages')}</th>
          <th scope="col" className="number">
            {say('undiscounted')}
          </th>
          <th scope="col" className="number">
            {say('presentValue')}
          </th>
        </tr>
      </thead>
      {pathways.map(({ pathway, intervals, undiscounted, presentValue }) => (
        <tbody key={pathway}>
          {intervals.map((one) => (
            <tr key={one.from}>
              <th scope="row">{pathway}</th>
              <td>{say('fromTo', { from: ageText(one.from, language), to: ageText(one.to, language) })}</td>
              <td className="number">{amountText(one.undiscounted, language)}</td>
              <td className="number">{amountText(one.presentValue, language)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row" colSpan={2}>
              {pathway}, {say('total').toLowerCase()}
            </th>
            <td className="number">
              <strong>{amountText(undiscounted, language)}</strong>
            </td>
            <td className="number">
              <strong>{amountText(presentValue, language)}</strong>
            </td>
          </tr>
        </tbody>
      ))}
    </Sheet>
  );
}

function Downloads({ kept, pair, language }: Pick<Props, 'kept' | 'pair' | 'language'>): JSX.Element {
  const say = costsTexts(language);
  const asked = pair
    ? `?${new URLSearchParams({ en: pair.one, anden: pair.other, engang: writtenNumber(Number(pair.once.toFixed(2))) }).toString()}`
    : '';
  const address = `${costsAddress}/${kept.id}`;
  return (
    <p className="number-links no-print">
      {say('download')}: <a href={`${address}/svar.csv${asked}`}>{say('csv')}</a> <a href={`${address}/svar.json${asked}`}>{say('json')}</a>{' '}
      <a href={`${address}/tabel.csv`}>{say('uploaded')}</a>
    </p>
  );
}
