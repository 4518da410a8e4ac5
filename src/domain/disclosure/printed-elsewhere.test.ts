import { beforeAll, expect, test } from 'vitest';
import { polishFor } from '../../../test/count-tables.ts';
import { loadSolver } from '../../compute/solver.ts';
import { answers2019 } from '../call/answers-2019.ts';
import { codesInWords } from '../call/attacked-cell.ts';
import { knownToEverybody } from '../call/known-numbers.ts';
import { municipalTable } from '../call/municipal-table.ts';
import { matterOf } from '../call/package.ts';
import { call2019 } from '../call/packages/2019-gravide.ts';
import { cutTable } from '../call/table-cut.ts';
import type { Solver } from '../linear-problem.ts';
import { nothingBeside } from './beside.ts';
import { namesOf } from './count-table.ts';
import { printedElsewhere } from './printed-elsewhere.ts';
import { decideRelease } from './release.ts';
import { auditRelease } from './release-audit.ts';

const finest = municipalTable(call2019, answers2019);
const table = cutTable(finest, { places: 'region', years: 'each', treatments: 'apart' });
const known = knownToEverybody(call2019);
const matter = matterOf(call2019);

/** The table by region as it would be released, made once: it is attacked while it is made. */
let one: ReturnType<typeof regions>;
let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
  one = regions();
});

function regions() {
  const terms = { threshold: 5, zeros: 'hide', protect: 'exact' } as const;
  const request = {
    matter,
    table,
    finest,
    method: 'suppression',
    terms,
    base: 5,
    digest: 'new',
    seconds: 20,
    mayPolish: polishFor(1),
    known,
  } as const;
  const made = decideRelease(request, [], solver, () => 'go on');
  if (made.outcome !== 'released') throw new Error(made.outcome);
  return { id: '1', release: { matter, table: made.published, terms: made.terms, beside: nothingBeside } };
}

test('every number that the audit opens of a release is named, with the document that has printed it', () => {
  const { table: published, terms } = one.release;
  const audit = auditRelease('plain', { table: published, terms, truth: null }, solver, () => 'go on');
  if (audit.outcome !== 'audited') throw new Error(audit.outcome);
  const opened = audit.opened.map(({ cell }) => codesInWords(namesOf(published.layout, cell)));
  expect(opened).toContain('Region Syddanmark, 2017, døgn');
  const { cells, sources } = printedElsewhere(one, [], known);
  const named = cells.map(codesInWords);
  for (const cell of opened) expect(named).toContain(cell);
  expect(sources.join(' ')).toMatch(/Syddanmark/);
  // Only what stands in the documents or follows from them and the table: no other hidden number of a region that has printed nothing.
  expect(named.filter((cell) => /Hovedstaden|Sjælland|Midtjylland/.test(cell))).toEqual([]);
});

test('a document that no counts agree with helps nobody, number by number; an earlier release does', () => {
  const [first] = known;
  if (!first) throw new Error('the call has documents');
  const wrong = {
    ...first,
    id: 'wrong',
    source: 'A misprint',
    told: [{ cell: { kommune: 'syddanmark', år: '2017', behandling: 'døgn' }, least: 9, most: 9 }],
    counted: [],
  };
  const { cells, sources } = printedElsewhere(one, [], [...known, wrong]);
  expect(cells).toEqual(printedElsewhere(one, [], known).cells);
  expect(sources).not.toContain('A misprint');
  expect(printedElsewhere(one, [], []).releases).toEqual([]);
  const open = { ...one, id: '0', release: { ...one.release, table: { layout: table.layout, published: table.counts } } };
  const by = printedElsewhere(one, [open], []);
  expect(by.releases).toEqual(['0']);
  expect(by.cells.length).toBe(one.release.table.published.filter((value) => value === null).length);
});
