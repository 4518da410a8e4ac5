import { beforeAll, describe, expect, test } from 'vitest';
import { polishFor } from '../../../test/count-tables.ts';
import { loadSolver } from '../../compute/solver.ts';
import { namesOf } from '../disclosure/count-table.ts';
import { decideEdition, type EditionDecision, type EditionProposal } from '../disclosure/edition-release.ts';
import { attackTogether } from '../disclosure/joint-attack.ts';
import type { LedgerEntry, ReleaseKind, ReleaseMethod } from '../disclosure/refusal.ts';
import { decideRelease } from '../disclosure/release.ts';
import type { ReleaseDecision } from '../disclosure/release-request.ts';
import type { ZeroRule } from '../disclosure/terms.ts';
import type { Solver } from '../linear-problem.ts';
import { day } from '../time.ts';
import { answers2019 } from './answers-2019.ts';
import { codesInWords, placeOfCell } from './attacked-cell.ts';
import { municipalTable } from './municipal-table.ts';
import { numbersOf } from './numbers.ts';
import { call2019 } from './packages/2019-gravide.ts';
import { editionCell, editionRetreats, proposeEdition } from './report-release.ts';

let solver: Solver;
/** The report where nothing was released before, and the table where nothing was. */
let report: LedgerEntry;
let alone: LedgerEntry;
beforeAll(async () => {
  solver = await loadSolver();
  report = entryOf('report', edition([]));
  alone = entryOf('suppression', releaseTable('suppression', 'show', []));
}, 60_000);

const matter = 'call/2019-gravide';
const table = municipalTable(call2019, answers2019);
const numbers = numbersOf(call2019, answers2019, day('2020-10-15'));
const proposal = proposeEdition(numbers);
const retreats = editionRetreats(numbers, proposal);
const onward = (): 'go on' => 'go on';

function releaseTable(method: ReleaseMethod, zeros: ZeroRule, ledger: readonly LedgerEntry[]): ReleaseDecision {
  const terms = { threshold: 5, zeros, protect: 'exact' } as const;
  const request = { matter, table, method, terms, base: 5, digest: `${method}/${zeros}`, seconds: 20, mayPolish: polishFor(3) };
  return decideRelease(request, ledger, solver, onward);
}

function edition(ledger: readonly LedgerEntry[]): EditionDecision {
  return decideEdition({ matter, truth: table, proposal, retreats, digest: 'report' }, ledger, solver, onward);
}

function entryOf(kind: ReleaseKind, decision: ReleaseDecision | EditionDecision): LedgerEntry {
  if (decision.outcome !== 'released') throw new Error(decision.outcome);
  const { published, terms } = decision;
  const beside = 'beside' in decision ? { beside: decision.beside } : {};
  return { id: kind, matter, digest: kind, kind, table: { ...published }, terms, ...beside };
}

/** What the newcomer did: of women in all, as the report prints them, and those of other treatment, as the table prints them. */
function difference(report: EditionProposal['published'], of: LedgerEntry['table'], year: number): number | null {
  const any = report.published[editionCell(report.layout, 'syddanmark', year, 'any')] ?? null;
  const [place, years, treatment] = of.layout.dimensions;
  const width = (years?.codes.length ?? 0) * (treatment?.codes.length ?? 0);
  const cell = (place?.codes.indexOf('syddanmark') ?? 0) * width + (year + 1) * 3 + (treatment?.codes.indexOf('anden') ?? 0);
  const other = of.published[cell] ?? null;
  return any === null || other === null ? null : any - other;
}

const residential = (year: number): number => {
  const [place] = table.layout.dimensions;
  return table.counts[(place?.codes.indexOf('syddanmark') ?? 0) * 12 + (year + 1) * 3 + 1] ?? 0;
};

