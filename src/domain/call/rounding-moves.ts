/**
 * How far a rounded table lies from its counts (da: hvor meget tallene flytter sig), told before it is released to one who may know the
 * counts: how much a number moves at most, how many rows tell a trend that is not there, and how many parts are larger than their whole was.
 * It is worked out over the places whose counts the reader may see alone, and never leaves with the table.
 */
import type { PublishedTable } from '../disclosure/attackers.ts';
import { type CellCodes, keyOf } from '../disclosure/beside.ts';
import { type CountTable, namesOf } from '../disclosure/count-table.ts';
import { totalCode } from '../disclosure/dimension.ts';

/** What a cell was counted to, and what is printed. */
export type MovedCell = { readonly cell: CellCodes; readonly counted: number; readonly printed: number };

/** A row over the years, counted and printed. */
export type TurnedRow = {
  readonly place: string;
  readonly treatment: string;
  readonly counted: readonly number[];
  readonly printed: readonly number[];
};

export type RoundingMoves = {
  /** The largest change of a sum of treatments, and of one treatment; `null` where there is none such in the table. */
  readonly total: MovedCell | null;
  readonly part: MovedCell | null;
  /** Rows over the years, those that rise or fall between two years in a way the counts do not, and the one that is furthest off. */
  readonly rows: number;
  readonly turned: number;
  readonly worst: TurnedRow | null;
  /** Printed parts that are larger than all that was counted in their whole. */
  readonly exceeding: readonly (MovedCell & { readonly whole: number })[];
};

/** Compares what is printed with the counts, for the places that are seen. Hidden cells tell nothing and are left out. */
export function roundingMoves(published: PublishedTable, truth: CountTable, sees: (place: string) => boolean): RoundingMoves {
  const counts = new Map(truth.counts.map((count, cell) => [keyOf(namesOf(truth.layout, cell)), count]));
  const cells = published.published.flatMap((printed, index): readonly MovedCell[] => {
    const cell = namesOf(published.layout, index);
    const counted = counts.get(keyOf(cell));
    return printed === null || counted === undefined || !sees(cell['kommune'] ?? totalCode) ? [] : [{ cell, counted, printed }];
  });
  const treatmentOf = ({ cell }: MovedCell): string => cell['behandling'] ?? totalCode;
  const isTotal = (one: MovedCell): boolean => treatmentOf(one) === totalCode;
  const rows = rowsOver(cells);
  const turned = rows.filter(turns).toSorted((a, b) => distance(b) - distance(a));
  return {
    total: furthest(cells.filter(isTotal)),
    part: furthest(cells.filter((one) => !isTotal(one))),
    rows: rows.length,
    turned: turned.length,
    worst: turned[0] ?? null,
    exceeding: cells.flatMap((one) => {
      const whole = counts.get(keyOf({ ...one.cell, behandling: totalCode }));
      return !isTotal(one) && whole !== undefined && one.printed > whole ? [{ ...one, whole }] : [];
    }),
  };
}

function rowsOver(cells: readonly MovedCell[]): readonly TurnedRow[] {
  const yearly = cells.filter(({ cell }) => (cell['år'] ?? totalCode) !== totalCode);
  const rows = new Map<string, MovedCell[]>();
  for (const one of yearly) {
    const key = keyOf({ ...one.cell, år: totalCode });
    rows.set(key, [...(rows.get(key) ?? []), one]);
  }
  return [...rows.values()].map((own) => {
    const inOrder = own.toSorted((a, b) => ((a.cell['år'] ?? '') < (b.cell['år'] ?? '') ? -1 : 1));
    return {
      place: own[0]?.cell['kommune'] ?? totalCode,
      treatment: own[0]?.cell['behandling'] ?? totalCode,
      counted: inOrder.map(({ counted }) => counted),
      printed: inOrder.map(({ printed }) => printed),
    };
  });
}

/** Whether two years are printed as a rise or a fall that the counts do not have. Printed as alike they tell less, and nothing wrong. */
function turns({ counted, printed }: TurnedRow): boolean {
  return printed.some((later, year) =>
    printed.slice(0, year).some((earlier, before) => {
      const told = Math.sign(later - earlier);
      return told !== 0 && told !== Math.sign((counted[year] ?? 0) - (counted[before] ?? 0));
    }),
  );
}

function distance({ counted, printed }: TurnedRow): number {
  return printed.reduce((sum, value, year) => sum + Math.abs(value - (counted[year] ?? 0)), 0);
}

function furthest(cells: readonly MovedCell[]): MovedCell | null {
  return cells.reduce<MovedCell | null>(
    (most, one) => (most === null || Math.abs(one.printed - one.counted) > Math.abs(most.printed - most.counted) ? one : most),
    null,
  );
}
