/** The calendar of a unit as it goes out. */
import Type from 'typebox';
import type { CalendarNight } from '../domain/placement/calendar-of-unit.ts';
import { placeProperties } from '../domain/placement/provision.ts';
import { daySchema } from './call-package.ts';
import { closed, oneOf, readable, schemaOf } from './schema.ts';

const count = Type.Integer({ minimum: 0 });

/** `forHer` counts the places that meet the needs and are free for all the nights from that day on; null where nothing was asked. */
export const calendarNightSchema = schemaOf<CalendarNight>()(
  closed({ night: daySchema, free: count, places: count, forHer: Type.Union([count, Type.Null()]) }),
);

export const unitCalendarSchema = readable(
  closed({
    unit: Type.String(),
    name: Type.String(),
    seen: Type.String({ format: 'date-time' }),
    asked: Type.Union([closed({ nights: count, needs: Type.Array(oneOf(placeProperties)) }), Type.Null()]),
    days: Type.Array(calendarNightSchema),
  }),
);
