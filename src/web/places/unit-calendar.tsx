/** The routes of the calendars: one unit day by day, and all units week by week, for two years. */
import type { FastifyPluginAsync } from 'fastify';
import { regionIds } from '../../domain/geography/regions.ts';
import { asId } from '../../domain/id.ts';
import { calendarMaterial, countryMaterial } from '../../store/placement-calendar.ts';
import type { WebContext } from '../context.ts';
import { fieldsOf } from '../form.ts';
import { countryCalendarAddress, nationalAddress, unitAddress } from './addresses.ts';
import { readCalendarQuery } from './calendar-query.ts';
import { CountryCalendar } from './country-calendar.tsx';
import { placeTexts } from './texts.ts';
import { UnitCalendar } from './unit-calendar-page.tsx';
import { calendarTexts } from './unit-calendar-texts.ts';
import { unitTitle } from './words.ts';

export const calendarPages: FastifyPluginAsync<WebContext> = async (app, { db, places }) => {
  app.get<{ readonly Params: { readonly id: string } }>(
    '/pladser/afdeling/:id/kalender',
    { config: { permission: 'place:read' } },
    async (request, reply) => {
      const { language } = request;
      const material = await calendarMaterial(db, request.permit(), asId<'unit'>(request.params.id));
      if (!material) return reply.callNotFound();
      const query = readCalendarQuery(fieldsOf(request.query), language);
      return reply.page({
        title: calendarTexts(language)('title', { unit: unitTitle(material) }),
        crumbs: [
          { href: nationalAddress, text: placeTexts(language)('national') },
          { href: unitAddress(material.unit.id), text: unitTitle(material) },
        ],
        status: Object.keys(query.errors).length > 0 ? 422 : 200,
        content: <UnitCalendar material={material} query={query} language={language} />,
      });
    },
  );

  app.get(countryCalendarAddress, { config: { permission: 'place:read' } }, async (request, reply) => {
    const { language } = request;
    const { index, now } = await countryMaterial(db, request.permit(), places);
    const region = regionIds.find((id) => id === fieldsOf(request.query).text('region')) ?? null;
    return reply.page({
      title: calendarTexts(language)('countryTitle'),
      crumbs: [{ href: nationalAddress, text: placeTexts(language)('national') }],
      content: <CountryCalendar index={index} now={now} region={region} language={language} />,
    });
  });
};
