/** Why a unit stands where it does: one short sentence, and the whole of it folded under a question. */
import type { JSX } from 'react';
import type { RankingPosition } from '../../domain/placement/ranking.ts';
import type { Language } from '../ui/language.ts';
import { rankComparison, rankFacts, rankSentence } from './ranking-words.ts';
import { rankingTexts } from './ranking-texts.ts';

export function WhyHere({ position, language }: { readonly position: RankingPosition; readonly language: Language }): JSX.Element {
  const say = rankingTexts(language);
  return (
    <>
      <p className="rank">{rankSentence(position, language)}</p>
      <details className="why-here">
        <summary>{say('why', { number: position.number })}</summary>
        <p>{rankComparison(position, language)}</p>
        <dl>
          {rankFacts(position, language).map(({ term, says, decides }) => (
            <div key={term} className={decides ? 'decides' : undefined}>
              <dt>{term}</dt>
              <dd>
                {says}
                {decides && <strong> ({say('decides')})</strong>}
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}
