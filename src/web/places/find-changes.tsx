/** What is done to her place from the search: a hold prolonged or let go, a confirmed place withdrawn, another day of departure. */
import type { FastifyPluginAsync } from 'fastify';
import { asId, type Id } from '../../domain/id.ts';
import { danishDay } from '../../domain/time.ts';
import { asActor } from '../../store/database.ts';
import { readPathway } from '../../store/pathway.ts';
import { keepDepartureOf } from '../../store/placement-follow-birth.ts';
import { changeDepartureOf, endStayOf, extendHoldOf } from '../../store/placement-move.ts';
import { oneStay, type StayWithName } from '../../store/placement-stays.ts';
import { askedForAgain } from '../../store/placement-waiting-again.ts';
import type { WebContext } from '../context.ts';
import { dayIn, fieldsOf } from '../form.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import { dayText, momentText, clockText } from '../ui/format.ts';
import { agreeByBirthPage } from './agree-by-birth-page.ts';
import { agreeFixedDayPage } from './agree-fixed-day-page.ts';
import { asBeforeAddress, findAddress } from './addresses.ts';
import { address, type FindShown, type OfStay } from './find-shown.tsx';
import { followBirthTexts } from './follow-birth-texts.ts';
import { herNoText } from './her-no.ts';
import { readsItField } from './departure-form.tsx';
import { faultSentences } from './outcome-words.ts';
import { stayTexts } from './stay-texts.ts';
import { cannotStayOnSentences, placesText } from './stay-words.ts';
import { placeTexts } from './texts.ts';

export const findChangePages: FastifyPluginAsync<Pick<WebContext, 'db' | 'now'> & Pick<FindShown, 'formAbout' | 'refuse'>> = async (
  app,
  { db, now, formAbout, refuse },
) => {
  /** Where to go when a place was let go: the search that found it, in its words, unless its day has been. */
  const searchAgain = (id: Id<'pathway'>, ended: StayWithName | null): string =>
    ended === null || ended.nights.arrival < danishDay(now()) ? findAddress(id) : asBeforeAddress(id, ended.id);

  app.post<OfStay>('/forloeb/:id/plads/:stay/forlaeng', { config: { permission: 'place:hold' } }, async (request, reply) => {
    const { id, stay, say } = address(request);
    const extension = await extendHoldOf(db, request.permit(), formAbout(request, stay));
    if (extension.outcome !== 'extended') return refuse(request, reply, id, { fault: faultSentences(extension, request.language) });
    return reply.done(findAddress(id), say('extendedNotice', { time: clockText(extension.until, now(), request.language) }));
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
    const readByHer = fields.text(readsItField) === 'ja';
    const asked = { departure, reason, readByHer, onPlace: onPlace === '' ? null : asId<'place'>(onPlace) };
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

  app.post<OfStay>('/forloeb/:id/plads/:stay/behold-afrejse', { config: { permission: 'place:confirm' } }, async (request, reply) => {
    const { id, stay } = address(request);
    const fields = fieldsOf(request.body);
    const say = followBirthTexts(request.language);
    const [departure, birth] = [dayIn(fields, 'rejser'), dayIn(fields, 'foedt')];
    if (departure === null || birth === null) return refuse(request, reply, id, { fault: [say('fault.seen')] });
    const asked = { departure, birth, reason: fields.text('hvorfor') };
    const keeping = await keepDepartureOf(db, request.permit(), formAbout(request, stay), asked);
    switch (keeping.outcome) {
      case 'departure-kept':
        return reply.done(findAddress(id), say('keptNotice', { day: dayText(departure, request.language) }));
      case 'reason-missing':
        return refuse(request, reply, id, { fault: [say('fault.why')] });
      case 'seen-otherwise':
        return refuse(request, reply, id, { fault: [say('fault.seen')] });
      case 'cannot':
      case 'no-such-stay':
      case 'busy':
        return refuse(request, reply, id, { fault: faultSentences(keeping, request.language) });
    }
  });

  agreeByBirthPage(app, { db, formAbout, refuse });
  agreeFixedDayPage(app, { db, formAbout, refuse });

  app.post<OfStay>('/forloeb/:id/plads/:stay/slip', { config: { permission: 'place:hold' } }, async (request, reply) => {
    const { id, stay, say } = address(request);
    const before = await oneStay(db, request.permit(), stay);
    const ending = await endStayOf(db, request.permit(), formAbout(request, stay), 'release', { reason: null, text: '' });
    if (ending.outcome !== 'ended') return refuse(request, reply, id, { fault: faultSentences(ending, request.language) });
    const next = searchAgain(id, before);
    const her = await asActor(db, request.permit(), { kind: 'pathway', id }, (tx) => readPathway(tx, id));
    const no = before && her ? herNoText(her.facts, before, request.language) : null;
    const why = no === null ? [] : [`${no}.`];
    // Where she waits on, the unit is asked for her again: the receipt says when.
    const again = before && (await askedForAgain(db, request.permit(), id, before.unit));
    if (!again || again.at === null) return reply.done(next, [...why, say('releasedNotice')].join(' '));
    const asked = say('releasedAskedAgain', { name: again.calledName, when: momentText(again.at, request.language) });
    return reply.done(next, [...why, asked].join(' '));
  });

  app.post<OfStay>('/forloeb/:id/plads/:stay/fortryd', { config: { permission: 'place:confirm' } }, async (request, reply) => {
    const { id, stay, say } = address(request);
    const text = fieldsOf(request.body).text('grund');
    if (text === '') return refuse(request, reply, id, { stayErrors: { grund: say('fault.withdrawReason') } });
    const before = await oneStay(db, request.permit(), stay);
    const ending = await endStayOf(db, request.permit(), formAbout(request, stay), 'withdraw', { reason: null, text });
    if (ending.outcome !== 'ended') return refuse(request, reply, id, { fault: faultSentences(ending, request.language) });
    return reply.done(searchAgain(id, before), say('withdrawnNotice'));
  });
};
