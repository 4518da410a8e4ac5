/** The pages about what a unit offers: its upkeep and its qualification. */
import type { FastifyPluginAsync } from 'fastify';
import type { WebContext } from '../context.ts';
import { qualificationPages } from './qualification.tsx';
import { telephonePages } from './telephone.tsx';
import { upkeepPages } from './upkeep.tsx';

export const supplyPages: FastifyPluginAsync<WebContext> = async (app, context) => {
  await app.register(upkeepPages, context);
  await app.register(telephonePages, context);
  await app.register(qualificationPages, context);
};
