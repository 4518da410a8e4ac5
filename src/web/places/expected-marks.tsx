/** What is wrong with one who is to come, in a word or two on her row: her no, her missing answer, that the place cannot be used, the contract. */
import type { JSX } from 'react';
import type { StayTrouble } from '../../domain/placement/supply-effect.ts';
import type { ExpectedStay } from '../../store/placement-reception.ts';
import type { Language } from '../ui/language.ts';
import { catalogue } from '../ui/language.ts';
import { Tag } from '../ui/pieces.tsx';
import { nightsText } from './words.ts';

const texts = catalogue(
  {
    refused: 'Hun har sagt nej',
    missing: 'Hendes svar mangler',
    closed: 'Lukket {span}',
    unfit: 'Pladsen kan ikke bruges som aftalt',
    contract: 'Kontrakt ikke tilbudt',
  },
  {
    refused: 'She has said no',
    missing: 'Her answer is missing',
    closed: 'Closed {span}',
    unfit: 'The place cannot be used as agreed',
    contract: 'Contract not offered',
  },
);

type Props = { readonly stay: ExpectedStay; readonly troubles: readonly StayTrouble[]; readonly language: Language };

/** `null` where nothing is wrong. A move is asked about by itself, and its missing answer is told on its card. */
export function ExpectedMarks({ stay: { reception, transferFrom, status }, troubles, language }: Props): JSX.Element | null {
  const say = texts(language);
  const standing = transferFrom === null ? reception?.herYes : null;
  const words = [
    ...(standing === 'refused' ? [say('refused')] : []),
    ...troubles.map((trouble) => troubleWord(trouble, language)),
    // A yes to residential care from before is no answer to this very place.
    ...(standing === 'missing' || (transferFrom === null && status === 'confirmed' && reception?.placeUnanswered === true)
      ? [say('missing')]
      : []),
    // Before the place is confirmed nobody knows by which legal basis she comes.
    ...(status !== 'held' && reception?.contract === 'owed' ? [say('contract')] : []),
  ];
  if (words.length === 0) return null;
  return (
    <>
      {[...new Set(words)].map((word) => (
        <span key={word}>
          {' '}
          <Tag tone="attention">{word}</Tag>
        </span>
      ))}
    </>
  );
}

function troubleWord(trouble: StayTrouble, language: Language): string {
  const say = texts(language);
  switch (trouble.kind) {
    case 'closed':
      return say('closed', { span: nightsText(trouble.closure, language) });
    case 'not-open':
    case 'not-opened':
      return say('closed', { span: nightsText(trouble, language) });
    case 'lacks':
    case 'no-children':
      return say('unfit');
  }
}
