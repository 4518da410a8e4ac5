/** Names the cell that an attack on a call's release opened, and who opened it. Never the count that was found. */
import type { Attacker } from '../disclosure/attackers.ts';
import { type CountTable, namesOf } from '../disclosure/count-table.ts';
import { totalCode } from '../disclosure/dimension.ts';
import type { Refusal } from '../disclosure/release.ts';
import { municipalities } from '../geography/municipalities.ts';
import { parseRegion, regions } from '../geography/regions.ts';

export type AttackedCell = { readonly attacker: Attacker; readonly cell: string };

/** The cell in words: «Odense, 2018, døgn». Where the ledger itself is contradicted there is no single cell. */
export function attackedCell(why: Refusal, table: CountTable): AttackedCell {
  switch (why.reason) {
    case 'opened':
      return { attacker: why.attacker, cell: cellInWords(table, why.opened.cell) };
    case 'cannot-be-kept':
      return { attacker: why.attacker, cell: cellInWords(table, why.cell) };
    case 'printed-otherwise':
      return { attacker: 'plain', cell: cellInWords(table, why.cell) };
    case 'contradicts-ledger':
      return { attacker: 'plain', cell: cellInWords(table, 0) };
  }
}

export function cellInWords({ layout }: Pick<CountTable, 'layout'>, cell: number): string {
  return Object.values(namesOf(layout, cell))
    .map((code, index) => (index === 0 ? placeName(code) : code === totalCode ? (index === 1 ? 'alle år' : 'i alt') : code))
    .join(', ');
}

/** The name of a municipality, a region or the country by its code in a call's tables. */
export function placeName(code: string): string {
  if (code === totalCode) return 'hele landet';
  const region = parseRegion(code);
  return region ? regions[region].name : (municipalities.find(({ id }) => id === code)?.name ?? code);
}
