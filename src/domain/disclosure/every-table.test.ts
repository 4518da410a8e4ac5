/** The audit against one that tries every table: no sums, no bounds, no solver, only counts that are compared with what is published. */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { countTable, dimension } from '../../../test/count-tables.ts';
import { loadSolver } from '../../compute/solver.ts';
import type { Solver } from '../linear-problem.ts';
import { type Attacker, attackers } from './attackers.ts';
import type { CellCodes } from './beside.ts';
import { type CountTable, isInnerCell, namesOf } from './count-table.ts';
import type { Dimension } from './dimension.ts';
import { type EarlierRelease, joinReleases } from './ledger.ts';
import { auditRelease } from './release-audit.ts';
import type { Terms } from './terms.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const shapes: readonly (readonly Dimension[])[] = [
  [dimension('a', ['1', '2', '3', '4'])],
  [dimension('mun', [], ['m1<r1', 'm2<r1', 'm3<r2', 'm4<r2'])],
  [dimension('a', ['1', '2', '3']), dimension('b', ['1', '2'])],
  [dimension('mun', [], ['m1<r1', 'm2<r1', 'm3<r2', 'm1<h1', 'm3<h1'])],
  [dimension('a', ['1', '2']), dimension('b', ['1', '2'])],
];

/** How one release is made of the counts: which are hidden, or to what step they are rounded, up or down. */
const making = fc.record({
  isRounded: fc.boolean(),
  zeros: fc.constantFrom('show' as const, 'hide' as const),
  protect: fc.constantFrom('exact' as const, 'rule' as const),
  threshold: fc.constantFrom(3, 4),
  chosen: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
  which: fc.nat({ max: 2 }),
});
type Making = typeof making extends fc.Arbitrary<infer T> ? T : never;

function published({ counts }: CountTable, { isRounded, zeros, chosen, threshold }: Making): readonly (number | null)[] {
  if (isRounded) return counts.map((count, cell) => (count % 2 === 0 ? count : count + (chosen[cell] ? 1 : -1)));
  return counts.map((count, cell) => {
    if (count === 0 && zeros === 'show') return 0;
    return (count > 0 && count < threshold) || chosen[cell] ? null : count;
  });
}
const termsOf = ({ isRounded, zeros, protect, threshold }: Making): Terms => ({
  threshold,
  zeros,
  protect,
  rounding: isRounded ? { base: 2, steps: 0 } : null,
});

const caseOf = fc.record({
  dimensions: fc.constantFrom(...shapes),
  inner: fc.array(fc.constantFrom(0, 0, 1, 1, 1, 2, 3), { minLength: 6, maxLength: 6 }),
  own: making,
  earlier: fc.array(making, { maxLength: 2 }),
  counted: fc.boolean(),
  room: fc.nat({ max: 2 }),
});

/** The table of an earlier release: the same one, or the first or the last dimension of it alone. */
function coarser(table: CountTable, which: number): CountTable {
  const { dimensions } = table.layout;
  if (which === 0 || dimensions.length === 1) return table;
  const kept = dimensions[which === 1 ? 0 : dimensions.length - 1];
  if (!kept) return table;
  const inner = table.counts.flatMap((count, cell) =>
    isInnerCell(table.layout, cell) ? [{ code: namesOf(table.layout, cell)[kept.name], count }] : [],
  );
  const leaves = kept.codes.filter((_, code) => code > 0 && kept.inner[code]?.length === 1 && kept.inner[code]?.[0] === code);
  return countTable(
    [kept],
    leaves.map((leaf) => inner.reduce((sum, { code, count }) => sum + (code === leaf ? count : 0), 0)),
  );
}

/** What a reader takes each printed value to mean. */
function canBe(count: number, value: number | null, { zeros, rounding }: Terms, attacker: Attacker): boolean {
  if (value === null) return attacker === 'plain' || zeros === 'hide' || count >= 1;
  return rounding ? Math.abs(count - value) <= rounding.base * (rounding.steps + 1) - 1 : count === value;
}

const codesKey = (codes: CellCodes): string =>
  Object.entries(codes)
    .filter(([, code]) => code !== 'Total')
    .map(([name, code]) => `${name}=${code}`)
    .toSorted()
    .join();

