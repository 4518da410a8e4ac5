/** A discharge that was written by mistake: what putting it right would mean, whose the place is since, and the form. */
import type { JSX } from 'react';
import type { DischargeUndone } from '../../domain/placement/undo-discharge.ts';
import { partOn } from '../../domain/placement/parts.ts';
import type { Moment } from '../../domain/time.ts';
import type { StayWithName } from '../../store/placement-stays.ts';
import { ErrorSummary, type FieldErrors, SelectField, TextField } from '../ui/fields.tsx';
import { dayText, momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Card } from '../ui/pieces.tsx';
import { stayAddress, stayCardAddress } from './addresses.ts';
import { Key } from './deed-fields.tsx';
import { dischargeTexts } from './discharge-texts.ts';
import { previewTexts } from './preview-texts.ts';
import { putRightTexts } from './put-right-texts.ts';
import { placeTexts } from './texts.ts';
import { propertyList } from './words.ts';

type Props = {
  readonly stay: StayWithName;
  readonly answer: DischargeUndone;
  readonly until: Moment | null;
  readonly why: string;
  readonly requestKey: string;
  readonly errors: FieldErrors;
  readonly language: Language;
};

export function UndoDischarge({ stay, answer, until, why, requestKey, errors, language }: Props): JSX.Element {
  const say = dischargeTexts(language);
  const isOpen = answer.outcome === 'discharge-undone' || (answer.outcome === 'place-taken' && answer.instead.length > 0);
  return (
    <Card heading={say('undoHeading')}>
      <Meaning stay={stay} answer={answer} language={language} />
      {isOpen && (
        <form method="post" action={`${stayAddress(stay.id)}/udskriv/ret`}>
          <ErrorSummary heading={placeTexts(language)('errorHeading')} errors={errors} />
          <Key value={requestKey} />
          {answer.outcome === 'place-taken' && (
            <SelectField
              name="plads"
              label={say('undoPlace', { from: dayText(answer.from, language) })}
              empty={say('undoOwn')}
              errors={errors}
              options={answer.instead.map(({ place, lacks }) => ({
                value: place.id,
                text:
                  lacks.length === 0
                    ? place.name
                    : putRightTexts(language)('lacking', { option: place.name, properties: propertyList(lacks, language) }),
              }))}
            />
          )}
          <TextField name="hvorfor" label={say('undoWhy')} hint={putRightTexts(language)('whyHint')} value={why} errors={errors} required />
          <p className="quiet">
            {previewTexts(language)('nothingSaved')} {until === null ? '' : say('undoUntil', { until: momentText(until, language) })}
          </p>
          <div className="actions">
            <button className="button button-primary">{say('undoSave')}</button>
            <a href={stayCardAddress(stay)}>{placeTexts(language)('askNo')}</a>
          </div>
        </form>
      )}
      {!isOpen && (
        <p>
          <a href={stayCardAddress(stay)}>{placeTexts(language)('askNo')}</a>
        </p>
      )}
    </Card>
  );
}

function Meaning({ stay, answer, language }: Pick<Props, 'stay' | 'answer' | 'language'>): JSX.Element {
  const say = dischargeTexts(language);
  switch (answer.outcome) {
    case 'discharge-undone':
      return (
        <>
          <p>
            {say('undoFollows', {
              name: stay.calledName,
              places: partOn(stay.parts, stay.nights.departure).placeName,
              departure: dayText(answer.nights.departure, language),
            })}
          </p>
          <p>{say('undoTeam')}</p>
        </>
      );
    case 'place-taken':
      return (
        <Alert tone="attention">
          <p>{say('taken', { place: answer.place, day: dayText(answer.from, language) })}</p>
          <p>{say(answer.instead.length > 0 ? 'takenInstead' : 'takenNone')}</p>
        </Alert>
      );
    case 'too-late':
      return (
        <Alert tone="attention">
          <p>{say('tooLate', { until: momentText(answer.until, language) })}</p>
        </Alert>
      );
    case 'lives-elsewhere':
    case 'cannot':
      return (
        <Alert tone="attention">
          <p>{say(answer.outcome === 'cannot' ? 'cannot' : 'elsewhere')}</p>
        </Alert>
      );
  }
}
