import fc from 'fast-check';
import { expect, test } from 'vitest';
import '../../test/chance.ts';
import { orderedJson } from './ordered-json.ts';

/** The same value with every object's fields the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, one]) => [name, turned(one)]),
  );
}

test('is the same text for the same content in any order of fields, and JSON of that content', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(orderedJson(turned(value))).toBe(orderedJson(value));
      expect(JSON.parse(orderedJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('keeps the order of a list, and tells other content apart', () => {
  expect(orderedJson({ b: [2, 1], a: null })).toBe('{"a":null,"b":[2,1]}');
  expect(orderedJson([1, 2])).not.toBe(orderedJson([2, 1]));
});
