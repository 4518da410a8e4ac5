import { describe, expect, test } from 'vitest';
import { asId } from '../id.ts';
import type { Figure } from '../numbers/figure.ts';
import { day } from '../time.ts';
import { completenessOf, publicWriter, publishPeriod } from './publishable.ts';

function figure(id: string, value: Figure['value']): Figure {
  const definition = { id: 'opdigtet', edition: 'opdigtet/2020', text: 'Opdigtet.' };
  return { id, value, definition, source: 'Opdigtet kilde', period: '2019', asOf: day('2020-10-15'), place: 'danmark' };
}

describe('what is published', () => {
  test('keeps definition and source where the value is hidden', () => {
    const part = (name: string, outer: number, inner: number): { readonly outer: Figure; readonly inner: Figure } => ({
      outer: figure(`${name}/outer`, outer),
      inner: figure(`${name}/inner`, inner),
    });
    const { parts, total } = publishPeriod({ parts: [part('a', 20, 8), part('b', 9, 3)], total: part('all', 29, 11) });
    expect(parts[1]?.inner).toEqual({ ...figure('b/inner', 3), value: { suppressed: true } });
    expect([parts[0]?.outer, parts[0]?.inner, total.inner].map((one) => one?.value)).toEqual([20, { suppressed: true }, 11]);
  });

  test('is refused as a bug where the total is not the sum', () => {
    const part = { outer: figure('a', 9), inner: figure('b', 9) };
    expect(() => publishPeriod({ parts: [part], total: { outer: figure('a', 10), inner: figure('b', 9) } })).toThrow('not the sum');
  });

  test('counts who has answered from the lists alone', () => {
    const asked = ['Alstrup', 'Bedsted'].map((name, index) => ({
      id: asId<'municipality'>(`000${index}`),
      name,
      region: 'nordjylland' as const,
      population: 1,
      women: 1,
      births: 1,
      point: [0, 0] as const,
    }));
    expect(completenessOf<'public'>(asked, new Set([asId<'municipality'>('0001')]))).toEqual({
      asked: 2,
      answered: 1,
      missing: ['Alstrup'],
    });
  });

  test('writes a day as it is said', () => {
    expect(publicWriter.day(day('2019-11-06'))).toBe('6. november 2019');
  });
});
