import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../time.ts';
import { compareLines, findDuplicates, type ListLine } from './duplicates.ts';
import { listColumns, mostListNames, readLists } from './list-file.ts';

const line = (number: number, more: Partial<ListLine> = {}): ListLine => ({
  list: 'A',
  line: number,
  pseudonym: null,
  born: null,
  initials: null,
  municipality: null,
  dueDate: null,
  ...more,
});
const her = { born: day('1994-03-02'), initials: 'MK', municipality: 'aalborg', dueDate: day('2026-12-01') };

describe('two lines', () => {
  test('are one woman when enough agrees, also when she has moved or the term was moved a little', () => {
    expect(compareLines(line(1, her), line(2, { ...her, list: 'B' }))?.outcome).toBe('same');
    expect(compareLines(line(1, her), line(2, { ...her, municipality: 'odense' }))).toMatchObject({
      outcome: 'same',
      differs: ['municipality'],
    });
    expect(compareLines(line(1, her), line(2, { ...her, dueDate: day('2026-12-08') }))?.differs).toEqual([]);
    expect(compareLines(line(1, her), line(2, { ...her, dueDate: day('2026-12-09') }))?.differs).toEqual(['dueDate']);
  });

  test('may be one when little is known, and are two when they differ', () => {
    expect(
      compareLines(line(1, { initials: 'MK', municipality: 'aalborg' }), line(2, { initials: 'MK', municipality: 'aalborg' }))?.outcome,
    ).toBe('perhaps');
    expect(compareLines(line(1, her), line(2, { ...her, born: day('1990-01-01') }))?.outcome).not.toBe('same');
    expect(compareLines(line(1), line(2))).toBeNull();
    expect(compareLines(line(1, { municipality: 'aalborg' }), line(2, { municipality: 'aalborg' }))).toBeNull();
  });

  test('are decided by the pseudonym where both have one', () => {
    expect(compareLines(line(1, { pseudonym: 'x' }), line(2, { pseudonym: 'x' }))).toMatchObject({ outcome: 'same', weight: Infinity });
    expect(compareLines(line(1, { ...her, pseudonym: 'x' }), line(2, { ...her, pseudonym: 'y' }))).toBeNull();
    expect(compareLines(line(1, { pseudonym: 'x' }), line(2, { list: 'B', pseudonym: 'x' }))?.outcome).toBe('same');
    expect(compareLines(line(1, { ...her, pseudonym: 'x' }), line(2, her))?.outcome).toBe('same');
  });
});

test('keys that differ on two lists say nothing for or against: a person looks, however much else agrees', () => {
  const odense = line(1, { ...her, list: 'Odense', pseudonym: 'O-1' });
  const found = compareLines(odense, line(2, { ...her, list: 'Svendborg', pseudonym: 'S-1', dueDate: day('2026-12-04') }));
  expect(found).toMatchObject({ outcome: 'perhaps', agrees: ['born', 'initials', 'municipality', 'dueDate'] });
  // Neither for: what too little else agrees on is two women still.
  expect(compareLines(odense, line(2, { list: 'Svendborg', pseudonym: 'S-1', municipality: 'aalborg' }))).toBeNull();
  expect(findDuplicates([odense, line(2, { ...her, list: 'Svendborg', pseudonym: 'S-1' })]).women).toEqual({ least: 1, most: 2 });
});

const lineFor = fc.record({
  list: fc.constantFrom('A', 'B', 'C'),
  pseudonym: fc.constantFrom('x', 'y', null),
  born: fc.constantFrom(day('1994-03-02'), day('1990-01-01'), null),
  initials: fc.constantFrom('MK', 'AB', null),
  municipality: fc.constantFrom('aalborg', 'odense', null),
  dueDate: fc.constantFrom(day('2026-12-01'), day('2026-12-05'), null),
});