test('what it says is open, to whom and how far is what a trial of every table says, beside earlier releases and documents', () => {
  const seen = { open: 0, kept: 0, insiders: 0, beside: 0 };
  fc.assert(
    fc.property(caseOf, fc.constantFrom(...attackers), ({ dimensions, inner, own, earlier, counted, room }, attacker) => {
      const table = countTable(dimensions, inner);
      const { layout, counts } = table;
      const cells = [...counts.keys()];
      const leaves = cells.filter((cell) => isInnerCell(layout, cell));
      const total = counts[0] ?? 0;
      const among = leaves.slice(0, 3);
      const withAny = among.filter((cell) => (counts[cell] ?? 0) > 0).length;
      const terms = termsOf(own);
      const shown = published(table, own);
      const releases = earlier.map((one, index): EarlierRelease => {
        const of = coarser(table, one.which);
        return { id: String(index), matter: 'm', table: { layout: of.layout, published: published(of, one) }, terms: termsOf(one) };
      });
      const document: EarlierRelease = {
        id: 'document',
        matter: 'm',
        source: 'a document',
        table: { layout: { dimensions: [], size: 0, sums: [] }, published: [] },
        terms: { threshold: 1, zeros: 'hide', protect: 'exact', rounding: null },
        beside: {
          absent: [],
          most: [],
          told: [{ cell: namesOf(layout, 0), least: Math.max(0, total - room), most: total + room }],
          counted: counted ? [{ name: 'some', among: among.map((cell) => namesOf(layout, cell)), withAny }] : [],
        },
      };
      seen.beside += earlier.length;

      const isBeneath = (cell: number, sum: number): boolean => {
        const [one, above] = [namesOf(layout, cell), namesOf(layout, sum)];
        return dimensions.every(({ name, codes, inner: of }) => {
          const whole = of[codes.indexOf(above[name] ?? '')] ?? [];
          return (of[codes.indexOf(one[name] ?? '')] ?? []).every((leaf) => whole.includes(leaf));
        });
      };

      // Every table there is, and of these all that agree with what is published.
      const possible: (readonly number[])[] = [];
      const leavesOf = cells.map((cell) => leaves.flatMap((leaf, at) => (isBeneath(leaf, cell) ? [at] : [])));
      const placeOf = new Map(cells.map((cell) => [codesKey(namesOf(layout, cell)), cell]));
      const lines = [
        ...shown.map((value, cell) => ({ cell, value, of: terms })),
        ...releases.flatMap((one) =>
          one.table.published.map((value, cell) => ({
            cell: placeOf.get(codesKey(namesOf(one.table.layout, cell))) ?? -1,
            value,
            of: one.terms,
          })),
        ),
      ];
      const agrees = (now: readonly number[]): boolean =>
        Math.abs((now[0] ?? 0) - total) <= room &&
        lines.every(({ cell, value, of }) => canBe(now[cell] ?? 0, value, of, attacker)) &&
        (!counted || among.filter((cell) => (now[cell] ?? 0) > 0).length === withAny);
      const fill = (given: readonly number[], left: number): void => {
        if (given.length === leaves.length) {
          const now = leavesOf.map((those) => those.reduce((sum, at) => sum + (given[at] ?? 0), 0));
          if (agrees(now)) possible.push(now);
          return;
        }
        for (let count = 0; count <= left; count += 1) fill([...given, count], left - count);
      };
      fill([], total + room);
      const interval = (cell: number, of: readonly (readonly number[])[]) => {
        const values = of.map((now) => now[cell] ?? 0);
        return { cell, low: Math.min(...values), high: Math.max(...values) };
      };
      const isOpen = ({ cell, low, high }: ReturnType<typeof interval>): boolean => {
        const count = counts[cell] ?? 0;
        if (low === high) return true;
        return terms.protect === 'rule' && count > 0 && count < terms.threshold && (low > 1 || high < terms.threshold - 1);
      };
      const secret = cells.filter((cell) => shown[cell] === null || terms.rounding !== null);
      const toAll = secret.map((cell) => interval(cell, possible));
      const known = new Set(cells.filter((cell) => interval(cell, possible).low === interval(cell, possible).high));
      const expected = toAll.filter(isOpen).map((one) => ({ ...one, insider: null as number | null }));
      const sumsOf = (woman: number): readonly number[] => cells.filter((cell) => counts[cell] === 1 && isBeneath(woman, cell));
      /** Where she is alone in a sum, the empty cells beneath it are no secret to her. */
      const isHersToo = (cell: number, woman: number): boolean => counts[cell] === 0 && sumsOf(woman).some((sum) => isBeneath(cell, sum));
      if (attacker === 'insider')
        for (const woman of leaves) {
          if (counts[woman] !== 1 || known.has(woman)) continue;
          seen.insiders += 1;
          const hers = sumsOf(woman);
          const left = possible.filter((now) => hers.every((cell) => now[cell] === 1));
          for (const cell of secret) {
            if (known.has(cell) || hers.includes(cell) || isHersToo(cell, woman)) continue;
            const hersIs = interval(cell, left);
            if (isOpen(hersIs)) expected.push({ ...hersIs, insider: woman });
          }
        }

      const outcome = auditRelease(
        attacker,
        {
          table: { layout, published: shown },
          terms,
          truth: counts,
          earlier: joinReleases({ layout, matter: 'm' }, [...releases, document], attacker),
          // One that does not agree is looked through and left.
          seen: [...possible.slice(0, 3), counts.map((count) => count + 1)],
          everyEnd: false,
          everyInsider: true,
        },
        solver,
        () => 'go on',
      );
      expect(outcome.outcome).toBe('audited');
      if (outcome.outcome !== 'audited') return;
      // One whom all know to be alone may be asked too, and learns what all know: a woman whose cell is no secret is none of the insiders.
      // Where all know a sum that she is alone in, an empty cell beneath it may be told too.
      const found = outcome.opened.filter(({ cell, insider }) => insider === null || (!known.has(insider) && !isHersToo(cell, insider)));
      const inOrder = <T extends { readonly cell: number; readonly insider: number | null }>(some: readonly T[]): readonly T[] =>
        some.toSorted((a, b) => a.cell - b.cell || (a.insider ?? -1) - (b.insider ?? -1));
      expect(inOrder(found)).toEqual(inOrder(expected));
      expect([outcome.undecided, outcome.safe]).toEqual([[], outcome.opened.length === 0]);
      if (expected.length > 0) seen.open += 1;
      else seen.kept += 1;
    }),
    { numRuns: 120 },
  );
  expect(Math.min(seen.open, seen.kept, seen.insiders, seen.beside)).toBeGreaterThan(15);
});
