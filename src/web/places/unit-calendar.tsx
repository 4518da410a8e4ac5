/** The routes of the calendars: one unit day by day, and all units week by week, for two years. */
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { decide, may } from '../../access/decide.ts';
import { decideResidents } from '../../access/residents.ts';
import { regionIds } from '../../domain/geography/regions.ts';
import { asId, type Id } from '../../domain/id.ts';
import { longestWayTo } from '../../domain/pathway/her-list-answer.ts';
import { nightsFrom, countNights } from '../../domain/placement/nights.ts';
import { onlyUnit } from '../../domain/placement/national-index.ts';
import { mondayOf } from '../../domain/placement/week-view.ts';
import { danishDay } from '../../domain/time.ts';
import { type CalendarMaterial, calendarMaterial, countryMaterial } from '../../store/placement-calendar.ts';
import { type Residents, residentsOn } from '../../store/placement-residents.ts';
import { searchedMaterial } from '../../store/placement-search.ts';
import type { WebContext } from '../context.ts';
import { type Fields, fieldsOf } from '../form.ts';
import { countryCalendarAddress, nationalAddress, searchedAgain, unitAddress } from './addresses.ts';
import { type CalendarQuery, readCalendarQuery } from './calendar-query.ts';
import { CountryCalendar } from './country-calendar.tsx';
import { presentStays } from './present-stays.ts';
import { fieldsToAsk, readFindQuery } from './find-query.ts';
import type { HerCalendar } from './her-calendar.tsx';
import { knownOfHer } from './her-situation.ts';
import { answersForHer, rankForHer } from './rank-for-her.ts';
import { placeTexts } from './texts.ts';
import { UnitCalendar } from './unit-calendar-page.tsx';
import { calendarTexts } from './unit-calendar-texts.ts';
import { unitTitle } from './words.ts';

export const calendarPages: FastifyPluginAsync<WebContext> = async (app, { db, places, now, newId }) => {
  /** The woman that the calendar was opened for; null where none is named, or none whom the actor may read of. */
  const herIn = async (request: FastifyRequest, unit: Id<'unit'>, fields: Fields): Promise<HerCalendar | null> => {
    const { actor, language } = request;
    const decision = actor && decide(actor, 'pathway:read', now());
    if (!actor || fields.text('forloeb') === '' || decision?.outcome !== 'permitted') return null;
    const searched = await searchedMaterial(db, decision.permit, asId<'pathway'>(fields.text('forloeb')), places, (seen) => {
      const query = readFindQuery(fields, knownOfHer(seen), seen.now, language);
      const only = { ...seen, index: onlyUnit(seen.index, unit) };
      return { query, stays: presentStays(seen), ...answersForHer(only, query, presentStays(seen)) };
    });
    if (!searched?.found) return null;
    const { material } = searched;
    const { answered, known } = searched.found;
    const { query, stays } = answered;
    const [ranked = null] = rankForHer(answered.shown, query, known.qualifications, material.now);
    const [only] = stays;
    return {
      pathway: material.her.id,
      name: material.her.pathway.calledName,
      query,
      ranked,
      before: known.before.get(unit) ?? 0,
      longestWay: longestWayTo(material.her.pathway.onList, undefined, material.reach.onList),
      stays,
      canHold: may(actor, 'place:hold') && (!only || (only.status === 'admitted' && stays.length === 1)),
      requestKey: newId(),
      now: material.now,
    };
  };

  /** Who has the places in the week that is shown: for the unit's leader. */
  const residentsIn = async (
    request: FastifyRequest,
    { facility, unit, now: at }: CalendarMaterial,
    query: CalendarQuery,
  ): Promise<Residents | null> => {
    const decision = request.actor && decideResidents(request.actor, facility.id, now());
    if (decision?.outcome !== 'permitted') return null;
    return residentsOn(db, decision.permit, unit.id, nightsFrom(mondayOf(query.week ?? danishDay(at)), 7));
  };

  app.get<{ readonly Params: { readonly id: string } }>(
    '/pladser/afdeling/:id/kalender',
    { config: { permission: 'place:read' } },
    async (request, reply) => {
      const { language } = request;
      const fields = fieldsOf(request.query);
      const unit = asId<'unit'>(request.params.id);
      const material = await calendarMaterial(db, request.permit(), unit);
      if (!material) return reply.callNotFound();
      const her = await herIn(request, unit, fields);
      const read = readCalendarQuery(fields, language);
      const query: CalendarQuery = her
        ? { ...read, asked: { needs: her.query.needs, nights: countNights(her.query.nights) }, errors: her.query.errors }
        : read;
      const residents = await residentsIn(request, material, query);
      const search = her && {
        text: placeTexts(language)('find', { name: her.name }),
        href: searchedAgain(her.pathway, fieldsToAsk(her.query, her.query.nights.arrival)),
      };
      return reply.page({
        title: calendarTexts(language)('title', { unit: unitTitle(material) }),
        crumbs: [
          search ?? { href: nationalAddress, text: placeTexts(language)('national') },
          { href: unitAddress(unit), text: unitTitle(material) },
        ],
        status: Object.keys(query.errors).length > 0 ? 422 : 200,
        content: (
          <UnitCalendar
            material={material}
            query={query}
            her={her}
            residents={residents}
            seesReasons={request.actor !== null && may(request.actor, 'qualification:read')}
            language={language}
          />
        ),
      });
    },
  );

  app.get(countryCalendarAddress, { config: { permission: 'place:read' } }, async (request, reply) => {
    const { language } = request;
    const { index, now: at } = await countryMaterial(db, request.permit(), places);
    const region = regionIds.find((id) => id === fieldsOf(request.query).text('region')) ?? null;
    return reply.page({
      title: calendarTexts(language)('countryTitle'),
      crumbs: [{ href: nationalAddress, text: placeTexts(language)('national') }],
      content: (
        <CountryCalendar
          index={index}
          now={at}
          region={region}
          seesReasons={request.actor !== null && may(request.actor, 'qualification:read')}
          own={request.actor !== null && may(request.actor, 'place:manage') ? request.actor.organisation.facility : null}
          language={language}
        />
      ),
    });
  });
};
