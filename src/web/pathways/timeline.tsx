/** Everything that happened on a pathway, the latest first: when, what, who wrote it, in which capacity, and what is unusual about it. */
import type { JSX } from 'react';
import { inOrder, type RecordedFact } from '../../domain/pathway/facts.ts';
import type { Flag } from '../../domain/pathway/flags.ts';
import { danishDay } from '../../domain/time.ts';
import { loginTexts } from '../login/texts.ts';
import { dayText, momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { describeFact } from './describe.ts';
import { pathwayTexts } from './texts.ts';
import { wordTexts } from './word-texts.ts';

type Props = {
  readonly facts: readonly RecordedFact[];
  readonly flags: readonly Flag[];
  /** Where an event is withdrawn; null for one who may not. */
  readonly withdrawAt: string | null;
  readonly language: Language;
};

export function Timeline({ facts, flags, withdrawAt, language }: Props): JSX.Element {
  return (
    <ol className="timeline" reversed>
      {inOrder(facts)
        .toReversed()
        .map((recorded) => (
          <Happening
            key={recorded.sequence}
            recorded={recorded}
            withdrawn={facts.find(({ fact }) => fact.type === 'event-withdrawn' && fact.event === recorded.sequence)}
            flags={flags}
            withdrawAt={withdrawAt}
            language={language}
          />
        ))}
    </ol>
  );
}

/** Where a fact stands on the page. */
export function anchorOf(sequence: number): string {
  return `haendelse-${sequence}`;
}

type HappeningProps = Omit<Props, 'facts'> & { readonly recorded: RecordedFact; readonly withdrawn: RecordedFact | undefined };

function Happening({ recorded, withdrawn, flags, withdrawAt, language }: HappeningProps): JSX.Element {
  const [say, word, role] = [pathwayTexts(language), wordTexts(language), loginTexts(language)];
  const { sequence, fact, happened, byName, capacity, organisationName } = recorded;
  const { what, detail } = describeFact(fact, language);
  const isWrittenLater = danishDay(recorded.recorded) !== happened;
  return (
    <li id={anchorOf(sequence)}>
      <p>{dayText(happened, language)}</p>
      <div>
        <p>
          <strong>{withdrawn ? <s>{what}</s> : what}</strong>
        </p>
        {detail && <p>{withdrawn ? <s>{detail}</s> : detail}</p>}
        {withdrawn && (
          <p>
            <a href={`#${anchorOf(withdrawn.sequence)}`}>{say('withdrawn')}</a> {describeFact(withdrawn.fact, language).detail}
          </p>
        )}
        {flags
          .filter((flag) => flag.sequence === sequence)
          .map(({ flag, settled }) => (
            <p key={flag} className={settled ? 'tag done' : 'tag attention'}>
              {settled ? say('settled', { what: word(`flag.${flag}`) }) : word(`flag.${flag}`)}
            </p>
          ))}
        <p className="quiet">
          {byName}, {role(`role.${capacity}`)}, {organisationName}
          {isWrittenLater && ` · ${say('writtenLater', { moment: momentText(recorded.recorded, language) })}`}
          {fact.type === 'event' && !withdrawn && withdrawAt !== null && (
            <>
              {' · '}
              <a className="no-print" href={`${withdrawAt}?haendelse=${sequence}`}>
                {say('withdraw')}
              </a>
            </>
          )}
        </p>
      </div>
    </li>
  );
}
