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
import { danishDay } from '../../domain/time.ts';
import { upkeepAddress, upkeepFormAddress, upkeepForms, type UpkeepFormId } from './addresses.ts';
import { faultErrors, readForm } from './form-reading.ts';
import { agreedField, agreedIn } from './contradictions.tsx';
import { endingTexts } from './ending-texts.ts';
import { NotEnded } from './place-ending.tsx';
import { LookFirst } from './look-first.tsx';
import { supplyTexts } from './texts.ts';
import { UpkeepForm } from './upkeep-form.tsx';
import { UpkeepPage } from './upkeep-page.tsx';

type OfUnit = { readonly Params: { readonly id: string } };
type OfForm = { readonly Params: { readonly id: string; readonly form: string } };

/** What is wrong with what was sent; `again`: nothing is, and it is shown to be changed before it is sent. */
type Refused = { readonly errors?: FieldErrors; readonly fault?: readonly string[]; readonly again?: true };

export const upkeepPages: FastifyPluginAsync<WebContext> = async (app, { db, newId }) => {
  const materialOf = (request: FastifyRequest, id: string): Promise<UpkeepMaterial | null> =>
    upkeepMaterial(db, request.permit(), asId<'unit'>(id));

  const showForm = (
    request: FastifyRequest,
    reply: FastifyReply,
    form: UpkeepFormId,
    material: UpkeepMaterial,
    fields: Fields,
    refused: Refused | null,
  ): FastifyReply => {
    const { language } = request;
    return reply.page({
      title: formTitle(form, material, fields, language),
      crumbs: crumbs(material, language, true),
      status: refused === null || refused.again ? 200 : refused.fault ? 409 : 422,
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
    const fields = fieldsOf(request.query);
    if (!material || !isAboutOne(form, fields, material)) return notFound(reply);
    return showForm(request, reply, form, material, fields, null);
  });

  app.post<OfForm>('/pladser/afdeling/:id/drift/:form', { config: { permission: 'place:manage' } }, async (request, reply) => {
    const form = upkeepForms.find((one) => one === request.params.form);
    const material = form && (await materialOf(request, request.params.id));
    const fields = fieldsOf(request.body);
    if (!material || !isAboutOne(form, fields, material)) return notFound(reply);
    if (fields.text('igen') === 'ja') return showForm(request, reply, form, material, fields, { again: true });
    const { language } = request;
    const [say, unit] = [supplyTexts(language), material.unit.id];
    const read = readForm(form, fields, formKey(fields, newId), { supply: material.supply, today: danishDay(material.now), language });
    if ('errors' in read) return showForm(request, reply, form, material, fields, { errors: read.errors });

    const seen = fields.text('set') === 'ja' ? fields.all('set-ophold').map((id) => asId<'stay'>(id)) : null;
    const outcome = await changeSupplyOf(db, request.permit(), unit, read.change, seen, agreedIn(fields));
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
              {...outcome}
              language={language}
            />
          ),
        });
      case 'booked':
        return reply.page({
          title: formTitle(form, material, fields, language),
          crumbs: crumbs(material, language, true),
          status: 409,
          content: (
            <NotEnded
              booked={outcome.booked}
              again={upkeepFormAddress(unit, form, { plads: fields.text('plads') || fields.text('hvad'), lukning: fields.text('lukning') })}
              back={upkeepAddress(unit)}
              language={language}
            />
          ),
        });
      case 'refused':
        return form === 'fjern-rum'
          ? showForm(request, reply, form, material, fields, { fault: [say('fault.room-in-use')] })
          : showForm(request, reply, form, material, fields, { errors: faultErrors(form, outcome.faults, language) });
      case 'busy':
        return showForm(request, reply, form, material, fields, { fault: [say('busy')] });
      case 'not-yours':
        return notFound(reply);
    }
  });
};

/** Whether a form about one place or one room names one that the unit has. A closure that is lifted meanwhile is told beside the field. */
function isAboutOne(form: UpkeepFormId, fields: Fields, { supply }: UpkeepMaterial): boolean {
  switch (form) {
    case 'egenskaber':
    case 'nedlaeg-plads':
    case 'pladsnavn':
    case 'fleksibel':
    case 'aabn':
    case 'luk':
      return supply.places.some(({ id }) => id === fields.text('plads'));
    case 'rumnavn':
      return supply.rooms.some(({ id }) => id === fields.text('rum'));
    case 'aabning':
    case 'lukning':
    case 'ret-lukning':
    case 'ophaev':
    case 'nedlaeg':
    // A room that was taken away a moment ago: the form sent twice says that it is so already.
    case 'fjern-rum':
    case 'rum':
    case 'plads':
    case 'optagelse':
    case 'normering':
      return true;
  }
}

/** The form's fields as they were sent, without those that say what was seen. */
function sentAgain(body: unknown, fields: Fields): readonly (readonly [string, string])[] {
  const names = typeof body === 'object' && body !== null ? Object.keys(body) : [];
  return names
    .filter((name) => !['set', 'set-ophold', agreedField].includes(name))
    .flatMap((name) => fields.all(name).map((value) => [name, value] as const));
}

function formTitle(form: UpkeepFormId, { supply }: UpkeepMaterial, fields: Fields, language: Language): string {
  const place = supply.places.find(({ id }) => id === fields.text('plads'));
  if (form === 'nedlaeg-plads') return endingTexts(language)('title', { place: place?.name ?? '' });
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
