import { expect, test } from 'vitest';
import { languages } from '../ui/language.ts';
import { testPlace } from '../../../test/provision.ts';
import { day } from '../../domain/time.ts';
import type { Blocker } from '../../domain/placement/blockers.ts';
import { blockerSentence, reasonSentences, reasonsHeading } from './answer-words.ts';

const need = { kind: 'need', property: 'partner', offered: 'not-then' } as const;
const missing = { kind: 'need', property: 'substitution-treatment', offered: 'nowhere' } as const;
const unit = { places: [testPlace('a')] };

test('where any one thing gone is enough, the sentence says that one is enough, and not that each stands in the way', () => {
  const of = (gone: 'each' | 'together', count: 1 | 2): readonly string[] =>
    languages.map((language) =>
      reasonsHeading({ outcome: 'explained', gone, blockers: Array.from({ length: count }, () => need) }, unit, true, language),
    );

  expect(of('each', 2)).toEqual([
    'Det er nok, at én af disse ting falder væk, så kan hun komme:',
    'It is enough that one of these things falls away; then she can come:',
  ]);
  expect(of('together', 2)).toEqual([
    'Hun kan først komme, når alt dette er faldet væk:',
    'She can come only when all of these things have fallen away:',
  ]);
  expect(of('each', 1)).toEqual(['Falder dette væk, kan hun komme:', 'When this falls away, she can come:']);
});

test('that something falls away is never said of what time does not remove: a competence that no place has', () => {
  const of = (gone: 'each' | 'together', ...blockers: readonly Blocker[]): readonly string[] => {
    const explanation = { outcome: 'explained', gone, blockers } as const;
    const comes = blockers.some((blocker) => blocker !== missing);
    return [reasonsHeading(explanation, unit, comes, 'da'), ...reasonSentences(explanation, unit, comes, 'da')];
  };
  const told = 'Ingen plads i afdelingen har substitutionsbehandling.';
  const other = 'Hun har brug for rum til en partner, og som det er nu, kan hun ikke få de pladser, der har det.';
  expect(of('together', missing, need)).toEqual([
    'Alt dette står i vejen, og noget af det falder ikke væk med tiden:',
    `${told} Det falder ikke væk med tiden.`,
    other,
  ]);
  expect(of('each', missing, need)).toEqual([
    'Det er nok, at én af disse ting falder væk, så kan hun komme:',
    `${told} Det falder ikke væk med tiden.`,
    other,
  ]);
  expect(of('together', missing, missing)).toEqual([
    'Alt dette står i vejen, og som afdelingen er nu, hjælper det ikke at vente:',
    told,
    told,
  ]);
  expect(of('each', missing)).toEqual([
    'Bliver dette anderledes, kan hun komme, men som afdelingen er nu, hjælper det ikke at vente:',
    told,
  ]);
  expect(of('each', missing, missing)[0]).toBe('Det er nok, at én af disse ting bliver anderledes, men at vente er ikke nok:');
});

test('a closed place is named with exactly its nights, and whether another place takes her then', () => {
  const closure = { from: day('2026-12-12'), to: day('2026-12-19'), reason: 'nyt gulv' };
  const closed = { kind: 'closed', place: testPlace('a'), closure } as const;
  const of = (elsewhere: boolean): readonly string[] =>
    languages.map((language) => blockerSentence({ ...closed, elsewhere }, true, language).replaceAll(/\s/gu, ' '));
  expect(of(false)).toEqual([
    'Plads a er lukket 12.–18. december 2026: nyt gulv. Som det er nu, kan ingen anden plads i afdelingen tage hende de nætter.',
    'Plads a is closed 12 – 18 December 2026: nyt gulv. As it is now, no other place in the unit can take her on those nights.',
  ]);
  expect(of(true)).toEqual([
    'Plads a er lukket 12.–18. december 2026: nyt gulv. Afdelingen har plads til hende de nætter, men ikke sammen med resten af opholdet.',
    'Plads a is closed 12 – 18 December 2026: nyt gulv. The unit has a place for her on those nights, but not together with the rest of her stay.',
  ]);
  expect(blockerSentence(closed, true, 'da')).toBe('Plads a er lukket 12.–18. december 2026: nyt gulv.');
});
