/** No free text may hold somebody's CPR number: every body that comes in is looked through, as every form is. */
import type { FastifyInstance } from 'fastify';
import { cprSentence } from '../domain/numbers/cpr-sentence.ts';
import { cprFaults, cprInJson } from './cpr-faults.ts';
import './request.ts';
import { problemTypes, sendFaults } from './problem.ts';

/**
 * Turns away every body that holds one, before its route reads or saves anything: with a problem, where a form is answered with a page. What
 * else is wrong with the values is told when the number is gone: a sentence about them could repeat it.
 */
export function refuseCprInJson(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    route.config = { ...route.config, saysCpr: true };
  });
  app.addHook('preHandler', async (request, reply) => {
    if (request.is404) return;
    const found = cprInJson(request.body);
    if (found.length === 0) return;
    const fields = found.map(({ pointer, where }) => ({
      pointer,
      sentence: { da: cprSentence(where, 'da'), en: cprSentence(where, 'en') },
    }));
    const problem = { status: 422, type: problemTypes.holdsCpr, title: 'A text holds what looks like a CPR number' };
    const detail = fields.map(({ pointer, sentence }) => `${pointer}: ${sentence.en}`).join(' ');
    return sendFaults(reply, { ...problem, detail }, cprFaults(request.body), { fields });
  });
}
