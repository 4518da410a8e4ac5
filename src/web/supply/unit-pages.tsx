/** The routes where a leader opens a unit in the own facility and gives one another name. From there the upkeep of the unit takes over. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { asId } from '../../domain/id.ts';
import { guidelineForShieldedUnit } from '../../domain/placement/provision.ts';
import { type FirstPlaces, opensBeyondGuideline, openUnit } from '../../domain/placement/unit-opening.ts';
import { danishDay } from '../../domain/time.ts';
import { type FacilityMaterial, facilityMaterial } from '../../store/facility-register.ts';
import { upkeepMaterial } from '../../store/supply-upkeep.ts';
import { nameUnit, openUnitIn } from '../../store/unit-register.ts';
import type { WebContext } from '../context.ts';
import { type Fields, fieldsOf, formKey } from '../form.ts';
import { notFound } from '../not-found.ts';
import { nationalAddress, unitAddress } from '../places/addresses.ts';
import { placeTexts } from '../places/texts.ts';
import { unitTitle } from '../places/words.ts';
import { ErrorSummary, type FieldErrors, TextField } from '../ui/fields.tsx';
import { Alert, Card } from '../ui/pieces.tsx';
import { facilityAddress, newUnitAddress, unitNameAddress, upkeepAddress } from './addresses.ts';
import type { Contradiction } from '../../domain/placement/supply-contradiction.ts';
import { agreedIn } from './contradictions.tsx';
import { facilityCrumbs } from './facility-pages.tsx';
import { facilityTexts } from './facility-texts.ts';
import { readUnitForm, UnitForm, unitErrors } from './unit-form.tsx';

type OfId = { readonly Params: { readonly id: string } };

/** What was answered to a form: what is wrong in it, or a sentence about why nothing was saved. */
type Answer = { readonly errors?: FieldErrors; readonly fault?: string; readonly contradictions?: readonly Contradiction[] };

