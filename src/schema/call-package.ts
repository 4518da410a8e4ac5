/** A call as it was issued: what is asked, by whom, of whom and by when. */
import Type from 'typebox';
import {
  type IssuedPackage,
  countAscertainments,
  type CountQuestion,
  countQuestionIds,
  type SourcedText,
  type TargetGroup,
  type Theme,
} from '../domain/call/package.ts';
import type { Id } from '../domain/id.ts';
import type { Definition } from '../domain/numbers/figure.ts';
import type { Day } from '../domain/time.ts';
import { closed, oneOf, schemaOf } from './schema.ts';

/** A call's id, as it stands in addresses. */
export const callIdSchema = Type.Unsafe<Id<'call'>>(Type.String({ maxLength: 100, examples: ['2019-gravide'] }));

/** A municipality's code: four digits. */
export const municipalitySchema = Type.Unsafe<Id<'municipality'>>(Type.String({ pattern: '^[0-9]{4}$', examples: ['0461', '0851'] }));

export const daySchema = Type.Unsafe<Day>(Type.String({ format: 'date' }));

export const questionSchema = oneOf(countQuestionIds);

const definitionSchema = schemaOf<Definition>()(closed({ id: Type.String(), edition: Type.String(), text: Type.String() }));
const sourcedTextSchema = schemaOf<SourcedText>()(closed({ text: Type.String(), source: Type.String() }));
const criterionSchema = closed({ id: Type.String(), text: Type.String(), source: Type.String() });

const targetGroupSchema = schemaOf<TargetGroup>()(
  closed({
    edition: Type.String(),
    name: sourcedTextSchema,
    inclusion: Type.Array(criterionSchema),
    exclusion: Type.Array(criterionSchema),
  }),
);

const countQuestionSchema = schemaOf<CountQuestion>()(
  closed({
    id: questionSchema,
    title: Type.String(),
    shortTitle: Type.String(),
    definition: definitionSchema,
    ascertainment: oneOf(countAscertainments),
    source: Type.String(),
  }),
);

const themeSchema = schemaOf<Theme>()(
  closed({ number: Type.Unsafe<Theme['number']>({ type: 'integer', enum: [1, 2, 3, 4] }), text: Type.String(), source: Type.String() }),
);

/** What goes out of a call: not the totals and quotations that documents have printed, which hold small counts. */
export const callPackageSchema = schemaOf<IssuedPackage>()(
  closed({
    id: callIdSchema,
    edition: Type.String(),
    title: Type.String(),
    published: daySchema,
    issued: daySchema,
    answerBy: daySchema,
    issuedBy: Type.String(),
    legalBasis: sourcedTextSchema,
    source: Type.String(),
    background: Type.Array(sourcedTextSchema),
    targetGroup: targetGroupSchema,
    themes: Type.Array(themeSchema),
    years: Type.Array(Type.Integer()),
    questions: closed({ any: countQuestionSchema, residential: countQuestionSchema }),
    reservations: Type.Array(sourcedTextSchema),
    process: Type.Array(sourcedTextSchema),
  }),
);
