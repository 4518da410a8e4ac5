/** The routes where a further leader of a facility is named and the task of one is ended. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { JSX } from 'react';
import { asId } from '../../domain/id.ts';
import { namesLeadersOf } from '../../domain/placement/facility-leader.ts';
import { danishDay } from '../../domain/time.ts';
import { endLeaderOf, nameLeaderOf } from '../../store/facility-leaders.ts';
import { type FacilityMaterial, facilityMaterial } from '../../store/facility-register.ts';
import type { WebContext } from '../context.ts';
import { fieldsOf, formKey } from '../form.ts';
import { notFound } from '../not-found.ts';
import { ErrorSummary, type FieldErrors, TextField } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { Alert, Card } from '../ui/pieces.tsx';
import { endLeaderAddress, facilityAddress, nameLeaderAddress } from './addresses.ts';
import { facilityCrumbs } from './facility-pages.tsx';
import { leaderTexts } from './leader-texts.ts';

type OfFacility = { readonly Params: { readonly id: string } };
type OfLeader = { readonly Params: { readonly id: string; readonly user: string } };

export const leaderPages: FastifyPluginAsync<WebContext> = async (app, { db, newId, now }) => {
  /** The facility, where the asker names its leaders. */
  const mine = async (request: FastifyRequest, id: string): Promise<FacilityMaterial | null> => {
    const material = await facilityMaterial(db, request.permit(), asId<'facility'>(id));
    return material && namesLeadersOf(request.permit().actor, material.facility, danishDay(now())) ? material : null;
  };

  const page = (
    request: FastifyRequest,
    reply: FastifyReply,
    material: FacilityMaterial,
    title: string,
    status: 200 | 409 | 422,
    content: JSX.Element,
  ): FastifyReply => reply.page({ title, crumbs: facilityCrumbs(request.language, material), status, content });

  app.get<OfFacility>('/pladser/tilbud/:id/leder', { config: { permission: 'leader:name' } }, async (request, reply) => {
    const material = await mine(request, request.params.id);
    if (!material) return notFound(reply);
    const { language } = request;
    return page(
      request,
      reply,
      material,
      leaderTexts(language)('save'),
      200,
      <NameLeader {...{ material, language, written: '', errors: {}, formKey: newId() }} />,
    );
  });

  app.post<OfFacility>('/pladser/tilbud/:id/leder', { config: { permission: 'leader:name' } }, async (request, reply) => {
    const material = await mine(request, request.params.id);
    if (!material) return notFound(reply);
    const { language } = request;
    const say = leaderTexts(language);
    const fields = fieldsOf(request.body);
    const key = formKey(fields, newId);
    const written = fields.text('leder');
    const naming = await nameLeaderOf(db, request.permit(), material.facility.id, asId<'user'>(`leder-${key}`), written);
    const again = (status: 409 | 422, sentence: string): FastifyReply =>
      page(
        request,
        reply,
        material,
        say('save'),
        status,
        <NameLeader {...{ material, language, written, errors: { leder: sentence }, formKey: key }} />,
      );
    switch (naming.outcome) {
      case 'named':
        return reply.done(facilityAddress(material.facility.id), say('named', { name: naming.name, facility: material.facility.name }));
      case 'ended-since':
        return reply.done(facilityAddress(material.facility.id), say('endedSince', { name: naming.name }), 'attention');
      case 'refused':
        return again(422, say(`fault.${naming.fault}`));
      case 'busy':
        return again(409, say('busy'));
      case 'not-yours':
        return notFound(reply);
    }
  });

  app.post<OfLeader>('/pladser/tilbud/:id/leder/:user/afslut', { config: { permission: 'leader:name' } }, async (request, reply) => {
    const material = await mine(request, request.params.id);
    if (!material) return notFound(reply);
    const { language } = request;
    const say = leaderTexts(language);
    const { id, name: facility } = material.facility;
    const fields = fieldsOf(request.body);
    const leader = material.leaders.find(({ user }) => user === request.params.user);
    if (!leader) return reply.done(facilityAddress(id), say('gone'), 'attention');
    const ask = (isLast: boolean): FastifyReply =>
      page(
        request,
        reply,
        material,
        say('endTitle', { name: leader.name }),
        409,
        <EndLeader
          action={endLeaderAddress(id, leader.user)}
          back={facilityAddress(id)}
          name={leader.name}
          facility={facility}
          isLast={isLast}
          language={language}
        />,
      );
    if (fields.text('afslut') !== 'ja') return ask(material.leaders.length === 1);
    const ending = await endLeaderOf(db, request.permit(), id, leader.user, fields.text('ingen') === 'ja');
    switch (ending.outcome) {
      case 'ended':
        return ending.leavesNone
          ? reply.done(facilityAddress(id), say('endedNone', { name: ending.name, facility }), 'attention')
          : reply.done(facilityAddress(id), say('ended', { name: ending.name, facility }));
      case 'ask-none':
        return ask(true);
      case 'no-such-leader':
        return reply.done(facilityAddress(id), say('gone'), 'attention');
      case 'busy':
        return reply.done(facilityAddress(id), say('busy'), 'attention');
      case 'not-yours':
        return notFound(reply);
    }
  });
};

type NameProps = {
  readonly material: FacilityMaterial;
  readonly written: string;
  readonly errors: FieldErrors;
  readonly formKey: string;
  readonly language: Language;
};

function NameLeader({ material, written, errors, formKey: key, language }: NameProps): JSX.Element {
  const say = leaderTexts(language);
  return (
    <Card>
      <form method="post" action={nameLeaderAddress(material.facility.id)}>
        <ErrorSummary heading={say('errorHeading')} errors={errors} nameOf={() => say('name')} />
        <input type="hidden" name="noegle" value={key} />
        <TextField name="leder" label={say('name')} hint={say('hint')} value={written} errors={errors} longest={80} />
        <div className="actions">
          <button className="button button-primary">{say('save')}</button>
          <a href={facilityAddress(material.facility.id)}>{say('back')}</a>
        </div>
      </form>
    </Card>
  );
}

type EndProps = {
  readonly action: string;
  readonly back: string;
  readonly name: string;
  readonly facility: string;
  readonly isLast: boolean;
  readonly language: Language;
};

function EndLeader({ action, back, name, facility, isLast, language }: EndProps): JSX.Element {
  const say = leaderTexts(language);
  return (
    <Card>
      {isLast && (
        <Alert tone="attention">
          <p>{say('endNone', { name, facility })}</p>
        </Alert>
      )}
      <p>{say('endAsk', { name })}</p>
      <form method="post" action={action}>
        <input type="hidden" name="afslut" value="ja" />
        {isLast && <input type="hidden" name="ingen" value="ja" />}
        <div className="actions">
          <button className="button button-primary">{say('endYes')}</button>
          <a href={back}>{say('back')}</a>
        </div>
      </form>
    </Card>
  );
}
