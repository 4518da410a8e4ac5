/** The calendar of a unit as JSON: the same days and counts as its page. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { calendarNights, calendarOf, type CalendarQuestion } from '../domain/placement/calendar-of-unit.ts';
import { asId } from '../domain/id.ts';
import { couldHoldCpr } from '../domain/numbers/could-hold-cpr.ts';
import { longestStay } from '../domain/placement/nights.ts';
import { parsePlaceProperty, placeProperties } from '../domain/placement/provision.ts';
import { danishDay } from '../domain/time.ts';
import { unitCalendarSchema } from '../schema/placement.ts';
import { badRequestSchema, faultsSchema, problemResponse, problemSchema } from '../schema/problem.ts';
import { closed } from '../schema/schema.ts';
import { calendarMaterial } from '../store/placement-calendar.ts';
import type { ApiContext } from './call.ts';
import type { Fault } from './faults.ts';
import { sendFaults, sendProblem } from './problem.ts';

type Asked = { readonly question: CalendarQuestion | null } | { readonly faults: readonly Fault[] };

/** What is asked of the days; every fault of it at once. */
function askedOf(nights: string | undefined, needs: string | undefined): Asked {
  if (nights === undefined && needs === undefined) return { question: null };
  const count = nights === undefined ? 1 : /^\d{1,3}$/.test(nights) ? Number(nights) : 0;
  const named = needs === undefined || needs === '' ? [] : needs.split(',');
  const unknown = named.filter((name) => parsePlaceProperty(name) === null);
  const faults: readonly Fault[] = [
    ...(count < 1 || count > longestStay
      ? [{ pointer: '/querystring/nights', detail: `must be a whole number from 1 to ${longestStay}` }]
      : []),
    ...unknown.map((name) => ({
      pointer: '/querystring/needs',
      detail: `${couldHoldCpr(name) ? 'One' : `“${name}”`} is none of: ${placeProperties.join(', ')}`,
    })),
  ];
  if (faults.length > 0) return { faults };
  const properties = named.map(parsePlaceProperty).filter((property) => property !== null);
  return { question: { nights: count, needs: [...new Set(properties)].map((property) => ({ property, why: 'chosen' })) } };
}

export const unitCalendarRoutes: FastifyPluginAsyncTypebox<ApiContext> = async (app, { db }) => {
  app.get(
    '/units/:unit/calendar',
    {
      config: { permission: 'place:read' },
      schema: {
        summary: 'Each night of a unit for two years: what is free, and from which days a stay with some needs could begin',
        params: closed({ unit: Type.String({ maxLength: 100, examples: ['fjordhuset-klit'] }) }),
        querystring: closed({
          nights: Type.Optional(Type.String({ maxLength: 3, description: `From 1 to ${longestStay}`, examples: ['90', '640'] })),
          needs: Type.Optional(
            Type.String({
              maxLength: 300,
              description: `Separated by commas: ${placeProperties.join(', ')}`,
              examples: ['partner,step-free'],
            }),
          ),
        }),
        response: {
          200: unitCalendarSchema,
          400: problemResponse('The request does not fit the schema', badRequestSchema),
          401: problemResponse('Log in first', problemSchema),
          403: problemResponse('You may not do this; the detail says why', problemSchema),
          404: problemResponse('There is no such unit', problemSchema),
          422: problemResponse('The nights or the needs are none', faultsSchema),
          500: problemResponse('Nothing was saved', problemSchema),
        },
      },
    },
    async (request, reply) => {
      const read = askedOf(request.query.nights, request.query.needs);
      if ('faults' in read)
        return sendFaults(
          reply,
          { status: 422, detail: `Nights are a whole number from 1 to ${longestStay}; needs are of the closed list.` },
          read.faults,
        );
      const { question: asked } = read;
      const material = await calendarMaterial(db, request.permit(), asId<'unit'>(request.params.unit));
      if (!material) return sendProblem(reply, { status: 404, detail: 'There is no such unit.' });
      const { unit, compiled, now } = material;
      return reply.send({
        unit: unit.id,
        name: unit.name,
        seen: now,
        asked: asked && { nights: asked.nights, needs: asked.needs.map(({ property }) => property) },
        days: calendarOf(compiled, danishDay(now), calendarNights, asked),
      });
    },
  );
};
