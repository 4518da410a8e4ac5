/** What nobody has said of her that units have rules about: asked once, on top of the answers, since it is no unit's fault. */
import type { JSX } from 'react';
import type { RankedUnit } from '../../domain/placement/search.ts';
import { askedOfHer } from '../../domain/placement/situation.ts';
import type { Language } from '../ui/language.ts';
import { Alert } from '../ui/pieces.tsx';
import { answerTexts } from './answer-texts.ts';

type Props = { readonly ranked: readonly RankedUnit[]; readonly language: Language };

export function AskOfHer({ ranked, language }: Props): JSX.Element | null {
  const warnings = ranked.flatMap(({ answer }) => ('warnings' in answer ? answer.warnings : []));
  const open = askedOfHer.flatMap((asked) => {
    const count = warnings.filter((warning) => warning === asked).length;
    return count > 0 ? [{ asked, count }] : [];
  });
  if (open.length === 0) return null;
  return (
    <Alert tone="notice">
      {open.map(({ asked, count }) => (
        <p key={asked}>{answerTexts(language)(`ask.${asked}`, { count })}</p>
      ))}
    </Alert>
  );
}
