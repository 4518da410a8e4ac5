/** The unit's routes for what happens while she stays: another place in the unit, nights away, and back again. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { JSX } from 'react';
import { asId } from '../../domain/id.ts';
import { leaveReasons } from '../../domain/placement/leave.ts';
import type { StayForm } from '../../store/placement-act.ts';
import { unitMaterial } from '../../store/placement-search.ts';
import { oneStay, type StayWithName } from '../../store/placement-stays.ts';
import { beginLeave, endLeave, moveWithinUnit } from '../../store/placement-within.ts';
import type { WebContext } from '../context.ts';
import { dayIn, type Fields, fieldsOf, formKey } from '../form.ts';
import { notFound } from '../not-found.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import { dayText } from '../ui/format.ts';
import { Alert } from '../ui/pieces.tsx';
import { stayCardAddress, unitAddress } from './addresses.ts';
import { faultSentences } from './outcome-words.ts';
import { LeaveAgain, MoveAgain } from './stay-forms-again.tsx';
import { stayTexts } from './stay-texts.ts';
import { withinFaults } from './stay-words.ts';
import { placeTexts } from './texts.ts';
import { propertyList } from './words.ts';

type OfStay = { readonly Params: { readonly stay: string } };

export const stayPages: FastifyPluginAsync<WebContext> = async (app, { db, newId }) => {
  /** The stay, the form about it and its fields; null when there is none for this actor. */
  const about = async (
    request: FastifyRequest<OfStay>,
  ): Promise<{ readonly stay: StayWithName; readonly form: StayForm; readonly fields: Fields } | null> => {
    const stay = await oneStay(db, request.permit(), asId<'stay'>(request.params.stay));
    const fields = fieldsOf(request.body);
    return stay && { stay, fields, form: { stay: stay.id, key: formKey(fields, newId) } };
  };

  app.post<OfStay>('/pladser/ophold/:stay/flyt', { config: { permission: 'place:manage' } }, async (request, reply) => {
    const asked = await about(request);
    if (!asked) return notFound(reply);
    const { stay, form, fields } = asked;
    const say = stayTexts(request.language);
    const [place, from] = [fields.text('plads'), dayIn(fields, 'dag')];
    if (place === '' || from === null) {
      const errors: FieldErrors = {
        ...(place === '' ? { plads: say('fault.move') } : {}),
        ...(from === null ? { dag: placeTexts(request.language)('fault.day') } : {}),
      };
      const places = (await unitMaterial(db, request.permit(), stay.unit))?.unit.places ?? [];
      const again = { stay, fields, errors, places, requestKey: form.key, language: request.language };
      return askedAgain(reply, stay, <MoveAgain {...again} />);
    }
    const move = await moveWithinUnit(db, request.permit(), form, { place: asId<'place'>(place), from });
    switch (move.outcome) {
      case 'moved': {
        const values = { place: move.toPlace, day: dayText(move.from, request.language) };
        return move.lacks.length === 0
          ? reply.done(stayCardAddress(stay), say('moved', values))
          : reply.done(
              stayCardAddress(stay),
              say('movedLacks', { ...values, properties: propertyList(move.lacks, request.language) }),
              'attention',
            );
      }
      case 'place-not-free':
      case 'not-her-nights':
        return refused(request, reply, stay, withinFaults(move, request.language));
      case 'cannot':
      case 'no-such-place':
      case 'no-such-stay':
      case 'busy':
        return refused(request, reply, stay, faultSentences(move, request.language));
    }
  });

  app.post<OfStay>('/pladser/ophold/:stay/orlov', { config: { permission: 'place:manage' } }, async (request, reply) => {
    const asked = await about(request);
    if (!asked) return notFound(reply);
    const { stay, form, fields } = asked;
    const say = stayTexts(request.language);
    const [from, back] = [dayIn(fields, 'fra'), dayIn(fields, 'tilbage')];
    const reason = leaveReasons.find((one) => one === fields.text('grund')) ?? null;
    if (from === null || back === null || reason === null) {
      const errors: FieldErrors = {
        ...(from === null ? { fra: say('fault.leaveDays') } : {}),
        ...(back === null ? { tilbage: say('fault.leaveDays') } : {}),
        ...(reason === null ? { grund: say('fault.leaveReason') } : {}),
      };
      const again = { stay, fields, errors, requestKey: form.key, language: request.language };
      return askedAgain(reply, stay, <LeaveAgain {...again} />);
    }
    const leave = await beginLeave(db, request.permit(), form, { from, back, reason, text: fields.text('ord') });
    switch (leave.outcome) {
      case 'on-leave':
        return reply.done(stayCardAddress(stay), say('leaveSaved'));
      case 'not-admitted':
      case 'no-such-stay':
      case 'busy':
        return refused(request, reply, stay, faultSentences(leave, request.language));
      case 'no-nights':
      case 'before-arrival':
      case 'after-departure':
      case 'on-leave-already':
        return refused(request, reply, stay, withinFaults(leave, request.language));
    }
  });

  app.post<OfStay>('/pladser/ophold/:stay/tilbage', { config: { permission: 'place:manage' } }, async (request, reply) => {
    const asked = await about(request);
    if (!asked) return notFound(reply);
    const { stay, form, fields } = asked;
    const say = stayTexts(request.language);
    const day = dayIn(fields, 'dag');
    if (day === null) return refused(request, reply, stay, [placeTexts(request.language)('fault.day')]);
    const back = await endLeave(db, request.permit(), form, day);
    switch (back.outcome) {
      case 'returned':
        return reply.done(stayCardAddress(stay), say('returned'));
      case 'not-on-leave':
        return refused(request, reply, stay, withinFaults(back, request.language));
      case 'in-the-future':
      case 'no-such-stay':
      case 'busy':
        return refused(request, reply, stay, faultSentences(back, request.language));
    }
  });
};

/** The form once more on a page of its own, with all that was written in it. */
function askedAgain(reply: FastifyReply, stay: StayWithName, content: JSX.Element): FastifyReply {
  return reply.page({
    title: stay.calledName,
    crumbs: [{ href: stayCardAddress(stay), text: stay.unitName }],
    status: 422,
    content,
  });
}

/** A page that says why nothing was written, with the way back to her card. */
function refused(request: FastifyRequest, reply: FastifyReply, stay: StayWithName, sentences: readonly string[]): FastifyReply {
  const say = placeTexts(request.language);
  return reply.page({
    title: say('faultHeading'),
    crumbs: [{ href: unitAddress(stay.unit), text: stay.unitName }],
    status: 409,
    content: (
      <>
        <Alert tone="error">
          {sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Alert>
        <p>
          <a className="button button-secondary" href={stayCardAddress(stay)}>
            {say('askNo')}
          </a>
        </p>
      </>
    ),
  });
}
