/** What a pathway's page remarks on: what was recorded out of order, and what to think of after a relapse. */
import type { JSX } from 'react';
import type { ActionId } from '../../domain/pathway/actions.ts';
import { inForce, type RecordedFact } from '../../domain/pathway/facts.ts';
import type { Flag, FlagId } from '../../domain/pathway/flags.ts';
import type { Pathway } from '../../domain/pathway/state.ts';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert } from '../ui/pieces.tsx';
import { actionAddress } from './addresses.ts';
import { describeFact } from './describe.ts';
import { pathwayTexts } from './texts.ts';
import { anchorOf } from './timeline.tsx';
import { wordTexts } from './word-texts.ts';

/** What is to be done where a remark can be put right. */
const putsRight: Readonly<Partial<Record<FlagId, ActionId>>> = {
  'judged-without-criteria': 'assess-criteria',
  'offered-without-need': 'assess-need',
  'answered-without-offer': 'offer',
  'decided-without-yes': 'record-answer',
  'residential-without-legal-basis': 'decide-care',
  'admitted-without-decision': 'decide-care',
  'held-without-decision': 'decide-care',
  'admitted-without-contract-offer': 'offer-contract',
};

/** The remarks that are not settled. Those that are stand in the timeline alone. */
export function Flags({
  id,
  facts,
  flags,
  mayRecord,
  language,
}: {
  readonly id: string;
  readonly facts: readonly RecordedFact[];
  readonly flags: readonly Flag[];
  readonly mayRecord: boolean;
  readonly language: Language;
}): JSX.Element | null {
  const [say, word] = [pathwayTexts(language), wordTexts(language)];
  if (flags.length === 0) return null;
  return (
    <Alert tone="attention" heading={say('flags')}>
      <ul>
        {flags.map(({ flag, sequence }) => {
          const recorded = facts.find((fact) => fact.sequence === sequence);
          const action = putsRight[flag];
          return (
            <li key={`${flag}-${sequence}`}>
              {word(`flag.${flag}`)}{' '}
              <a href={`#${anchorOf(sequence)}`}>
                {recorded
                  ? say('flagOn', { what: describeFact(recorded.fact, language).what, day: dayText(recorded.happened, language) })
                  : say('seeIt')}
              </a>
              {action && mayRecord && (
                <>
                  {' · '}
                  <a href={actionAddress(id, action)}>{word(`action.${action}`)}</a>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </Alert>
  );
}

/** After a relapse was written: does the coordinator know, and is a notice of concern needed? */
export function AfterRelapse({
  id,
  pathway,
  facts,
  written,
  language,
}: {
  readonly id: string;
  readonly pathway: Pathway;
  readonly facts: readonly RecordedFact[];
  readonly written: number;
  readonly language: Language;
}): JSX.Element | null {
  const [say, word] = [pathwayTexts(language), wordTexts(language)];
  const fact = inForce(facts).find(({ sequence }) => sequence === written)?.fact;
  if (fact?.type !== 'event' || fact.kind !== 'relapse') return null;
  const { coordinator } = pathway;
  return (
    <Alert tone="attention" heading={say('relapseHeading')}>
      <p>
        {coordinator ? (
          say('relapseCoordinator', { name: [coordinator.name, coordinator.telephone].filter(Boolean).join(', ') })
        ) : (
          <a href={actionAddress(id, 'name-coordinator')}>{word('action.name-coordinator')}</a>
        )}
      </p>
      <p>
        {say('relapseText')} <a href={actionAddress(id, 'notify-concern')}>{word('action.notify-concern')}</a>
      </p>
    </Alert>
  );
}
