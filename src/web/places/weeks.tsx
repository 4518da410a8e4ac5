/** The country by week. */
import type { FastifyPluginAsync } from 'fastify';
import { asId } from '../../domain/id.ts';
import { danishDay } from '../../domain/time.ts';
import { countryMaterial } from '../../store/placement-calendar.ts';
import type { WebContext } from '../context.ts';
import { dayIn, fieldsOf } from '../form.ts';
import { nationalAddress, unitWeekAddress, weeksAddress } from './addresses.ts';
import { placeTexts } from './texts.ts';
import { WeeksPage } from './weeks-page.tsx';
import { readWeeksQuery } from './weeks-query.ts';
import { weeksTexts } from './weeks-texts.ts';

export const weekPages: FastifyPluginAsync<WebContext> = async (app, { db, places, now }) => {
  app.get(weeksAddress, { config: { permission: 'place:read' } }, async (request, reply) => {
    const { language, actor } = request;
    const { index, now: at } = await countryMaterial(db, request.permit(), places);
    const query = readWeeksQuery(fieldsOf(request.query), actor?.organisation.municipality ?? null, at, language);
    return reply.page({
      title: weeksTexts(language)('title'),
      crumbs: [{ href: nationalAddress, text: placeTexts(language)('national') }],
      status: Object.keys(query.errors).length > 0 ? 422 : 200,
      content: <WeeksPage index={index} query={query} now={at} language={language} />,
    });
  });

  // A unit's week is part of its calendar; addresses that were written down before lead there.
  app.get<{ Params: { id: string } }>('/pladser/afdeling/:id/uge', { config: { permission: 'place:read' } }, async (request, reply) => {
    const from = dayIn(fieldsOf(request.query), 'fra') ?? danishDay(now());
    return reply.redirect(unitWeekAddress(asId<'unit'>(request.params.id), from), 308);
  });
};
