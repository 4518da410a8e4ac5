/** A scenario as it comes in from a file: held equal to the domain's type, and read with the field named where it does not fit. */
import Type, { type TSchema } from 'typebox';
import { Errors } from 'typebox/value';
import { faultsInBasis } from '../domain/planning/lab/check-basis.ts';
import { faultsIn } from '../domain/planning/simulation/check-scenario.ts';
import type { Distribution } from '../domain/planning/simulation/distribution.ts';
import type { Scenario } from '../domain/planning/simulation/scenario.ts';
import { type FaultWords, type ScenarioFault, scenarioFault } from '../domain/planning/simulation/scenario-fault.ts';
import { closed, oneOf, schemaOf } from './schema.ts';

/** The same schema with a sentence for the one who reads it. */
function said<S extends TSchema>(schema: S, description: string): S {
  return { ...schema, description };
}

const number = Type.Number();
const pair = Type.Tuple([number, number]);
const shortText = Type.String({ minLength: 1, maxLength: 200 });
const longText = Type.String({ minLength: 1, maxLength: 1000 });
const distributions = [
  number,
  closed({ exp: number }),
  closed({ uniform: pair }),
  closed({ triangular: Type.Tuple([number, number, number]) }),
  closed({ lognormal: closed({ mean: number, cv: number }) }),
  closed({ values: Type.Array(number), weights: Type.Optional(Type.Array(number)) }),
] as const;

const distributionForms =
  '{"exp": mean}, {"uniform": [from, to]}, {"triangular": [least, likeliest, most]}, {"lognormal": {"mean", "cv"}}, {"values": [...], "weights": [...]}';
const openWhenForms = '{"waiting": women} or {"freeAtMost": places}';
const patienceForms = '"none", "endless", "birth", or years as a number or a distribution';

const distributionSchema = schemaOf<Distribution>()(said(Type.Union([...distributions]), `a number, or one of ${distributionForms}`));

const openWhenSchema = said(Type.Union([closed({ waiting: number }), closed({ freeAtMost: number })]), openWhenForms);

const siteSchema = closed({
  id: Type.String({ minLength: 1, maxLength: 100 }),
  places: number,
  opensAtYears: Type.Optional(number),
  fillingUp: Type.Optional(closed({ fromPlaces: number, weeks: number })),
  flexible: Type.Optional(
    closed({
      places: number,
      leadWeeks: distributionSchema,
      openWhen: openWhenSchema,
      closeWhen: closed({ freeAtLeast: number, forWeeks: distributionSchema }),
    }),
  ),
  refuses: Type.Optional(said(number, 'the share of women that the site says no to')),
});

/** A scenario file. Unknown fields are refused, so that a misspelt assumption is not passed over. */
export const scenarioSchema = schemaOf<Scenario>()(
  closed({
    title: Type.Optional(shortText),
    estimates: Type.Optional(
      said(
        Type.Array(closed({ name: shortText, from: number, to: number, source: longText })),
        'what is said of the need in women a year, each for itself; the planner answers under each, the command simulates arrivalsPerYear',
      ),
    ),
    basis: Type.Optional(
      said(
        Type.Record(Type.String(), closed({ source: longText, range: Type.Optional(pair) })),
        'beside a field: its source, or the word assumption, and the range over which it may be pulled',
      ),
    ),
    years: said(number, 'whole years from the opening day'),
    arrivalsPerYear: said(number, 'the mean demand a year'),
    dispersion: Type.Optional(said(number, 'k of the variation between years: variance = mean + mean²/k')),
    areas: Type.Optional(
      Type.Array(
        closed({ id: Type.String(), weight: number, minutes: said(Type.Record(Type.String(), number), 'minutes to each site by its id') }),
      ),
    ),
    accepts: Type.Optional(said(number, 'the share who accept the offer of a place')),
    reach: Type.Optional(
      said(Type.Array(closed({ upToMinutes: number, share: number })), 'the share of women who would go so far; beyond the last, nobody'),
    ),
    course: Type.Optional(
      closed({ weekAtReferral: distributionSchema, termWeek: Type.Optional(distributionSchema), afterBirthWeeks: distributionSchema }),
    ),
    stayYears: Type.Optional(distributionSchema),
    patience: said(Type.Union([oneOf(['none', 'endless', 'birth']), ...distributions]), patienceForms),
    order: Type.Optional(oneOf(['first-come', 'furthest-pregnant'])),
    sites: Type.Array(siteSchema),
    costs: Type.Optional(
      closed({
        currency: Type.String(),
        priceYear: number,
        discountRate: number,
        siteYear: number,
        openPlaceDay: number,
        occupiedPlaceDay: number,
        opening: number,
      }),
    ),
  }),
);

