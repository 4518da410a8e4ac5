/** The hidden number: an overlap table is given, every method is run beside the server, and the analysis is kept and can be run again. */
import type { FastifyPluginAsync } from 'fastify';
import type { JSX } from 'react';
import { estimateBeside } from '../../compute/estimation.ts';
import { methodEdition, requestFor, writtenReport } from '../../domain/estimation/analysis.ts';
import { readOverlapTable } from '../../domain/estimation/overlap-table.ts';
import { readAnalyses, readAnalysis, type SavedAnalysis, saveAnalysis } from '../../store/analysis.ts';
import type { WebContext } from '../context.ts';
import { fieldsOf, formKey } from '../form.ts';
import { ErrorSummary, type FieldErrors, TextArea, TextField } from '../ui/fields.tsx';
import { momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card } from '../ui/pieces.tsx';
import { analysesAddress, numbersAddress, requestFormAddress } from './addresses.ts';
import { AnalysisView } from './analysis-view.tsx';
import { analysisTexts, disputeTexts } from './texts.ts';

const permission = 'estimate:make';
/** A page waits so long for the thread; the command line has no limit. */
const mostSeconds = 45;
const replicates = 500;
/** Six lists are 64 cells; the search among models of more takes minutes. */
const mostListsOnPage = 6;

type One = { Params: { analysis: string } };
type Written = { readonly emne: string; readonly tabel: string; readonly startnummer: string; readonly noegle: string };

export const analysisPages: FastifyPluginAsync<WebContext> = async (app, { db, newId }) => {
  app.get(analysesAddress, { config: { permission } }, async (request, reply) => {
    const saved = await readAnalyses(db, request.permit());
    const written = { emne: '', tabel: 'A,B,C,count\n', startnummer: '1', noegle: newId() };
    return reply.page(formPage(saved, written, {}, request.language));
  });

  app.post(analysesAddress, { config: { permission } }, async (request, reply) => {
    const { language, body } = request;
    const say = analysisTexts(language);
    const fields = fieldsOf(body);
    const id = formKey(fields, newId);
    const written = { emne: fields.text('emne'), tabel: fields.text('tabel'), startnummer: fields.text('startnummer'), noegle: id };
    const refuse = async (errors: FieldErrors) =>
      reply.page({ ...formPage(await readAnalyses(db, request.permit()), written, errors, language), status: 422 });
    const read = readOverlapTable(written.tabel);
    const errors = {
      ...(written.emne === '' ? { emne: say('problem.name') } : {}),
      ...(read.outcome === 'refused' ? { tabel: say('problem.table', { line: read.problem.line, column: read.problem.column }) } : {}),
      ...(read.outcome === 'read' && read.table.lists.length > mostListsOnPage
        ? { tabel: say('problem.lists', { lists: read.table.lists.length }) }
        : {}),
      ...(/^\d{1,9}$/.test(written.startnummer) ? {} : { startnummer: say('problem.seed') }),
    };
    if (read.outcome === 'refused' || Object.keys(errors).length > 0) return refuse(errors);
    const terms = { seed: Number(written.startnummer), replicates };
    const run = await estimateBeside(read.table, requestFor(terms), mostSeconds);
    if (run.outcome === 'took-too-long') return refuse({ tabel: say('problem.tooLong') });
    const { report } = run;
    await saveAnalysis(db, request.permit(), id, { ...terms, title: written.emne, table: read.table, edition: methodEdition, report });
    return reply.done(`${analysesAddress}/${id}`, say('made'));
  });

  app.get<One>(`${analysesAddress}/:analysis`, { config: { permission } }, async (request, reply) => {
    const { language, params } = request;
    const saved = await readAnalysis(db, request.permit(), params.analysis);
    if (!saved) return reply.callNotFound();
    return reply.page({
      title: saved.title,
      crumbs: [...crumbs(language), { href: analysesAddress, text: analysisTexts(language)('title') }],
      content: <AnalysisView saved={saved} again={`${analysesAddress}/${saved.id}/igen`} language={language} />,
    });
  });

  app.post<One>(`${analysesAddress}/:analysis/igen`, { config: { permission } }, async (request, reply) => {
    const say = analysisTexts(request.language);
    const saved = await readAnalysis(db, request.permit(), request.params.analysis);
    if (!saved) return reply.callNotFound();
    const address = `${analysesAddress}/${saved.id}`;
    const run = await estimateBeside(saved.table, requestFor(saved), mostSeconds);
    if (run.outcome === 'took-too-long') return reply.done(address, say('problem.tooLong'), 'attention');
    // What is stored has lost the order of its names, and nothing else.
    const isSame = sorted(writtenReport(run.report)) === sorted(writtenReport(saved.report));
    return isSame
      ? reply.done(address, say('same'))
      : reply.done(address, say('differs', { before: saved.edition, now: methodEdition }), 'attention');
  });
};

/** JSON with its names in order. */
function sorted(json: string): string {
  return JSON.stringify(JSON.parse(json), (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

function crumbs(language: Language) {
  return [{ href: numbersAddress, text: disputeTexts(language)('title') }];
}

function formPage(saved: readonly SavedAnalysis[], written: Written, errors: FieldErrors, language: Language) {
  const say = analysisTexts(language);
  return {
    title: say('title'),
    crumbs: crumbs(language),
    content: (
      <>
        <ErrorSummary heading={say('title')} errors={errors} />
        <p>{say('intro')}</p>
        <p>
          <a href={requestFormAddress}>{say('formLink')}</a>
        </p>
        <form method="post" action={analysesAddress} className="card no-print">
          <input type="hidden" name="noegle" value={written.noegle} />
          <TextField name="emne" label={say('name')} hint={say('nameHint')} value={written.emne} errors={errors} longest={200} />
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
