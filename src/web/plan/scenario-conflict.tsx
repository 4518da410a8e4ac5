/** Somebody saved the same scenario while it was being edited (da: gemt imens): what the other changed, and the two ways on. What was typed is kept. */
import type { JSX } from 'react';
import type { ScenarioVersion } from '../../store/planning.ts';
import { catalogue, type Language } from '../ui/language.ts';
import { Alert } from '../ui/pieces.tsx';
import { scenariosAddress } from './addresses.ts';
import { changesBetween } from './version-changes.ts';

const texts = catalogue(
  {
    heading: 'Scenariet er ikke gemt: {who} har gemt version {version} imens',
    kept: 'Alt, hvad du har skrevet, står her endnu.',
    changed: 'Det er ændret i version {version}:',
    same: 'Version {version} siger det samme som den version, du begyndte på.',
    on: 'Gemmer du nu, bliver skemaet her en ny version oven på version {version}. Det, den anden har ændret, er så kun med, hvis du selv skriver det ind her.',
    see: 'Se version {version}',
    edit: 'Ret i version {version} i stedet',
    lost: '(så går det tabt, du har skrevet her)',
    others: 'Scenariet er ikke gemt: det er en anden organisations',
    copy: 'Alt, hvad du har skrevet, står her endnu. Gemmer du igen, bliver det et nyt scenarie, som er jeres eget.',
  },
  {
    heading: 'The scenario is not saved: {who} saved version {version} meanwhile',
    kept: 'Everything that you have written still stands here.',
    changed: 'This is changed in version {version}:',
    same: 'Version {version} says the same as the version that you began on.',
    on: 'If you save now, the form here becomes a new version on top of version {version}. What the other changed is then only in it if you write it in here yourself.',
    see: 'See version {version}',
    edit: 'Edit version {version} instead',
    lost: '(what you have written here is then lost)',
    others: 'The scenario is not saved: it is another organisation’s',
    copy: 'Everything that you have written still stands here. If you save again, it becomes a new scenario of your own.',
  },
);

type Props = {
  /** The version that the form was opened on; null where it is not to be found. */
  readonly begun: ScenarioVersion | null;
  readonly newest: ScenarioVersion;
  readonly language: Language;
};

export function ScenarioConflict({ begun, newest, language }: Props): JSX.Element {
  const say = texts(language);
  const { scenario, version, byName } = newest;
  const changes = begun ? changesBetween(begun.content, newest.content, language) : [];
  return (
    <Alert tone="error" heading={say('heading', { who: byName, version })}>
      <p>
        {say('kept')} {say(changes.length > 0 ? 'changed' : 'same', { version })}
      </p>
      {changes.length > 0 && (
        <ul>
          {changes.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      <p>{say('on', { version })}</p>
      <p className="number-links">
        <a href={`${scenariosAddress}/${scenario}?version=${version}`} target="_blank" rel="noreferrer">
          {say('see', { version })}
        </a>{' '}
        <span>
          <a href={`${scenariosAddress}/${scenario}/ret`}>{say('edit', { version })}</a> {say('lost')}
        </span>
      </p>
    </Alert>
  );
}

/** The scenario belongs to another organisation: the same form saves a copy. */
export function ScenarioOfOthers({ language }: { readonly language: Language }): JSX.Element {
  const say = texts(language);
  return (
    <Alert tone="error" heading={say('others')}>
      {say('copy')}
    </Alert>
  );
}
