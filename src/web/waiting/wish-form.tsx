/** The form of a wish, and what it says when it is sent. Day, length and needs are read as in the search for her. */
import { inDanishOrder } from '../../domain/danish-order.ts';
import type { JSX } from 'react';
import type { Id } from '../../domain/id.ts';
import { type HerSituation, proposeNeeds } from '../../domain/placement/needs.ts';
import { placeProperties } from '../../domain/placement/provision.ts';
import type { Candidate } from '../../domain/placement/search.ts';
import type { Wish } from '../../domain/placement/waiting-request.ts';
import type { Moment } from '../../domain/time.ts';
import { type ListAnswer, listAnswers } from '../../domain/pathway/her-list-answer.ts';
import type { SaidOfList } from '../../store/placement-waiting-wish.ts';
import { listAnswerTexts } from '../pathways/list-answer-words.ts';
import { countNights } from '../../domain/placement/nights.ts';
import type { Fields } from '../form.ts';
import { type KnownOfHer, readFindQuery } from '../places/find-query.ts';
import { partnerChoices, sexes } from '../places/who-and-how-long.ts';
import { placeTexts } from '../places/texts.ts';
import { needHint } from '../places/told-needs.tsx';
import { propertyList, unitTitle } from '../places/words.ts';
import { CheckboxGroup, type FieldErrors, RadioGroup, SelectField, TextField } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { waitingTexts } from './texts.ts';
import { asksByBirth, lengthErrors, type SentLength, sentLength, WishLength } from './wish-length.tsx';

/** How many units can be named in order; more than anyone has wished in the documents' cases. Our own choice. */
const wishes = [1, 2, 3, 4, 5] as const;

/** The ways that can be chosen, in minutes. */
const reaches = [30, 60, 90, 120, 180] as const;

/** The fields of a wish that are written, as they were sent; null where nothing was. */
export type SentWish = SentLength & Readonly<Record<'ankomst' | 'alder' | 'boern', string>>;

export type ReadWish = {
  readonly wish: Omit<Wish, 'municipality'>;
  readonly errors: FieldErrors;
  readonly sent: SentWish | null;
  /** What she says to the list as the form has it. */
  readonly said: SaidOfList | null;
};

/** What the form says of her answer to the list, and of the longest way; `null` where nothing was chosen and no answer stands. */
function saidIn(fields: Fields, standing: ListAnswer | null): SaidOfList | null {
  const answer = listAnswers.find((one) => one === fields.text('svar-liste')) ?? standing;
  if (answer === null) return null;
  const way = fields.text('vej');
  const minutes = reaches.find((one) => String(one) === way);
  return { answer, ...(minutes !== undefined ? { longestWay: minutes } : way === 'alle' ? { longestWay: null } : {}) };
}

/**
 * Reads a wish from a form. Where there are errors, the wish holds what could be read. `standing`: her answer to the list where the form has none; where
 * none stands, one must be chosen, for «not asked» is written as what she was told and is nobody's silence.
 */
export function readWish(
  fields: Fields,
  known: KnownOfHer,
  candidates: readonly Candidate[],
  now: Moment,
  language: Language,
  standing: ListAnswer | null = null,
): ReadWish {
  const say = waitingTexts(language);
  // One who waits can wait to so many weeks after a birth that is past: what her place is for goes on.
  const query = readFindQuery(fields, { ...known, toPastBirth: asksByBirth(fields) }, now, language);
  const named = wishes.map((number) => candidates.find(({ unit }) => unit.id === fields.text(`oenske-${number}`))?.unit.id ?? null);
  const units = [...new Set(named.filter((unit) => unit !== null))];
  const repeated = wishes.find((_, index) => named[index] !== null && named.indexOf(named[index] ?? null) < index);
  const said = saidIn(fields, standing);
  const errors: FieldErrors = {
    ...query.errors,
    ...lengthErrors(fields, known.situation, language),
    ...(query.fault === 'in-the-past' ? { ankomst: say('fault.past') } : {}),
    ...('ankomst' in query.errors && fields.text('ankomst') === '' ? { ankomst: say('fault.day') } : {}),
    ...(repeated === undefined ? {} : { [`oenske-${repeated}`]: say('fault.twice') }),
    ...(said === null ? { 'svar-liste': listAnswerTexts(language)('unchosen') } : {}),
  };
  const wish = {
    needs: query.needs,
    party: query.partyOn(query.nights.arrival),
    earliest: query.nights.arrival,
    nights: countNights(query.nights),
    nightsAfterBirth: query.length.kind === 'past-birth' ? query.length.nightsAfter : null,
    units,
    reach: reaches.find((minutes) => String(minutes) === fields.text('vej')) ?? null,
  };
  const sent = {
    ...sentLength(fields),
    ankomst: fields.text('ankomst'),
    alder: fields.text('alder'),
    boern: fields.text('boern'),
  };
  return { wish, errors, sent, said };
}

