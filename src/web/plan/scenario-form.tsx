/** The form of a scenario: need, proposal, rules, assumptions with source and range, costs. */
import type { JSX } from 'react';
import { municipalities } from '../../domain/geography/municipalities.ts';
import { ErrorSummary, type FieldErrors, SelectField, TextArea, TextField } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { Card, Sheet } from '../ui/pieces.tsx';
import { assumptionFields, costFields, type FormFields, geographies, mostEstimateRows, mostSiteRows } from './form-fields.ts';
import { scenarioTexts } from './texts.ts';

export type ScenarioFormProps = {
  readonly action: string;
  /** Sent along as they are: what it was opened from, the key of the form, the version it follows. */
  readonly hidden: FormFields;
  readonly fields: FormFields;
  readonly errors: FieldErrors;
  readonly language: Language;
};

type Part = Pick<ScenarioFormProps, 'fields' | 'errors' | 'language'>;

export function ScenarioForm({ action, hidden, fields, errors, language }: ScenarioFormProps): JSX.Element {
  const say = scenarioTexts(language);
  const part: Part = { fields, errors, language };
  return (
    <form method="post" action={action} className="scenario-form">
      <ErrorSummary heading={say('errors')} errors={errors} />
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

function Need({ fields, errors, language }: Part): JSX.Element {
  const say = scenarioTexts(language);
  const filled = Array.from({ length: mostEstimateRows }, (_, row) => row).filter(
    (row) => (fields[`skoen-${row}-navn`] ?? '') + (fields[`skoen-${row}-fra`] ?? '') !== '',
  );
  const rows = Math.min(mostEstimateRows, (filled.at(-1) ?? -1) + 2);
  return (
    <Card heading={say('need')}>
      <p>{say('needText')}</p>
      <Sheet caption={say('need')}>
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
                <td key={part}>
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

function Proposal({ fields, errors, language }: Part): JSX.Element {
  const say = scenarioTexts(language);
  const filled = Array.from({ length: mostSiteRows }, (_, row) => row).filter((row) => (fields[`sted-${row}`] ?? '') !== '');
  const rows = Math.min(mostSiteRows, (filled.at(-1) ?? -1) + 3);
  const named = municipalities.toSorted((one, other) => one.name.localeCompare(other.name, 'da'));
  const others = filled.map((row) => fields[`sted-${row}`] ?? '').filter((id) => !municipalities.some((one) => one.id === id));
  return (
    <Card heading={say('proposal')}>
      <Sheet caption={say('proposal')}>
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
              <td>
                <label className="out-of-sight" htmlFor={`sted-${row}`}>
                  {say('site', { number: row + 1 })}
                </label>
                <select className="form-select" id={`sted-${row}`} name={`sted-${row}`} defaultValue={fields[`sted-${row}`] ?? ''}>
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
              <td>
                <Cell name={`pladser-${row}`} label={`${say('standing')} ${row + 1}`} longest={5} narrow fields={fields} errors={errors} />
              </td>
              <td>
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

function Assumed({ fields, errors, language }: Part): JSX.Element {
  const say = scenarioTexts(language);
  return (
    <Card heading={say('assumptions')}>
      <p>
        {say('assumptionsText')} {say('distributionHint')}
      </p>
      <Sheet caption={say('assumptions')}>
        <thead>
          <tr>
            <th scope="col">{say('what')}</th>
            <th scope="col">{say('value')}</th>
            <th scope="col">
              {say('range')}: {say('from')}
            </th>
            <th scope="col">{say('to')}</th>
            <th scope="col">{say('source')}</th>
          </tr>
        </thead>
        <tbody>
          {assumptionFields.map(({ word, written }) => {
            const label = say(`field.${word}`);
            return (
              <tr key={word}>
                <th scope="row">{label}</th>
                <td>
                  {written === 'none' ? (
                    <span className="quiet">{word === 'rejse' ? say('allTravel') : say('elsewhere')}</span>
                  ) : (
                    <Cell name={word} label={label} longest={200} fields={fields} errors={errors} narrow />
                  )}
                </td>
                <td>
                  <Cell name={`${word}-fra`} label={`${label}, ${say('from')}`} longest={12} fields={fields} errors={errors} narrow />
                </td>
                <td>
                  <Cell name={`${word}-til`} label={`${label}, ${say('to')}`} longest={12} fields={fields} errors={errors} narrow />
                </td>
                <td>
                  <Cell name={`${word}-kilde`} label={`${label}, ${say('source')}`} longest={1000} fields={fields} errors={errors} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </Sheet>
    </Card>
  );
}

function Rules({ fields, errors, language }: Part): JSX.Element {
  const say = scenarioTexts(language);
  return (
    <Card heading={say('rules')}>
      <div className="fields-in-line">
        <SelectField
          name="taalmodighed"
          label={say('patience')}
          value={fields['taalmodighed'] ?? ''}
          errors={errors}
          options={(['birth', 'none', 'endless', 'andet'] as const).map((value) => ({ value, text: say(`patience.${value}`) }))}
        />
        <Small name="taalmodighed-aar" label={say('patienceYears')} fields={fields} errors={errors} />
        <SelectField
          name="raekkefoelge"
          label={say('order')}
          value={fields['raekkefoelge'] ?? ''}
          errors={errors}
          options={(['furthest-pregnant', 'first-come'] as const).map((value) => ({ value, text: say(`order.${value}`) }))}
        />
        <SelectField
          name="geografi"
          label={say('geography')}
          value={fields['geografi'] ?? ''}
          errors={errors}
          options={geographies.map((value) => ({ value, text: say(`geography.${value}`) }))}
        />
      </div>
      <div className="columns">
        <TextArea name="vaegte" label={say('weights')} hint={say('weightsHint')} value={fields['vaegte'] ?? ''} errors={errors} />
        <TextArea name="afstand" label={say('reach')} hint={say('reachHint')} value={fields['afstand'] ?? ''} errors={errors} />
      </div>
    </Card>
  );
}

function CostsPart({ fields, errors, language }: Part): JSX.Element {
  const say = scenarioTexts(language);
  const names = Object.entries(costFields) as readonly (readonly [keyof typeof costFields, string])[];
  return (
    <Card heading={say('costs')}>
      <p>{say('costsText')}</p>
      <div className="fields-in-line">
        {names.map(([name, word]) => (
          <Small key={word} name={word} label={say(name)} fields={fields} errors={errors} />
        ))}
        <Small name="omkostninger-kilde" label={say('source')} fields={fields} errors={errors} longest={1000} />
      </div>
    </Card>
  );
}

type CellProps = {
  readonly name: string;
  readonly label: string;
  readonly longest: number;
  readonly narrow?: boolean;
  readonly fields: FormFields;
  readonly errors: FieldErrors;
};

/** A field in a table: its label is for those who hear the page; the row and the column say it to those who see it. */
function Cell({ name, label, longest, narrow = false, fields, errors }: CellProps): JSX.Element {
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

function Fault({ name, errors }: { readonly name: string; readonly errors: FieldErrors }): JSX.Element | null {
  const error = errors[name];
  return error ? (
    <span className="form-error-message" id={`${name}-error`}>
      {error}
    </span>
  ) : null;
}

type SmallProps = Omit<CellProps, 'longest'> & { readonly longest?: number };

function Small({ name, label, longest = 40, fields, errors }: SmallProps): JSX.Element {
  return <TextField name={name} label={label} value={fields[name] ?? ''} errors={errors} longest={longest} />;
}
