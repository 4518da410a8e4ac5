import { expect, test } from 'vitest';
import { languages } from '../ui/language.ts';
import { reasonsHeading } from './answer-words.ts';

const need = { kind: 'need', property: 'partner', offered: 'nowhere' } as const;

test('where any one thing gone is enough, the sentence says that one is enough, and not that each stands in the way', () => {
  const of = (gone: 'each' | 'together', count: 1 | 2): readonly string[] =>
    languages.map((language) =>
      reasonsHeading({ outcome: 'explained', gone, blockers: Array.from({ length: count }, () => need) }, language),
    );

  expect(of('each', 2)).toEqual([
    'Det er nok, at én af disse ting falder væk, så kan hun komme:',
    'It is enough that one of these things falls away; then she can come:',
  ]);
  expect(of('together', 2)).toEqual([
    'Hun kan først komme, når alt dette er faldet væk:',
    'She can come only when all of these things have fallen away:',
  ]);
  expect(of('each', 1)).toEqual(['Det eneste, der står i vejen:', 'The only thing in the way:']);
});
