/** When a unit or a place is closed, as a list in words, and in a word or two for one night of its calendar. */
import type { JSX } from 'react';
import type { ShutNight, ShutPeriod } from '../../domain/placement/calendar-shut.ts';
import type { Id } from '../../domain/id.ts';
import { addDays } from '../../domain/time.ts';
import { dayText, daySpanText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card, Tag } from '../ui/pieces.tsx';
import { unitAddress } from './addresses.ts';
import { shutTexts } from './shut-texts.ts';
import { periodText } from './words.ts';

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
      <ul>
        {periods.map((period) => (
          <li key={`${period.kind} ${period.place?.id} ${period.from} ${period.to}`}>
            {sentence(period, language)} {seesReasons && period.reason !== null && say('why', { reason: withoutStop(period.reason) })}{' '}
            {period.hits.length > 0 && <Tag tone="attention">{say('hits', { count: period.hits.length })}</Tag>}
          </li>
        ))}
      </ul>
      {hit && manages && (
        <p>
          <a href={`${unitAddress(unit)}#ophold`}>{say('who')}</a>
        </p>
      )}
    </Card>
  );
}

function sentence(period: ShutPeriod, language: Language): string {
  const say = shutTexts(language);
  const span = spanText(period, language);
  if (period.kind === 'not-open') return say('says.not-open', { span });
  return period.place === null ? say('says.closed', { span }) : say('says.place', { place: period.place.name, span });
}

/** The nights, the last one named: «1.–14. december 2026», «fra 1. december 2026», «til og med 14. december 2026». */
function spanText({ from, to }: ShutPeriod, language: Language): string {
  if (to === null) return periodText({ from, to }, language);
  const last = addDays(to, -1);
  return from < '1000' ? shutTexts(language)('until', { day: dayText(last, language) }) : daySpanText(from, last, language);
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
