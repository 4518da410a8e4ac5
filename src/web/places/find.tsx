/** Finding a place for a pathway: search, hold, extend, release, confirm, withdraw. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { may } from '../../access/decide.ts';
import { municipality } from '../../domain/geography/municipalities.ts';
import { asId, type Id } from '../../domain/id.ts';
import { legalBases, parseLegalBasis } from '../../domain/legal-basis.ts';
import { type Deviation, deviations } from '../../domain/placement/confirm.ts';
import { danishDay } from '../../domain/time.ts';
import type { StayForm } from '../../store/placement-act.ts';
import { holdForPathway, type HoldOutcome } from '../../store/placement-hold.ts';
import { changeDepartureOf, confirmAfterwardsOf, confirmStayOf, endStayOf, extendHoldOf } from '../../store/placement-move.ts';
import { holdMaterial, searchedMaterial, type SearchMaterial } from '../../store/placement-search.ts';
import { oneStay, type StayWithName } from '../../store/placement-stays.ts';
import { askedForAgain } from '../../store/placement-waiting-again.ts';
import type { WebContext } from '../context.ts';
import { dayIn, type Fields, fieldsOf, formKey } from '../form.ts';
import { notFound } from '../not-found.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import { dayText, momentText, timeText } from '../ui/format.ts';
import { askBeforeOvertaking, overtakingIn } from '../waiting/overtake.tsx';
import { findAddress, searchAddress, stayCardAddress } from './addresses.ts';
import { afterwardsTexts } from './afterwards-texts.ts';
import { FindPage, type FindPageProps, presentStays, type SearchedUnits } from './find-page.tsx';
import { askedAsHers, readFindQuery } from './find-query.ts';
import { askOfHerYes, herYesIn } from './her-yes.tsx';
import { knownOfHer } from './her-situation.ts';
import { faultSentences } from './outcome-words.ts';
import { answersForHer, rankForHer, readCountryQuery } from './rank-for-her.ts';
import { stayTexts } from './stay-texts.ts';
import { cannotStayOnSentences, placesText } from './stay-words.ts';
import { type SaidWithWay, takenSentences } from './taken.ts';
import { placeTexts } from './texts.ts';
import { agreedDeparture, endText } from './transfer-words.ts';

type OfPathway = { readonly Params: { readonly id: string } };
type OfStay = { readonly Params: { readonly id: string; readonly stay: string } };

/** What a page shows besides the search: why something could not be done, and the form as it was sent. */
type Refused = {
  readonly fault?: readonly SaidWithWay[];
  readonly confirmation?: { readonly legalBasis: string; readonly paidBy: string };
  readonly stayErrors?: FieldErrors;
  readonly deviations?: readonly Deviation[];
  readonly departure?: FindPageProps['departure'];
};

/** What the page is made of; `searched` as the page takes it. */
type Seen = { readonly material: SearchMaterial; readonly searched: SearchedUnits | null };

