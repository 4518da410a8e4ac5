/** Before a place is held past somebody more urgent: how many wait, and the question why. It never stops anybody. */
import type { FastifyRequest } from 'fastify';
import type { JSX } from 'react';
import { asId, type Id } from '../../domain/id.ts';
import { holdMinutes } from '../../domain/placement/hold.ts';
import { type OvertakeReason, overtakeReasons } from '../../domain/placement/waiting-reasons.ts';
import type { Overtaking } from '../../store/placement-overtake.ts';
import type { HoldMaterial, SearchMaterial } from '../../store/placement-search.ts';
import type { Fields } from '../form.ts';
import { findAddress } from '../places/addresses.ts';
import { RingFirst } from '../places/ring-first.tsx';
import type { PageView } from '../request.ts';
import { ErrorSummary, SelectField, TextField } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { Alert } from '../ui/pieces.tsx';
import { waitingTexts } from './texts.ts';
import { unitName } from './words.ts';

/** The reason that a hold form carries, if any. */
export function overtakingIn(fields: Fields): Overtaking {
  const reason: OvertakeReason | null = overtakeReasons.find((one) => one === fields.text('forbi')) ?? null;
  return { reason, text: fields.text('forbi-uddyb') };
}

/**
 * The question, where somebody more urgent waits for the unit and no reason was given yet; null where the hold may go on. A form that has held
 * already is not asked: it is answered with what it did.
 */
export function askBeforeOvertaking(
  request: FastifyRequest,
  { material: { her, index, stays, now }, hasHeld, before: count }: HoldMaterial,
  fields: Fields,
): PageView | null {
  const unit = asId<'unit'>(fields.text('afdeling'));
  const asked = index.units.get(unit)?.candidate;
  if (!asked || count === 0 || hasHeld || overtakingIn(fields).reason !== null) return null;
  const { language } = request;
  const say = waitingTexts(language);
  const name = her.pathway.calledName;
  return {
    title: say('askTitle', { unit: unitName([asked], unit) }),
    crumbs: [{ href: findAddress(her.id), text: name }],
    status: 409,
    content: (
      <>
        <RingFirst unit={asked.unit} before="hold" now={now} language={language} />
        <Question
          fields={fields}
          sent={sentAgain(request.body, fields)}
          action={`${findAddress(her.id)}/hold`}
          back={findAddress(her.id)}
          name={name}
          count={count}
          staysInHouse={livesIn(stays) === asked.facility.id}
          language={language}
        />
      </>
    ),
  };
}

type Props = {
  readonly fields: Fields;
  readonly sent: readonly (readonly [string, string])[];
  readonly action: string;
  readonly back: string;
  readonly name: string;
  readonly count: number;
  /** Whether she lives in another unit of the same facility. */
  readonly staysInHouse: boolean;
  readonly language: Language;
};

/** The facility she lives in now; `null` for none. */
function livesIn(stays: SearchMaterial['stays']): Id<'facility'> | null {
  return stays.find(({ status }) => status === 'admitted')?.facility ?? null;
}

/** What the hold form carried, sent again with the answer: every field but those that the question itself asks. */
function sentAgain(body: unknown, fields: Fields): readonly (readonly [string, string])[] {
  const names = typeof body === 'object' && body !== null ? Object.keys(body) : [];
  return names
    .filter((name) => !own.includes(name))
    .flatMap((name) => fields.all(name).map((value): readonly [string, string] => [name, value]));
}

/** The question's own fields. */
const own: readonly string[] = ['forbi', 'forbi-uddyb', 'spurgt'];

function Question({ fields, sent, action, back, name, count, staysInHouse, language }: Props): JSX.Element {
  const say = waitingTexts(language);
  const errors = fields.all('spurgt').length > 0 ? { forbi: say('fault.reason') } : {};
  return (
    <form method="post" action={action}>
      <ErrorSummary heading={say('errorHeading')} errors={errors} />
      <Alert tone="attention">
        <p>{say('askText', { count })}</p>
      </Alert>
      <input type="hidden" name="spurgt" value="ja" />
      {sent.map(([field, value]) => (
        <input key={`${field} ${value}`} type="hidden" name={field} value={value} />
      ))}
      <SelectField
        name="forbi"
        label={say('askWhy', { name })}
        empty={say('choose')}
        value={fields.text('forbi')}
        errors={errors}
        options={overtakeReasons
          .filter((value) => staysInHouse || value !== 'moves-within-the-facility')
          .map((value) => ({ value, text: say(`overtake.${value}`) }))}
      />
      <TextField name="forbi-uddyb" label={say('text')} value={fields.text('forbi-uddyb')} longest={500} />
      <div className="actions">
        <button className="button button-primary">{say('askHold', { minutes: holdMinutes })}</button>
        <a href={back}>{say('askBack')}</a>
      </div>
    </form>
  );
}
