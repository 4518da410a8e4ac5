/** A refusal as RFC 9457 writes it (application/problem+json). */
import Type, { type TSchema } from 'typebox';
import { answerProblemSchema, notReleasedSchema, statusSchema, storedAnswerSchema } from './call.ts';
import { tableProblemSchema } from './estimation.ts';
import { closed } from './schema.ts';

const usual = { type: Type.String(), title: Type.String(), status: Type.Integer(), detail: Type.Optional(Type.String()) };
/** The same sentence in both languages. */
const sentence = closed({ da: Type.String(), en: Type.String() });

export const problemSchema = closed(usual);

/** All that is wrong at once: where, and what in an English sentence or a part of one. */
const errors = Type.Array(
  closed({
    pointer: Type.String({
      description: 'A JSON pointer into the request; its first part is params, querystring or body',
      examples: ['/body/counts/any/years/0'],
    }),
    detail: Type.String({ examples: ['must be integer'] }),
  }),
  { minItems: 1, description: 'Every fault that was found, each with its place; of very many the first fifty' },
);

/** What was sent does not fit the schema: each place with what is wrong. Without `errors` it could not be read at all. */
export const badRequestSchema = closed({ ...usual, errors: Type.Optional(errors) });

/** What was sent fits the schema, and its values are wrong: each place with what is wrong. */
export const faultsSchema = closed({ ...usual, errors });

/** A text could hold a CPR number: each such text, with its sentence in both languages. */
export const holdsCprSchema = closed({
  ...usual,
  errors,
  fields: Type.Array(closed({ pointer: Type.String(), sentence }), { minItems: 1 }),
});

/** The answer's numbers are wrong or clash: all problems at once, each with its place among `errors` too. */
export const answerRefusedSchema = closed({
  ...usual,
  errors,
  problems: Type.Array(closed({ problem: answerProblemSchema, sentence }), { minItems: 1 }),
});

/** The answer was not saved: somebody else has answered meanwhile and theirs stands, or the call takes no more answers. */
export const notSavedSchema = Type.Union([
  closed({ ...usual, theirs: storedAnswerSchema }),
  closed({ ...usual, callStatus: statusSchema }),
]);

/** The public edition is not released. */
export const reportNotReleasedSchema = closed({
  ...usual,
  reasons: Type.Array(closed({ reason: notReleasedSchema, sentence }), { minItems: 1 }),
});

/** The table of an analysis cannot be read: `problem` is the first fault of the table, with its line and column. */
export const tableRefusedSchema = closed({ ...usual, errors, problem: Type.Optional(tableProblemSchema) });

/** A response of the API that is such a problem, with its own media type. */
export function problemResponse<S extends TSchema>(
  description: string,
  schema: S,
): { readonly description: string; readonly content: { readonly 'application/problem+json': { readonly schema: S } } } {
  return { description, content: { 'application/problem+json': { schema } } };
}
