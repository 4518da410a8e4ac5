/** Everything that happened on a pathway, the latest first: when, what, who wrote it, in which capacity, and what is unusual about it. */
import type { JSX } from 'react';
import { inOrder, type RecordedFact, withdrawalOf } from '../../domain/pathway/facts.ts';
import type { Flag } from '../../domain/pathway/flags.ts';
import { danishDay, type Day, type Moment } from '../../domain/time.ts';
import type { Role } from '../../domain/trail.ts';
import { loginTexts } from '../login/texts.ts';
import { dayText, momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { describeFact } from './describe.ts';
import { pathwayTexts } from './texts.ts';
import { wordTexts } from './word-texts.ts';

/** What happened for her outside the facts of her pathway: said in words, and shown where it belongs in time. */
export type TimelineEntry = {
  readonly key: string;
  readonly on: Day;
  readonly recorded: Moment;
  readonly what: string;
  readonly detail: string | null;
  readonly byName: string;
  readonly capacity: Role;
  readonly organisationName: string;
};

type Props = {
  readonly facts: readonly RecordedFact[];
  readonly flags: readonly Flag[];
  readonly beside: readonly TimelineEntry[];
  /** Where a fact that counts is taken back; null for what the reader may not take back. */
  readonly withdrawAt: (recorded: RecordedFact) => string | null;
  readonly language: Language;
};

export function Timeline({ facts, flags, beside, withdrawAt, language }: Props): JSX.Element {
  return (
    <ol className="timeline" reversed>
      {together(facts, beside)
        .toReversed()
        .map(({ fact: recorded, entry }) =>
          recorded === null ? (
            <Beside key={entry.key} entry={entry} language={language} />
          ) : (
            <Happening
              key={recorded.sequence}
              recorded={recorded}
              withdrawn={withdrawalOf(facts, recorded)}
              takesBack={takenBackBy(recorded, facts)}
              flags={flags}
              withdrawAt={withdrawAt}
              language={language}
            />
          ),
        )}
    </ol>
  );
}

type Happened = { readonly fact: RecordedFact; readonly entry: null } | { readonly fact: null; readonly entry: TimelineEntry };

/** Facts in their order, and each other act after the facts of its day that were written before it. */
function together(facts: readonly RecordedFact[], beside: readonly TimelineEntry[]): readonly Happened[] {
  const all: Happened[] = inOrder(facts).map((fact) => ({ fact, entry: null }));
  for (const entry of beside.toSorted((one, other) => (one.recorded < other.recorded ? -1 : 1))) {
    const after = all.findLastIndex((one) => isBefore(one, entry));
    all.splice(after + 1, 0, { fact: null, entry });
  }
  return all;
}

function isBefore({ fact, entry }: Happened, { on, recorded }: TimelineEntry): boolean {
  const [day, written] = fact === null ? [entry.on, entry.recorded] : [fact.happened, fact.recorded];
  return day < on || (day === on && written <= recorded);
}

function Beside({ entry, language }: { readonly entry: TimelineEntry; readonly language: Language }): JSX.Element {
  const { on, what, detail, byName, capacity, organisationName } = entry;
  return (
    <li>
      <p>{dayText(on, language)}</p>
      <div>
        <p>
          <strong>{what}</strong>
        </p>
        {detail && <p>{detail}</p>}
        <p className="quiet">
          {byName}, {loginTexts(language)(`role.${capacity}`)}, {organisationName}
        </p>
      </div>
    </li>
  );
}

/** Where a fact stands on the page. */
export function anchorOf(sequence: number): string {
  return `haendelse-${sequence}`;
}

/** What a withdrawal takes back. */
function takenBackBy({ fact }: RecordedFact, facts: readonly RecordedFact[]): RecordedFact | null {
  if (fact.type !== 'event-withdrawn') return null;
  return facts.find(({ sequence }) => sequence === fact.event) ?? null;
}

type HappeningProps = Omit<Props, 'facts' | 'beside'> & {
  readonly recorded: RecordedFact;
  readonly withdrawn: RecordedFact | null;
  readonly takesBack: RecordedFact | null;
};

function Happening({ recorded, withdrawn, takesBack, flags, withdrawAt, language }: HappeningProps): JSX.Element {
  const [say, word, role] = [pathwayTexts(language), wordTexts(language), loginTexts(language)];
  const { sequence, fact, happened, byName, capacity, organisationName } = recorded;
  const { what, detail } = describeFact(fact, language);
  const takeBackAt = withdrawn ? null : withdrawAt(recorded);
  const isWrittenLater = danishDay(recorded.recorded) !== happened;
  return (
    <li id={anchorOf(sequence)}>
      <p>{dayText(happened, language)}</p>
      <div>
        <p>
          <strong>{withdrawn ? <s>{what}</s> : what}</strong>
        </p>
        {takesBack && (
          <p>
            <a href={`#${anchorOf(takesBack.sequence)}`}>{describeFact(takesBack.fact, language).what}</a>
          </p>
        )}
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
          {takeBackAt !== null && (
            <>
              {' · '}
              <a className="no-print" href={takeBackAt} aria-label={`${say('withdraw')}: ${what}`}>
                {say('withdraw')}
              </a>
            </>
          )}
        </p>
      </div>
    </li>
  );
}
