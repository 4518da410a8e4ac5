/** One stay on its unit's page: who, when, how it stands, and the forms for what has happened. */
import type { JSX, ReactNode } from 'react';
import { countNights } from '../../domain/placement/nights.ts';
import type { Need } from '../../domain/placement/needs.ts';
import type { MoveOption } from '../../domain/placement/move-options.ts';
import { canFollow } from '../../domain/placement/lifecycle.ts';
import { leaveOn } from '../../domain/placement/leave.ts';
import { legalBasisText } from '../../domain/legal-basis.ts';
import { municipality } from '../../domain/geography/municipalities.ts';
import { putRightUntil } from '../../domain/placement/undo-discharge.ts';
import { danishDay, type Moment } from '../../domain/time.ts';
import type { ExpectedStay } from '../../store/placement-reception.ts';
import { actionAddress, pathwayAddress } from '../pathways/addresses.ts';
import { dayText, momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Pairs, Tag } from '../ui/pieces.tsx';
import { ReceiptAt } from '../ui/receipt.tsx';
import { stayAddress } from './addresses.ts';
import { dischargeTexts } from './discharge-texts.ts';
import { FallenMoveAlert } from './fallen-move.tsx';
import { herYesTexts } from './her-yes-texts.ts';
import { HoldStatus } from './hold-status.tsx';
import { putRightTexts } from './put-right-texts.ts';
import { putRightText } from './put-right-words.ts';
import { StayDeeds } from './stay-deeds.tsx';
import { stayTexts } from './stay-texts.ts';
import { heldByText, leaveText, placesText } from './stay-words.ts';
import { placeTexts } from './texts.ts';
import { moveText } from './transfer-words.ts';
import { becauseText, coordinatorText, receptionText } from './words.ts';

export type StayCardProps = {
  readonly stay: ExpectedStay;
  readonly now: Moment;
  readonly language: Language;
  readonly manages: boolean;
  readonly opensPathway: boolean;
  /** Where she can be moved within the unit, and from when; none for a stay that is over. */
  readonly moves: readonly MoveOption[];
  /** Who else has a place in the unit: she can change places with one of them. */
  readonly neighbours: readonly ExpectedStay[];
  readonly requestKey: string;
  /** What is to be noticed about it, above its facts. */
  readonly children?: ReactNode;
};

export function StayCard(props: StayCardProps): JSX.Element {
  const { stay, now, language, manages, opensPathway } = props;
  const say = placeTexts(language);
  const { arrival, departure } = stay.nights;
  const today = danishDay(now);
  const isExpected = canFollow('admit', stay.status);
  const away = stay.status === 'admitted' ? leaveOn(stay.leaves, today) : null;
  const ahead = stay.status === 'admitted' ? stay.leaves.filter(({ back }) => back > today) : [];
  const { reception } = stay;
  const moves = moveText(stay, now, language);
  return (
    <article className="card" aria-labelledby={`ophold-${stay.id}`}>
      <h3 id={`ophold-${stay.id}`}>
        {stay.takesPart && opensPathway ? <a href={pathwayAddress(stay.pathway)}>{stay.calledName}</a> : stay.calledName} ·{' '}
        {placesText(stay.parts, language, today)}
      </h3>
      <ReceiptAt id={`ophold-${stay.id}`} />
      <p>
        <HoldStatus stay={stay} now={now} language={language} />{' '}
        {stay.status === 'admitted' && departure <= today && <Tag tone="stop">{say('overdue', { day: dayText(departure, language) })}</Tag>}{' '}
        {away && <Tag>{stayTexts(language)('awayTag', { day: dayText(away.back, language) })}</Tag>}
      </p>
      {props.children}
      <Pairs
        pairs={[
          [
            say('when'),
            say('stayPeriod', {
              nights: countNights(stay.nights),
              arrival: dayText(arrival, language),
              departure: dayText(departure, language),
            }),
          ],
          ...(reception === null ? [] : [[say('pregnancy'), receptionText(reception, today, language)] as const]),
          ...(stay.needs.length === 0 ? [] : [[say('needsOf'), <Needs key="needs" needs={stay.needs} language={language} />] as const]),
          ...(reception === null ? [] : [[say('callWhom'), coordinatorText(reception, language)] as const]),
          [say('heldBy'), heldByText(stay, language)],
          ...(stay.herYes === 'not-yet' ? [[herYesTexts(language)('heldBefore'), herYesTexts(language)('notYet')] as const] : []),
          ...(stay.legalBasis === null ? [] : [[say('basis'), legalBasisText(stay.legalBasis)] as const]),
          ...(stay.paidBy === null ? [] : [[say('payer'), municipality(stay.paidBy)?.name ?? stay.paidBy] as const]),
          ...(ahead.length === 0
            ? []
            : [[stayTexts(language)('leaves'), ahead.map((leave) => leaveText(leave, language)).join('; ')] as const]),
          ...(stay.endedBecause === null ? [] : [[say('endedReason'), becauseText(stay.endedBecause, language)] as const]),
        ]}
      />
      {moves !== null && <p>{moves}</p>}
      <FallenMoveAlert stay={stay} action={null} requestKey={props.requestKey} language={language} />
      {isExpected && stay.transferFrom !== null && <p>{stayTexts(language)('comesFrom')}</p>}
      {isExpected && reception?.contract === 'owed' && (
        <Alert tone="attention">
          {say('contractOwed')}{' '}
          {opensPathway && stay.takesPart ? (
            <a href={actionAddress(stay.pathway, 'offer-contract')}>{say('offerContract')}</a>
          ) : (
            say('contractOwedByTeam')
          )}
        </Alert>
      )}
      {isExpected && reception?.contract === 'offered' && <p className="quiet">{say('contractOffered')}</p>}
      {stay.putRight.length > 0 && (
        <details>
          <summary>{putRightTexts(language)('history')}</summary>
          <ul className="reasons">
            {stay.putRight.map((one) => (
              <li key={one.recorded}>{putRightText(one, language)}</li>
            ))}
          </ul>
        </details>
      )}
      {manages && <UndoDischargeLink stay={stay} now={now} language={language} />}
      {manages && <StayDeeds {...props} />}
    </article>
  );
}

/** The way to put a discharge right, for as long as it can be. */
function UndoDischargeLink({ stay, now, language }: Pick<StayCardProps, 'stay' | 'now' | 'language'>): JSX.Element | null {
  if (stay.leftBy === null) return null;
  const { until } = putRightUntil(stay.leftBy.recorded);
  if (now > until) return null;
  return (
    <p>
      <a href={`${stayAddress(stay.id)}/udskriv/ret`}>{dischargeTexts(language)('undoLink', { until: momentText(until, language) })}</a>
    </p>
  );
}

/** Each need with why she has it: the unit prepares for the reason, not for the word. */
function Needs({ needs, language }: { readonly needs: readonly Need[]; readonly language: Language }): JSX.Element {
  const say = placeTexts(language);
  return (
    <ul className="plain-list needs">
      {needs.map(({ property, why }) => (
        <li key={property}>
          {say(`property.${property}`)}: <span className="quiet">{why === 'chosen' ? say('chosenByMunicipality') : say(`why.${why}`)}</span>
        </li>
      ))}
    </ul>
  );
}
