/** The API: JSON below `/api` for other systems, described by OpenAPI 3.1. Same session and same permissions as the pages. */
import swagger from '@fastify/swagger';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyPluginAsync } from 'fastify';
import { analysisRoutes } from './analysis.ts';
import { type ApiContext, callRoutes } from './call.ts';
import { refuseCprInJson } from './cpr-in-json.ts';
import { answerWithProblems } from './problem.ts';
import { sayableRoutes } from './sayable.ts';
import { unitCalendarRoutes } from './unit-calendar.ts';

/** The plugin with every route of the API. */
export function api(context: ApiContext): FastifyPluginAsync {
  return async (app) => {
    await app.register(
      async (scope) => {
        answerWithProblems(scope);
        refuseCprInJson(scope);
        await scope.register(swagger, {
          openapi: {
            openapi: '3.1.0',
            info: {
              title: 'Samløb',
              version: '1',
              description:
                'Calls, answers and reports, the calendars of units, analyses of the hidden number, and what may be said of a year. Log in on the pages: the session is the same. A refusal is a problem (RFC 9457). What is wrong with a request stands in its errors, all of it at once: each with a JSON pointer into the request (its first part is params, querystring or body) and what is wrong there. 400: it does not fit the schema. 422: it fits, and its values are wrong. A body with a text that could hold a CPR number is refused with 422 and the type urn:samlob:problem:holds-cpr-number.',
            },
            components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'samlob_session' } } },
            security: [{ session: [] }],
          },
        });
        await scope.withTypeProvider<TypeBoxTypeProvider>().register(callRoutes, context);
        await scope.withTypeProvider<TypeBoxTypeProvider>().register(unitCalendarRoutes, context);
        await scope.withTypeProvider<TypeBoxTypeProvider>().register(analysisRoutes, context);
        await scope.withTypeProvider<TypeBoxTypeProvider>().register(sayableRoutes, context);
        scope.get('/openapi.json', { config: { permission: 'public' }, schema: { hide: true } }, async () => scope.swagger());
      },
      { prefix: '/api' },
    );
  };
}
