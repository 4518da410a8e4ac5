/** Her yes to moving to another house: asked again when the place there is confirmed, and written when she says it afterwards. It stops nobody. */
import type { JSX } from 'react';
import type { HerYes } from '../../domain/pathway/her-yes.ts';
import type { Day } from '../../domain/time.ts';
import type { StayWithName } from '../../store/placement-stays.ts';
import type { Fields } from '../form.ts';
import { type FieldErrors, RadioGroup } from '../ui/fields.tsx';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert } from '../ui/pieces.tsx';
import { herYesTexts } from './her-yes-texts.ts';
import { transferTexts } from './transfer-texts.ts';

const answers = ['yes', 'not-yet'] as const satisfies readonly HerYes['answer'][];
const field = 'siger-til-flytning';

/** What a form says of her yes to moving; `null` where it was not asked or not answered. */
export function saysToMoveIn(fields: Fields): HerYes['answer'] | null {
  return answers.find((one) => one === fields.text(field)) ?? null;
}

/** What is missing in a form that asked; nothing where it did not ask. */
export function saysToMoveErrors(fields: Fields, language: Language): FieldErrors {
  const wasAsked = fields.text(`${field}-spurgt`) === 'ja';
  return wasAsked && saysToMoveIn(fields) === null ? { [field]: transferTexts(language)('fault.answer') } : {};
}

type AskProps = {
  readonly stay: StayWithName;
  /** Where she lives. */
  readonly from: StayWithName;
  readonly said: HerYes['answer'] | null;
  readonly errors: FieldErrors;
  readonly language: Language;
};

/** The question in the form that confirms the place; nothing where she said yes when it was held. */
export function AskAgain({ stay, from, said, errors, language }: AskProps): JSX.Element | null {
  if (stay.status !== 'held' || stay.herYes === 'yes') return null;
  const say = transferTexts(language);
  return (
    <>
      <input type="hidden" name={`${field}-spurgt`} value="ja" />
      <RadioGroup
        name={field}
        label={say('asksAgain')}
        hint={say('asksAgainHint', { unit: from.unitName })}
        value={said ?? undefined}
        errors={errors}
        options={answers.map((value) => ({ value, text: herYesTexts(language)(value) }))}
      />
    </>
  );
}

/** The question where she has come from another unit and her yes is not written. It is not required: she is there. */
export function AskAtArrival({ language }: Pick<AskProps, 'language'>): JSX.Element {
  const say = transferTexts(language);
  return (
    <RadioGroup
      name={field}
      label={say('asksAtArrival')}
      hint={say('asksAtArrivalHint')}
      value={undefined}
      errors={{}}
      options={answers.map((value) => ({ value, text: herYesTexts(language)(value) }))}
    />
  );
}

type NotAgreedProps = Pick<AskProps, 'stay' | 'from' | 'language'> & {
  /** Where her yes is sent; `null` for one who may not write it. */
  readonly action: string | null;
  readonly requestKey: string;
  readonly today: Day;
};

/** That the place is confirmed and she has not said yes to moving, with the button that writes her yes. */
export function NotAgreed({ stay, from, action, requestKey, today, language }: NotAgreedProps): JSX.Element | null {
  if (stay.status !== 'confirmed' || stay.herYes === 'yes') return null;
  const say = transferTexts(language);
  const of = { unit: from.unitName, departure: dayText(from.nights.departure, language), day: dayText(stay.nights.arrival, language) };
  // What was confirmed before her yes was waited for has let the nights go.
  const isKept = from.nights.departure > stay.nights.arrival;
  const intro = !isKept ? 'agreesIntroFree' : stay.nights.arrival < today ? 'agreesLate' : 'agreesIntro';
  return (
    <Alert tone="attention">
      <p>{say(isKept ? 'notAgreed' : 'notAgreedFree', of)}</p>
      <p>{action === null ? say('agreesByAuthority') : say(intro, of)}</p>
      {action !== null && (
        <form method="post" action={action}>
          <input type="hidden" name="noegle" value={requestKey} />
          <button className="button button-secondary">{say('agrees')}</button>
        </form>
      )}
    </Alert>
  );
}
