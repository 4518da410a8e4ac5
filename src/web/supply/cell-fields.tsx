/** Fields in the cells of a table: named by row and column for those who do not see the table. */
import type { JSX } from 'react';
import { type FieldErrors, longestText, type Option } from '../ui/fields.tsx';

type Common = { readonly name: string; readonly label: string; readonly value: string; readonly errors: FieldErrors };

export function CellInput({
  name,
  label,
  value,
  errors,
  type = 'text',
  numeric = false,
}: Common & { readonly type?: 'text' | 'date'; readonly numeric?: boolean }): JSX.Element {
  return (
    <>
      <input
        className="form-input"
        id={name}
        name={name}
        type={type}
        aria-label={label}
        defaultValue={value}
        inputMode={numeric ? 'numeric' : undefined}
        maxLength={type === 'text' ? longestText : undefined}
        autoComplete="off"
        {...invalid(name, errors)}
      />
      <CellError name={name} errors={errors} />
    </>
  );
}

export function CellSelect({
  name,
  label,
  value,
  errors,
  options,
  empty,
}: Common & { readonly options: readonly Option[]; readonly empty: string }): JSX.Element {
  return (
    <>
      <select className="form-select" id={name} name={name} aria-label={label} defaultValue={value} {...invalid(name, errors)}>
        <option value="">{empty}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
      <CellError name={name} errors={errors} />
    </>
  );
}

function CellError({ name, errors }: Pick<Common, 'name' | 'errors'>): JSX.Element | null {
  const error = errors[name];
  return error === undefined ? null : (
    <span className="form-error-message" id={`${name}-error`}>
      {error}
    </span>
  );
}

function invalid(name: string, errors: FieldErrors): { 'aria-invalid'?: true; 'aria-describedby'?: string } {
  return errors[name] === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': `${name}-error` };
}
