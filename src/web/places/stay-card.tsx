/** One stay on its unit's page: who, when, how it stands, and the forms for what has happened. */
import type { JSX, ReactNode } from 'react';
import { countNights } from '../../domain/placement/nights.ts';
import { needsWithin } from '../../domain/placement/need-nights.ts';
import type { MoveOption } from '../../domain/placement/move-options.ts';
import { canFollow } from '../../domain/placement/lifecycle.ts';
import { leaveOn } from '../../domain/placement/leave.ts';
import { legalBasisText } from '../../domain/legal-basis.ts';
import type { FollowsBirth } from '../../domain/placement/follow-birth.ts';
import type { PutBack } from '../../domain/placement/transfer.ts';
import type { DischargeUndone } from '../../domain/placement/undo-discharge.ts';
import { nobodysName, unitSight } from '../../domain/placement/unit-sight.ts';
import { danishDay, type Moment } from '../../domain/time.ts';
import type { Stay } from '../../domain/placement/stay.ts';
import type { ExpectedStay } from '../../store/placement-reception.ts';
import { actionAddress, pathwayAddress } from '../pathways/addresses.ts';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Pairs, Tag } from '../ui/pieces.tsx';
import { ReceiptAt } from '../ui/receipt.tsx';
import { FallenMoveAlert } from './fallen-move.tsx';
import { FollowBirthAlert } from './follow-birth.tsx';
import { ConditionTold } from './condition.tsx';
import { herAnswerTexts } from './her-answer-texts.ts';
import { HoldStatus } from './hold-status.tsx';
import { HouseFold, houseFoldTexts } from './house-fold.tsx';
import { putRightTexts } from './put-right-texts.ts';
import { putRightText } from './put-right-words.ts';
import { askWhomText, coordinatorRows, healthRows, Payer, pregnancyRows, WhomToRing } from './reception-rows.tsx';
import { UndoAdmissionLink } from './undo-admission.tsx';
import { AgreedDeparture } from './undo-leave-earlier.tsx';
import { UndoDischargeLink } from './just-discharged.tsx';
import { StayDeeds } from './stay-deeds.tsx';
import { stayTexts } from './stay-texts.ts';
import { heldByText, leaveText, placesText } from './stay-words.ts';
import { needLabel } from './need-words.ts';
import { placeTexts } from './texts.ts';
import { transferTexts } from './transfer-texts.ts';
import { moveText } from './transfer-words.ts';
import { unitSightTexts } from './unit-sight-texts.ts';
import { becauseText } from './words.ts';

