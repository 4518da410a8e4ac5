/** The unit's page for an admission that was written by mistake: what putting it right would mean, and the act. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { JSX } from 'react';
import { asId } from '../../domain/id.ts';
import { type AdmissionUndone, admissionPutRightUntil } from '../../domain/placement/undo-admission.ts';
import type { Moment } from '../../domain/time.ts';
import { oneStay, type StayWithName } from '../../store/placement-stays.ts';
import { seeUndoAdmission, undoAdmissionOf } from '../../store/placement-undo-admission.ts';
import type { WebContext } from '../context.ts';
import { notFound } from '../not-found.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import { dayText, momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { stayAddress, stayCardAddress } from './addresses.ts';
import { faultSentences } from './outcome-words.ts';
import { putRightTexts } from './put-right-texts.ts';
import { type OfStay, stayDeed } from './stay-form.ts';
import { undoAdmissionTexts } from './undo-admission-texts.ts';
import { UnitsWord } from './units-word.tsx';

const to = 'indskriv/ret';

/** The way to put an admission right, for as long as it can be. */
export function UndoAdmissionLink({ stay, now, language }: LinkProps): JSX.Element | null {
  if (stay.cameBy === null) return null;
  const { until } = admissionPutRightUntil(stay.cameBy.recorded);
  if (now > until) return null;
  return (
    <p>
      <a href={`${stayAddress(stay.id)}/${to}`}>{undoAdmissionTexts(language)('link', { until: momentText(until, language) })}</a>
    </p>
  );
}

type LinkProps = { readonly stay: StayWithName; readonly now: Moment; readonly language: Language };

export const undoAdmissionPages: FastifyPluginAsync<WebContext> = async (app, context) => {
  const { db, newId } = context;

  const show = (
    request: FastifyRequest,
    reply: FastifyReply,
    stay: StayWithName,
    answer: AdmissionUndone,
    { requestKey, why, status, errors }: Shown,
  ): FastifyReply => {
    const { language } = request;
    const say = undoAdmissionTexts(language);
    const isOpen = answer.outcome === 'admission-undone';
    return reply.page({
      title: stay.calledName,
      crumbs: [{ href: stayCardAddress(stay), text: stay.unitName }],
      status,
      content: (
        <UnitsWord
          stay={stay}
          heading={say('heading')}
          sentences={isOpen ? followsOf(stay, answer, language) : [cannotText(answer, language)]}
          form={
            isOpen
              ? {
                  action: `${stayAddress(stay.id)}/${to}`,
                  label: say('why'),
                  submit: say('save'),
                  quiet: untilText(stay, language),
                  why,
                  requestKey,
                }
              : null
          }
          errors={errors}
          language={language}
        />
      ),
    });
  };

  app.get<OfStay>(`/pladser/ophold/:stay/${to}`, { config: { permission: 'place:manage' } }, async (request, reply) => {
    const id = asId<'stay'>(request.params.stay);
    const stay = await oneStay(db, request.permit(), id);
    const answer = stay && (await seeUndoAdmission(db, request.permit(), id));
    if (!stay || !answer) return notFound(reply);
    const status = answer.outcome === 'admission-undone' ? 200 : 409;
    return show(request, reply, stay, answer, { requestKey: newId(), why: '', status, errors: {} });
  });

  stayDeed(app, context, to, async (request, reply, { stay, form, fields }) => {
    const { language } = request;
    const why = fields.text('hvorfor');
    const seen = { requestKey: form.key, why };
    const askAgain = async (status: 409 | 422, fault: string): Promise<FastifyReply> => {
      const answer = await seeUndoAdmission(db, request.permit(), stay.id);
      return answer ? show(request, reply, stay, answer, { ...seen, status, errors: { hvorfor: fault } }) : notFound(reply);
    };
    if (why === '') return askAgain(422, putRightTexts(language)('fault.why'));
    const undone = await undoAdmissionOf(db, request.permit(), form, why);
    switch (undone.outcome) {
      case 'admission-undone': {
        const values = { name: stay.calledName, arrival: dayText(undone.nights.arrival, language) };
        return reply.done(stayCardAddress(stay), undoAdmissionTexts(language)('done', values));
      }
      case 'busy':
        return askAgain(409, faultSentences(undone, language).join(' '));
      case 'no-such-stay':
        return notFound(reply);
      case 'too-late':
      case 'written-since':
      case 'moved-here':
      case 'not-confirmed':
      case 'place-taken':
      case 'cannot':
        return show(request, reply, stay, undone, { ...seen, status: 409, errors: {} });
    }
  });
};

type Shown = { readonly requestKey: string; readonly why: string; readonly status: 200 | 409 | 422; readonly errors: FieldErrors };

type Undone = Extract<AdmissionUndone, { readonly outcome: 'admission-undone' }>;

function followsOf({ calledName: name }: StayWithName, { nights }: Undone, language: Language): readonly string[] {
  const say = undoAdmissionTexts(language);
  const days = { arrival: dayText(nights.arrival, language), departure: dayText(nights.departure, language) };
  return [say('follows', { name, ...days }), say('again'), say('counts')];
}

function cannotText(answer: Exclude<AdmissionUndone, Undone>, language: Language): string {
  return undoAdmissionTexts(language)(`cannot.${answer.outcome}`, {
    until: answer.outcome === 'too-late' ? momentText(answer.until, language) : '',
    from: answer.outcome === 'place-taken' ? dayText(answer.from, language) : '',
  });
}

function untilText({ cameBy }: StayWithName, language: Language): string {
  if (cameBy === null) return '';
  return undoAdmissionTexts(language)('until', { until: momentText(admissionPutRightUntil(cameBy.recorded).until, language) });
}
