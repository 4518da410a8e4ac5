/** The page about freshness: statistics as a table, then the events and the receiver of reminders unit by unit. */
import type { JSX } from 'react';
import { freshnessOf, freshnessRule } from '../../domain/placement/freshness.ts';
import { freshForHours } from '../../domain/placement/provision.ts';
import { type FreshnessStatistics, freshnessStatistics, statisticsRule } from '../../domain/placement/freshness-statistics.ts';
import { addDays, danishDay, type Moment } from '../../domain/time.ts';
import type { FreshnessRecord } from '../../store/placement-freshness.ts';
import { ErrorSummary, TextField } from '../ui/fields.tsx';
import { daySpanText, momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card, Sheet, Tag } from '../ui/pieces.tsx';
import { freshnessAddress, unitAddress } from './addresses.ts';
import { capacityTexts } from './capacity-texts.ts';
import type { RefusedContact } from './freshness.tsx';
import { ConfirmedTag } from './confirmed-tag.tsx';
import { ConfirmOwn, type OwnUnit } from './confirm-own.tsx';
import { confirmOwnTexts } from './confirm-own-texts.ts';
import { UndeliveredReminders } from './undelivered.tsx';
import { unitTitle } from './words.ts';

type Props = {
  readonly records: readonly FreshnessRecord[];
  readonly now: Moment;
  readonly language: Language;
  /** A leader's own units, to be confirmed, and whose reminders the leader says who gets; none for those who only read. */
  readonly own: readonly OwnUnit[];
  readonly refused: RefusedContact | null;
};

/** Events of each unit that are shown: about a fortnight. */
const eventsShown = 20;

export function FreshnessPage({ records, now, language, own, refused }: Props): JSX.Element {
  const [say, month] = [capacityTexts(language), confirmOwnTexts(language)];
  const told = records.map((record) => ({
    record,
    statistics: freshnessStatistics(record.unit, record.confirmations, record.nudges, now),
  }));
  const [first] = told;
  if (!first) return <p>{say('none')}</p>;
  const { from, to } = first.statistics;
  const old = records.filter(({ unit }) => freshnessOf(unit.confirmed, now) !== 'fresh');
  const counted = { fresh: records.length - old.length, all: records.length };
  const manages = own.length > 0;
  return (
    <>
      <p>
        <strong>{manages ? month('mine', counted) : say('freshNow', counted)}</strong>{' '}
        {old.length > 0 && !manages && say('ringFirst', { names: old.map(unitTitle).join('; ') })}
      </p>
      {refused && <ErrorSummary heading={say('errors')} errors={refused.errors} />}
      {manages && <ConfirmOwn units={own} now={now} language={language} />}
      <p>{month('leadOthers', { hours: freshForHours })}</p>
      <div className="stacked labelled freshness">
        <Sheet caption={month('caption', { days: statisticsRule.days, span: daySpanText(from, addDays(to, -1), language) })}>
          <thead>
            <tr>
              <th scope="col">{say('unit')}</th>
              <th scope="col">{say('now')}</th>
              <th scope="col">{month('month', { days: statisticsRule.days })}</th>
              <th scope="col">{say('nudges')}</th>
              <th scope="col">{month('inShort')}</th>
            </tr>
          </thead>
          <tbody>
            {told.map(({ record, statistics }) => (
              <StatisticsRow key={record.unit.id} record={record} statistics={statistics} now={now} language={language} />
            ))}
          </tbody>
        </Sheet>
      </div>
      <details className="how-counted">
        <summary>{month('how')}</summary>
        <p>{month('howDays')}</p>
        <p>{say('steadyMeans', { inARow: statisticsRule.daysInARow, inAll: statisticsRule.daysInAll })}</p>
        <p className="quiet">{month('edition', { edition: freshnessRule.edition })}</p>
      </details>
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
  const [say, month] = [capacityTexts(language), confirmOwnTexts(language)];
  const { countedDays, confirmedDays, longestGapDays, medianHours, nudges, answeredNudges, isSteadilyUnconfirmed } = statistics;
  const sentToday = record.nudges.filter(({ sent }) => danishDay(sent) >= statistics.to).length;
  return (
    <tr className={freshnessOf(record.unit.confirmed, now) === 'fresh' ? undefined : 'not-fresh'}>
      <th scope="row">
        <a href={unitAddress(record.unit.id)}>{unitTitle(record)}</a>
      </th>
      <td data-label={say('now')}>
        <ConfirmedTag unit={record.unit} now={now} language={language} />
      </td>
      <td data-label={month('month', { days: statisticsRule.days })}>
        {countedDays === 0 ? (
          month('monthNone')
        ) : (
          <>
            {month('monthSays', { confirmed: confirmedDays, counted: countedDays })} {month('gap', { days: longestGapDays })}{' '}
            {medianHours !== null && month('typical', { hours: Math.round(medianHours) })}
          </>
        )}
      </td>
      <td data-label={say('nudges')}>
        {nudges === 0
          ? say('nudgesNone', { days: statisticsRule.days })
          : month('nudges', { answered: answeredNudges, sent: nudges, hours: freshnessRule.linkHours })}
        {sentToday > 0 && `; ${say('nudgesToday', { count: sentToday })}`}
      </td>
      <td data-label={month('inShort')}>
        {countedDays === 0 ? (
          say('notCounted')
        ) : isSteadilyUnconfirmed ? (
          <Tag tone="attention">{say('steady')}</Tag>
        ) : (
          <Tag tone="done">{say('notSteady')}</Tag>
        )}
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
