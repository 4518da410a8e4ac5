/** Login in the demonstration: choose a persona. Real identity takes this place behind the same session. */
import type { FastifyPluginAsync } from 'fastify';
import type { JSX } from 'react';
import { asId } from '../../domain/id.ts';
import { type Persona, personas, userActor } from '../../store/session.ts';
import type { WebContext } from '../context.ts';
import { fieldsOf } from '../form.ts';
import { loginLimit } from '../limits.ts';
import { localAddress } from '../local-address.ts';
import { homeOf } from '../navigation.ts';
import { logIn, logOut, sessionSecret } from '../session.ts';
import { type Language, languages } from '../ui/language.ts';
import { leaderTexts } from '../supply/leader-texts.ts';
import { loginTexts } from './texts.ts';

export const loginPages: FastifyPluginAsync<WebContext> = async (app, context) => {
  app.get('/', { config: { permission: 'public' } }, async (request, reply) =>
    reply.redirect(request.actor ? homeOf(request.actor) : '/log-ind', 303),
  );

  app.get<{ Querystring: { til?: string } }>('/log-ind', { config: { permission: 'public' } }, async (request, reply) => {
    const people = context.demo ? await personas(context.db) : [];
    return reply.page({
      title: loginTexts(request.language)('title'),
      content: <Personas people={people} language={request.language} to={localAddress(request.query.til)} />,
    });
  });

  app.post('/log-ind', { config: { permission: 'public', rateLimit: loginLimit } }, async (request, reply) => {
    const fields = fieldsOf(request.body);
    const actor = context.demo ? await userActor(context.db, asId<'user'>(fields.text('person'))) : null;
    if (!actor) return reply.redirect('/log-ind', 303);
    await logIn(reply, context, actor.user);
    return reply.redirect(localAddress(fields.text('til')) || homeOf(actor), 303);
  });

  app.post('/log-ud', { config: { permission: 'public' } }, async (request, reply) => {
    await logOut(reply, context, sessionSecret(request.cookies));
    return reply.redirect('/log-ind', 303);
  });

  app.get<{ Params: { language: string }; Querystring: { til?: string } }>(
    '/sprog/:language',
    { config: { permission: 'public' } },
    async (request, reply) => {
      const chosen: Language = languages.find((language) => language === request.params.language) ?? 'da';
      void reply.setCookie('sprog', chosen, {
        path: '/',
        httpOnly: true,
        sameSite: 'lax',
        secure: context.secure,
        maxAge: 365 * 24 * 3600,
      });
      return reply.redirect(localAddress(request.query.til) || '/', 303);
    },
  );
};

function Personas({
  people,
  language,
  to,
}: {
  readonly people: readonly Persona[];
  readonly language: Language;
  readonly to: string;
}): JSX.Element {
  const say = loginTexts(language);
  if (people.length === 0) return <p>{say('none')}</p>;
  return (
    <>
      <p>{say('intro')}</p>
      <form method="post" action="/log-ind">
        <input type="hidden" name="til" value={to} />
        <PersonaList people={people.filter(({ isNamedHere }) => !isNamedHere)} language={language} />
        {/* Whoever was named on a page would be looked for in vain among the many. */}
        {people.some(({ isNamedHere }) => isNamedHere) && (
          <>
            <h2>{leaderTexts(language)('loginHeading')}</h2>
            <PersonaList people={people.filter(({ isNamedHere }) => isNamedHere)} language={language} />
          </>
        )}
      </form>
    </>
  );
}

function PersonaList({ people, language }: { readonly people: readonly Persona[]; readonly language: Language }): JSX.Element {
  const say = loginTexts(language);
  return (
    <ul className="personas">
      {people.map((person) => (
        <li key={person.user}>
          <button className="persona" name="person" value={person.user}>
            <strong>{person.name}</strong>
            <span>{say(`role.${person.role}`)}</span>
            <span className="quiet">{person.organisation.name}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
