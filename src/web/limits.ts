/**
 * How often one may ask for what is dear or dangerous: many tries at a login, and documents that take a processor for a while.
 * Generous: a whole office behind one address, and someone who takes out every report of a call, never meet them.
 */
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';

/** Tries from one address. */
export const loginLimit = { max: 300, timeWindow: '1 minute' } as const;
/** Openings of links that confirm without a login, from one address: more is somebody who guesses. */
export const confirmLinkLimit = { max: 60, timeWindow: '1 minute' } as const;

/** Only routes whose config carries a `rateLimit` are counted: by who is logged in, and before login by address. */
export async function useLimits(app: FastifyInstance): Promise<void> {
  await app.register(rateLimit, { global: false, keyGenerator: (request) => request.actor?.user ?? request.ip });
}
