/**
 * Names the cell that an attack on a call's release opened. Never the count that was found. That a cell is open says that it is small, so
 * that it is named only to one who may know the numbers of its place: the cell is kept with its place, and row security decides who reads it.
 */
import type { CellCodes } from '../disclosure/beside.ts';
import { codesOf, type CountTable } from '../disclosure/count-table.ts';
import { totalCode } from '../disclosure/dimension.ts';
import { municipalities } from '../geography/municipalities.ts';
import { parseRegion, regions } from '../geography/regions.ts';
import type { ReportPlace } from './numbers.ts';

/** Whose numbers a cell is among: its region's, or the country's. Null for a municipality that the table places in no region. */
export function placeOfCell({ layout }: Pick<CountTable, 'layout'>, cell: number): ReportPlace | null {
  const [code = 0] = codesOf(layout, cell);
  const [places] = layout.dimensions;
  if (code === 0) return 'danmark';
  const own = parseRegion(places?.codes[code] ?? '');
  if (own) return own;
  const wholes = (places?.codes ?? []).filter((_, whole) => places?.inner[whole]?.includes(code));
  return wholes.map(parseRegion).find((region) => region !== null) ?? null;
}

/** A cell by its codes, such as «Odense, 2018, døgn»; what is not named is all of it. */
export function codesInWords({ kommune = totalCode, år = totalCode, behandling = totalCode }: CellCodes): string {
  return [placeName(kommune), år === totalCode ? 'alle år' : år, behandling === totalCode ? 'i alt' : behandling].join(', ');
}

/** The name of a municipality, a region or the country by its code in a call's tables. */
export function placeName(code: string): string {
  if (code === totalCode) return 'Hele landet';
  const region = parseRegion(code);
  return region ? regions[region].name : (municipalities.find(({ id }) => id === code)?.name ?? code);
}
