/** The page of one who has no permission: why, and where she may read of the same instead. */
import type { JSX } from 'react';
import { may } from '../access/decide.ts';
import { insteadOf, type Permission, type ReadInstead } from '../access/permissions.ts';
import type { Actor } from '../domain/trail.ts';
import { publishedAddress, scenariosAddress } from './plan/addresses.ts';
import { catalogue, type Language } from './ui/language.ts';

const texts = catalogue(
  {
    title: 'Du har ikke adgang til denne side',
    'says.plan:published': 'Du kan læse de scenarier, som planlæggerne har offentliggjort:',
    'link.plan:published': 'Offentliggjorte scenarier',
    one: 'Er scenariet offentliggjort, kan du læse det her:',
    oneLink: 'Scenariet, som det er offentliggjort',
  },
  {
    title: 'You do not have access to this page',
    'says.plan:published': 'You may read the scenarios that the planners have published:',
    'link.plan:published': 'Published scenarios',
    one: 'If the scenario is published, you can read it here:',
    oneLink: 'The scenario as it is published',
  },
);

/** Where each of them is read. */
const addressOf: Readonly<Record<ReadInstead, string>> = { 'plan:published': publishedAddress };

export function refusedTitle(language: Language): string {
  return texts(language)('title');
}

type Props = {
  readonly because: string;
  /** What she asked for; null where it was no permission that was missing. */
  readonly refused: Permission | null;
  readonly actor: Actor | null;
  /** The address that she asked for. */
  readonly asked: string;
  readonly language: Language;
};

export function RefusedPage({ because, refused, actor, asked, language }: Props): JSX.Element {
  const say = texts(language);
  const instead = refused && insteadOf(refused);
  // The same scenario has an address of its own for those who do not plan; whether it is published, that page says.
  const [, scenario] = new RegExp(`^${scenariosAddress}/([0-9a-f-]{36})(?:[/?]|$)`).exec(asked) ?? [];
  return (
    <>
      <p>{because}</p>
      {scenario !== undefined && instead === 'plan:published' && actor && may(actor, instead) && (
        <p>
          {say('one')} <a href={`${publishedAddress}/${scenario}`}>{say('oneLink')}</a>
        </p>
      )}
      {instead && actor && may(actor, instead) && (
        <p>
          {say(`says.${instead}`)} <a href={addressOf[instead]}>{say(`link.${instead}`)}</a>
        </p>
      )}
    </>
  );
}
