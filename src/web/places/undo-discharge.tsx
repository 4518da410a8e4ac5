/** A discharge that was written by mistake: what putting it right would mean, whose the place is since, and the form. */
import type { JSX } from 'react';
import type { Id } from '../../domain/id.ts';
import { needsWithin } from '../../domain/placement/need-nights.ts';
import { countNights } from '../../domain/placement/nights.ts';
import type { DischargeUndone, InsteadOfHers } from '../../domain/placement/undo-discharge.ts';
import { partOn } from '../../domain/placement/parts.ts';
import type { Place } from '../../domain/placement/provision.ts';
import type { Moment } from '../../domain/time.ts';
import type { StayWithName } from '../../store/placement-stays.ts';
import { ErrorSummary, type FieldErrors, SelectField, TextField } from '../ui/fields.tsx';
import { dayText, momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Card } from '../ui/pieces.tsx';
import { nationalAddress, stayAddress, stayCardAddress } from './addresses.ts';
import { Key } from './deed-fields.tsx';
import { dischargeTexts } from './discharge-texts.ts';
import { previewTexts } from './preview-texts.ts';
import { MunicipalityNumber } from './municipality-number.tsx';
import { promisedText } from './promised-words.ts';
import { putRightTexts } from './put-right-texts.ts';
import { placeTexts } from './texts.ts';
import { propertyList } from './words.ts';

type Props = {
  readonly stay: StayWithName;
  readonly answer: DischargeUndone;
  /** The places of her unit, by which her nights are named. */
  readonly places: readonly Place[];
  /** The place that was chosen instead of her own. */
  readonly onPlace: Id<'place'> | null;
  readonly until: Moment | null;
  readonly why: string;
  readonly requestKey: string;
  readonly errors: FieldErrors;
  readonly language: Language;
};

export function UndoDischarge({ stay, answer, places, onPlace, until, why, requestKey, errors, language }: Props): JSX.Element {
  const say = dischargeTexts(language);
  const isOpen = answer.outcome === 'discharge-undone' || (answer.outcome === 'place-taken' && answer.instead.length > 0);
  return (
    <Card heading={say('undoHeading')}>
      <Meaning stay={stay} answer={answer} places={places} until={until} language={language} />
      {isOpen && (
        <form method="post" action={`${stayAddress(stay.id)}/udskriv/ret`}>
          <ErrorSummary heading={placeTexts(language)('errorHeading')} errors={errors} />
          <Key value={requestKey} />
          {answer.outcome === 'discharge-undone' && answer.moved && <input type="hidden" name="plads" value={onPlace ?? ''} />}
          {answer.outcome === 'place-taken' && (
            <SelectField
              name="plads"
              label={say('undoPlace', { from: dayText(answer.from, language) })}
              empty={say('undoOwn')}
              value={onPlace ?? ''}
              errors={errors}
              options={answer.instead.map((one) => ({ value: one.place.id, text: insteadText(one, language) }))}
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

function Meaning({ stay, answer, places, until, language }: Pick<Props, 'stay' | 'answer' | 'places' | 'until' | 'language'>): JSX.Element {
  const say = dischargeTexts(language);
  const nameOf = (id: Id<'place'>): string => places.find((place) => place.id === id)?.name ?? id;
  switch (answer.outcome) {
    case 'discharge-undone': {
      const there = answer.parts.map(({ place, nights }, index) =>
        index === 0 ? nameOf(place) : say('undoThen', { place: nameOf(place), day: dayText(nights.arrival, language) }),
      );
      const { moved } = answer;
      return (
        <>
          <p>
            {say('undoFollows', {
              name: stay.calledName,
              places: there.join(', '),
              departure: dayText(answer.nights.departure, language),
            })}
          </p>
          {moved && stay.leftBy && (
            <p>
              {say('undoMoved', {
                from: dayText(moved.from, language),
                place: nameOf(partOn(stay.leftBy.before, moved.from).place),
                toPlace: moved.toPlace,
              })}
            </p>
          )}
          <p>{say('undoTeam')}</p>
        </>
      );
    }
    case 'place-taken':
      return (
        <Alert tone="attention">
          <p>
            {answer.promisedUntil === null || until === null
              ? say('taken', { place: answer.place, day: dayText(answer.from, language) })
              : promisedText(answer.place, answer.promisedUntil, until, language)}
          </p>
          <TakenInstead stay={stay} answer={answer} language={language} />
        </Alert>
      );
    case 'too-late':
      return (
        <Alert tone="attention">
          <p>{say('tooLate', { until: momentText(answer.until, language) })}</p>
          <MunicipalityNumber stay={stay} language={language} />
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

type Taken = Extract<DischargeUndone, { readonly outcome: 'place-taken' }>;

/** What can be done instead, from how the unit stands: the places that are free, or none and which search is to be started by whom. */
function TakenInstead({ stay, answer, language }: Pick<Props, 'stay' | 'language'> & { readonly answer: Taken }): JSX.Element {
  const say = dischargeTexts(language);
  const { from, departure, instead, partly } = answer;
  const days = { from: dayText(from, language), until: dayText(departure, language) };
  if (instead.length > 0)
    return <p>{say('takenFree', { ...days, places: instead.map((one) => insteadText(one, language)).join('; ') })}</p>;
  const rest = { arrival: from, departure };
  const needs = propertyList(
    needsWithin(stay.needs, rest).map(({ property }) => property),
    language,
  );
  return (
    <>
      <p>{say('takenNone', days)}</p>
      {partly.length > 0 && (
        <p>
          {say('takenPartly', {
            places: partly
              .map((one) => say('partlyUntil', { place: insteadText(one, language), day: dayText(one.until, language) }))
              .join('; '),
          })}
        </p>
      )}
      <p>
        {say('takenSearch', { from: days.from, nights: countNights(rest), needs: needs === '' ? 'none' : needs })}{' '}
        <a href={nationalAddress}>{say('takenSeeFree')}</a>
      </p>
      <MunicipalityNumber stay={stay} language={language} />
    </>
  );
}

/** «Plads 4», and what it lacks of what she needs. */
function insteadText({ place, lacks }: InsteadOfHers, language: Language): string {
  if (lacks.length === 0) return place.name;
  return putRightTexts(language)('lacking', { option: place.name, properties: propertyList(lacks, language) });
}
