import { expect, test } from 'vitest';
import { asId } from '../../domain/id.ts';
import { rank, type RankingFacts } from '../../domain/placement/ranking.ts';
import { rankSentence } from './ranking-words.ts';

const facts: RankingFacts = {
  unit: asId<'unit'>('a'),
  name: 'Lyngborg, Lyng',
  comes: 0,
  moves: 0,
  warnings: 0,
  minutes: 20,
  qualification: null,
  freshness: 'fresh',
  beyondNeeds: 0,
};

function sentences(other: Partial<RankingFacts>, language: 'da' | 'en' = 'da'): readonly string[] {
  const units = [facts, { ...facts, ...other, unit: asId<'unit'>('b') }];
  return rank(units, (one) => one).map(({ position }) => rankSentence(position, language));
}

test('answers of different kinds stand as two sentences', () => {
  expect(sentences({ comes: 18 })).toEqual([
    'Nr. 1: kan komme på dagen. Den næste: kan komme 18 dage efter den ønskede dag.',
    'Nr. 2: kan komme 18 dage efter den ønskede dag. Den før: kan komme på dagen.',
  ]);
  expect(sentences({ comes: 'never' }, 'en')[0]).toBe('No. 1: can take her on the day. The next: has no place that meets her needs.');
});

test('capacity that nobody has confirmed is said by its name, and another reservation as one', () => {
  expect(sentences({ freshness: 'never-confirmed', warnings: 1 })).toEqual([
    'Nr. 1: kan komme på dagen, og kapaciteten er bekræftet; det er den ikke hos den næste.',
    'Nr. 2: kan komme på dagen, men ingen har bekræftet kapaciteten; det er den hos den før.',
  ]);
  expect(sentences({ warnings: 1 })[1]).toBe('Nr. 2: kan komme på dagen, med et forbehold, som den før ikke har.');
});
