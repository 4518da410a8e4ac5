/** The two pages on which a unit takes its own word back: what follows is read first, and the act is sent with its reason. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { asId, type Id } from '../../domain/id.ts';
import type { Permit } from '../../domain/trail.ts';
import type { Database } from '../../store/database.ts';
import type { NotDone, StayForm } from '../../store/placement-act.ts';
import { oneStay, type StayWithName } from '../../store/placement-stays.ts';
import type { WebContext } from '../context.ts';
import { notFound } from '../not-found.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { stayAddress, stayCardAddress } from './addresses.ts';
import { faultSentences } from './outcome-words.ts';
import { type OfStay, stayDeed } from './stay-form.ts';
import { UnitsWord } from './units-word.tsx';

/** What is said of an answer; `form` is `null` where nothing can be done. */
export type WordSaid = {
  readonly heading: string;
  readonly sentences: readonly string[];
  readonly form: { readonly label: string; readonly submit: string; readonly quiet: string } | null;
};

/** One word that a unit can take back. `Answer` is what follows of it, or why it cannot be. */
export type WordTakenBack<Answer extends { readonly outcome: string }> = {
  /** The last part of the address, below the stay's. */
  readonly to: string;
  /** What it would mean now; `null` where the stay is not the asker's. */
  readonly see: (db: Database, permit: Permit, stay: Id<'stay'>) => Promise<Answer | null>;
  readonly act: (db: Database, permit: Permit, form: StayForm, why: string) => Promise<Answer | NotDone>;
  readonly said: (stay: StayWithName, answer: Answer, language: Language) => WordSaid;
  /** The receipt; `null` where it was not done. */
  readonly receipt: (stay: StayWithName, answer: Answer, language: Language) => string | null;
  readonly whyMissing: (language: Language) => string;
};

export function wordTakenBack<Answer extends { readonly outcome: string }>(
  app: FastifyInstance,
  context: Pick<WebContext, 'db' | 'newId'>,
  { to, see, act, said, receipt, whyMissing }: WordTakenBack<Answer>,
): void {
  const { db, newId } = context;

  const show = (request: FastifyRequest, reply: FastifyReply, stay: StayWithName, answer: Answer, shown: Shown): FastifyReply => {
    const { requestKey, why, status, errors } = shown;
    const { heading, sentences, form } = said(stay, answer, request.language);
    return reply.page({
      title: stay.calledName,
      crumbs: [{ href: stayCardAddress(stay), text: stay.unitName }],
      status: status ?? (form === null ? 409 : 200),
      content: (
        <UnitsWord
          {...{ stay, heading, sentences, errors }}
          form={form && { ...form, action: `${stayAddress(stay.id)}/${to}`, why, requestKey }}
          language={request.language}
        />
      ),
    });
  };

  app.get<OfStay>(`/pladser/ophold/:stay/${to}`, { config: { permission: 'place:manage' } }, async (request, reply) => {
    const id = asId<'stay'>(request.params.stay);
    const stay = await oneStay(db, request.permit(), id);
    const answer = stay && (await see(db, request.permit(), id));
    if (!stay || !answer) return notFound(reply);
    return show(request, reply, stay, answer, { requestKey: newId(), why: '', status: null, errors: {} });
  });

  stayDeed(app, context, to, async (request, reply, { stay, form, fields }) => {
    const { language } = request;
    const why = fields.text('hvorfor');
    const seen = { requestKey: form.key, why };
    const askAgain = async (status: 409 | 422, fault: string): Promise<FastifyReply> => {
      const answer = await see(db, request.permit(), stay.id);
      return answer ? show(request, reply, stay, answer, { ...seen, status, errors: { hvorfor: fault } }) : notFound(reply);
    };
    if (why === '') return askAgain(422, whyMissing(language));
    const done = await act(db, request.permit(), form, why);
    if (isNotDone(done)) return done.outcome === 'busy' ? askAgain(409, faultSentences(done, language).join(' ')) : notFound(reply);
    const told = receipt(stay, done, language);
    return told === null ? show(request, reply, stay, done, { ...seen, status: 409, errors: {} }) : reply.done(stayCardAddress(stay), told);
  });
}

function isNotDone(done: { readonly outcome: string }): done is NotDone {
  return done.outcome === 'busy' || done.outcome === 'no-such-stay';
}

/** `status` is `null` where the answer itself says it. */
type Shown = { readonly requestKey: string; readonly why: string; readonly status: 409 | 422 | null; readonly errors: FieldErrors };
