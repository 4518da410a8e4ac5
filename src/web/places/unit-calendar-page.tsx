/** A unit's calendar: a summary in words, then a table for each month. A cell says in text what it is, and its edge and pattern repeat it. */
import type { JSX } from 'react';
import {
  type CalendarNight,
  calendarNights,
  calendarOf,
  type CalendarStretch,
  stretchesOf,
} from '../../domain/placement/calendar-of-unit.ts';
import { shutByNight, shutPeriods } from '../../domain/placement/calendar-shut.ts';
import { type CompiledUnit, compileUnit } from '../../domain/placement/national-index-unit.ts';
import { placeProperties } from '../../domain/placement/provision.ts';
import { mondayOf } from '../../domain/placement/week-view.ts';
import { danishDay, type Day } from '../../domain/time.ts';
import type { CalendarMaterial } from '../../store/placement-calendar.ts';
import type { Residents } from '../../store/placement-residents.ts';
import { CheckboxGroup, ErrorSummary, TextField } from '../ui/fields.tsx';
import { dayText, weekdayYearText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card } from '../ui/pieces.tsx';
import { unitCalendarAddress } from './addresses.ts';
import type { CalendarQuery } from './calendar-query.ts';
import { CellLegend } from './cell-legend.tsx';
import { fieldsOfHers, ForHer, type HerCalendar } from './her-calendar.tsx';
import { shutTexts } from './shut-texts.ts';
import { placeTexts } from './texts.ts';
import { calendarTexts } from './unit-calendar-texts.ts';
import { Month } from './unit-month.tsx';
import { ShutList } from './unit-shut.tsx';
import { UnitWeek } from './unit-week.tsx';
import { confirmedText, facilityLine, propertyList } from './words.ts';

type Props = {
  readonly material: CalendarMaterial;
  readonly query: CalendarQuery;
  /** The woman it was opened for, where the asker may read of her. */
  readonly her: HerCalendar | null;
  /** Who has the places in the week that is shown, for the unit's leader. */
  readonly residents: Residents | null;
  /** Whether why the unit is closed is read. */
  readonly seesReasons: boolean;
  readonly language: Language;
};

/** So many periods are said in words before the months are pointed to. */
const stretchesSaid = 8;

export function UnitCalendar({ material, query, her, residents, seesReasons, language }: Props): JSX.Element {
  const say = calendarTexts(language);
  const { asked } = query;
  const { facility, unit, now } = material;
  const today = danishDay(now);
  const nights = calendarOf(compiledFor(material, her), today, calendarNights, asked);
  const periods = shutPeriods(unit, material.occupations, today, calendarNights, now);
  const shut = shutByNight(periods, today, calendarNights);
  const carried = her ? fieldsOfHers(her, her.query.nights.arrival) : query.carried;
  const dayAddress = her && ((day: Day): string => `${unitCalendarAddress(unit.id, fieldsOfHers(her, day))}#svar`);
  return (
    <div className="calendar-page">
      <p className="quiet">
        {facilityLine(facility, language)} · {confirmedText(unit.confirmed, now, language, true)}
      </p>
      {her && <ForHer unit={unit.id} her={her} language={language} />}
      <p className="lead">{firstFreeText(nights, language)}</p>
      <p>{asked ? say('introHers', { nights: asked.nights }) : say('introAll')}</p>
      {asked && !her && (
        <p>
          {asked.needs.length === 0
            ? say('needsNone')
            : say('needsAre', {
                needs: propertyList(
                  asked.needs.map(({ property }) => property),
                  language,
                ),
              })}
        </p>
      )}
      <Summary nights={nights} isHers={asked !== null} language={language} />
      <ShutList unit={unit.id} periods={periods} seesReasons={seesReasons} manages={residents !== null} language={language} />
      {!her && <AskForm material={material} query={query} language={language} />}
      <UnitWeek
        material={material}
        monday={mondayOf(query.week ?? today)}
        residents={residents}
        seesReasons={seesReasons}
        carried={carried}
        language={language}
      />
      <h2>{say('months')}</h2>
      <Legend isShut={shut.size > 0} isHit={periods.some(({ hits }) => hits.length > 0)} language={language} />
      <div className="months">
        {monthsOf(nights).map((month) => (
          <Month
            key={month[0]?.night}
            unit={unit.id}
            nights={month}
            shut={shut}
            carried={carried}
            dayAddress={dayAddress}
            language={language}
          />
        ))}
      </div>
    </div>
  );
}

