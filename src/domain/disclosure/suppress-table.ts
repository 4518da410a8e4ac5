/**
 * Suppression of a table (da: diskretionering af en tabel): small counts are hidden, and as many others as it takes that none of the
 * attackers opens a hidden one. The attack itself decides: it is made, what it opens is widened, and it is made again until it fails. Then
 * each further hidden cell is printed again where the attack still fails without it.
 */
import type { Solver } from '../linear-problem.ts';
import type { Attacker } from './attackers.ts';
import type { CellSum, CountTable } from './count-table.ts';
import { type Fewest, fewestHidden } from './fewest.ts';
import { zeroGroups, zerosToHide } from './hidden-zeros.ts';
import type { Bounds } from './propagate.ts';
import type { OnProgress } from './release-audit.ts';
import type { Held } from './search-space.ts';
import { type Attack, type Breach, type Exceptions, openAttack } from './suppression-attack.ts';
import { isSmall, type Terms } from './terms.ts';
import { openWidening, type Widening } from './widening.ts';

export type Suppression =
  | {
      readonly outcome: 'hidden';
      /** Which cells are hidden. */
      readonly hidden: readonly boolean[];
      /** How many cells must be hidden whatever else is. */
      readonly bound: number;
      /** Other tables that were found to agree with what is published before the last cells were printed again; some do still. */
      readonly seen: readonly Int32Array[];
    }
  /** Hiding every cell that may be hidden is not enough: the cell that stays open, and to whom. */
  | { readonly outcome: 'infeasible'; readonly cell: number; readonly attacker: Attacker }
  | { readonly outcome: 'stopped' };

export type SuppressionRequest = {
  readonly table: CountTable;
  readonly terms: Terms;
  /** Whom the table must withstand. */
  readonly against: readonly Attacker[];
  /** Cells that were hidden in earlier releases, and stay so. */
  readonly alsoHidden?: readonly number[];
  /** Cells that all can read already, and that therefore protect nothing: they are not hidden, however small they are. */
  readonly stayPrinted?: readonly number[];
  /** What all know of the cells beside the table: bounds, and sums between its own cells. */
  readonly known?: { readonly bounds: Bounds; readonly sums: readonly CellSum[] } | null;
  /**
   * Whether the rule holds for small counts alone, or for every hidden count that a reader could think small: then the published table
   * proves itself, also to one who does not know which of its cells are small.
   */
  readonly rule: 'small' | 'hidden';
  /** Asked while hidden cells are tried printed again: whether there is still time for that. */
  readonly mayPolish: () => boolean;
};

const mostRounds = 60;

/** Hides what must be hidden. */
export function suppressTable(request: SuppressionRequest, solver: Solver, onProgress: OnProgress): Suppression {
  const { table, terms, alsoHidden = [], stayPrinted = [] } = request;
  const { counts } = table;
  const isTold = new Set(stayPrinted);
  const hidden = counts.map((count, cell) => isSmall(count, terms) && !isTold.has(cell));
  const least = leastHidden(request);
  for (const cell of alsoHidden) if ((counts[cell] ?? 0) >= least && !isTold.has(cell)) hidden[cell] = true;
  if (terms.zeros === 'hide') for (const cell of zerosToHide(table, hidden, isTold)) hidden[cell] = true;

  const widening = openWidening(
    table,
    { hidden: least, known: leastKnown(request), stayPrinted, bounds: request.known?.bounds },
    hidden,
    solver,
  );
  try {
    const tried = new Set<string>();
    /** Large counts that no hiding can make look small: for them it is enough that they cannot be worked out. */
    const given = new Set<number>();
    /** Large counts that an insider works out from what all can read: whether she could do so before is judged with the earlier releases. */
    const conceded = new Set<number>();
    const because = new Map<number, Breach>();
    /** Hiding more takes nothing from a reader's possible tables: those seen once need not be found again. */
    let seen: readonly Int32Array[] = [];
    for (let round = 0; round < mostRounds; round += 1) {
      if (onProgress(round, mostRounds) === 'stop') return { outcome: 'stopped' };
      const attack = openAttack(request, hidden, { given, conceded }, seen, solver);
      try {
        const breaches = attack.breaches([]);
        if (breaches.length === 0) {
          printAgain(attack, request, hidden, because);
          const seen = attack.space.all(counts);
          const fewest = seekFewest(request, least, hidden, { given, conceded }, seen, solver);
          return { outcome: 'hidden', hidden: fewest.hidden ?? hidden, bound: fewest.bound, seen };
        }
        for (const breach of breaches) {
          const more = widen(breach, widening, request, tried);
          const isLarge = (counts[breach.cell] ?? 0) >= terms.threshold;
          if (!more && !isSmall(counts[breach.cell] ?? 0, terms) && breach.low < breach.high && !given.has(breach.cell)) {
            given.add(breach.cell);
            continue;
          }
          if (!more && breach.insider && isLarge && stayPrinted.length > 0 && !conceded.has(breach.cell)) {
            conceded.add(breach.cell);
            continue;
          }
          if (!more) return { outcome: 'infeasible', cell: breach.cell, attacker: attackerOf(breach, request) };
          for (const cell of more) {
            hidden[cell] = true;
            because.set(cell, breach);
          }
          widening.hide(more);
        }
        seen = attack.space.all(counts);
      } finally {
        attack.close();
      }
    }
    return { outcome: 'stopped' };
  } finally {
    widening.close();
  }
}

