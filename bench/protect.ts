/** How long protection takes: rounding and suppression of the large tables, with the attackers that are asked for. */
import { loadSolver } from '../src/compute/solver.ts';
import { attackers } from '../src/domain/disclosure/attackers.ts';
import { type CountTable, isInnerCell, tableOf } from '../src/domain/disclosure/count-table.ts';
import { protectTable } from '../src/domain/disclosure/protect-table.ts';
import { countTable, dimension, referenceTable } from '../test/count-tables.ts';
import type { Protection } from '../src/domain/disclosure/terms.ts';
import { table } from './table.ts';

const solver = await loadSolver();
const rows: string[][] = [];

/** 98 municipalities in five regions; women spread by a fixed rule: most in few places, as they are. */
function spread(years: number, kinds: number, women: number): CountTable {
  const municipalities = Array.from({ length: 98 }, (_, at) => `M${at + 1}<R${(at % 5) + 1}`);
  const codes = (count: number, letter: string): readonly string[] => Array.from({ length: count }, (_, at) => `${letter}${at + 1}`);
  const empty = countTable(
    [dimension('mun', [], municipalities), dimension('year', codes(years, 'Y')), dimension('kind', codes(kinds, 'K'))],
    [],
  );
  const inner = empty.counts.flatMap((_, cell) => (isInnerCell(empty.layout, cell) ? [cell] : []));
  const counts = new Map<number, number>();
  let seed = 20_261_125;
  for (let woman = 0; woman < women; woman += 1) {
    seed = (seed * 48_271) % 2_147_483_647;
    const cell = inner[Math.floor((seed / 2_147_483_647) ** 2.2 * inner.length)] ?? 0;
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  return tableOf(empty.layout, counts);
}

function run(
  name: string,
  of: CountTable,
  method: 'rounding' | 'suppression',
  against: typeof attackers | readonly [],
  aim: string,
  protect: Protection = 'exact',
): void {
  const began = performance.now();
  const cpu = process.cpuUsage();
  const until = began + 20_000;
  const outcome = protectTable(
    {
      table: of,
      method,
      terms: { threshold: 5, zeros: 'show', protect },
      base: 5,
      against,
      seconds: 30,
      mayPolish: () => performance.now() < until,
    },
    solver,
    () => 'go on',
  );
  const seconds = ((performance.now() - began) / 1000).toFixed(2);
  // On a machine that does other work too, the time of the processor says more than the clock.
  const { user, system } = process.cpuUsage(cpu);
  const processor = ((user + system) / 1e6).toFixed(2);
  const audit = against.length === 0 ? '–' : outcome.safe ? 'withstood by all three' : 'opened';
  rows.push([
    name,
    protect === 'rule' ? `${method}, whole rule` : method,
    String(of.layout.size),
    seconds,
    processor,
    aim,
    outcome.status,
    `${outcome.cost} (not below ${outcome.bound})`,
    audit,
  ]);
}

const given = referenceTable('mun_year_cat');
const tables: readonly (readonly [string, CountTable])[] = [['98 × 5 × 3', given ?? spread(5, 3, 423)]];
for (const [name, of] of tables) run(name, of, 'rounding', [], 'under 2');
for (const [name, of] of tables) run(name, of, 'rounding', attackers, 'its steps', 'rule');
run('98 × 5 × 6', spread(5, 6, 430), 'rounding', [], 'under 10, or its gap');
for (const [name, of] of tables) run(name, of, 'suppression', attackers, 'under 60');
table(
  `Protection (${given ? 'the given table' : 'a table of the same size as the given one'}; at most 20 s to make a safe suppression cheaper)`,
  ['table', 'method', 'cells', 'seconds', 'of processor', 'aim', 'status', 'cost', 'attackers'],
  rows,
);
