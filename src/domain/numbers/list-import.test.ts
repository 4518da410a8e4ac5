import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '../time.ts';
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
import { layLines, reachingFields } from './pair-search.ts';

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
    expect(decideImport({ ...asked, title: 'Om 010190-1234' }, [], today).outcome).toBe('cpr-in-title');
    expect(decideImport({ ...asked, source: 'fra 0101901234' }, [], today).outcome).toBe('cpr-in-source');
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
    expect(decidePair(open, 'same', 'hun er 010190-1234')).toEqual({ outcome: 'cpr-in-reason' });
    expect(decidePair(open, 'ja', 'x')).toEqual({ outcome: 'no-answer' });
  });

  test('is one woman by the rule until a person says otherwise, and open only where neither has decided', () => {
    const all = (['same', 'perhaps'] as const).flatMap((outcome) => [null, true, false].map((decided) => ({ outcome, decided })));
    expect(all.map(isOneWoman)).toEqual([true, true, false, false, true, false]);
    expect(all.map(isOpen)).toEqual([false, false, false, true, false, false]);
  });

  test('is looked for among the new lines, and between them and those that are kept, each once, as if all were compared with all', () => {
    const fields = fc.record({
      pseudonym: fc.constantFrom('k1', 'k2', null, null),
      born: fc.constantFrom('1990-01-01', '1991-01-01', null),
      initials: fc.constantFrom('AB', 'CD', null, null),
      municipality: fc.constantFrom('aalborg', 'odense', null),
      dueDate: fc.option(fc.integer({ min: -20, max: 20 }).map((days) => addDays(day('2000-01-01'), days))),
    });
    let byTermAlone = 0;
    fc.assert(
      fc.property(fc.array(fields, { maxLength: 8 }), fc.array(fields, { maxLength: 8 }), (some, others) => {
        const kept = some.map((one, index) => line(index, one));
        const fresh = others.map((one, index) => line(100 + index, one));
        const all = [...kept, ...fresh];
        const expected = fresh.flatMap((other) =>
          all.slice(0, all.indexOf(other)).flatMap((one) => {
            const pair = compareLines(one, other);
            return pair ? [{ one, other, pair }] : [];
          }),
        );
        expect(pairsOf(fresh, kept)).toEqual({ outcome: 'found', pairs: expected });
        byTermAlone += expected.filter(({ pair }) => pair.agrees.join() === 'municipality,dueDate').length;
      }),
      { numRuns: 500 },
    );
    expect(byTermAlone).toBeGreaterThan(20);
    expect(reachingFields).toEqual([['born'], ['initials'], ['municipality', 'dueDate']]);
  });

  test('is one of so many that somebody can look at each', () => {
    const alike = (count: number, fields: Partial<ListLine>) => Array.from({ length: count }, (_, index) => line(index, fields));
    // 63 lines with the same initials make 1,953 pairs, 64 make 2,016; 141 with the same key make 9,870, 142 make 10,011.
    for (const [fields, most, pairs] of [
      [{ initials: 'AB' }, 63, 1953],
      [{ pseudonym: 'k' }, 141, 9870],
    ] as const) {
      const found = pairsOf(alike(most, fields), []);
      expect(found.outcome === 'found' && found.pairs.length).toBe(pairs);
      expect(pairsOf(alike(most + 1, fields), [])).toEqual({ outcome: 'too-many-pairs' });
    }
  });

  test('is looked for among thousands without comparing each line with all', () => {
    const many = (count: number, salt: number) =>
      Array.from({ length: count }, (_, index) =>
        line(index, {
          born: `b${(index * 7919 + salt) % 9000}`,
          initials: `i${(index * 31 + salt) % 150}`,
          municipality: `m${index % 40}`,
        }),
      );
    const laid = layLines<ListLine>();
    for (const one of many(4000, 1)) laid.lay(one);
    const looked = many(1000, 2).reduce((sum, one) => sum + laid.near(one).length, 0);
    expect(looked).toBeGreaterThan(0);
    expect(looked).toBeLessThan(40_000);
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
