/** Every version of a scenario with what changed in it, two of them against each other, and an earlier one restored as a new version. */
import type { JSX } from 'react';
import type { ScenarioVersion } from '../../store/planning.ts';
import { SelectField } from '../ui/fields.tsx';
import { momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card, Sheet } from '../ui/pieces.tsx';
import { scenariosAddress } from './addresses.ts';
import { scenarioTexts } from './texts.ts';
import { changesBetween } from './version-changes.ts';

type Props = {
  readonly shown: ScenarioVersion;
  /** The newest first. */
  readonly history: readonly ScenarioVersion[];
  /** The version that the shown one is held against; null where none is asked for. */
  readonly against: ScenarioVersion | null;
  /** Gives a key for each form that restores; null for one who may not save. */
  readonly newKey: (() => string) | null;
  readonly language: Language;
};

export function ScenarioHistory({ shown, history, against, newKey, language }: Props): JSX.Element {
  const say = scenarioTexts(language);
  const address = `${scenariosAddress}/${shown.scenario}`;
  const newest = history[0]?.version ?? shown.version;
  return (
    <>
      {against && <Between before={against} after={shown} language={language} />}
      <Sheet caption={say('history')}>
        <thead>
          <tr>
            <th scope="col">{say('version', { version: '' }).trim()}</th>
            <th scope="col">{say('when')}</th>
            <th scope="col">{say('who')}</th>
            <th scope="col">{say('changed')}</th>
            {newKey !== null && <th scope="col">{say('restore')}</th>}
          </tr>
        </thead>
        <tbody>
          {history.map((one, index) => {
            const before = history[index + 1];
            return (
              <tr key={one.version}>
                <th scope="row">
                  <a href={`${address}?version=${one.version}`} aria-current={one.version === shown.version || undefined}>
                    {say('version', { version: one.version })}
                  </a>
                </th>
                <td>{momentText(one.recorded, language)}</td>
                <td>
                  {one.byName}, {one.organisationName}
                </td>
                <td className="plan-changes">
                  {one.note !== '' && <p>{one.note}</p>}
                  {before && <Changes sentences={changesBetween(before.content, one.content, language)} language={language} />}
                </td>
                {newKey !== null && (
                  <td>
                    {one.version !== newest && (
                      <form method="post" action={`${address}/gendan`} className="no-print">
                        <input type="hidden" name="noegle" value={newKey()} />
                        <input type="hidden" name="version" value={one.version} />
                        <input type="hidden" name="efter-version" value={newest} />
                        <button type="submit" className="button button-tertiary">
                          {say('restoreOne', { version: one.version })}
                        </button>
                      </form>
                    )}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </Sheet>
      {history.length > 1 && <ChooseTwo {...{ shown, history, against, language }} />}
    </>
  );
}

function ChooseTwo({ shown, history, against, language }: Omit<Props, 'newKey'>): JSX.Element {
  const say = scenarioTexts(language);
  const options = history.map(({ version }) => ({ value: String(version), text: say('version', { version }) }));
  const earlier = against ?? history.find(({ version }) => version < shown.version) ?? history.at(-1);
  return (
    <form method="get" className="fields-in-line plan-form no-print" aria-label={say('between')}>
      <SelectField name="mod" label={say('betweenFrom')} value={String(earlier?.version ?? 1)} options={options} />
      <SelectField name="version" label={say('betweenTo')} value={String(shown.version)} options={options} />
      <div className="actions">
        <button type="submit" className="button button-secondary">
          {say('betweenShow')}
        </button>
      </div>
    </form>
  );
}

function Between({
  before,
  after,
  language,
}: {
  readonly before: ScenarioVersion;
  readonly after: ScenarioVersion;
  readonly language: Language;
}): JSX.Element {
  const say = scenarioTexts(language);
  return (
    <Card heading={say('betweenHeading', { from: before.version, to: after.version })}>
      <Changes sentences={changesBetween(before.content, after.content, language)} language={language} />
    </Card>
  );
}

function Changes({ sentences, language }: { readonly sentences: readonly string[]; readonly language: Language }): JSX.Element {
  if (sentences.length === 0) return <p className="quiet">{scenarioTexts(language)('change.none')}</p>;
  return (
    <ul className="bare">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
