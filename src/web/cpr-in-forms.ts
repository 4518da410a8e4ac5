/**
 * No free text may hold somebody's CPR number: every form that is sent is looked through here, before its route saves anything. A form that
 * says it beside the field itself asks `cprIn` and names itself with `saysCpr`.
 */
import type { FastifyInstance } from 'fastify';
import { whereCprCouldBe } from '../domain/numbers/could-hold-cpr.ts';
import { cprSentence } from '../domain/numbers/cpr-sentence.ts';
import './request.ts';
import { fieldsBeside } from './upload.ts';
import { catalogue } from './ui/language.ts';

const texts = catalogue(
  {
    title: 'Teksten er ikke gemt: der står noget, der ligner et CPR-nummer',
    back: 'Gå tilbage i browseren: det, du skrev, står der endnu.',
  },
  {
    title: 'The text is not saved: it holds what looks like a CPR number',
    back: 'Go back in the browser: what you wrote is still there.',
  },
);

/** A number that a program has drawn is nobody's. */
const drawnNumbers: ReadonlySet<string> = new Set(['startnummer']);

/** The fields of a form that could hold a CPR number, each with where it stands in its text. */
export function cprIn(body: unknown): readonly { readonly name: string; readonly where: string }[] {
  const fields = fieldsBeside(body);
  if (typeof fields !== 'object' || fields === null) return [];
  return Object.entries(fields).flatMap(([name, value]: readonly [string, unknown]) => {
    if (drawnNumbers.has(name)) return [];
    const found = (Array.isArray(value) ? value : [value])
      .filter((one) => typeof one === 'string')
      .map(whereCprCouldBe)
      .find((one) => one !== null);
    return found === undefined || found === null ? [] : [{ name, where: found }];
  });
}

/** Turns away every form that holds one, unless the form says so itself. */
export function refuseCprInForms(app: FastifyInstance): void {
  app.addHook('preHandler', async (request, reply) => {
    // What is not there saves nothing.
    if (request.is404) return;
    const { saysCpr } = request.routeOptions.config;
    const found = cprIn(request.body).filter(({ name }) => saysCpr !== true && !saysCpr?.includes(name));
    if (found.length === 0) return;
    const { language } = request;
    const sentences = found.map(({ where }) => cprSentence(where, language));
    return reply.page({
      status: 422,
      title: texts(language)('title'),
      content: [...new Set(sentences), texts(language)('back')].join(' '),
    });
  });
}
