/** Analyses of the hidden number as they come in and go out. */
import Type from 'typebox';
import type { TableProblem } from '../domain/estimation/table-problem.ts';
import { mostLists } from '../domain/estimation/overlap-table.ts';
import { closed, readable, schemaOf } from './schema.ts';

const number = Type.Union([Type.Number(), Type.Null()]);
const text = Type.Union([Type.String(), Type.Null()]);

/** What is asked: the table as CSV with a column per list and `count`. */
export const analysisRequestSchema = readable(
  closed({
    title: Type.String({
      minLength: 1,
      maxLength: 200,
      pattern: '^[^\\u0000-\\u001f]+$',
      examples: ['Gravide i rusmiddelbehandling 2025'],
    }),
    table: Type.String({
      maxLength: 100_000,
      description: `CSV: a column of 0 and 1 for each of at most ${mostLists} lists, then count: 7, 1-4 or 0-25`,
      examples: ['A,B,count\n1,0,50\n0,1,40\n1,1,25\n'],
    }),
    seed: Type.Integer({ minimum: 0, maximum: 999_999_999 }),
    replicates: Type.Integer({ minimum: 1, maximum: 1000 }),
  }),
);

const analysis = {
  id: Type.String(),
  /** An analysis is never for the public: it holds what the lists held, small counts among them. */
  internal: Type.Literal(true),
  mayRead: closed({ da: Type.String(), en: Type.String() }),
  title: Type.String(),
  recorded: Type.String({ format: 'date-time' }),
  by: Type.String(),
  /** SHA-256 of the table. */
  digest: Type.String(),
  edition: Type.String(),
  seed: Type.Integer(),
  replicates: Type.Integer(),
  /** `range`: what methods with their intervals and assumptions leave; no `high` where only a lower bound is known, null where nothing is. */
  conclusion: closed({
    status: Type.String(),
    gate: Type.String(),
    text: Type.String(),
    range: Type.Union([closed({ low: Type.Number(), high: number, undecided: Type.Boolean() }), Type.Null()]),
  }),
  spread: closed({ min: number, max: number, ratio: number }),
};

export const analysisListSchema = readable(closed({ analyses: Type.Array(closed(analysis)) }));

/** An analysis with every method's answer; `warnings` are English sentences. */
export const analysisSchema = readable(
  closed({
    ...analysis,
    lists: Type.Array(Type.String()),
    observed: Type.Union([Type.Number(), Type.Array(Type.Number(), { minItems: 2, maxItems: 2 })]),
    methods: Type.Array(
      closed({
        method: Type.String(),
        model: text,
        estimate: number,
        interval: Type.Array(number, { minItems: 2, maxItems: 2 }),
        level: Type.Number(),
        aic: number,
        bic: number,
        status: Type.String(),
        warnings: Type.Array(Type.String()),
      }),
    ),
    leftOut: Type.Array(closed({ method: Type.String(), reason: Type.String() })),
  }),
);

/** Where a table is wrong. */
export const tableProblemSchema = schemaOf<Pick<TableProblem, 'line' | 'column' | 'sentence'>>()(
  closed({ line: Type.Integer(), column: Type.Integer(), sentence: Type.String() }),
);
