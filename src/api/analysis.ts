/** Analyses of the hidden number as JSON: run, kept and read as on the page. */
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { type EstimationRuns, estimationRuns } from '../compute/estimation-runs.ts';
import { methodEdition, requestFor, writtenReport } from '../domain/estimation/analysis.ts';
import type { EstimateReport } from '../domain/estimation/estimate-report.ts';
import { namesOfMissing, type OverlapTable, readOverlapTable } from '../domain/estimation/overlap-table.ts';
import type { TableProblem } from '../domain/estimation/table-problem.ts';
import { reportInWords } from '../domain/estimation/report-words.ts';
import { analysisListSchema, analysisRequestSchema, analysisSchema } from '../schema/estimation.ts';
import { badRequestSchema, holdsCprSchema, problemResponse, problemSchema, tableRefusedSchema } from '../schema/problem.ts';
import { closed } from '../schema/schema.ts';
import { internalAnalysis } from '../domain/estimation/internal-analysis.ts';
import { digestOf, readAnalyses, readAnalysis, type SavedAnalysis, saveAnalysis } from '../store/analysis.ts';
import type { ApiContext } from './call.ts';
import type { Fault } from './faults.ts';
import { sendFaults, sendProblem } from './problem.ts';

const permission = 'estimate:make';
/** A run may take so long, and a request waits so long for it. */
const [mostSeconds, patience] = [600, 25_000];

const params = closed({ analysis: Type.String({ maxLength: 60, examples: ['5d0f1c52-8f0b-4b52-9c7e-0a52f7c2a001'] }) });
const isKey = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
const refusals = {
  400: problemResponse('The request does not fit the schema', badRequestSchema),
  401: problemResponse('Log in first', problemSchema),
  403: problemResponse('You may not do this; the detail says why', problemSchema),
  404: problemResponse('There is no such analysis, or no such address', problemSchema),
  500: problemResponse('Nothing was saved', problemSchema),
};
export const analysisRoutes: FastifyPluginAsyncTypebox<ApiContext> = async (app, { db }) => {
  const runs: EstimationRuns = estimationRuns();

  app.get(
    '/analyses',
    {
      config: { permission },
      schema: {
        summary: 'The newest analyses of the hidden number of your organisation',
        response: { 200: analysisListSchema, ...refusals },
      },
    },
    async (request, reply) => reply.send({ analyses: (await readAnalyses(db, request.permit())).map(shortOf) }),
  );

  app.get(
    '/analyses/:analysis',
    {
      config: { permission },
      schema: {
        summary: 'One analysis with every method’s answer',
        params,
        response: { 200: analysisSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const saved = await readAnalysis(db, request.permit(), request.params.analysis);
      return saved ? reply.send(wholeOf(saved)) : sendProblem(reply, { status: 404, detail: 'There is no such analysis.' });
    },
  );

  app.put(
    '/analyses/:analysis',
    {
      config: { permission },
      schema: {
        summary: 'Run an analysis under an id of your own (a UUID) and keep it; the same request again gives what is kept',
        params,
        body: analysisRequestSchema,
        response: {
          200: analysisSchema,
          202: closed({ state: Type.String() }),
          409: problemResponse('The id is taken by another analysis', problemSchema),
          422: problemResponse(
            'The table cannot be read, the id is no UUID, or a text could hold a CPR number',
            Type.Union([tableRefusedSchema, holdsCprSchema]),
          ),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const { analysis: id } = request.params;
      const { title, table: csv, seed, replicates } = request.body;
      const keyFaults: readonly Fault[] = isKey(id) ? [] : [{ pointer: '/params/analysis', detail: notAKey }];
      const read = tableOf(csv);
      if (!('table' in read) || keyFaults.length > 0) {
        const [problem, ...more] = 'table' in read ? [] : read.problems;
        const tableFaults = [...(problem ? [problem] : []), ...more].map(({ line, column, sentence }) => ({
          pointer: '/body/table',
          detail: `line ${line}, column ${column}: ${sentence}`,
        }));
        return sendFaults(
          reply,
          { status: 422, detail: problem?.sentence ?? notAKey },
          [...keyFaults, ...tableFaults],
          problem ? { problem } : {},
        );
      }
      const { table } = read;
      const permit = request.permit();
      const terms = { seed, replicates };
      const isSame = (saved: SavedAnalysis): boolean =>
        saved.digest === digestOf({ table }) && saved.seed === seed && saved.replicates === replicates && saved.title === title;
      const before = await readAnalysis(db, permit, id);
      if (before) return isSame(before) ? reply.send(wholeOf(before)) : sendProblem(reply, taken);
      const run = runs.start(`${permit.actor.organisation.id}/${id}`, {
        title,
        organisation: permit.actor.organisation.id,
        table,
        request: requestFor(terms),
        seconds: mostSeconds,
        save: async (answer) => {
          if (answer.outcome === 'done')
            await saveAnalysis(db, permit, id, { ...terms, title, table, edition: methodEdition, report: answer.report });
        },
      });
      const ended = await Promise.race([run.ended, wait(patience, null, { ref: false })]);
      if (ended === null) return reply.code(202).send({ state: 'running' });
      if (ended.outcome !== 'done')
        return sendProblem(reply, { status: 500, detail: 'The analysis did not come to an end. Nothing was saved.' });
      const saved = await readAnalysis(db, permit, id);
      // Kept under the same id by another organisation, or by another request meanwhile.
      return saved && isSame(saved) ? reply.send(wholeOf(saved)) : sendProblem(reply, taken);
    },
  );
};

const notAKey = 'The id is a UUID in small letters.';

type TableFault = Pick<TableProblem, 'line' | 'column' | 'sentence'>;

/** The table with a count for every combination, or all that is wrong with it. */
function tableOf(csv: string): { readonly table: OverlapTable } | { readonly problems: readonly [TableFault, ...TableFault[]] } {
  const read = readOverlapTable(csv);
  if (read.outcome === 'refused') {
    const faultOf = ({ line, column, sentence }: TableProblem): TableFault => ({ line, column, sentence });
    return { problems: [faultOf(read.problem), ...read.problems.slice(1).map(faultOf)] };
  }
  const { table, notGiven } = read;
  if (notGiven.length === 0) return { table };
  // A count that was not given is not taken for 0: what is kept is read by others.
  const { names, more } = namesOfMissing(table.lists, notGiven);
  const sentence = `No line is given for ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}. Write 0 if nobody is there, or an interval such as 0-4.`;
  return { problems: [{ line: 1, column: 1, sentence }] };
}

const taken = { status: 409, detail: 'The id is taken by another analysis.' } as const;

function shortOf({ id, title, recorded, byName, digest, edition, seed, replicates, report: { conclusion, spread } }: SavedAnalysis) {
  return {
    id,
    internal: true as const,
    mayRead: internalAnalysis,
    title,
    recorded,
    by: byName,
    digest,
    edition,
    seed,
    replicates,
    conclusion,
    spread,
  };
}

function wholeOf(saved: SavedAnalysis) {
  const { lists, observed, methods, leftOut } = reportInWords(JSON.parse(writtenReport(saved.report)) as EstimateReport);
  return { ...shortOf(saved), lists, observed: typeof observed === 'number' ? observed : [...observed], methods, leftOut };
}
