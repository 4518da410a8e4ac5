/** Form fields with label, hint and error tied together, in the markup of Det Fælles Designsystem. */
import type { JSX, ReactNode } from 'react';

/** What is wrong, by the name of the field it is wrong in. Empty when nothing is. */
export type FieldErrors = Readonly<Record<string, string>>;

/** The most characters that a field of a form takes. */
export const longestText = 5000;

type Common = { readonly name: string; readonly label: string; readonly hint?: string; readonly errors?: FieldErrors };

type TextProps = Common & {
  readonly value?: string;
  readonly type?: 'text' | 'date' | 'number';
  readonly required?: boolean;
  readonly inputMode?: 'numeric' | 'text';
  readonly autoComplete?: string;
  /** The most characters it takes. */
  readonly longest?: number;
};

export function TextField({
  name,
  label,
  hint,
  errors = {},
  value = '',
  type = 'text',
  required = false,
  inputMode,
  autoComplete = 'off',
  longest = longestText,
}: TextProps): JSX.Element {
  return (
    <Group name={name} label={label} hint={hint} error={errors[name]}>
      <input
        className="form-input"
        id={name}
        name={name}
        type={type}
        defaultValue={value}
        aria-required={required || undefined}
        inputMode={inputMode}
        autoComplete={autoComplete}
        maxLength={type === 'text' ? longest : undefined}
        {...described(name, hint, errors[name])}
      />
    </Group>
  );
}

export function TextArea({
  name,
  label,
  hint,
  errors = {},
  value = '',
  required = false,
}: Common & { readonly value?: string; readonly required?: boolean }): JSX.Element {
  return (
    <Group name={name} label={label} hint={hint} error={errors[name]}>
      <textarea
        className="form-input"
        id={name}
        name={name}
        rows={3}
        maxLength={longestText}
        defaultValue={value}
        aria-required={required || undefined}
        {...described(name, hint, errors[name])}
      />
    </Group>
  );
}

/** A file to send; the form needs `encType="multipart/form-data"`. */
export function FileField({ name, label, hint, errors = {}, accept }: Common & { readonly accept: string }): JSX.Element {
  return (
    <Group name={name} label={label} hint={hint} error={errors[name]}>
      <input className="form-input" id={name} name={name} type="file" accept={accept} {...described(name, hint, errors[name])} />
    </Group>
  );
}

export type Option = { readonly value: string; readonly text: string; readonly hint?: string };

export function SelectField({
  name,
  label,
  hint,
  errors = {},
  value = '',
  options,
  empty,
}: Common & { readonly value?: string; readonly options: readonly Option[]; readonly empty?: string }): JSX.Element {
  return (
    <Group name={name} label={label} hint={hint} error={errors[name]}>
      <select className="form-select" id={name} name={name} defaultValue={value} {...described(name, hint, errors[name])}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </Group>
  );
}

/** Radio buttons in a fieldset. The first one carries the field's name as id, so that the error summary can go there. */
export function RadioGroup({
  name,
  label,
  hint,
  errors = {},
  value,
  options,
}: Common & { readonly value?: string | undefined; readonly options: readonly Option[] }): JSX.Element {
  return (
    <Choices
      kind="radio"
      name={name}
      label={label}
      hint={hint}
      errors={errors}
      chosen={value === undefined ? [] : [value]}
      options={options}
    />
  );
}

export function CheckboxGroup({
  name,
  label,
  hint,
  errors = {},
  values = [],
  options,
}: Common & { readonly values?: readonly string[]; readonly options: readonly Option[] }): JSX.Element {
  return <Choices kind="checkbox" name={name} label={label} hint={hint} errors={errors} chosen={values} options={options} />;
}

type ChoicesProps = {
  readonly kind: 'radio' | 'checkbox';
  readonly name: string;
  readonly label: string;
  readonly hint: string | undefined;
  readonly errors: FieldErrors;
  readonly chosen: readonly string[];
  readonly options: readonly Option[];
};

function Choices({ kind, name, label, hint, errors, chosen, options }: ChoicesProps): JSX.Element {
  const error = errors[name];
  return (
    <div className={error ? 'form-group form-error' : 'form-group'}>
      <fieldset {...described(name, hint, error)} aria-invalid={undefined}>
        <legend>{label}</legend>
        <Hint name={name} hint={hint} error={error} />
        {options.map((option, index) => {
          const id = index === 0 ? name : `${name}-${option.value}`;
          return (
            <div className="choice" key={option.value}>
              <input
                type={kind}
                id={id}
                name={name}
                value={option.value}
                defaultChecked={chosen.includes(option.value)}
                aria-describedby={option.hint ? `${id}-why` : undefined}
              />
              <div>
                <label htmlFor={id}>{option.text}</label>
                {option.hint && (
                  <div className="form-hint" id={`${id}-why`}>
                    {option.hint}
                  </div>
                )}
              </div>
            </div>
          );
        })}
      </fieldset>
    </div>
  );
}

/**
 * At the top of a form that was refused: each problem in a sentence, with a link to its field. `nameOf` says before the sentence which field
 * it is. One who works by keyboard or screen reader is taken there when the page opens.
 */
export function ErrorSummary({
  heading,
  errors,
  nameOf,
}: {
  readonly heading: string;
  readonly errors: FieldErrors;
  readonly nameOf?: (field: string) => string;
}): JSX.Element | null {
  const entries = Object.entries(errors);
  if (entries.length === 0) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/no-autofocus -- the page was made because of what stands here
    <div className="alert error" role="alert" tabIndex={-1} id="fejl" autoFocus>
      <p className="alert-heading">{heading}</p>
      <ul>
        {entries.map(([name, sentence]) => (
          <li key={name}>
            <a href={`#${name}`}>{nameOf?.(name) ? `${nameOf(name)}: ${sentence}` : sentence}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Group({
  name,
  label,
  hint,
  error,
  children,
}: {
  readonly name: string;
  readonly label: string;
  readonly hint: string | undefined;
  readonly error: string | undefined;
  readonly children: ReactNode;
}): JSX.Element {
  return (
    <div className={error ? 'form-group form-error' : 'form-group'}>
      <label className="form-label" htmlFor={name}>
        {label}
      </label>
      <Hint name={name} hint={hint} error={error} />
      {children}
    </div>
  );
}

function Hint({
  name,
  hint,
  error,
}: {
  readonly name: string;
  readonly hint: string | undefined;
  readonly error: string | undefined;
}): JSX.Element {
  return (
    <>
      {hint && (
        <span className="form-hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <span className="form-error-message" id={`${name}-error`}>
          {error}
        </span>
      )}
    </>
  );
}

function described(
  name: string,
  hint: string | undefined,
  error: string | undefined,
): { 'aria-describedby'?: string; 'aria-invalid'?: true } {
  const ids = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  return { ...(ids ? { 'aria-describedby': ids } : {}), ...(error ? { 'aria-invalid': true } : {}) };
}
