/** A unit in a search: whether she can come, how far it is, how fresh the answer is, and why not. */
import type { JSX } from 'react';
import { exceedsShieldedGuideline } from '../../domain/placement/provision.ts';
import { type QualificationRecord, qualificationSummary } from '../../domain/placement/qualification/summary.ts';
import type { RankedUnit } from '../../domain/placement/search.ts';
import type { Id } from '../../domain/id.ts';
import { danishDay, type Moment } from '../../domain/time.ts';
import type { Language } from '../ui/language.ts';
import { Tag } from '../ui/pieces.tsx';
import { BeforeHer } from '../waiting/before-her.tsx';
import { unitAddress, unitCalendarAddress } from './addresses.ts';
import { askAgainAddress, type FindQuery } from './find-query.ts';
import { fieldsOfHers } from './her-calendar.tsx';
import { qualificationTexts } from '../supply/qualification-texts.ts';
import { qualificationLine } from '../supply/qualification-words.ts';
import { placeTexts } from './texts.ts';
import { calendarTexts } from './unit-calendar-texts.ts';
import { AnswerTag, isTooFar, TooFarTag, UnitAnswer } from './unit-answer.tsx';
import { telephoneTexts } from './telephone-texts.ts';
import { WhyHere } from './why-here.tsx';
import { confirmedText, facilityLine, travelText, unitTitle } from './words.ts';

export type UnitCardProps = {
  readonly ranked: RankedUnit;
  readonly qualification: QualificationRecord | null;
  readonly pathway: Id<'pathway'>;
  readonly asked: FindQuery;
  readonly now: Moment;
  readonly language: Language;
  /** False while she has a place: one at a time. */
  readonly canHold: boolean;
  /** Makes a form that is sent twice hold once. */
  readonly requestKey: string;
  /** The longest way she will travel, in minutes by car; null where she said none. */
  readonly longestWay: number | null;
  /** How many more urgent than she wait for the unit. */
  readonly before: number;
};

export function UnitCard(props: UnitCardProps): JSX.Element {
  const { ranked, asked, qualification, now, language } = props;
  const say = placeTexts(language);
  const { facility, unit, answer, minutes, freshness } = ranked;
  const isWarnedOfMany = 'warnings' in answer && answer.warnings.includes('more-than-eight');
  return (
    <li className={freshness === 'fresh' ? 'card unit-card' : 'card unit-card not-fresh'}>
      <h3>
        <a href={unitAddress(unit.id)}>{unitTitle(ranked)}</a>
      </h3>
      <p className="quiet">
        {facilityLine(facility, language)} · <a href={`${unitAddress(unit.id)}#ring`}>{telephoneTexts(language)('ringLink')}</a> ·{' '}
        <a href={unitCalendarAddress(unit.id, fieldsOfHers({ pathway: props.pathway, query: asked }, asked.nights.arrival))}>
          {calendarTexts(language)('calendarLink')}
        </a>
      </p>
      {qualification && (
        <p className="quiet">
          {qualificationTexts(language)('line.notHers', {
            line: qualificationLine(qualificationSummary(qualification, danishDay(now)), language),
          })}
        </p>
      )}
      <WhyHere position={ranked.position} language={language} />
      <ul className="chips">
        <li>
          <AnswerTag {...props} />
        </li>
        <li>
          <Tag>{travelText(minutes, language)}</Tag>
        </li>
        {isTooFar(props) && (
          <li>
            <TooFarTag {...props} />
          </li>
        )}
        <li>
          {freshness === 'fresh' ? (
            <Tag>{confirmedText(unit.confirmed, now, language, true)}</Tag>
          ) : (
            <Tag tone="attention">{confirmedText(unit.confirmed, now, language, true)}</Tag>
          )}
        </li>
      </ul>
      <BeforeHer count={props.before} language={language} />
      {freshness === 'old' && <p className="quiet">{say('oldCapacity')}</p>}
      {exceedsShieldedGuideline(unit) && !isWarnedOfMany && <p className="quiet">{say('shieldedWarning')}</p>}
      <UnitAnswer {...props} />
      {answer.outcome === 'not-decided-in-time' && (
        <p>
          <a href={askAgainAddress(props.pathway, asked, ['afgoer', unit.id])}>{calendarTexts(language)('askAlone')}</a>
        </p>
      )}
    </li>
  );
}
