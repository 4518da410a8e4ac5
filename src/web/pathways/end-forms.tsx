/** The forms that end a pathway, open it again, and take an event back. */
import type { JSX } from 'react';
import { inForce, type RecordedFact } from '../../domain/pathway/facts.ts';
import type { Pathway } from '../../domain/pathway/state.ts';
import { CheckboxGroup, SelectField, TextArea } from '../ui/fields.tsx';
import { dayText } from '../ui/format.ts';
import { Alert } from '../ui/pieces.tsx';
import { danishDay } from '../../domain/time.ts';
import { stayText } from './cascade.tsx';
import { describeFact } from './describe.ts';
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

export const withdrawForm: PathwayForm = {
  action: 'withdraw-event',
  path: 'traek-tilbage',
  permission: 'pathway:record',
  asksDay: false,
  View: WithdrawView,
  read(reader, { facts }) {
    const numbers = withdrawable(facts).map(({ sequence }) => String(sequence));
    const event = reader.choice('haendelse', numbers, 'error.event');
    const reason = reader.text('grund', 'error.reason');
    return event === null ? null : { type: 'event-withdrawn', event: Number(event), reason };
  },
};

/** The events that still count, the latest first. */
function withdrawable(facts: readonly RecordedFact[]): readonly RecordedFact[] {
  return inForce(facts)
    .filter(({ fact }) => fact.type === 'event')
    .toReversed();
}

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

function WithdrawView({ language, values, errors, facts }: FormProps): JSX.Element {
  const say = formTexts(language);
  const options = withdrawable(facts).map(({ sequence, fact, happened }) => {
    const { what, detail } = describeFact(fact, language);
    return { value: String(sequence), text: [dayText(happened, language), what, detail?.slice(0, 60)].filter(Boolean).join(' · ') };
  });
  return (
    <>
      <SelectField
        name="haendelse"
        label={say('form.withdrawn')}
        hint={say('form.withdrawnHint')}
        errors={errors}
        value={values.text('haendelse')}
        empty="–"
        options={options}
      />
      <TextArea name="grund" label={say('form.why')} errors={errors} value={values.text('grund')} required />
    </>
  );
}
