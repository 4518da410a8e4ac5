/** The parts of the scenario's form that say how it is reckoned: assumptions with source and range, rules, costs. */
import type { JSX } from 'react';
import { SelectField, TextArea } from '../ui/fields.tsx';
import { Card, Sheet } from '../ui/pieces.tsx';
import { assumptionFields, costFields, geographies } from './form-fields.ts';
import { Cell, type FormPart, Small } from './scenario-form-cells.tsx';
import { scenarioTexts } from './texts.ts';

export function Assumed({ fields, errors, language }: FormPart): JSX.Element {
  const say = scenarioTexts(language);
  return (
    <Card heading={say('assumptions')}>
      <p>
        {say('assumptionsText')} {say('distributionHint')}
      </p>
      <Sheet caption={say('assumptions')} underHeading>
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
                <td data-label={say('value')}>
                  {written === 'none' ? (
                    <span className="quiet">{word === 'rejse' ? say('allTravel') : say('elsewhere')}</span>
                  ) : (
                    <Cell name={word} label={label} longest={200} fields={fields} errors={errors} narrow />
                  )}
                </td>
                <td data-label={`${say('range')}: ${say('from')}`}>
                  <Cell name={`${word}-fra`} label={`${label}, ${say('from')}`} longest={12} fields={fields} errors={errors} narrow />
                </td>
                <td data-label={`${say('range')}: ${say('to')}`}>
                  <Cell name={`${word}-til`} label={`${label}, ${say('to')}`} longest={12} fields={fields} errors={errors} narrow />
                </td>
                <td data-label={say('source')}>
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

export function Rules({ fields, errors, language }: FormPart): JSX.Element {
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

export function CostsPart({ fields, errors, language }: FormPart): JSX.Element {
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
