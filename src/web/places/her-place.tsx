/** The place she has: held, confirmed or admitted, and what can be done about it. One who is to move to another unit has two. */
import type { JSX } from 'react';
import { municipalities } from '../../domain/geography/municipalities.ts';
import { legalBasisIds, legalBasisText } from '../../domain/legal-basis.ts';
import type { Deviation } from '../../domain/placement/confirm.ts';
import { holdMinutes, mostExtensions } from '../../domain/placement/hold.ts';
import { countNights } from '../../domain/placement/nights.ts';
import { hasRunOut } from '../../domain/placement/stay.ts';
import { leaveOn } from '../../domain/placement/leave.ts';
import type { Place } from '../../domain/placement/provision.ts';
import { type Day, danishDay, type Moment } from '../../domain/time.ts';
import type { StayWithName } from '../../store/placement-stays.ts';
import { CheckboxGroup, ErrorSummary, type FieldErrors, SelectField, TextField } from '../ui/fields.tsx';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Card, Pairs, Tag } from '../ui/pieces.tsx';
import { findAddress, unitAddress } from './addresses.ts';
import { afterwardsTexts } from './afterwards-texts.ts';
import { Consequences } from './consequences.tsx';
import { DepartureForm, type DepartureSent } from './departure-form.tsx';
import { FallenMoveAlert } from './fallen-move.tsx';
import { herYesTexts } from './her-yes-texts.ts';
import { HoldStatus } from './hold-status.tsx';
import { AnswerOffer } from '../waiting/answer-offer.tsx';
import { Telephone } from './telephone.tsx';
import { telephoneTexts } from './telephone-texts.ts';
import { stayTexts } from './stay-texts.ts';
import { heldByText, placesText } from './stay-words.ts';
import { placeTexts } from './texts.ts';
import { endText, moveText } from './transfer-words.ts';

export type HerPlaceProps = {
  readonly stay: StayWithName;
  /** When she was to leave where she lives, for a place that she is to move to; else `null`. */
  readonly livesUntil: Day | null;
  readonly now: Moment;
  readonly language: Language;
  readonly mayHold: boolean;
  readonly mayConfirm: boolean;
  /** What the confirmation form shows first: what was sent, else what was decided on the pathway. */
  readonly commitment: { readonly legalBasis: string; readonly paidBy: string };
  /** That she has not said yes to the stay, as a sentence; null where she has. It stops nobody. */
  readonly missingYes: string | null;
  readonly errors: FieldErrors;
  readonly deviations: readonly Deviation[];
  /** One key for the forms of the page: each act is done once with it. */
  readonly requestKey: string;
  /** Another departure that was refused, and what can be had instead. */
  readonly departure: { readonly sent: DepartureSent; readonly instead: readonly Place[] } | null;
};

export function HerPlace(props: HerPlaceProps): JSX.Element {
  const { stay, now, language, mayHold, mayConfirm, errors, requestKey, departure: asked } = props;
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
          ...(stay.herYes === 'not-yet' ? [[herYesTexts(language)('heldBefore'), herYesTexts(language)('notYet')] as const] : []),
          ...(isUnconfirmed ? [[afterwardsTexts(language)('confirmation'), afterwardsTexts(language)('notConfirmed')] as const] : []),
          ...(stay.legalBasis === null ? [] : [[say('basis'), legalBasisText(stay.legalBasis)] as const]),
          ...(stay.paidBy === null
            ? []
            : [[say('payer'), municipalities.find(({ id }) => id === stay.paidBy)?.name ?? stay.paidBy] as const]),
        ]}
      />
      {props.livesUntil !== null && <p>{endText(props.livesUntil, departure, language)}</p>}
      {moves !== null && <p>{moves}</p>}
      <FallenMoveAlert stay={stay} action={mayConfirm ? `${below}/ny-afrejse` : null} requestKey={requestKey} language={language} />
      {props.missingYes !== null && (
        <Alert tone="attention">
          <p>{props.missingYes}</p>
        </Alert>
      )}
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
  language,
  commitment,
  errors,
  deviations,
  requestKey,
  action,
}: HerPlaceProps & { readonly action: string }): JSX.Element {
  const say = placeTexts(language);
  const word = stay.status === 'admitted' ? afterwardsTexts(language) : null;
  const bases = legalBasisIds.map((id) => ({ value: id, text: legalBasisText(id) }));
  const payers = municipalities
    .toSorted((one, other) => one.name.localeCompare(other.name, 'da'))
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
      {deviations.length > 0 && (
        <>
          <Alert tone="attention" heading={say('deviationHeading')}>
            <ul>
              {deviations.map((deviation) => (
                <li key={deviation}>{say(`deviation.${deviation}`)}</li>
              ))}
            </ul>
          </Alert>
          {deviations.map((deviation) => (
            <input key={deviation} type="hidden" name="svaret" value={deviation} />
          ))}
          <CheckboxGroup
            name="kontrolleret"
            label={say('deviationLabel')}
            errors={errors}
            options={[{ value: 'ja', text: say('deviationChecked') }]}
          />
        </>
      )}
      <button className="button button-primary">{word ? word('confirm') : say('confirm')}</button>
    </form>
  );
}