type Props = {
  readonly action: string;
  readonly pathway: Id<'pathway'>;
  readonly wish: Omit<Wish, 'municipality'>;
  readonly situation: HerSituation;
  readonly candidates: readonly Candidate[];
  readonly sent: SentWish | null;
  /** What she says to the list, as it was sent or as it stands; null where nobody wrote it. */
  readonly said: SaidOfList | null;
  readonly errors: FieldErrors;
  /** Makes a form that is sent twice ask once. */
  readonly requestKey: string;
  readonly submit: string;
  readonly language: Language;
};

export function WishForm({
  action,
  pathway,
  wish,
  sent,
  said,
  situation,
  candidates,
  errors,
  requestKey,
  submit,
  language,
}: Props): JSX.Element {
  const [say, place, list] = [waitingTexts(language), placeTexts(language), listAnswerTexts(language)];
  const proposed = proposeNeeds(situation, { arrival: wish.earliest, departure: wish.earliest });
  const needs = placeProperties.map((property) => {
    const why = [...wish.needs, ...proposed].find((need) => need.property === property)?.why;
    const text = place(`property.${property}`);
    return why === undefined
      ? { value: property, text }
      : { value: property, text, hint: needHint({ property, why }, situation.told, language) };
  });
  const leftOut = proposed.map(({ property }) => property).filter((property) => !wish.needs.some((need) => need.property === property));
  return (
    <form method="post" action={action}>
      <input type="hidden" name="noegle" value={requestKey} />
      <input type="hidden" name="soeg" value="ja" />
      <TextField name="ankomst" type="date" label={say('earliest')} value={sent?.ankomst ?? wish.earliest} errors={errors} />
      <WishLength wish={wish} sent={sent} situation={situation} pathway={pathway} errors={errors} language={language} />
      <CheckboxGroup
        name="behov"
        label={say('needs')}
        hint={say('needsHint')}
        values={wish.needs.map(({ property }) => property)}
        options={needs}
      />
      {leftOut.length > 0 && (
        <p id="behov-ikke-med" className="quiet">
          {say('needsLeftOut', { needs: propertyList(leftOut, language) })}
        </p>
      )}
      <fieldset>
        <legend>{say('wished')}</legend>
        <p className="form-hint">{say('wishedHint')}</p>
        {wishes.map((number, index) => (
          <UnitField key={number} number={number} chosen={wish.units[index]} candidates={candidates} errors={errors} language={language} />
        ))}
      </fieldset>
      <RadioGroup
        name="svar-liste"
        label={list('question')}
        hint={list('hint')}
        value={said?.answer}
        errors={errors}
        options={listAnswers.map((value) => ({ value, text: list(value) }))}
      />
      <SelectField
        name="vej"
        label={list('way')}
        hint={list('wayHint')}
        value={wish.reach === null ? (said?.longestWay === null ? 'alle' : '') : String(wish.reach)}
        empty={list('wayNotAsked')}
        options={[
          ...reaches.map((minutes) => ({ value: String(minutes), text: say('reachMinutes', { minutes }) })),
          { value: 'alle', text: list('wayAny') },
        ]}
      />
      <TextField
        name="alder"
        inputMode="numeric"
        label={say('age')}
        value={sent?.alder ?? (wish.party.age === null ? '' : String(wish.party.age))}
        errors={errors}
      />
      <SelectField
        name="partner"
        label={say('partner')}
        value={partnerChoices.find((one) => one !== '' && sexes[one] === wish.party.partner?.sex) ?? ''}
        options={partnerChoices.map((one) => ({ value: one, text: say(`partner.${one === '' ? 'none' : sexes[one]}`) }))}
      />
      <TextField
        name="boern"
        label={say('children')}
        hint={say('childrenHint')}
        value={sent?.boern ?? wish.party.children.map(({ age }) => age).join(', ')}
        errors={errors}
      />
      <button className="button button-primary">{submit}</button>
    </form>
  );
}

type UnitFieldProps = Pick<Props, 'candidates' | 'errors' | 'language'> & {
  readonly number: number;
  readonly chosen: Id<'unit'> | undefined;
};

function UnitField({ number, chosen, candidates, errors, language }: UnitFieldProps): JSX.Element {
  const say = waitingTexts(language);
  return (
    <SelectField
      name={`oenske-${number}`}
      label={say('wishedNumber', { number })}
      value={chosen ?? ''}
      empty={say('choose')}
      options={inDanishOrder(candidates, unitTitle).map((one) => ({ value: one.unit.id, text: unitTitle(one) }))}
      errors={errors}
    />
  );
}
