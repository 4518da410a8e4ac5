/** The unit's routes for a discharge before it is saved, and for one that was written by mistake. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { asId, type Id } from '../../domain/id.ts';
import { dischargeDestinations } from '../../domain/pathway/facts.ts';
import { afterDischarge } from '../../domain/placement/after-discharge.ts';
import { discharge } from '../../domain/placement/arrival.ts';
import { type DischargeUndone, putRightUntil } from '../../domain/placement/undo-discharge.ts';
import { oneStay, type StayWithName } from '../../store/placement-stays.ts';
import { seeUndoDischarge, undoDischargeOf } from '../../store/placement-undo-discharge.ts';
import { unitListMaterial } from '../../store/placement-waiting-unit.ts';
import type { WebContext } from '../context.ts';
import { dayIn, fieldsOf } from '../form.ts';
import { notFound } from '../not-found.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import { stayCardAddress } from './addresses.ts';
import { dischargeAgain } from './arrival-again.tsx';
import { DischargePreview } from './discharge-preview.tsx';
import { dischargeTexts } from './discharge-texts.ts';
import { houseOf } from './house-of-stay.ts';
import { faultSentences } from './outcome-words.ts';
import { putRightTexts } from './put-right-texts.ts';
import { type OfStay, stayDeed } from './stay-form.ts';
import { stayTexts } from './stay-texts.ts';
import { placeTexts } from './texts.ts';
import { UndoDischarge } from './undo-discharge.tsx';

export const dischargePages: FastifyPluginAsync<WebContext> = async (app, context) => {
  const { db, newId } = context;

  // Posted and not asked for by its address: what is written of where she goes does not stand in one.
  stayDeed(app, context, 'udskriv/se', async (request, reply, { stay, form, fields }) => {
    const { language } = request;
    const again = dischargeAgain(request, reply, stay, form.key);
    const day = dayIn(fields, 'dag');
    const destination = dischargeDestinations.find((one) => one === fields.text('hvortil')) ?? null;
    if (day === null || destination === null) {
      return again(422, {
        ...(day === null ? { dag: placeTexts(language)('fault.day') } : {}),
        ...(destination === null ? { hvortil: stayTexts(language)('fault.destination') } : {}),
      });
    }
    const list = await unitListMaterial(db, request.permit(), stay.unit);
    if (!list) return notFound(reply);
    const { facility, unit, occupations, now } = await houseOf(db, request.permit(), stay);
    const leaving = discharge(stay, occupations, day, now);
    if (leaving.outcome === 'before-arrival' || leaving.outcome === 'in-the-future')
      return again(409, { dag: faultSentences(leaving, language).join(' ') });
    if (leaving.outcome !== 'discharged') return again(409, { '': faultSentences(leaving, language).join(' ') });
    return reply.page({
      title: stay.calledName,
      crumbs: [{ href: stayCardAddress(stay), text: stay.unitName }],
      content: (
        <DischargePreview
          stay={stay}
          day={day}
          destination={destination}
          to={fields.text('hvortil-ord')}
          leaving={leaving}
          after={afterDischarge(stay, { facility, unit }, occupations, leaving, list.list, now)}
          initials={list.initials}
          facilityName={facility.name}
          now={now}
          requestKey={form.key}
          language={language}
        />
      ),
    });
  });

  const show = (
    request: FastifyRequest,
    reply: FastifyReply,
    stay: StayWithName,
    { answer, requestKey, why, status, errors }: Shown,
  ): FastifyReply =>
    reply.page({
      title: stay.calledName,
      crumbs: [{ href: stayCardAddress(stay), text: stay.unitName }],
      status,
      content: (
        <UndoDischarge
          stay={stay}
          answer={answer}
          until={stay.leftBy === null ? null : putRightUntil(stay.leftBy.recorded).until}
          why={why}
          requestKey={requestKey}
          errors={errors}
          language={request.language}
        />
      ),
    });

  app.get<OfStay>('/pladser/ophold/:stay/udskriv/ret', { config: { permission: 'place:manage' } }, async (request, reply) => {
    const id = asId<'stay'>(request.params.stay);
    const stay = await oneStay(db, request.permit(), id);
    const answer = stay && (await seeUndoDischarge(db, request.permit(), id, null));
    if (!stay || !answer) return notFound(reply);
    const status = answer.outcome === 'discharge-undone' ? 200 : 409;
    return show(request, reply, stay, { answer, requestKey: newId(), why: '', status, errors: {} });
  });

  stayDeed(app, context, 'udskriv/ret', async (request, reply, { stay, form }) => {
    const { language } = request;
    const fields = fieldsOf(request.body);
    const why = fields.text('hvorfor');
    const onPlace: Id<'place'> | null = fields.text('plads') === '' ? null : asId<'place'>(fields.text('plads'));
    const seen = { requestKey: form.key, why };
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
  readonly status: 200 | 409 | 422;
  readonly errors: FieldErrors;
};
