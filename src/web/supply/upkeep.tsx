/** The routes of a unit's upkeep: the page, a form for each kind of change, and what a change does before it is saved. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { asId, type Id } from '../../domain/id.ts';
import { changeSupplyOf, type UpkeepMaterial, upkeepMaterial } from '../../store/supply-upkeep.ts';
import { telephonesOf } from '../../store/placement-telephone.ts';
import type { WebContext } from '../context.ts';
import { type Fields, fieldsOf, formKey } from '../form.ts';
import { notFound } from '../not-found.ts';
import { nationalAddress, unitAddress } from '../places/addresses.ts';
import { placeTexts } from '../places/texts.ts';
import { unitTitle } from '../places/words.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import type { Crumb } from '../ui/layout.tsx';
import type { Language } from '../ui/language.ts';
import { upkeepAddress, upkeepForms, type UpkeepFormId } from './addresses.ts';
import { faultErrors, readForm } from './form-reading.ts';
import { LookFirst } from './look-first.tsx';
import { supplyTexts } from './texts.ts';
import { UpkeepForm } from './upkeep-form.tsx';
import { UpkeepPage } from './upkeep-page.tsx';

type OfUnit = { readonly Params: { readonly id: string } };
type OfForm = { readonly Params: { readonly id: string; readonly form: string } };

export const upkeepPages: FastifyPluginAsync<WebContext> = async (app, { db, newId }) => {
  const materialOf = (request: FastifyRequest, id: string): Promise<UpkeepMaterial | null> =>
    upkeepMaterial(db, request.permit(), asId<'unit'>(id));

  const showForm = (
    request: FastifyRequest,
    reply: FastifyReply,
    form: UpkeepFormId,
    material: UpkeepMaterial,
    fields: Fields,
    refused: { readonly errors?: FieldErrors; readonly fault?: readonly string[] } | null,
  ): FastifyReply => {
    const { language } = request;
    return reply.page({
      title: formTitle(form, material, fields, language),
      crumbs: crumbs(material, language, true),
      status: refused === null ? 200 : refused.fault ? 409 : 422,
      content: (
        <UpkeepForm
          form={form}
          material={material}
          fields={fields}
          isSent={refused !== null}
          errors={refused?.errors ?? {}}
          fault={refused?.fault ?? []}
          formKey={formKey(fields, newId)}
          language={language}
        />
      ),
    });
  };

  app.get<OfUnit>('/pladser/afdeling/:id/drift', { config: { permission: 'place:manage' } }, async (request, reply) => {
    const material = await materialOf(request, request.params.id);
    if (!material) return notFound(reply);
    return reply.page({
      title: supplyTexts(request.language)('upkeep', { unit: unitTitle(material) }),
      crumbs: crumbs(material, request.language, false),
      content: (
        <UpkeepPage
          material={material}
          telephones={await telephonesOf(db, request.permit(), material.facility.id)}
          language={request.language}
        />
      ),
    });
  });

  app.get<OfForm>('/pladser/afdeling/:id/drift/:form', { config: { permission: 'place:manage' } }, async (request, reply) => {
    const form = upkeepForms.find((one) => one === request.params.form);
    const material = form && (await materialOf(request, request.params.id));
    return material ? showForm(request, reply, form, material, fieldsOf(request.query), null) : notFound(reply);
  });

  app.post<OfForm>('/pladser/afdeling/:id/drift/:form', { config: { permission: 'place:manage' } }, async (request, reply) => {
    const form = upkeepForms.find((one) => one === request.params.form);
    const material = form && (await materialOf(request, request.params.id));
    if (!material) return notFound(reply);
    const { language } = request;
    const [say, fields, unit] = [supplyTexts(language), fieldsOf(request.body), material.unit.id];
    const read = readForm(form, fields, formKey(fields, newId), language);
    if ('errors' in read) return showForm(request, reply, form, material, fields, { errors: read.errors });

    const seen = fields.text('set') === 'ja' ? fields.all('set-ophold').map((id) => asId<'stay'>(id)) : null;
    const outcome = await changeSupplyOf(db, request.permit(), unit, read.change, seen);
    switch (outcome.outcome) {
      case 'changed':
        return outcome.affected.length > 0
          ? reply.done(
              upkeepAddress(unit),
              say('savedMarked', { count: new Set(outcome.affected.map(({ booking }) => booking.id)).size }),
              'attention',
            )
          : reply.done(upkeepAddress(unit), say('saved'));
      case 'unchanged':
        return reply.done(upkeepAddress(unit), say('unchanged'));
      case 'look-first':
        return reply.page({
          title: `${say('lookHeading')}: ${formTitle(form, material, fields, language)}`,
          crumbs: crumbs(material, language, true),
          content: (
            <LookFirst
              action={`${upkeepAddress(unit)}/${form}`}
              back={upkeepAddress(unit)}
              sent={sentAgain(request.body, fields)}
              affected={outcome.affected}
              overStaffed={outcome.overStaffed}
              language={language}
            />
          ),
        });
      case 'refused':
        return showForm(request, reply, form, material, fields, { errors: faultErrors(form, outcome.faults, language) });
      case 'busy':
        return showForm(request, reply, form, material, fields, { fault: [say('busy')] });
      case 'not-yours':
        return notFound(reply);
    }
  });
};

/** The form's fields as they were sent, without those that say what was seen. */
function sentAgain(body: unknown, fields: Fields): readonly (readonly [string, string])[] {
  const names = typeof body === 'object' && body !== null ? Object.keys(body) : [];
  return names
    .filter((name) => name !== 'set' && name !== 'set-ophold')
    .flatMap((name) => fields.all(name).map((value) => [name, value] as const));
}

function formTitle(form: UpkeepFormId, { supply }: UpkeepMaterial, fields: Fields, language: Language): string {
  const place = supply.places.find(({ id }) => id === fields.text('plads'));
  return supplyTexts(language)(`form.${form}`, { place: place?.name ?? placeTexts(language)('place').toLocaleLowerCase(language) });
}

function crumbs(material: UpkeepMaterial, language: Language, inForm: boolean): readonly Crumb[] {
  const unit: Id<'unit'> = material.unit.id;
  const title = unitTitle(material);
  return [
    { href: nationalAddress, text: placeTexts(language)('national') },
    { href: unitAddress(unit), text: title },
    ...(inForm ? [{ href: upkeepAddress(unit), text: supplyTexts(language)('upkeep', { unit: title }) }] : []),
  ];
}
