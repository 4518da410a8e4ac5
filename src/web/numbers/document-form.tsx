/** The forms of a published document: the document itself, one of its figures, and what is done with a reason. */
import type { JSX } from 'react';
import { municipalities } from '../../domain/geography/municipalities.ts';
import { regionIds, regions } from '../../domain/geography/regions.ts';
import {
  estimateKinds,
  gridAscertainments,
  gridEvents,
  gridPeriods,
  gridPopulations,
  gridUnits,
} from '../../domain/numbers/published-estimate.ts';
import { type FieldErrors, type Option, SelectField, TextArea, TextField } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { Card } from '../ui/pieces.tsx';
import { documentTexts } from './document-words.ts';
import { disputeTexts, gridTexts } from './texts.ts';

/** What stands in the fields, and what is wrong in them. */
export type Written = { readonly fields: Readonly<Record<string, string>>; readonly errors: FieldErrors };
export const nothingWritten: Written = { fields: {}, errors: {} };

type FormProps = {
  readonly action: string;
  /** The version that the form was made of. */
  readonly seen: number;
  readonly heading: string;
  readonly text: string | null;
  readonly written: Written;
  readonly language: Language;
  /** Asked for where something that stands is changed. */
  readonly asksWhy: boolean;
};

export function DocumentForm({ action, seen, heading, text, written: { fields, errors }, asksWhy, language }: FormProps): JSX.Element {
  const say = documentTexts(language);
  return (
    <Card heading={heading}>
      {text !== null && <p>{text}</p>}
      <form method="post" action={action}>
        <input type="hidden" name="set" value={seen} />
        <TextField name="title" label={say('field.title')} value={fields['title'] ?? ''} errors={errors} required />
        <TextField name="publisher" label={say('field.publisher')} value={fields['publisher'] ?? ''} errors={errors} required />
        <TextField name="said" label={say('field.said')} type="date" value={fields['said'] ?? ''} errors={errors} required />
        <TextField
          name="address"
          label={say('field.address')}
          hint={say('hint.address')}
          value={fields['address'] ?? ''}
          errors={errors}
          required
        />
        {asksWhy && <Why {...{ fields, errors, language }} />}
        <SaveButton language={language} />
      </form>
    </Card>
  );
}

export function FigureForm({ action, seen, heading, text, written: { fields, errors }, asksWhy, language }: FormProps): JSX.Element {
  const say = documentTexts(language);
  const word = gridTexts(language);
  const dispute = disputeTexts(language);
  const choice = (name: 'kind' | 'event' | 'population' | 'unit' | 'period' | 'ascertainment', options: readonly Option[]): JSX.Element => (
    <SelectField
      name={name}
      label={say(`field.${name}`)}
      value={fields[name] ?? ''}
      options={options}
      errors={errors}
      empty={say('choose')}
    />
  );
  return (
    <Card heading={heading}>
      {text !== null && <p>{text}</p>}
      <form method="post" action={action}>
        <input type="hidden" name="set" value={seen} />
        <TextField
          name="value"
          label={say('field.value')}
          hint={say('hint.value')}
          value={fields['value'] ?? ''}
          errors={errors}
          required
        />
        {choice(
          'kind',
          estimateKinds.map((value) => ({ value, text: dispute(`kind.${value}`) })),
        )}
        <TextArea name="quotation" label={say('field.quotation')} value={fields['quotation'] ?? ''} errors={errors} required />
        {choice(
          'event',
          gridEvents.map((value) => ({ value, text: word(`event.${value}`) })),
        )}
        {choice(
          'population',
          gridPopulations.map((value) => ({ value, text: word(`population.${value}`) })),
        )}
        {choice(
          'unit',
          gridUnits.map((value) => ({ value, text: word(`unit.${value}`) })),
        )}
        <SelectField
          name="place"
          label={say('field.place')}
          value={fields['place'] ?? ''}
          empty={say('choose')}
          options={placesToChoose(language)}
          errors={errors}
        />
        <TextField name="year" label={say('field.year')} hint={say('hint.year')} value={fields['year'] ?? ''} errors={errors} />
        {choice(
          'period',
          gridPeriods.map((value) => ({ value, text: word(`period.${value}`) })),
        )}
        {choice(
          'ascertainment',
          gridAscertainments.map((value) => ({ value, text: word(`ascertainment.${value}`) })),
        )}
        <TextField
          name="legalBasis"
          label={say('field.legalBasis')}
          hint={say('hint.legalBasis')}
          value={fields['legalBasis'] ?? ''}
          errors={errors}
        />
        <TextField
          name="completeness"
          label={say('field.completeness')}
          hint={say('hint.completeness')}
          value={fields['completeness'] ?? ''}
          errors={errors}
          required
        />
        {asksWhy && <Why {...{ fields, errors, language }} />}
        <SaveButton language={language} />
      </form>
    </Card>
  );
}

type ReasonProps = Pick<FormProps, 'action' | 'seen' | 'heading' | 'written' | 'language'> & { readonly text: string };

/** Something is taken out, with the reason for it. */
export function ReasonForm({ action, seen, heading, text, written: { fields, errors }, language }: ReasonProps): JSX.Element {
  return (
    <details className="fold no-print" open={Object.keys(errors).length > 0}>
      <summary>{heading}</summary>
      <p>{text}</p>
      <form method="post" action={action}>
        <input type="hidden" name="set" value={seen} />
        <Why {...{ fields, errors, language }} />
        <button type="submit" className="button button-secondary">
          {heading}
        </button>
      </form>
    </details>
  );
}

function Why({ fields, errors, language }: Written & { readonly language: Language }): JSX.Element {
  return (
    <TextField name="because" label={documentTexts(language)('field.because')} value={fields['because'] ?? ''} errors={errors} required />
  );
}

function SaveButton({ language }: { readonly language: Language }): JSX.Element {
  return (
    <button type="submit" className="button button-primary">
      {documentTexts(language)('save')}
    </button>
  );
}

function placesToChoose(language: Language): readonly Option[] {
  return [
    { value: 'danmark', text: documentTexts(language)('country') },
    ...regionIds.map((id) => ({ value: id, text: regions[id].name })),
    ...municipalities.map(({ id, name }) => ({ value: id, text: name })).toSorted((a, b) => a.text.localeCompare(b.text, 'da')),
  ];
}
