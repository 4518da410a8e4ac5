/** The mark on a stay that cannot stand as it is: why, and what to do. Nothing when all is well. */
import type { JSX } from 'react';
import type { Unit } from '../../domain/placement/provision.ts';
import { occupationsOf, type Stay } from '../../domain/placement/stay.ts';
import { troublesOf } from '../../domain/placement/supply-effect.ts';
import type { Moment } from '../../domain/time.ts';
import type { Language } from '../ui/language.ts';
import { Alert } from '../ui/pieces.tsx';
import { supplyTexts } from './texts.ts';
import { troubleSentence } from './words.ts';

type Props = { readonly unit: Unit; readonly stay: Stay; readonly now: Moment; readonly language: Language; readonly call?: boolean };

export function MustMove({ unit, stay, now, language, call = false }: Props): JSX.Element | null {
  const say = supplyTexts(language);
  const mustHave = stay.status === 'admitted' ? [] : stay.needs.map(({ property }) => property);
  const sentences = new Set(
    occupationsOf(stay)
      .flatMap((part) => troublesOf(unit, { ...part, mustHave }, now))
      .map((trouble) => troubleSentence(trouble, language)),
  );
  if (sentences.size === 0) return null;
  return (
    <Alert tone="attention" heading={say('herPlaceMarked')}>
      <ul>
        {[...sentences].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {call && <p>{say('herPlaceCall')}</p>}
    </Alert>
  );
}
