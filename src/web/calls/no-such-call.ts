import type { FastifyReply } from 'fastify';
import { callTexts } from './texts.ts';

export function noSuchCall(reply: FastifyReply): FastifyReply {
  return reply.page({ status: 404, title: callTexts(reply.request.language)('noSuchCall'), content: null });
}
