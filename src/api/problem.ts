/** Refusals as RFC 9457 writes them. Where the status says all, the type is `about:blank`. */
import { STATUS_CODES } from 'node:http';
import type { FastifyError, FastifyInstance } from 'fastify';
import { cprFaults } from './cpr-faults.ts';
import { type Fault, faultsIn, mostFaults, schemaFaults } from './faults.ts';
import './request.ts';

const problemType = 'application/problem+json';

/** The problems that a program may want to tell apart. */
export const problemTypes = {
  answerRefused: 'urn:samlob:problem:answer-refused',
  changedMeanwhile: 'urn:samlob:problem:changed-meanwhile',
  callClosed: 'urn:samlob:problem:call-takes-no-answers',
  holdsCpr: 'urn:samlob:problem:holds-cpr-number',
  notReleased: 'urn:samlob:problem:report-not-released',
} as const;

export type Problem = { readonly status: number; readonly type?: string; readonly title?: string; readonly detail?: string };

/** As much of a reply as is needed: whatever a route's schema says of its answers, a problem may be sent in their place. */
type Reply = {
  code(status: number): unknown;
  type(media: string): unknown;
  serializer(write: (payload: object) => string): unknown;
  send(payload: object): unknown;
};

/** Sends a problem with what more is known about it. */
export function sendProblem<R extends Reply>(
  reply: R,
  { status, type = 'about:blank', title = STATUS_CODES[status] ?? 'Problem', detail }: Problem,
  more: object = {},
): R {
  reply.code(status);
  reply.type(problemType);
  reply.serializer((payload) => JSON.stringify(payload));
  reply.send({ type, title, status, ...(detail === undefined ? {} : { detail }), ...more });
  return reply;
}

/**
 * Sends a problem with all that is wrong, each fault with its place; of very many the first, and how many more there are. `isAll` is false where
 * the search for them ended before the request did: that there are more is then said without a number.
 */
export function sendFaults<R extends Reply>(
  reply: R,
  problem: Problem,
  faults: readonly Fault[],
  more: object = {},
  { isAll }: { readonly isAll: boolean } = { isAll: true },
): R {
  const untold = faults.length - mostFaults;
  const ofThem = untold === 1 ? '1 more fault is not named.' : `${untold} more faults are not named.`;
  const detail = [
    ...(problem.detail === undefined ? [] : [problem.detail]),
    ...(isAll ? (untold > 0 ? [ofThem] : []) : ['More faults are not named.']),
  ];
  const said = detail.length === 0 ? problem : { ...problem, detail: detail.join(' ') };
  return sendProblem(reply, said, { ...more, errors: faults.slice(0, mostFaults) });
}

/** Every error below the API's addresses is a problem: never a page, and never a redirect. */
export function answerWithProblems(app: FastifyInstance): void {
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, { status: 404, detail: 'There is nothing at this address.' }));
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const { validation, validationContext = 'body' } = error;
    if (validation) {
      // What refused the request stops at the first fault: here all are told, those in the texts too.
      const { faults, isAll } = schemaFaults(request);
      const all = [...faults, ...cprFaults(request.body)];
      return sendFaults(
        reply,
        { status: 400, detail: 'The request does not fit the schema.' },
        all.length > 0 ? all : faultsIn(validationContext, validation),
        {},
        { isAll },
      );
    }
    const status = error.statusCode ?? 500;
    if (status < 500) return sendProblem(reply, { status, detail: error.message });
    request.log.error(error);
    return sendProblem(reply, { status: 500, detail: `Nothing was saved. The request is ${request.id} in the log.` });
  });
}
