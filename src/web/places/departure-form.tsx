/** Another day of leaving: extending the stay after the birth, or making it shorter. The municipality's form, because it pays. */
import type { JSX } from 'react';
import type { Place } from '../../domain/placement/provision.ts';
import type { StayWithName } from '../../store/placement-stays.ts';
import { ErrorSummary, type FieldErrors, SelectField, TextField } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { readByHer } from '../pathways/read-by-her.ts';
import { followBirthTexts } from './follow-birth-texts.ts';
import { stayTexts } from './stay-texts.ts';
import { placeTexts } from './texts.ts';

/** What was sent, where it was refused. */
export type DepartureSent = { readonly departure: string; readonly reason: string; readonly onPlace: string };

type Props = {
  readonly stay: StayWithName;
  readonly action: string;
  readonly requestKey: string;
  readonly sent: DepartureSent | null;
  /** Places of the unit that she could have instead on the new nights: offered once her own was refused. */
  readonly instead: readonly Place[];
  readonly errors: FieldErrors;
  readonly language: Language;
};

/** The field by which the form says that it told who writes that she reads the reason: one that is put back by a button has words of its own. */
export const readsItField = 'hun-laeser';

const fields = ['rejser', 'hvorfor'];

export function DepartureForm({ stay, action, requestKey, sent, instead, errors, language }: Props): JSX.Element {
  const say = stayTexts(language);
  const own = Object.fromEntries(Object.entries(errors).filter(([name]) => fields.includes(name)));
  return (
    <details open={sent !== null}>
      <summary>{say('depart')}</summary>
      <form method="post" action={action}>
        <p>{say('departIntro')}</p>
        {stay.nightsAfterBirth !== null && <p>{followBirthTexts(language)('fixedByHand')}</p>}
        <ErrorSummary heading={placeTexts(language)('errorHeading')} errors={own} />
        <input type="hidden" name="noegle" value={requestKey} />
        <input type="hidden" name={readsItField} value="ja" />
        <TextField
          name="rejser"
          type="date"
          label={say('departOn')}
          value={sent?.departure ?? stay.nights.departure}
          errors={own}
          required
        />
        <TextField
          name="hvorfor"
          label={say('departWhy')}
          hint={readByHer(language, say('departWhyHint'))}
          value={sent?.reason ?? ''}
          errors={own}
          required
        />
        {instead.length > 0 && (
          <SelectField
            name="nyplads"
            label={say('departPlace')}
            value={sent?.onPlace ?? ''}
            empty={say('departOwnPlace')}
            options={instead.map(({ id, name }) => ({ value: id, text: name }))}
          />
        )}
        <button className="button button-secondary">{say('departSave')}</button>
      </form>
    </details>
  );
}
