/** What each legal basis decides, in words, beside the choice of it: nobody has to know the numbers by heart. */
import type { JSX } from 'react';
import { legalBasisIds, legalBasisText } from '../../domain/legal-basis.ts';
import type { Language } from '../ui/language.ts';
import { Pairs } from '../ui/pieces.tsx';
import { stayTexts } from './stay-texts.ts';
import { consequencesOf } from './stay-words.ts';

/** The one that was decided stands open; the others are folded. */
export function Consequences({ chosen, language }: { readonly chosen: string; readonly language: Language }): JSX.Element {
  const say = stayTexts(language);
  return (
    <section aria-labelledby="hjemmel-afgoer">
      <p id="hjemmel-afgoer">
        <strong>{say('consequences')}</strong>
      </p>
      {legalBasisIds.map((id) => (
        <details key={id} open={id === chosen}>
          <summary>{legalBasisText(id)}</summary>
          <Pairs pairs={consequencesOf(id, language)} />
        </details>
      ))}
    </section>
  );
}