describe('lists', () => {
  test('are put together as walking from line to line does', () => {
    let perhaps = 0;
    fc.assert(
      fc.property(fc.array(lineFor, { maxLength: 9 }), (found) => {
        const lines = found.map((one, index) => ({ ...one, line: index + 1 }));
        const { women, overlaps, pairs } = findDuplicates(lines);
        perhaps += pairs.filter(({ outcome }) => outcome === 'perhaps').length;
        const count = (outcomes: readonly string[]): number => {
          const seen = new Set<ListLine>();
          let groups = 0;
          for (const start of lines) {
            if (seen.has(start)) continue;
            groups += 1;
            const open = [start];
            for (let next = open.pop(); next; next = open.pop()) {
              const here = next;
              seen.add(here);
              open.push(
                ...lines.filter(
                  (other) => other !== here && !seen.has(other) && outcomes.includes(compareLines(here, other)?.outcome ?? 'two'),
                ),
              );
            }
          }
          return groups;
        };
        expect(women).toEqual({ least: count(['same', 'perhaps']), most: count(['same']) });
        expect(overlaps.reduce((sum, one) => sum + one.women, 0)).toBe(women.most);
      }),
    );
    expect(perhaps).toBeGreaterThan(20);
  });

  test('are read with their head in any order, and a line that cannot be read is named', () => {
    const read = readLists('Født;liste;initialer\n1994-03-02;SMDB;m.k.\n;NAB;AB\n\n');
    expect(read).toMatchObject({
      outcome: 'read',
      lines: [
        { list: 'SMDB', line: 2, born: '1994-03-02', initials: 'MK' },
        { list: 'NAB', line: 3, born: null },
      ],
    });
    const wrong = (line: number, column: string | null, problem: string, written = ''): unknown => ({
      outcome: 'problems',
      problems: [{ line, column, problem, written }],
    });
    // As Danes write days.
    for (const written of ['02-03-1994', '2/3/1994', '2.3.1994', '1994-03-02'])
      expect(readLists(`liste;født;termin\nA;${written};${written}`)).toMatchObject({
        outcome: 'read',
        lines: [{ born: '1994-03-02', dueDate: '1994-03-02' }],
      });
    for (const written of ['31-02-1994', '2/3/94', '3/13/1994', '2-3/1994'])
      expect(readLists(`liste;født\nA;${written}`)).toEqual(wrong(2, 'født', 'not-a-day', written));
    expect(readLists('liste,født\nA,1994-02-30')).toEqual(wrong(2, 'født', 'not-a-day', '1994-02-30'));
    expect(readLists('navn;liste\nx;A')).toEqual(wrong(1, 'navn', 'no-head', 'navn'));
    expect(readLists('liste;født\n;1994-03-02')).toEqual(wrong(2, 'liste', 'no-list'));
    expect(readLists('liste;født\nA;1994-03-02;mere')).toEqual(wrong(2, '3', 'too-many-fields', 'mere'));
    expect(readLists('  \n')).toEqual(wrong(1, null, 'empty'));
    expect(readLists(`liste\n${'A\n'.repeat(1001)}`)).toEqual(wrong(1002, null, 'too-many'));
    // All that is wrong is told at once, each with its line and column.
    expect(readLists('liste;født;termin\n;i går;2026-12-01\nA;1994-03-02;snart')).toEqual({
      outcome: 'problems',
      problems: [
        { line: 2, column: 'liste', problem: 'no-list', written: '' },
        { line: 2, column: 'født', problem: 'not-a-day', written: 'i går' },
        { line: 3, column: 'termin', problem: 'not-a-day', written: 'snart' },
      ],
    });
  });

  test('are not read with what could be a CPR number in any column, and it is not repeated', () => {
    for (const column of listColumns) {
      const [head, row] = column === 'liste' ? ['liste', '010190-1234'] : [`liste;${column}`, 'A;set hos 010190 1234'];
      const read = readLists(`${head}\n${row}`);
      expect(read, column).toMatchObject({ outcome: 'problems', problems: [{ line: 2, column, problem: 'is-a-cpr', written: '' }] });
      expect(JSON.stringify(read)).not.toContain('1234');
    }
    for (const text of ['liste;født\nA;1994-03-02;010190-1234', '010190-1234;A', 'liste;010190-1234\nA;x'])
      expect(JSON.stringify(readLists(text)), text).toMatch(/^(?!.*1234).*is-a-cpr/);
  });

  test('are not read with so many names of lists that the columns must be swapped', () => {
    const named = (count: number) =>
      readLists(`liste\n${Array.from({ length: count }, (_, index) => `Navn ${index}\nNavn ${index}`).join('\n')}`);
    expect(named(mostListNames).outcome).toBe('read');
    expect(named(mostListNames + 1)).toEqual({
      outcome: 'problems',
      problems: [{ line: 2 * mostListNames + 2, column: 'liste', problem: 'too-many-names', written: '' }],
    });
  });
});
