/** The fields of a wish about how long she is to stay: so many nights, or to the birth and some weeks after, where a birth is known. */
import type { JSX } from 'react';
import type { Id } from '../../domain/id.ts';
import type { HerSituation } from '../../domain/placement/needs.ts';
import { proposedNightsAfterBirth } from '../../domain/placement/nights.ts';
import type { Wish } from '../../domain/placement/waiting-request.ts';
import { addDays, type Day } from '../../domain/time.ts';
import type { Fields } from '../form.ts';
import { actionAddress } from '../pathways/addresses.ts';
import { askedTexts } from '../places/asked-texts.ts';
import { type LengthKind, mostWeeks } from '../places/who-and-how-long.ts';
import { type FieldErrors, RadioGroup, TextField } from '../ui/fields.tsx';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { lengthTexts } from './length-texts.ts';
import { waitingTexts } from './texts.ts';

/** The length as it was sent: which kind, the nights and the weeks as they were written. */
export type SentLength = { readonly laengde: LengthKind; readonly naetter: string; readonly uger: string };

/** A form from before there was a choice sends nights alone. */
export function sentLength(fields: Fields): SentLength {
  return { laengde: asksByBirth(fields) ? 'foedsel' : 'naetter', naetter: fields.text('naetter'), uger: fields.text('uger') };
}

/** Whether a form or a search asks for a place to the birth and some weeks after. */
export function asksByBirth(fields: Fields): boolean {
  return fields.text('laengde') === 'foedsel';
}

/** What is wrong with the length beside what a search says of it: it is to be counted to a birth, and none is known. */
export function lengthErrors(fields: Fields, { dueDate }: Pick<HerSituation, 'dueDate'>, language: Language): FieldErrors {
  return asksByBirth(fields) && dueDate === null ? { laengde: lengthTexts(language)('fault.no-due-date') } : {};
}

type Props = {
  readonly wish: Pick<Wish, 'earliest' | 'nights' | 'nightsAfterBirth'>;
  readonly sent: SentLength | null;
  readonly situation: HerSituation;
  readonly pathway: Id<'pathway'>;
  readonly errors: FieldErrors;
  readonly language: Language;
};

export function WishLength({ wish, sent, situation, pathway, errors, language }: Props): JSX.Element {
  const [say, asked, length] = [waitingTexts(language), askedTexts(language), lengthTexts(language)];
  const { nightsAfterBirth = null } = wish;
  const kind = sent?.laengde ?? (nightsAfterBirth === null ? 'naetter' : 'foedsel');
  const { dueDate } = situation;
  // What follows the birth can go on doing so, also where the birth was taken back: to open the form and save it changes nothing.
  const canFollow = kind === 'foedsel' || (dueDate !== null && addDays(dueDate, mostWeeks * 7) > wish.earliest);
  const weeks = sent?.uger ?? String((nightsAfterBirth ?? proposedNightsAfterBirth) / 7);
  const nights = sent?.naetter ?? (wish.nights > 0 ? String(wish.nights) : '');
  return (
    <>
      {canFollow ? (
        <RadioGroup
          name="laengde"
          label={length('length')}
          value={kind}
          errors={errors}
          options={[
            { value: 'foedsel', text: asked('length.foedsel'), hint: birthHint(situation, dueDate, language) },
            { value: 'naetter', text: asked('length.naetter') },
          ]}
        />
      ) : (
        <input type="hidden" name="laengde" value="naetter" />
      )}
      {canFollow && (
        <div className="by-birth">
          <TextField name="uger" inputMode="numeric" label={asked('weeks')} hint={asked('weeksHint')} value={weeks} errors={errors} />
        </div>
      )}
      <div className="by-nights">
        <TextField name="naetter" inputMode="numeric" label={say('nights')} value={nights} errors={errors} />
      </div>
      {dueDate === null && (
        <p className="quiet">
          {length('missing')} <a href={actionAddress(pathway, 'set-due-date')}>{length('write')}</a>
        </p>
      )}
    </>
  );
}

function birthHint({ bornOn }: HerSituation, birth: Day | null, language: Language): string {
  const say = lengthTexts(language);
  if (birth === null) return say('hint.unknown');
  return say(bornOn === null ? 'hint.due' : 'hint.born', { day: dayText(birth, language) });
}
