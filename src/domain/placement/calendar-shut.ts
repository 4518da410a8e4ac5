/** When a unit, or a place of it, is shut: for its calendar, with the stays that are booked on those nights. Why each must move says `supply-effect.ts`. */
import type { Id } from '../id.ts';
import { addDays, type Day, type Moment } from '../time.ts';
import { outside } from './availability.ts';
import { type Nights, nightsFrom, shareANight } from './nights.ts';
import type { Closure, Period, Place, Unit } from './provision.ts';
import { nightsTaken, type Occupation } from './stay.ts';
import { byCode } from '../code-order.ts';

/** A shut period (da: lukket periode): nights on which no one new can have a place, or any place of the unit where `place` is `null`. */
export type ShutPeriod = Period & {
  /** Closed for a time, or outside the unit's opening periods. */
  readonly kind: 'closed' | 'not-open';
  readonly place: Place | null;
  /** As the unit wrote it; `null` outside the opening periods. */
  readonly reason: string | null;
  /** The stays that are booked on some of its nights from the first night looked at on, each once. */
  readonly hits: readonly Id<'stay'>[];
  /** The nights of those stays, from the first night looked at on. */
  readonly taken: readonly TakenNights[];
};

type TakenNights = Nights & { readonly stay: Id<'stay'> };

/** One night in the calendar as far as it is shut (da: lukket nat). */
export type ShutNight = {
  /** What the whole unit is; `null` where it is open. */
  readonly unit: ShutPeriod['kind'] | null;
  /** The places that are closed by themselves while the unit is open. */
  readonly places: number;
  /** The stays that are booked on a place that is shut that night. */
  readonly hits: number;
};

/** The shut periods that share a night with so many nights from a day on, by first night; those of the whole unit before those of a place. */
export function shutPeriods(unit: Unit, occupations: readonly Occupation[], from: Day, nights: number, at: Moment): readonly ShutPeriod[] {
  const shown = nightsFrom(from, nights);
  const closed = (place: Place | null, closures: readonly Closure[]): readonly OnlyShut[] =>
    closures.map((closure) => ({ kind: 'closed', place, from: closure.from, to: closure.to, reason: closure.reason }));
  return [
    ...outside(unit).map((gap) => ({ kind: 'not-open' as const, place: null, from: gap.from, to: gap.to, reason: null })),
    ...closed(null, unit.closures),
    ...unit.places.flatMap((place) => closed(place, place.closures)),
  ]
    .filter((period) => shareANight(nightsIn(period, shown), shown))
    .map((period) => {
      const taken = hitsOf(period, occupations, at, from);
      return { ...period, taken, hits: [...new Set(taken.map(({ stay }) => stay))] };
    })
    .toSorted((one, other) => byCode(one.from, other.from));
}

/** What of a unit is shut on each of so many nights from a day on, from the shut periods among the same nights. */
export function shutByNight(periods: readonly ShutPeriod[], from: Day, nights: number): ReadonlyMap<Day, ShutNight> {
  return new Map(
    Array.from({ length: periods.length === 0 ? 0 : nights }, (_, offset): [Day, ShutNight] => {
      const night = addDays(from, offset);
      const on = periods.filter((period) => period.from <= night && (period.to === null || night < period.to));
      const whole = on.filter(({ place }) => place === null);
      return [
        night,
        {
          // Closed says more than outside the opening periods: it has a reason.
          unit: whole.find(({ kind }) => kind === 'closed')?.kind ?? whole[0]?.kind ?? null,
          places: whole.length > 0 ? 0 : new Set(on.map(({ place }) => place?.id)).size,
          hits: new Set(
            on.flatMap(({ taken }) => taken.filter((one) => one.arrival <= night && night < one.departure).map(({ stay }) => stay)),
          ).size,
        },
      ];
    }),
  );
}

type OnlyShut = Omit<ShutPeriod, 'hits' | 'taken'>;

/** The nights, from a day on, of those who are booked on a place that a period shuts. */
function hitsOf(period: OnlyShut, occupations: readonly Occupation[], at: Moment, from: Day): readonly TakenNights[] {
  return occupations.flatMap((occupation) => {
    if (period.place !== null && occupation.place !== period.place.id) return [];
    const taken = nightsTaken(occupation, at);
    if (taken === null || taken.departure <= from) return [];
    const left = { arrival: taken.arrival > from ? taken.arrival : from, departure: taken.departure };
    return shareANight(nightsIn(period, left), left) ? [{ ...left, stay: occupation.stay }] : [];
  });
}

/** The nights of a period; where it has no end, to the end of other nights. */
function nightsIn({ from, to }: Period, { departure }: Nights): Nights {
  return { arrival: from, departure: to ?? departure };
}
