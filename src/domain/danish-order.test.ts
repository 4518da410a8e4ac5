import { expect, test } from 'vitest';
import { municipalities } from './geography/municipalities.ts';
import { compareNames, inDanishOrder } from './danish-order.ts';

test('names stand in Danish order, Å last and «Aa» with it, and numbers by their size', () => {
  const names = ['Ågården', 'Aalborg', 'Zonen', 'Ørsted', 'Ærø', 'Bakken', 'Åhuset', 'Odense', 'Plads 10', 'Plads 9'];
  expect(inDanishOrder(names, (name) => name)).toEqual([
    'Bakken',
    'Odense',
    'Plads 9',
    'Plads 10',
    'Zonen',
    'Ærø',
    'Ørsted',
    'Ågården',
    'Åhuset',
    'Aalborg',
  ]);
  expect(compareNames('Å', 'Z')).toBeGreaterThan(0);
  expect(inDanishOrder(municipalities, ({ name }) => name).at(0)?.name).toBe('Albertslund');
  expect(
    inDanishOrder(municipalities, ({ name }) => name)
      .slice(-2)
      .map(({ name }) => name),
  ).toEqual(['Aalborg', 'Aarhus']);
});
