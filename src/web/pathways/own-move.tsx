/** What a move to another house means for her, on her own page: where she lives until when, and that nothing is taken from her while she has not said yes. */
import type { JSX } from 'react';
import type { Pathway } from '../../domain/pathway/state.ts';
import { moveFellAway, movingOf } from '../../domain/pathway/transfer.ts';
import type { Day } from '../../domain/time.ts';
import { dayText } from '../ui/format.ts';
import { catalogue, type Language } from '../ui/language.ts';
import { Alert } from '../ui/pieces.tsx';
import { coordinatorNumber } from './coordinator-line.ts';

const texts = catalogue(
  {
    moves: 'Du flytter til {to} {day}. Din plads dér er bekræftet.',
    mayChange:
      'Du kan ændre mening. {coordinator} Så får du ikke pladsen i {to}, og du kan blive i {from} til {before}, hvis din plads dér stadig er ledig. Er den ikke det, skal kommunen finde ud af, hvor du skal bo fra {day}.',
    mayChangeKept: 'Du kan ændre mening. {coordinator} Så får du ikke pladsen i {to}, og din plads i {from} er din til {before}.',
    tell: 'Sig det til din koordinator, {name}.',
    tellAny: 'Sig det til dine fagpersoner.',
    notYet:
      'Din plads i {to} er bekræftet fra {day}, men du har ikke sagt ja til at flytte. Din plads i {from} er din til {until}, og ingen anden får den, før du siger ja.',
    fellAway:
      'Du flytter ikke til {to} alligevel. Din plads i {from} er din til {until}; før flytningen blev aftalt, var den din til {before}. Kommunen skal finde ud af, hvor du skal bo fra {until}. {coordinator}',
    ring: 'Ring til din koordinator, {name}, hvis du vil høre mere.',
    ask: 'Spørg dine fagpersoner, hvis du vil høre mere.',
  },
  {
    moves: 'You move to {to} on {day}. Your place there is confirmed.',
    mayChange:
      'You can change your mind. {coordinator} Then you do not get the place in {to}, and you can stay in {from} until {before} if your place there is still free. If it is not, the municipality has to find out where you will live from {day}.',
    mayChangeKept:
      'You can change your mind. {coordinator} Then you do not get the place in {to}, and your place in {from} is yours until {before}.',
    tell: 'Tell your coordinator, {name}.',
    tellAny: 'Tell your professionals.',
    notYet:
      'Your place in {to} is confirmed from {day}, but you have not said yes to moving. Your place in {from} is yours until {until}, and nobody else gets it before you say yes.',
    fellAway:
      'You do not move to {to} after all. Your place in {from} is yours until {until}; before the move was agreed it was yours until {before}. The municipality has to find out where you will live from {until}. {coordinator}',
    ring: 'Ring your coordinator, {name}, if you want to hear more.',
    ask: 'Ask your professionals if you want to hear more.',
  },
);

type Props = { readonly pathway: Pathway; readonly language: Language };

export function OwnMove({ pathway, language }: Props): JSX.Element | null {
  const say = texts(language);
  const text = (day: Day | null): string => (day === null ? '–' : dayText(day, language));
  const fell = moveFellAway(pathway);
  if (fell) {
    const { coordinator: named } = pathway;
    const coordinator = named === null ? say('ask') : say('ring', { name: coordinatorNumber(named) });
    const of = { to: fell.to.unitName, from: fell.from.unitName, until: text(fell.from.departure), before: text(fell.before), coordinator };
    return (
      <Alert tone="attention">
        <p>{say('fellAway', of)}</p>
      </Alert>
    );
  }
  const moving = movingOf(pathway);
  // A place that is only held is neither promised nor shown.
  if (moving?.to.status !== 'confirmed') return null;
  const { from, to } = moving;
  const until = text(from.departure);
  // A move that was confirmed before her yes was waited for has her leave on the day she moves.
  const isKept = from.departure !== null && to.arrival !== null && from.departure > to.arrival;
  if (to.saidYes || !isKept) {
    const { coordinator: named } = pathway;
    const coordinator = named === null ? say('tellAny') : say('tell', { name: coordinatorNumber(named) });
    const before = text(from.leavesFor?.stay === to.id ? from.leavesFor.before : from.departure);
    const of = { to: to.unitName, from: from.unitName, day: text(to.arrival), before, coordinator };
    return (
      <>
        <p>{say('moves', of)}</p>
        <p>{say(isKept ? 'mayChangeKept' : 'mayChange', of)}</p>
      </>
    );
  }
  return (
    <Alert tone="attention">
      <p>{say('notYet', { to: to.unitName, day: text(to.arrival), from: from.unitName, until })}</p>
    </Alert>
  );
}
