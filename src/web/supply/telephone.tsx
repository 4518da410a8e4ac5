/** The facility's telephone number on the upkeep page: what stands, a form to change it, and what stood before. */
import type { FastifyPluginAsync } from 'fastify';
import type { JSX } from 'react';
import { asId, type Id } from '../../domain/id.ts';
import { parseTelephone } from '../../domain/placement/telephone.ts';
import { keepTelephone, type NumberedTelephone, telephonesOf } from '../../store/placement-telephone.ts';
import { placeTexts } from '../places/texts.ts';
import { telephoneTexts } from '../places/telephone-texts.ts';
import type { WebContext } from '../context.ts';
import { fieldsOf } from '../form.ts';
import { notFound } from '../not-found.ts';
import { ErrorSummary, type FieldErrors, TextField } from '../ui/fields.tsx';
import { momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card } from '../ui/pieces.tsx';
import { upkeepAddress } from './addresses.ts';
import { supplyTexts } from './texts.ts';

export const telephonePages: FastifyPluginAsync<WebContext> = async (app, { db }) => {
  app.post<{ readonly Params: { readonly id: string } }>(
    '/pladser/afdeling/:id/telefon',
    { config: { permission: 'place:manage' } },
    async (request, reply) => {
      const { language } = request;
      const say = telephoneTexts(language);
      const unit = asId<'unit'>(request.params.id);
      const fields = fieldsOf(request.body);
      const written = fields.text('telefon');
      const shown = Number(fields.text(seenField) || Number.NaN);
      const telephone = parseTelephone(written);
      const again = (status: 409 | 422, sentence: string, seen = shown): ReturnType<typeof reply.page> =>
        reply.page({
          title: say('heading'),
          crumbs: [{ href: upkeepAddress(unit), text: supplyTexts(language)('back') }],
          status,
          content: <TelephoneForm unit={unit} seen={seen} value={written} errors={{ telefon: sentence }} language={language} />,
        });
      if (telephone === null) return again(422, say('fault'));
      const kept = await keepTelephone(db, request.permit(), unit, { telephone, seen: shown });
      switch (kept.outcome) {
        case 'kept':
          return reply.done(upkeepAddress(unit), say('saved'));
        case 'changed-meanwhile': {
          const { facility } = request.permit().actor.organisation;
          const [standing] = facility === null ? [] : await telephonesOf(db, request.permit(), facility);
          if (!standing) return again(409, say('notSeen'), 0);
          const said = { number: standing.telephone || say('removed'), when: momentText(standing.at, language) };
          return again(409, say('changedMeanwhile', { ...said, who: standing.by }), standing.sequence);
        }
        case 'busy':
          return again(409, placeTexts(language)('busy'));
        case 'not-yours':
          return notFound(reply);
      }
    },
  );
};

/** The field by which the form says which number it showed. */
const seenField = 'viste';

type FormProps = {
  readonly unit: Id<'unit'>;
  readonly seen: number;
  readonly value: string;
  readonly errors: FieldErrors;
  readonly language: Language;
};

function TelephoneForm({ unit, seen, value, errors, language }: FormProps): JSX.Element {
  const say = telephoneTexts(language);
  return (
    <form method="post" action={`/pladser/afdeling/${encodeURIComponent(unit)}/telefon`}>
      <ErrorSummary heading={placeTexts(language)('errorHeading')} errors={errors} />
      <input type="hidden" name={seenField} value={Number.isNaN(seen) ? '' : seen} />
      <TextField name="telefon" label={say('number')} hint={say('hint')} value={value} errors={errors} longest={30} autoComplete="tel" />
      <button className="button button-secondary">{say('save')}</button>
    </form>
  );
}

export function TelephoneCard({
  unit,
  telephones,
  language,
}: {
  readonly unit: Id<'unit'>;
  readonly telephones: readonly NumberedTelephone[];
  readonly language: Language;
}): JSX.Element {
  const say = telephoneTexts(language);
  return (
    <Card heading={say('heading')}>
      <p>{say('intro')}</p>
      <TelephoneForm
        unit={unit}
        seen={telephones[0]?.sequence ?? 0}
        value={telephones[0]?.telephone ?? ''}
        errors={{}}
        language={language}
      />
      {telephones.length > 0 && (
        <details>
          <summary>{say('history')}</summary>
          <ul className="bare">
            {telephones.map(({ telephone, at, by }) => (
              <li key={at}>{say('change', { number: telephone || say('removed'), when: momentText(at, language), who: by })}</li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}
