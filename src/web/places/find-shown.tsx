/** The page of a search as it is shown: what was asked and what the units answer, and once more with the reason that nothing was done. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { may } from '../../access/decide.ts';
import { asId, type Id } from '../../domain/id.ts';
import type { Deviation } from '../../domain/placement/confirm.ts';
import type { StayForm } from '../../store/placement-act.ts';
import { searchedMaterial, type SearchMaterial, searchMaterial } from '../../store/placement-search.ts';
import type { WebContext } from '../context.ts';
import { type Fields, fieldsOf, formKey } from '../form.ts';
import { notFound } from '../not-found.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import { FindPage, type FindPageProps, presentStays } from './find-page.tsx';
import { askedAsHers, type FindQuery, readFindQuery } from './find-query.ts';
import { knownOfHer } from './her-situation.ts';
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
  readonly stayErrors?: FieldErrors;
  readonly deviations?: readonly Deviation[];
  readonly departure?: FindPageProps['departure'];
};

/** A search as the page shows it. */
export type Searched = FindPageProps['searched'] & { readonly material: SearchMaterial; readonly query: FindQuery };

export type FindShown = {
  /** What a search for her is made of; null where the asker may not read of her. */
  readonly material: (request: FastifyRequest, id: string) => Promise<SearchMaterial | null>;
  /** What is asked, and what the units answer. */
  readonly search: (request: FastifyRequest, id: string, fields: Fields) => Promise<Searched | null>;
  readonly show: (request: FastifyRequest, reply: FastifyReply, searched: Searched, fields: Fields, refused?: Refused) => FastifyReply;
  /** The page again, seen anew, with the reason that nothing was done. */
  readonly refuse: (request: FastifyRequest, reply: FastifyReply, id: string, refused: Refused) => Promise<FastifyReply>;
  /** What a move does to her end, as a sentence beside the receipt; nothing where she moves from nowhere. */
  readonly transferNotice: (request: FastifyRequest, id: Id<'pathway'>, moving: Id<'stay'>) => Promise<readonly string[]>;
  /** A stay with the key that its form was sent with: the same form sent twice does it once. */
  readonly formAbout: (request: FastifyRequest, stay: Id<'stay'>) => StayForm;
};

export function findShown({ db, places, newId, now, country }: Pick<WebContext, 'db' | 'places' | 'newId' | 'now' | 'country'>): FindShown {
  const material = (request: FastifyRequest, id: string): Promise<SearchMaterial | null> =>
    searchMaterial(db, request.permit(), asId<'pathway'>(id), places);

  const search = async (request: FastifyRequest, id: string, fields: Fields): Promise<Searched | null> => {
    const searched = await searchedMaterial(db, request.permit(), asId<'pathway'>(id), places, (seen) => {
      const hers = presentStays(seen);
      const [first] = hers;
      // Other units are sought as her own was, until something else is asked.
      const known = knownOfHer(seen);
      const asked = first && fields.text('soeg') !== 'ja' ? fieldsOf(askedAsHers(first, known.situation.dueDate, seen.now)) : fields;
      const query = readFindQuery(asked, known, seen.now, request.language);
      return { query, ...answersForHer(seen, query, hers, readCountryQuery(fields)) };
    });
    if (!searched) return null;
    const { material: seen, known, found } = searched;
    return { ...found, ...known, material: seen, ranked: rankForHer(found.shown, found.query, known.qualifications, seen.now) };
  };

  const show = (
    request: FastifyRequest,
    reply: FastifyReply,
    { material: found, query, ...searched }: Searched,
    fields: Fields,
    refused: Refused = {},
  ): FastifyReply => {
    const { language, actor } = request;
    const say = placeTexts(language);
    const isAsked = fields.text('soeg') === 'ja';
    const isRefused = refused.fault !== undefined || refused.stayErrors !== undefined || refused.deviations !== undefined;
    const name = found.her.pathway.calledName;
    return reply.page({
      title: presentStays(found).length > 0 ? say('has', { name }) : say('find', { name }),
      crumbs: [{ href: `/forloeb/${encodeURIComponent(found.her.id)}`, text: say('her', { name }) }],
      status: isRefused ? 409 : Object.keys(query.errors).length > 0 ? 422 : 200,
      content: (
        <FindPage
          material={found}
          query={query}
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
          repeats={found.stays.find(({ id }) => id === fields.text('igen')) ?? null}
          seeksOthers={isAsked || fields.text('andre') === 'ja'}
        />
      ),
    });
  };

  const refuse = async (request: FastifyRequest, reply: FastifyReply, id: string, refused: Refused): Promise<FastifyReply> => {
    const fields = fieldsOf(request.body);
    const searched = await search(request, id, fields);
    return searched ? show(request, reply, searched, fields, refused) : notFound(reply);
  };

  const transferNotice = async (request: FastifyRequest, id: Id<'pathway'>, moving: Id<'stay'>): Promise<readonly string[]> => {
    const present = presentStays((await material(request, id)) ?? { stays: [], now: now() });
    const next = present.find((one) => one.id === moving);
    const former = present.find((one) => one.id === next?.transferFrom);
    return next && former ? [endText(agreedDeparture(former), next.nights.departure, request.language)] : [];
  };

  const formAbout = (request: FastifyRequest, stay: Id<'stay'>): StayForm => ({ stay, key: formKey(fieldsOf(request.body), newId) });

  return { material, search, show, refuse, transferNotice, formAbout };
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
