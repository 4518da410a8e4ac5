/** A field of the scenario's form in a table or in a line, with what is wrong with it. */
import type { JSX } from 'react';
import { type FieldErrors, TextField } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import type { FormFields } from './form-fields.ts';

/** What a part of the form is given. */
export type FormPart = { readonly fields: FormFields; readonly errors: FieldErrors; readonly language: Language };

type CellProps = {
  readonly name: string;
  readonly label: string;
  readonly longest: number;
  readonly narrow?: boolean;
  readonly fields: FormFields;
  readonly errors: FieldErrors;
};

/** A field in a table: its label is for those who hear the page; the row and the column say it to those who see it. */
export function Cell({ name, label, longest, narrow = false, fields, errors }: CellProps): JSX.Element {
  const error = errors[name];
  return (
    <>
      <label className="out-of-sight" htmlFor={name}>
        {label}
      </label>
      <input
        className={narrow ? 'form-input narrow' : 'form-input'}
        id={name}
        name={name}
        type="text"
        autoComplete="off"
        maxLength={longest}
        defaultValue={fields[name] ?? ''}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${name}-error` : undefined}
      />
      <Fault name={name} errors={errors} />
    </>
  );
}

export function Fault({ name, errors }: { readonly name: string; readonly errors: FieldErrors }): JSX.Element | null {
  const error = errors[name];
  return error ? (
    <span className="form-error-message" id={`${name}-error`}>
      {error}
    </span>
  ) : null;
}

type SmallProps = Omit<CellProps, 'longest'> & { readonly longest?: number };

export function Small({ name, label, longest = 40, fields, errors }: SmallProps): JSX.Element {
  return <TextField name={name} label={label} value={fields[name] ?? ''} errors={errors} longest={longest} />;
}
