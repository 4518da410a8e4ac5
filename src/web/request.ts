/** What every request carries, and what every route must say of itself. */
import type { RouteConfig } from '../access/route-config.ts';
import type { Crumb } from './ui/layout.tsx';
import type { Notice } from './ui/receipt.tsx';
import type { Language } from './ui/language.ts';
import type { Actor, Permit } from '../domain/trail.ts';
import type { ReactNode } from 'react';

export type PageView = {
  readonly title: string;
  readonly crumbs?: readonly Crumb[];
  /** The main action, beside the title. */
  readonly action?: ReactNode;
  readonly content: ReactNode;
  /** HTTP status; 200 when not said, 422 for a form that was refused. */
  readonly status?: number;
};

declare module 'fastify' {
  interface FastifyContextConfig extends RouteConfig {}
  interface FastifyRequest {
    language: Language;
    /** Null before login. */
    actor: Actor | null;
    /** The permit for the route's permission. Throws on a route that has none: that is a bug. */
    permit(): Permit;
  }
  interface FastifyReply {
    /** Sends a whole page in the frame. */
    page(view: PageView): FastifyReply;
    /**
     * Goes to another page after a change was saved, and says there what was done; as a warning where something is to be noticed. An address that
     * goes to a card says it on the card, where that has a `ReceiptAt`.
     */
    done(address: string, notice: string, tone?: Notice['tone']): FastifyReply;
  }
}
