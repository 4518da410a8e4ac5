/** Finding a place for a pathway: search, hold, extend, release, confirm, withdraw. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { may } from '../../access/decide.ts';
import { municipality } from '../../domain/geography/municipalities.ts';
import { asId, type Id } from '../../domain/id.ts';
import { legalBases, parseLegalBasis } from '../../domain/legal-basis.ts';
import { holdForPathway, type HoldOutcome } from '../../store/placement-hold.ts';
import { confirmStayOf, endStayOf, extendHoldOf } from '../../store/placement-move.ts';
import { type SearchMaterial, searchMaterial } from '../../store/placement-search.ts';
import type { WebContext } from '../context.ts';
import { type Fields, fieldsOf, formKey } from '../form.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import { timeText } from '../ui/format.ts';
import { findAddress, unitAddress } from './addresses.ts';
import { FindPage, presentStay } from './find-page.tsx';
import { readFindQuery } from './find-query.ts';
import { herSituation } from './her-situation.ts';
import { faultSentences } from './outcome-words.ts';
import { placeTexts } from './texts.ts';

type OfPathway = { readonly Params: { readonly id: string } };
type OfStay = { readonly Params: { readonly id: string; readonly stay: string } };

/** What a page shows besides the search: why something could not be done, and the form as it was sent. */
type Refused = {
  readonly fault?: readonly string[];
  readonly confirmation?: { readonly legalBasis: string; readonly paidBy: string };
  readonly confirmationErrors?: FieldErrors;
};

