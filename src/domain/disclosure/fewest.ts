/**
 * How few cells can be hidden (da: færrest diskretionerede). Which cells are hidden is a problem in zeros and ones. What an attacker works
 * out about a hidden cell has a proof in the prices of the sums, and every table that withstands him hides enough of what the proof rests
 * on: that is a cut. Cuts are added until the cheapest choice leaves nothing to prove. Each answer on the way is a number of cells that no
 * safe table can be below. Source: Fischetti & Salazar-González 2000; the levels are whole numbers, so that «not exact» is one up or down.
 */
import type { LinearRow, OpenProblem, Solver } from '../linear-problem.ts';
import { type Insider, insidersOf } from './attackers.ts';
import type { SuppressionRequest } from './suppress-table.ts';
import { isSmall } from './terms.ts';

export type Fewest = {
  /** No table that withstands the attackers hides fewer cells. */
  readonly bound: number;
  /** The cheapest choice, where one was found that no linear attack opens; whether a whole one does is for the attack to say. */
  readonly hidden: readonly boolean[] | null;
};

/** What one reader holds, and the cells that must be kept from her. */
type Reader = { readonly held: readonly number[]; readonly targets: readonly number[] | null };

const secondsPerQuestion = 4;
const nearness = 1e-6;
/** Beyond these little is gained: rounds of cuts, and choices that only the attack in whole numbers opens. */
const mostRounds = 40;
const mostWhole = 8;
/** So many pairs of a count of one and a cell: of more, cuts are sought for an insider in the cells near hers alone. */
const mostPairs = 20_000;

/** Seeks the fewest cells until the time is over. `isSafe` is the attack on a choice; `below` is what must be beaten. */
export function fewestHidden(
  request: SuppressionRequest,
  least: { readonly hidden: number; readonly known: number },
  forced: readonly boolean[],
  below: number,
  isSafe: (hidden: readonly boolean[]) => boolean,
  solver: Solver,
): Fewest {
  const { table, against, mayPolish, stayPrinted = [] } = request;
  const isTold = new Set(stayPrinted);
  const { counts } = table;
  let wholeOnly = 0;
  let bound = forced.filter(Boolean).length;
  const cells = counts.map((_, cell) => cell);
  const master = solver.open({
    lower: cells.map((cell) => (forced[cell] ? 1 : 0)),
    upper: cells.map((cell) => (forced[cell] || ((counts[cell] ?? 0) >= least.hidden && !isTold.has(cell)) ? 1 : 0)),
    rows: [],
    whole: true,
  });
  const attack = openLinearAttack(request, least.known, solver);
  const readersOf = (chosen: readonly boolean[]): readonly Reader[] => [
    { held: [], targets: null },
    ...(against.includes('insider')
      ? insidersOf(table, (cell) => !chosen[cell]).map((one) => ({ held: one.held.map(([cell]) => cell), targets: cutFor(one) }))
      : []),
  ];
  // Cells far from hers seldom give a cut, and are left to the attack that judges the choice where there are very many.
  const isLarge = counts.filter((count) => count === 1).length * counts.length > mostPairs;
  const cutFor = ({ targets, near }: Insider): readonly number[] => (isLarge ? near : targets);
  try {
    for (let round = 0; round < mostRounds && mayPolish() && bound < below; round += 1) {
      const answer = master.ask({ aim: 'least', cost: cells.map((cell) => [cell, 1] as const) }, secondsPerQuestion);
      if (answer.outcome !== 'solved') break;
      bound = Math.max(bound, Math.ceil(answer.bound - nearness));
      const chosen = cells.map((cell) => (answer.values[cell] ?? 0) > 0.5);
      attack.hide(chosen);
      let cuts = 0;
      for (const { held, targets } of readersOf(chosen)) {
        // Insiders are asked when the others have failed.
        if (held.length > 0 && cuts > 0) break;
        const mine = (targets ?? cells).filter((cell) => chosen[cell]);
        for (const cut of attack.cuts(mine, held, mayPolish)) {
          master.addRow(cut);
          cuts += 1;
        }
      }
      if (cuts > 0 || !mayPolish()) continue;
      if (chosen.filter(Boolean).length >= below) break;
      if (isSafe(chosen)) return { bound, hidden: chosen };
      // Open in whole numbers alone: hiding more is all that can help.
      if ((wholeOnly += 1) > mostWhole) break;
      const others = cells.filter((cell) => !chosen[cell] && (counts[cell] ?? 0) >= least.hidden && !isTold.has(cell));
      master.addRow({ at: others, times: others.map(() => 1), from: 1, to: Number.POSITIVE_INFINITY });
    }
    return { bound: Math.min(bound, below), hidden: null };
  } finally {
    master.close();
    attack.close();
  }
}

