/** A refusal as RFC 9457 writes it (application/problem+json). */
import Type, { type TSchema } from 'typebox';
import { answerProblemSchema, notReleasedSchema, statusSchema, storedAnswerSchema } from './call.ts';
import { closed } from './schema.ts';

const usual = { type: Type.String(), title: Type.String(), status: Type.Integer(), detail: Type.Optional(Type.String()) };
/** The same sentence in both languages. */
const sentence = closed({ da: Type.String(), en: Type.String() });

export const problemSchema = closed(usual);

/** What was sent does not fit the schema: each place with what is wrong. */
export const badRequestSchema = closed({
  ...usual,
  errors: Type.Optional(Type.Array(closed({ pointer: Type.String(), message: Type.String() }))),
});

/** The answer's numbers are wrong or clash: all problems at once. */
export const answerRefusedSchema = closed({
  ...usual,
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

/** A response of the API that is such a problem, with its own media type. */
export function problemResponse<S extends TSchema>(
  description: string,
  schema: S,
): { readonly description: string; readonly content: { readonly 'application/problem+json': { readonly schema: S } } } {
  return { description, content: { 'application/problem+json': { schema } } };
}
