/** The law's clocks on a pathway: what they ask, by when, how they stand, which fact began them, and where it is written. */
import type { JSX } from 'react';
import { type Clock, type ClockStatus, clockStatus } from '../../domain/pathway/deadlines.ts';
import type { RecordedFact } from '../../domain/pathway/facts.ts';
import type { Moment } from '../../domain/time.ts';
import { dayText, momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Tag } from '../ui/pieces.tsx';
import { describeFact } from './describe.ts';
import { pathwayTexts } from './texts.ts';
import { wordTexts } from './word-texts.ts';

const tones = { running: 'attention', met: 'done', 'met-late': 'attention', passed: 'stop', lapsed: 'accent' } as const satisfies Record<
  ClockStatus,
  string
>;

type Props = {
  readonly clocks: readonly Clock[];
  readonly facts: readonly RecordedFact[];
  readonly now: Moment;
  readonly language: Language;
};

export function ClockList({ clocks, facts, now, language }: Props): JSX.Element {
  const [say, word] = [pathwayTexts(language), wordTexts(language)];
  if (clocks.length === 0) return <p>{say('clocksNone')}</p>;
  return (
    <ul className="plain-list">
      {clocks.map((clock) => {
        const status = clockStatus(clock, now);
        const begun = facts.find(({ sequence }) => sequence === clock.startedBy);
        return (
          <li key={`${clock.id}-${clock.startedBy}`}>
            <p>
              <strong>{word(`clock.${clock.id}`)}</strong> <Tag tone={tones[status]}>{word(`clockStatus.${status}`)}</Tag>
            </p>
            <p>{limitText(clock, language)}</p>
            <p className="quiet">
              {begun && say('clockStart', { day: dayText(begun.happened, language), what: describeFact(begun.fact, language).what })}
              <br />
              <a href={clock.rule.source}>{say('source', { citation: citationOf(clock) })}</a>
            </p>
          </li>
        );
      })}
    </ul>
  );
}

/** By when, as the page says it. */
export function limitText({ limit }: Clock, language: Language): string {
  const say = pathwayTexts(language);
  if (limit.kind === 'moment') return say('clockLimit', { limit: momentText(limit.at, language) });
  if (limit.day === null) return say('clockBeforeTreatment');
  return say('clockLimit', { limit: dayText(limit.day, language) });
}

/** The paragraph with the text that was read. */
export function citationOf({ rule: { citation, edition } }: Clock): string {
  return citation.includes(edition) ? citation : `${citation} (${edition})`;
}
