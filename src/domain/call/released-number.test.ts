import { describe, expect, test } from 'vitest';
import { nothingBeside } from '../disclosure/beside.ts';
import { layoutOf, namesOf } from '../disclosure/count-table.ts';
import { makeDimension, totalCode } from '../disclosure/dimension.ts';
import { publishRelease } from '../disclosure/publishable.ts';
import { releasedSentence } from '../../reports/sayable-sentence.ts';
import { originOfAnswers } from './answer.ts';
import { type CitedRelease, releasedNumber } from './released-number.ts';

const years = [2018, 2019];
type Cell = Readonly<Record<string, string>>;
type Made = {
  readonly divided?: readonly string[];
  readonly base?: number;
  readonly absent?: (cell: Cell) => boolean;
};

/** A release that prints `valueOf` each cell, divided by these dimensions. */
function release(
  id: string,
  valueOf: (cell: Cell) => number | null,
  { divided = ['år', 'behandling'], base, absent }: Made = {},
): CitedRelease {
  const all = [['kommune', ['0461', '0851']] as const, ['år', years.map(String)] as const, ['behandling', ['døgn', 'anden']] as const];
  const layout = layoutOf(
    all
      .filter(([name]) => name === 'kommune' || divided.includes(name))
      .map(([name, codes]) => {
        const made = makeDimension(name, codes, []);
        if (made.outcome !== 'made') throw new Error('a dimension without lines is always made');
        return made.dimension;
      }),
  );
  const cells = Array.from({ length: layout.size }, (_, cell) => cell);
  const rounding = base === undefined ? null : { base, steps: 0 };
  const entry = {
    id,
    matter: 'x',
    kind: 'rounding' as const,
    digest: '',
    terms: { threshold: 5, zeros: 'hide' as const, protect: 'exact' as const, rounding },
    table: { layout, published: cells.map((cell) => valueOf(namesOf(layout, cell))) },
    beside: { ...nothingBeside, absent: cells.filter((cell) => absent?.(namesOf(layout, cell))) },
  };
  return { id, release: publishRelease('x', { outcome: 'frozen', entry }) };
}

const asked = { place: '0461', year: 2019, question: 'residential' } as const;
const isAsked = ({ kommune, år, behandling }: Cell): boolean => kommune === '0461' && år === '2019' && behandling === 'døgn';

describe('the number of a municipality that may be quoted', () => {
  test('is the cell of its own place, year and kind, with how it is rounded', () => {
    const one = release('3', (cell) => (isAsked(cell) ? 5 : 15), { base: 5 });
    const rounding = { base: 5, reach: 4 };
    expect(releasedNumber({ years, answers: 'real' }, [one], asked)).toEqual({
      outcome: 'printed',
      value: 5,
      rounding,
      years: [2019],
      release: '3',
    });
    expect(releasedNumber({ years, answers: 'real' }, [one], { ...asked, question: 'any' })).toMatchObject({ value: 15 });
    expect(releasedNumber({ years, answers: 'real' }, [one], { ...asked, place: '0851' })).toMatchObject({ value: 15 });
  });

  test('is none where nothing is released, where the place or the division is not there, and where the cell is no part of it', () => {
    const none = { outcome: 'not-released' };
    expect(releasedNumber({ years, answers: 'real' }, [], asked)).toEqual(none);
    expect(releasedNumber({ years, answers: 'real' }, [release('1', () => 5)], { ...asked, place: '0101' })).toEqual(none);
    expect(releasedNumber({ years, answers: 'real' }, [release('1', () => 5, { divided: ['år'] })], asked)).toEqual(none);
    expect(releasedNumber({ years, answers: 'real' }, [release('1', () => null, { absent: () => true })], asked)).toEqual(none);
  });

  test('is hidden where every release that has the cell hides it, and named by them', () => {
    const hides = (id: string): CitedRelease => release(id, (cell) => (isAsked(cell) || cell['år'] === totalCode ? null : 9));
    expect(releasedNumber({ years, answers: 'real' }, [hides('4'), hides('2')], asked)).toEqual({
      outcome: 'hidden',
      releases: ['4', '2'],
    });
    expect(releasedNumber({ years, answers: 'real' }, [hides('4'), release('2', () => 10, { base: 5 })], asked)).toMatchObject({
      outcome: 'printed',
      release: '2',
    });
  });

  test('is not quoted of answers that are made up or not known to be real, and what is hidden or not there is that all the same', () => {
    const prints = release('3', () => 5, { base: 5 });
    for (const answers of ['made-up', 'unseen'] as const) {
      expect(releasedNumber({ years, answers }, [prints], asked)).toEqual({ outcome: answers, releases: ['3'] });
      expect(releasedNumber({ years, answers }, [], asked)).toEqual({ outcome: 'not-released' });
      expect(releasedNumber({ years, answers }, [release('4', () => null)], asked)).toMatchObject({ outcome: 'hidden' });
    }
    expect([originOfAnswers([]), originOfAnswers(['document', 'municipality'])]).toEqual(['unseen', 'real']);
    expect(originOfAnswers(['municipality', 'made-up'])).toBe('made-up');
  });

  test('says how the call let count, as its question is defined', () => {
    const number = releasedNumber({ years, answers: 'real' }, [release('3', () => 7)], asked);
    const said = (ascertainment: 'manual-count' | 'register-linkage', tongue: 'da' | 'en'): string =>
      releasedSentence({ place: 'Odense', year: 2019, question: { id: 'residential', ascertainment } }, number, tongue);
    expect(said('manual-count', 'da')).toContain('talt ved optælling i kommunerne. Kilden er Samløb, udgivelse 3.');
    expect(said('register-linkage', 'da')).toContain('talt ved samkøring af registre. Kilden er Samløb, udgivelse 3.');
    expect(said('register-linkage', 'en')).toContain('counted by register linkage. The source is Samløb, release 3.');
  });

  test('is the years together only where the year alone is not printed, exact before rounded, and less rounded before more', () => {
    const together = release('7', () => 6, { divided: ['behandling'] });
    const alone = release('1', () => 10, { base: 10 });
    expect(releasedNumber({ years, answers: 'real' }, [together], asked)).toMatchObject({ value: 6, years });
    expect(releasedNumber({ years: [2019], answers: 'real' }, [together], asked)).toMatchObject({ value: 6, years: [2019] });
    expect(releasedNumber({ years, answers: 'real' }, [together, alone], asked)).toMatchObject({ value: 10, years: [2019] });
    expect(releasedNumber({ years, answers: 'real' }, [alone, release('2', () => 5, { base: 5 })], asked)).toMatchObject({
      value: 5,
      release: '2',
    });
    expect(releasedNumber({ years, answers: 'real' }, [alone, release('2', () => 7)], asked)).toMatchObject({ value: 7, rounding: null });
  });
});
