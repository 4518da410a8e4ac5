import fc from 'fast-check';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import '../../../test/chance.ts';
import { catalogue, languages } from './language.ts';

const texts = {
  plain: 'Ledig',
  one: '{name} har en plads',
  two: '{day}: {count} af {of}',
  quoted: "'{'{name}'}' og '<b>'{of}'</b>' ''",
  plural: '{count, plural, one {# plads} other {# pladser}} i {name}',
  picked: '{name, select, hun {hende} other {{name}}}',
  number: 'ca. {count, number} km',
} as const;
const keys = Object.keys(texts) as readonly (keyof typeof texts)[];

describe('a text with values', () => {
  test('says what its message format says, in both languages and for any values', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...languages),
        fc.constantFrom(...keys),
        fc.record({
          name: fc.oneof(fc.string(), fc.constant('hun'), fc.constant('')),
          day: fc.string(),
          count: fc.integer({ min: -2, max: 12_345 }),
          of: fc.oneof(fc.nat(), fc.double({ noNaN: true })),
        }),
        (language, key, values) => {
          const said = catalogue(texts, texts)(language)(key, values);

          expect(said).toBe(String(new IntlMessageFormat(texts[key], language).format(values)));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('names the value that is missing', () => {
    expect(() => catalogue(texts, texts)('da')('two', { day: 'mandag', count: 1 })).toThrow(/"of" was not provided/);
  });
});
