/** What is asked of the country by week: needs, first week, from where, in which order. All from the address. */
import { type Municipality, municipality } from '../../domain/geography/municipalities.ts';
import type { Id } from '../../domain/id.ts';
import type { Need } from '../../domain/placement/needs.ts';
import { parsePlaceProperty } from '../../domain/placement/provision.ts';
import { addDays, type Day, danishDay, type Moment } from '../../domain/time.ts';
import { dayIn, type Fields } from '../form.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { weeksTexts } from './weeks-texts.ts';

export const weekOrders = ['distance', 'region'] as const;
export type WeekOrder = (typeof weekOrders)[number];

export type WeeksQuery = {
  readonly needs: readonly Need[];
  /** The first day that is counted; today or later. */
  readonly from: Day;
  readonly home: Municipality | null;
  readonly order: WeekOrder;
  /** Whether it was asked, and not only opened. */
  readonly isAsked: boolean;
  readonly errors: FieldErrors;
};

/** Stays are not promised longer ahead than this. */
const farthestDays = 731;

/** `own` is the asker's municipality: the distance is from there until another is chosen. */
export function readWeeksQuery(fields: Fields, own: Id<'municipality'> | null, now: Moment, language: Language): WeeksQuery {
  const say = weeksTexts(language);
  const today = danishDay(now);
  const asked = fields.text('fra') === '' ? today : dayIn(fields, 'fra');
  const fault =
    asked === null ? say('fault.from') : asked < today ? say('fault.past') : asked > addDays(today, farthestDays) ? say('fault.far') : '';
  const home = municipality(fields.text('kommune')) ?? (fields.text('vis') === '' && own !== null ? (municipality(own) ?? null) : null);
  const properties = [...new Set(fields.all('behov'))].map(parsePlaceProperty).filter((property) => property !== null);
  const order = weekOrders.find((one) => one === fields.text('orden')) ?? 'distance';
  return {
    needs: properties.map((property) => ({ property, why: 'chosen' })),
    from: asked === null || fault !== '' ? today : asked,
    home,
    order: home === null ? 'region' : order,
    isAsked: fields.text('vis') === 'ja',
    errors: fault === '' ? {} : { fra: fault },
  };
}

/** The same question from another day. */
export function weeksSearch({ needs, home, order }: WeeksQuery, from: Day): string {
  return new URLSearchParams([
    ['vis', 'ja'],
    ['fra', from],
    ['kommune', home?.id ?? ''],
    ['orden', order],
    ...needs.map(({ property }): [string, string] => ['behov', property]),
  ]).toString();
}
