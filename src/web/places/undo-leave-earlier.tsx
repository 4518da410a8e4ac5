/** The unit's page for taking back that she leaves earlier: what it would mean, and the act. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { JSX } from 'react';
import { asId } from '../../domain/id.ts';
import type { StaysAsAgreed } from '../../domain/placement/undo-leave-earlier.ts';
import { danishDay, type Moment } from '../../domain/time.ts';
import { oneStay, type StayWithName } from '../../store/placement-stays.ts';
import { seeStayAsAgreed, stayAsAgreedOf } from '../../store/placement-undo-leave-earlier.ts';
import type { WebContext } from '../context.ts';
import { notFound } from '../not-found.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { stayAddress, stayCardAddress } from './addresses.ts';
import { leaveEarlierTexts } from './leave-earlier-texts.ts';
import { faultSentences } from './outcome-words.ts';
import { type OfStay, stayDeed } from './stay-form.ts';
import { blockSentence } from './stay-words.ts';
import { UnitsWord } from './units-word.tsx';

const to = 'rejser-tidligere/tilbage';

/** The day that was agreed beside the one that the unit wrote, and the way to take that back until it comes. */
export function AgreedDeparture({ stay, manages, now, language }: AgreedProps): JSX.Element | null {
  if (stay.saidToLeave === null || stay.saidToLeave.agreed <= stay.nights.departure) return null;
  const say = leaveEarlierTexts(language);
  const days = { agreed: dayText(stay.saidToLeave.agreed, language), day: dayText(stay.nights.departure, language) };
  return (
    <p>
      {say('agreed')}: {say('agreedLine', days)}{' '}
      {manages && stay.nights.departure > danishDay(now) && <a href={`${stayAddress(stay.id)}/${to}`}>{say('backLink', days)}</a>}
    </p>
  );
}

type AgreedProps = { readonly stay: StayWithName; readonly manages: boolean; readonly now: Moment; readonly language: Language };

export const undoLeaveEarlierPages: FastifyPluginAsync<WebContext> = async (app, context) => {
  const { db, newId } = context;

  const show = (
    request: FastifyRequest,
    reply: FastifyReply,
    stay: StayWithName,
    answer: StaysAsAgreed,
    { requestKey, why, status, errors }: Shown,
  ): FastifyReply => {
    const { language } = request;
    const say = leaveEarlierTexts(language);
    const isOpen = answer.outcome === 'stays-as-agreed';
    const days = {
      agreed: isOpen ? dayText(answer.nights.departure, language) : '',
      day: dayText(stay.nights.departure, language),
    };
    return reply.page({
      title: stay.calledName,
      crumbs: [{ href: stayCardAddress(stay), text: stay.unitName }],
      status,
      content: (
        <UnitsWord
          stay={stay}
          heading={say('backHeading')}
          sentences={
            isOpen ? [say('backFollows', { name: stay.calledName, ...days }), say('backCounts', days)] : cannotOf(answer, language)
          }
          form={
            isOpen
              ? {
                  action: `${stayAddress(stay.id)}/${to}`,
                  label: say('backWhy'),
                  submit: say('backSave', days),
                  quiet: '',
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
    const answer = stay && (await seeStayAsAgreed(db, request.permit(), id));
    if (!stay || !answer) return notFound(reply);
    const status = answer.outcome === 'stays-as-agreed' ? 200 : 409;
    return show(request, reply, stay, answer, { requestKey: newId(), why: '', status, errors: {} });
  });

  stayDeed(app, context, to, async (request, reply, { stay, form, fields }) => {
    const { language } = request;
    const say = leaveEarlierTexts(language);
    const why = fields.text('hvorfor');
    const seen = { requestKey: form.key, why };
    const askAgain = async (status: 409 | 422, fault: string): Promise<FastifyReply> => {
      const answer = await seeStayAsAgreed(db, request.permit(), stay.id);
      return answer ? show(request, reply, stay, answer, { ...seen, status, errors: { hvorfor: fault } }) : notFound(reply);
    };
    if (why === '') return askAgain(422, say('fault.why'));
    const stays = await stayAsAgreedOf(db, request.permit(), form, why);
    switch (stays.outcome) {
      case 'stays-as-agreed': {
        const values = { name: stay.calledName, agreed: dayText(stays.nights.departure, language) };
        return reply.done(stayCardAddress(stay), say('backDone', values));
      }
      case 'busy':
        return askAgain(409, faultSentences(stays, language).join(' '));
      case 'no-such-stay':
        return notFound(reply);
      case 'not-free':
      case 'day-has-come':
      case 'cannot':
        return show(request, reply, stay, stays, { ...seen, status: 409, errors: {} });
    }
  });
};

type Shown = { readonly requestKey: string; readonly why: string; readonly status: 200 | 409 | 422; readonly errors: FieldErrors };

function cannotOf(answer: Exclude<StaysAsAgreed, { readonly outcome: 'stays-as-agreed' }>, language: Language): readonly string[] {
  const first = leaveEarlierTexts(language)(`cannot.${answer.outcome}`);
  if (answer.outcome !== 'not-free') return [first];
  return [first, ...answer.blocks.map((block) => blockSentence(answer.place, block, language))];
}
