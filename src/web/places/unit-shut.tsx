/** When a unit or a place is closed, as a list in words, and in a word or two for one night of its calendar. */
import type { JSX } from 'react';
import { type ShutNight, type ShutPeriod, shutPeriods } from '../../domain/placement/calendar-shut.ts';
import type { Candidate } from '../../domain/placement/search.ts';
import type { Id } from '../../domain/id.ts';
import { type Day, type Moment } from '../../domain/time.ts';
import type { Language } from '../ui/language.ts';
import { Card, Tag } from '../ui/pieces.tsx';
import { unitAddress } from './addresses.ts';
import { shutTexts } from './shut-texts.ts';
import { nightsText } from './words.ts';

type Props = {
  readonly unit: Id<'unit'>;
  readonly periods: readonly ShutPeriod[];
  /** Those who seek places, supervise or plan read why it is closed; she herself reads only that it is. */
  readonly seesReasons: boolean;
  /** The unit's leader, who reads whom a closure hits. */
  readonly manages: boolean;
  readonly language: Language;
};

export function ShutList({ unit, periods, seesReasons, manages, language }: Props): JSX.Element {
  const say = shutTexts(language);
  if (periods.length === 0) return <p className="quiet">{say('none')}</p>;
  const hit = periods.some(({ hits }) => hits.length > 0);
  return (
    <Card heading={say('heading')}>
      <ShutPeriods periods={periods} seesReasons={seesReasons} language={language} />
      {hit && manages && (
        <p>
          <a href={`${unitAddress(unit)}#ophold`}>{say('who')}</a>
        </p>
      )}
    </Card>
  );
}

/** The periods in which a whole unit is shut on some of so many nights from a day on. */
export function wholeShut({ unit, occupations }: Candidate, from: Day, nights: number, now: Moment): readonly ShutPeriod[] {
  return shutPeriods(unit, occupations, from, nights, now).filter(({ place }) => place === null);
}

/** The same beside the unit's name in a list of the country: that it is shut and when, so that a nought is not read as full. */
export function WholeShut({ periods, language }: Pick<Props, 'periods' | 'language'>): JSX.Element | null {
  if (periods.length === 0) return null;
  return <span className="whole-shut">{periods.map((period) => sentence(period, language)).join(' ')}</span>;
}

/** Each period in a sentence, with why and how many it hits. */
export function ShutPeriods({ periods, seesReasons, language }: Pick<Props, 'periods' | 'seesReasons' | 'language'>): JSX.Element {
  const say = shutTexts(language);
  return (
    <ul>
      {periods.map((period) => (
        <li key={`${period.kind} ${period.place?.id} ${period.from} ${period.to}`}>
          {sentence(period, language)} {seesReasons && period.reason !== null && say('why', { reason: withoutStop(period.reason) })}{' '}
          {period.hits.length > 0 && <Tag tone="attention">{say('hits', { count: period.hits.length })}</Tag>}
        </li>
      ))}
    </ul>
  );
}

function sentence(period: ShutPeriod, language: Language): string {
  const say = shutTexts(language);
  const span = nightsText(period, language);
  if (period.kind === 'not-open') return say('says.not-open', { span });
  return period.place === null ? say('says.closed', { span }) : say('says.place', { place: period.place.name, span });
}

function withoutStop(reason: string): string {
  return reason.replace(/\.+$/, '');
}

/** What is shut on a night, in so few words that they stand in a cell; empty where all is open. */
export function shutWords(shut: ShutNight | undefined, language: Language): readonly string[] {
  const say = shutTexts(language);
  if (!shut) return [];
  return [
    ...(shut.unit === null ? [] : [say(`night.${shut.unit}`)]),
    ...(shut.places > 0 ? [say('night.places', { count: shut.places })] : []),
    ...(shut.hits > 0 ? [say('night.hits', { count: shut.hits })] : []),
  ];
}
