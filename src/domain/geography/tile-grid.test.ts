import { describe, expect, it } from 'vitest';
import { municipalities, municipality } from './municipalities.ts';
import { tileGrid, tileGridSize } from './tile-grid.ts';

const placed = tileGrid.map((tile) => {
  const [longitude, latitude] = municipality(tile.municipality)?.point ?? [Number.NaN, Number.NaN];
  return { ...tile, longitude, latitude };
});

/** Spearman's rank correlation; equal values share the mean of their ranks. */
function rankCorrelation(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [ranks(a), ranks(b)];
  const mean = (a.length + 1) / 2;
  const sum = (terms: readonly number[]): number => terms.reduce((total, term) => total + term, 0);
  const spread = (values: readonly number[]): number => Math.sqrt(sum(values.map((value) => (value - mean) ** 2)));
  return sum(x.map((value, index) => (value - mean) * ((y[index] ?? Number.NaN) - mean))) / (spread(x) * spread(y));
}

function ranks(values: readonly number[]): readonly number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const equal = values.filter((other) => other === value).length;
    return below + (equal + 1) / 2;
  });
}

describe('the tile map', () => {
  it('has one cell for each of the 98 municipalities, and no cell twice', () => {
    expect(new Set(tileGrid.map((tile) => tile.municipality))).toEqual(new Set(municipalities.map(({ id }) => id)));
    expect(tileGrid).toHaveLength(98);
    expect(new Set(tileGrid.map(({ column, row }) => `${column},${row}`)).size).toBe(98);
  });

  it('is drawn within its columns and rows', () => {
    expect(Math.max(...tileGrid.map(({ column }) => column)) + 1).toBe(tileGridSize.columns);
    expect(Math.max(...tileGrid.map(({ row }) => row)) + 1).toBe(tileGridSize.rows);
  });

  it('keeps east to the right and south below', () => {
    expect(
      rankCorrelation(
        placed.map(({ column }) => column),
        placed.map(({ longitude }) => longitude),
      ),
    ).toBeGreaterThan(0.85);
    expect(
      rankCorrelation(
        placed.map(({ row }) => row),
        placed.map(({ latitude }) => -latitude),
      ),
    ).toBeGreaterThan(0.85);
  });

  it('has Bornholm in the lower right corner, apart from all others', () => {
    const bornholm = placed.find((tile) => tile.municipality === '0400');
    expect(placed.filter((tile) => tile !== bornholm && near(tile, bornholm))).toEqual([]);
    expect(bornholm?.column).toBe(tileGridSize.columns - 1);
  });

  it.each([
    ['Aalborg', '0851', 'Rebild', '0840'],
    ['Esbjerg', '0561', 'Fanø', '0563'],
    ['Odense', '0461', 'Assens', '0420'],
    ['Roskilde', '0265', 'Lejre', '0350'],
    ['København', '0101', 'Frederiksberg', '0147'],
    ['Guldborgsund', '0376', 'Lolland', '0360'],
  ])('keeps the municipalities that are neighbours side by side: %s (%s) and %s (%s)', (_a, a, _b, b) => {
    expect(
      near(
        placed.find((tile) => tile.municipality === a),
        placed.find((tile) => tile.municipality === b),
      ),
    ).toBe(true);
  });
});

type Cell = { readonly column: number; readonly row: number };

function near(a: Cell | undefined, b: Cell | undefined): boolean {
  if (!a || !b) throw new Error('the municipality is not on the map');
  return Math.abs(a.column - b.column) <= 1 && Math.abs(a.row - b.row) <= 1;
}
