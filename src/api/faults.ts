/** All that is wrong with a request, each with its place: what one answer names at once, so that nobody mends a request fault by fault. */
import type { FastifyRequest } from 'fastify';
import { Errors } from 'typebox/schema';
import { Settings } from 'typebox/system';
import { couldHoldCpr } from '../domain/numbers/could-hold-cpr.ts';

/** `pointer` is a JSON pointer into the request, `/body/counts/any/total`: its first part is `params`, `querystring` or `body`. */
export type Fault = { readonly pointer: string; readonly detail: string };

/** The parts of a request that have a schema, in the order they are told. */
const parts = ['params', 'querystring', 'body'] as const;
type Part = (typeof parts)[number];

/** So many faults are named at most; nobody mends more at once. */
export const mostFaults = 50;

/** So many are looked for in a part: the validator tells a fault in more than one way, and looks no further than it must. */
const mostErrors = 2 * mostFaults;

/** A fault as a validator of JSON schema tells it. */
type SchemaError = {
  readonly keyword: string;
  readonly schemaPath: string;
  readonly instancePath: string;
  readonly params: object;
  readonly message?: string;
};

/** `isAll` is false where a part has so many that the search ended before they did. */
export type Faults = { readonly faults: readonly Fault[]; readonly isAll: boolean };

/** In what a request does not fit the schemas of its route: in its path, its query and its body. */
export function schemaFaults(request: Pick<FastifyRequest, 'routeOptions' | 'params' | 'query' | 'body'>): Faults {
  const given: Readonly<Record<Part, unknown>> = { params: request.params, querystring: request.query, body: request.body };
  const { schema } = request.routeOptions;
  const found = parts.map((part) => {
    const wanted = schema?.[part];
    return { part, errors: isSchema(wanted) ? errorsOf(wanted, given[part]) : [] };
  });
  return {
    faults: found.flatMap(({ part, errors }) => faultsIn(part, errors)),
    isAll: found.every(({ errors }) => errors.length < mostErrors),
  };
}

function isSchema(schema: unknown): schema is object {
  return typeof schema === 'object' && schema !== null;
}

/** The checker stops at eight faults unless it is told otherwise, for all who use it: it is told for this one call. */
function errorsOf(schema: object, value: unknown): readonly SchemaError[] {
  const { maxErrors } = Settings.Get();
  Settings.Set({ maxErrors: mostErrors });
  try {
    const [, errors] = Errors(schema, value);
    return errors;
  } finally {
    Settings.Set({ maxErrors });
  }
}

/** The faults that a validator has found in a part, each once, in words. */
export function faultsIn(part: string, errors: readonly SchemaError[]): readonly Fault[] {
  const choices = errors.filter(({ keyword }) => keyword === 'anyOf');
  const isOfChoice = ({ schemaPath }: SchemaError): boolean =>
    choices.some((choice) => schemaPath.startsWith(`${choice.schemaPath}/anyOf/`));
  const faults = errors
    .filter((error) => !isOfChoice(error))
    .flatMap((error): readonly Fault[] => {
      const at = (name?: string): string =>
        safePointer(`/${part}`, [...namesOn(error.instancePath), ...(name === undefined ? [] : [name])]);
      switch (error.keyword) {
        case 'required':
          return namesIn(error.params, 'requiredProperties', 'missingProperty').map((name) => ({
            pointer: at(name),
            detail: 'is missing',
          }));
        case 'additionalProperties':
          return namesIn(error.params, 'additionalProperties', 'additionalProperty').map((name) => ({
            pointer: at(name),
            detail: 'is not known here',
          }));
        case 'enum':
          return [{ pointer: at(), detail: `must be one of: ${namesIn(error.params, 'allowedValues').join(', ')}` }];
        case 'anyOf': {
          const branches = errors.filter(
            (one) => one.instancePath === error.instancePath && one.schemaPath.startsWith(`${error.schemaPath}/anyOf/`),
          );
          const said = branches.map(messageOf).join(', or ');
          return [{ pointer: at(), detail: said === '' ? messageOf(error) : said }];
        }
        // It says no more than the name that is not known.
        case 'boolean':
          return [];
        default:
          return [{ pointer: at(), detail: messageOf(error) }];
      }
    });
  const isChosenFrom = new Set(
    errors.filter(({ keyword }) => keyword === 'enum').map(({ instancePath }) => safePointer(`/${part}`, namesOn(instancePath))),
  );
  const told = faults.filter(({ pointer, detail }) => !(isChosenFrom.has(pointer) && detail === 'must be string'));
  return [...new Map(told.map((fault) => [`${fault.pointer} ${fault.detail}`, fault])).values()];
}

function messageOf({ message }: SchemaError): string {
  return message ?? 'does not fit the schema';
}

/** The texts that a parameter of an error holds, one or a list. */
function namesIn(params: object, ...keys: readonly string[]): readonly string[] {
  const found = Object.entries(params).flatMap(([key, value]: readonly [string, unknown]) => (keys.includes(key) ? [value] : []));
  return found.flat().filter((name) => typeof name === 'string');
}

/** The names on the way that a validator gives. */
function namesOn(instancePath: string): readonly string[] {
  return instancePath
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** A JSON pointer to what lies under some names. A name can be a number that nobody should write again: the pointer then ends above it. */
export function safePointer(start: string, names: readonly string[]): string {
  const cut = names.findIndex(couldHoldCpr);
  return [start, ...(cut < 0 ? names : names.slice(0, cut)).map(escaped)].join('/');
}

/** A name as a part of a JSON pointer. */
function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
