/** The hidden number: an overlap table is given, every method is run beside the server, and the analysis is kept and can be run again. */
import type { FastifyPluginAsync } from 'fastify';
import { type EstimationRun, estimationRuns } from '../../compute/estimation-runs.ts';
import { methodEdition, requestFor, writtenReport } from '../../domain/estimation/analysis.ts';
import { toldAbove } from '../../domain/estimation/told-lines.ts';
import { overlapTableText, readOverlapTable } from '../../domain/estimation/overlap-table.ts';
import type { TableProblem } from '../../domain/estimation/table-problem.ts';
import type { Permit } from '../../domain/trail.ts';
import { internalAnalysis } from '../../domain/estimation/internal-analysis.ts';
import { orderedJson } from '../../domain/ordered-json.ts';
import { readAnalyses, readAnalysis, saveAnalysis } from '../../store/analysis.ts';
import type { WebContext } from '../context.ts';
import { fieldsOf, formKey } from '../form.ts';
import { within } from '../soon.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import { acceptUploads, fieldsBeside, fileIn, textIn } from '../upload.ts';
import { analysesAddress } from './addresses.ts';
import { crumbs, firstProblemText, formPage, missingText } from './analysis-form.tsx';
import { type AnalysisFileType, analysisFileTypes, sendAnalysis } from './analysis-download.ts';
import { AnalysisView } from './analysis-view.tsx';
import { isRuleOfForm } from './request-form-words.ts';
import { runningPage } from './running-page.tsx';
import { analysisTexts, givenTexts } from './texts.ts';

const permission = 'estimate:make';
/** A run may take so long; the command line has no limit. */
const mostSeconds = 600;
/** A page waits so long for a run before it shows how far it is. */
const patience = 2500;
const replicates = 500;
/** A table of nine lists is a tenth of this. */
const longestFile = 200_000;

type One = { Params: { analysis: string } };
type Again = { Params: { analysis: string; run: string } };
/** The run whose table is to be in the form. */
type WithTable = { Querystring: { fra?: string } };
type File = { Params: { analysis: string; type: AnalysisFileType }; Querystring: { udgave?: string } };

