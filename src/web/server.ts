/** The web server: hooks first, then one plugin for each task. A route that names no permission does not start. */
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import files from '@fastify/static';
import fastify, { type FastifyInstance } from 'fastify';
import { createElement } from 'react';
import { takeFirstOfRepeated } from './asked-once.ts';
import { callPages } from './calls/calls.tsx';
import { assetPrefix, type WebContext } from './context.ts';
import { useLimits } from './limits.ts';
import { loginPages } from './login/login.tsx';
import { usePages } from './page.tsx';
import { pathwayPages } from './pathways/pathways.tsx';
import { releasePages } from './release/release-pages.tsx';
import { numberPages } from './numbers/numbers.ts';
import { planPages } from './plan/plan.tsx';
import { placePages } from './places/places.ts';
import { refuseCprInForms } from './cpr-in-forms.ts';
import { TextTooLong } from './form.ts';
import { RefusedPage, refusedTitle } from './refused.tsx';
import { longestText } from './ui/fields.tsx';
import { supplyPages } from './supply/supply.ts';
import './request.ts';
import { Refusal, useSessions } from './session.ts';
import { tracePages } from './trace/trace.tsx';
import { waitingPages } from './waiting/waiting.ts';
import { workPages } from './work/work.tsx';

export async function buildServer(context: WebContext): Promise<FastifyInstance> {
  const app = fastify({
    logger: { level: process.env.SAMLOB_LOG ?? 'warn' },
    bodyLimit: 200_000,
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false } },
  });

  app.addHook('onRoute', (route) => {
    // The built files are served by a plugin whose routes cannot name one themselves.
    if (route.url.startsWith(assetPrefix)) route.config = { ...route.config, permission: 'public' };
    if (!route.config?.permission) throw new Error(`${String(route.method)} ${route.url} names no permission`);
  });
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: context.secure ? [] : null,
      },
    },
    hsts: context.secure,
  });
  await app.register(cookie);
  await app.register(formbody);
  refuseForeignForms(app);
  useSessions(app, context);
  refuseNulInAddresses(app);
  takeFirstOfRepeated(app);
  await useLimits(app);
  usePages(app, context);
  useErrorPages(app);
  refuseCprInForms(app);

  if (context.assetFolder !== null) {
    await app.register(files, { root: context.assetFolder, prefix: assetPrefix, immutable: true, maxAge: '365d', decorateReply: false });
  }
  await app.register(loginPages, context);
  await app.register(workPages, context);
  await app.register(pathwayPages, context);
  await app.register(placePages, context);
  await app.register(waitingPages, context);
  await app.register(supplyPages, context);
  await app.register(tracePages, context);
  await app.register(callPages, context);
  await app.register(releasePages, context);
  await app.register(numberPages, context);
  await app.register(planPages, context);
  for (const plugin of context.extra) await app.register(plugin);
  return app;
}

/** A form that another site sends in our user's name is turned away. */
function refuseForeignForms(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    if (request.method === 'GET' || request.method === 'HEAD') return;
    const { origin, host } = request.headers;
    const ours = origin === undefined || origin === 'null' || (URL.canParse(origin) && new URL(origin).host === host);
    const foreign = !ours || request.headers['sec-fetch-site'] === 'cross-site';
    if (foreign) throw new Refusal(403, 'Formularen kom fra et andet websted og er afvist.');
  });
}

/** No text in the database can hold NUL, so no address with it leads anywhere. */
function refuseNulInAddresses(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    if (request.is404 || !request.url.includes('%00')) return;
    reply.callNotFound();
    return reply;
  });
}

function useErrorPages(app: FastifyInstance): void {
  app.setNotFoundHandler({}, (request, reply) => {
    const danish = request.language === 'da';
    return reply.page({
      status: 404,
      title: danish ? 'Siden findes ikke' : 'There is no such page',
      content: danish
        ? 'Adressen er forkert, eller du har ikke adgang til det, den viser.'
        : 'The address is wrong, or you do not have access to what it shows.',
    });
  });
  app.setErrorHandler<Error & { statusCode?: number }>((error, request, reply) => {
    const danish = request.language === 'da';
    if (error instanceof Refusal) {
      if (error.statusCode === 401) return reply.redirect(`/log-ind?til=${encodeURIComponent(request.url)}`, 303);
      const { actor, language } = request;
      const content = createElement(RefusedPage, {
        because: error.message,
        refused: error.permission,
        actor,
        asked: request.url,
        language,
      });
      return reply.page({ status: 403, title: refusedTitle(language), content });
    }
    if (error instanceof TextTooLong) {
      return reply.page({
        status: 422,
        title: danish ? 'En tekst er for lang' : 'A text is too long',
        content: danish
          ? `Et felt rummer højst ${longestText} tegn. Intet er gemt. Gå tilbage i browseren: teksten står der endnu og kan gøres kortere.`
          : `A field holds at most ${longestText} characters. Nothing was saved. Go back in the browser: the text is still there and can be made shorter.`,
      });
    }
    if (error.statusCode === 429) {
      return reply.page({
        status: 429,
        title: danish ? 'Vent et øjeblik' : 'Wait a moment',
        content: danish
          ? 'Der er spurgt mange gange på kort tid. Intet er gået tabt: prøv igen om et minut.'
          : 'There were many requests in a short time. Nothing is lost: try again in a minute.',
      });
    }
    const status = error.statusCode ?? 500;
    if (status >= 500) request.log.error(error);
    return reply.page({
      status,
      title: danish ? 'Det gik ikke' : 'That did not work',
      content: danish
        ? `Intet er gemt. Prøv igen. Bliver det ved, så skriv til driften og nævn ${request.id}.`
        : `Nothing was saved. Try again. If it persists, write to operations and mention ${request.id}.`,
    });
  });
}