type LinearAttack = {
  hide(hidden: readonly boolean[]): void;
  /** For each target that is opened, what a safe table must hide. */
  cuts(targets: readonly number[], held: readonly number[], mayGoOn: () => boolean): readonly LinearRow[];
  close(): void;
};

function openLinearAttack({ table: { layout, counts }, terms }: SuppressionRequest, known: number, solver: Solver): LinearAttack {
  const rows = layout.sums.map(({ whole, parts }) => ({ at: [whole, ...parts], times: [1, ...parts.map(() => -1)], from: 0, to: 0 }));
  const problem: OpenProblem = solver.open({ lower: counts, upper: counts, rows, whole: false });
  const isHidden = counts.map(() => false);
  const rowsOf: (readonly [row: number, times: number])[][] = counts.map(() => []);
  rows.forEach(({ at, times }, row) => at.forEach((cell, index) => rowsOf[cell]?.push([row, times[index] ?? 0])));

  /** How far a cell can be moved, at most `need`, and what hiding each cell gives to that: null where it can be moved far enough. */
  const proofOf = (cell: number, aim: 'most' | 'least', need: number, held: ReadonlySet<number>): ReadonlyMap<number, number> | null => {
    const answer = problem.ask({ aim, cost: [[cell, 1]] }, secondsPerQuestion);
    if (answer.outcome !== 'solved' || Math.abs(answer.objective - (counts[cell] ?? 0)) > need - nearness) return null;
    const sign = aim === 'most' ? 1 : -1;
    const gives = new Map<number, number>();
    let now = 0;
    for (const [other, mine] of rowsOf.entries()) {
      if (held.has(other)) continue;
      const price = mine.reduce((sum, [row, times]) => sum - times * (answer.prices[row] ?? 0), other === cell ? 1 : 0) * sign;
      const room = (counts[other] ?? 0) - known;
      const gain = price > nearness ? need : price < -nearness ? Math.min(need, -price * Math.max(0, room)) : 0;
      if (gain > nearness) gives.set(other, gain / need);
      if (isHidden[other]) now += gain / need;
    }
    return now < 1 - nearness ? gives : null;
  };
  const cutOf = (cell: number, gives: ReadonlyMap<number, number>): LinearRow => {
    const at = [...gives.keys()].filter((other) => other !== cell);
    // Without the cell itself: it is hidden wherever the cut speaks.
    return {
      at: [...at, cell],
      times: [...at.map((other) => gives.get(other) ?? 0), (gives.get(cell) ?? 0) - 1],
      from: 0,
      to: Number.POSITIVE_INFINITY,
    };
  };
  return {
    hide(hidden) {
      for (const [cell, count] of counts.entries()) {
        const now = hidden[cell] ?? false;
        if (now !== isHidden[cell]) problem.bound(cell, now ? Math.min(known, count) : count, now ? Number.POSITIVE_INFINITY : count);
        isHidden[cell] = now;
      }
    },
    cuts(targets, held, mayGoOn) {
      const still = new Set(held);
      for (const cell of held) problem.bound(cell, counts[cell] ?? 0, counts[cell] ?? 0);
      const found: LinearRow[] = [];
      for (const cell of targets) {
        if (!mayGoOn()) break;
        const count = counts[cell] ?? 0;
        if (terms.protect === 'rule' && isSmall(count, terms)) {
          const [up, down] = [terms.threshold - 1 - count, count - 1];
          const [more, less] = [up > 0 ? proofOf(cell, 'most', up, still) : null, down > 0 ? proofOf(cell, 'least', down, still) : null];
          if (more) found.push(cutOf(cell, more));
          if (less) found.push(cutOf(cell, less));
          if (more || less) continue;
        }
        const more = proofOf(cell, 'most', 1, still);
        const less = more && proofOf(cell, 'least', 1, still);
        if (!more || !less) continue;
        const either = new Map(more);
        for (const [other, gain] of less) either.set(other, Math.min(1, (either.get(other) ?? 0) + gain));
        if (counts.reduce((sum, _, other) => sum + (isHidden[other] ? (either.get(other) ?? 0) : 0), 0) < 1 - nearness)
          found.push(cutOf(cell, either));
      }
      for (const cell of held)
        problem.bound(
          cell,
          isHidden[cell] ? Math.min(known, counts[cell] ?? 0) : (counts[cell] ?? 0),
          isHidden[cell] ? Number.POSITIVE_INFINITY : (counts[cell] ?? 0),
        );
      return found;
    },
    close: () => problem.close(),
  };
}