export const analysisPages: FastifyPluginAsync<WebContext> = async (app, { db, newId }) => {
  acceptUploads(app, longestFile);
  const runs = estimationRuns();

  app.get<WithTable>(analysesAddress, { config: { permission } }, async (request, reply) => {
    const permit = request.permit();
    const saved = await readAnalyses(db, permit);
    const before = runOf(request.query.fra ?? '', permit);
    const written = {
      emne: before?.title ?? '',
      tabel: before ? overlapTableText(before.table) : 'A;B;C;antal\n',
      startnummer: String(before?.request.bootstrap?.seed ?? 1),
      noegle: newId(),
    };
    return reply.page(formPage(saved, written, {}, request.language));
  });

  app.post(analysesAddress, { config: { permission, saysCpr: ['tabel'] } }, async (request, reply) => {
    const { language, body } = request;
    const say = analysisTexts(language);
    const fields = fieldsOf(fieldsBeside(body));
    const id = formKey(fields, newId);
    const written = { emne: fields.text('emne'), tabel: fields.text('tabel'), startnummer: fields.text('startnummer'), noegle: id };
    const refuse = async (errors: FieldErrors, problems: readonly TableProblem[] = []) =>
      reply.page({ ...formPage(await readAnalyses(db, request.permit()), written, errors, language, problems), status: 422 });
    const chosen = fileIn(body, 'fil');
    const file = chosen ? textIn(chosen) : '';
    const given = file === '' ? written.tabel : file;
    const read = readOverlapTable(given);
    const told = toldAbove(given, isRuleOfForm);
    const problem =
      told.outcome !== 'told'
        ? givenTexts(language)(`problem.${told.outcome}`, { line: told.line })
        : read.outcome === 'refused'
          ? firstProblemText(read.problems, language)
          : missingText(read, language);
    const errors = {
      ...(written.emne === '' ? { emne: say('problem.name') } : {}),
      ...(problem === null ? {} : { [file === '' ? 'tabel' : 'fil']: problem }),
      ...(/^\d{1,9}$/.test(written.startnummer) ? {} : { startnummer: say('problem.seed') }),
    };
    // A civil number above the table is told by itself: it has to go before anything else is mended.
    if (told.outcome !== 'told') return refuse(errors);
    if (read.outcome === 'refused') return refuse(errors, read.problems);
    if (Object.keys(errors).length > 0) return refuse(errors);
    const terms = { seed: Number(written.startnummer), replicates };
    const permit = request.permit();
    const { table } = read;
    const run = runs.start(id, {
      title: written.emne,
      organisation: permit.actor.organisation.id,
      table,
      request: requestFor(terms),
      seconds: mostSeconds,
      save: async (answer) => {
        if (answer.outcome !== 'done') return;
        await saveAnalysis(
          db,
          permit,
          id,
          { ...terms, title: written.emne, table, edition: methodEdition, report: answer.report },
          told.lines,
        );
      },
    });
    const ended = await within(run.ended, patience);
    if (ended === null) return reply.redirect(`${analysesAddress}/${id}`, 303);
    if (ended.outcome !== 'done') return refuse({ tabel: say(`ended.${ended.outcome}`) });
    return reply.done(`${analysesAddress}/${id}`, say('made'));
  });

  /** A run of the asker's organisation that has not been saved. */
  const runOf = (id: string, permit: Permit): EstimationRun | null => {
    const run = runs.get(id);
    return run?.organisation === permit.actor.organisation.id ? run : null;
  };

  app.post<One>(`${analysesAddress}/:analysis/afbryd`, { config: { permission } }, async (request, reply) => {
    const run = runOf(request.params.analysis, request.permit());
    if (!run) return reply.callNotFound();
    run.cancel();
    const { outcome } = await run.ended;
    if (outcome === 'done') return reply.done(`${analysesAddress}/${request.params.analysis}`, analysisTexts(request.language)('made'));
    return reply.done(formAgain(request.params.analysis), analysisTexts(request.language)(`ended.${outcome}`), 'attention');
  });

  app.get<One>(`${analysesAddress}/:analysis`, { config: { permission } }, async (request, reply) => {
    const { language, params } = request;
    const permit = request.permit();
    const saved = await readAnalysis(db, permit, params.analysis);
    const run = saved ? null : runOf(params.analysis, permit);
    if (run) {
      const ended = await within(run.ended, patience);
      if (ended?.outcome === 'done') return reply.redirect(`${analysesAddress}/${params.analysis}`, 303);
      if (ended) return reply.done(formAgain(params.analysis), analysisTexts(language)(`ended.${ended.outcome}`), 'attention');
      const address = `${analysesAddress}/${params.analysis}`;
      return reply.header('refresh', '1').page(runningPage(address, runOf(params.analysis, permit) ?? run, language, 'runningWhy'));
    }
    if (!saved) return reply.callNotFound();
    return reply.page({
      title: saved.title,
      crumbs: [...crumbs(language), { href: analysesAddress, text: analysisTexts(language)('title') }],
      content: <AnalysisView saved={saved} address={`${analysesAddress}/${saved.id}`} language={language} />,
    });
  });

  app.get<File>(
    `${analysesAddress}/:analysis/fil.:type(${analysisFileTypes.join('|')})`,
    { config: { permission } },
    async (request, reply) => {
      const { analysis, type } = request.params;
      const saved = await readAnalysis(db, request.permit(), analysis);
      // There is no edition for the public, in any format.
      if (saved && request.query.udgave === 'offentlig') {
        return reply.page({
          status: 403,
          title: saved.title,
          crumbs: crumbs(request.language),
          content: internalAnalysis[request.language],
        });
      }
      return saved ? sendAnalysis(reply, type, saved, request.language) : reply.callNotFound();
    },
  );

  app.post<One>(`${analysesAddress}/:analysis/igen`, { config: { permission } }, async (request, reply) => {
    const permit = request.permit();
    const saved = await readAnalysis(db, permit, request.params.analysis);
    if (!saved) return reply.callNotFound();
    const id = newId();
    runs.start(id, {
      title: saved.title,
      organisation: permit.actor.organisation.id,
      table: saved.table,
      request: requestFor(saved),
      seconds: mostSeconds,
      save: () => Promise.resolve(),
    });
    return reply.redirect(`${analysesAddress}/${saved.id}/igen/${id}`, 303);
  });

  app.get<Again>(`${analysesAddress}/:analysis/igen/:run`, { config: { permission } }, async (request, reply) => {
    const { language, params } = request;
    const say = analysisTexts(language);
    const permit = request.permit();
    const saved = await readAnalysis(db, permit, params.analysis);
    const run = runOf(params.run, permit);
    if (!saved || !run) return reply.callNotFound();
    const address = `${analysesAddress}/${saved.id}`;
    const ended = await within(run.ended, patience);
    if (ended === null) {
      const page = runningPage(`${address}/igen/${params.run}`, runOf(params.run, permit) ?? run, language, 'againWhy');
      return reply.header('refresh', '1').page(page);
    }
    if (ended.outcome !== 'done') return reply.done(address, say(`ended.${ended.outcome}`), 'attention');
    // What is stored has lost the order of its names, and nothing else.
    const isSame = orderedJson(JSON.parse(writtenReport(ended.report))) === orderedJson(JSON.parse(writtenReport(saved.report)));
    return isSame
      ? reply.done(address, say('same'))
      : reply.done(address, say('differs', { before: saved.edition, now: methodEdition }), 'attention');
  });

  app.post<Again>(`${analysesAddress}/:analysis/igen/:run/afbryd`, { config: { permission } }, async (request, reply) => {
    const { analysis, run: id } = request.params;
    const run = runOf(id, request.permit());
    if (!run) return reply.callNotFound();
    run.cancel();
    await run.ended;
    return reply.redirect(`${analysesAddress}/${analysis}/igen/${id}`, 303);
  });
};

/** The form with what a run was asked, for one who cancels it or whose run came to nothing. */
function formAgain(run: string): string {
  return `${analysesAddress}?fra=${encodeURIComponent(run)}`;
}
