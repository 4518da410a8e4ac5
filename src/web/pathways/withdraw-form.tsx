/** The form that takes back what was written wrongly: it stays in the history, struck through, with the reason. */
import type { JSX } from 'react';
import type { Permission } from '../../access/permissions.ts';
import { inForce, type RecordedFact, type WithdrawableType, withdrawableType } from '../../domain/pathway/facts.ts';
import { SelectField, TextArea } from '../ui/fields.tsx';
import { dayText } from '../ui/format.ts';
import { describeFact } from './describe.ts';
import type { FormContext, FormProps, PathwayForm } from './form.ts';
import { formTexts } from './form-texts.ts';

/**
 * What one must be permitted to take each back: what is asked of the one who writes it. A notice of concern starts clocks of the law against the
 * municipality, so it is the municipality that says it was written wrongly.
 */
export const withdrawPermissions: Readonly<Record<WithdrawableType, Permission>> = {
  event: 'pathway:record',
  'concern-notified': 'concern:assess',
  'concern-assessed': 'concern:assess',
  'concern-acknowledged': 'concern:assess',
  'treatment-sought': 'pathway:record',
  'criteria-assessed': 'pathway:assess',
  'target-group-judged': 'pathway:assess',
  'need-assessed': 'pathway:assess',
  offered: 'pathway:record',
  answered: 'pathway:record',
  'care-decided': 'pathway:decide',
  'alternative-arranged': 'pathway:record',
  'contract-offered': 'pathway:record',
};

export const withdrawForm: PathwayForm = {
  action: 'withdraw-event',
  path: 'traek-tilbage',
  permission: 'pathway:record',
  asksDay: false,
  View: WithdrawView,
  nothing: (context) => (withdrawable(context).length === 0 ? formTexts(context.language)('form.nothingToWithdraw') : null),
  read(reader, context) {
    const numbers = withdrawable(context).map(({ sequence }) => String(sequence));
    const event = reader.choice('haendelse', numbers, 'error.event');
    const reason = reader.text('grund', 'error.reason');
    return event === null ? null : { type: 'event-withdrawn', event: Number(event), reason };
  },
};

/** Whether one with these permissions may take the fact back, where it still counts. */
export function mayWithdraw({ fact }: RecordedFact, may: FormContext['may']): boolean {
  const type = withdrawableType(fact);
  return type !== null && may('pathway:record') && may(withdrawPermissions[type]);
}

/** What still counts and may be taken back, the latest first. */
function withdrawable({ facts, may }: FormContext): readonly RecordedFact[] {
  return inForce(facts)
    .filter((recorded) => mayWithdraw(recorded, may))
    .toReversed();
}

function WithdrawView(props: FormProps): JSX.Element {
  const { language, values, errors } = props;
  const say = formTexts(language);
  const options = withdrawable(props).map(({ sequence, fact, happened }) => {
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
