import { expect, test } from 'vitest';
import { municipality } from '../../geography/municipalities.ts';
import { placesOfBirth } from './places-of-birth.ts';

/** The towns as the regions write them, beside the codes: a code that is a digit off would be another town. */
const towns: readonly (readonly [hospital: RegExp, municipality: string])[] = [
  [/Rigshospitalet/, 'København'],
  [/Hvidovre/, 'Hvidovre'],
  [/Nordsjællands/, 'Hillerød'],
  [/Nykøbing F/, 'Guldborgsund'],
  [/Rønne/, 'Bornholm'],
  [/Gødstrup/, 'Herning'],
];

test('each place of birth lies in the municipality that its name says, and each municipality is named once', () => {
  expect(new Set(placesOfBirth.map(({ municipality: code }) => code)).size).toBe(placesOfBirth.length);
  expect(placesOfBirth.map(({ municipality: code }) => code)).toEqual(placesOfBirth.map(({ municipality: code }) => code).toSorted());
  for (const { hospital, municipality: code } of placesOfBirth) {
    const name = municipality(code)?.name ?? '';
    const expected = towns.find(([pattern]) => pattern.test(hospital))?.[1] ?? name;
    expect([hospital, name]).toEqual([hospital, expected]);
    if (!towns.some(([pattern]) => pattern.test(hospital))) expect(hospital).toContain(name.slice(0, 6));
  }
});
