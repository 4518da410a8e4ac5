/** Who is logged in: a random secret in a cookie, its digest in the database. */
import { createHash, randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { decide } from '../access/decide.ts';
import type { Id } from '../domain/id.ts';
import { addMinutes } from '../domain/time.ts';
import { closeSession, openSession, sessionActor } from '../store/session.ts';
import type { WebContext } from './context.ts';
import { languages } from './ui/language.ts';

const cookieName = 'samlob_session';
/** A working day and a little: after that one logs in again. */
const sessionMinutes = 10 * 60;

export function useSessions(app: FastifyInstance, { db, now }: WebContext): void {
  app.decorateRequest('actor', null);
  app.decorateRequest('language', 'da');
  app.decorateRequest('permit', () => {
    throw new Error('this route has no permission to give a permit for');
  });

  app.addHook('onRequest', async (request) => {
    request.language = languages.find((language) => language === request.cookies.sprog) ?? 'da';
    const secret = request.cookies[cookieName];
    if (secret) request.actor = await sessionActor(db, digestOf(secret), now());
  });

  app.addHook('preHandler', async (request, reply) => {
    const permission = request.routeOptions.config.permission;
    if (permission === undefined || permission === 'public') return undefined;
    if (!request.actor) return reply.redirect(`/log-ind?til=${encodeURIComponent(request.url)}`, 303);
    if (permission === 'signed-in') return undefined;
    const decision = decide(request.actor, permission, now());
    if (decision.outcome === 'refused') return sendRefusal(reply, decision.because);
    request.permit = () => decision.permit;
    return undefined;
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

function sendRefusal(reply: FastifyReply, because: string): FastifyReply {
  const { language } = reply.request;
  return reply.page({
    status: 403,
    title: language === 'da' ? 'Du har ikke adgang til denne side' : 'You do not have access to this page',
    content: because,
  });
}

function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
