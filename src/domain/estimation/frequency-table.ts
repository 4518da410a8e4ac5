/** How many persons were seen once, twice and so on, where it is not known on which lists: columns `times` and `count`. */
import { mostPersons, readDelimited, ungrouped, ungroupedCommas, wholeNumber } from './delimited-text.ts';
import { problemAt, type TableProblem, type TableProblemCode } from './table-problem.ts';

/** By number of times, from 1: index 0 is unused. */
export type Frequencies = readonly number[];

/** Reads the columns `times` and `count`. */
export function readFrequencies(
  text: string,
): { readonly outcome: 'read'; readonly frequencies: Frequencies } | { readonly outcome: 'refused'; readonly problem: TableProblem } {
  const refused = (line: number, column: number, code: TableProblemCode, about: TableProblem['about']) =>
    ({ outcome: 'refused', problem: problemAt({ line, column }, code, about) }) as const;
  const read = readDelimited(text);
  if ('problem' in read) return { outcome: 'refused', problem: read.problem };
  const [header, ...rows] = read.rows;
  const names = header?.map((field) => field.text.toLowerCase()).join(',');
  if (names !== 'times,count') return refused(1, 1, 'frequency-header', { text: names ?? '' });
  if (rows.length === 0) return refused((header?.[0]?.line ?? 1) + 1, 1, 'no-lines', {});
  const frequencies: number[] = [0];
  let persons = 0;
  for (const row of rows) {
    const [times, count] = row;
    const line = times?.line ?? 1;
    if (!times || !count || row.length !== 2) return refused(line, 1, 'fields', { fields: row.length, expected: 2 });
    const index = wholeNumber(times.text);
    const value = wholeNumber(count.text);
    if (index === null || index < 1 || index > 1_000_000) return refused(line, 1, 'not-times', { text: times.text });
    const plain = ungrouped(count.text);
    if (value === null && wholeNumber(plain) !== null) return refused(line, 2, 'separated-thousands', { text: count.text, plain });
    const whole = ungroupedCommas(count.text);
    if (value === null && wholeNumber(whole) !== null) return refused(line, 2, 'comma-thousands', { text: count.text, plain: whole });
    if (value === null) return refused(line, 2, 'not-a-whole-count', { text: count.text });
    if (frequencies[index] !== undefined) return refused(line, 1, 'times-twice', { times: index });
    frequencies[index] = value;
    persons += value;
    if (persons > mostPersons) return refused(line, 2, 'many-persons', { most: mostPersons });
  }
  return { outcome: 'read', frequencies: Array.from(frequencies, (value) => value ?? 0) };
}

/** From an overlap table's counts: how many persons are on exactly one list, two lists and so on. */
export function frequenciesOf(counts: readonly number[], lists: number): Frequencies {
  const frequencies = Array.from({ length: lists + 1 }, () => 0);
  for (const [cell, count] of counts.entries()) {
    let size = 0;
    for (let rest = cell; rest > 0; rest &= rest - 1) size += 1;
    if (size > 0) frequencies[size] = (frequencies[size] ?? 0) + count;
  }
  return frequencies;
}
