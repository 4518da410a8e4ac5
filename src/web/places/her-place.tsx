/** The place she has: held, confirmed or admitted, and what can be done about it. One who is to move to another unit has two. */
import { compareNames } from '../../domain/danish-order.ts';
import type { JSX } from 'react';
import { municipalities } from '../../domain/geography/municipalities.ts';
import type { YesStanding } from '../../domain/pathway/her-answer.ts';
import type { HerYes } from '../../domain/pathway/her-yes.ts';
import { legalBasisIds, legalBasisText } from '../../domain/legal-basis.ts';
import type { Deviation } from '../../domain/placement/confirm.ts';
import type { PutBack } from '../../domain/placement/transfer.ts';
import { holdMinutes, mostExtensions } from '../../domain/placement/hold.ts';
import { countNights } from '../../domain/placement/nights.ts';
import { hasRunOut } from '../../domain/placement/stay.ts';
import { leaveOn } from '../../domain/placement/leave.ts';
import type { Place, Unit } from '../../domain/placement/provision.ts';
import { danishDay, type Moment } from '../../domain/time.ts';
import type { StayWithName } from '../../store/placement-stays.ts';
import { ErrorSummary, type FieldErrors, SelectField, TextField } from '../ui/fields.tsx';
import type { Fields } from '../form.ts';
import { actionAddress } from '../pathways/addresses.ts';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Card, Pairs, Tag } from '../ui/pieces.tsx';
import { findAddress, unitAddress } from './addresses.ts';
import { AskAgain, NotAgreed } from './agree-to-move.tsx';
import { afterwardsTexts } from './afterwards-texts.ts';
import { conditionField, ConditionField } from './condition.tsx';
import { Consequences } from './consequences.tsx';
import { againstNoField, DeviationFields } from './deviation-fields.tsx';
import { DepartureForm, type DepartureSent } from './departure-form.tsx';
import { OfferDoubts, type SaidDoubt } from './doubts.tsx';
import { FallenMoveAlert } from './fallen-move.tsx';
import { answersWhenDoing, HerAnswerFields, sayNo } from './her-answer.tsx';
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

export type HerPlaceProps = {
  readonly stay: StayWithName;
  /** Where she lives, for a place that she is to move to; else `null`. */
  readonly movesFrom: StayWithName | null;
  /** Where a move of hers fell away: whether her departure can be put back now, or what stands in the way. */
  readonly putBack: PutBack | null;
  /** What the form says of her yes to moving, as it was sent. */
  readonly saysToMove: HerYes['answer'] | null;
  /** What the form says of her answer to the place, as it was sent, who fills it in, and how her yes stands on her pathway. */
  readonly herAnswer: Fields;
  readonly asker: string;
  readonly standing: YesStanding | null;
  readonly now: Moment;
  readonly language: Language;
  readonly mayHold: boolean;
  readonly mayConfirm: boolean;
  /** What the confirmation form shows first: what was sent, else what was decided on the pathway. */
  readonly commitment: { readonly legalBasis: string; readonly paidBy: string };
  /** Whether residential care was decided with its legal basis: what is chosen can differ from that. */
  readonly hasDecision: boolean;
  /** Whether the form shows what was decided, and not something else that was sent. */
  readonly isAsDecided: boolean;
  /** That she has not said yes to the stay, as a sentence; null where she has. It stops nobody. */
  readonly missingYes: string | null;
  readonly errors: FieldErrors;
  readonly deviations: readonly Deviation[];
  /** What speaks against the place for her, and her own words with her yes; null where she said none. */
  readonly doubts: readonly SaidDoubt[];
  readonly herWords: string | null;
  /** The words of that yes alone, as her condition is first written; empty for none. */
  readonly herCondition: string;
  /** Whether she is asked about this place: also where her yes is from before it was found. */
  readonly asks: boolean;
  /** The unit as the country knows it; `null` where it is no more. */
  readonly unit: Unit | null;
  /** One key for the forms of the page: each act is done once with it. */
  readonly requestKey: string;
  /** Another departure that was refused, and what can be had instead. */
  readonly departure: { readonly sent: DepartureSent; readonly instead: readonly Place[] } | null;
};

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
            ? [[herYesTexts(language)('heldBefore'), herYesTexts(language)('notYet')] as const]
            : []),
          ...(isUnconfirmed ? [[afterwardsTexts(language)('confirmation'), afterwardsTexts(language)('notConfirmed')] as const] : []),
          ...(stay.condition === null ? [] : [[ofThisPlaceTexts(language)('told'), `«${stay.condition}»`] as const]),
          ...(stay.legalBasis === null ? [] : [[say('basis'), legalBasisText(stay.legalBasis)] as const]),
          ...(stay.paidBy === null
            ? []
            : [[say('payer'), municipalities.find(({ id }) => id === stay.paidBy)?.name ?? stay.paidBy] as const]),
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
        <form method="post" className="actions">
          <input type="hidden" name="noegle" value={requestKey} />
          {stay.extensions < mostExtensions && (
            <button className="button button-secondary" formAction={`${below}/forlaeng`}>
              {say('extend', { minutes: holdMinutes })}
            </button>
          )}
          <button className="button button-secondary" formAction={`${below}/slip`}>
            {say('release')}
          </button>
        </form>
      )}
      {isAnswered && mayHold && <p className="quiet">{say('releaseHint')}</p>}
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

