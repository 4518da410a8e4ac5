/** Calls as JSON: what is asked and answered, a municipality's answer, and the reports. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type, { type Static } from 'typebox';
import { documentLimit } from '../access/document-limit.ts';
import { decideReport } from '../access/report.ts';
import type { ReleaseMemory } from '../compute/remembered-release.ts';
import { type Answer, type AnswerProblem, mostWomenPerYear, parseAnswer, type RawAnswer } from '../domain/call/answer.ts';
import { problemSentence } from '../domain/call/answer-problem.ts';
import { notReleasedSentence } from '../domain/call/not-released.ts';
import { type CallPackage, issuedPackage } from '../domain/call/package.ts';
import { callPackage, callPackages } from '../domain/call/packages.ts';
import { municipality } from '../domain/geography/municipalities.ts';
import { danishDay, type Moment } from '../domain/time.ts';
import { filePatience, tryDraftIn } from '../compute/draft-trial.ts';
import { reportJson } from '../reports/json.ts';
import {
  type AnswerBody,
  answerBodySchema,
  callProgressSchema,
  editionSchema,
  placeSchema,
  reportSchema,
  versionSchema,
} from '../schema/call.ts';
import { callIdSchema, municipalitySchema } from '../schema/call-package.ts';
import {
  answerRefusedSchema,
  badRequestSchema,
  holdsCprSchema,
  notSavedSchema,
  problemResponse,
  problemSchema,
  reportNotReleasedSchema,
} from '../schema/problem.ts';
import { closed } from '../schema/schema.ts';
import { callProgress, type CallProgress, saveAnswer } from '../store/call.ts';
import { compileEdition } from '../store/call-report.ts';
import type { Database } from '../store/database.ts';
import { problemTypes, sendFaults, sendProblem } from './problem.ts';

export type ApiContext = {
  readonly db: Database;
  readonly now: () => Moment;
  /** What was tried of releases: one for the whole application. */
  readonly trials: ReleaseMemory;
};

const refusals = {
  400: problemResponse('The request does not fit the schema', badRequestSchema),
  401: problemResponse('Log in first', problemSchema),
  403: problemResponse('You may not do this; the detail says why', problemSchema),
  404: problemResponse('There is no such thing, or no such address', problemSchema),
  500: problemResponse('Nothing was saved', problemSchema),
};
const noSuchCall = { status: 404, detail: 'There is no such call.' } as const;