/** Fewer hidden cells, if there is time; the attack that judges them is the same. */
function seekFewest(
  request: SuppressionRequest,
  least: number,
  hidden: readonly boolean[],
  exceptions: Exceptions,
  seen: readonly Int32Array[],
  solver: Solver,
): Fewest {
  const { table, terms, alsoHidden = [], stayPrinted = [] } = request;
  const isTold = new Set(stayPrinted);
  const stays = new Set(alsoHidden.filter((cell) => !isTold.has(cell)));
  const forced = table.counts.map((count, cell) => (isSmall(count, terms) && !isTold.has(cell)) || (stays.has(cell) && count >= least));
  const isSafe = (chosen: readonly boolean[]): boolean => {
    // A legend that says «a dot can be a zero» must be true of a cheaper table too.
    if (terms.zeros === 'hide' && zerosToHide(table, chosen, isTold).some((cell) => !chosen[cell])) return false;
    const attack = openAttack(
      request,
      chosen,
      exceptions,
      seen.filter((one) => chosen.every((is, cell) => is || one[cell] === table.counts[cell])),
      solver,
    );
    try {
      return attack.breaches([], 1).length === 0;
    } finally {
      attack.close();
    }
  };
  return fewestHidden(request, { hidden: least, known: leastKnown(request) }, forced, hidden.filter(Boolean).length, isSafe, solver);
}

/** The least count that may be hidden: where zeros are printed, they all are. */
function leastHidden({ terms }: SuppressionRequest): number {
  return terms.zeros === 'show' ? 1 : 0;
}

/** What the strictest reader among those to be withstood knows every hidden cell to be at least. */
function leastKnown({ terms, against }: SuppressionRequest): number {
  return terms.zeros === 'show' && against.some((attacker) => attacker !== 'plain') ? 1 : 0;
}

function attackerOf({ insider }: Breach, { terms, against }: SuppressionRequest): Attacker {
  if (insider) return 'insider';
  return terms.zeros === 'show' && against.includes('rule-aware') ? 'rule-aware' : (against[0] ?? 'plain');
}

/** The cells to hide so that a breach is closed: upwards or downwards, whichever takes fewer, or both where the rule asks for both. */
function widen(breach: Breach, widening: Widening, { table, terms }: SuppressionRequest, tried: Set<string>): readonly number[] | null {
  const { cell, low, high, held } = breach;
  const key = `${cell} ${held.map(([one]) => one).join(' ')}`;
  const whole = tried.has(key);
  tried.add(key);
  const count = table.counts[cell] ?? 0;
  const still = held.map(([one]) => one);
  const change = (by: number): readonly number[] | null => widening.cheapest(cell, by, still, whole);
  if (terms.protect === 'exact' || (low === high && !isSmall(count, terms))) {
    const up = change(1);
    if (up && up.length < 2) return up;
    const down = change(-1);
    return up && down ? (down.length < up.length ? down : up) : (up ?? down);
  }
  const [up, down] = [terms.threshold - 1 - count, 1 - count];
  const more = high < terms.threshold - 1 && up > 0 ? change(up) : [];
  if (!more) return null;
  const less = low > 1 && down < 0 ? change(down) : [];
  return less && [...more, ...less];
}

/** Prints again each cell that is no small count and whose hiding the attack does not need. */
function printAgain(
  attack: Attack,
  { table, terms, alsoHidden = [], mayPolish }: SuppressionRequest,
  hidden: boolean[],
  because: ReadonlyMap<number, Breach>,
): void {
  const stays = new Set(alsoHidden);
  const groups = terms.zeros === 'hide' ? zeroGroups(table) : new Map<number, number>();
  const zerosIn = new Map<number, number>();
  hidden.forEach((isHidden, cell) => {
    const group = groups.get(cell);
    if (isHidden && group !== undefined) zerosIn.set(group, (zerosIn.get(group) ?? 0) + 1);
  });
  const further = hidden.flatMap((isHidden, cell) =>
    isHidden && !isSmall(table.counts[cell] ?? 0, terms) && !stays.has(cell) ? [cell] : [],
  );
  let held: Held = [];
  for (const cell of further.toSorted((a, b) => (table.counts[b] ?? 0) - (table.counts[a] ?? 0))) {
    if (!mayPolish()) return;
    const group = groups.get(cell);
    if (group !== undefined && (zerosIn.get(group) ?? 0) <= 1) continue;
    const without: Held = [...held, [cell, table.counts[cell] ?? 0]];
    const reason = because.get(cell);
    // What it was hidden for is asked first: most often it is needed still.
    if ((reason && attack.reopens(reason, without)) || attack.breaches(without, 1).length > 0) continue;
    held = without;
    hidden[cell] = false;
    if (group !== undefined) zerosIn.set(group, (zerosIn.get(group) ?? 0) - 1);
  }
}
