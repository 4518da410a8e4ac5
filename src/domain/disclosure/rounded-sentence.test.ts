import { expect, test } from 'vitest';
import { roundedSentence } from './rounded-sentence.ts';

test('a rounded table says how far a number can lie from the true one, why where it is further, and what it is unfit for', () => {
  const nearest = roundedSentence({ rounding: { base: 5, steps: 0 } }, 'da');
  expect(nearest).toContain(
    'Alle tal er afrundet til et helt antal gange 5. Et 0 kan være et lille tal. Et tal kan ligge op til 4 fra det rigtige.',
  );
  expect(nearest).toContain('kan de ikke bruges til at vise udvikling');
  expect(roundedSentence({ rounding: { base: 5, steps: 1 } }, 'da')).toContain('Et tal kan ligge op til 9 fra det rigtige: det nærmeste');
  expect(roundedSentence({ rounding: { base: 3, steps: 2 } }, 'en')).toContain('A number can lie up to 8 from the true one');
  expect(roundedSentence({ rounding: null }, 'da')).toBe('');
});
