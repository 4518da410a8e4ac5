import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../time.ts';
import { compareLines, type ListLine } from './duplicates.ts';
import {
  decideImport,
  decidePair,
  isOneWoman,
  isOpen,
  keepingDays,
  type KeptPair,
  type LineKey,
  mostKeptLines,
  municipalityNamed,
  pairsOf,
  womenOn,
} from './list-import.ts';

const today = day('2026-11-22');
const line = (number: number, fields: Partial<ListLine> = {}): ListLine => ({
  list: 'A',
  line: number,
  pseudonym: null,
  born: null,
  initials: null,
  municipality: null,
  dueDate: null,
  ...fields,
});
const asked = { title: 'Ambulatoriet', source: 'mail', year: '2026', keep: '90', lines: [line(2)], digest: 'x' };

describe('a list', () => {
  test('is taken in with a title, a source, a year and a time to be kept', () => {
    expect(decideImport(asked, [], today)).toEqual({ outcome: 'kept', year: 2026, forgetOn: '2027-02-20' });
    expect(decideImport({ ...asked, title: ' ' }, [], today).outcome).toBe('no-title');
    expect(decideImport({ ...asked, source: '' }, [], today).outcome).toBe('no-source');
    for (const year of ['', '26', '1989', '2028', '20 26']) expect(decideImport({ ...asked, year }, [], today).outcome).toBe('no-year');
    for (const year of ['1990', '2027']) expect(decideImport({ ...asked, year }, [], today).outcome).toBe('kept');
    for (const keep of ['', '0', '366', '900']) expect(decideImport({ ...asked, keep }, [], today).outcome).toBe('no-keeping');
    expect(Math.max(...keepingDays)).toBeLessThanOrEqual(365);
  });

  test('is not taken in twice, nor beyond what is kept at a time', () => {
    expect(decideImport(asked, [{ digest: 'x', title: 'Før', lines: 1 }], today)).toEqual({ outcome: 'already-there', title: 'Før' });
    expect(decideImport(asked, [{ digest: 'y', title: 'Før', lines: mostKeptLines - 1 }], today).outcome).toBe('kept');
    expect(decideImport(asked, [{ digest: 'y', title: 'Før', lines: mostKeptLines }], today).outcome).toBe('too-many');
  });

  test('names its municipality as people write it', () => {
    for (const said of ['Aalborg', 'aalborg kommune', '0851']) expect(municipalityNamed(said)).toBe('0851');
    for (const said of [null, '', 'Atlantis']) expect(municipalityNamed(said)).toBe('');
  });
});

describe('a pair', () => {
  const open: Pick<KeptPair, 'outcome' | 'decided'> = { outcome: 'perhaps', decided: null };

  test('is decided with an answer and a reason, and again only if it is another answer', () => {
    expect(decidePair(open, 'same', 'x')).toEqual({ outcome: 'decided', same: true });
    expect(decidePair({ decided: true }, 'not-same', 'x')).toEqual({ outcome: 'decided', same: false });
    expect(decidePair({ decided: true }, 'same', 'x')).toEqual({ outcome: 'as-before' });
    expect(decidePair(open, 'same', ' ')).toEqual({ outcome: 'no-reason' });
    expect(decidePair(open, 'ja', 'x')).toEqual({ outcome: 'no-answer' });
  });

  test('is one woman by the rule until a person says otherwise, and open only where neither has decided', () => {
    const all = (['same', 'perhaps'] as const).flatMap((outcome) => [null, true, false].map((decided) => ({ outcome, decided })));
    expect(all.map(isOneWoman)).toEqual([true, true, false, false, true, false]);
    expect(all.map(isOpen)).toEqual([false, false, false, true, false, false]);
  });

  test('is looked for among the new lines, and between them and those that are kept, each once', () => {
    const fields = fc.record({
      pseudonym: fc.constantFrom('k1', 'k2', null),
      born: fc.constantFrom('1990-01-01', '1991-01-01', null),
      initials: fc.constantFrom('AB', 'CD', null),
    });
    fc.assert(
      fc.property(fc.array(fields, { maxLength: 6 }), fc.array(fields, { maxLength: 6 }), (some, others) => {
        const kept = some.map((one, index) => line(index, one));
        const fresh = others.map((one, index) => line(100 + index, one));
        const found = pairsOf(fresh, kept).map(({ one, other }) => `${one.line} ${other.line}`);
        const all = [...kept, ...fresh];
        const expected = all.flatMap((one, index) =>
          all
            .slice(index + 1)
            .filter((other) => other.line >= 100 && compareLines(one, other) !== null)
            .map((other) => `${one.line} ${other.line}`),
        );
        expect(found.toSorted()).toEqual(expected.toSorted());
      }),
    );
  });
});

test('women are the lines that can be walked between by pairs that are one woman, whatever the order', () => {
  const lines: readonly LineKey[] = Array.from({ length: 7 }, (_, index) => ({ import: index % 2 === 0 ? 'a' : 'b', line: index }));
  const pairFor = fc.record({
    one: fc.constantFrom(...lines),
    other: fc.constantFrom(...lines),
    outcome: fc.constantFrom('same' as const, 'perhaps' as const),
    decided: fc.constantFrom(null, true, false),
  });
  let contradictions = 0;
  fc.assert(
    fc.property(fc.array(pairFor, { maxLength: 8 }), fc.nat(), (pairs, turn) => {
      const reach = (holds: (pair: KeptPair) => boolean): readonly (readonly boolean[])[] => {
        const near = lines.map((one) => lines.map((other) => one === other));
        for (const pair of pairs.filter(holds)) {
          const [left, right] = [lines.indexOf(pair.one), lines.indexOf(pair.other)];
          const [from, back] = [near[left], near[right]];
          if (from && back) from[right] = back[left] = true;
        }
        for (const middle of lines.keys())
          for (const from of near)
            if (from[middle]) for (const to of lines.keys()) from[to] = from[to] === true || near[middle]?.[to] === true;
        return near;
      };
      const groups = (near: readonly (readonly boolean[])[]): number => new Set(near.map((row) => JSON.stringify(row))).size;
      const certain = reach(isOneWoman);
      const { womanOf, women, least, contradicted } = womenOn(lines, pairs);
      for (const [index, one] of lines.entries())
        for (const [next, other] of lines.entries()) expect(womanOf(one) === womanOf(other)).toBe(certain[index]?.[next]);
      expect(women).toBe(groups(certain));
      expect(least).toBe(groups(reach((pair) => isOneWoman(pair) || isOpen(pair))));
      expect(contradicted).toEqual(
        pairs.filter(({ one, other, decided }) => decided === false && certain[lines.indexOf(one)]?.[lines.indexOf(other)]),
      );
      contradictions += contradicted.length;
      const turned = [...pairs.slice(turn % 8), ...pairs.slice(0, turn % 8)];
      expect(lines.map(womenOn(lines, turned).womanOf)).toEqual(lines.map(womanOf));
    }),
    { numRuns: 300 },
  );
  expect(contradictions).toBeGreaterThan(10);
});