describe('the report and the table of one call', () => {
  test('give a small count away together, where each is safe by itself', () => {
    expect(difference(proposal.published, alone.table, 0)).toBe(residential(0));
    expect(residential(0)).toBeGreaterThan(0);
    expect(residential(0)).toBeLessThan(5);
  });

  test('are refused together when the report stands first, with cell and attack named', () => {
    const refused = releaseTable('suppression', 'show', [report]);
    expect(refused).toMatchObject({ outcome: 'refused', why: { reason: 'opened', attacker: 'plain', with: ['report'] } });
    if (refused.outcome !== 'refused' || refused.why.reason !== 'opened') throw new Error('not opened');
    expect(codesInWords(namesOf(table.layout, refused.why.opened.cell))).toMatch(/^(Region|Hele|hele|[A-ZÆØÅ]).*, 20(17|18|19), døgn$/);
  });

  test('stand together where the table is made around what the report has printed', () => {
    const around = releaseTable('suppression', 'hide', [report]);
    if (around.outcome !== 'released') throw new Error(around.outcome);
    expect(around.insteadOf).toMatchObject({ reason: 'opened', attacker: 'plain' });
    for (const year of [0, 1, 2]) expect(difference(report.table, around.published, year)).toBeNull();
    const rounded = releaseTable('rounding', 'show', [report]);
    expect(rounded.outcome).toBe('released');
  });

  test('when the table stands first, the report prints the table’s numbers, and says which cell its own would have opened', () => {
    const later = edition([alone]);
    if (later.outcome !== 'released' || !later.insteadOf) throw new Error('its own numbers stand');
    expect(later.insteadOf).toMatchObject({ why: { reason: 'opened', attacker: 'plain', with: ['suppression'] }, release: 'suppression' });
    for (const year of [0, 1, 2]) expect(difference(later.published, alone.table, year)).toBeNull();
    expect(later.beside.counted).toEqual([]);
    // Nothing is printed that the table does not print.
    const { layout, published } = later.published;
    const printed = new Map(alone.table.published.map((value, cell) => [codesInWords(namesOf(alone.table.layout, cell)), value]));
    published.forEach((value, cell) => {
      if (value !== null) expect(printed.get(codesInWords(namesOf(layout, cell)))).toBe(value);
    });
  });

  test('once made, the edition stands', () => {
    expect(edition([report])).toEqual({ outcome: 'frozen', entry: report });
  });
});

test('a cell is among the numbers of its region, or of the country', () => {
  const [places] = table.layout.dimensions;
  const cells = (code: string): number => (places?.codes.indexOf(code) ?? -1) * 12;
  // Total, a region, Odense in Syddanmark and Aalborg in Nordjylland.
  const of = ['Total', 'syddanmark', '0461', '0851'].map(cells);
  expect(of.map((cell) => placeOfCell(table, cell))).toEqual(['danmark', 'syddanmark', 'syddanmark', 'nordjylland']);
  expect(of.map((cell) => codesInWords(namesOf(table.layout, cell)))[2]).toBe('Odense, alle år, i alt');
});

test('how many municipalities had any is part of the attack', () => {
  // Seven of a region’s municipalities are printed as having women: then it is told that the others have none.
  const { layout, counts } = table;
  const [place, years] = layout.dimensions;
  const syddanmark = place?.codes.indexOf('syddanmark') ?? 0;
  const among = (place?.inner[syddanmark] ?? []).map((code) => ({ code, cell: code * (years?.codes.length ?? 0) * 3 }));
  const withAny = among.filter(({ cell }) => (counts[cell] ?? 0) > 0);
  const [one] = among.filter(({ cell }) => counts[cell] === 0);
  if (!one) throw new Error('every municipality had women');
  const terms = { threshold: 5, zeros: 'hide', protect: 'exact', rounding: null } as const;
  const isShown = new Set(withAny.map(({ cell }) => cell));
  const published = { layout, published: counts.map((count, cell) => (isShown.has(cell) ? count : null)) };
  const counted = { name: 'x', among: among.map(({ code }) => ({ kommune: place?.codes[code] ?? '' })), withAny: withAny.length };
  const blank = { layout, published: counts.map(() => null) };
  const told = (beside: readonly (typeof counted)[]) => ({
    id: 'told',
    matter,
    table: blank,
    terms,
    beside: { absent: [...counts.keys()], most: [], counted: beside },
  });
  const attack = (beside: readonly (typeof counted)[]) =>
    attackTogether(
      { matter, truth: table, published, terms, earlier: [told(beside)], before: [told(beside)], targets: [one.cell] },
      solver,
      onward,
    );
  expect(attack([]).outcome).toBe('withstood');
  expect(attack([counted])).toMatchObject({ outcome: 'opened', breach: { opened: { cell: one.cell, low: 0, high: 0 } } });
});
