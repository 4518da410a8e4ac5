import { describe, expect, test } from 'vitest';
import { asId } from '../id.ts';
import type { Figure } from '../numbers/figure.ts';
import { day } from '../time.ts';
import { dimension } from '../../../test/count-tables.ts';
import { layoutOf } from './count-table.ts';
import { completenessOf, publicWriter, publishFigure, publishRelease } from './publishable.ts';

function figure(id: string, value: Figure['value']): Figure {
  const definition = { id: 'opdigtet', edition: 'opdigtet/2020', text: 'Opdigtet.' };
  return { id, value, definition, source: 'Opdigtet kilde', period: '2019', asOf: day('2020-10-15'), place: 'danmark' };
}

describe('what is published', () => {
  test('keeps definition and source where the value is hidden, and has the release’s number and never its own', () => {
    const layout = layoutOf([dimension('a', ['1', '2'])]);
    const terms = { threshold: 5, zeros: 'hide', protect: 'exact', rounding: null } as const;
    const decision = {
      outcome: 'released',
      published: { layout, published: [20, null, null] },
      terms,
      attacks: [],
      insteadOf: null,
    } as const;
    const release = publishRelease('call/x', decision);
    expect(publishFigure(figure('b', 3), release, 1)).toEqual({ ...figure('b', 3), value: { suppressed: true } });
    expect(publishFigure(figure('all', 19), release, 0).value).toBe(20);
    expect(publishFigure(figure('beyond', 3), release, 99).value).toEqual({ suppressed: true });
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
