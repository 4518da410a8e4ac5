/** Something that the unit has written and takes back: what follows, read before it is saved, with its reason; or why it cannot be. */
import type { JSX } from 'react';
import type { StayWithName } from '../../store/placement-stays.ts';
import { ErrorSummary, type FieldErrors, TextField } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { Alert, Card } from '../ui/pieces.tsx';
import { stayCardAddress } from './addresses.ts';
import { Key } from './deed-fields.tsx';
import { MunicipalityNumber } from './municipality-number.tsx';
import { previewTexts } from './preview-texts.ts';
import { putRightTexts } from './put-right-texts.ts';
import { placeTexts } from './texts.ts';

type Props = {
  readonly stay: StayWithName;
  readonly heading: string;
  readonly sentences: readonly string[];
  /** `null` where nothing can be done: then her municipality is named with its number. */
  readonly form: WordForm | null;
  readonly errors: FieldErrors;
  readonly language: Language;
};

type WordForm = {
  readonly action: string;
  readonly label: string;
  readonly submit: string;
  /** What is said beside that nothing is saved yet; empty for nothing. */
  readonly quiet: string;
  readonly why: string;
  readonly requestKey: string;
};

export function UnitsWord({ stay, heading, sentences, form, errors, language }: Props): JSX.Element {
  const back = <a href={stayCardAddress(stay)}>{placeTexts(language)('askNo')}</a>;
  return (
    <Card heading={heading}>
      {form === null ? (
        <>
          <Alert tone="attention">
            {sentences.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
            <MunicipalityNumber stay={stay} language={language} />
          </Alert>
          <p>{back}</p>
        </>
      ) : (
        <>
          <ul>
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <form method="post" action={form.action}>
            <ErrorSummary heading={placeTexts(language)('errorHeading')} errors={errors} />
            <Key value={form.requestKey} />
            <TextField
              name="hvorfor"
              label={form.label}
              hint={putRightTexts(language)('whyHint')}
              value={form.why}
              errors={errors}
              required
            />
            <p className="quiet">
              {previewTexts(language)('nothingSaved')} {form.quiet}
            </p>
            <div className="actions">
              <button className="button button-primary">{form.submit}</button>
              {back}
            </div>
          </form>
        </>
      )}
    </Card>
  );
}
