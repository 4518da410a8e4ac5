/** The place she has: held, confirmed or admitted, and what can be done about it. One who is to move to another unit has two. */
import type { JSX } from 'react';
import { municipalityTitle } from '../../domain/geography/municipalities.ts';
import { legalBasisText } from '../../domain/legal-basis.ts';
import type { FollowsBirth } from '../../domain/placement/follow-birth.ts';
import type { PutBack } from '../../domain/placement/transfer.ts';
import { holdMinutes, mostExtensions } from '../../domain/placement/hold.ts';
import { countNights } from '../../domain/placement/nights.ts';
import { hasRunOut } from '../../domain/placement/stay.ts';
import { leaveOn } from '../../domain/placement/leave.ts';
import type { Place, Unit } from '../../domain/placement/provision.ts';
import { danishDay } from '../../domain/time.ts';
import { ErrorSummary, TextField } from '../ui/fields.tsx';
import { actionAddress } from '../pathways/addresses.ts';
import { dayText } from '../ui/format.ts';
import { Alert, Card, Pairs, Tag } from '../ui/pieces.tsx';
import { findAddress, unitAddress } from './addresses.ts';
import { AgreeByBirth, type FollowSent } from './agree-by-birth.tsx';
import { AgreeFixedDay, type FixedDaySent } from './agree-fixed-day.tsx';
import { NotAgreed } from './agree-to-move.tsx';
import { afterwardsTexts } from './afterwards-texts.ts';
import { ConfirmForm, type ConfirmFormProps } from './confirm-form.tsx';
import { DepartureForm, type DepartureSent } from './departure-form.tsx';
import { OfferDoubts } from './doubts.tsx';
import { FallenMoveAlert } from './fallen-move.tsx';
import { FollowBirthAlert } from './follow-birth.tsx';
import { followBirthTexts } from './follow-birth-texts.ts';
import { agreedByBirthText, keptText } from './follow-birth-words.ts';
import { sayNo } from './her-answer.tsx';
import { herAnswerTexts } from './her-answer-texts.ts';
import { herYesTexts } from './her-yes-texts.ts';
import { HoldStatus } from './hold-status.tsx';
import { AnswerOffer } from '../waiting/answer-offer.tsx';
import { ofThisPlaceTexts } from './of-this-place-texts.ts';
import { RingFirst } from './ring-first.tsx';
import { Telephone } from './telephone.tsx';
import { telephoneTexts } from './telephone-texts.ts';
import { stayTexts } from './stay-texts.ts';
import { heldByText, placesText } from './stay-words.ts';
import { placeTexts } from './texts.ts';
import { agreedDeparture, endText, moveText } from './transfer-words.ts';

export type HerPlaceProps = ConfirmFormProps & {
  /** Where a move of hers fell away: whether her departure can be put back now, or what stands in the way. */
  readonly putBack: PutBack | null;
  /** Where her departure is not the one that the birth gives by what was agreed: how it would move. */
  readonly follows: FollowsBirth | null;
  readonly mayHold: boolean;
  readonly mayConfirm: boolean;
  /** That she has not said yes to the stay, as a sentence; null where she has. It stops nobody. */
  readonly missingYes: string | null;
  /** The unit as the country knows it; `null` where it is no more. */
  readonly unit: Unit | null;
  /** Another departure that was refused, and what can be had instead. */
  readonly departure: { readonly sent: DepartureSent; readonly instead: readonly Place[] } | null;
  /** That a stay follows the birth, as it was sent and refused. */
  readonly followSent: FollowSent | null;
  /** The same of one that is said to be to a fixed day. */
  readonly fixedDaySent: FixedDaySent | null;
};

/** Letting the place go. The list is asked at once, so one press more is asked for; after her no it is the next step. */
function ReleaseForm({
  standing,
  requestKey,
  action,
  language,
}: Pick<HerPlaceProps, 'standing' | 'requestKey' | 'language'> & { readonly action: string }): JSX.Element {
  const say = placeTexts(language);
  const isNext = standing === 'refused';
  const form = (
    <form method="post" action={action}>
      <input type="hidden" name="noegle" value={requestKey} />
      <p className="quiet">{say('releaseHint')}</p>
      <button className={isNext ? 'button button-primary' : 'button button-secondary'}>{say('release')}</button>
    </form>
  );
  if (isNext) return form;
  return (
    <details className="release">
      <summary>{say('releaseAsk')}</summary>
      {form}
    </details>
  );
}

