/**
 * The solver behind the domain's linear problems: HiGHS as WebAssembly, loaded once. What experience has taught:
 * - a model's memory is not collected: each is disposed of, and an open one must be closed;
 * - problems are given as numbers and never as text, which rounds coefficients and limits names;
 * - the clock of a model runs on from question to question: it is set back before each, else the time limit of the first counts for all;
 * - with infinite ends «unbounded or infeasible» is an answer of its own: the question is put again without preparation;
 * - when the program inside has failed, it is never asked again: a new one takes its place.
 */
import { createRequire } from 'node:module';
import type highsModule from 'highs';
import type { Highs, Model } from 'highs';
import type { LinearAim, LinearAnswer, LinearProblem, LinearRow, OpenProblem, Solver } from '../domain/linear-problem.ts';

/** How near a whole number a value must be to count as it. */
const tolerance = 1e-6;

/** The package names one type for two forms; this form has its loader where the type says. */
const highsPackage: typeof highsModule = createRequire(import.meta.url)('highs');

let loading: Promise<Solver> | null = null;

/** The solver, loaded on first use; all who ask share one. */
export function loadSolver(): Promise<Solver> {
  loading ??= start();
  return loading;
}

async function start(): Promise<Solver> {
  const forget = (): void => {
    loading = null;
  };
  try {
    return solverOn(await highsPackage.default(), forget);
  } catch (error) {
    forget();
    throw error;
  }
}

function solverOn(highs: Highs, forget: () => void): Solver {
  const open = (problem: Omit<LinearProblem, 'aim' | 'cost'>): OpenProblem => openOn(highs, problem, forget);
  return {
    open,
    solve(problem, seconds) {
      const opened = open(problem);
      try {
        return opened.ask({ aim: problem.aim, cost: problem.cost.map((cost, at) => [at, cost] as const) }, seconds);
      } finally {
        opened.close();
      }
    },
  };
}

function openOn(highs: Highs, problem: Omit<LinearProblem, 'aim' | 'cost'>, forget: () => void): OpenProblem {
  const count = problem.lower.length;
  const isWhole = (at: number): boolean => (typeof problem.whole === 'boolean' ? problem.whole : (problem.whole[at] ?? false));
  const whole = problem.lower.some((_, at) => isWhole(at));
  const guarded = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      // A failure of the program inside, not of what it was given.
      if (error instanceof Error && error.name === 'RuntimeError') forget();
      throw error;
    }
  };
  const model = guarded(() => modelOf(highs, problem, isWhole));
  const costs = new Float64Array(count);

  const setAim = ({ aim, cost }: LinearAim): void => {
    costs.fill(0);
    for (const [at, value] of cost) costs[at] = (costs[at] ?? 0) + value;
    model.changeColsCost({ kind: 'range', from: 0, to: count - 1 }, costs);
    model.changeObjectiveSense(aim === 'most' ? highs.constants.objectiveSense.maximize : highs.constants.objectiveSense.minimize);
  };

  const run = (seconds: number): LinearAnswer | 'unclear' => {
    model.zeroAllClocks();
    model.options.set('time_limit', Math.max(0, seconds));
    model.run();
    return answerOf(highs, model, whole);
  };

  return {
    ask: (aim, seconds) =>
      guarded(() => {
        if (count === 0) return { outcome: 'solved', values: [], objective: 0, bound: 0, proven: true, prices: [] };
        setAim(aim);
        const answer = run(seconds);
        if (answer !== 'unclear') return answer;
        model.options.set('presolve', 'off');
        const again = run(seconds);
        model.options.set('presolve', 'choose');
        return again === 'unclear' ? { outcome: 'undecided' } : again;
      }),
    bound: (at, lower, upper) => guarded(() => void model.changeColBounds(at, finite(highs, lower), finite(highs, upper))),
    addRow: (row) =>
      guarded(() => void model.addRow(finite(highs, row.from), finite(highs, row.to), { indices: row.at, values: row.times })),
    startFrom: (values) => guarded(() => void model.setSolution({ colValue: values })),
    close: () => guarded(() => model.dispose()),
  };
}

function finite(highs: Highs, end: number): number {
  return Number.isFinite(end) ? end : Math.sign(end) * highs.infinity;
}

function modelOf(highs: Highs, problem: Omit<LinearProblem, 'aim' | 'cost'>, isWhole: (at: number) => boolean): Model {
  const { lower, upper, rows } = problem;
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, index) => (starts[index + 1] = (starts[index] ?? 0) + row.at.length));
  const { continuous, integer } = highs.constants.variableType;
  const model = highs.createModel({
    numCols: lower.length,
    numRows: rows.length,
    colCost: new Float64Array(lower.length),
    colLower: lower.map((end) => finite(highs, end)),
    colUpper: upper.map((end) => finite(highs, end)),
    rowLower: rows.map(({ from }) => finite(highs, from)),
    rowUpper: rows.map(({ to }) => finite(highs, to)),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: lower.length,
      starts,
      indices: Int32Array.from(rows.flatMap(({ at }: LinearRow) => at)),
      values: Float64Array.from(rows.flatMap(({ times }) => times)),
    },
    integrality: lower.map((_, at) => (isWhole(at) ? integer : continuous)),
  });
  model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.999e-3, mip_feasibility_tolerance: tolerance });
  return model;
}

function answerOf(highs: Highs, model: Model, whole: boolean): LinearAnswer | 'unclear' {
  const status = model.getModelStatus();
  const known = highs.constants.modelStatus;
  if (status === known.infeasible) return { outcome: 'infeasible' };
  if (status === known.unbounded) return { outcome: 'unbounded' };
  if (status === known.unboundedOrInfeasible) return 'unclear';
  const isSolved = status === known.optimal;
  const hasValues = model.info.get('primal_solution_status') === highs.constants.solutionStatus.feasible;
  if (!hasValues) return { outcome: 'undecided' };
  // An unfinished linear problem gives a point that is no bound on anything.
  if (!isSolved && !whole) return { outcome: 'undecided' };
  const { colValue, rowDual } = model.getSolution();
  const objective = model.getObjectiveValue();
  const bound = whole && !isSolved ? Number(model.info.get('mip_dual_bound')) : objective;
  return { outcome: 'solved', values: [...colValue], objective, bound, proven: isSolved, prices: whole ? [] : [...rowDual] };
}
