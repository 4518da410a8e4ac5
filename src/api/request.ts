/** What the server's hooks have put on every request. The pages say the same of theirs: edges do not import each other. */
import type { RouteConfig } from '../access/route-config.ts';
import type { Actor, Permit } from '../domain/trail.ts';

declare module 'fastify' {
  interface FastifyContextConfig extends RouteConfig {}
  interface FastifyRequest {
    actor: Actor | null;
    permit(): Permit;
  }
}
