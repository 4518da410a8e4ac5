/** The forms of a published document: the document itself, one of its figures, and what is done with a reason. */
import { compareNames } from '../../domain/danish-order.ts';
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
import { CheckboxGroup, type FieldErrors, type Option, SelectField, TextArea, TextField } from '../ui/fields.tsx';
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

export function DocumentForm({ action, seen, heading, text, written, asksWhy, language }: FormProps): JSX.Element {
  const say = documentTexts(language);
  const line = linesOf(written, language);
  return (
    <Card heading={heading}>
      {text !== null && <p>{text}</p>}
      <form method="post" action={action} id="set">
        <input type="hidden" name="set" value={seen} />
        {line('title', { required: true })}
        {line('publisher', { required: true })}
        {line('said', { type: 'date', required: true })}
        {line('address', { hint: say('hint.address'), required: true })}
        {asksWhy && line('because', { required: true })}
        <SaveButton language={language} />
      </form>
    </Card>
  );
}

export function FigureForm({ action, seen, heading, text, written, asksWhy, language }: FormProps): JSX.Element {
  const { fields, errors } = written;
  const say = documentTexts(language);
  const line = linesOf(written, language);
  const word = gridTexts(language);
  const dispute = disputeTexts(language);
  const isUnquoted = errors['value'] === say('problem.not-in-quotation');
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
      <form method="post" action={action} id="set">
        <input type="hidden" name="set" value={seen} />
        {line('value', { hint: say('hint.value'), required: true })}
        {isUnquoted && (
          <CheckboxGroup
            name="unquoted"
            label={say('field.unquoted')}
            hint={say('hint.unquoted')}
            options={[{ value: fields['value'] ?? '', text: say('unquoted.yes', { value: fields['value'] ?? '' }) }]}
          />
        )}
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
        {line('year', { hint: say('hint.year') })}
        {choice(
          'period',
          gridPeriods.map((value) => ({ value, text: word(`period.${value}`) })),
        )}
        {choice(
          'ascertainment',
          gridAscertainments.map((value) => ({ value, text: word(`ascertainment.${value}`) })),
        )}
        {line('legalBasis', { hint: say('hint.legalBasis') })}
        {line('completeness', { hint: say('hint.completeness'), required: true })}
        {asksWhy && line('because', { required: true })}
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
        <TextField name="gone" label={documentTexts(language)('field.gone')} value={fields['gone'] ?? ''} errors={errors} required />
        <button type="submit" className="button button-secondary">
          {heading}
        </button>
      </form>
    </details>
  );
}

type LineName = 'title' | 'publisher' | 'said' | 'address' | 'value' | 'year' | 'legalBasis' | 'completeness' | 'because';
type LineMore = { readonly hint?: string; readonly type?: 'date'; readonly required?: boolean };

/** Fields of one line, each with what was written in it and what is wrong there. */
function linesOf({ fields, errors }: Written, language: Language): (name: LineName, more?: LineMore) => JSX.Element {
  const say = documentTexts(language);
  return (name, more = {}) => <TextField name={name} label={say(`field.${name}`)} value={fields[name] ?? ''} errors={errors} {...more} />;
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
    ...municipalities.map(({ id, name }) => ({ value: id, text: name })).toSorted((a, b) => compareNames(a.text, b.text)),
  ];
}
