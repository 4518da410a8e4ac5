/**
 * The page behind a link to confirm a unit's capacity, without a login. It shows the capacity as it stands; only its button confirms, since
 * programs that look through mail open every link.
 */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { JSX } from 'react';
import { linkState } from '../../domain/placement/freshness.ts';
import { calendarOf } from '../../domain/placement/calendar-of-unit.ts';
import { compileUnit } from '../../domain/placement/national-index-unit.ts';
import { danishDay } from '../../domain/time.ts';
import { confirmThroughLink, type LinkMaterial, linkMaterial } from '../../store/placement-freshness.ts';
import type { WebContext } from '../context.ts';
import { confirmLinkLimit } from '../limits.ts';
import type { PageView } from '../request.ts';
import { momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Card, Tag } from '../ui/pieces.tsx';
import { confirmLinkAddress } from './addresses.ts';
import { capacityTexts } from './capacity-texts.ts';
import { PlacesTonight } from './places-tonight.tsx';
import { confirmedText, unitTitle } from './words.ts';

type OfLink = { readonly Params: { readonly secret: string } };

const config = { permission: 'public', rateLimit: confirmLinkLimit } as const;

export const confirmLinkPages: FastifyPluginAsync<WebContext> = async (app, { db }) => {
  const show = async (request: FastifyRequest<OfLink>, reply: FastifyReply): Promise<FastifyReply> => {
    const { secret } = request.params;
    void reply.header('x-robots-tag', 'noindex, nofollow');
    return reply.page(viewOf(await linkMaterial(db, secret), secret, request.language));
  };

  app.get<OfLink>('/kapacitet/:secret', { config }, show);

  app.post<OfLink>('/kapacitet/:secret', { config }, async (request, reply) => {
    const { secret } = request.params;
    if (await confirmThroughLink(db, secret)) return reply.redirect(confirmLinkAddress(secret), 303);
    // Not there, died or used meanwhile: the page says which.
    return show(request, reply);
  });
};

function viewOf(material: LinkMaterial | null, secret: string, language: Language): PageView {
  const say = capacityTexts(language);
  if (material === null) return { status: 404, title: say('unknownTitle'), content: <p>{say('unknown')}</p> };
  const { link, candidate, now } = material;
  const unit = unitTitle(candidate);
  switch (linkState(link, now)) {
    case 'open':
      return { title: say('title', { unit }), content: <Open material={material} secret={secret} language={language} /> };
    case 'used':
      return {
        title: say('usedTitle', { unit }),
        content: (
          <Alert tone="notice">
            <p>{confirmedText(candidate.unit.confirmed, now, language, true)}</p>
            {link.used !== null && <p>{say('used', { used: momentText(link.used, language) })}</p>}
          </Alert>
        ),
      };
    case 'expired':
      return {
        status: 410,
        title: say('expiredTitle'),
        content: <p>{say('expired', { unit, expires: momentText(link.expires, language) })}</p>,
      };
  }
}

function Open({
  material,
  secret,
  language,
}: {
  readonly material: LinkMaterial;
  readonly secret: string;
  readonly language: Language;
}): JSX.Element {
  const say = capacityTexts(language);
  const { link, candidate, now } = material;
  const { unit, occupations } = candidate;
  const [tonight] = calendarOf(compileUnit(unit, occupations, now), danishDay(now), 1, null);
  return (
    <div className="confirm-link">
      <p>{say('sentTo', { name: link.sentTo, sent: momentText(link.sent, language), expires: momentText(link.expires, language) })}</p>
      <p>
        <Tag>{confirmedText(unit.confirmed, now, language, true)}</Tag>
      </p>
      {tonight && <p className="lead">{say('tonight', { free: tonight.free, places: tonight.places })}</p>}
      <PlacesTonight material={{ ...candidate, now }} seesReasons language={language} />
      <Card>
        <form method="post" action={confirmLinkAddress(secret)}>
          <button className="button button-primary">{say('confirm')}</button>
        </form>
        <p className="quiet">{say('confirmNote', { name: link.sentTo })}</p>
        <p className="quiet">{say('wrong')}</p>
      </Card>
    </div>
  );
}
