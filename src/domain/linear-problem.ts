/**
 * Linear problems, whole numbers or not (da: lineær optimering), as the domain states them. Who solves them is an argument: the domain
 * knows no solver. Every call is answered before the next is made.
 */

/** A row (da: ligning): `from <= sum of times[i] * value[at[i]] <= to`. Equal ends are an equation. */
export type LinearRow = { readonly at: readonly number[]; readonly times: readonly number[]; readonly from: number; readonly to: number };

/** Least or most of `cost · values`, with each value from `lower` to `upper`; infinite ends are allowed. */
export type LinearProblem = {
  readonly aim: 'least' | 'most';
  readonly cost: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly rows: readonly LinearRow[];
  /** Which values must be whole: all, none, or each by itself. */
  readonly whole: boolean | readonly boolean[];
};

/** An answer. `undecided`: the time was over before anything was found, or the solver gave up. */
export type LinearAnswer =
  | SolvedProblem
  | { readonly outcome: 'infeasible' }
  | { readonly outcome: 'unbounded' }
  | { readonly outcome: 'undecided' };

/** A solution of a linear problem. */
export type SolvedProblem = {
  readonly outcome: 'solved';
  readonly values: readonly number[];
  readonly objective: number;
  /** No solution is better than this. Equal to the objective where `proven`. */
  readonly bound: number;
  /** False where time was over and the best so far is given. */
  readonly proven: boolean;
  /** What one more on each row's end would change the objective by; empty where values must be whole. */
  readonly prices: readonly number[];
};

/** What is asked of an open problem: another aim, at the same rows. Costs that are not named are zero. */
export type LinearAim = { readonly aim: 'least' | 'most'; readonly cost: readonly (readonly [at: number, cost: number])[] };

/** A problem that stays open, so that the next question starts where the last ended. It must be closed. */
export type OpenProblem = {
  ask(aim: LinearAim, seconds: number): LinearAnswer;
  bound(at: number, lower: number, upper: number): void;
  addRow(row: LinearRow): void;
  /** A solution that is known, for the next question to start from. */
  startFrom(values: readonly number[]): void;
  close(): void;
};

/** Solver (da: ligningsløser). `seconds` is how long one question may take. */
export type Solver = {
  solve(problem: LinearProblem, seconds: number): LinearAnswer;
  open(problem: Omit<LinearProblem, 'aim' | 'cost'>): OpenProblem;
};
