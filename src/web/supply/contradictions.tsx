/** What a unit is about to say of itself that cannot all be meant: asked about before it is saved. */
import type { JSX } from 'react';
import { type Contradiction, contradictionKinds } from '../../domain/placement/supply-contradiction.ts';
import { guidelineForShieldedUnit } from '../../domain/placement/provision.ts';
import type { Fields } from '../form.ts';
import type { Language } from '../ui/language.ts';
import { Alert } from '../ui/pieces.tsx';
import { contradictionTexts } from './contradiction-texts.ts';

/** The field that carries what the leader has been asked about: a kind alone, and once more with each place after a space. */
export const agreedField = 'set-modsat';

type Props = { readonly contradictions: readonly Contradiction[] };

export function Contradictions({ contradictions, language }: Props & { readonly language: Language }): JSX.Element | null {
  const say = contradictionTexts(language);
  if (contradictions.length === 0) return null;
  return (
    <Alert tone="attention" heading={say('heading')}>
      <ul>
        {contradictions.map(({ kind, places }) => (
          <li key={kind}>{say(kind, { places: places.join(', '), count: places.length, most: guidelineForShieldedUnit })}</li>
        ))}
      </ul>
      <p>{say('ask')}</p>
    </Alert>
  );
}

/** Sent with the form that saves: these were read. */
export function AgreedFields({ contradictions }: Props): JSX.Element {
  return (
    <>
      {contradictions
        .flatMap(({ kind, places }) => [kind, ...places.map((place) => `${kind} ${place}`)])
        .map((value) => (
          <input key={value} type="hidden" name={agreedField} value={value} />
        ))}
    </>
  );
}

export function agreedIn(fields: Fields): readonly Contradiction[] {
  const sent = fields.all(agreedField);
  return contradictionKinds
    .filter((kind) => sent.includes(kind))
    .map((kind) => ({
      kind,
      places: sent.filter((value) => value.startsWith(`${kind} `)).map((value) => value.slice(kind.length + 1)),
    }));
}
