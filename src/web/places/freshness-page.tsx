/** The page about freshness: statistics as a table, then the events and the receiver of reminders unit by unit. */
import type { JSX } from 'react';
import { freshnessOf, freshnessRule } from '../../domain/placement/freshness.ts';
import { type FreshnessStatistics, freshnessStatistics, statisticsRule } from '../../domain/placement/freshness-statistics.ts';
import { addDays, type Moment } from '../../domain/time.ts';
import type { FreshnessRecord } from '../../store/placement-freshness.ts';
import { ErrorSummary, TextField } from '../ui/fields.tsx';
import { dayText, momentText, numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card, Sheet, Tag } from '../ui/pieces.tsx';
import { freshnessAddress, unitAddress } from './addresses.ts';
import { capacityTexts } from './capacity-texts.ts';
import type { RefusedContact } from './freshness.tsx';
import { UndeliveredReminders } from './undelivered.tsx';
import { confirmedText, unitTitle } from './words.ts';

type Props = {
  readonly records: readonly FreshnessRecord[];
  readonly now: Moment;
  readonly language: Language;
  /** A unit leader, who says whom the reminders go to. */
  readonly manages: boolean;
  readonly refused: RefusedContact | null;
};

/** Events of each unit that are shown: about a fortnight. */
const eventsShown = 20;

export function FreshnessPage({ records, now, language, manages, refused }: Props): JSX.Element {
  const say = capacityTexts(language);
  const told = records.map((record) => ({
    record,
    statistics: freshnessStatistics(record.unit, record.confirmations, record.nudges, now),
  }));
  const [first] = told;
  if (!first) return <p>{say('none')}</p>;
  const { from, to } = first.statistics;
  const old = records.filter(({ unit }) => freshnessOf(unit.confirmed, now) !== 'fresh');
  return (
    <>
      <p>
        <strong>{say('freshNow', { fresh: records.length - old.length, all: records.length })}</strong>{' '}
        {old.length > 0 && say('ringFirst', { names: old.map(unitTitle).join('; ') })}
      </p>
      {refused && <ErrorSummary heading={say('errors')} errors={refused.errors} />}
      <p>
        {say('freshnessIntro', {
          from: dayText(from, language),
          to: dayText(addDays(to, -1), language),
          edition: freshnessRule.edition,
        })}
      </p>
      <div className="stacked labelled">
        <Sheet caption={say('caption', { days: statisticsRule.days })}>
          <thead>
            <tr>
              <th scope="col">{say('unit')}</th>
              <th scope="col">{say('now')}</th>
              <th scope="col">{say('share')}</th>
              <th scope="col">{say('longest')}</th>
              <th scope="col">{say('median')}</th>
              <th scope="col">{say('nudges')}</th>
              <th scope="col">{say('status')}</th>
            </tr>
          </thead>
          <tbody>
            {told.map(({ record, statistics }) => (
              <StatisticsRow key={record.unit.id} record={record} statistics={statistics} now={now} language={language} />
            ))}
          </tbody>
        </Sheet>
      </div>
      <p className="quiet">{say('steadyMeans', { inARow: statisticsRule.daysInARow, inAll: statisticsRule.daysInAll })}</p>
      <UndeliveredReminders records={records} language={language} />
      {manages && <Contacts records={records} language={language} refused={refused} />}
      <h2>{say('eventsHeading')}</h2>
      {records.map((record) => (
        <Events key={record.unit.id} record={record} language={language} isOpen={records.length === 1} />
      ))}
    </>
  );
}

type RowProps = {
  readonly record: FreshnessRecord;
  readonly statistics: FreshnessStatistics;
  readonly now: Moment;
  readonly language: Language;
};