export function HerPlace(props: HerPlaceProps): JSX.Element {
  const { stay, movesFrom, now, language, mayHold, mayConfirm, errors, requestKey, departure: asked } = props;
  const say = placeTexts(language);
  const { arrival, departure } = stay.nights;
  const isHeld = stay.status === 'held' && !hasRunOut(stay, now);
  // What the list offered is answered in one place: there the yes is hers, a no has its reason, and the next one is asked.
  const isAnswered = isHeld && !stay.isOffer;
  const isUnconfirmed = stay.status === 'admitted' && stay.legalBasis === null;
  const away = stay.status === 'admitted' ? leaveOn(stay.leaves, danishDay(now)) : null;
  const moves = moveText(stay, now, language);
  const [agreed, kept] = [agreedByBirthText(stay, language), keptText(stay, language)];
  const below = `${findAddress(stay.pathway)}/${encodeURIComponent(stay.id)}`;
  return (
    <Card heading={stay.transferFrom === null || stay.status === 'admitted' ? say('herPlace') : stayTexts(language)('transferPlace')}>
      <Pairs
        pairs={[
          [
            say('place'),
            <a href={unitAddress(stay.unit)} key="unit">{`${placesText(stay.parts, language, danishDay(now))}, ${stay.unitName}`}</a>,
          ],
          [
            say('when'),
            say('stayPeriod', {
              nights: countNights(stay.nights),
              arrival: dayText(arrival, language),
              departure: dayText(departure, language),
            }),
          ],
          ...(agreed === null ? [] : [[followBirthTexts(language)('agreed'), agreed] as const]),
          [
            say('state'),
            <span key="status">
              <HoldStatus stay={stay} now={now} language={language} />{' '}
              {away && <Tag>{stayTexts(language)('awayTag', { day: dayText(away.back, language) })}</Tag>}
            </span>,
          ],
          ...(stay.telephone === null
            ? []
            : [[telephoneTexts(language)('ring'), <Telephone key="ring" number={stay.telephone} />] as const]),
          [say('heldBy'), heldByText(stay, language)],
          ...(stay.herYes === 'not-yet' && (movesFrom === null || stay.status !== 'confirmed')
            ? [
                [
                  herYesTexts(language)('ofPlace'),
                  props.standing === 'said' ? herYesTexts(language)('notYetButYes') : herYesTexts(language)('notYet'),
                ] as const,
              ]
            : []),
          ...(isUnconfirmed ? [[afterwardsTexts(language)('confirmation'), afterwardsTexts(language)('notConfirmed')] as const] : []),
          ...(stay.condition === null ? [] : [[ofThisPlaceTexts(language)('told'), `«${stay.condition}»`] as const]),
          ...(stay.legalBasis === null ? [] : [[say('basis'), legalBasisText(stay.legalBasis)] as const]),
          ...(stay.paidBy === null ? [] : [[say('payer'), municipalityTitle(stay.paidBy)] as const]),
        ]}
      />
      {movesFrom !== null && <p>{endText(agreedDeparture(movesFrom), departure, language)}</p>}
      {moves !== null && <p>{moves}</p>}
      <FallenMoveAlert
        stay={stay}
        putBack={props.putBack}
        action={mayConfirm ? `${below}/ny-afrejse` : null}
        finds={mayHold}
        requestKey={requestKey}
        language={language}
      />
      <FollowBirthAlert stay={stay} follows={props.follows} decides={mayConfirm} requestKey={requestKey} language={language} />
      {kept !== null && <p>{kept}</p>}
      {movesFrom !== null && (
        <NotAgreed
          stay={stay}
          from={movesFrom}
          action={mayConfirm ? `${below}/siger-ja` : null}
          requestKey={requestKey}
          today={danishDay(now)}
          language={language}
        />
      )}
      {props.missingYes !== null && (movesFrom === null || stay.status !== 'confirmed') && (
        <Alert tone="attention">
          <p>{props.missingYes}</p>
          {stay.status !== 'held' && movesFrom === null && (
            <p>
              <a href={actionAddress(stay.pathway, 'ask-her')}>{herAnswerTexts(language)('save')}</a>
            </p>
          )}
        </Alert>
      )}
      {isHeld && stay.isOffer && <OfferDoubts doubts={props.doubts} language={language} />}
      {isHeld && stay.isOffer && <AnswerOffer stay={stay} language={language} />}
      {isAnswered && mayHold && (
        <>
          {stay.extensions < mostExtensions && (
            <form method="post" className="actions" action={`${below}/forlaeng`}>
              <input type="hidden" name="noegle" value={requestKey} />
              <button className="button button-secondary">{say('extend', { minutes: holdMinutes })}</button>
            </form>
          )}
          <ReleaseForm {...props} action={`${below}/slip`} />
        </>
      )}
      {isAnswered && mayConfirm && movesFrom === null && props.standing !== 'refused' && (
        <p>
          {ofThisPlaceTexts(language)('writeNoHint')}{' '}
          <a href={`${actionAddress(stay.pathway, 'ask-her')}?${sayNo}`}>{ofThisPlaceTexts(language)('writeNo')}</a>
        </p>
      )}
      {isAnswered && props.unit !== null && <RingFirst unit={props.unit} before="confirm" now={now} language={language} />}
      {isAnswered &&
        (mayConfirm ? <ConfirmForm {...props} action={`${below}/bekraeft`} /> : <p className="quiet">{say('notAllowedToConfirm')}</p>)}
      {isUnconfirmed && mayConfirm && <ConfirmForm {...props} action={`${below}/bekraeft-ophold`} />}
      {stay.status === 'confirmed' && mayConfirm && (
        <details open={'grund' in errors}>
          <summary>{say('withdraw')}</summary>
          <form method="post" action={`${below}/fortryd`}>
            <input type="hidden" name="noegle" value={requestKey} />
            <ErrorSummary heading={say('errorHeading')} errors={errors} />
            <TextField name="grund" label={say('withdrawReason')} hint={say('withdrawHint')} errors={errors} required />
            <button className="button button-secondary">{say('withdraw')}</button>
          </form>
        </details>
      )}
      {mayConfirm && <AgreeByBirth stay={stay} now={now} sent={props.followSent} requestKey={requestKey} language={language} />}
      {mayConfirm && <AgreeFixedDay stay={stay} now={now} sent={props.fixedDaySent} requestKey={requestKey} language={language} />}
      {(stay.status === 'confirmed' || stay.status === 'admitted') && mayConfirm && (
        <DepartureForm
          stay={stay}
          action={`${below}/ny-afrejse`}
          requestKey={requestKey}
          sent={asked?.sent ?? null}
          instead={asked?.instead ?? []}
          errors={errors}
          language={language}
        />
      )}
    </Card>
  );
}
