/** The routes of facilities: the list, one facility, and the form in which the supervision registers one or puts it right. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { may } from '../../access/decide.ts';
import { asId } from '../../domain/id.ts';
import { namesLeadersOf } from '../../domain/placement/facility-leader.ts';
import { registersFacilitiesIn, type WrittenFacility } from '../../domain/placement/facility-registration.ts';
import { danishDay } from '../../domain/time.ts';
import {
  correctFacility,
  facilityList,
  type FacilityMaterial,
  facilityMaterial,
  registerFacility,
  type RegisterOutcome,
} from '../../store/facility-register.ts';
import type { WebContext } from '../context.ts';
import { fieldsOf, formKey } from '../form.ts';
import { notFound } from '../not-found.ts';
import { nationalAddress } from '../places/addresses.ts';
import { placeTexts } from '../places/texts.ts';
import type { Crumb } from '../ui/layout.tsx';
import type { Language } from '../ui/language.ts';
import { correctFacilityAddress, facilitiesAddress, facilityAddress, newFacilityAddress } from './addresses.ts';
import { facilityErrors, FacilityForm, readFacilityForm } from './facility-form.tsx';
import { FacilityList, FacilityPage } from './facility-page.tsx';
import { facilityTexts } from './facility-texts.ts';

type OfFacility = { readonly Params: { readonly id: string } };

/** Where a form stands, and what it is called. */
type Place = { readonly title: string; readonly action: string; readonly back: string; readonly crumbs: readonly Crumb[] };

const nothingWritten: WrittenFacility = {
  name: '',
  operator: '',
  operatorName: '',
  municipality: '',
  town: '',
  address: '',
  telephone: '',
  leader: '',
};

export const facilityPages: FastifyPluginAsync<WebContext> = async (app, { db, newId, now }) => {
  const materialOf = (request: FastifyRequest, id: string): Promise<FacilityMaterial | null> =>
    facilityMaterial(db, request.permit(), asId<'facility'>(id));

  const form = (
    request: FastifyRequest,
    reply: FastifyReply,
    place: Place,
    written: WrittenFacility,
    outcome: Extract<RegisterOutcome, { outcome: 'refused' | 'busy' }> | null,
  ): FastifyReply => {
    const { language } = request;
    const { actor } = request.permit();
    return reply.page({
      title: place.title,
      crumbs: place.crumbs,
      status: outcome === null ? 200 : outcome.outcome === 'refused' ? 422 : 409,
      content: (
        <FacilityForm
          action={place.action}
          back={place.back}
          written={written}
          errors={outcome?.outcome === 'refused' ? facilityErrors(outcome.faults, language) : {}}
          fault={outcome?.outcome === 'busy' ? facilityTexts(language)('busy') : null}
          formKey={formKey(fieldsOf(request.body), newId)}
          actor={actor}
          today={danishDay(now())}
          language={language}
        />
      ),
    });
  };

  app.get(facilitiesAddress, { config: { permission: 'place:read' } }, async (request, reply) => {
    const { language, actor } = request;
    return reply.page({
      title: facilityTexts(language)('facilities'),
      crumbs: facilityCrumbs(language, null).slice(0, 1),
      content: (
        <FacilityList
          lines={await facilityList(db, request.permit())}
          registers={actor !== null && may(actor, 'facility:register')}
          language={language}
        />
      ),
    });
  });

  app.get(newFacilityAddress, { config: { permission: 'facility:register' } }, async (request, reply) =>
    form(request, reply, newPlace(request.language), nothingWritten, null),
  );

  app.post(newFacilityAddress, { config: { permission: 'facility:register' } }, async (request, reply) => {
    const { language } = request;
    const fields = fieldsOf(request.body);
    const written = readFacilityForm(fields, true);
    const outcome = await registerFacility(db, request.permit(), asId<'facility'>(formKey(fields, newId)), written);
    switch (outcome.outcome) {
      case 'saved':
      case 'unchanged':
        return reply.done(
          facilityAddress(outcome.facility),
          facilityTexts(language)('registered', { name: written.name, leader: written.leader ?? '' }),
        );
      case 'refused':
      case 'busy':
        return form(request, reply, newPlace(language), written, outcome);
      case 'not-yours':
        return notFound(reply);
    }
  });

  app.get<OfFacility>('/pladser/tilbud/:id', { config: { permission: 'place:read' } }, async (request, reply) => {
    const { language } = request;
    const { actor } = request.permit();
    const material = await materialOf(request, request.params.id);
    if (!material) return notFound(reply);
    const leads = may(actor, 'place:manage') && actor.organisation.facility === material.facility.id;
    return reply.page({
      title: material.facility.name,
      crumbs: facilityCrumbs(language, null),
      content: (
        <FacilityPage
          material={material}
          registers={registersFacilitiesIn(actor, material.facility.region, danishDay(now()))}
          leads={leads}
          names={namesLeadersOf(actor, material.facility, danishDay(now()))}
          me={actor.user}
          seesHistory={leads || actor.role === 'supervision' || actor.role === 'agency'}
          language={language}
        />
      ),
    });
  });

  app.get<OfFacility>('/pladser/tilbud/:id/ret', { config: { permission: 'facility:register' } }, async (request, reply) => {
    const material = mine(request, await materialOf(request, request.params.id), now);
    if (!material) return notFound(reply);
    const { facility, address } = material;
    return form(request, reply, correctPlace(material, request.language), { ...facility, address, telephone: null, leader: null }, null);
  });

  app.post<OfFacility>('/pladser/tilbud/:id/ret', { config: { permission: 'facility:register' } }, async (request, reply) => {
    const { language } = request;
    const material = mine(request, await materialOf(request, request.params.id), now);
    if (!material) return notFound(reply);
    const written = readFacilityForm(fieldsOf(request.body), false);
    const outcome = await correctFacility(db, request.permit(), material.facility.id, written);
    switch (outcome.outcome) {
      case 'saved':
        return reply.done(facilityAddress(outcome.facility), facilityTexts(language)('corrected'));
      case 'unchanged':
        return reply.done(facilityAddress(outcome.facility), facilityTexts(language)('unchanged'));
      case 'refused':
      case 'busy':
        return form(request, reply, correctPlace(material, language), written, outcome);
      case 'not-yours':
        return notFound(reply);
    }
  });
};

/** The facility if the asker registers facilities in its region. */
function mine(request: FastifyRequest, material: FacilityMaterial | null, now: WebContext['now']): FacilityMaterial | null {
  const { actor } = request.permit();
  return material !== null && registersFacilitiesIn(actor, material.facility.region, danishDay(now())) ? material : null;
}

function newPlace(language: Language): Place {
  const title = facilityTexts(language)('register');
  return { title, action: newFacilityAddress, back: facilitiesAddress, crumbs: facilityCrumbs(language, null) };
}

function correctPlace(material: FacilityMaterial, language: Language): Place {
  const { id, name } = material.facility;
  const title = facilityTexts(language)('correctTitle', { name });
  return { title, action: correctFacilityAddress(id), back: facilityAddress(id), crumbs: facilityCrumbs(language, material) };
}

/** The way to a page about a facility. */
export function facilityCrumbs(language: Language, material: FacilityMaterial | null): readonly Crumb[] {
  return [
    { href: nationalAddress, text: placeTexts(language)('national') },
    { href: facilitiesAddress, text: facilityTexts(language)('facilities') },
    ...(material ? [{ href: facilityAddress(material.facility.id), text: material.facility.name }] : []),
  ];
}