function StatisticsRow({ record, statistics, now, language }: RowProps): JSX.Element {
  const say = capacityTexts(language);
  const { countedDays, confirmedDays, longestGapDays, medianHours, nudges, answeredNudges, isSteadilyUnconfirmed } = statistics;
  const freshness = freshnessOf(record.unit.confirmed, now);
  const percent = numberText(Math.round((100 * confirmedDays) / Math.max(1, countedDays)), language);
  return (
    <tr>
      <th scope="row">
        <a href={unitAddress(record.unit.id)}>{unitTitle(record)}</a>
      </th>
      <td data-label={say('now')}>
        <Tag tone={freshness === 'fresh' ? 'done' : 'attention'}>{say(freshness)}</Tag>{' '}
        {record.unit.confirmed !== null && confirmedText(record.unit.confirmed, now, language, true)}
      </td>
      <td data-label={say('share')}>
        {countedDays === 0 ? say('shareNone') : say('shareOf', { confirmed: confirmedDays, counted: countedDays, percent })}
      </td>
      <td data-label={say('longest')}>{say('days', { days: longestGapDays })}</td>
      <td data-label={say('median')}>
        {medianHours === null ? say('medianNone') : say('hours', { hours: numberText(Math.round(medianHours * 10) / 10, language) })}
      </td>
      <td data-label={say('nudges')}>{nudges === 0 ? say('nudgesNone') : say('nudgesOf', { answered: answeredNudges, sent: nudges })}</td>
      <td data-label={say('status')}>
        {isSteadilyUnconfirmed ? <Tag tone="attention">{say('steady')}</Tag> : <Tag tone="done">{say('notSteady')}</Tag>}
      </td>
    </tr>
  );
}

function Contacts({ records, language, refused }: Pick<Props, 'records' | 'language' | 'refused'>): JSX.Element {
  const say = capacityTexts(language);
  return (
    <Card heading={say('contactHeading')}>
      <p className="quiet">{say('contactHint')}</p>
      {records.map(({ facility, unit, contact }) => {
        const sent = refused?.unit === unit.id ? refused : null;
        return (
          <form key={unit.id} method="post" action={`${freshnessAddress}/${encodeURIComponent(unit.id)}/modtager`} className="contact">
            <fieldset>
              <legend>{say('contactFor', { unit: unitTitle({ facility, unit }) })}</legend>
              <TextField
                name={`navn-${unit.id}`}
                label={say('contactName')}
                value={sent?.name ?? contact?.name ?? ''}
                errors={sent?.errors ?? {}}
                longest={200}
              />
              <TextField
                name={`mail-${unit.id}`}
                label={say('contactAddress')}
                value={sent?.address ?? contact?.address ?? ''}
                errors={sent?.errors ?? {}}
                longest={254}
              />
              <button className="button button-secondary">{say('contactSave')}</button>
            </fieldset>
          </form>
        );
      })}
    </Card>
  );
}

type Told = { readonly at: Moment; readonly what: 'login' | 'link' | 'loaded' | 'nudge'; readonly who: string };

function Events({
  record,
  language,
  isOpen,
}: {
  readonly record: FreshnessRecord;
  readonly language: Language;
  readonly isOpen: boolean;
}): JSX.Element {
  const say = capacityTexts(language);
  const events: readonly Told[] = [
    ...record.confirmations.map(({ at, channel, by }) => ({ at, what: channel, who: by })),
    ...record.nudges.map(({ sent, to }) => ({ at: sent, what: 'nudge' as const, who: to })),
  ].toSorted((one, other) => (one.at < other.at ? 1 : -1));
  return (
    <details className="events" open={isOpen}>
      <summary>{unitTitle(record)}</summary>
      <Sheet caption={`${say('eventsHeading')}: ${unitTitle(record)}`}>
        <thead>
          <tr>
            <th scope="col">{say('when')}</th>
            <th scope="col">{say('event')}</th>
            <th scope="col">{say('who')}</th>
          </tr>
        </thead>
        <tbody>
          {events.slice(0, eventsShown).map(({ at, what, who }) => (
            <tr key={`${at} ${what}`}>
              <td>{momentText(at, language)}</td>
              <td>{say(`event.${what}`)}</td>
              <td>{who}</td>
            </tr>
          ))}
        </tbody>
      </Sheet>
    </details>
  );
}
