/**
 * A word that stands more than once in an address (da: et ord, der gentages i adressen): pages read one text of each, so the first counts,
 * as it does of a form's field. Only what is ticked among several keeps them all. Where a schema reads the address, the schema says.
 */
import type { FastifyInstance } from 'fastify';

/** Ticked among several, and read as such (`Fields.all`, or as a list). */
const ticked: ReadonlySet<string> = new Set(['behov', 'alle-naetter', 'forslag']);

/** Gives every route that has no schema for its address one text of each word. */
export function takeFirstOfRepeated(app: FastifyInstance): void {
  app.addHook('preValidation', async (request) => {
    if (request.routeOptions.schema?.querystring !== undefined || typeof request.query !== 'object' || request.query === null) return;
    const asked = request.query as Record<string, unknown>;
    for (const [word, value] of Object.entries(asked)) if (Array.isArray(value) && !ticked.has(word)) asked[word] = value[0];
  });
}
