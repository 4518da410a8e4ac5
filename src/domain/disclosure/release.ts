/**
 * A release (da: udgivelse): a table made fit to be published, attacked together with all earlier releases of the same matter, and entered
 * in the ledger. What has been made once is given again and never made anew: two roundings of the same counts tell more than one.
 */
import type { Solver } from '../linear-problem.ts';
import type { CellSum, Layout } from './count-table.ts';
import { entriesOf } from './known.ts';
import { sightsOf } from './ledger.ts';
import { propagate } from './propagate.ts';
import type { LedgerEntry, Refusal } from './refusal.ts';
import type { OnProgress } from './release-audit.ts';
import { type Around, attempt, cellBy, partOf, type Standing, standingOf } from './release-attempt.ts';
import type { ReleaseDecision, ReleaseRequest } from './release-request.ts';
import type { RoundingAround } from './rounding.ts';

/** Decides whether a table is released, and as what. */
export function decideRelease(
  request: ReleaseRequest,
  ledger: readonly LedgerEntry[],
  solver: Solver,
  onProgress: OnProgress,
): ReleaseDecision {
  const { table, matter, digest, method, known = [] } = request;
  const entry = ledger.find((one) => one.matter === matter && one.digest === digest);
  if (entry) return { outcome: 'frozen', entry };

  const earlier = [...entriesOf(known, request.finest ?? table), ...ledger.filter((one) => one.matter === matter)];
  // The table is made as without the documents that excuse nothing, and made again where those who have read them open a cell.
  const stands: Standing = { ...standingOf(request, sightsOf(earlier)[0]), known: earlier };
  const alone = attempt(request, stands, null, solver, partOf(onProgress, 0, firstShare)).decision;
  if (alone.outcome !== 'refused' || method === 'primary-only' || earlier.length === 0) return alone;
  // Now it is made around what is known. What all can read already protects nothing by being hidden: it stays printed, others are hidden.
  const around = madeAround(request, stands, alone.why, solver, onProgress);
  switch (around.outcome) {
    case 'released':
      return { ...around, insteadOf: alone.why };
    case 'refused':
      return alone;
    case 'frozen':
    case 'stopped':
      return around;
  }
}

/** So often a table is made again where one has been opened: with another multiple in a rounded cell, or more hidden around a hidden one. */
const mostAgain = { rounding: 20, suppression: 6 } as const;

/** Makes the table with what is known in mind, and, where a cell is opened all the same, again. */
function madeAround(request: ReleaseRequest, stands: Standing, why: Refusal, solver: Solver, onProgress: OnProgress): ReleaseDecision {
  const { method, table, finest } = request;
  const known = knownOf(stands, table.layout);
  if (!known || method === 'primary-only') return { outcome: 'refused', why };
  const avoid = new Map<number, readonly number[]>();
  const fixed = roundedBefore(stands, request.base);
  let alsoHidden: readonly number[] = [];
  for (let round = 0; ; round += 1) {
    const around: Around = { known, avoid, fixed, alsoHidden, told: stands.told };
    // Each further table is given half of what is left: nobody knows how many it takes.
    const [from, to] = [1 - (1 - firstShare) / 2 ** round, 1 - (1 - firstShare) / 2 ** (round + 1)];
    const { decision, printed } = attempt(request, stands, around, solver, partOf(onProgress, from, to));
    if (decision.outcome !== 'refused' || decision.why.reason !== 'opened' || !printed || round >= mostAgain[method]) return decision;
    const cell = finest ? cellBy(finest, decision.why.opened.cell, table) : decision.why.opened.cell;
    if (cell === null) return decision;
    if (method === 'rounding') {
      const value = printed[cell] ?? 0;
      if (avoid.get(cell)?.includes(value)) return decision;
      avoid.set(cell, [...(avoid.get(cell) ?? []), value]);
    } else {
      const near = table.layout.sums.flatMap(({ whole, parts }) => (whole === cell || parts.includes(cell) ? [whole, ...parts] : []));
      const more = near.filter((one) => printed[one] !== null && !alsoHidden.includes(one));
      if (more.length === 0) return decision;
      alsoHidden = [...alsoHidden, ...more];
    }
  }
}

/** The cells that an earlier release has rounded to multiples of the same base. */
function roundedBefore({ joined, earlier }: Standing, base: number): RoundingAround['fixed'] {
  const steps = new Map(earlier.flatMap(({ id, terms: { rounding } }) => (rounding?.base === base ? [[id, rounding.steps] as const] : [])));
  return new Map(
    [...joined.printedBefore].flatMap(([cell, { value, release }]) => {
      const further = steps.get(release);
      return further === undefined ? [] : [[cell, { value, steps: further }] as const];
    }),
  );
}

/** What all know of the cells: bounds by every sum there is, and the sums between cells of this layout alone. */
function knownOf({ joined }: Standing, layout: Layout): Around['known'] | null {
  const all = propagate([...layout.sums, ...joined.sums], joined.bounds);
  if (!all) return null;
  const isOwn = ({ whole, parts }: CellSum): boolean => whole < layout.size && parts.every((part) => part < layout.size);
  return {
    bounds: { lower: all.lower.slice(0, layout.size), upper: all.upper.slice(0, layout.size) },
    sums: joined.sums.filter(isOwn),
  };
}

/** Of all the work, the share of the table as it is by itself. */
const firstShare = 0.5;
