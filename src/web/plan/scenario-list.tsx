/** The saved scenarios, the positions to begin from, and a file to upload. */
import type { JSX } from 'react';
import { positionIds } from '../../domain/planning/proposals/positions.ts';
import type { ScenarioVersion } from '../../store/planning.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import { momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Card } from '../ui/pieces.tsx';
import { positionWords, scenariosAddress } from './addresses.ts';
import { emptyWord } from './proposals.ts';
import { planTexts, scenarioTexts } from './texts.ts';

type Props = {
  readonly saved: readonly ScenarioVersion[];
  readonly maySave: boolean;
  /** What was wrong with an uploaded file, a line each. */
  readonly faults: readonly string[];
  readonly errors: FieldErrors;
  readonly language: Language;
};

export function ScenarioList({ saved, maySave, faults, errors, language }: Props): JSX.Element {
  const say = scenarioTexts(language);
  return (
    <>
      {faults.length > 0 && (
        <Alert tone="error" heading={say('upload.faults')}>
          <ul>
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </Alert>
      )}
      <p>{say('intro')}</p>
      {!maySave && <p className="quiet">{say('readOnly')}</p>}
      <Card heading={say('saved')}>
        {saved.length === 0 && <p>{say('savedNone')}</p>}
        <ul className="bare plan-list">
          {saved.map(({ scenario, version, title, recorded, byName, organisationName }) => (
            <li key={scenario}>
              <a href={`${scenariosAddress}/${scenario}`}>{title}</a>{' '}
              <span className="quiet">
                {say('version', { version })} ·{' '}
                {say('savedBy', { who: byName, where: organisationName, when: momentText(recorded, language) })}
              </span>
            </li>
          ))}
        </ul>
      </Card>
      {maySave && (
        <div className="columns">
          <Card heading={say('start')}>
            <p>{say('startText')}</p>
            <ul className="bare plan-list">
              {positionIds.map((id) => (
                <li key={id}>
                  <a href={`${scenariosAddress}/nyt?fra=${positionWords[id]}`}>{planTexts(language)(`name.${id}`)}</a>
                </li>
              ))}
              <li>
                <a href={`${scenariosAddress}/nyt?fra=${emptyWord}`}>{say('empty')}</a>
              </li>
            </ul>
          </Card>
          <Card heading={say('upload')}>
            <p>
              {say('uploadText')} <a href={`${scenariosAddress}/skema.json`}>{say('schema')}</a>
            </p>
            <form method="post" action={`${scenariosAddress}/fil`} encType="multipart/form-data">
              <div className={errors['fil'] ? 'form-group form-error' : 'form-group'}>
                <label className="form-label" htmlFor="fil">
                  {say('file')}
                </label>
                {errors['fil'] && (
                  <span className="form-error-message" id="fil-error">
                    {errors['fil']}
                  </span>
                )}
                <input
                  type="file"
                  id="fil"
                  name="fil"
                  accept=".json,application/json"
                  aria-describedby={errors['fil'] ? 'fil-error' : undefined}
                />
              </div>
              <button type="submit" className="button button-secondary">
                {say('send')}
              </button>
            </form>
          </Card>
        </div>
      )}
    </>
  );
}
