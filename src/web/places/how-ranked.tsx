/** The rule of the order in a few lines, folded away under the result. */
import type { JSX } from 'react';
import { rankingEdition, travelBandMinutes } from '../../domain/placement/ranking.ts';
import type { Language } from '../ui/language.ts';
import { rankingTexts } from './ranking-texts.ts';

export function HowRanked({ language }: { readonly language: Language }): JSX.Element {
  const say = rankingTexts(language);
  return (
    <details className="how-ranked">
      <summary>{say('howHeading')}</summary>
      <p>{say('how', { band: travelBandMinutes, edition: rankingEdition })}</p>
    </details>
  );
}