export type StayCardProps = {
  readonly stay: ExpectedStay;
  readonly now: Moment;
  readonly language: Language;
  readonly manages: boolean;
  readonly opensPathway: boolean;
  /** May read what a unit wrote in its own words to its no. */
  readonly readsRefusal: boolean;
  /** Where she can be moved within the unit, and from when; none for a stay that is over. */
  readonly moves: readonly MoveOption[];
  /** Where a move of hers fell away: whether her departure can be put back now, or what stands in the way. */
  readonly putBack: PutBack | null;
  /** Where her departure is not the one that the birth gives by what was agreed: how it would move. */
  readonly follows: FollowsBirth | null;
  /** What putting her discharge right would mean now; `null` for one who was not discharged so that it is known how it stood. */
  readonly undo: DischargeUndone | null;
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
  const sight = unitSight(stay);
  const isMove = stay.status === 'confirmed' && stay.transferFrom !== null;
  const moves = moveText(stay, now, language);
  const facts = (
    <>
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
          ...pregnancyRows(stay, now, language),
          ...(stay.needs.length === 0
            ? []
            : [[say('needsOf'), <Needs key="needs" needs={stay.needs} nights={stay.nights} language={language} />] as const]),
          ...(manages ? healthRows(stay, language) : []),
          ...coordinatorRows(stay, language),
          ...(stay.heldForName === '' ? [] : [[say('heldBy'), heldByText(stay, language)] as const]),
          ...(stay.legalBasis === null ? [] : [[say('basis'), legalBasisText(stay.legalBasis)] as const]),
          ...(stay.paidBy === null
            ? []
            : [[say('payer'), <Payer key="payer" stay={stay} paidBy={stay.paidBy} language={language} />] as const]),
          ...(ahead.length === 0
            ? []
            : [[stayTexts(language)('leaves'), ahead.map((leave) => leaveText(leave, language)).join('; ')] as const]),
          ...(stay.endedBecause === null
            ? []
            : [[say('endedReason'), becauseText(stay.endedBecause, props.readsRefusal, language)] as const]),
        ]}
      />
      {manages && askWhomText(stay, language) !== null && <p className="quiet">{askWhomText(stay, language)}</p>}
      {manages && sight === 'offered' && <p className="quiet">{unitSightTexts(language)('onlyInitial')}</p>}
      {manages && sight === 'held' && <p className="quiet">{unitSightTexts(language)('onlyHeld')}</p>}
      {manages && sight === 'gone' && stay.heldForName === '' && <p className="quiet">{unitSightTexts(language)('gone')}</p>}
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
      {manages && <UndoDischargeLink {...props} />}
      {manages && <UndoAdmissionLink {...props} />}
      {manages && <StayDeeds {...props} />}
    </>
  );
  return (
    <article className="card" aria-labelledby={`ophold-${stay.id}`}>
      <h3 id={`ophold-${stay.id}`}>
        {stay.takesPart && opensPathway ? (
          <a href={pathwayAddress(stay.pathway)}>{stay.calledName}</a>
        ) : stay.calledName === nobodysName ? (
          unitSightTexts(language)('goneTitle')
        ) : (
          stay.calledName
        )}{' '}
        · {placesText(stay.parts, language, today)}
      </h3>
      <ReceiptAt id={`ophold-${stay.id}`} />
      <p>
        <HoldStatus stay={stay} now={now} language={language} />{' '}
        {stay.status === 'admitted' && departure <= today && <Tag tone="stop">{say('overdue', { day: dayText(departure, language) })}</Tag>}{' '}
        {away && <Tag>{stayTexts(language)('awayTag', { day: dayText(away.back, language) })}</Tag>}
      </p>
      {props.children}
      {moves !== null && <p>{moves}</p>}
      <AgreedDeparture {...props} />
      <FallenMoveAlert stay={stay} putBack={props.putBack} action={null} finds={false} requestKey={props.requestKey} language={language} />
      <FollowBirthAlert stay={stay} follows={props.follows} decides={false} requestKey={props.requestKey} language={language} />
      {isExpected && sight !== 'offered' && stay.transferFrom !== null && <p>{stayTexts(language)('comesFrom')}</p>}
      {isMove && stay.herYes !== 'yes' && (
        <Alert tone="attention">
          <p>{transferTexts(language)('notAgreedHere')}</p>
        </Alert>
      )}
      <ConditionTold stay={stay} language={language} />
      <HerAnswerAlert stay={stay} opensPathway={opensPathway && stay.takesPart} language={language} />
      {(isExpected || stay.status === 'admitted') && reception?.contract === 'owed' && (
        <Alert tone="attention">
          {say(stay.status === 'admitted' ? 'contractOwedThere' : 'contractOwed')}{' '}
          {opensPathway && stay.takesPart ? (
            <a href={actionAddress(stay.pathway, 'offer-contract')}>{say('offerContract')}</a>
          ) : (
            <>
              {unitSightTexts(language)('ring')} <WhomToRing stay={stay} language={language} />. {unitSightTexts(language)('ringContract')}
            </>
          )}
        </Alert>
      )}
      {stay.status === 'admitted' ? (
        <HouseFold summary={houseFoldTexts(language)(manages ? 'stayDeeds' : 'stay')}>{facts}</HouseFold>
      ) : (
        facts
      )}
    </article>
  );
}

/**
 * That her yes to the place is not on her pathway, as far as her unit is told of that: before she comes whom it rings, and once she is there where it is
 * written. Of one who is still to move here it is said by itself, for her yes lets nights go where she lives.
 */
function HerAnswerAlert({ stay, opensPathway, language }: Pick<StayCardProps, 'stay' | 'opensPathway' | 'language'>): JSX.Element | null {
  const { status, reception, transferFrom, unitName, pathway } = stay;
  const standing = reception?.herYes;
  const isThere = status === 'admitted';
  const isUnanswered = status === 'confirmed' && reception?.placeUnanswered === true;
  if ((standing !== 'missing' && standing !== 'refused' && !isUnanswered) || (transferFrom !== null && !isThere)) return null;
  const say = herAnswerTexts(language);
  const before = standing === 'refused' ? 'unitRefused' : isUnanswered ? 'unitUnanswered' : 'unitMissing';
  // Where nobody was named, whom to ring is said by name and number.
  const rings = !isThere && reception?.coordinator === null;
  const there = standing === 'refused' ? 'refusedThere' : 'missingThere';
  return (
    <Alert tone="attention">
      {say(isThere ? there : rings ? `${before}.whom` : before, { unit: unitName })}{' '}
      {rings && (
        <>
          {unitSightTexts(language)('ring')} <WhomToRing stay={stay} language={language} />.
        </>
      )}
      {isThere && opensPathway && <a href={actionAddress(pathway, 'ask-her')}>{say('save')}</a>}
    </Alert>
  );
}

/** Each need with why she has it: the unit prepares for the reason, not for the word. */
function Needs({ needs, nights, language }: Pick<Stay, 'needs' | 'nights'> & { readonly language: Language }): JSX.Element {
  const say = placeTexts(language);
  return (
    <ul className="plain-list needs">
      {needsWithin(needs, nights).map(({ property, why, ...when }) => (
        <li key={property}>
          {needLabel(when, nights, say(`property.${property}`), language)}:{' '}
          <span className="quiet">{why === 'chosen' ? say('chosenByMunicipality') : say(`why.${why}`)}</span>
        </li>
      ))}
    </ul>
  );
}
