/** The form of an analysis of the hidden number: the table, what is wrong with it, and the analyses that are kept. */
import type { JSX } from 'react';
import { mostProblems, namesOfMissing, type readOverlapTable } from '../../domain/estimation/overlap-table.ts';
import type { TableProblem } from '../../domain/estimation/table-problem.ts';
import type { SavedAnalysis } from '../../store/analysis.ts';
import { ErrorSummary, type FieldErrors, FileField, TextArea, TextField } from '../ui/fields.tsx';
import { momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card, Sheet } from '../ui/pieces.tsx';
import { analysesAddress, numbersAddress } from './addresses.ts';
import { AnalysisLead } from './analysis-lead.tsx';
import { analysisTexts, disputeTexts, givenTexts, listTexts, tableProblemTexts } from './texts.ts';

/** What stands in the fields. */
export type Written = { readonly emne: string; readonly tabel: string; readonly startnummer: string; readonly noegle: string };

/** The way to the form. */
export function crumbs(language: Language) {
  return [{ href: numbersAddress, text: disputeTexts(language)('title') }];
}

/** The page with the form, with what was written before and what was wrong with it; `problems` are those of the table, where it cannot be read. */
export function formPage(
  saved: readonly SavedAnalysis[],
  written: Written,
  errors: FieldErrors,
  language: Language,
  problems: readonly TableProblem[] = [],
) {
  const say = analysisTexts(language);
  return {
    title: say('title'),
    crumbs: crumbs(language),
    content: (
      <>
        <ErrorSummary heading={say('title')} errors={errors} />
        {problems.length > 1 && <Problems problems={problems} language={language} />}
        <p>{say('intro')}</p>
        <AnalysisLead language={language} />
        <form method="post" action={analysesAddress} encType="multipart/form-data" className="card no-print">
          <input type="hidden" name="noegle" value={written.noegle} />
          <TextField name="emne" label={say('name')} hint={say('nameHint')} value={written.emne} errors={errors} longest={200} />
          <FileField name="fil" label={say('file')} hint={say('fileHint')} errors={errors} accept=".csv,.txt,text/csv" />
          <TextArea name="tabel" label={say('table')} hint={say('tableHint')} value={written.tabel} errors={errors} />
          <TextField
            name="startnummer"
            label={say('seed')}
            hint={say('seedHint')}
            value={written.startnummer}
            errors={errors}
            inputMode="numeric"
          />
          <button type="submit" className="button button-primary">
            {say('run')}
          </button>
        </form>
        <Card heading={say('saved')}>
          <Saved saved={saved} language={language} />
        </Card>
      </>
    ),
  };
}

/** Where the table is wrong first, how, and how many places more: those stand in a table above the form. */
export function firstProblemText([first, ...others]: readonly TableProblem[], language: Language): string | null {
  if (!first) return null;
  const { line, column, code, about } = first;
  const sentence = analysisTexts(language)('problem.table', { line, column, sentence: tableProblemTexts(language)(code, about) });
  return others.length === 0 ? sentence : `${sentence} ${listTexts(language)('moreProblems', { count: others.length })}`;
}

/** Each thing that is wrong with the table, by line and field, so that it can be mended in one go. */
function Problems({ problems, language }: { readonly problems: readonly TableProblem[]; readonly language: Language }): JSX.Element {
  const say = analysisTexts(language);
  return (
    <>
      <Sheet caption={say('problem.all')}>
        <thead>
          <tr>
            <th scope="col" className="number">
              {listTexts(language)('line')}
            </th>
            <th scope="col" className="number">
              {say('problem.field')}
            </th>
            <th scope="col">{listTexts(language)('whatIsWrong')}</th>
          </tr>
        </thead>
        <tbody id="fejl-i-tabellen">
          {problems.map(({ line, column, code, about }) => (
            <tr key={`${line} ${column} ${code}`}>
              <th scope="row" className="number">
                {line}
              </th>
              <td className="number">{column}</td>
              <td>{tableProblemTexts(language)(code, about)}</td>
            </tr>
          ))}
        </tbody>
      </Sheet>
      {problems.length === mostProblems && <p>{say('problem.perhapsMore', { most: mostProblems })}</p>}
    </>
  );
}

type Given = Extract<ReturnType<typeof readOverlapTable>, { readonly outcome: 'read' }>;

/** Which combinations have no line; null when all have. A count that was not given is not taken for 0 here. */
export function missingText({ table, notGiven }: Given, language: Language): string | null {
  if (notGiven.length === 0) return null;
  const { names, more } = namesOfMissing(table.lists, notGiven);
  const all = more > 0 ? [...names, givenTexts(language)('more', { more })] : names;
  return givenTexts(language)('missing', {
    count: notGiven.length,
    lists: new Intl.ListFormat(language, { type: 'conjunction' }).format(all),
  });
}

function Saved({ saved, language }: { readonly saved: readonly SavedAnalysis[]; readonly language: Language }): JSX.Element {
  if (saved.length === 0) return <p>{analysisTexts(language)('savedNone')}</p>;
  return (
    <ul>
      {saved.map(({ id, title, recorded, byName }) => (
        <li key={id}>
          <a href={`${analysesAddress}/${id}`}>{title}</a>{' '}
          <span className="quiet">
            {momentText(recorded, language)}, {byName}
          </span>
        </li>
      ))}
    </ul>
  );
}
