/** The routes of a unit's qualification: both sides of it, the unit's statement, the agency's assessment, and every version. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { may } from '../../access/decide.ts';
import { asId } from '../../domain/id.ts';
import { parseScreeningEdition, type ScreeningEdition, screeningEditionOn } from '../../domain/placement/qualification/editions.ts';
import { danishDay } from '../../domain/time.ts';
import { assessUnit, type QualificationMaterial, qualificationMaterial, stateQualification } from '../../store/qualification.ts';
import type { WebContext } from '../context.ts';
import { type Fields, fieldsOf } from '../form.ts';
import { notFound } from '../not-found.ts';
import { nationalAddress, unitAddress } from '../places/addresses.ts';
import { placeTexts } from '../places/texts.ts';
import { unitTitle } from '../places/words.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import { momentText } from '../ui/format.ts';
import type { Crumb } from '../ui/layout.tsx';
import type { Language } from '../ui/language.ts';
import { qualificationAddress } from './addresses.ts';
import { AssessmentForm, readAssessment } from './assessment-form.tsx';
import { QualificationPage } from './qualification-page.tsx';
import { qualificationTexts } from './qualification-texts.ts';
import { QualificationVersionPage } from './qualification-version.tsx';
import { StatementForm } from './statement-form.tsx';
import { readStatement } from './statement-reading.ts';

type OfUnit = { readonly Params: { readonly id: string } };
type OfVersion = { readonly Params: { readonly id: string; readonly sequence: string } };
type Refused = { readonly fields: Fields; readonly errors?: FieldErrors; readonly fault?: readonly string[] };

const base = '/pladser/afdeling/:id/kvalifikation';

export const qualificationPages: FastifyPluginAsync<WebContext> = async (app, { db }) => {
  const materialOf = (request: FastifyRequest, id: string): Promise<QualificationMaterial | null> =>
    qualificationMaterial(db, request.permit(), asId<'unit'>(id));

  /** The unit, where the asker is its own leader. */
  const ownMaterial = async (request: FastifyRequest, id: string): Promise<QualificationMaterial | null> => {
    const material = await materialOf(request, id);
    return material && isOwn(request, material) ? material : null;
  };

  app.get<OfUnit>(base, { config: { permission: 'qualification:read' } }, async (request, reply) => {
    const material = await materialOf(request, request.params.id);
    if (!material) return notFound(reply);
    const { language, actor } = request;
    return reply.page({
      title: qualificationTexts(language)('title', { unit: unitTitle(material) }),
      crumbs: crumbs(material, language, false),
      content: (
        <QualificationPage
          material={material}
          edition={editionAsked(fieldsOf(request.query), material)}
          language={language}
          states={isOwn(request, material)}
          assesses={actor !== null && may(actor, 'qualification:assess')}
        />
      ),
    });
  });

  app.get<OfVersion>(`${base}/version/:sequence`, { config: { permission: 'qualification:read' } }, async (request, reply) => {
    const material = await materialOf(request, request.params.id);
    const version = material?.versions.find(({ sequence }) => String(sequence) === request.params.sequence);
    if (!material || !version) return notFound(reply);
    const say = qualificationTexts(request.language);
    return reply.page({
      title: say('versionTitle', { what: say(`version.${version.kind}`), at: momentText(version.recorded, request.language) }),
      crumbs: crumbs(material, request.language, true),
      content: <QualificationVersionPage version={version} language={request.language} />,
    });
  });

  const showStatement = (
    request: FastifyRequest,
    reply: FastifyReply,
    material: QualificationMaterial,
    refused: Refused | null,
  ): FastifyReply =>
    reply.page({
      title: qualificationTexts(request.language)('stateTitle', { unit: unitTitle(material) }),
      crumbs: crumbs(material, request.language, true),
      status: statusOf(refused),
      content: (
        <StatementForm
          material={material}
          fields={refused?.fields ?? null}
          errors={refused?.errors ?? {}}
          fault={refused?.fault ?? []}
          language={request.language}
        />
      ),
    });

  app.get<OfUnit>(`${base}/oplysninger`, { config: { permission: 'place:manage' } }, async (request, reply) => {
    const material = await ownMaterial(request, request.params.id);
    return material ? showStatement(request, reply, material, null) : notFound(reply);
  });

  app.post<OfUnit>(`${base}/oplysninger`, { config: { permission: 'place:manage' } }, async (request, reply) => {
    const material = await ownMaterial(request, request.params.id);
    if (!material) return notFound(reply);
    const say = qualificationTexts(request.language);
    const fields = fieldsOf(request.body);
    const read = readStatement(fields, danishDay(material.now), request.language);
    if ('errors' in read) return showStatement(request, reply, material, { fields, errors: read.errors });
    const saved = await stateQualification(db, request.permit(), material.unit.id, read.statement);
    if (saved.outcome === 'saved')
      return reply.done(qualificationAddress(material.unit.id), say(material.record.stated ? 'stated' : 'statedFirst'));
    return saved.outcome === 'busy' ? showStatement(request, reply, material, { fields, fault: [say('busy')] }) : notFound(reply);
  });

  const showAssessment = (
    request: FastifyRequest,
    reply: FastifyReply,
    material: QualificationMaterial,
    edition: ScreeningEdition,
    refused: Refused | null,
  ): FastifyReply =>
    reply.page({
      title: qualificationTexts(request.language)('assessTitle', { unit: unitTitle(material) }),
      crumbs: crumbs(material, request.language, true),
      status: statusOf(refused),
      content: (
        <AssessmentForm
          material={material}
          edition={edition}
          fields={refused?.fields ?? null}
          errors={refused?.errors ?? {}}
          fault={refused?.fault ?? []}
          language={request.language}
        />
      ),
    });

  app.get<OfUnit>(`${base}/vurdering`, { config: { permission: 'qualification:assess' } }, async (request, reply) => {
    const material = await materialOf(request, request.params.id);
    return material ? showAssessment(request, reply, material, editionAsked(fieldsOf(request.query), material), null) : notFound(reply);
  });

  app.post<OfUnit>(`${base}/vurdering`, { config: { permission: 'qualification:assess' } }, async (request, reply) => {
    const material = await materialOf(request, request.params.id);
    if (!material) return notFound(reply);
    const say = qualificationTexts(request.language);
    const fields = fieldsOf(request.body);
    const edition = editionAsked(fields, material);
    const read = readAssessment(edition, fields, danishDay(material.now), request.language);
    if ('errors' in read) return showAssessment(request, reply, material, edition, { fields, errors: read.errors });
    const saved = await assessUnit(db, request.permit(), material.unit.id, edition, read.findings);
    const hadOne = material.record.assessments.some((one) => one.edition === edition.id);
    if (saved.outcome === 'saved')
      return reply.done(qualificationAddress(material.unit.id, edition.id), say(hadOne ? 'assessed' : 'assessedFirst'));
    return saved.outcome === 'busy' ? showAssessment(request, reply, material, edition, { fields, fault: [say('busy')] }) : notFound(reply);
  });
};

/** The edition that the address asks for, else the one in force. */
function editionAsked(fields: Fields, { now }: QualificationMaterial): ScreeningEdition {
  return parseScreeningEdition(fields.text('udgave')) ?? screeningEditionOn(danishDay(now));
}

function isOwn({ actor }: FastifyRequest, { facility }: QualificationMaterial): boolean {
  return actor !== null && may(actor, 'place:manage') && actor.organisation.facility === facility.id;
}

function statusOf(refused: Refused | null): number {
  return refused === null ? 200 : refused.fault ? 409 : 422;
}

function crumbs(material: QualificationMaterial, language: Language, below: boolean): readonly Crumb[] {
  const title = unitTitle(material);
  return [
    { href: nationalAddress, text: placeTexts(language)('national') },
    { href: unitAddress(material.unit.id), text: title },
    ...(below ? [{ href: qualificationAddress(material.unit.id), text: qualificationTexts(language)('heading') }] : []),
  ];
}
