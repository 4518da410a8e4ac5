/** On her own page: what she is asked about a place, what the time is for and who decides, and what her answer means; after a no that she need not come. */
import type { JSX } from 'react';
import type { RecordedFact } from '../../domain/pathway/facts.ts';
import type { Pathway, PathwayStay } from '../../domain/pathway/state.ts';
import type { Moment } from '../../domain/time.ts';
import type { ReadPathway } from '../../store/pathway.ts';
import { dayText, weekdayMomentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert } from '../ui/pieces.tsx';
import { askedOf, heldBecause } from './asked-now.tsx';
import { coordinatorNumber } from './coordinator-line.ts';
import { ownAskedTexts } from './own-asked-texts.ts';
import type { House } from './own-reach.tsx';
import { heldReasonText } from './own-reasons.ts';

/** What is asked of her or was refused by her, where this card says it; `null` where it does not: a move that is confirmed has its own words (`OwnMove`). */
export function askedOfHer(pathway: Pathway, now: Moment): ReturnType<typeof askedOf> {
  const asked = askedOf(pathway, now);
  return asked?.stay.isMove && asked.stay.status === 'confirmed' ? null : asked;
}

/** Where a house is, in a sentence; `null` where nobody wrote a town. */
export function whereText(unitName: string, houses: readonly House[], language: Language): string | null {
  const house = houses.find(({ name }) => name === unitName);
  if (!house || house.town === '') return null;
  const { address, town } = house;
  return address === '' ? ownAskedTexts(language)('whereTown', { town }) : ownAskedTexts(language)('whereAddress', { address, town });
}

type Props = {
  readonly own: Pick<ReadPathway, 'pathway' | 'facts'>;
  readonly houses: readonly House[];
  /** The place is shut in her days: that it stands for her is not said then. */
  readonly isShut: boolean;
  readonly now: Moment;
  readonly language: Language;
};

export function OwnAsked({ own: { pathway, facts }, houses, isShut, now, language }: Props): JSX.Element | null {
  const asked = askedOfHer(pathway, now);
  if (asked === null) return null;
  const say = ownAskedTexts(language);
  const { stay, standing } = asked;
  const { coordinator } = pathway;
  const where = stay.status === 'admitted' ? null : whereText(stay.unitName, houses, language);
  const told = standing === 'refused' ? refusedLines(stay, facts, isShut, language) : askedLines(stay, facts, language);
  const lines = [...told.slice(0, 1), ...(where === null ? [] : [where]), ...told.slice(1)];
  const heading = standing === 'refused' ? undefined : say(stay.status === 'admitted' ? 'headingThere' : 'heading');
  return (
    <Alert tone="attention" {...(heading === undefined ? {} : { heading })}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p>{coordinator ? say('sayTo', { who: coordinatorNumber(coordinator) }) : say('sayToTeam')}</p>
    </Alert>
  );
}

function askedLines(stay: PathwayStay, facts: readonly RecordedFact[], language: Language): readonly string[] {
  const say = ownAskedTexts(language);
  const { status, unitName: unit, arrival, departure, heldUntil, isOffer } = stay;
  if (status === 'admitted') return [say('admitted', { unit }), say('ifNoThere')];
  const [from, to] = [arrival, departure].map((day) => (day === null ? '–' : dayText(day, language)));
  const head = status === 'confirmed' ? 'confirmed' : stay.isMove ? 'heldMove' : 'held';
  const because = heldBecause(facts, stay);
  const until = heldUntil === null ? '' : weekdayMomentText(heldUntil, language);
  const time =
    status === 'confirmed'
      ? [say('confirmedSilence', { day: from ?? '–' })]
      : isOffer
        ? [say('offerUntil', { until })]
        : [say('heldUntil', { until }), say('heldSilence', { until })];
  return [
    say(head, { unit, from: from ?? '–', to: to ?? '–' }),
    ...(because ? [heldReasonText(because, language)] : []),
    ...time,
    say('decides'),
    say(status === 'confirmed' ? 'ifNoConfirmed' : 'ifNo'),
  ];
}

function refusedLines(stay: PathwayStay, facts: readonly RecordedFact[], isShut: boolean, language: Language): readonly string[] {
  const say = ownAskedTexts(language);
  const { status, unitName: unit, heldUntil } = stay;
  const why = againstNoOf(stay, facts);
  const against = why === null ? [] : [say('againstNo', { unit, why })];
  if (status === 'admitted') return [say('noThere', { unit }), ...against, say('noList')];
  const until = heldUntil === null ? '' : weekdayMomentText(heldUntil, language);
  const stands = isShut ? [] : [status === 'confirmed' ? say('noConfirmed') : say('noHeld', { until })];
  return [say('noSaid', { unit }), ...against, ...stands, say('noList')];
}

/** Why the place was confirmed against her no, as it was written to her; `null` where it was not. */
function againstNoOf({ id }: PathwayStay, facts: readonly RecordedFact[]): string | null {
  const confirmed = facts.findLast(({ fact }) => fact.type === 'place-confirmed' && fact.stay === id)?.fact;
  return confirmed?.type === 'place-confirmed' ? (confirmed.againstNo ?? null) : null;
}
