/** Requests made from the API's own description: whatever fits it is understood, and nothing at all breaks the server. */
import fc, { type Arbitrary } from 'fast-check';
import { Check } from 'typebox/schema';
import { describe, expect, test } from 'vitest';
import { testWeb } from '../../test/web.ts';

type Schema = Readonly<Record<string, unknown>> & {
  readonly type?: 'integer' | 'string' | 'null' | 'array' | 'object';
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly examples?: readonly string[];
};
type Parameter = { readonly name: string; readonly in: 'path' | 'query'; readonly required?: boolean; readonly schema: Schema };
type Content = { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
type Operation = {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
};
type Description = { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };

const web = await testWeb();
const description = (await web.app.inject('/api/openapi.json')).json<Description>();
const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase() as 'GET' | 'PUT', path, operation })),
);

/** Values that fit a schema. */
function fitting(schema: Schema): Arbitrary<unknown> {
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(fitting));
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.type === undefined) return fc.jsonValue();
  switch (schema.type) {
    case 'integer': {
      const { minimum: min, maximum: max } = schema;
      const limits = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
      const huge = max === undefined ? [fc.constantFrom(1e15, 1e21, 1e300, -1e21)] : [];
      return fc.oneof({ weight: 5, arbitrary: fc.integer({ min: Math.max(min ?? 0, 0), max: 9 }) }, fc.integer(limits), ...huge);
    }
    case 'string': {
      const pattern = new RegExp(schema.pattern ?? '', 'u');
      const texts = schema.pattern?.startsWith('^[0-9]{4}')
        ? fc.stringMatching(/^[0-9]{4}$/)
        : fc.string({ unit: 'grapheme', maxLength: 40 });
      const free = texts.filter((text) => pattern.test(text) && text.length <= (schema.maxLength ?? Infinity));
      return schema.examples ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...schema.examples) }, free) : free;
    }
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(fitting(schema.items ?? {}), { maxLength: Math.min(schema.maxItems ?? 5, 5) });
    case 'object':
      return fc.record(Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, property]) => [name, fitting(property)])), {
        requiredKeys: [...(schema.required ?? [])],
      });
  }
}

/** A body that fits, with one part of it, or all of it, taken by something else. */
function broken(schema: Schema): Arbitrary<unknown> {
  const odd = fc.oneof(fc.jsonValue(), fc.constantFrom<unknown>('\u0000', '\ud800', '__proto__', -0, 1e308, [], {}));
  const properties = Object.keys(schema.properties ?? {});
  if (properties.length === 0) return odd;
  return fc.oneof(
    odd,
    fc.tuple(fitting(schema), fc.constantFrom(...properties), odd).map(([body, name, value]) => ({ ...(body as object), [name]: value })),
    fc.tuple(fitting(schema), fc.string(), odd).map(([body, name, value]) => ({ ...(body as object), [name]: value })),
  );
}

type Sent = { readonly url: string; readonly body: unknown };

function requests(path: string, { parameters = [] }: Operation, body: Arbitrary<unknown>): Arbitrary<Sent> {
  const values = Object.fromEntries(
    parameters.map(({ name, required, schema }) => [name, required ? fitting(schema) : fc.option(fitting(schema), { nil: undefined })]),
  );
  return fc.tuple(fc.record(values), body).map(([given, sent]) => {
    const text = (name: string): string => encodeURIComponent(String(given[name]));
    const query = parameters.filter(({ name, in: where }) => where === 'query' && given[name] !== undefined);
    const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => text(name));
    return { url: `${address}${query.length > 0 ? '?' : ''}${query.map(({ name }) => `${name}=${text(name)}`).join('&')}`, body: sent };
  });
}

const bodyOf = (operation: Operation): Schema | null => operation.requestBody?.content['application/json']?.schema ?? null;

async function cookiesOf(user: string): Promise<Record<string, string>> {
  const { response } = await (await web.as(null)).post('/log-ind', { person: user });
  return Object.fromEntries(response.cookies.map(({ name, value }) => [name, value]));
}

/** Sends a request and holds the answer to the description: its status is one of those named, and its body fits. */
async function send(at: (typeof operations)[number], { url, body }: Sent, cookies: Record<string, string>): Promise<number> {
  const payload = bodyOf(at.operation) ? { payload: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {};
  const response = await web.app.inject({ method: at.method, url, cookies, ...payload });
  const described = at.operation.responses[String(response.statusCode)];
  expect(described, `${response.statusCode} ${response.body}`).toBeDefined();
  const media = String(response.headers['content-type']).replace('; charset=utf-8', '');
  const schema = described?.content[media]?.schema;
  expect(schema, `${response.statusCode} as ${media}`).toBeDefined();
  expect(Check((schema ?? false) as never, response.json()), response.body.slice(0, 500)).toBe(true);
  return response.statusCode;
}

describe.each(operations)('$method $path', (at) => {
  test.each(['kommune-odense', 'sekretaer', 'styrelse', 'databeskyttelse'])('understands every request of %s that fits', async (user) => {
    const cookies = await cookiesOf(user);
    const statuses = new Set<number>();
    const schema = bodyOf(at.operation);
    await fc.assert(
      fc.asyncProperty(requests(at.path, at.operation, schema ? fitting(schema) : fc.constant(undefined)), async (sent) => {
        const status = await send(at, sent, cookies);
        statuses.add(status);
        expect([400, 500]).not.toContain(status);
      }),
      { numRuns: at.path.endsWith('/calls') ? 5 : 60 },
    );
    expect(statuses.size).toBeGreaterThan(0);
  });

  test('is not broken by what does not fit', async () => {
    const cookies = await cookiesOf('kommune-odense');
    const schema = bodyOf(at.operation);
    const statuses = new Set<number>();
    await fc.assert(
      fc.asyncProperty(requests(at.path, at.operation, schema ? broken(schema) : fc.constant(undefined)), async (sent) => {
        const status = await send(at, { ...sent, url: `${sent.url}${sent.url.includes('?') ? '&' : '?'}odd=%00` }, cookies);
        statuses.add(status);
        expect(status).toBeLessThan(500);
      }),
      { numRuns: at.path.endsWith('/calls') ? 5 : 200 },
    );
    expect(statuses.size).toBeGreaterThan(0);
  });
});

test('the description names every operation that is tried here', () => {
  expect(operations.length).toBe(8);
});
