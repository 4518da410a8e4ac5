import { describe, expect, test } from 'vitest';
import { asId } from '../../domain/id.ts';
import { rank, type RankingFacts, type RankingPosition } from '../../domain/placement/ranking.ts';
import { rankComparison, rankFacts, rankSentence } from './ranking-words.ts';

const facts: RankingFacts = {
  unit: asId<'unit'>('a'),
  name: 'Lyngborg, Lyng',
  comes: 0,
  moves: 0,
  warnings: 0,
  asksOfHer: false,
  minutes: 20,
  qualification: null,
  freshness: 'fresh',
  beyondNeeds: 0,
};

function positions(other: Partial<RankingFacts>): readonly RankingPosition[] {
  const units = [facts, { ...facts, name: 'Åsen, Åsen', ...other, unit: asId<'unit'>('b') }];
  return rank(units, (one) => one).map(({ position }) => position);
}

const sentences = (other: Partial<RankingFacts>, language: 'da' | 'en' = 'da'): readonly string[] =>
  positions(other).map((position) => rankSentence(position, language));

describe('the sentence of a unit', () => {
  test.each([
    [{ comes: 18 }, 'kan komme på dagen.', 'kan komme 18 dage efter den ønskede dag.'],
    [{ minutes: 90 }, 'kan komme på dagen, ca. 20 min. i bil.', 'kan komme på dagen, ca. 1 time 30 min. i bil.'],
    [{ moves: 1 }, 'kan komme på dagen, ingen flyttes.', 'kan komme på dagen, kræver én flytning.'],
    [
      { freshness: 'never-confirmed', warnings: 1 },
      'kan komme på dagen, uden forbehold.',
      'kan komme på dagen, men ingen har bekræftet kapaciteten.',
    ],
    [
      { freshness: 'old', warnings: 1 },
      'kan komme på dagen, uden forbehold.',
      'kan komme på dagen, med ét forbehold, og ring først: kapaciteten er ikke bekræftet det seneste døgn.',
    ],
    [{ warnings: 1 }, 'kan komme på dagen, uden forbehold.', 'kan komme på dagen, med ét forbehold.'],
    [{}, 'kan komme på dagen, ellers ens, så alfabetisk.', 'kan komme på dagen, ellers ens, så alfabetisk.'],
  ] as const)('says its own with what decided, and nothing of another: %j', (other, first, second) => {
    expect(sentences(other)).toEqual([`Nr. 1: ${first}`, `Nr. 2: ${second}`]);
    for (const sentence of sentences(other)) expect(sentence).not.toMatch(/Lyngborg|Åsen|den før|den næste/);
  });

  test('has the same in English', () => {
    expect(sentences({ comes: 'never' }, 'en')).toEqual(['No. 1: can take her on the day.', 'No. 2: has no place that meets her needs.']);
  });
});

test.each([
  [{}, 'uden forbehold'],
  [{ freshness: 'old' }, 'ring først: kapaciteten er ikke bekræftet det seneste døgn'],
  [{ freshness: 'old', asksOfHer: true }, 'ring først: kapaciteten er ikke bekræftet det seneste døgn, og noget om hende skal oplyses'],
  [{ freshness: 'never-confirmed', warnings: 1 }, 'men ingen har bekræftet kapaciteten'],
  [{ asksOfHer: true }, 'uden andet forbehold end det, der skal oplyses om hende'],
  [{ comes: 'none-within' }, 'forbehold er ikke undersøgt, når hun ikke kan komme på dagen'],
] as const)('what is said of the reservations follows the freshness and what is to be asked: %j', (own, says) => {
  const [only] = rank([{ ...facts, ...own }], (one) => one);
  expect(only && rankFacts(only.position, 'da').find(({ term }) => term === 'Forbehold')?.says).toBe(says);
});

describe('behind it', () => {
  test('stands against whom it was decided, by name and number', () => {
    expect(positions({ minutes: 95 }).map((position) => rankComparison(position, 'da'))).toEqual([
      'Afgjort mod nr. 2, Åsen, Åsen: 1 time 15 min. nærmere end den anden.',
      'Afgjort mod nr. 1, Lyngborg, Lyng: 1 time 15 min. længere væk end den anden.',
    ]);
    expect(rankComparison(positions({ comes: 18 })[1] as RankingPosition, 'da')).toBe(
      'Afgjort mod nr. 1, Lyngborg, Lyng: her: kan komme 18 dage efter den ønskede dag; dér: kan komme på dagen.',
    );
    const [only] = rank([facts], (one) => one);
    expect(only && rankComparison(only.position, 'da')).toBe('Der er ingen anden afdeling at sammenligne med.');
  });

  test('stands what each criterion says, in the order they are asked, and the one that decided', () => {
    const [, second] = positions({ qualification: { met: 1, of: 4 }, moves: 2 });
    const shown = second ? rankFacts(second, 'da') : [];
    expect(shown.map(({ term }) => term)).toEqual([
      'Dagen',
      'Flytninger',
      'Forbehold',
      'Rejsetid',
      'Screeningsmodellen',
      'Kapaciteten',
      'Pladsen',
    ]);
    expect(shown.filter(({ decides }) => decides).map(({ says }) => says)).toEqual(['kræver 2 flytninger']);
    expect(shown.every(({ says }) => says !== '')).toBe(true);
  });
});