export const findPages: FastifyPluginAsync<WebContext> = async (app, { db, places, newId, now, country }) => {
  /** A stay with the key that its form was sent with: the same form sent twice does it once. */
  const formAbout = (request: FastifyRequest, stay: Id<'stay'>): StayForm => ({ stay, key: formKey(fieldsOf(request.body), newId) });

  /** What is asked, and what the units answer. Where she has a place and nothing else is asked for, the country is not asked. */
  const search = async (request: FastifyRequest, id: string, fields: Fields): Promise<Seen | null> => {
    const searched = await searchedMaterial(db, request.permit(), asId<'pathway'>(id), places, (seen) => {
      const hers = presentStays(seen);
      const [first] = hers;
      if (first && fields.text('soeg') !== 'ja' && fields.text('andre') !== 'ja') return null;
      // Other units are sought as her own was, until something else is asked.
      const known = knownOfHer(seen);
      const asked = first && fields.text('soeg') !== 'ja' ? fieldsOf(askedAsHers(first, known.situation.dueDate, seen.now)) : fields;
      const query = readFindQuery(asked, known, seen.now, request.language);
      return { query, ...answersForHer(seen, query, hers, readCountryQuery(fields)) };
    });
    if (!searched) return null;
    const { material: seen, found } = searched;
    if (!found) return { material: seen, searched: null };
    const { answered, known } = found;
    const ranked = rankForHer(answered.shown, answered.query, known.qualifications, seen.now);
    return { material: seen, searched: { ...answered, ...known, ranked } };
  };

  const show = (request: FastifyRequest, reply: FastifyReply, { material: found, searched }: Seen, refused: Refused = {}): FastifyReply => {
    const { language, actor } = request;
    const say = placeTexts(language);
    const isRefused = refused.fault !== undefined || refused.stayErrors !== undefined || refused.deviations !== undefined;
    const name = found.her.pathway.calledName;
    return reply.page({
      title: presentStays(found).length > 0 ? say('has', { name }) : say('find', { name }),
      crumbs: [{ href: `/forloeb/${encodeURIComponent(found.her.id)}`, text: say('her', { name }) }],
      status: isRefused ? 409 : Object.keys(searched?.query.errors ?? {}).length > 0 ? 422 : 200,
      content: (
        <FindPage
          material={found}
          searched={searched}
          language={language}
          country={country}
          mayHold={actor !== null && may(actor, 'place:hold')}
          mayConfirm={actor !== null && may(actor, 'place:confirm')}
          requestKey={newId()}
          fault={refused.fault ?? []}
          confirmation={refused.confirmation ?? null}
          stayErrors={refused.stayErrors ?? {}}
          deviations={refused.deviations ?? []}
          departure={refused.departure ?? null}
        />
      ),
    });
  };

  /** The page again, seen anew, with the reason that nothing was done. */
  const refuse = async (request: FastifyRequest, reply: FastifyReply, id: string, refused: Refused): Promise<FastifyReply> => {
    const fields = fieldsOf(request.body);
    const searched = await search(request, id, fields);
    return searched ? show(request, reply, searched, refused) : notFound(reply);
  };

  /** Where to go when a place was let go: the search that found it, unless its day has been. */
  const searchAgain = (id: Id<'pathway'>, ended: StayWithName | null): string =>
    ended === null || ended.nights.arrival < danishDay(now()) ? findAddress(id) : searchAddress(id, ended);

  /** What a move does to her end, as a sentence beside the receipt; nothing where she moves from nowhere. */
  const transferNotice = async (request: FastifyRequest, moving: Id<'stay'>): Promise<readonly string[]> => {
    const next = await oneStay(db, request.permit(), moving);
    if (!next || next.transferFrom === null) return [];
    const former = await oneStay(db, request.permit(), next.transferFrom);
    return former?.status === 'admitted' ? [endText(agreedDeparture(former), next.nights.departure, request.language)] : [];
  };

  /** Confirms a place that is held, or a stay that she was admitted to without it. */
  const confirm = async (
    request: FastifyRequest<OfStay>,
    reply: FastifyReply,
    confirmOf: typeof confirmStayOf | typeof confirmAfterwardsOf,
  ): Promise<FastifyReply> => {
    const { id, stay, say } = address(request);
    const fields = fieldsOf(request.body);
    const [legalBasis, payer] = [parseLegalBasis(fields.text('hjemmel')), municipality(fields.text('betaler'))];
    const asked = deviations.filter((deviation) => fields.all('svaret').includes(deviation));
    const isChecked = fields.text('kontrolleret') === 'ja';
    const commitment = { legalBasis, paidBy: payer?.id ?? null };
    const confirmation = await confirmOf(db, request.permit(), formAbout(request, stay), commitment, isChecked ? asked : []);
    const sent = { legalBasis: fields.text('hjemmel'), paidBy: fields.text('betaler') };
    switch (confirmation.outcome) {
      case 'confirmed': {
        const { contractMustBeOffered } = legalBases[confirmation.legalBasis];
        const notice =
          confirmOf === confirmAfterwardsOf
            ? afterwardsTexts(request.language)(contractMustBeOffered ? 'noticeContract' : 'notice')
            : say(contractMustBeOffered ? 'confirmedNotice' : 'confirmedNoticeNoContract');
        const differs = confirmation.deviations.map((deviation) => say(`deviation.${deviation}`));
        const moved = confirmOf === confirmStayOf ? await transferNotice(request, stay) : [];
        return reply.done(findAddress(id), [notice, ...moved, ...differs].join(' '), differs.length > 0 ? 'attention' : 'notice');
      }
      case 'ask':
        return refuse(request, reply, id, {
          confirmation: sent,
          deviations: confirmation.about,
          // Asked before and not ticked: the tick is what is missing.
          ...(asked.length > 0 && !isChecked ? { stayErrors: { kontrolleret: say('fault.checked') } } : {}),
        });
      case 'missing': {
        const fieldOf = { 'legal-basis': 'hjemmel', 'paying-municipality': 'betaler' } as const;
        return refuse(request, reply, id, {
          confirmation: sent,
          stayErrors: Object.fromEntries(confirmation.what.map((what) => [fieldOf[what], say(`missing.${what}`)])),
        });
      }
      case 'run-out':
      case 'not-held':
      case 'pathway-ended':
      case 'no-such-stay':
      case 'busy':
        return refuse(request, reply, id, { fault: faultSentences(confirmation, request.language) });
    }
  };

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
    if (asked) return reply.page(asked);
    const outcome: HoldOutcome = await holdForPathway(db, request.permit(), {
      stay: asId<'stay'>(newId()),
      key: formKey(fields, newId),
      pathway: found.her.id,
      calledName: found.her.pathway.calledName,
      unit: asId<'unit'>(fields.text('afdeling')),
      place: asId<'place'>(fields.text('plads')),
      needs,
      nights,
      party: query.partyOn(nights.arrival),
      mostMoves: wholeNumber(fields.text('flytninger')),
      overtaking: overtakingIn(fields),
      herYes: herYesIn(fields),
      mostOwnMoves: wholeNumber(fields.text('egne')),
    });
    if (outcome.outcome === 'not-free') {
      const [unit, place] = [asId<'unit'>(fields.text('afdeling')), asId<'place'>(fields.text('plads'))];
      const seen = await search(request, found.her.id, fields);
      if (!seen) return notFound(reply);
      const { ranked, query: asked } = seen.searched ?? { ranked: [], query };
      const fault = takenSentences({ outcome, pathway: found.her.id, unit, place, query: asked, ranked }, request.language);
      return show(request, reply, seen, { fault });
    }
    if (outcome.outcome !== 'held') return refuse(request, reply, found.her.id, { fault: faultSentences(outcome, request.language) });
    const say = placeTexts(request.language);
    const notice =
      outcome.until === null ? say('confirmedNoticeNoContract') : say('heldNotice', { time: timeText(outcome.until, request.language) });
    // Only one who lives somewhere moves from there.
    const moved = found.stays.some(({ status }) => status === 'admitted') ? await transferNotice(request, outcome.stay) : [];
    return reply.done(findAddress(found.her.id), [notice, ...moved].join(' '));
  });

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
    const before = await oneStay(db, request.permit(), stay);
    const ending = await endStayOf(db, request.permit(), formAbout(request, stay), 'release', { reason: null, text: '' });
    if (ending.outcome !== 'ended') return refuse(request, reply, id, { fault: faultSentences(ending, request.language) });
    const next = searchAgain(id, before);
    // Where she waits on, the unit is asked for her again: the receipt says when.
    const again = before && (await askedForAgain(db, request.permit(), id, before.unit));
    if (!again || again.at === null) return reply.done(next, say('releasedNotice'));
    return reply.done(next, say('releasedAskedAgain', { name: again.calledName, when: momentText(again.at, request.language) }));
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

  app.post<OfStay>('/forloeb/:id/plads/:stay/bekraeft', { config: { permission: 'place:confirm' } }, (request, reply) =>
    confirm(request, reply, confirmStayOf),
  );

  // She was admitted without it: she stood at the door.
  app.post<OfStay>('/forloeb/:id/plads/:stay/bekraeft-ophold', { config: { permission: 'place:confirm' } }, (request, reply) =>
    confirm(request, reply, confirmAfterwardsOf),
  );
};

function address(request: FastifyRequest<OfStay>): {
  readonly id: Id<'pathway'>;
  readonly stay: Id<'stay'>;
  readonly say: ReturnType<typeof placeTexts>;
} {
  const { id, stay } = request.params;
  return { id: asId<'pathway'>(id), stay: asId<'stay'>(stay), say: placeTexts(request.language) };
}

/** The number of moves that the page showed; none where it is not a number. */
function wholeNumber(text: string): number {
  return /^\d{1,2}$/.test(text) ? Number(text) : 0;
}
