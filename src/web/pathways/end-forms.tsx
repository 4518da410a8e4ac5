/** The forms that end a pathway and open it again. */
import type { JSX } from 'react';
import type { Pathway } from '../../domain/pathway/state.ts';
import { CheckboxGroup, TextArea } from '../ui/fields.tsx';
import { Alert } from '../ui/pieces.tsx';
import { danishDay } from '../../domain/time.ts';
import { stayText } from './cascade.tsx';
import type { FormProps, PathwayForm } from './form.ts';
import { formTexts } from './form-texts.ts';

export const endForm: PathwayForm = {
  action: 'end-pathway',
  path: 'afslut',
  permission: 'pathway:record',
  asksDay: true,
  View: EndView,
  read(reader, { pathway }) {
    const reason = reader.text('grund', 'error.reason');
    if (hasPlace(pathway) && reader.optional('ogsaa-med-plads') !== 'ja') return reader.refuse('ogsaa-med-plads', 'error.endWithPlace');
    return { type: 'pathway-ended', reason };
  },
};

export const reopenForm: PathwayForm = {
  action: 'reopen-pathway',
  path: 'genaabn',
  permission: 'pathway:record',
  asksDay: true,
  View: ReopenView,
  read: (reader) => ({ type: 'pathway-reopened', reason: reader.text('grund', 'error.reason') }),
};

function hasPlace({ stay }: Pathway): boolean {
  return stay?.status === 'held' || stay?.status === 'confirmed' || stay?.status === 'admitted';
}

function EndView({ language, values, errors, pathway, now }: FormProps): JSX.Element {
  const say = formTexts(language);
  return (
    <>
      {pathway.stay && hasPlace(pathway) && (
        <Alert tone="attention">
          <p>{say('form.withPlace', { place: stayText(pathway.stay, danishDay(now), language) })}</p>
          <CheckboxGroup
            name="ogsaa-med-plads"
            label={say('form.sure')}
            errors={errors}
            values={values.all('ogsaa-med-plads')}
            options={[{ value: 'ja', text: say('form.endAllTheSame') }]}
          />
        </Alert>
      )}
      <TextArea name="grund" label={say('form.endReason')} errors={errors} value={values.text('grund')} required />
    </>
  );
}

function ReopenView({ language, values, errors }: FormProps): JSX.Element {
  return <TextArea name="grund" label={formTexts(language)('form.reopenReason')} errors={errors} value={values.text('grund')} required />;
}
