/** The pages about places: the country, a unit, and the search for one woman. */
import type { FastifyPluginAsync } from 'fastify';
import type { WebContext } from '../context.ts';
import { confirmLinkPages } from './confirm-link.tsx';
import { dischargePages } from './discharge-pages.tsx';
import { refusalPages } from './refusal-pages.tsx';
import { findPages } from './find.tsx';
import { freshnessPages } from './freshness.tsx';
import { leaveEarlierPages } from './leave-earlier.tsx';
import { leavePages } from './leave-pages.tsx';
import { nationalPages } from './national.tsx';
import { calendarPages } from './unit-calendar.tsx';
import { weekPages } from './weeks.tsx';
import { municipalityTelephonePages } from './municipality-telephone.tsx';
import { movePages } from './move-pages.tsx';
import { swapPages } from './swap-pages.tsx';
import { undoDischargePages } from './undo-discharge-pages.tsx';
import { unitPages } from './unit.tsx';

export const placePages: FastifyPluginAsync<WebContext> = async (app, context) => {
  await app.register(nationalPages, context);
  await app.register(unitPages, context);
  await app.register(calendarPages, context);
  await app.register(movePages, context);
  await app.register(swapPages, context);
  await app.register(leavePages, context);
  await app.register(dischargePages, context);
  await app.register(refusalPages, context);
  await app.register(undoDischargePages, context);
  await app.register(leaveEarlierPages, context);
  await app.register(findPages, context);
  await app.register(confirmLinkPages, context);
  await app.register(freshnessPages, context);
  await app.register(weekPages, context);
  await app.register(municipalityTelephonePages, context);
};
