/** What may be said of a year, as it goes out. */
import Type from 'typebox';
import { countQuestionIds } from '../domain/call/package.ts';
import { estimateKinds } from '../domain/numbers/published-estimate.ts';
import { callIdSchema, daySchema } from './call-package.ts';
import { closed, oneOf, readable } from './schema.ts';

/** The same sentence in both languages. */
const sentence = closed({ da: Type.String(), en: Type.String() });
const text = Type.Union([Type.String(), Type.Null()]);

/** A published number with its row of the definition grid and the words it was said in. */
const citedSchema = closed({
  id: Type.String(),
  kind: oneOf(estimateKinds),
  low: Type.Number(),
  high: Type.Number(),
  /** `2019`, or `2017-2019`; empty where none is said. */
  year: Type.String(),
  /** The first and the last day; null where the document states none. */
  days: Type.Union([Type.Array(daySchema, { minItems: 2, maxItems: 2 }), Type.Null()]),
  place: closed({ id: Type.String(), name: sentence }),
  population: Type.String(),
  event: Type.String(),
  unit: Type.String(),
  period: Type.String(),
  legalBasis: text,
  ascertainment: Type.String(),
  completeness: Type.String(),
  saidBy: Type.String(),
  said: daySchema,
  source: Type.String(),
  quotation: Type.String(),
  note: text,
});

/** Whether a call's own numbers of the year may be quoted: `alone`, as the releases print them; not where the answers are `made-up`, or that is `unseen`. */
const callOutSchema = closed({
  call: callIdSchema,
  state: oneOf(['alone', 'together', 'hidden', 'draft', 'made-up', 'unseen']),
  releases: Type.Array(Type.String()),
  sentence,
});

const quotedYear = closed({
  year: Type.Integer(),
  sentence,
  quote: citedSchema,
  otherwise: Type.Array(citedSchema),
  neverAdd: Type.Array(citedSchema),
  neverCompare: Type.Array(citedSchema),
  calls: Type.Array(callOutSchema),
});

const silentYear = closed({
  year: Type.Integer(),
  sentence,
  why: oneOf(['something-else', 'not-over', 'nothing']),
  /** What is published of the year and answers another question. */
  numbers: Type.Array(citedSchema),
  calls: Type.Array(callOutSchema),
});

/** What is released of a municipality in one question; `value` is null where nothing may be quoted. */
const releasedNumberSchema = closed({
  call: callIdSchema,
  question: oneOf(countQuestionIds),
  outcome: oneOf(['printed', 'made-up', 'unseen', 'hidden', 'not-released']),
  value: Type.Union([Type.Integer(), Type.Null()]),
  /** The years that the value is of together. */
  years: Type.Array(Type.Integer()),
  rounding: Type.Union([closed({ base: Type.Integer(), reach: Type.Integer() }), Type.Null()]),
  releases: Type.Array(Type.String()),
  sentence,
});

const municipalYear = closed({ year: Type.Integer(), released: Type.Array(releasedNumberSchema) });

export const sayableYearsSchema = readable(
  closed({
    place: Type.String(),
    placeName: sentence,
    /** The numbers in force on this day. */
    asOf: daySchema,
    /** The newest first. */
    years: Type.Array(Type.Union([quotedYear, silentYear, municipalYear])),
  }),
);
