/** Rows of periods in a form: those that are there and two that are empty. A row that is emptied is taken away. */
import type { JSX } from 'react';
import type { Period } from '../../domain/placement/provision.ts';
import type { Fields } from '../form.ts';
import { type FieldErrors, TextField } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { mostRows } from './form-fields.ts';
import { supplyTexts } from './texts.ts';

type Props = {
  readonly rows: readonly Period[];
  /** What was sent; null before anything was. */
  readonly fields: Fields | null;
  readonly hint: string;
  readonly errors: FieldErrors;
  readonly language: Language;
  /** A number beside each period. */
  readonly numbered?: (index: number) => number | null;
};

export function PeriodRows({ rows, fields, hint, errors, language, numbered }: Props): JSX.Element {
  const say = supplyTexts(language);
  const count = Math.min(rows.length + 2, mostRows);
  return (
    <>
      <p>{hint}</p>
      {Array.from({ length: count }, (_, index) => {
        const number = index + 1;
        const value = (name: string, stands: string | number | null | undefined): string =>
          fields ? fields.text(`${name}-${number}`) : String(stands ?? '');
        return (
          <fieldset key={number} className="period-row">
            <legend>{say('period', { number })}</legend>
            <TextField name={`fra-${number}`} label={say('from')} type="date" value={value('fra', rows[index]?.from)} errors={errors} />
            <TextField name={`til-${number}`} label={say('to')} type="date" value={value('til', rows[index]?.to)} errors={errors} />
            {numbered && (
              <TextField
                name={`kvinder-${number}`}
                label={say('mostWomen')}
                inputMode="numeric"
                value={value('kvinder', numbered(index))}
                errors={errors}
                longest={4}
              />
            )}
          </fieldset>
        );
      })}
    </>
  );
}
