import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFrequencies } from './frequency-table.ts';
import { combinationName, exactCounts, overlapTableText, readOverlapTable } from './overlap-table.ts';

/** The counts of a file, or where and why it is refused. */
function read(text: string): readonly number[] | null | string {
  const answer = readOverlapTable(text);
  if (answer.outcome === 'read') return exactCounts(answer.table);
  const { line, column, sentence } = answer.problem;
  return `${line}:${column} ${sentence}`;
}

describe('an overlap table', () => {
  test('is read with comma, semicolon or the tabs of copied cells, quotes, any line ends, a byte order mark and a line that names the separator', () => {
    expect(read('A\tB\tcount\r\n1\t0\t5\r\n0\t1\t"6"\r\n1\t1\t7\r\n')).toEqual([0, 5, 6, 7]);
    expect(read('\uFEFF# said\r\nsep=;\r\nA;B;count\r\n1;0;5\r\n0;1;6\r\n1;1;7\r\n')).toEqual([0, 5, 6, 7]);
    expect(read(' A , "B\tC" , count\n 1 ,0, 5\n0 , 1,6\n1,1 ,7 \n')).toEqual([0, 5, 6, 7]);
    expect(read('A,B,count\n1,0,5\n0,1,6\n1,1,7\n')).toEqual([0, 5, 6, 7]);
    expect(read('\uFEFF"A";"B; or so";count\r\n"1";0;5\r\n\r\n1;1;"7"')).toEqual([0, 5, 0, 7]);
  });

  test('is the same table whatever order its lines have', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(['1,0,0,4', '0,1,0,5', '0,0,1,6', '1,1,0,7', '1,1,1,8'], { minLength: 5 }), (lines) => {
        expect(read(`A,B,C,count\n${lines.join('\n')}\n`)).toEqual([0, 4, 5, 7, 6, 0, 0, 8]);
      }),
    );
  });

  test('tells which combinations have no line, so that nobody takes them for counted', () => {
    fc.assert(
      fc.property(fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }), (given) => {
        const lines = given.map((cell) => `${cell & 1},${(cell >> 1) & 1},${cell >> 2},0`);
        const answer = readOverlapTable(`A,B,C,count\n${lines.join('\n')}\n`);
        const missing = [1, 2, 3, 4, 5, 6, 7].filter((cell) => !given.includes(cell));
        expect(answer.outcome === 'read' ? answer.notGiven : answer).toEqual(missing);
      }),
    );
    expect([1, 5, 7].map((cell) => combinationName(['A', 'B', 'C'], cell))).toEqual(['A', 'A+C', 'A+B+C']);
  });

  test('is the same when it is written and read again', () => {
    const name = fc.string({ unit: fc.constantFrom('A', 'b', '"', ',', ';', 'å'), minLength: 1, maxLength: 4 });
    const cell = fc.tuple(fc.nat(99), fc.nat(9)).map(([low, more]) => ({ low, high: low + more }));
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 2, maxLength: 3 }), fc.array(cell, { minLength: 7, maxLength: 7 }), (lists, counts) => {
        const table = { lists, cells: [{ low: 0, high: 0 }, ...counts.slice(0, 2 ** lists.length - 1)] };
        expect(readOverlapTable(overlapTableText(table))).toEqual({ outcome: 'read', table, notGiven: [] });
      }),
    );
  });

  test('may hold counts that are intervals', () => {
    const answer = readOverlapTable(
      '"# Skriv 1 til 4; aldrig navne";;\n# 0 = nej, 1 = ja\nA;B;Antal\n1;0;0 to 1460\n0;1;83\n1;1;1 til 4\n',
    );
    expect(answer).toEqual(readOverlapTable('A,B,count\n1,0,0-1460\n0,1,83\n1,1,1-4\n'));
    expect(answer.outcome === 'read' ? answer.table.cells.slice(1) : answer).toEqual([
      { low: 0, high: 1460 },
      { low: 83, high: 83 },
      { low: 1, high: 4 },
    ]);
  });

  test('takes an interval in the quotes that the page itself writes it with', () => {
    const plain = readOverlapTable('A,B,count\n1,0,1-4\n0,1,1 til 4\n1,1,7\n');
    expect(plain.outcome).toBe('read');
    for (const quote of ['«»', '»«', '“”', '””', "''"])
      expect(
        readOverlapTable(`A,B,count\n1,0,${quote[0]}1-4${quote[1]}\n0,1,${quote[0]}1 til 4${quote[1]}\n1,1,${quote[0]}7${quote[1]}\n`),
      ).toEqual(plain);
    expect(readOverlapTable('A,B,count\n1,0,«1-4\n').outcome).toBe('refused');
  });

  test('is refused with all that is wrong in it, at most ten, in the order of the file', () => {
    const places = (text: string): readonly string[] => {
      const answer = readOverlapTable(text);
      return answer.outcome === 'refused' ? answer.problems.map(({ line, column, code }) => `${line}:${column} ${code}`) : [];
    };
    expect(places('A,B,count\n1,x,y\n0,1\n1,1,7\n1,1,8\n0,0,3\n0,1,\n')).toEqual([
      '2:2 not-a-mark',
      '2:3 not-a-count',
      '3:2 fields',
      '5:1 twice',
      '6:3 unseen',
      '7:3 no-count',
    ]);
    expect(places(`A,B,count\n${Array.from({ length: 30 }, () => '1,0,x').join('\n')}\n`)).toHaveLength(10);
  });

  test.each([
    ['', '1:1 The file is empty.'],
    ['A,B,count\n\n', '2:1 There is a header and no line of counts under it.'],
    ['A,B,count\n1,0,6000000000\n0,1,6000000000\n', '3:3 The counts add up to more than 10000000000 persons.'],
    ['A,B,count\n1,0,0-99999999999999999999\n', '2:3 The counts add up to more than 10000000000 persons.'],
    ['sep=;\nA;B;count\n1;x;5\n', '3:2 “x” is neither 0 nor 1.'],
    ['A,B,count\n1,0,"5";\n', '2:3 After the closing quote stands “;”.'],
    ['A,B,n\n', '1:3 The last column is called “n”; it has to be “count”.'],
    ['count\n3\n', '1:1 There is no list before the column “count”.'],
    ['A,A,count\n', '1:2 Two lists are called “A”.'],
    ['A,,count\n', '1:2 A list has no name.'],
    ['a,b,c,d,e,f,g,h,i,j,count\n', '1:11 There are 10 lists; at most 9 can be read.'],
    ['A,B,count\n1,2,5\n', '2:2 “2” is neither 0 nor 1.'],
    ['A,B,count\n1,0,-5\n', '2:3 “-5” is not a count such as 7, 1-4 or 0-25.'],
    ['A,B,count\n1,0,2.5\n', '2:3 “2.5” is not a count such as 7, 1-4 or 0-25.'],
    ['A,B,count\n1,0,01-apr\n', '2:3 “01-apr” looks like a day that a spreadsheet has made of an interval: write “1 to 4” instead of 1-4.'],
    ['A,B,count\n1,0,Jan-04\n', '2:3 “Jan-04” looks like a day that a spreadsheet has made of an interval: write “1 to 4” instead of 1-4.'],
    [
      'A,B,count\n1,0,01-04-2026\n',
      '2:3 “01-04-2026” looks like a day that a spreadsheet has made of an interval: write “1 to 4” instead of 1-4.',
    ],
    ['# Kun antal; ingen navne\n\nA;B;antal\n1;0;x\n', '4:3 “x” is not a count such as 7, 1-4 or 0-25.'],
    ['A;B;antal\n1;0;1.200\n', '2:3 “1.200” has something between its thousands: write 1200.'],
    ['A,B,count\n1,0,0-1.460\n', '2:3 “0-1.460” has something between its thousands: write 0-1460.'],
    ['A,B,count\n1,0,1 200 300\n', '2:3 “1 200 300” has something between its thousands: write 1200300.'],
    ['A;B;antal\n1;0;1,200\n', '2:3 “1,200” has a comma in it: write 1200 if its thousands are meant. A count of persons has no decimals.'],
    [
      'A,B,count\n1,0,"1,200"\n',
      '2:3 “1,200” has a comma in it: write 1200 if its thousands are meant. A count of persons has no decimals.',
    ],
    [
      'A;B;antal\n1;0;0-1,460\n',
      '2:3 “0-1,460” has a comma in it: write 0-1460 if its thousands are meant. A count of persons has no decimals.',
    ],
    [
      'A,B,count\n1,0,1,200\n',
      '2:3 The line has 4 fields; the header has 3. “1,200” is read as several fields: write 1200 if its thousands are meant.',
    ],
    ['A;B;antal\n1;0;1;200\n', '2:3 The line has 4 fields; the header has 3.'],
    ['A,B,count\n1,0,1,20\n', '2:3 The line has 4 fields; the header has 3.'],
    ['A;B;antal\n1;0;1,20\n', '2:3 “1,20” is not a count such as 7, 1-4 or 0-25.'],
    ['A;B;antal\n1;0;1,200.5\n', '2:3 “1,200.5” is not a count such as 7, 1-4 or 0-25.'],
    ['A,B,count\n1,0,1.20\n', '2:3 “1.20” is not a count such as 7, 1-4 or 0-25.'],
    ['A,B,count\n1,0,1.200.30\n', '2:3 “1.200.30” is not a count such as 7, 1-4 or 0-25.'],
    ['A,B,count\n1,0,<1\n', '2:3 “<1” is not a count such as 7, 1-4 or 0-25.'],
    ['A,B,count\n1,0,4-1\n', '2:3 “4-1” is not a count such as 7, 1-4 or 0-25.'],
    ['A,B,count\n1,0\n', '2:2 The line has 2 fields; the header has 3.'],
    ['A,B,count\n1,0,5\n\n1,0,6\n', '4:1 The same combination stands on line 2.'],
    ['A,B,count\n0,0,5\n', '2:3 The persons who are on no list cannot be counted; leave the line out.'],
    ['A,B,count\n1,0,"5\n', '2:3 A quote is opened and not closed.'],
    ['A,B,count\n1,0,\n', '2:3 The count is missing: write 0 where there is nobody.'],
  ])('is refused with line and column: %j', (text, problem) => {
    expect(read(text)).toBe(problem);
  });

  test.each(['<5', '‹5', '‹5›', '«<5»', '≤4', '<= 4', 'under 5', 'Højst 4', 'fewer than 5'])(
    'tells how a count that is known only as %s is written, and takes it so',
    (text) => {
      expect(read(`A,B,count\n1,0,${text}\n`)).toBe(
        `2:3 “${text}” says only that the count is small. Write the least and the most that it can be: “0 to 4”, or “1 to 4” where somebody is known to be there.`,
      );
      for (const written of ['0 to 4', '1 to 4', '0 til 4', '1 til 4'])
        expect(readOverlapTable(`A,B,count\n1,0,${written}\n`).outcome).toBe('read');
    },
  );

  test('of how many times each was seen is told of a thousand with a stop in it too', () => {
    const answer = readFrequencies('times;count\n1;1.200\n');
    expect(answer.outcome === 'refused' ? answer.problem : answer).toMatchObject({ line: 2, column: 2, code: 'separated-thousands' });
    const comma = readFrequencies('times;count\n1;1,200\n');
    expect(comma.outcome === 'refused' ? comma.problem : comma).toMatchObject({ code: 'comma-thousands', about: { plain: '1200' } });
  });

  test('never falls over, whatever the text is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('0', '1', '-', ',', ';', '"', '\n', '\r', 'count', 'A', ' ') }), (text) => {
        expect(['read', 'refused']).toContain(readOverlapTable(text).outcome);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a table of how often each person was seen', () => {
  test('is read with its gaps', () => {
    expect(readFrequencies('times\tcount\n1\t3\n')).toMatchObject({ frequencies: [0, 3] });
    expect(readFrequencies('times,count\n1,10\n4,2\n')).toEqual({ outcome: 'read', frequencies: [0, 10, 0, 0, 2] });
  });

  test.each([
    ['times;n\n', 1, 1],
    ['times,count\n', 2, 1],
    ['times,count\n1,9000000000\n2,9000000000\n', 3, 2],
    ['times,count\n0,4\n', 2, 1],
    ['times,count\n1,x\n', 2, 2],
    ['times,count\n1,4\n1,5\n', 3, 1],
    ['times,count\n1\n', 2, 1],
  ])('is refused with line and column: %j', (text, line, column) => {
    expect(readFrequencies(text)).toMatchObject({ outcome: 'refused', problem: { line, column } });
  });
});
