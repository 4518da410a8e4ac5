/** The routes of her waiting list: the page, the wish, and the answers to an offer. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { may } from '../../access/decide.ts';
import { asId, type Id } from '../../domain/id.ts';
import { knownYes } from '../../domain/pathway/her-yes.ts';
import { declineReasons, passReasons, withdrawReasons } from '../../domain/placement/waiting-reasons.ts';
import { activeStatuses, type RequestStatus } from '../../domain/placement/waiting-lifecycle.ts';
import { danishDay } from '../../domain/time.ts';
import { answerList } from '../../store/placement-list-answer.ts';
import { acceptOffer, declineUnit, passOffer, withdrawRequest } from '../../store/placement-waiting.ts';
import type { RequestDone, RequestForm } from '../../store/placement-waiting-form.ts';
import { askForPlace, type Asked, changeWish } from '../../store/placement-waiting-wish.ts';
import { herWaitingMaterial, type HerWaitingMaterial } from '../../store/placement-waiting-read.ts';
import type { WebContext } from '../context.ts';
import { notFound } from '../not-found.ts';
import { type Fields, fieldsOf, formKey } from '../form.ts';
import { findAddress } from '../places/addresses.ts';
import { herYesErrors, herYesIn } from '../places/her-yes.tsx';
import { knownOfHer } from '../places/her-situation.ts';
import { listAnswerTexts } from '../pathways/list-answer-words.ts';
import { weekdayMomentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { herWaitingAddress } from './addresses.ts';
import type { SentYes } from './her-offer.tsx';
import { FairnessLink } from './before-her.tsx';
import { HerWaitingPage } from './her-page.tsx';
import { lengthTexts } from './length-texts.ts';
import { waitingTexts } from './texts.ts';
import { changedReceipt } from './changed-receipt.ts';
import { askBeforeOff } from './off-list.tsx';
import { saidToList, sayToListTexts } from './say-to-list.tsx';
import { askReasonAgain } from './reason-again.tsx';
import { yesTexts } from './yes-texts.ts';
import { readWish, type ReadWish } from './wish-form.tsx';

type OfPathway = { readonly Params: { readonly id: string } };
type Refused = { readonly fault?: string; readonly wish?: ReadWish; readonly yes?: SentYes };

export const herWaitingPages: FastifyPluginAsync<WebContext> = async (app, { db, places, newId }) => {
  const materialFor = (request: FastifyRequest<OfPathway>): Promise<HerWaitingMaterial | null> =>
    herWaitingMaterial(db, request.permit(), asId<'pathway'>(request.params.id), places);

  const show = async (request: FastifyRequest<OfPathway>, reply: FastifyReply, refused: Refused = {}): Promise<FastifyReply> => {
    const { language, actor } = request;
    const material = await materialFor(request);
    if (!material) return notFound(reply);
    const name = material.her.pathway.calledName;
    return reply.page({
      title: waitingTexts(language)('title', { name }),
      crumbs: [{ href: `/forloeb/${encodeURIComponent(material.her.id)}`, text: name }],
      status: refused.wish || refused.yes ? 422 : refused.fault === undefined ? 200 : 409,
      content: (
        <>
          <HerWaitingPage
            material={material}
            language={language}
            mayAct={actor !== null && may(actor, 'place:hold')}
            readsRefusal={actor !== null && may(actor, 'refusal:read')}
            requestKey={newId()}
            fault={refused.fault ?? null}
            yes={refused.yes ?? { fields: fieldsOf({}), errors: {} }}
            wish={
              refused.wish ?? {
                wish: wishToShow(material, fieldsOf(request.query), language),
                errors: {},
                sent: null,
                said: material.her.pathway.onList ?? null,
              }
            }
          />
          <FairnessLink mayRead={actor !== null && may(actor, 'report:internal')} language={language} />
        </>
      ),
    });
  };

  /** The form with its key and the offer that its page showed. */
  const formIn = (request: FastifyRequest<OfPathway>): RequestForm => {
    const fields = fieldsOf(request.body);
    const offer = fields.text('tilbud');
    return { pathway: asId<'pathway'>(request.params.id), key: formKey(fields, newId), offer: offer === '' ? null : asId<'stay'>(offer) };
  };

  /** What came of an act: where to go when it was done, or the page again with the reason that it was not. */
  const answer = (
    request: FastifyRequest<OfPathway>,
    reply: FastifyReply,
    done: RequestDone,
    notice: string,
    to: (id: Id<'pathway'>) => string = herWaitingAddress,
  ): FastifyReply | Promise<FastifyReply> => {
    if (done.outcome === 'done') return reply.done(to(asId<'pathway'>(request.params.id)), notice);
    if (done.outcome === 'no-such-pathway') return notFound(reply);
    return show(request, reply, { fault: notDoneText(done.outcome, request.language) });
  };

  /** The form once more where its reason is missing, with what was written. */
  const againFor = async (request: FastifyRequest<OfPathway>, reply: FastifyReply, act: 'pass' | 'withdraw'): Promise<FastifyReply> => {
    const say = waitingTexts(request.language);
    const material = await materialFor(request);
    if (!material) return notFound(reply);
    const back = herWaitingAddress(material.her.id);
    return askReasonAgain(reply, {
      title: material.her.pathway.calledName,
      back: { href: back, text: waitingTexts(request.language)('title', { name: material.her.pathway.calledName }) },
      heading: say(act),
      hint: say(`${act}Hint`),
      action: `${back}/${act === 'pass' ? 'videre' : 'af-listen'}`,
      options:
        act === 'pass'
          ? passReasons.filter((value) => value !== 'unsaid').map((value) => ({ value, text: say(`pass.${value}`) }))
          : withdrawReasons.map((value) => ({ value, text: say(`withdraw.${value}`) })),
      hidden: ['tilbud', 'noegle'],
      fields: fieldsOf(request.body),
      language: request.language,
    });
  };

  app.get<OfPathway>('/forloeb/:id/venteliste', { config: { permission: 'pathway:read' } }, (request, reply) => show(request, reply));

  app.post<OfPathway>('/forloeb/:id/venteliste', { config: { permission: 'place:hold' } }, async (request, reply) => {
    const { language } = request;
    const say = waitingTexts(language);
    const id = asId<'pathway'>(request.params.id);
    const fields = fieldsOf(request.body);
    const material = await materialFor(request);
    if (!material) return notFound(reply);
    const read = readWish(fields, knownOfHer(material), material.candidates, material.now, language);
    if (Object.keys(read.errors).length > 0) return show(request, reply, { wish: read });
    const asked = await askForPlace(db, request.permit(), {
      id: asId<'request'>(newId()),
      key: formKey(fields, newId),
      pathway: id,
      wish: read.wish,
      said: read.said,
    });
    if (asked.outcome === 'asked')
      return reply.done(herWaitingAddress(id), say(asked.status === 'offered' ? 'askedOffered' : 'askedNotice'));
    return asked.outcome === 'no-such-pathway' ? notFound(reply) : show(request, reply, { fault: notAskedText(asked.outcome, language) });
  });

  app.post<OfPathway>('/forloeb/:id/venteliste/ret', { config: { permission: 'place:hold' } }, async (request, reply) => {
    const { language } = request;
    const material = await materialFor(request);
    if (!material) return notFound(reply);
    const standing = material.her.pathway.onList?.answer ?? 'not-asked';
    const read = readWish(fieldsOf(request.body), knownOfHer(material), material.candidates, material.now, language, standing);
    if (Object.keys(read.errors).length > 0) return show(request, reply, { wish: read });
    const form = formIn(request);
    const done = await changeWish(db, request.permit(), form, read.wish, read.said);
    const after = await materialFor(request);
    const change = after?.request?.events.find(({ act, request_key: key }) => act === 'change' && key === form.key)?.change ?? [];
    const receipt = after ? changedReceipt({ before: material, after }, change, language) : [];
    return answer(request, reply, done, [waitingTexts(language)('doneNotice'), ...receipt].join(' '));
  });

  app.post<OfPathway>('/forloeb/:id/venteliste/svar', { config: { permission: 'place:hold' } }, async (request, reply) => {
    const id = asId<'pathway'>(request.params.id);
    const say = sayToListTexts(request.language);
    const said = saidToList(fieldsOf(request.body));
    if (said === null) return show(request, reply, { fault: listAnswerTexts(request.language)('unchosen') });
    const done = await answerList(db, request.permit(), id, said);
    switch (done.outcome) {
      case 'written':
        return reply.done(herWaitingAddress(id), say('saved'));
      case 'no-such-pathway':
        return notFound(reply);
      case 'not-on-list':
        return show(request, reply, { fault: say('not-on-list') });
      case 'busy':
        return show(request, reply, { fault: waitingTexts(request.language)('fault.busy') });
    }
  });

  app.post<OfPathway>('/forloeb/:id/venteliste/ja', { config: { permission: 'place:hold' } }, async (request, reply) => {
    const fields = fieldsOf(request.body);
    const asked = await materialFor(request);
    // Where she has said yes meanwhile the page asks no more, and the answer is not missed.
    const isAsked = asked !== null && knownYes(asked.her.pathway) === null;
    const errors = isAsked ? herYesErrors(fields, request.language) : {};
    if (Object.keys(errors).length > 0) return show(request, reply, { yes: { fields, errors } });
    const done = await acceptOffer(db, request.permit(), formIn(request), herYesIn(fields), fields.text('ringet') === 'ja');
    if (done.outcome === 'ring-first')
      return show(request, reply, { yes: { fields, errors: { ringet: waitingTexts(request.language)('fault.ring-first') } } });
    const material = await materialFor(request);
    const until = material?.request?.herStay?.heldUntil ?? null;
    const yes = yesTexts(request.language);
    const notice =
      until === null
        ? yes('held')
        : [yes('held'), yes('confirmBy', { until: weekdayMomentText(until, request.language) }), yes('otherwise')].join(' ');
    return answer(request, reply, done, notice, findAddress);
  });

  app.post<OfPathway>('/forloeb/:id/venteliste/videre', { config: { permission: 'place:hold' } }, async (request, reply) => {
    const say = waitingTexts(request.language);
    const { reason, text } = reasonIn(fieldsOf(request.body), passReasons);
    if (reason === null) return againFor(request, reply, 'pass');
    const done = await passOffer(db, request.permit(), formIn(request), reason, text);
    return answer(request, reply, done, say('passedNotice'));
  });

  app.post<OfPathway>('/forloeb/:id/venteliste/hendes-nej', { config: { permission: 'place:hold' } }, async (request, reply) => {
    const say = waitingTexts(request.language);
    const fields = fieldsOf(request.body);
    const { reason, text } = reasonIn(fields, declineReasons);
    const material = await materialFor(request);
    const unit = material?.candidates.find((one) => one.unit.id === fields.text('afdeling'))?.unit.id;
    if (unit === undefined) return show(request, reply, { fault: say('fault.unit') });
    const done = await declineUnit(db, request.permit(), formIn(request), unit, reason ?? 'unsaid', text);
    return answer(request, reply, done, say('declinedNotice'));
  });

  app.post<OfPathway>('/forloeb/:id/venteliste/af-listen', { config: { permission: 'place:hold' } }, async (request, reply) => {
    const say = waitingTexts(request.language);
    const { reason, text } = reasonIn(fieldsOf(request.body), withdrawReasons);
    if (reason === null) return againFor(request, reply, 'withdraw');
    const fields = fieldsOf(request.body);
    if (fields.text('set') !== 'ja') {
      const material = await materialFor(request);
      const hers = material?.request;
      // Where there is nothing to take her off, or another offer than the page showed, the act itself says so.
      const stands = hers && isActive(hers.status) && (hers.status !== 'offered' || hers.stay === fields.text('tilbud'));
      if (material && stands)
        return askBeforeOff(reply, { material, request: hers, reason: say(`withdraw.${reason}`), fields, language: request.language });
    }
    const done = await withdrawRequest(db, request.permit(), formIn(request), reason, text);
    return answer(request, reply, done, say('withdrawnNotice'));
  });
};

