/** The country by week, and the nights of one week in one unit. */
import type { FastifyPluginAsync } from 'fastify';
import { asId } from '../../domain/id.ts';
import { candidatesIn } from '../../domain/placement/national-index.ts';
import { mondayOf, weekNumber } from '../../domain/placement/week-view.ts';
import { danishDay } from '../../domain/time.ts';
import { calendarMaterial, countryMaterial } from '../../store/placement-calendar.ts';
import type { WebContext } from '../context.ts';
import { dayIn, fieldsOf } from '../form.ts';
import { notFound } from '../not-found.ts';
import { nationalAddress, unitAddress, weeksAddress } from './addresses.ts';
import { placeTexts } from './texts.ts';
import { UnitWeek } from './unit-week.tsx';
import { WeeksPage } from './weeks-page.tsx';
import { readWeeksQuery } from './weeks-query.ts';
import { weeksTexts } from './weeks-texts.ts';
import { unitTitle } from './words.ts';

export const weekPages: FastifyPluginAsync<WebContext> = async (app, { db, places }) => {
  app.get(weeksAddress, { config: { permission: 'place:read' } }, async (request, reply) => {
    const { language, actor } = request;
    const { index, now } = await countryMaterial(db, request.permit(), places);
    const query = readWeeksQuery(fieldsOf(request.query), actor?.organisation.municipality ?? null, now, language);
    return reply.page({
      title: weeksTexts(language)('title'),
      crumbs: [{ href: nationalAddress, text: placeTexts(language)('national') }],
      status: Object.keys(query.errors).length > 0 ? 422 : 200,
      content: <WeeksPage candidates={candidatesIn(index)} query={query} now={now} language={language} />,
    });
  });

  app.get<{ Params: { id: string } }>('/pladser/afdeling/:id/uge', { config: { permission: 'place:read' } }, async (request, reply) => {
    const { language } = request;
    const material = await calendarMaterial(db, request.permit(), asId<'unit'>(request.params.id));
    if (!material) return notFound(reply);
    const monday = mondayOf(dayIn(fieldsOf(request.query), 'fra') ?? danishDay(material.now));
    return reply.page({
      title: weeksTexts(language)('unitWeek', { week: weekNumber(monday), unit: unitTitle(material) }),
      crumbs: [
        { href: nationalAddress, text: placeTexts(language)('national') },
        { href: unitAddress(material.unit.id), text: unitTitle(material) },
      ],
      content: <UnitWeek material={material} monday={monday} language={language} />,
    });
  });
};
