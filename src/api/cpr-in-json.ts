/** No free text may hold somebody's CPR number: every body that comes in is looked through, as every form is. */
import type { FastifyInstance } from 'fastify';
import { whereCprCouldBe } from '../domain/numbers/could-hold-cpr.ts';
import { cprSentence } from '../domain/numbers/cpr-sentence.ts';
import './request.ts';
import { problemTypes, sendProblem } from './problem.ts';

/** A text of a body that could hold a CPR number: which field, as a JSON pointer, and the words around the number with dots for its digits. */
type CprInJson = { readonly pointer: string; readonly where: string };

function cprInJson(value: unknown, pointer = ''): readonly CprInJson[] {
  if (typeof value === 'string') {
    const where = whereCprCouldBe(value);
    return where === null ? [] : [{ pointer, where }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]: readonly [string, unknown]) =>
    cprInJson(one, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
}

/** Turns away every body that holds one, before its route saves anything: with a problem, where a form is answered with a page. */
export function refuseCprInJson(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    route.config = { ...route.config, saysCpr: true };
  });
  app.addHook('preHandler', async (request, reply) => {
    if (request.is404) return;
    const found = cprInJson(request.body);
    if (found.length === 0) return;
    const fields = found.map(({ pointer, where }) => ({
      pointer: `/body${pointer}`,
      sentence: { da: cprSentence(where, 'da'), en: cprSentence(where, 'en') },
    }));
    const problem = { status: 422, type: problemTypes.holdsCpr, title: 'A text holds what looks like a CPR number' };
    return sendProblem(
      reply,
      { ...problem, detail: fields.map(({ pointer, sentence }) => `${pointer}: ${sentence.en}`).join(' ') },
      { fields },
    );
  });
}