type NotDone = Exclude<RequestDone['outcome'], 'done' | 'no-such-pathway'>;

/** Why an act did nothing. */
function notDoneText(outcome: NotDone, language: Language): string {
  return outcome === 'no-due-date' ? lengthTexts(language)('fault.no-due-date') : waitingTexts(language)(`fault.${outcome}`);
}

/** Why she was not put on the list. */
function notAskedText(outcome: Exclude<Asked['outcome'], 'asked' | 'no-such-pathway'>, language: Language): string {
  return outcome === 'no-due-date' ? lengthTexts(language)('fault.no-due-date') : waitingTexts(language)(`fault.${outcome}`);
}

function isActive(status: RequestStatus): boolean {
  return activeStatuses.some((one) => one === status);
}

/** The wish as it stands or stood when she was taken off the list, or as it follows from what is known of her. */
function standingWish({ request, her, born, needs, candidates, now }: HerWaitingMaterial, language: Language): ReadWish['wish'] {
  if (request !== null && (request.status === 'waiting' || request.status === 'withdrawn')) {
    const today = danishDay(now);
    // One who waits is matched by the needs of her wish; one who is to be put on the list again by hers as they are written now.
    const hers = request.status === 'waiting' ? request.needs : (needs?.needs ?? request.needs);
    return { ...request, needs: hers, earliest: request.earliest < today ? today : request.earliest };
  }
  return readWish({ text: () => '', all: () => [] }, knownOfHer({ her, born, needs }), candidates, now, language).wish;
}

/**
 * What the form opens with. Where she is to be put on the list from a search, that is what the search asked: from when, how long, who comes and what she
 * needs; the units and the way are the list's own.
 */
function wishToShow(material: HerWaitingMaterial, asked: Fields, language: Language): ReadWish['wish'] {
  const standing = standingWish(material, language);
  const isOnList = material.request !== null && isActive(material.request.status);
  if (asked.text('soeg') !== 'ja' || isOnList) return standing;
  const {
    needs,
    party,
    earliest,
    nights,
    nightsAfterBirth = null,
  } = readWish(asked, knownOfHer(material), material.candidates, material.now, language).wish;
  return { ...standing, needs, party, earliest, nights, nightsAfterBirth };
}

/** A reason from the closed list, and the words beside it. */
export function reasonIn<const Reason extends string>(
  fields: Fields,
  reasons: readonly Reason[],
): { readonly reason: Reason | null; readonly text: string } {
  const mark = fields.text('felt');
  return { reason: reasons.find((one) => one === fields.text(`grund-${mark}`)) ?? null, text: fields.text(`uddyb-${mark}`) };
}
