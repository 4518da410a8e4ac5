/** That she is being asked about a place: what is offered, where, from when, until when she may answer, what a no means, and whom she can tell it to. */
import type { JSX } from 'react';
import { yesStanding } from '../../domain/pathway/her-answer.ts';
import type { RecordedFact } from '../../domain/pathway/facts.ts';
import type { ToldYes } from '../../domain/pathway/her-yes.ts';
import type { Pathway, PathwayStay } from '../../domain/pathway/state.ts';
import type { Moment } from '../../domain/time.ts';
import type { ReadPathway } from '../../store/pathway.ts';
import { herAnswerTexts } from '../places/her-answer-texts.ts';
import { herYesTexts } from '../places/her-yes-texts.ts';
import { dayText, weekdayMomentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert } from '../ui/pieces.tsx';
import { actionAddress } from './addresses.ts';
import { coordinatorNumber } from './coordinator-line.ts';

/** The stay that waits for her answer, with how it stands; `null` where nothing waits, or what was held has run out. */
export function askedOf(
  { stay, ended }: Pathway,
  now: Moment,
): { readonly stay: PathwayStay; readonly standing: 'missing' | 'refused' } | null {
  if (ended || !stay) return null;
  const standing = yesStanding(stay);
  if (standing !== 'missing' && standing !== 'refused') return null;
  return stay.status === 'held' && stay.heldUntil !== null && stay.heldUntil <= now ? null : { stay, standing };
}

/** Why the place was held before she had answered: «Hun spørges nu. Jeg ringer igen kl. 14»; `null` where nobody said, or the reader may not see it. */
export function heldBecause(facts: readonly RecordedFact[], stay: PathwayStay): { readonly why: Reason; readonly written: string } | null {
  const held = facts.findLast(({ fact }) => fact.type === 'place-held' && fact.stay === stay.id && fact.herYes !== undefined)?.fact;
  if (held?.type !== 'place-held' || !held.herYes || !('why' in held.herYes)) return null;
  const { why, written } = held.herYes;
  return { why, written };
}

type Reason = Extract<ToldYes, { readonly why: unknown }>['why'];

type Props = {
  readonly read: Pick<ReadPathway, 'id' | 'pathway' | 'facts'>;
  readonly now: Moment;
  /** Whether the reader may write her answer: then the way to it is here. */
  readonly asks: boolean;
  readonly language: Language;
};

export function AskedNow({ read: { id, pathway, facts }, now, asks, language }: Props): JSX.Element | null {
  const asked = askedOf(pathway, now);
  if (asked === null) return null;
  const say = herAnswerTexts(language);
  const { stay, standing } = asked;
  const isThere = stay.status === 'admitted';
  const because = heldBecause(facts, stay);
  const { coordinator } = pathway;
  const who = coordinator && coordinatorNumber(coordinator);
  return (
    <Alert tone="attention">
      {standing === 'refused' ? (
        <p>{say(isThere ? 'refusedThere' : 'refused')}</p>
      ) : (
        <>
          <p>
            <strong>{headOf(stay, because?.why === 'is-being-asked', language)}</strong>
          </p>
          {because && (
            <p>{say('why', { why: [herYesTexts(language)(`why.${because.why}`), because.written].filter(Boolean).join('. ') })}</p>
          )}
          {stay.status === 'held' && stay.heldUntil !== null && (
            <p>{say('until', { until: weekdayMomentText(stay.heldUntil, language) })}</p>
          )}
          {stay.status === 'confirmed' && stay.arrival !== null && <p>{say('untilComes', { day: dayText(stay.arrival, language) })}</p>}
          {!isThere && <p>{say('ifNo')}</p>}
          <p>{who ? say('sayTo', { who }) : say('sayToTeam')}</p>
        </>
      )}
      {asks && (
        <p>
          <a href={actionAddress(id, 'ask-her')}>{say('save')}</a>
        </p>
      )}
    </Alert>
  );
}

/** That she is being asked is said where somebody wrote it: else she has to be. */
function headOf({ status, unitName: unit, arrival, departure }: PathwayStay, isBeingAsked: boolean, language: Language): string {
  const say = herAnswerTexts(language);
  if (status === 'admitted') return say('missingThere', { unit });
  if (arrival === null || departure === null) return say('missing', { unit });
  const days = { from: dayText(arrival, language), to: dayText(departure, language) };
  if (status !== 'held') return say('isAskedConfirmed', { unit, ...days });
  return say(isBeingAsked ? 'isBeingAsked' : 'isAsked', { unit, ...days });
}
