/** The fields of the small forms on a stay's card: several stand on one page, so each id carries its stay. */
import type { JSX } from 'react';

type DayFieldProps = { readonly id: string; readonly name?: string; readonly label: string; readonly value: string };

export function DayField({ id, name = 'dag', label, value }: DayFieldProps): JSX.Element {
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <input className="form-input" id={id} name={name} type="date" defaultValue={value} />
    </>
  );
}

export function WordsField({
  id,
  name,
  label,
  hint,
  value = '',
}: {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value?: string;
}): JSX.Element {
  return (
    <>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span className="form-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <input
        className="form-input"
        id={id}
        name={name}
        defaultValue={value}
        autoComplete="off"
        {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}
      />
    </>
  );
}

/** The same form sent twice counts once. */
export function Key({ value }: { readonly value: string }): JSX.Element {
  return <input type="hidden" name="noegle" value={value} />;
}

type ChoiceProps = {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly empty: string;
  readonly value?: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
};

export function Choice({ id, name, label, empty, value = '', options }: ChoiceProps): JSX.Element {
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <select className="form-select" id={id} name={name} defaultValue={value}>
        <option value="">{empty}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </>
  );
}