/** The scenario schema as it is published (docs/scenario.schema.json), JSON Schema 2020-12. */
export function publishedScenarioSchema(): Readonly<Record<string, unknown>> {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Scenario',
    description: 'A demand, the way of a pregnancy, a proposal of provision, and the rules between them: what `samlob simulate` reads.',
    ...(JSON.parse(JSON.stringify(scenarioSchema), inPublishedDraft) as Record<string, unknown>),
  };
}

/** A tuple is written in the words of an earlier draft by the package that the schema is made with; JSON Schema 2020-12 refuses a list under `items`. */
function inPublishedDraft(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('items' in value) || !Array.isArray(value.items)) return value;
  const { items, additionalItems: __, ...rest } = value as { readonly items: readonly unknown[]; readonly additionalItems?: unknown };
  return { ...rest, prefixItems: items, items: false, minItems: items.length };
}

export type ReadScenario =
  | { readonly outcome: 'read'; readonly scenario: Scenario }
  | { readonly outcome: 'faults'; readonly faults: readonly ScenarioFault[] };

/** Reads what a file holds. First the fields and their types; only where they fit, what the numbers say together. */
export function readScenario(value: unknown): ReadScenario {
  const errors = Errors(scenarioSchema, value);
  if (errors.length > 0) return { outcome: 'faults', faults: faultsOf(errors) };
  const scenario = value as Scenario;
  const faults = [...faultsIn(scenario), ...faultsInBasis(scenario)];
  return faults.length > 0 ? { outcome: 'faults', faults } : { outcome: 'read', scenario };
}

type SchemaError = ReturnType<typeof Errors>[number];

function faultsOf(errors: readonly SchemaError[]): readonly ScenarioFault[] {
  const faults = new Map<string, ScenarioFault>();
  for (const error of errors) for (const fault of faultsOfOne(error)) if (!faults.has(fault.where)) faults.set(fault.where, fault);
  return [...faults.values()];
}

function faultsOfOne({ keyword, instancePath, schemaPath, params }: SchemaError): readonly ScenarioFault[] {
  const choice = schemaPath.indexOf('/anyOf');
  if (choice >= 0) {
    // Of a choice, what each way misses says little: the field of the choice is named, with what it can be.
    const above = schemaPath.slice(0, choice);
    const depth = above.match(/\/(?:(?:properties|patternProperties)\/[^/]+|items)/g)?.length ?? 0;
    return [scenarioFault(fieldAt(instancePath.split('/').slice(1, depth + 1)), choiceAt(above))];
  }
  const path = instancePath.split('/').slice(1);
  if (keyword === 'required' && 'requiredProperties' in params)
    return params.requiredProperties.map((name) => scenarioFault(fieldAt([...path, name]), { code: 'missing' }));
  if (keyword === 'additionalProperties') return [];
  const where = fieldAt(path);
  if (keyword === 'boolean') return [scenarioFault(where, { code: 'unknown' })];
  if (keyword === 'enum' && 'allowedValues' in params)
    return [scenarioFault(where, { code: 'not-one-of', about: { known: params.allowedValues.join(', ') } })];
  return [scenarioFault(where, keyword === 'type' && 'type' in params ? notOfType(String(params.type)) : notFitting(keyword))];
}

function notOfType(type: string): FaultWords {
  switch (type) {
    case 'number':
      return { code: 'not-number' };
    case 'string':
      return { code: 'not-text' };
    case 'array':
      return { code: 'not-list' };
    case 'object':
      return { code: 'not-object' };
  }
  return notFitting(type);
}

function notFitting(keyword: string): FaultWords {
  const isLength = ['minLength', 'maxLength', 'minItems', 'maxItems'].includes(keyword);
  return isLength ? { code: 'not-length' } : { code: 'not-fitting', about: { keyword } };
}

/** `sites[0].places`; the whole is called the scenario. */
function fieldAt(path: readonly string[]): string {
  if (path.length === 0) return 'the scenario';
  return path
    .map((name, index) =>
      /^\d+$/.test(name) ? `[${name}]` : `${index === 0 ? '' : '.'}${name.replaceAll('~1', '/').replaceAll('~0', '~')}`,
    )
    .join('');
}

/** What can stand where a choice is: by the sentence that the schema says it with. */
function choiceAt(schemaPath: string): FaultWords {
  let at: unknown = scenarioSchema;
  for (const name of schemaPath.split('/').slice(1)) at = typeof at === 'object' && at !== null ? Reflect.get(at, name) : undefined;
  const description: unknown = typeof at === 'object' && at !== null ? Reflect.get(at, 'description') : undefined;
  if (description === openWhenForms) return { code: 'no-opening', about: { forms: openWhenForms } };
  if (description === patienceForms) return { code: 'no-patience', about: { forms: patienceForms } };
  return { code: 'no-distribution', about: { forms: distributionForms } };
}
