/** The pages about facilities and what their units offer: registration, upkeep and qualification. */
import type { FastifyPluginAsync } from 'fastify';
import type { WebContext } from '../context.ts';
import { facilityPages } from './facility-pages.tsx';
import { leaderPages } from './leader-pages.tsx';
import { qualificationPages } from './qualification.tsx';
import { telephonePages } from './telephone.tsx';
import { unitRegisterPages } from './unit-pages.tsx';
import { upkeepPages } from './upkeep.tsx';

export const supplyPages: FastifyPluginAsync<WebContext> = async (app, context) => {
  await app.register(facilityPages, context);
  await app.register(leaderPages, context);
  await app.register(unitRegisterPages, context);
  await app.register(upkeepPages, context);
  await app.register(telephonePages, context);
  await app.register(qualificationPages, context);
};