function ConfirmForm({
  stay,
  movesFrom,
  saysToMove,
  herAnswer,
  asker,
  standing,
  now,
  language,
  commitment,
  hasDecision,
  isAsDecided,
  errors,
  deviations,
  doubts,
  herWords,
  herCondition,
  asks,
  requestKey,
  action,
}: HerPlaceProps & { readonly action: string }): JSX.Element {
  const say = placeTexts(language);
  const word = stay.status === 'admitted' ? afterwardsTexts(language) : null;
  const bases = legalBasisIds.map((id) => ({ value: id, text: legalBasisText(id) }));
  const payers = municipalities
    .toSorted((one, other) => compareNames(one.name, other.name))
    .map(({ id, name }) => ({ value: id, text: name }));
  return (
    <form method="post" action={action}>
      <h3>{word ? word('heading') : say('confirmHeading')}</h3>
      <input type="hidden" name="noegle" value={requestKey} />
      {word && <p>{word('intro')}</p>}
      <p>{say('confirmIntro')}</p>
      <ErrorSummary heading={say('errorHeading')} errors={errors} />
      <SelectField
        name="hjemmel"
        label={say('legalBasis')}
        value={commitment.legalBasis}
        options={bases}
        empty={say('choose')}
        errors={errors}
      />
      <Consequences chosen={commitment.legalBasis} language={language} />
      <SelectField
        name="betaler"
        label={say('payingMunicipality')}
        value={commitment.paidBy}
        options={payers}
        empty={say('choose')}
        errors={errors}
      />
      {herWords !== null && (
        <p>
          {herWords} {standing === 'said' && asks && ofThisPlaceTexts(language)('before')}
        </p>
      )}
      {movesFrom !== null && <AskAgain stay={stay} from={movesFrom} said={saysToMove} errors={errors} language={language} />}
      {movesFrom === null && stay.status === 'held' && (asks || standing === 'refused') && (
        <HerAnswerFields
          unitName={stay.unitName}
          answers={answersWhenDoing}
          fields={herAnswer}
          errors={errors}
          asker={asker}
          today={danishDay(now)}
          required={asks}
          language={language}
        />
      )}
      {movesFrom === null && stay.status === 'held' && standing !== 'refused' && (
        <ConditionField words={herAnswer.all(conditionField)[0] ?? herCondition} language={language} />
      )}
      <DeviationFields
        asked={deviations}
        hasDecision={hasDecision}
        isAsDecided={isAsDecided}
        saysNo={standing === 'refused'}
        againstNo={herAnswer.text(againstNoField)}
        doubts={doubts}
        errors={errors}
        language={language}
      />
      <button className="button button-primary">{word ? word('confirm') : say('confirm')}</button>
    </form>
  );
}
