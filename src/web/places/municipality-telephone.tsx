/** Where a municipality's team writes the number it is rung at: what stands and who wrote it, a form to change it, and what stood before. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { JSX } from 'react';
import { may } from '../../access/decide.ts';
import { type Municipality, municipality, municipalityTitle } from '../../domain/geography/municipalities.ts';
import { parseTelephone } from '../../domain/placement/telephone.ts';
import type { Actor } from '../../domain/trail.ts';
import { keepMunicipalityTelephone, municipalityTelephones } from '../../store/municipality-telephone.ts';
import type { NumberedTelephone } from '../../store/placement-telephone.ts';
import type { WebContext } from '../context.ts';
import { fieldsOf } from '../form.ts';
import { notFound } from '../not-found.ts';
import { ErrorSummary, type FieldErrors, TextField } from '../ui/fields.tsx';
import { momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Card } from '../ui/pieces.tsx';
import { municipalityTelephoneAddress } from './addresses.ts';
import { municipalityTelephoneTexts } from './municipality-telephone-texts.ts';

/** The field by which the form says which number it showed. */
const seenField = 'viste';

export const municipalityTelephonePages: FastifyPluginAsync<WebContext> = async (app, { db }) => {
  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    status: 200 | 409 | 422,
    value: string | null,
    errors: FieldErrors,
  ): Promise<FastifyReply> => {
    const { language } = request;
    const say = municipalityTelephoneTexts(language);
    const permit = request.permit();
    const of = writesNumberOf(permit.actor);
    if (of === null) return reply.page({ title: say('title'), content: <p>{say('noMunicipality')}</p> });
    const telephones = await municipalityTelephones(db, permit, of.id);
    return reply.page({ title: say('title'), status, content: <Page {...{ of, telephones, value, errors, language }} /> });
  };

  app.get(municipalityTelephoneAddress, { config: { permission: 'municipality:telephone' } }, (request, reply) =>
    show(request, reply, 200, null, {}),
  );

  app.post(municipalityTelephoneAddress, { config: { permission: 'municipality:telephone' } }, async (request, reply) => {
    const say = municipalityTelephoneTexts(request.language);
    const fields = fieldsOf(request.body);
    const written = fields.text('telefon');
    const telephone = parseTelephone(written);
    if (telephone === null) return show(request, reply, 422, written, { telefon: say('fault') });
    const kept = await keepMunicipalityTelephone(db, request.permit(), { telephone, seen: Number(fields.text(seenField) || Number.NaN) });
    switch (kept.outcome) {
      case 'kept':
        return reply.done(municipalityTelephoneAddress, say('saved'));
      case 'changed-meanwhile':
        return show(request, reply, 409, written, { telefon: say('changedMeanwhile') });
      case 'busy':
        return show(request, reply, 409, written, { telefon: say('busy') });
      case 'not-yours':
        return notFound(reply);
    }
  });
};

/** The municipality whose number the actor may write; `null` where there is none. */
export function writesNumberOf(actor: Actor): Municipality | null {
  const { municipality: of } = actor.organisation;
  return of !== null && may(actor, 'municipality:telephone') ? municipality(of) : null;
}

/** That the number of the reader's own municipality is missing, with the way to write it. */
export function NumberMissing({ of, language }: { readonly of: Municipality; readonly language: Language }): JSX.Element {
  const say = municipalityTelephoneTexts(language);
  return (
    <Alert tone="attention">
      <p>
        {say('missing', { name: municipalityTitle(of.id) })} <a href={municipalityTelephoneAddress}>{say('write')}</a>
      </p>
    </Alert>
  );
}

type PageProps = {
  readonly of: Municipality;
  readonly telephones: readonly NumberedTelephone[];
  /** What was written and refused; `null` shows what stands. */
  readonly value: string | null;
  readonly errors: FieldErrors;
  readonly language: Language;
};

function Page({ of, telephones, value, errors, language }: PageProps): JSX.Element {
  const say = municipalityTelephoneTexts(language);
  const [standing, ...before] = telephones;
  const saidOf = ({ telephone, at, by }: NumberedTelephone): { readonly number: string; readonly when: string; readonly who: string } => ({
    number: telephone || say('removed'),
    when: momentText(at, language),
    who: by,
  });
  return (
    <Card heading={municipalityTitle(of.id)}>
      <p>{say('intro', { name: municipalityTitle(of.id) })}</p>
      <p>{standing && standing.telephone !== '' ? say('stands', saidOf(standing)) : say('standsNone')}</p>
      <form method="post" action={municipalityTelephoneAddress}>
        <ErrorSummary heading={say('errorHeading')} errors={errors} />
        <input type="hidden" name={seenField} value={standing?.sequence ?? 0} />
        <TextField
          name="telefon"
          label={say('number')}
          hint={say('hint')}
          value={value ?? standing?.telephone ?? ''}
          errors={errors}
          longest={30}
          autoComplete="tel"
        />
        <button className="button button-primary">{say('save')}</button>
      </form>
      {before.length > 0 && (
        <details>
          <summary>{say('history')}</summary>
          <ul className="bare">
            {before.map((one) => (
              <li key={one.at}>{say('change', saidOf(one))}</li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}