export const findPages: FastifyPluginAsync<WebContext> = async (app, { db, newId }) => {
  const material = (request: FastifyRequest, id: string): Promise<SearchMaterial | null> =>
    searchMaterial(db, request.permit(), asId<'pathway'>(id));

  const show = (
    request: FastifyRequest,
    reply: FastifyReply,
    found: SearchMaterial,
    fields: Fields,
    refused: Refused = {},
  ): FastifyReply => {
    const { language, actor } = request;
    const say = placeTexts(language);
    const query = readFindQuery(fields, herSituation(found.her), found.now, language);
    const isRefused = refused.fault !== undefined || refused.confirmationErrors !== undefined;
    const name = found.her.pathway.calledName;
    return reply.page({
      title: presentStay(found) ? say('has', { name }) : say('find', { name }),
      crumbs: [{ href: `/forloeb/${encodeURIComponent(found.her.id)}`, text: say('her', { name }) }],
      status: isRefused ? 409 : Object.keys(query.errors).length > 0 ? 422 : 200,
      content: (
        <FindPage
          material={found}
          query={query}
          language={language}
          mayHold={actor !== null && may(actor, 'place:hold')}
          mayConfirm={actor !== null && may(actor, 'place:confirm')}
          requestKey={newId()}
          fault={refused.fault ?? []}
          confirmation={refused.confirmation ?? null}
          confirmationErrors={refused.confirmationErrors ?? {}}
        />
      ),
    });
  };

  /** The page again, seen anew, with the reason that nothing was done. */
  const refuse = async (request: FastifyRequest, reply: FastifyReply, id: string, refused: Refused): Promise<FastifyReply> => {
    const found = await material(request, id);
    return found ? show(request, reply, found, fieldsOf(request.body), refused) : notFound(reply);
  };

  app.get<OfPathway>('/forloeb/:id/plads', { config: { permission: 'pathway:read' } }, async (request, reply) => {
    const found = await material(request, request.params.id);
    if (!found) return notFound(reply);
    const stay = presentStay(found);
    // The unit's own page is where she is admitted and discharged.
    if (request.actor && may(request.actor, 'place:manage') && stay) return reply.redirect(unitAddress(stay.unit), 303);
    return show(request, reply, found, fieldsOf(request.query));
  });

  app.post<OfPathway>('/forloeb/:id/plads/hold', { config: { permission: 'place:hold' } }, async (request, reply) => {
    const fields = fieldsOf(request.body);
    const found = await material(request, request.params.id);
    if (!found) return notFound(reply);
    const { nights, needs, errors } = readFindQuery(fields, herSituation(found.her), found.now, request.language);
    if (Object.keys(errors).length > 0) return show(request, reply, found, fields, { fault: Object.values(errors) });

    const outcome: HoldOutcome = await holdForPathway(db, request.permit(), {
      stay: asId<'stay'>(newId()),
      key: formKey(fields, newId),
      pathway: found.her.id,
      calledName: found.her.pathway.calledName,
      unit: asId<'unit'>(fields.text('afdeling')),
      place: asId<'place'>(fields.text('plads')),
      needs,
      nights,
    });
    if (outcome.outcome !== 'held') return refuse(request, reply, found.her.id, { fault: faultSentences(outcome, request.language) });
    const say = placeTexts(request.language);
    const notice =
      outcome.until === null ? say('confirmedNoticeNoContract') : say('heldNotice', { time: timeText(outcome.until, request.language) });
    return reply.done(findAddress(found.her.id), notice);
  });

  app.post<OfStay>('/forloeb/:id/plads/:stay/forlaeng', { config: { permission: 'place:hold' } }, async (request, reply) => {
    const { id, stay, say } = address(request);
    const extension = await extendHoldOf(db, request.permit(), stay);
    if (extension.outcome !== 'extended') return refuse(request, reply, id, { fault: faultSentences(extension, request.language) });
    return reply.done(findAddress(id), say('extendedNotice', { time: timeText(extension.until, request.language) }));
  });

  app.post<OfStay>('/forloeb/:id/plads/:stay/slip', { config: { permission: 'place:hold' } }, async (request, reply) => {
    const { id, stay, say } = address(request);
    const ending = await endStayOf(db, request.permit(), stay, 'release', { reason: null, text: '' });
    if (ending.outcome !== 'ended') return refuse(request, reply, id, { fault: faultSentences(ending, request.language) });
    return reply.done(findAddress(id), say('releasedNotice'));
  });

  app.post<OfStay>('/forloeb/:id/plads/:stay/fortryd', { config: { permission: 'place:confirm' } }, async (request, reply) => {
    const { id, stay, say } = address(request);
    const ending = await endStayOf(db, request.permit(), stay, 'withdraw', { reason: null, text: '' });
    if (ending.outcome !== 'ended') return refuse(request, reply, id, { fault: faultSentences(ending, request.language) });
    return reply.done(findAddress(id), say('withdrawnNotice'));
  });

  app.post<OfStay>('/forloeb/:id/plads/:stay/bekraeft', { config: { permission: 'place:confirm' } }, async (request, reply) => {
    const { id, stay, say } = address(request);
    const fields = fieldsOf(request.body);
    const [legalBasis, payer] = [parseLegalBasis(fields.text('hjemmel')), municipality(fields.text('betaler'))];
    const confirmation = await confirmStayOf(db, request.permit(), stay, { legalBasis, paidBy: payer?.id ?? null });
    switch (confirmation.outcome) {
      case 'confirmed':
        return reply.done(
          findAddress(id),
          say(legalBases[confirmation.legalBasis].contractMustBeOffered ? 'confirmedNotice' : 'confirmedNoticeNoContract'),
        );
      case 'missing': {
        const fieldOf = { 'legal-basis': 'hjemmel', 'paying-municipality': 'betaler' } as const;
        return refuse(request, reply, id, {
          confirmation: { legalBasis: fields.text('hjemmel'), paidBy: fields.text('betaler') },
          confirmationErrors: Object.fromEntries(confirmation.what.map((what) => [fieldOf[what], say(`missing.${what}`)])),
        });
      }
      case 'run-out':
      case 'not-held':
      case 'no-such-stay':
      case 'busy':
        return refuse(request, reply, id, { fault: faultSentences(confirmation, request.language) });
    }
  });
};

function address(request: FastifyRequest<OfStay>): {
  readonly id: Id<'pathway'>;
  readonly stay: Id<'stay'>;
  readonly say: ReturnType<typeof placeTexts>;
} {
  const { id, stay } = request.params;
  return { id: asId<'pathway'>(id), stay: asId<'stay'>(stay), say: placeTexts(request.language) };
}

function notFound(reply: FastifyReply): FastifyReply {
  reply.callNotFound();
  return reply;
}
