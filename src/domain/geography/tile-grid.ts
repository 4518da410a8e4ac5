/**
 * The tile map (da: feltkort) of Denmark: one cell for each municipality, all of the same size, so that Læsø is seen as well as
 * Aarhus. Laid by hand: Jutland on the left, Fyn in the middle, Sjælland on the right with the capital drawn larger, Bornholm below it.
 */
import { asId, type Id } from '../id.ts';

/** Cells from the upper left: `column` grows to the east, `row` to the south. Both begin at 0. */
export type Tile = { readonly municipality: Id<'municipality'>; readonly column: number; readonly row: number };

const map = `
  ----  ----  ----  0860  0813  ----  ----  ----  ----  ----  ----  ----  ----  ----  ----  ----  ----
  ----  ----  ----  0810  ----  0825  ----  ----  ----  ----  ----  ----  ----  ----  ----  ----  ----
  ----  0787  0849  0851  ----  ----  ----  ----  ----  ----  ----  ----  ----  ----  ----  ----  ----
  ----  0773  0820  0840  ----  ----  ----  ----  ----  ----  ----  ----  ----  0270  0217  ----  ----
  0665  0671  0779  0846  ----  ----  ----  ----  ----  ----  ----  ----  0260  0219  0210  ----  ----
  ----  0661  0791  0730  0707  ----  ----  ----  ----  ----  ----  ----  0250  0201  0223  ----  ----
  0760  0657  0740  0710  0706  ----  ----  ----  ----  ----  ----  ----  0240  0190  0230  0173  ----
  ----  0756  0746  0751  ----  ----  ----  ----  ----  ----  0306  ----  0151  0163  0159  0157  ----
  0573  0530  0615  0727  ----  0741  ----  ----  ----  0326  0316  0350  0165  0161  0175  0147  0101
  0561  0575  0630  0766  ----  ----  ----  ----  ----  ----  ----  0265  0169  0153  0167  0185  0155
  0563  ----  0621  0607  ----  0410  0480  0440  ----  0330  0340  0329  0253  0183  0187  ----  ----
  ----  ----  0510  ----  ----  0420  0461  0450  ----  ----  0370  0259  0269  ----  ----  ----  ----
  ----  0550  0580  0540  ----  ----  0430  0479  ----  ----  ----  0320  0336  ----  ----  ----  ----
  ----  ----  ----  ----  ----  ----  0492  0482  ----  ----  ----  0390  ----  ----  ----  ----  0400
  ----  ----  ----  ----  ----  ----  ----  ----  ----  ----  0360  0376  ----  ----  ----  ----  ----
`;

/** One tile for each municipality, row by row. */
export const tileGrid: readonly Tile[] = map
  .trim()
  .split('\n')
  .flatMap((line, row) =>
    line
      .trim()
      .split(/\s+/)
      .flatMap((code, column) => (code === '----' ? [] : [{ municipality: asId<'municipality'>(code), column, row }])),
  );

/** How many columns and rows the map is drawn in. */
export const tileGridSize = { columns: 17, rows: 15 } as const;
