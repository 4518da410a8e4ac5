/** The form of a scenario: need, proposal, rules, assumptions with source and range, costs. */
import { compareNames } from '../../domain/danish-order.ts';
import type { JSX, ReactNode } from 'react';
import { municipalities } from '../../domain/geography/municipalities.ts';
import { ErrorSummary, type FieldErrors, TextField } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { Card, Sheet } from '../ui/pieces.tsx';
import { fieldName } from './field-names.ts';
import { type FormFields, mostEstimateRows, mostSiteRows } from './form-fields.ts';
import { Cell, Fault, type FormPart, Small } from './scenario-form-cells.tsx';
import { Assumed, CostsPart, Rules } from './scenario-form-rules.tsx';
import { scenarioTexts } from './texts.ts';

export type ScenarioFormProps = {
  readonly action: string;
  /** Sent along as they are: what it was opened from, the key of the form, the version it follows. */
  readonly hidden: FormFields;
  readonly fields: FormFields;
  readonly errors: FieldErrors;
  /** What is wrong with the whole form, and with none of its fields. */
  readonly message?: ReactNode;
  readonly language: Language;
};

export function ScenarioForm({ action, hidden, fields, errors, message, language }: ScenarioFormProps): JSX.Element {
  const say = scenarioTexts(language);
  const part: FormPart = { fields, errors, language };
  return (
    <form method="post" action={action} className="scenario-form">
      {message}
      <ErrorSummary heading={say('errors')} errors={errors} nameOf={(field) => fieldName(field, language)} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Card>
        <TextField name="titel" label={say('name')} value={fields['titel'] ?? ''} errors={errors} longest={200} required />
        <TextField name="note" label={say('note')} hint={say('noteHint')} value={fields['note'] ?? ''} errors={errors} longest={500} />
      </Card>
      <Need {...part} />
      <Proposal {...part} />
      <Assumed {...part} />
      <Rules {...part} />
      <CostsPart {...part} />
      <div className="actions">
        <button type="submit" className="button button-primary">
          {say('save')}
        </button>
      </div>
    </form>
  );
}

function Need({ fields, errors, language }: FormPart): JSX.Element {
  const say = scenarioTexts(language);
  const filled = Array.from({ length: mostEstimateRows }, (_, row) => row).filter(
    (row) => (fields[`skoen-${row}-navn`] ?? '') + (fields[`skoen-${row}-fra`] ?? '') !== '',
  );
  const rows = Math.min(mostEstimateRows, (filled.at(-1) ?? -1) + 2);
  return (
    <Card heading={say('need')}>
      <p>{say('needText')}</p>
      <Sheet caption={say('need')} underHeading>
        <thead>
          <tr>
            <th scope="col">{say('estimate.name')}</th>
            <th scope="col">{say('estimate.from')}</th>
            <th scope="col">{say('estimate.to')}</th>
            <th scope="col">{say('source')}</th>
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: rows }, (_, row) => (
            <tr key={row}>
              {(
                [
                  ['navn', 'estimate.name', 200],
                  ['fra', 'estimate.from', 12],
                  ['til', 'estimate.to', 12],
                  ['kilde', 'source', 1000],
                ] as const
              ).map(([part, label, longest]) => (
                <td key={part} data-label={say(label)}>
                  <Cell
                    name={`skoen-${row}-${part}`}
                    label={`${say(label)} ${row + 1}`}
                    longest={longest}
                    narrow={longest === 12}
                    fields={fields}
                    errors={errors}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Sheet>
    </Card>
  );
}

function Proposal({ fields, errors, language }: FormPart): JSX.Element {
  const say = scenarioTexts(language);
  const filled = Array.from({ length: mostSiteRows }, (_, row) => row).filter(
    (row) => (fields[`sted-${row}`] ?? '') + (fields[`pladser-${row}`] ?? '') + (fields[`behov-${row}`] ?? '') !== '',
  );
  const rows = Math.min(mostSiteRows, (filled.at(-1) ?? -1) + 3);
  const named = municipalities.toSorted((one, other) => compareNames(one.name, other.name));
  const others = filled.map((row) => fields[`sted-${row}`] ?? '').filter((id) => id !== '' && !municipalities.some((one) => one.id === id));
  return (
    <Card heading={say('proposal')}>
      <Sheet caption={say('proposal')} underHeading>
        <thead>
          <tr>
            <th scope="col">{say('site', { number: '' }).trim()}</th>
            <th scope="col">{say('standing')}</th>
            <th scope="col">{say('byNeed')}</th>
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: rows }, (_, row) => (
            <tr key={row}>
              <td data-label={say('site', { number: row + 1 })}>
                <label className="out-of-sight" htmlFor={`sted-${row}`}>
                  {say('site', { number: row + 1 })}
                </label>
                <select
                  className="form-select"
                  id={`sted-${row}`}
                  name={`sted-${row}`}
                  defaultValue={fields[`sted-${row}`] ?? ''}
                  aria-invalid={errors[`sted-${row}`] ? true : undefined}
                  aria-describedby={errors[`sted-${row}`] ? `sted-${row}-error` : undefined}
                >
                  <option value="">{say('noSite')}</option>
                  {others.map((id) => (
                    <option key={id} value={id}>
                      {id}
                    </option>
                  ))}
                  {named.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </select>
                <Fault name={`sted-${row}`} errors={errors} />
              </td>
              <td data-label={say('standing')}>
                <Cell name={`pladser-${row}`} label={`${say('standing')} ${row + 1}`} longest={5} narrow fields={fields} errors={errors} />
              </td>
              <td data-label={say('byNeed')}>
                <Cell name={`behov-${row}`} label={`${say('byNeed')} ${row + 1}`} longest={5} narrow fields={fields} errors={errors} />
              </td>
            </tr>
          ))}
        </tbody>
      </Sheet>
      <div className="fields-in-line">
        <Small name="aar" label={say('years')} fields={fields} errors={errors} />
        <Small name="begynder-med" label={say('startsWith')} fields={fields} errors={errors} />
        <Small name="aabner-ved" label={say('opensAt')} fields={fields} errors={errors} />
        <Small name="lukker-ved" label={say('closesAt')} fields={fields} errors={errors} />
      </div>
    </Card>
  );
}
