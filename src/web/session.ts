/** Who is logged in: a random secret in a cookie, its digest in the database. */
import { createHash, randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { decide } from '../access/decide.ts';
import type { Permission } from '../access/permissions.ts';
import type { Id } from '../domain/id.ts';
import { addMinutes } from '../domain/time.ts';
import { closeSession, openSession, sessionActor } from '../store/session.ts';
import { assetPrefix, type WebContext } from './context.ts';
import { languages } from './ui/language.ts';

const cookieName = 'samlob_session';
/** A working day and a little: after that one logs in again. */
const sessionMinutes = 10 * 60;

/** No login (401) or no permission (403). Each edge answers in its own way: the pages with a login or a page, the API with a problem. */
export class Refusal extends Error {
  readonly statusCode: 401 | 403;
  /** The permission that is missing; null where that is not why. */
  readonly permission: Permission | null;

  constructor(statusCode: 401 | 403, because: string, permission: Permission | null = null) {
    super(because);
    this.statusCode = statusCode;
    this.permission = permission;
  }
}

export function useSessions(app: FastifyInstance, { db, now }: WebContext): void {
  app.decorateRequest('actor', null);
  app.decorateRequest('language', 'da');
  app.decorateRequest('permit', () => {
    throw new Error('this route has no permission to give a permit for');
  });

  app.addHook('onRequest', async (request) => {
    request.language = languages.find((language) => language === request.cookies.sprog) ?? 'da';
    const secret = request.cookies[cookieName];
    // The built files are the same for everyone: nobody is looked up for them.
    if (secret && !request.url.startsWith(assetPrefix)) request.actor = await sessionActor(db, digestOf(secret), now());
  });

  app.addHook('preHandler', async (request) => {
    const permission = request.routeOptions.config.permission;
    if (permission === undefined || permission === 'public') return;
    if (!request.actor) throw new Refusal(401, 'Log ind først.');
    if (permission === 'signed-in') return;
    const decision = decide(request.actor, permission, now());
    if (decision.outcome === 'refused') throw new Refusal(403, decision.because, decision.permission);
    request.permit = () => decision.permit;
  });
}

/** Logs a user in: opens a session and sets its cookie. */
export async function logIn(reply: FastifyReply, { db, now, secure }: WebContext, user: Id<'user'>): Promise<void> {
  const secret = randomBytes(32).toString('base64url');
  await openSession(db, { digest: digestOf(secret), user, opened: now(), expires: addMinutes(now(), sessionMinutes) });
  void reply.setCookie(cookieName, secret, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: sessionMinutes * 60 });
}

/** Ends the session at once: the cookie is of no use to anyone afterwards. */
export async function logOut(reply: FastifyReply, { db }: WebContext, secret: string | undefined): Promise<void> {
  if (secret) await closeSession(db, digestOf(secret));
  void reply.clearCookie(cookieName, { path: '/' });
}

export function sessionSecret(cookies: Readonly<Record<string, string | undefined>>): string | undefined {
  return cookies[cookieName];
}

function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
