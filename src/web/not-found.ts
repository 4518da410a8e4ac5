/** Nothing is there, or it is not for the one who asks: both are answered alike. */
import type { FastifyReply } from 'fastify';

/** Answers with the page that says so. */
export function notFound(reply: FastifyReply): FastifyReply {
  reply.callNotFound();
  return reply;
}
