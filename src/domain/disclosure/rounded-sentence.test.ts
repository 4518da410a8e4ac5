import { expect, test } from 'vitest';
import { roundedSentence } from './rounded-sentence.ts';

test('a rounded table says how far a number can lie from the true one, why where it is further, and what it is unfit for', () => {
  const nearest = roundedSentence({ rounding: { base: 5, steps: 0 } }, 'da');
  expect(nearest).toContain(
    'Alle tal er afrundet til et helt antal gange 5. Et 0 kan være et lille tal. Et tal kan ligge op til 4 fra det rigtige.',
  );
  // The difference of two numbers is off by both: what the rule alone says, whatever the counts are.
  expect(nearest).toContain('Forskellen mellem to tal kan være op til 8 forkert.');
  expect(nearest).toContain('kan de derfor ikke bruges til at vise fordeling mellem steder, udvikling over årene eller');
  expect(nearest).toContain('står der 5 ét sted og 0 alle andre');
  expect(roundedSentence({ rounding: { base: 5, steps: 1 } }, 'da')).toContain('Et tal kan ligge op til 9 fra det rigtige: det nærmeste');
  expect(roundedSentence({ rounding: { base: 3, steps: 2 } }, 'en')).toContain('A number can lie up to 8 from the true one');
  expect(roundedSentence({ rounding: null }, 'da')).toBe('');
});
