/** The pages about the waiting list: hers, a unit's, the country's. */
import type { FastifyPluginAsync } from 'fastify';
import type { WebContext } from '../context.ts';
import { herWaitingPages } from './her.tsx';
import { nationalWaitingPages } from './national.tsx';
import { unitWaitingPages } from './unit-list.tsx';

export const waitingPages: FastifyPluginAsync<WebContext> = async (app, context) => {
  await app.register(herWaitingPages, context);
  await app.register(unitWaitingPages, context);
  await app.register(nationalWaitingPages, context);
};
