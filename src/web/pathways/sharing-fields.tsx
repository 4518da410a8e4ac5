/** On what basis information about her is shared with a party: asked when she is referred and when a party is added. */
import type { JSX } from 'react';
import type { SharingBasis } from '../../domain/pathway/facts.ts';
import type { Day } from '../../domain/time.ts';
import type { Fields } from '../form.ts';
import { type FieldErrors, RadioGroup, TextField } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import type { Reader } from './form-reader.ts';
import { formTexts } from './form-texts.ts';
import { wordTexts } from './word-texts.ts';

const sharingKinds = ['her-consent', 'notice-of-concern', 'other'] as const satisfies readonly SharingBasis['kind'][];

/** The basis that was chosen, with its day or its words; null where the reader has said what is wrong. */
export function readSharing(reader: Reader, today: Day): SharingBasis | null {
  const kind = reader.choice('deles-fordi', sharingKinds, 'error.sharing');
  switch (kind) {
    case null:
      return null;
    case 'notice-of-concern':
      return { kind };
    case 'other':
      return { kind, basis: reader.text('andet-grundlag', 'error.sharingBasis') };
    case 'her-consent': {
      const on = reader.pastDay('sagde-ja', today, 'error.sharingDay');
      return on && { kind, on };
    }
  }
}

export function SharingFields({
  language,
  values,
  errors,
}: {
  readonly language: Language;
  readonly values: Fields;
  readonly errors: FieldErrors;
}): JSX.Element {
  const [say, word] = [formTexts(language), wordTexts(language)];
  return (
    <>
      <RadioGroup
        name="deles-fordi"
        label={say('form.sharing')}
        errors={errors}
        value={values.text('deles-fordi')}
        options={sharingKinds.map((kind) => ({ value: kind, text: word(`sharing.${kind}`) }))}
      />
      <div className="by-consent">
        <TextField
          name="sagde-ja"
          type="date"
          label={say('form.sharingDay')}
          hint={say('form.sharingDayHint')}
          errors={errors}
          value={values.text('sagde-ja')}
        />
      </div>
      <div className="by-other-basis">
        <TextField
          name="andet-grundlag"
          label={say('form.sharingBasis')}
          hint={say('form.sharingBasisHint')}
          errors={errors}
          value={values.text('andet-grundlag')}
        />
      </div>
    </>
  );
}
