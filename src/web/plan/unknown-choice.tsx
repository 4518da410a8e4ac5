/** What an address asks for and there is not (da: der spørges om noget, der ikke findes): said, with what is shown instead. */
import type { JSX } from 'react';
import { catalogue, type Language } from '../ui/language.ts';
import { Alert } from '../ui/pieces.tsx';

const texts = catalogue(
  { sentence: 'Adressen spørger om «{asked}» under «{field}», og det kan der ikke vælges. Her vises: {shown}.' },
  { sentence: 'The address asks for “{asked}” under “{field}”, which cannot be chosen. Shown here: {shown}.' },
);

/** Longer than any word that an address can ask for: the rest is not repeated. */
const longestRepeated = 60;

/** What was asked for in words, where it is none of those that can be; null where nothing was asked for, or it can be. */
export function unknownAsked(asked: unknown, known: readonly string[]): string | null {
  if (asked === undefined || asked === '') return null;
  const words = (Array.isArray(asked) ? asked : [asked]).map(String);
  const unknown = words.filter((word) => !known.includes(word));
  return unknown.length === 0 ? null : unknown.join(', ').slice(0, longestRepeated);
}

type Props = {
  /** Null where there is nothing to say. */
  readonly asked: string | null;
  /** What the choice is called on the page. */
  readonly field: string;
  readonly shown: string;
  readonly language: Language;
};

export function UnknownChoice({ asked, field, shown, language }: Props): JSX.Element | null {
  if (asked === null) return null;
  return <Alert tone="attention">{texts(language)('sentence', { asked, field, shown })}</Alert>;
}
