import { expect, test } from 'vitest';
import { municipalities, municipalityTitle } from './municipalities.ts';

test('a municipality is called by its full name, also the capital and the one that is called otherwise', () => {
  const titles = municipalities.map(({ id }) => municipalityTitle(id));
  const told = ['0101', '0400', '0820', '0480', '0851'].map((id) => municipalityTitle(id));
  expect(told).toEqual([
    'Københavns Kommune',
    'Bornholms Regionskommune',
    'Vesthimmerlands Kommune',
    'Nordfyns Kommune',
    'Aalborg Kommune',
  ]);
  expect(new Set(titles).size).toBe(98);
  for (const title of titles) expect(title).toMatch(/ (Kommune|Regionskommune)$/);
  expect(municipalityTitle('0000')).toBe('0000');
});
