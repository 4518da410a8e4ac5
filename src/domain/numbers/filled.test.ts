import { expect, test } from 'vitest';
import { filledSums, type FigureSum } from './evaluate.ts';

const nights = (municipality: string, part: string, total: number, year = 2026): FigureSum => ({
  year,
  municipality,
  part,
  cases: 1,
  total,
});

test('what is said to lie in two municipalities is one, nowhere: no night is counted twice', () => {
  const places = [nights('0461', 'Egely, A', 100), nights('0751', 'Egely, A', 300), nights('0751', 'Egely, B', 200)];
  const filling = [nights('0851', 'Egely, A', 40), nights('0101', 'Egely, A', 20), nights('0101', 'Egely, B', 50)];
  expect(filledSums(places, filling)).toEqual([
    { year: 2026, municipality: '0751', part: 'Egely, B', cases: 200, total: 50 },
    { year: 2026, municipality: '', part: 'Egely, A', cases: 400, total: 60 },
  ]);
});

test('of a year in which one of the name was open alone it lies there', () => {
  const places = [
    nights('0461', 'Egely, A', 100, 2025),
    nights('0461', 'Egely, A', 100),
    nights('0751', 'Egely, A', 0, 2025),
    nights('0751', 'Egely, A', 9),
  ];
  expect(
    filledSums(places, [nights('0851', 'Egely, A', 10, 2025)]).map(({ year, municipality, total }) => [year, municipality, total]),
  ).toEqual([
    [2025, '0461', 10],
    [2026, '', 0],
  ]);
});
