/** The place she has: held, confirmed or admitted, and what can be done about it. */
import type { JSX } from 'react';
import { municipalities } from '../../domain/geography/municipalities.ts';
import { legalBasisIds, legalBasisText } from '../../domain/legal-basis.ts';
import type { Deviation } from '../../domain/placement/confirm.ts';
import { holdMinutes, mostExtensions } from '../../domain/placement/hold.ts';
import { countNights } from '../../domain/placement/nights.ts';
import { hasRunOut } from '../../domain/placement/stay.ts';
import type { Moment } from '../../domain/time.ts';
import type { StayWithName } from '../../store/placement-stays.ts';
import { CheckboxGroup, ErrorSummary, type FieldErrors, SelectField, TextField } from '../ui/fields.tsx';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Card, Pairs } from '../ui/pieces.tsx';
import { findAddress, unitAddress } from './addresses.ts';
import { HoldStatus } from './hold-status.tsx';
import { placeTexts } from './texts.ts';

export type HerPlaceProps = {
  readonly stay: StayWithName;
  readonly now: Moment;
  readonly language: Language;
  readonly mayHold: boolean;
  readonly mayConfirm: boolean;
  /** What the confirmation form shows first: what was sent, else what was decided on the pathway. */
  readonly commitment: { readonly legalBasis: string; readonly paidBy: string };
  readonly errors: FieldErrors;
  readonly deviations: readonly Deviation[];
};

export function HerPlace(props: HerPlaceProps): JSX.Element {
  const { stay, now, language, mayHold, mayConfirm, errors } = props;
  const say = placeTexts(language);
  const { arrival, departure } = stay.nights;
  const isHeld = stay.status === 'held' && !hasRunOut(stay, now);
  const below = `${findAddress(stay.pathway)}/${encodeURIComponent(stay.id)}`;
  return (
    <Card heading={say('herPlace')}>
      <Pairs
        pairs={[
          [say('place'), <a href={unitAddress(stay.unit)} key="unit">{`${stay.placeName}, ${stay.unitName}`}</a>],
          [
            say('when'),
            say('stayPeriod', {
              nights: countNights(stay.nights),
              arrival: dayText(arrival, language),
              departure: dayText(departure, language),
            }),
          ],
          [say('state'), <HoldStatus key="status" stay={stay} now={now} language={language} />],
          [say('heldBy'), `${stay.heldByName}, ${stay.heldForName}`],
          ...(stay.legalBasis === null ? [] : [[say('basis'), legalBasisText(stay.legalBasis)] as const]),
          ...(stay.paidBy === null
            ? []
            : [[say('payer'), municipalities.find(({ id }) => id === stay.paidBy)?.name ?? stay.paidBy] as const]),
        ]}
      />
      {isHeld && mayHold && (
        <form method="post" className="actions">
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
      {isHeld &&
        (mayConfirm ? <ConfirmForm {...props} action={`${below}/bekraeft`} /> : <p className="quiet">{say('notAllowedToConfirm')}</p>)}
      {stay.status === 'confirmed' && mayConfirm && (
        <details open={'grund' in errors}>
          <summary>{say('withdraw')}</summary>
          <form method="post" action={`${below}/fortryd`}>
            <ErrorSummary heading={say('errorHeading')} errors={errors} />
            <TextField name="grund" label={say('withdrawReason')} hint={say('withdrawHint')} errors={errors} required />
            <button className="button button-secondary">{say('withdraw')}</button>
          </form>
        </details>
      )}
    </Card>
  );
}

function ConfirmForm({ language, commitment, errors, deviations, action }: HerPlaceProps & { readonly action: string }): JSX.Element {
  const say = placeTexts(language);
  const bases = legalBasisIds.map((id) => ({ value: id, text: legalBasisText(id) }));
  const payers = municipalities
    .toSorted((one, other) => one.name.localeCompare(other.name, 'da'))
    .map(({ id, name }) => ({ value: id, text: name }));
  return (
    <form method="post" action={action}>
      <h3>{say('confirmHeading')}</h3>
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
      <button className="button button-primary">{say('confirm')}</button>
    </form>
  );
}
