/** What the server's hooks have put on every request. The pages say the same of theirs: edges do not import each other. */
import type { Permission } from '../access/permissions.ts';
import type { Actor, Permit } from '../domain/trail.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    permission?: Permission | 'public' | 'signed-in';
  }
  interface FastifyRequest {
    actor: Actor | null;
    permit(): Permit;
  }
}