export const callRoutes: FastifyPluginAsyncTypebox<ApiContext> = async (app, { db, now, trials }) => {
  app.get(
    '/calls',
    {
      config: { permission: 'call:read' },
      schema: {
        summary: 'The calls, who has answered, and the answers that you may see',
        response: { 200: closed({ calls: Type.Array(callProgressSchema) }), ...refusals },
      },
    },
    async (request, reply) => {
      const calls: CallView[] = [];
      for (const call of callPackages) {
        const progress = await callProgress(db, request.permit(), call.id);
        if (progress) calls.push(callView(call, progress));
      }
      return reply.send({ calls });
    },
  );

  app.get(
    '/calls/:call/reports/:place',
    {
      config: { permission: 'report:public', rateLimit: documentLimit },
      schema: {
        summary: 'The report of a region or of the country, in the public edition unless the internal one is asked for',
        params: closed({ call: callIdSchema, place: placeSchema }),
        querystring: closed({ edition: Type.Optional(editionSchema) }),
        response: { 200: reportSchema, ...refusals, 409: problemResponse('The public edition is not released', reportNotReleasedSchema) },
      },
    },
    async (request, reply) => {
      const { place } = request.params;
      const { edition = 'public' } = request.query;
      const call = callPackage(request.params.call);
      if (!call) return sendProblem(reply, noSuchCall);
      const decision = decideReport(request.permit().actor, place, edition, now());
      if (decision.outcome === 'refused') return sendProblem(reply, { status: 403, detail: decision.because });

      const written = await compileEdition(db, decision.permit, { call, place, edition }, (problem) =>
        tryDraftIn(trials, problem, filePatience),
      );
      if (!written) return sendProblem(reply, noSuchCall);
      switch (written.outcome) {
        case 'written':
          return reply.send(reportJson(written.report));
        case 'no-such-place':
          return sendProblem(reply, { status: 404, detail: 'The call was not sent to this place: it is a region of another year.' });
        case 'not-released': {
          const reasons = written.reasons.map((reason) => ({
            reason,
            sentence: { da: notReleasedSentence(reason, 'da'), en: notReleasedSentence(reason, 'en') },
          }));
          return sendProblem(
            reply,
            { status: 409, type: problemTypes.notReleased, title: 'The public edition is not released' },
            { reasons },
          );
        }
      }
    },
  );

  app.put(
    '/calls/:call/answers/:municipality',
    {
      config: { permission: 'call:answer' },
      schema: {
        summary: 'Gives a municipality’s whole answer, or puts it in the place of the one with the given version',
        params: closed({ call: callIdSchema, municipality: municipalitySchema }),
        body: answerBodySchema,
        response: {
          200: closed({ version: versionSchema }),
          ...refusals,
          409: problemResponse('Changed meanwhile, or the call takes no more answers', notSavedSchema),
          422: problemResponse(
            'The numbers are wrong or clash, or the name could hold a CPR number',
            Type.Union([answerRefusedSchema, holdsCprSchema]),
          ),
        },
      },
    },
    async (request, reply) => {
      const [call, place] = [callPackage(request.params.call), municipality(request.params.municipality)];
      if (!call) return sendProblem(reply, noSuchCall);
      if (!place) return sendProblem(reply, { status: 404, detail: 'There is no such municipality.' });
      const read = parseAnswer(rawAnswer(request.body), {
        package: call,
        municipality: place.id,
        answeredOn: danishDay(now()),
        mostPerYear: mostWomenPerYear(place.births),
      });
      if (read.outcome === 'refused') {
        const problems = read.problems.map((problem) => ({
          problem,
          sentence: { da: problemSentence(problem, 'da'), en: problemSentence(problem, 'en') },
        }));
        return sendFaults(
          reply,
          { status: 422, type: problemTypes.answerRefused, title: 'The answer is not saved' },
          problems.map(({ problem, sentence }) => ({ pointer: pointerOf(problem, call), detail: sentence.en })),
          { problems },
        );
      }
      return save(read.answer, request.body.version, call);

      async function save(answer: Answer, version: number | null, { answerBy }: CallPackage): Promise<typeof reply> {
        const saved = await saveAnswer(db, request.permit(), answer, { version, answerBy });
        switch (saved.outcome) {
          case 'saved':
            return reply.send({ version: saved.version });
          case 'changed-meanwhile': {
            const problem = { status: 409, type: problemTypes.changedMeanwhile, title: 'Somebody else has answered meanwhile' };
            return sendProblem(reply, problem, { theirs: saved.theirs });
          }
          case 'closed': {
            const problem = { status: 409, type: problemTypes.callClosed, title: 'The call takes no more answers' };
            return sendProblem(reply, problem, { callStatus: saved.status });
          }
          case 'not-yours':
            return sendProblem(reply, { status: 403, detail: 'You cannot answer for this municipality.' });
        }
      }
    },
  );
};

/** Where in the body the number stands that a problem is about. */
function pointerOf({ where: { question, year }, code }: AnswerProblem, { years }: CallPackage): string {
  if (question === null) return '/body/answeredBy';
  const counts = `/body/counts/${question}`;
  if (code === 'too-many-years') return `${counts}/years`;
  return year === 'total' ? `${counts}/total` : `${counts}/years/${years.indexOf(year)}`;
}

type CallView = Static<typeof callProgressSchema>;

function callView(call: CallPackage, { status, answered, answers }: CallProgress): CallView {
  return {
    package: issuedPackage(call),
    status,
    answered: answered.map(({ municipality: by, region, answered_on: answeredOn, version }) => ({
      municipality: by,
      region,
      answeredOn,
      version,
    })),
    answers,
  };
}

/** The numbers as texts: what is wrong with them is said by the same rules as of a form that somebody typed. */
function rawAnswer({ counts, answeredBy }: AnswerBody): RawAnswer {
  const texts = ({ years, total }: AnswerBody['counts']['any']): RawAnswer['counts']['any'] => ({
    years: years.map(String),
    total: String(total),
  });
  return { counts: { any: texts(counts.any), residential: texts(counts.residential) }, answeredBy };
}
