import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDelimited } from '../../estimation/delimited-text.ts';
import { costLines, type ReadCostLines } from './cost-lines.ts';

function read(text: string): ReadCostLines {
  const delimited = readDelimited(text);
  if ('problem' in delimited) throw new Error(delimited.problem.sentence);
  return costLines(delimited.rows);
}

const lines = fc.array(
  fc.record({
    pathway: fc.constantFrom('med', 'uden', 'a b'),
    from: fc.integer({ min: -3, max: 300 }).map((quarter) => quarter / 4),
    length: fc.integer({ min: 1, max: 40 }).map((quarter) => quarter / 4),
    perYear: fc.integer({ min: -9_999_999, max: 9_999_999 }).map((ore) => ore / 100),
  }),
);

describe('a table of costs', () => {
  test('says the same with a comma as with a point, with Danish names as with English, and with its columns in another order', () => {
    fc.assert(
      fc.property(lines, (written) => {
        const wanted = written.map(({ pathway, from, length, perYear }) => ({ pathway, from, to: from + length, perYear }));
        const comma = (value: number): string => `${value}`.replace('.', ',');
        const english = ['pathway,from,to,per_year', ...wanted.map((one) => [one.pathway, one.from, one.to, one.perYear].join(','))];
        const danish = [
          'Pr_år;fra;til;forløb',
          ...wanted.map((one) => [comma(one.perYear), comma(one.from), comma(one.to), one.pathway].join(';')),
        ];
        for (const text of [english, danish]) expect(read(text.join('\r\n'))).toEqual({ outcome: 'read', lines: wanted });
      }),
    );
  });

  test('reads an amount as money is written, and no other column so', () => {
    const amount = (text: string) => read(`forløb;fra;til;pr_år\nmed;0;1;${text}\n`);
    for (const text of ['150 000', '150\u00A0000', '150\u202F000', '150.000,00', '150,000.00', '150000'])
      expect(amount(text)).toMatchObject({ outcome: 'read', lines: [{ perYear: 150_000 }] });
    expect(amount('-1.150.000,5')).toMatchObject({ lines: [{ perYear: -1_150_000.5 }] });
    // What can be read in two ways, and what is grouped wrongly, is still refused.
    for (const text of ['150.000', '150,000', '15 00', '1.50.000,00', '150 000 kr', '1,5.0'])
      expect(amount(text)).toMatchObject({ outcome: 'refused' });
    expect(read('forløb;fra;til;pr_år\nmed;1 000;2 000;1\n')).toMatchObject({ outcome: 'refused' });
  });

  test('is empty without lines', () => {
    for (const text of ['', '\n\n', 'pathway,from,to,per_year\n']) expect(read(text)).toEqual({ outcome: 'read', lines: [] });
  });

  test('names every line that cannot be read, and takes none of it', () => {
    const text = 'forløb;fra;til;pr_år\nmed;0;1;100\n;0;1;mange\nmed;2;1;1.000\nmed;0;1\n';
    expect(read(text)).toMatchObject({
      outcome: 'refused',
      problems: [
        { line: 3, column: 1, code: 'no-name' },
        { line: 3, column: 4, code: 'not-a-number', about: { text: 'mange' }, sentence: '“mange” is not a number.' },
        { line: 4, column: 4, code: 'thousands' },
        { line: 4, column: 3, code: 'backwards' },
        { line: 5, column: 3, code: 'fields', about: { fields: 3 } },
      ],
    });
    // Of a line with too few cells or too many, all that cannot be right is named too; what a moved cell may have made is not.
    expect(read('forløb;fra;til;pr_år\n;to;1\nmed;;1;100;000\nmed;5;1,000\nmed;0;;9\n')).toMatchObject({
      outcome: 'refused',
      problems: [
        { line: 2, column: 3, code: 'fields' },
        { line: 2, column: 1, code: 'no-name' },
        { line: 2, column: 2, code: 'not-a-number', about: { text: 'to' } },
        { line: 3, column: 5, code: 'fields', about: { fields: 5 } },
        { line: 3, column: 2, code: 'empty' },
        { line: 4, column: 3, code: 'fields' },
        { line: 5, column: 3, code: 'empty' },
      ],
    });
    expect(read('forløb;alder;til;pr_år\n')).toMatchObject({ problems: [{ line: 1, column: 2, code: 'columns' }] });
  });
});
