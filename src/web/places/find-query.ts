/** What is asked in a search: day, length and needs, from the address or from a form; her pathway's own where nothing was asked. */
import { type HerSituation, type Need, proposeNeeds } from '../../domain/placement/needs.ts';
import { longestStay, type Nights, nightsFrom, proposedLength } from '../../domain/placement/nights.ts';
import { parsePlaceProperty } from '../../domain/placement/provision.ts';
import { danishDay, type Day, type Moment } from '../../domain/time.ts';
import { dayIn, type Fields } from '../form.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { placeTexts } from './texts.ts';

export type FindQuery = {
  /** As it was written, to be shown again. */
  readonly arrivalText: string;
  readonly nightsText: string;
  /** What is searched for; where the form has errors, the proposal. */
  readonly nights: Nights;
  readonly needs: readonly Need[];
  readonly errors: FieldErrors;
};

export function readFindQuery(fields: Fields, situation: HerSituation, now: Moment, language: Language): FindQuery {
  const say = placeTexts(language);
  const today = danishDay(now);
  const asked = fields.text('soeg') === 'ja';
  const arrival = fields.text('ankomst') === '' ? today : dayIn(fields, 'ankomst');
  const length = fields.text('naetter') === '' ? proposedLength(arrival ?? today, situation.dueDate) : wholeNumber(fields.text('naetter'));
  const errors: FieldErrors = {
    ...(arrival === null ? { ankomst: say('fault.arrival') } : arrival < today ? { ankomst: say('fault.in-the-past') } : {}),
    ...(length === null ? { naetter: say('fault.nights', { most: longestStay }) } : {}),
  };

  const from: Day = arrival === null || arrival < today ? today : arrival;
  const nights = nightsFrom(from, length ?? proposedLength(from, situation.dueDate));
  const proposed = proposeNeeds(situation, nights);
  return {
    arrivalText: fields.text('ankomst') || from,
    nightsText: fields.text('naetter') || String(length),
    nights,
    needs: asked ? chosenNeeds(fields.all('behov'), proposed) : proposed,
    errors,
  };
}

/** The needs that were ticked; those that follow from her pathway keep their why. */
function chosenNeeds(ticked: readonly string[], proposed: readonly Need[]): readonly Need[] {
  const properties = [...new Set(ticked)].map(parsePlaceProperty).filter((property) => property !== null);
  return properties.map((property) => proposed.find((need) => need.property === property) ?? { property, why: 'chosen' });
}

/** A whole number of nights from one up to the longest stay; null for anything else. */
function wholeNumber(text: string): number | null {
  const number = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= longestStay ? number : null;
}