function Legend({
  isShut,
  isHit,
  language,
}: {
  readonly isShut: boolean;
  readonly isHit: boolean;
  readonly language: Language;
}): JSX.Element {
  const say = shutTexts(language);
  return (
    <>
      <CellLegend
        heading={say('key')}
        entries={[
          { className: 'some', text: say('key.some') },
          { className: 'none', text: say('key.none') },
          ...(isShut ? [{ className: 'none shut', text: say('key.shut') }] : []),
        ]}
      />
      {isHit && <p className="quiet">{say('key.hit')}</p>}
      <p className="quiet wide-only">{say('key.week')}</p>
    </>
  );
}

/** The unit as it is for her: her own stays take no place from her. */
function compiledFor({ unit, occupations, compiled, now }: CalendarMaterial, her: HerCalendar | null): CompiledUnit {
  if (!her) return compiled;
  const others = occupations.filter(({ stay }) => !her.stays.some(({ id }) => id === stay));
  return compileUnit(unit, others, now);
}

function Summary({
  nights,
  isHers,
  language,
}: {
  readonly nights: readonly CalendarNight[];
  readonly isHers: boolean;
  readonly language: Language;
}): JSX.Element {
  const say = calendarTexts(language);
  const all = stretchesOf(nights);
  const open = all.filter(({ can }) => can);
  return (
    <Card heading={say(isHers ? 'summaryHers' : 'summaryAll')}>
      {open.length === 0 ? (
        <p>{say(isHers ? 'neverHers' : 'neverAll')}</p>
      ) : all.length === 1 ? (
        <p>{say(isHers ? 'alwaysHers' : 'alwaysAll')}</p>
      ) : (
        <ul>
          {open.slice(0, stretchesSaid).map((stretch) => (
            <li key={stretch.from}>{stretchText(stretch, language)}</li>
          ))}
          {open.length > stretchesSaid && <li>{say('more', { count: open.length - stretchesSaid })}</li>}
        </ul>
      )}
    </Card>
  );
}

function AskForm({ material, query, language }: Pick<Props, 'material' | 'query' | 'language'>): JSX.Element {
  const say = calendarTexts(language);
  const options = placeProperties.map((property) => ({ value: property, text: placeTexts(language)(`property.${property}`) }));
  const errors = Object.keys(query.errors).length > 0;
  return (
    <details className="ask-calendar" open={errors}>
      <summary>{say('change')}</summary>
      <form method="get" action={unitCalendarAddress(material.unit.id)}>
        <ErrorSummary heading={placeTexts(language)('errorHeading')} errors={query.errors} />
        <TextField
          name="naetter"
          inputMode="numeric"
          label={say('nights')}
          hint={say('nightsHint')}
          value={query.nightsText}
          errors={query.errors}
        />
        <CheckboxGroup name="behov" label={say('needs')} values={query.properties} options={options} />
        <button className="button button-secondary">{say('show')}</button>
      </form>
    </details>
  );
}

function stretchText({ from, to }: CalendarStretch, language: Language): string {
  const say = calendarTexts(language);
  return from === to
    ? say('stretchDay', { from: dayText(from, language) })
    : say('stretch', { from: dayText(from, language), to: dayText(to, language) });
}

function monthsOf(nights: readonly CalendarNight[]): readonly (readonly CalendarNight[])[] {
  const months: CalendarNight[][] = [];
  for (const night of nights) {
    const last = months.at(-1);
    if (last?.[0]?.night.slice(0, 7) === night.night.slice(0, 7)) last.push(night);
    else months.push([night]);
  }
  return months;
}

/** The first day in a sentence: what most who open a calendar look for. */
function firstFreeText(nights: readonly CalendarNight[], language: Language): string {
  const say = calendarTexts(language);
  const first = nights.find(({ free, forHer }) => (forHer ?? free) > 0);
  const isHers = nights.some(({ forHer }) => forHer !== null);
  if (!first) return say(isHers ? 'firstNoneHers' : 'firstNone');
  return say(isHers ? 'firstHers' : 'first', { day: weekdayYearText(first.night, language) });
}
