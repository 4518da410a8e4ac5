/** Finding a place for a pathway: the search, and the hold. */
import type { FastifyPluginAsync } from 'fastify';
import { may } from '../../access/decide.ts';
import { asId } from '../../domain/id.ts';
import { holdMaterial } from '../../store/placement-search.ts';
import { herWaitingMaterial } from '../../store/placement-waiting-read.ts';
import { changeNeeds } from '../../store/placement-waiting-wish.ts';
import { holdForPathway, takenAlready } from '../../store/placement-hold.ts';
import type { HoldRequest } from '../../store/placement-hold-write.ts';
import type { WebContext } from '../context.ts';
import { fieldsOf, formKey } from '../form.ts';
import { notFound } from '../not-found.ts';
import { clockText } from '../ui/format.ts';
import { changedReceipt } from '../waiting/changed-receipt.ts';
import { waitingTexts } from '../waiting/texts.ts';
import { askBeforeOvertaking, overtakingIn } from '../waiting/overtake.tsx';
import { findAddress, searchedAgain, stayCardAddress } from './addresses.ts';
import { agreeToMovePages } from './agree-to-move-pages.tsx';
import { confirmStayPages } from './confirm-stay.tsx';
import { findChangePages } from './find-changes.tsx';
import { fieldsToAsk, nightsAfterBirthIn, readFindQuery } from './find-query.ts';
import { findShown, type OfPathway } from './find-shown.tsx';
import { herNeedsTexts } from './her-needs-texts.ts';
import { herAnswerPages } from './her-answer-pages.tsx';
import { askOfHerYes, herYesIn } from './her-yes.tsx';
import { knownOfHer } from './her-situation.ts';
import { faultSentences } from './outcome-words.ts';
import { presentStays } from './present-stays.ts';
import { takenSentences } from './taken.ts';
import { placeTexts } from './texts.ts';

export const findPages: FastifyPluginAsync<WebContext> = async (app, context) => {
  const { db, newId, places } = context;
  const shown = findShown(context);
  const { search, show, refuse, transferNotice } = shown;
  // A refused form is answered at its own address: opened again, from a bookmark or after a new log-in, that address leads to her place.
  app.addHook('onRoute', ({ method, url }) => {
    if (method !== 'POST' || !url.startsWith('/forloeb/:id/plads/')) return;
    app.get<OfPathway>(url, { config: { permission: 'pathway:read' } }, (request, reply) =>
      reply.redirect(findAddress(asId<'pathway'>(request.params.id)), 303),
    );
  });
  await app.register(findChangePages, { ...context, ...shown });
  await app.register(confirmStayPages, { ...context, ...shown });
  await app.register(agreeToMovePages, { ...context, ...shown });
  await app.register(herAnswerPages, context);

  app.get<OfPathway>('/forloeb/:id/plads', { config: { permission: 'pathway:read' } }, async (request, reply) => {
    const fields = fieldsOf(request.query);
    const searched = await search(request, request.params.id, fields);
    if (!searched) return notFound(reply);
    const { actor } = request;
    // The unit's own page is where she is admitted and discharged.
    const stay = presentStays(searched.material).find(({ facility }) => facility === actor?.organisation.facility);
    if (actor && may(actor, 'place:manage') && stay) return reply.redirect(stayCardAddress(stay), 303);
    return show(request, reply, searched);
  });

  app.post<OfPathway>('/forloeb/:id/plads/behov', { config: { permission: 'place:hold' } }, async (request, reply) => {
    const fields = fieldsOf(request.body);
    const waits = await herWaitingMaterial(db, request.permit(), asId<'pathway'>(request.params.id), places);
    if (!waits) return notFound(reply);
    const { id } = waits.her;
    const query = readFindQuery(fields, knownOfHer(waits), waits.now, request.language);
    if (Object.keys(query.errors).length > 0) return refuse(request, reply, id, { fault: Object.values(query.errors) });
    const say = herNeedsTexts(request.language);
    const asked = searchedAgain(id, fieldsToAsk(query, query.nights.arrival));
    const hers = { needs: query.needs, party: query.partyOn(query.nights.arrival) };
    const done = await changeNeeds(db, request.permit(), { pathway: id, key: formKey(fields, newId) }, hers);
    if (done.outcome === 'no-such-pathway') return notFound(reply);
    if (done.outcome === 'busy') return refuse(request, reply, id, { fault: [waitingTexts(request.language)('fault.busy')] });
    const after = await herWaitingMaterial(db, request.permit(), id, places);
    const list = done.list !== 'none' && after ? changedReceipt({ before: waits, after }, done.change, request.language) : [];
    return reply.done(asked, [say('kept'), ...list].join(' '));
  });

  app.post<OfPathway>('/forloeb/:id/plads/hold', { config: { permission: 'place:hold' } }, async (request, reply) => {
    const fields = fieldsOf(request.body);
    const about = { unit: asId<'unit'>(fields.text('afdeling')), key: fields.text('noegle') };
    const read = await holdMaterial(db, request.permit(), asId<'pathway'>(request.params.id), places, about);
    if (!read) return notFound(reply);
    const found = read.material;
    const query = readFindQuery(fields, knownOfHer(found), found.now, request.language);
    const { nights, needs, errors } = query;
    if (Object.keys(errors).length > 0) return refuse(request, reply, found.her.id, { fault: Object.values(errors) });

    const asked = askBeforeOvertaking(request, read, fields) ?? askOfHerYes(request, read);
    const wanted: HoldRequest = {
      stay: asId<'stay'>(newId()),
      key: formKey(fields, newId),
      pathway: found.her.id,
      calledName: found.her.pathway.calledName,
      unit: asId<'unit'>(fields.text('afdeling')),
      place: asId<'place'>(fields.text('plads')),
      needs,
      nights,
      nightsAfterBirth: nightsAfterBirthIn(query, found.stays),
      party: query.partyOn(nights.arrival),
      mostMoves: wholeNumber(fields.text('flytninger')),
      overtaking: overtakingIn(fields),
      herYes: herYesIn(fields),
      mostOwnMoves: wholeNumber(fields.text('egne')),
    };
    // Nobody fills in a form about a place that is gone.
    const outcome = asked ? await takenAlready(db, request.permit(), wanted) : await holdForPathway(db, request.permit(), wanted);
    if (outcome === null) return asked ? reply.page(asked) : notFound(reply);
    if (outcome.outcome === 'not-free') {
      const [unit, place] = [asId<'unit'>(fields.text('afdeling')), asId<'place'>(fields.text('plads'))];
      const seen = await search(request, found.her.id, fields);
      if (!seen) return notFound(reply);
      const { ranked, query: answered } = seen.searched ?? { ranked: [], query };
      const fault = takenSentences(
        { outcome, pathway: found.her.id, unit, place, query: answered, ranked, now: found.now },
        request.language,
      );
      return show(request, reply, seen, { fault });
    }
    if (outcome.outcome !== 'held') return refuse(request, reply, found.her.id, { fault: faultSentences(outcome, request.language) });
    const say = placeTexts(request.language);
    const notice =
      outcome.until === null
        ? say('confirmedNoticeNoContract')
        : say('heldNotice', { time: clockText(outcome.until, found.now, request.language) });
    // Only one who lives somewhere moves from there.
    const moved = found.stays.some(({ status }) => status === 'admitted') ? await transferNotice(request, outcome.stay) : [];
    return reply.done(findAddress(found.her.id), [notice, ...moved].join(' '));
  });
};

/** The number of moves that the page showed; none where it is not a number. */
function wholeNumber(text: string): number {
  return /^\d{1,2}$/.test(text) ? Number(text) : 0;
}
