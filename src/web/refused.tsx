/** The page of one who has no permission: why, and where she may read of the same instead. */
import type { JSX } from 'react';
import { may } from '../access/decide.ts';
import { insteadOf, type Permission, type ReadInstead } from '../access/permissions.ts';
import type { Actor } from '../domain/trail.ts';
import { publishedAddress } from './plan/addresses.ts';
import { catalogue, type Language } from './ui/language.ts';

const texts = catalogue(
  {
    title: 'Du har ikke adgang til denne side',
    'says.plan:published': 'Du kan læse de scenarier, som planlæggerne har offentliggjort:',
    'link.plan:published': 'Offentliggjorte scenarier',
  },
  {
    title: 'You do not have access to this page',
    'says.plan:published': 'You may read the scenarios that the planners have published:',
    'link.plan:published': 'Published scenarios',
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
  readonly language: Language;
};

export function RefusedPage({ because, refused, actor, language }: Props): JSX.Element {
  const say = texts(language);
  const instead = refused && insteadOf(refused);
  return (
    <>
      <p>{because}</p>
      {instead && actor && may(actor, instead) && (
        <p>
          {say(`says.${instead}`)} <a href={addressOf[instead]}>{say(`link.${instead}`)}</a>
        </p>
      )}
    </>
  );
}
