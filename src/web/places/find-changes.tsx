/** What is done to her place from the search: a hold prolonged or let go, a confirmed place withdrawn, another day of departure. */
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { asId, type Id } from '../../domain/id.ts';
import { danishDay } from '../../domain/time.ts';
import { changeDepartureOf, endStayOf, extendHoldOf } from '../../store/placement-move.ts';
import { oneStay } from '../../store/placement-stays.ts';
import { herWaitingMaterial } from '../../store/placement-waiting-read.ts';
import type { WebContext } from '../context.ts';
import { dayIn, fieldsOf } from '../form.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import { dayText, momentText, timeText } from '../ui/format.ts';
import { findAddress } from './addresses.ts';
import { asBeforeAddress } from './find-query.ts';
import { address, type FindShown, type OfStay } from './find-shown.tsx';
import { knownOfHer } from './her-situation.ts';
import { faultSentences } from './outcome-words.ts';
import { stayTexts } from './stay-texts.ts';
import { cannotStayOnSentences, placesText } from './stay-words.ts';
import { placeTexts } from './texts.ts';

export const findChangePages: FastifyPluginAsync<
  Pick<WebContext, 'db' | 'now'> & Pick<FindShown, 'material' | 'formAbout' | 'refuse'>
> = async (app, { db, now, material, formAbout, refuse }) => {
  /** Where to go when a place was let go: the search that found it, unless its day has been. */
  const searchAgain = async (request: FastifyRequest<OfStay>, id: Id<'pathway'>, stay: Id<'stay'>): Promise<string> => {
    const ended = await oneStay(db, request.permit(), stay);
    if (ended === null || ended.nights.arrival < danishDay(now())) return findAddress(id);
    const found = await material(request, id);
    return asBeforeAddress(id, ended, found ? knownOfHer(found).situation.dueDate : null, now());
  };

  app.post<OfStay>('/forloeb/:id/plads/:stay/forlaeng', { config: { permission: 'place:hold' } }, async (request, reply) => {
    const { id, stay, say } = address(request);
    const extension = await extendHoldOf(db, request.permit(), formAbout(request, stay));
    if (extension.outcome !== 'extended') return refuse(request, reply, id, { fault: faultSentences(extension, request.language) });
    return reply.done(findAddress(id), say('extendedNotice', { time: timeText(extension.until, request.language) }));
  });

  app.post<OfStay>('/forloeb/:id/plads/:stay/ny-afrejse', { config: { permission: 'place:confirm' } }, async (request, reply) => {
    const { id, stay } = address(request);
    const fields = fieldsOf(request.body);
    const say = stayTexts(request.language);
    const [departure, reason, onPlace] = [dayIn(fields, 'rejser'), fields.text('hvorfor'), fields.text('nyplads')];
    const sent = { departure: fields.text('rejser'), reason, onPlace };
    const errors: FieldErrors = {
      ...(departure === null ? { rejser: say('departFault.day') } : {}),
      ...(reason === '' ? { hvorfor: say('departFault.why') } : {}),
    };
    const before = await oneStay(db, request.permit(), stay);
    if (departure === null || reason === '' || !before)
      return refuse(request, reply, id, { stayErrors: errors, departure: { sent, instead: [] } });
    if (departure < before.nights.arrival) {
      const day = dayText(before.nights.arrival, request.language);
      const fault = { rejser: placeTexts(request.language)('fault.beforeShe', { day }) };
      return refuse(request, reply, id, { stayErrors: fault, departure: { sent, instead: [] } });
    }
    const asked = { departure, reason, onPlace: onPlace === '' ? null : asId<'place'>(onPlace) };
    const change = await changeDepartureOf(db, request.permit(), formAbout(request, stay), asked);
    if (change.outcome === 'cannot-stay-on') {
      const placeName = before.parts.at(-1)?.placeName ?? '';
      const fault = cannotStayOnSentences(change, placeName, before.nights.departure, request.language);
      return refuse(request, reply, id, { stayErrors: { rejser: fault.join(' ') }, departure: { sent, instead: change.instead.places } });
    }
    if (change.outcome !== 'departure-changed')
      return refuse(request, reply, id, {
        stayErrors: {
          rejser:
            change.outcome === 'not-a-stay' && change.fault === 'in-the-past'
              ? placeTexts(request.language)('fault.dayPast')
              : faultSentences(change, request.language).join(' '),
        },
        departure: { sent, instead: [] },
      });
    const after = await oneStay(db, request.permit(), stay);
    const day = dayText(departure, request.language);
    const moves = after !== null && change.parts.length > 1;
    return reply.done(
      findAddress(id),
      moves ? say('departedMoved', { places: placesText(after.parts, request.language), day }) : say('departed', { day }),
    );
  });

  app.post<OfStay>('/forloeb/:id/plads/:stay/slip', { config: { permission: 'place:hold' } }, async (request, reply) => {
    const { id, stay, say } = address(request);
    const next = await searchAgain(request, id, stay);
    const ending = await endStayOf(db, request.permit(), formAbout(request, stay), 'release', { reason: null, text: '' });
    if (ending.outcome !== 'ended') return refuse(request, reply, id, { fault: faultSentences(ending, request.language) });
    // Where she waits on, the unit is asked for her again: the receipt says when.
    const waits = await herWaitingMaterial(db, request.permit(), id);
    const unit = (await oneStay(db, request.permit(), stay))?.unit;
    const wished = waits?.request?.units ?? [];
    const waitsThere = unit !== undefined && (wished.length === 0 || wished.includes(unit));
    const again = waitsThere && waits?.request?.status === 'waiting' ? waits.request.closed.find((one) => one.unit === unit)?.until : null;
    if (!waits || !again) return reply.done(next, say('releasedNotice'));
    const told = { name: waits.her.pathway.calledName, when: momentText(again, request.language) };
    return reply.done(next, say('releasedAskedAgain', told));
  });

  app.post<OfStay>('/forloeb/:id/plads/:stay/fortryd', { config: { permission: 'place:confirm' } }, async (request, reply) => {
    const { id, stay, say } = address(request);
    const text = fieldsOf(request.body).text('grund');
    if (text === '') return refuse(request, reply, id, { stayErrors: { grund: say('fault.withdrawReason') } });
    const next = await searchAgain(request, id, stay);
    const ending = await endStayOf(db, request.permit(), formAbout(request, stay), 'withdraw', { reason: null, text });
    if (ending.outcome !== 'ended') return refuse(request, reply, id, { fault: faultSentences(ending, request.language) });
    return reply.done(next, say('withdrawnNotice'));
  });
};
