import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unitNames } from './unit-names.ts';

test('a unit is called by its name, and by more only where another bears it too', () => {
  const names = unitNames([
    { id: 'a', name: 'Egely, Syd', municipality: '0461' },
    { id: 'b', name: 'Egely, Syd', municipality: '0751' },
    { id: 'c', name: 'Egely, Syd', municipality: '0751' },
    { id: 'd', name: 'Egely, Nord', municipality: '0751' },
  ]);
  expect([...names]).toEqual([
    ['a', 'Egely, Syd (Odense)'],
    ['b', 'Egely, Syd (Aarhus), b'],
    ['c', 'Egely, Syd (Aarhus), c'],
    ['d', 'Egely, Nord'],
  ]);
});

test('no two are called the same', () => {
  const unit = fc.record({ name: fc.constantFrom('A', 'B'), municipality: fc.constantFrom('0461', '0751', '0000') });
  fc.assert(
    fc.property(fc.array(unit), (units) => {
      const names = unitNames(units.map((one, index) => ({ id: `u${index}`, ...one })));
      expect(new Set(names.values()).size).toBe(units.length);
    }),
  );
});
