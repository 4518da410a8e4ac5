import { expect, test } from 'vitest';
import { longestToldLine, mostToldLines, toldAbove } from './told-lines.ts';

test('what stands above the table is kept in its order, without marks, quotes and the separators of a spreadsheet', () => {
  const text =
    '\uFEFF"# Listen «A»: SMDB, 2025; ""aktive""";;;\r\n# Skriv kun antal;;\r\n#;;\r\n"# Listen «B»: hvem?";trukket 1. februar af AB;\r\nA;B;antal\r\n# 1;1;4';
  expect(toldAbove(text, (line) => line === 'Skriv kun antal')).toEqual({
    outcome: 'told',
    lines: ['Listen «A»: SMDB, 2025; "aktive"', 'Listen «B»: hvem? trukket 1. februar af AB'],
  });
  expect(toldAbove('"# en, to; tre"\nA,B,count')).toEqual({ outcome: 'told', lines: ['en, to; tre'] });
  expect(toldAbove('A;B;antal\n1;1;4')).toEqual({ outcome: 'told', lines: [] });
  expect(toldAbove('# et\n\nsep=;\n# to\nA;B;antal')).toEqual({ outcome: 'told', lines: ['et', 'to'] });
});

test('a civil number in them is refused by its line and never repeated, and so is what is no definition any more', () => {
  expect(toldAbove('# et\n# trukket for 010190-1234\nA;B;antal')).toEqual({ outcome: 'cpr', line: 2 });
  expect(toldAbove(`# ${'x'.repeat(longestToldLine + 1)}`)).toEqual({ outcome: 'too-long', line: 1 });
  expect(toldAbove('# x\n'.repeat(mostToldLines + 1))).toEqual({ outcome: 'too-long', line: mostToldLines + 1 });
});
