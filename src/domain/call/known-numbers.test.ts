import { beforeAll, describe, expect, test } from 'vitest';
import { polishFor } from '../../../test/count-tables.ts';
import { loadAttacker } from '../../../test/lp-attacker.ts';
import { loadSolver } from '../../compute/solver.ts';
import { keyOf } from '../disclosure/beside.ts';
import { namesOf } from '../disclosure/count-table.ts';
import { agreement, entriesOf } from '../disclosure/known.ts';
import { toldByOthers } from '../disclosure/ledger.ts';
import type { ReleaseMethod } from '../disclosure/refusal.ts';
import { decideRelease } from '../disclosure/release.ts';
import type { ReleaseDecision } from '../disclosure/release-request.ts';
import type { ZeroRule } from '../disclosure/terms.ts';
import type { Solver } from '../linear-problem.ts';
import { answers2019 } from './answers-2019.ts';
import { codesInWords } from './attacked-cell.ts';
import { knownToEverybody } from './known-numbers.ts';
import { municipalTable } from './municipal-table.ts';
import { matterOf } from './package.ts';
import { call2019 } from './packages/2019-gravide.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const table = municipalTable(call2019, answers2019);
const known = knownToEverybody(call2019);
const matter = matterOf(call2019);

function release(method: ReleaseMethod, zeros: ZeroRule): ReleaseDecision {
  const terms = { threshold: 5, zeros, protect: 'exact' } as const;
  const request = { matter, table, method, terms, base: 5, digest: 'new', seconds: 20, mayPolish: polishFor(3), known };
  return decideRelease(request, [], solver, () => 'go on');
}

describe('the documents’ printed numbers of the call of 2019', () => {
  test('agree with the answers, number by number, and each stands by its source', () => {
    for (const one of known) expect(agreement(one, table)).toEqual({ agree: one.told.length + one.counted.length, differ: 0 });
    expect(known.map(({ source }) => source).join(' ')).toMatch(/Syddanmark.*Nordjylland.*fælles/);
  });

  test('give away all of Nordjylland’s residential numbers by itself, and no municipality’s of Syddanmark', () => {
    const told = toldByOthers(table.layout, matter, entriesOf(known, table)).map((cell) => codesInWords(namesOf(table.layout, cell)));
    expect(told).toContain('Region Nordjylland, 2018, døgn');
    expect(told).toContain('Aalborg, 2018, døgn');
    expect(told).toContain('Region Syddanmark, 2018, døgn');
    expect(told).not.toContain('Kolding, 2018, døgn');
  });

  test('are in every attack: a rounding is made around them, and an attacker written a second time opens nothing', async () => {
    const made = release('rounding', 'show');
    if (made.outcome !== 'released') throw new Error(made.outcome);
    // By itself it would have printed a 5 for one woman of whom all know that there is at most one.
    expect(made.insteadOf).toMatchObject({ reason: 'opened', attacker: 'plain', with: [], knowing: [known[0]?.source] });
    const reach = 5 * ((made.terms.rounding?.steps ?? 0) + 1) - 1;
    const seen = made.published.published.map((value): readonly [number, number] => [
      Math.max(0, (value ?? 0) - reach),
      (value ?? 0) + reach,
    ]);
    const keys = new Map(table.counts.map((_, cell) => [keyOf(namesOf(table.layout, cell)), cell]));
    for (const { cell, least, most } of known.flatMap(({ told }) => told)) {
      const place = keys.get(keyOf(cell)) ?? -1;
      const [low, high] = seen[place] ?? [0, 0];
      seen[place] = [Math.max(low, least), Math.min(high, most)];
    }
    const isTold = new Set(toldByOthers(table.layout, matter, entriesOf(known, table)));
    const asked = seen.flatMap(([low, high], cell) => (!isTold.has(cell) && high - low < 4 && (table.counts[cell] ?? 0) > 0 ? [cell] : []));
    expect(asked.map((cell) => codesInWords(namesOf(table.layout, cell)))).toContain('Kolding, 2018, døgn');
    for (const { cell, low, high } of (await loadAttacker()).attack(table, seen, 0, asked))
      expect(low, codesInWords(namesOf(table.layout, cell))).toBeLessThan(high);
  });

  test.each([
    ['suppression', 'show', 1],
    ['primary-only', 'show', 0],
  ] as const)(
    'refuse a table that they open, with cell, attacker and the documents that it needs: %s, zeros %s, %s',
    (method, zeros, needed) => {
      const made = release(method, zeros);
      if (made.outcome !== 'refused' || made.why.reason !== 'opened') throw new Error(made.outcome);
      const { opened, attacker, knowing } = made.why;
      expect([attacker, opened.low, opened.high, knowing.length]).toEqual([
        'plain',
        table.counts[opened.cell],
        table.counts[opened.cell],
        needed,
      ]);
      expect(codesInWords(namesOf(table.layout, opened.cell))).toMatch(/, 20(17|18|19), døgn$/);
    },
  );

  test('a number that the answers do not agree with is left out, and the others count', () => {
    const [south] = known;
    if (!south) throw new Error('no document');
    const wrong = { ...south, told: south.told.map((one, at) => (at === 0 ? { ...one, least: one.least + 1, most: one.most + 1 } : one)) };
    expect(agreement(wrong, table)).toEqual({ agree: south.told.length + south.counted.length - 1, differ: 1 });
    expect(entriesOf([wrong], table)[0]?.beside?.told).toEqual(south.told.slice(1));
  });
});
