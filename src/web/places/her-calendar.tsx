/** The top of a unit's calendar that was opened from a search: for whom, what was asked, what the unit answers on the day, and the way back. */
import type { JSX } from 'react';
import type { Id } from '../../domain/id.ts';
import { countNights } from '../../domain/placement/nights.ts';
import type { RankedUnit } from '../../domain/placement/search.ts';
import type { Day, Moment } from '../../domain/time.ts';
import type { StayWithName } from '../../store/placement-stays.ts';
import { weekdayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card, Tag } from '../ui/pieces.tsx';
import { BeforeHer } from '../waiting/before-her.tsx';
import { searchedAgain, stayCardAddress, unitCalendarAddress } from './addresses.ts';
import { type FindQuery, fieldsToAsk } from './find-query.ts';
import { herCalendarTexts } from './her-calendar-texts.ts';
import { stayTexts } from './stay-texts.ts';
import { calendarTexts } from './unit-calendar-texts.ts';
import { AnswerTag, TooFarTag, UnitAnswer } from './unit-answer.tsx';
import { propertyList, travelText } from './words.ts';

/** What a calendar knows of the woman it was opened for. */
export type HerCalendar = {
  readonly pathway: Id<'pathway'>;
  readonly name: string;
  readonly query: FindQuery;
  /** What the unit answers; `null` where she lives in it. */
  readonly ranked: RankedUnit | null;
  readonly before: number;
  /** The longest way she will travel, in minutes by car; null where she said none. */
  readonly longestWay: number | null;
  /** Her stays: they take no place from her. */
  readonly stays: readonly StayWithName[];
  readonly canHold: boolean;
  readonly requestKey: string;
  readonly now: Moment;
};

/** The fields that a calendar opened for her carries from page to page, from a day on. */
export function fieldsOfHers(
  { pathway, query }: Pick<HerCalendar, 'pathway' | 'query'>,
  arrival: Day,
): readonly (readonly [string, string])[] {
  return [['forloeb', pathway], ...fieldsToAsk(query, arrival)];
}

export function ForHer({
  unit,
  her,
  language,
}: {
  readonly unit: Id<'unit'>;
  readonly her: HerCalendar;
  readonly language: Language;
}): JSX.Element {
  const say = herCalendarTexts(language);
  const { query, ranked, stays } = her;
  const { nights, needs } = query;
  const livesHere = stays.find((stay) => stay.status === 'admitted' && stay.unit === unit);
  return (
    <Card heading={say('for', { name: her.name })}>
      <p id="svar">
        {say('asked', {
          day: weekdayText(nights.arrival, language),
          nights: countNights(nights),
          needs:
            needs.length === 0
              ? calendarTexts(language)('needsNone').toLocaleLowerCase(language).replace(/\.$/, '')
              : propertyList(
                  needs.map(({ property }) => property),
                  language,
                ),
        })}{' '}
        <a href={searchedAgain(her.pathway, fieldsToAsk(query, nights.arrival))}>{say('back')}</a>
      </p>
      {livesHere && (
        <p>
          {stayTexts(language)('livesThere')} <a href={stayCardAddress(livesHere)}>{stayTexts(language)('withinHouseLink')}</a>
        </p>
      )}
      {ranked && (
        <>
          <p>
            <AnswerTag ranked={ranked} asked={query} language={language} /> <Tag>{travelText(ranked.minutes, language)}</Tag>{' '}
            <TooFarTag ranked={ranked} longestWay={her.longestWay} language={language} />
          </p>
          <BeforeHer count={her.before} language={language} />
          <UnitAnswer
            ranked={ranked}
            qualification={null}
            pathway={her.pathway}
            asked={query}
            now={her.now}
            language={language}
            longestWay={her.longestWay}
            canHold={her.canHold}
            requestKey={her.requestKey}
            before={her.before}
          />
        </>
      )}
      <form method="get" action={`${unitCalendarAddress(unit)}#svar`} className="actions">
        {fieldsOfHers(her, nights.arrival)
          .filter(([name]) => name !== 'ankomst')
          .map(([name, value]) => (
            <input key={`${name}-${value}`} type="hidden" name={name} value={value} />
          ))}
        <label htmlFor="ankomst">{say('arrival')}</label>
        <input className="form-input" type="date" id="ankomst" name="ankomst" defaultValue={nights.arrival} />
        <button className="button button-secondary">{say('show')}</button>
      </form>
    </Card>
  );
}
