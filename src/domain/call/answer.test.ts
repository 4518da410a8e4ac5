import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asId } from '../id.ts';
import { day } from '../time.ts';
import { type AnswerContext, mostWomenPerYear, parseAnswer, type RawAnswer } from './answer.ts';
import { problemSentence } from './answer-problem.ts';

const context: AnswerContext = {
  package: { id: asId<'call'>('opdigtet'), years: [2017, 2018, 2019] },
  municipality: asId<'municipality'>('0999'),
  answeredOn: day('2020-05-29'),
  mostPerYear: 40,
};

function raw(any: readonly string[], residential: readonly string[], answeredBy = 'Opdigtet Kontakt'): RawAnswer {
  const question = (texts: readonly string[]): { readonly years: readonly string[]; readonly total: string } => ({
    years: texts.slice(0, 3),
    total: texts[3] ?? '',
  });
  return { counts: { any: question(any), residential: question(residential) }, answeredBy };
}

function sentences(answer: RawAnswer, language: 'da' | 'en' = 'da'): readonly string[] {
  const outcome = parseAnswer(answer, context);
  return outcome.outcome === 'refused' ? outcome.problems.map((problem) => problemSentence(problem, language)) : [];
}

const fine = ['2', '2', '2', '6'];

describe('an answer to a call', () => {
  test('is accepted when the parts add up and residential is within any', () => {
    expect(parseAnswer(raw(fine, ['1', ' 0 ', '2', '3']), context)).toMatchObject({
      outcome: 'accepted',
      answer: { counts: { any: { counts: [2, 2, 2] }, residential: { counts: [1, 0, 2], origin: 'municipality' } } },
    });
  });

  test('is refused when the parts do not add up, with the numbers that clash', () => {
    expect(sentences(raw(['2', '2', '2', '5'], ['0', '0', '0', '0']))).toEqual([
      'Behandling i alt, i alt for årene: 2 + 2 + 2 er 6, men der står 5.',
    ]);
    expect(sentences(raw(['2', '2', '2', '5'], ['0', '0', '0', '0']), 'en')).toEqual([
      'Treatment in all, the years together: 2 + 2 + 2 is 6, but it says 5.',
    ]);
  });

  test('is refused for every wrong number at once, and says what and where', () => {
    expect(sentences(raw(['to', '2,5', '-1', ''], ['0', '0', '999', '41'], ' '))).toEqual([
      'Behandling i alt, 2017: «to» er ikke et tal. Skriv et helt tal, fx 0 eller 2.',
      'Behandling i alt, 2018: «2,5» er ikke et helt tal. Kvinder tælles i hele tal.',
      'Behandling i alt, 2019: «-1» er mindre end 0. Skriv 0, hvis der ingen var.',
      'Behandling i alt, i alt for årene: tallet mangler. Skriv 0, hvis der ingen var.',
      'Heraf døgnbehandling, 2019: 999 er flere, end kommunen kan have haft. Det største tal, der kan skrives, er 40.',
      'Besvaret af: skriv, hvem der svarer for kommunen.',
    ]);
  });

  test('is refused when it holds more years than the call asks about, rather than read in part', () => {
    const four = { years: ['2', '2', '2', '0'], total: '6' };
    const outcome = parseAnswer({ counts: { any: four, residential: four }, answeredBy: 'Opdigtet Kontakt' }, context);
    expect(outcome).toMatchObject({
      outcome: 'refused',
      problems: [{ code: 'too-many-years', given: 4, asked: 3 }, { code: 'too-many-years' }],
    });
  });

  test('is refused when more women have residential treatment than treatment at all', () => {
    expect(sentences(raw(['1', '0', '0', '1'], ['1', '1', '0', '2']))).toEqual([
      'Heraf døgnbehandling, 2018: der står 1 til døgnbehandling, men kun 0 til behandling i alt. Døgnbehandling er en del af tallet i alt.',
    ]);
  });

  test('takes digits and nothing else for a number', () => {
    for (const written of ['1e1', '0x2', '1.000', '٣', '２', '1 2', '+2', 'NaN', 'Infinity', '½', '−2', '– 2']) {
      expect(sentences(raw([written, '0', '0', '0'], ['0', '0', '0', '0'])).length, written).toBeGreaterThan(0);
    }
  });

  test('has room for a tenth of the births, and always for ten', () => {
    expect(mostWomenPerYear(9748.7)).toBe(975);
    expect(mostWomenPerYear(8.7)).toBe(10);
  });

  test('is accepted exactly when a plain reading finds nothing wrong', () => {
    const text = fc.oneof(fc.integer({ min: -3, max: 60 }).map(String), fc.constantFrom('', 'x', '2.5', ' 3 '));
    const near = fc
      .tuple(text, text, text, fc.integer({ min: -1, max: 1 }))
      .map(([a, b, c, off]) => [a, b, c, `${Number(a) + Number(b) + Number(c) + off}`]);
    fc.assert(
      fc.property(near, near, (any, residential) => {
        const outcome = parseAnswer(raw(any, residential), context);
        expect(outcome.outcome === 'accepted').toBe(isPlainlyRight(any, residential));
      }),
      { numRuns: 2000 },
    );
  });
});

/** The rule once more, as simply as it can be said. */
function isPlainlyRight(any: readonly string[], residential: readonly string[]): boolean {
  const whole = (text: string): boolean => String(Number.parseInt(text, 10)) === text.trim() && Number(text) >= 0;
  const within = (texts: readonly string[]): boolean =>
    texts.every(whole) && texts.slice(0, 3).every((text) => Number(text) <= 40) && Number(texts[3]) <= 120;
  const adds = ([a, b, c, total]: readonly string[]): boolean => Number(a) + Number(b) + Number(c) === Number(total);
  return (
    within(any) &&
    within(residential) &&
    adds(any) &&
    adds(residential) &&
    [0, 1, 2].every((year) => Number(residential[year]) <= Number(any[year]))
  );
}
