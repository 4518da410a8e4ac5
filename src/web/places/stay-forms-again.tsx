/** The forms of a stay shown again, as they were sent, with what is wrong beside each field. */
import type { JSX } from 'react';
import { leaveReasons } from '../../domain/placement/leave.ts';
import type { Place } from '../../domain/placement/provision.ts';
import type { StayWithName } from '../../store/placement-stays.ts';
import type { Fields } from '../form.ts';
import { ErrorSummary, type FieldErrors, SelectField, TextField } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { Card } from '../ui/pieces.tsx';
import { stayAddress } from './addresses.ts';
import { stayTexts } from './stay-texts.ts';
import { placeTexts } from './texts.ts';

type Props = {
  readonly stay: StayWithName;
  readonly fields: Fields;
  readonly errors: FieldErrors;
  readonly requestKey: string;
  readonly language: Language;
};

export function MoveAgain({
  stay,
  fields,
  errors,
  requestKey,
  language,
  places,
}: Props & { readonly places: readonly Place[] }): JSX.Element {
  const say = stayTexts(language);
  const last = stay.parts.at(-1)?.place;
  const options = places.filter(({ id }) => id !== last).map(({ id, name }) => ({ value: id, text: name }));
  return (
    <Card heading={say('moveHeading')}>
      <form method="post" action={`${stayAddress(stay.id)}/flyt`}>
        <ErrorSummary heading={placeTexts(language)('errorHeading')} errors={errors} />
        <input type="hidden" name="noegle" value={requestKey} />
        <SelectField
          name="plads"
          label={say('moveTo')}
          value={fields.text('plads')}
          options={options}
          empty={placeTexts(language)('choose')}
          errors={errors}
        />
        <TextField name="dag" type="date" label={say('moveFrom')} value={fields.text('dag')} errors={errors} />
        <button className="button button-primary">{say('moveSave')}</button>
      </form>
    </Card>
  );
}

export function LeaveAgain({ stay, fields, errors, requestKey, language }: Props): JSX.Element {
  const say = stayTexts(language);
  return (
    <Card heading={say('leaveHeading')}>
      <form method="post" action={`${stayAddress(stay.id)}/orlov`}>
        <ErrorSummary heading={placeTexts(language)('errorHeading')} errors={errors} />
        <input type="hidden" name="noegle" value={requestKey} />
        <TextField name="fra" type="date" label={say('leaveFrom')} value={fields.text('fra')} errors={errors} />
        <TextField name="tilbage" type="date" label={say('leaveBack')} value={fields.text('tilbage')} errors={errors} />
        <SelectField
          name="grund"
          label={say('leaveReason')}
          value={fields.text('grund')}
          options={leaveReasons.map((one) => ({ value: one, text: say(`leave.${one}`) }))}
          empty={placeTexts(language)('choose')}
          errors={errors}
        />
        <TextField name="ord" label={say('leaveText')} value={fields.text('ord')} errors={errors} />
        <button className="button button-primary">{say('leaveSave')}</button>
      </form>
    </Card>
  );
}
