import { describe, expect, test } from 'vitest';
import type { TabulatedFigure } from '../../domain/numbers/tabulate.ts';
import { day, moment } from '../../domain/time.ts';
import { cameOtherwise, type Own, questions, sentence, type Years } from './own-sentence.ts';

const figure = (id: string, value: number, cases = value): TabulatedFigure => ({
  id,
  value,
  definition: { id, edition: 'x', text: '' },
  source: '',
  period: '',
  asOf: day('2026-11-22'),
  at: moment('2026-11-22T09:00:00Z'),
  place: 'syddanmark',
  part: null,
  cases,
  fewest: cases,
});

/** Each figure's number this year and last; with `cases` a mean of so many. */
function own(numbers: Readonly<Record<string, readonly [now: number | null, before: number | null, cases?: number]>>): Own {
  return new Map(
    Object.entries(numbers).map(([id, [now, before, cases]]): [string, Years] => [
      id,
      { now: now === null ? undefined : figure(id, now, cases), before: before === null ? undefined : figure(id, before, cases) },
    ]),
  );
}

const years = [2025, 2026] as const;

describe('one’s own numbers in words', () => {
  test('say how many were decided on, as one says none, one and more', () => {
    const of = (now: number, before: number): string =>
      sentence('treatment', own({ 'decided-any': [now, before], 'decided-residential': [1, 0] }), years, 'da');
    expect(of(3, 1)).toBe(
      'I 2026 er der truffet afgørelse om behandling til 3 kvinder, heraf 1 om døgn. Hele 2025 var det én kvinde, heraf 0 om døgn.',
    );
    expect(of(0, 12)).toContain('behandling til ingen kvinder, heraf');
    expect(sentence('treatment', own({}), years, 'en')).toBe(
      'In 2026 treatment has been decided for no women, of these 0 residential. In the whole of 2025 it was no women, of these 0 residential.',
    );
  });

  test('follow the way from need to arrival, and say when nobody had the need', () => {
    const numbers = own({ 'cascade-need': [4, 0], 'cascade-offered': [3, 0], 'cascade-accepted': [2, 0], 'cascade-admitted': [1, 0] });
    expect(sentence('acceptance', numbers, years, 'da')).toBe(
      'Af 4 kvinder med vurderet behov for døgn i 2026 har 3 fået det tilbudt, 2 har sagt ja, og 1 er kommet. I 2025 er der ikke vurderet behov for døgn hos nogen.',
    );
    expect(sentence('acceptance', numbers, years, 'en')).toContain('In 2025 no need of residence has been assessed for anybody.');
  });

  test('say why nobody came of a year that a week of admission is said of: her need was assessed the year before', () => {
    const of = (admitted: number, cases: number): readonly string[] =>
      cameOtherwise(own({ 'cascade-admitted': [admitted, 0], 'gestation-at-admission': [33.43, null, cases] }), years, 'da');
    expect(of(0, 1)).toEqual([
      'Graviditetsugen ved indskrivning i 2026 er af ét forløb, hvor hun kom i 2026. «Kom i døgn» siger 0, fordi den kun tæller dem, hvis behov også blev vurderet i 2026.',
    ]);
    expect(of(2, 2)).toEqual([]);
    expect(cameOtherwise(own({ 'cascade-admitted': [0, 0] }), years, 'da')).toEqual([]);
  });

  test('say how long they waited, of how many that is, and when nobody came', () => {
    const of = (wait: number | null, cases: number): string =>
      sentence('waits', own({ 'wait-need-to-admission': [wait, null, cases] }), years, 'da');
    expect(of(8.6, 3)).toBe(
      'I 2026 gik der i gennemsnit 9 dage fra behovet for døgn blev vurderet, til hun kom. Det er 3 kvinder. Af dem, hvis behov blev vurderet i 2025, er ingen kommet.',
    );
    expect(of(1, 1)).toContain('i gennemsnit én dag fra behovet');
    expect(of(1, 1)).toContain('Det er kun én kvinde.');
    expect(of(null, 0)).toBe(
      'Af dem, hvis behov blev vurderet i 2026, er ingen kommet. Af dem, hvis behov blev vurderet i 2025, er ingen kommet.',
    );
    expect(sentence('waits', own({ 'wait-need-to-admission': [1, 20, 1] }), years, 'en')).toBe(
      'In 2026 it took one day on average from the need of residence was assessed until she came. That is one woman only. In 2025 it took 20 days on average from the need of residence was assessed until she came. That is one woman only.',
    );
  });

  test('each rest on figures that there are', () => {
    expect(Object.values(questions).flat().length).toBeGreaterThan(9);
  });
});
