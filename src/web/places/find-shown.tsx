/** The page of a search as it is shown: what was asked and what the units answer, and once more with the reason that nothing was done. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { may } from '../../access/decide.ts';
import { asId, type Id } from '../../domain/id.ts';
import type { HerYes } from '../../domain/pathway/her-yes.ts';
import type { Deviation } from '../../domain/placement/confirm.ts';
import type { StayForm } from '../../store/placement-act.ts';
import { searchedMaterial, type SearchMaterial } from '../../store/placement-search.ts';
import { oneStay } from '../../store/placement-stays.ts';
import type { WebContext } from '../context.ts';
import { type Fields, fieldsOf, formKey } from '../form.ts';
import { notFound } from '../not-found.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import { FindPage, type FindPageProps } from './find-page.tsx';
import { askedAsHers, readFindQuery } from './find-query.ts';
import type { SearchedUnits } from './find-search.tsx';
import { knownOfHer } from './her-situation.ts';
import { presentStays } from './present-stays.ts';
import { answersForHer, rankForHer, readCountryQuery } from './rank-for-her.ts';
import type { SaidWithWay } from './taken.ts';
import { placeTexts } from './texts.ts';
import { agreedDeparture, endText } from './transfer-words.ts';

export type OfPathway = { readonly Params: { readonly id: string } };
export type OfStay = { readonly Params: { readonly id: string; readonly stay: string } };

/** What a page shows besides the search: why something could not be done, and the form as it was sent. */
export type Refused = {
  readonly fault?: readonly SaidWithWay[];
  readonly confirmation?: { readonly legalBasis: string; readonly paidBy: string };
  readonly saysToMove?: HerYes['answer'] | null;
  /** The form as it was sent, for what it says of her answer to the place. */
  readonly herAnswer?: Fields;
  readonly stayErrors?: FieldErrors;
  readonly deviations?: readonly Deviation[];
  readonly departure?: FindPageProps['departure'];
  readonly followSent?: FindPageProps['followSent'];
  readonly fixedDaySent?: FindPageProps['fixedDaySent'];
};

/** What the page is made of; `searched` as the page takes it, null where nothing was asked. */
export type Seen = { readonly material: SearchMaterial; readonly searched: SearchedUnits | null };

export type FindShown = {
  /** What is asked, and what the units answer. Where she has a place and nothing else is asked for, the country is not asked. */
  readonly search: (request: FastifyRequest, id: string, fields: Fields) => Promise<Seen | null>;
  readonly show: (request: FastifyRequest, reply: FastifyReply, seen: Seen, refused?: Refused) => FastifyReply;
  /** The page again, seen anew, with the reason that nothing was done. */
  readonly refuse: (request: FastifyRequest, reply: FastifyReply, id: string, refused: Refused) => Promise<FastifyReply>;
  /** What a move does to her end, as a sentence beside the receipt; nothing where she moves from nowhere. */
  readonly transferNotice: (request: FastifyRequest, moving: Id<'stay'>) => Promise<readonly string[]>;
  /** A stay with the key that its form was sent with: the same form sent twice does it once. */
  readonly formAbout: (request: FastifyRequest, stay: Id<'stay'>) => StayForm;
};

export function findShown({ db, places, newId, country }: Pick<WebContext, 'db' | 'places' | 'newId' | 'country'>): FindShown {
  const search = async (request: FastifyRequest, id: string, fields: Fields): Promise<Seen | null> => {
    const searched = await searchedMaterial(db, request.permit(), asId<'pathway'>(id), places, (seen) => {
      const hers = presentStays(seen);
      const [first] = hers;
      if (first && fields.text('soeg') !== 'ja' && fields.text('andre') !== 'ja') return null;
      // Other units are sought as her own was, until something else is asked.
      const known = knownOfHer(seen);
      // …and after a place was let go, as that one was.
      const like = first ?? seen.stays.find(({ id: stay }) => stay === fields.text('igen'));
      const asked = like && fields.text('soeg') !== 'ja' ? fieldsOf(askedAsHers(like, known.situation, seen.now)) : fields;
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
    const { fault, stayErrors, deviations, followSent, fixedDaySent } = refused;
    const isRefused = [fault, stayErrors, deviations, followSent, fixedDaySent].some((why) => why !== undefined);
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
          readsRefusal={actor !== null && may(actor, 'refusal:read')}
          saysToMove={refused.saysToMove ?? null}
          herAnswer={refused.herAnswer ?? fieldsOf(null)}
          asker={actor?.name ?? ''}
          requestKey={newId()}
          fault={refused.fault ?? []}
          confirmation={refused.confirmation ?? null}
          stayErrors={refused.stayErrors ?? {}}
          deviations={refused.deviations ?? []}
          departure={refused.departure ?? null}
          followSent={refused.followSent ?? null}
          fixedDaySent={refused.fixedDaySent ?? null}
          repeats={found.stays.find(({ id }) => id === fieldsOf(request.query).text('igen')) ?? null}
        />
      ),
    });
  };

  const refuse = async (request: FastifyRequest, reply: FastifyReply, id: string, refused: Refused): Promise<FastifyReply> => {
    const seen = await search(request, id, fieldsOf(request.body));
    return seen ? show(request, reply, seen, refused) : notFound(reply);
  };

  const transferNotice = async (request: FastifyRequest, moving: Id<'stay'>): Promise<readonly string[]> => {
    const next = await oneStay(db, request.permit(), moving);
    if (!next || next.transferFrom === null) return [];
    const former = await oneStay(db, request.permit(), next.transferFrom);
    return former?.status === 'admitted' ? [endText(agreedDeparture(former), next.nights.departure, request.language)] : [];
  };

  const formAbout = (request: FastifyRequest, stay: Id<'stay'>): StayForm => ({ stay, key: formKey(fieldsOf(request.body), newId) });

  return { search, show, refuse, transferNotice, formAbout };
}

/** The pathway and the stay of an address, and the words of its language. */
export function address(request: FastifyRequest<OfStay>): {
  readonly id: Id<'pathway'>;
  readonly stay: Id<'stay'>;
  readonly say: ReturnType<typeof placeTexts>;
} {
  const { id, stay } = request.params;
  return { id: asId<'pathway'>(id), stay: asId<'stay'>(stay), say: placeTexts(request.language) };
}
