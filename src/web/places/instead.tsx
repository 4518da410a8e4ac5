/** What can be done instead of what was refused; nothing where there is nothing. */
import type { JSX } from 'react';
import type { Language } from '../ui/language.ts';
import { Alert } from '../ui/pieces.tsx';
import { putRightTexts } from './put-right-texts.ts';

export function Instead({ ways, language }: { readonly ways: readonly string[]; readonly language: Language }): JSX.Element | null {
  if (ways.length === 0) return null;
  return (
    <Alert tone="attention" heading={putRightTexts(language)('instead')}>
      <ul>
        {ways.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Alert>
  );
}
