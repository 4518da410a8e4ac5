/** What a pathway's page remarks on: what was recorded out of order, and what to think of after a relapse. */
import type { JSX } from 'react';
import { may } from '../../access/decide.ts';
import type { ActionId } from '../../domain/pathway/actions.ts';
import { clocksOf, isOpen } from '../../domain/pathway/deadlines.ts';
import { inForce, type RecordedFact } from '../../domain/pathway/facts.ts';
import type { Flag, FlagId } from '../../domain/pathway/flags.ts';
import type { Pathway } from '../../domain/pathway/state.ts';
import type { Actor } from '../../domain/trail.ts';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert } from '../ui/pieces.tsx';
import { actionAddress, withdrawAddress } from './addresses.ts';
import { coordinatorNumber } from './coordinator-line.ts';
import { describeFact } from './describe.ts';
import { pathwayForms } from './forms.ts';
import { pathwayTexts } from './texts.ts';
import { anchorOf } from './timeline.tsx';
import { mayWithdraw } from './withdraw-form.tsx';
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
  'admitted-without-yes': 'ask-her',
  'confirmed-against-her-no': 'ask-her',
};

/** Remarks on a day that is most often a slip: what was written with it can be taken back. */
const ofWrongDay: readonly FlagId[] = ['day-before-referral', 'birth-far-from-term'];

/** The remarks that are not settled, each with the way to put it right for the one who may. Those that are settled stand in the timeline alone. */
export function Flags({
  id,
  facts,
  flags,
  actor,
  language,
}: {
  readonly id: string;
  readonly facts: readonly RecordedFact[];
  readonly flags: readonly Flag[];
  readonly actor: Actor;
  readonly language: Language;
}): JSX.Element | null {
  const [say, word] = [pathwayTexts(language), wordTexts(language)];
  if (flags.length === 0) return null;
  return (
    <Alert tone="attention" heading={say('flags')}>
      <ul>
        {flags.map(({ flag, sequence }) => {
          const recorded = facts.find((fact) => fact.sequence === sequence);
          const isSlip =
            recorded !== undefined && ofWrongDay.includes(flag) && mayWithdraw(recorded, (permission) => may(actor, permission));
          const action = flag === 'admitted-without-contract-offer' && !isContractOwed(facts) ? undefined : putsRight[flag];
          return (
            <li key={`${flag}-${sequence}`}>
              {word(`flag.${flag}`)}{' '}
              <a href={`#${anchorOf(sequence)}`}>
                {recorded
                  ? say('flagOn', { what: describeFact(recorded.fact, language).what, day: dayText(recorded.happened, language) })
                  : say('seeIt')}
              </a>
              {action && mayDo(actor, action) && (
                <>
                  {' · '}
                  <a href={actionAddress(id, action)}>{word(`action.${action}`)}</a>
                </>
              )}
              {isSlip && (
                <>
                  {' · '}
                  <a href={withdrawAddress(id, sequence)}>{say('withdraw')}</a>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </Alert>
  );
}

/** Whether the contract is still owed: to one who has left, or has given birth, it is offered no more. */
function isContractOwed(facts: readonly RecordedFact[]): boolean {
  return clocksOf(facts).some((clock) => clock.id === 'contract-offer' && isOpen(clock));
}

function mayDo(actor: Actor, action: ActionId): boolean {
  if (action === 'ask-her') return may(actor, 'pathway:record');
  const form = pathwayForms.find((one) => one.action === action);
  return form !== undefined && may(actor, form.permission);
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
          say('relapseCoordinator', { name: coordinatorNumber(coordinator) })
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
