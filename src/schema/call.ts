/** Calls, answers and reports as they come in and go out. */
import Type, { type Static } from 'typebox';
import { type Answer, type AnsweredCounts, type AnswerField, type AnswerProblem, answerOrigins } from '../domain/call/answer.ts';
import type { NotReleased } from '../domain/call/edition.ts';
import { callStatuses } from '../domain/call/lifecycle.ts';
import { editions } from '../domain/disclosure/publishable.ts';
import { regionIds } from '../domain/geography/regions.ts';
import type { FigureValue } from '../domain/numbers/figure.ts';
import { callIdSchema, callPackageSchema, daySchema, municipalitySchema, questionSchema } from './call-package.ts';
import { closed, oneOf, readable, schemaOf } from './schema.ts';

/** A region's id, or `danmark`. */
export const placeSchema = oneOf([...regionIds, 'danmark']);
export const editionSchema = oneOf(editions);
export const statusSchema = oneOf(callStatuses);

const answeredCountsSchema = schemaOf<AnsweredCounts>()(closed({ counts: Type.Array(Type.Integer()), origin: oneOf(answerOrigins) }));

export const answerSchema = schemaOf<Answer>()(
  closed({
    call: callIdSchema,
    municipality: municipalitySchema,
    counts: closed({ any: answeredCountsSchema, residential: answeredCountsSchema }),
    answeredBy: Type.String(),
    answeredOn: daySchema,
  }),
);

/** An answer with its version, which is given back when it is changed. */
export const storedAnswerSchema = closed({ answer: answerSchema, version: Type.Integer() });

/** The most a version can be: the database counts in 32 bits. */
const largestVersion = 2_147_483_647;
export const versionSchema = Type.Integer({ minimum: 1, maximum: largestVersion });

const givenCountsSchema = closed({
  /** One count per year, in the order of the call's years. */
  years: Type.Array(Type.Integer(), { maxItems: 20 }),
  /** The municipality's own sum of the years. */
  total: Type.Integer(),
});

/** A municipality's whole answer as it is sent; `version` is that of the answer it takes the place of, null when there was none. */
export const answerBodySchema = closed({
  version: Type.Union([versionSchema, Type.Null()]),
  answeredBy: Type.String({ maxLength: 200, pattern: String.raw`^[^\u0000-\u001f\u007f\ud800-\udfff]*$` }),
  counts: closed({ any: givenCountsSchema, residential: givenCountsSchema }),
});
export type AnswerBody = Static<typeof answerBodySchema>;

const yearSchema = Type.Union([Type.Integer(), Type.Literal('total')]);
const answerFieldSchema = schemaOf<AnswerField>()(
  Type.Union([closed({ question: questionSchema, year: yearSchema }), closed({ question: Type.Null(), year: Type.Null() })]),
);

const where = { where: answerFieldSchema };
export const answerProblemSchema = schemaOf<AnswerProblem>()(
  Type.Union([
    closed({ ...where, code: oneOf(['missing']) }),
    closed({ ...where, code: oneOf(['not-a-number', 'decimal', 'negative']), written: Type.String() }),
    closed({ ...where, code: oneOf(['too-large']), written: Type.String(), most: Type.Integer() }),
    closed({ ...where, code: oneOf(['too-many-years']), given: Type.Integer(), asked: Type.Integer() }),
    closed({
      ...where,
      code: oneOf(['parts-differ-from-total']),
      parts: Type.Array(Type.Integer()),
      sum: Type.Integer(),
      total: Type.Integer(),
    }),
    closed({ ...where, code: oneOf(['residential-exceeds-any']), residential: Type.Integer(), any: Type.Integer() }),
    closed({ ...where, code: oneOf(['no-name']) }),
  ]),
);

export const notReleasedSchema = schemaOf<NotReleased>()(
  Type.Union([
    closed({ reason: oneOf(['not-reported']) }),
    closed({ reason: oneOf(['too-few-answers']), place: placeSchema, answered: Type.Integer() }),
    closed({ reason: oneOf(['not-made']) }),
  ]),
);

/** A call as far as it has come, with the answers that the one who asks may see. */
export const callProgressSchema = readable(
  closed({
    package: callPackageSchema,
    status: statusSchema,
    answered: Type.Array(
      closed({ municipality: municipalitySchema, region: Type.String(), answeredOn: daySchema, version: Type.Integer() }),
    ),
    answers: Type.Array(storedAnswerSchema),
  }),
);

const figureValueSchema = schemaOf<FigureValue>()(
  Type.Union([Type.Number(), closed({ suppressed: Type.Unsafe<true>({ type: 'boolean', enum: [true] }) })]),
);

/** A report with every figure and every table. */
export const reportSchema = readable(
  closed({
    report: closed({
      call: Type.String(),
      region: Type.String(),
      edition: editionSchema,
      asOf: Type.String(),
      isDraft: Type.Boolean(),
      title: Type.String(),
    }),
    figures: Type.Array(
      closed({
        id: Type.String(),
        value: figureValueSchema,
        definition: Type.String(),
        edition: Type.String(),
        source: Type.String(),
        period: Type.String(),
        asOf: Type.String(),
        place: Type.String(),
      }),
    ),
    tables: Type.Array(
      closed({
        id: Type.String(),
        caption: Type.String(),
        columns: Type.Array(Type.String()),
        rows: Type.Array(Type.Array(Type.String())),
        notes: Type.Array(Type.String()),
      }),
    ),
  }),
);
