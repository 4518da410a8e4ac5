/** The unit's routes for a discharge that was written by mistake: what putting it right would mean, and the act. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { asId, type Id } from '../../domain/id.ts';
import { type DischargeUndone, putRightUntil } from '../../domain/placement/undo-discharge.ts';
import { oneStay, type StayWithName } from '../../store/placement-stays.ts';
import { seeUndoDischarge, undoDischargeOf } from '../../store/placement-undo-discharge.ts';
import type { WebContext } from '../context.ts';
import { notFound } from '../not-found.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import { stayCardAddress } from './addresses.ts';
import { dischargeTexts } from './discharge-texts.ts';
import { houseOf } from './house-of-stay.ts';
import { faultSentences } from './outcome-words.ts';
import { putRightTexts } from './put-right-texts.ts';
import { type OfStay, stayDeed } from './stay-form.ts';
import { UndoDischarge } from './undo-discharge.tsx';

export const undoDischargePages: FastifyPluginAsync<WebContext> = async (app, context) => {
  const { db, newId } = context;

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    stay: StayWithName,
    { answer, requestKey, why, onPlace, status, errors }: Shown,
  ): Promise<FastifyReply> => {
    const { unit } = await houseOf(db, request.permit(), stay);
    return reply.page({
      title: stay.calledName,
      crumbs: [{ href: stayCardAddress(stay), text: stay.unitName }],
      status,
      content: (
        <UndoDischarge
          stay={stay}
          answer={answer}
          places={unit.places}
          onPlace={onPlace}
          until={stay.leftBy === null ? null : putRightUntil(stay.leftBy.recorded).until}
          why={why}
          requestKey={requestKey}
          errors={errors}
          language={request.language}
        />
      ),
    });
  };

  app.get<OfStay>('/pladser/ophold/:stay/udskriv/ret', { config: { permission: 'place:manage' } }, async (request, reply) => {
    const id = asId<'stay'>(request.params.stay);
    const stay = await oneStay(db, request.permit(), id);
    const answer = stay && (await seeUndoDischarge(db, request.permit(), id, null));
    if (!stay || !answer) return notFound(reply);
    const status = answer.outcome === 'discharge-undone' ? 200 : 409;
    return show(request, reply, stay, { answer, requestKey: newId(), why: '', onPlace: null, status, errors: {} });
  });

  stayDeed(app, context, 'udskriv/ret', async (request, reply, { stay, form, fields }) => {
    const { language } = request;
    const why = fields.text('hvorfor');
    const onPlace: Id<'place'> | null = fields.text('plads') === '' ? null : asId<'place'>(fields.text('plads'));
    const seen = { requestKey: form.key, why, onPlace };
    if (why === '') {
      const answer = await seeUndoDischarge(db, request.permit(), stay.id, onPlace);
      const errors = { hvorfor: putRightTexts(language)('fault.why') };
      return answer ? show(request, reply, stay, { ...seen, answer, status: 422, errors }) : notFound(reply);
    }
    const undone = await undoDischargeOf(db, request.permit(), form, { why, onPlace });
    switch (undone.outcome) {
      case 'discharge-undone':
        return reply.done(stayCardAddress(stay), dischargeTexts(language)('undone', { name: stay.calledName }));
      case 'place-taken':
      case 'too-late':
      case 'lives-elsewhere':
      case 'cannot':
        return show(request, reply, stay, { ...seen, answer: undone, status: 409, errors: {} });
      case 'busy': {
        const answer = await seeUndoDischarge(db, request.permit(), stay.id, onPlace);
        const errors = { hvorfor: faultSentences(undone, language).join(' ') };
        return answer ? show(request, reply, stay, { ...seen, answer, status: 409, errors }) : notFound(reply);
      }
      case 'no-such-stay':
        return notFound(reply);
    }
  });
};

type Shown = {
  readonly answer: DischargeUndone;
  readonly requestKey: string;
  readonly why: string;
  readonly onPlace: Id<'place'> | null;
  readonly status: 200 | 409 | 422;
  readonly errors: FieldErrors;
};