export const unitRegisterPages: FastifyPluginAsync<WebContext> = async (app, { db, newId, now }) => {
  /** The facility that the asker leads, when it is this one. */
  const ownFacility = async (request: FastifyRequest, id: string): Promise<FacilityMaterial | null> =>
    request.permit().actor.organisation.facility === id ? facilityMaterial(db, request.permit(), asId<'facility'>(id)) : null;

  const openingForm = (
    request: FastifyRequest,
    reply: FastifyReply,
    material: FacilityMaterial,
    fields: Fields,
    answer: Answer | null,
  ): FastifyReply => {
    const { language } = request;
    const { id, name } = material.facility;
    return reply.page({
      title: facilityTexts(language)('openUnitTitle', { name }),
      crumbs: facilityCrumbs(language, material),
      status: answer === null ? 200 : answer.fault || answer.contradictions ? 409 : 422,
      content: (
        <UnitForm
          action={newUnitAddress(id)}
          back={facilityAddress(id)}
          fields={fields}
          isSent={answer !== null}
          errors={answer?.errors ?? {}}
          fault={answer?.fault ?? null}
          contradictions={answer?.contradictions ?? []}
          formKey={formKey(fields, newId)}
          today={danishDay(now())}
          language={language}
        />
      ),
    });
  };

  app.get<OfId>('/pladser/tilbud/:id/afdeling', { config: { permission: 'place:manage' } }, async (request, reply) => {
    const material = await ownFacility(request, request.params.id);
    return material ? openingForm(request, reply, material, fieldsOf({}), null) : notFound(reply);
  });

  app.post<OfId>('/pladser/tilbud/:id/afdeling', { config: { permission: 'place:manage' } }, async (request, reply) => {
    const { language } = request;
    const say = facilityTexts(language);
    const material = await ownFacility(request, request.params.id);
    if (!material) return notFound(reply);
    const fields = fieldsOf(request.body);
    const key = formKey(fields, newId);
    const unit = asId<'unit'>(key);
    const today = danishDay(now());
    const { opening, unread } = readUnitForm(fields, today, language);
    // What a place is called is kept for all who read it, so it is kept in Danish; the leader changes it afterwards.
    const inDanish = facilityTexts('da');
    const first: FirstPlaces = {
      idOf: (number) => `${key}-${number}`,
      roomName: (number) => inDanish('roomName', { number }),
      placeName: (number) => inDanish('placeName', { number }),
    };
    if (Object.keys(unread).length > 0) {
      const names = material.units.filter(({ id }) => id !== unit).map(({ name }) => name);
      const decision = openUnit(opening, names, first, today);
      const faults = decision.outcome === 'refused' ? decision.faults : [];
      return openingForm(request, reply, material, fields, { errors: unitErrors(faults, unread, language) });
    }
    const outcome = await openUnitIn(db, request.permit(), {
      facility: material.facility.id,
      unit,
      opening,
      first,
      agreed: agreedIn(fields),
    });
    switch (outcome.outcome) {
      case 'saved':
      case 'unchanged':
        return opensBeyondGuideline(opening)
          ? reply.done(
              upkeepAddress(unit),
              say('unitOpenedMany', {
                women: Math.min(opening.places, opening.women ?? opening.places),
                most: guidelineForShieldedUnit,
              }),
              'attention',
            )
          : reply.done(upkeepAddress(unit), say('unitOpened'));
      case 'ask':
        return openingForm(request, reply, material, fields, { contradictions: outcome.contradictions });
      case 'refused':
        return openingForm(request, reply, material, fields, { errors: unitErrors(outcome.faults, {}, language) });
      case 'busy':
        return openingForm(request, reply, material, fields, { fault: say('busy') });
      case 'not-yours':
        return notFound(reply);
    }
  });

  const nameForm = async (
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    written: string | null,
    answer: Answer | null,
  ): Promise<FastifyReply> => {
    const { language } = request;
    const say = facilityTexts(language);
    const material = await upkeepMaterial(db, request.permit(), asId<'unit'>(id));
    if (!material) return notFound(reply);
    const { unit } = material;
    return reply.page({
      title: say('nameTitle', { unit: unitTitle(material) }),
      crumbs: [
        { href: nationalAddress, text: placeTexts(language)('national') },
        { href: unitAddress(unit.id), text: unitTitle(material) },
      ],
      status: answer === null ? 200 : answer.fault ? 409 : 422,
      content: (
        <Card>
          {answer?.fault && <Alert tone="error">{answer.fault}</Alert>}
          <form method="post" action={unitNameAddress(unit.id)}>
            <ErrorSummary heading={say('errorHeading')} errors={answer?.errors ?? {}} nameOf={() => say('unitName')} />
            <TextField
              name="navn"
              label={say('unitName')}
              hint={say('nameHint')}
              value={written ?? unit.name}
              errors={answer?.errors ?? {}}
              longest={80}
            />
            <div className="actions">
              <button className="button button-primary">{say('save')}</button>
              <a href={upkeepAddress(unit.id)}>{say('back')}</a>
            </div>
          </form>
        </Card>
      ),
    });
  };

  app.get<OfId>('/pladser/afdeling/:id/navn', { config: { permission: 'place:manage' } }, async (request, reply) =>
    nameForm(request, reply, request.params.id, null, null),
  );

  app.post<OfId>('/pladser/afdeling/:id/navn', { config: { permission: 'place:manage' } }, async (request, reply) => {
    const { language } = request;
    const say = facilityTexts(language);
    const { id } = request.params;
    const written = fieldsOf(request.body).text('navn');
    const outcome = await nameUnit(db, request.permit(), asId<'unit'>(id), written);
    switch (outcome.outcome) {
      case 'saved':
        return reply.done(upkeepAddress(asId<'unit'>(id)), say('unitNamed'));
      case 'unchanged':
        return reply.done(upkeepAddress(asId<'unit'>(id)), say('unchanged'));
      case 'refused':
        return nameForm(request, reply, id, written, { errors: unitErrors(outcome.faults, {}, language) });
      case 'busy':
        return nameForm(request, reply, id, written, { fault: say('busy') });
      case 'not-yours':
        return notFound(reply);
    }
  });
};
