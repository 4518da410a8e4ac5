/** A unit's routes: its page, its capacity, and what happens to the stays in it. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { may } from '../../access/decide.ts';
import { asId, type Id } from '../../domain/id.ts';
import { dischargeDestinations } from '../../domain/pathway/facts.ts';
import { type ArrivalQuestion, arrivalQuestions } from '../../domain/placement/arrival.ts';
import { putRightUntil } from '../../domain/placement/undo-discharge.ts';
import { danishDay, type Day } from '../../domain/time.ts';
import type { StayForm } from '../../store/placement-act.ts';
import { admitToStay, dischargeFromStay } from '../../store/placement-arrive.ts';
import { confirmCapacity } from '../../store/placement-provision.ts';
import { unitMaterial } from '../../store/placement-search.ts';
import { oneStay, type StayWithName } from '../../store/placement-stays.ts';
import type { WebContext } from '../context.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import { dayText, momentText } from '../ui/format.ts';
import { dayIn, fieldsOf, formKey } from '../form.ts';
import { notFound } from '../not-found.ts';
import { justDischargedId, nationalAddress, stayCardAddress, freshnessAddress, unitAddress } from './addresses.ts';
import { saysToMoveIn } from './agree-to-move.tsx';
import { arrivalDayIn } from './arrival-day.tsx';
import { admissionAgain, dischargeAgain } from './arrival-again.tsx';
import { ArrivalQuestions } from './arrival-questions.tsx';
import { justDischargedTexts } from './just-discharged-texts.ts';
import { herAnswerErrors, herAnswerIn } from './her-answer.tsx';
import { faultSentences } from './outcome-words.ts';
import { placesText } from './stay-words.ts';
import { stayTexts } from './stay-texts.ts';
import { placeTexts } from './texts.ts';
import { UnitPage } from './unit-page.tsx';
import { remarksText, unitTitle } from './words.ts';

type OfUnit = { readonly Params: { readonly id: string } };
type OfStay = { readonly Params: { readonly stay: string } };

export const unitPages: FastifyPluginAsync<WebContext> = async (app, { db, newId, now }) => {
  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    unit: Id<'unit'>,
    fault: readonly string[] = [],
  ): Promise<FastifyReply> => {
    const material = await unitMaterial(db, request.permit(), unit);
    if (!material) return notFound(reply);
    const { actor, language } = request;
    const manages = actor !== null && may(actor, 'place:manage') && actor.organisation.facility === material.facility.id;
    const opensPathway = actor !== null && may(actor, 'pathway:read');
    return reply.page({
      title: unitTitle(material),
      crumbs: [{ href: nationalAddress, text: placeTexts(language)('national') }],
      status: fault.length > 0 ? 409 : 200,
      content: (
        <UnitPage
          material={material}
          language={language}
          manages={manages}
          opensPathway={opensPathway}
          fault={fault}
          requestKey={newId()}
          readsQualification={actor !== null && may(actor, 'qualification:read')}
          readsRefusal={actor !== null && may(actor, 'refusal:read')}
        />
      ),
    });
  };

  /** The stay that a form is about, or the answer that there is none for this actor. */
  const stayOf = (request: FastifyRequest<OfStay>): Promise<StayWithName | null> =>
    oneStay(db, request.permit(), asId<'stay'>(request.params.stay));

  const formAbout = (request: FastifyRequest, { id }: StayWithName): StayForm => ({
    stay: id,
    key: formKey(fieldsOf(request.body), newId),
  });

  app.get<OfUnit>('/pladser/afdeling/:id', { config: { permission: 'place:read' } }, async (request, reply) =>
    show(request, reply, asId<'unit'>(request.params.id)),
  );

  app.post<OfUnit>('/pladser/afdeling/:id/bekraeft-kapacitet', { config: { permission: 'place:manage' } }, async (request, reply) => {
    const unit = asId<'unit'>(request.params.id);
    const say = placeTexts(request.language);
    if (!(await confirmCapacity(db, request.permit(), unit))) return show(request, reply, unit, [say('notYours')]);
    // Back to where it was pressed: on the page about confirmations the next unit may wait for the same.
    const isAmongOthers = fieldsOf(request.body).text('tilbage') === 'bekraeftelser';
    return reply.done(isAmongOthers ? freshnessAddress : unitAddress(unit), say('thanks'));
  });

  app.post<OfStay>('/pladser/ophold/:stay/indskriv', { config: { permission: 'place:manage' } }, async (request, reply) => {
    const stay = await stayOf(request);
    if (!stay) return notFound(reply);
    const say = placeTexts(request.language);
    const { day, fault, written } = arrivalDayIn(fieldsOf(request.body), request.language);
    const again = async (status: 409 | 422, errors: FieldErrors, isTaken = false): Promise<FastifyReply> =>
      admissionAgain(request, reply, status, {
        stay,
        day: written,
        requestKey: formAbout(request, stay).key,
        errors,
        material: isTaken ? await unitMaterial(db, request.permit(), stay.unit) : null,
      });
    if (day === null) return again(422, { dag: fault });
    const answered = arrivalQuestions.filter((question) => fieldsOf(request.body).all('svaret').includes(question));
    const said = saysToMoveIn(fieldsOf(request.body));
    const fields = fieldsOf(request.body);
    const today = danishDay(now());
    const ask = (about: readonly ArrivalQuestion[], before: readonly ArrivalQuestion[], errors: FieldErrors): FastifyReply =>
      reply.page({
        title: say('askHeading', { name: stay.calledName }),
        crumbs: [{ href: unitAddress(stay.unit), text: stay.unitName }],
        status: Object.keys(errors).length > 0 ? 422 : 409,
        content: (
          <ArrivalQuestions
            stay={stay}
            day={day}
            about={about}
            answered={before}
            requestKey={formAbout(request, stay).key}
            herAnswer={{ fields, asker: request.permit().actor.name, today }}
            errors={errors}
            language={request.language}
          />
        ),
      });
    const unsaid = herAnswerErrors(fields, today, request.language);
    if (Object.keys(unsaid).length > 0) {
      const asked = answered.includes('place-not-answered') ? 'place-not-answered' : 'stay-not-agreed';
      return ask(
        [asked],
        answered.filter((question) => question !== asked),
        unsaid,
      );
    }
    const given = herAnswerIn(fields, today);
    const admission = await admitToStay(db, request.permit(), formAbout(request, stay), day, answered, said, given);
    if (admission.outcome === 'ask') return ask(admission.about, answered, {});
    if (admission.outcome === 'place-taken' || admission.outcome === 'in-the-future')
      return again(409, { dag: faultSentences(admission, request.language).join(' ') }, admission.outcome === 'place-taken');
    if (admission.outcome !== 'admitted') return again(409, { '': faultSentences(admission, request.language).join(' ') });
    const remarks = remarksText(admission.remarks, admission.nights.departure, request.language);
    return remarks === ''
      ? reply.done(stayCardAddress(stay), say('admittedNotice'))
      : reply.done(stayCardAddress(stay), say('admittedNoticeRemarks', { remarks }), 'attention');
  });

  app.post<OfStay>('/pladser/ophold/:stay/udskriv', { config: { permission: 'place:manage' } }, async (request, reply) => {
    const stay = await stayOf(request);
    if (!stay) return notFound(reply);
    const say = placeTexts(request.language);
    const fields = fieldsOf(request.body);
    const day = dayOf(request);
    const destination = dischargeDestinations.find((one) => one === fields.text('hvortil')) ?? null;
    const again = dischargeAgain(request, reply, stay, formAbout(request, stay).key);
    if (day === null || destination === null) {
      return again(422, {
        ...(day === null ? { dag: say('fault.day') } : {}),
        ...(destination === null ? { hvortil: stayTexts(request.language)('fault.destination') } : {}),
      });
    }
    const to = { destination, to: fields.text('hvortil-ord') };
    const leaving = await dischargeFromStay(db, request.permit(), formAbout(request, stay), day, to);
    if (leaving.outcome === 'before-arrival' || leaving.outcome === 'in-the-future')
      return again(409, { dag: faultSentences(leaving, request.language).join(' ') });
    if (leaving.outcome !== 'discharged') return again(409, { '': faultSentences(leaving, request.language).join(' ') });
    const left = await stayOf(request);
    const { language } = request;
    return reply.done(
      `${unitAddress(stay.unit)}#${justDischargedId(stay.id)}`,
      justDischargedTexts(language)('notice', {
        name: stay.calledName,
        place: placesText(stay.parts, language, day),
        day: dayText(day, language),
        until: momentText(putRightUntil(left?.leftBy?.recorded ?? now()).until, language),
      }),
    );
  });
};

function dayOf(request: FastifyRequest): Day | null {
  return dayIn(fieldsOf(request.body), 'dag');
}
