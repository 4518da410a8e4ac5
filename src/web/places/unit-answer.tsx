/** What a unit answers her: the places and the moves it takes, with the button that holds; or what stands in the way, and when. */
import type { JSX } from 'react';
import { comesWithTime } from '../../domain/placement/blocker-end.ts';
import { holdMinutes } from '../../domain/placement/hold.ts';
import { countNights } from '../../domain/placement/nights.ts';
import type { AnswerForHer } from '../../domain/placement/search.ts';
import { listAnswerTexts } from '../pathways/list-answer-words.ts';
import { dayText, weekdayText } from '../ui/format.ts';
import { Tag } from '../ui/pieces.tsx';
import { findAddress } from './addresses.ts';
import { answerTexts } from './answer-texts.ts';
import { nextDaySentence, partsSentence, reasonsHeading, reasonSentences } from './answer-words.ts';
import { fieldsToAsk } from './find-query.ts';
import { placeTexts } from './texts.ts';
import type { UnitCardProps } from './unit-card.tsx';
import { propertyList, unitTitle } from './words.ts';

type Yes = Extract<AnswerForHer, { readonly outcome: 'can-come' | 'can-come-with-moves' }>;
type No = Extract<AnswerForHer, { readonly outcome: 'cannot-come' }>;

/** The answer in a few words. */
export function AnswerTag({ ranked, asked, language }: Pick<UnitCardProps, 'ranked' | 'asked' | 'language'>): JSX.Element {
  const say = placeTexts(language);
  const { answer } = ranked;
  const day = weekdayText(asked.nights.arrival, language);
  switch (answer.outcome) {
    case 'can-come':
      return <Tag tone="done">{say('canCome', { day })}</Tag>;
    case 'can-come-with-moves':
      return (
        <Tag tone="done">
          {answerTexts(language)('canComeWithMoves', { day, hers: answer.parts.length - 1, others: answer.moves.length })}
        </Tag>
      );
    case 'not-decided-in-time':
      return <Tag tone="attention">{answerTexts(language)('undecided', { day })}</Tag>;
    case 'cannot-come':
    case 'not-a-stay':
      return <Tag tone="attention">{say('cannotCome', { day })}</Tag>;
  }
}

type Way = Pick<UnitCardProps, 'ranked' | 'longestWay' | 'language'>;

/** Whether the unit is farther away than she will travel. */
export function isTooFar({ ranked: { minutes }, longestWay }: Omit<Way, 'language'>): boolean {
  return longestWay !== null && minutes !== null && minutes > longestWay;
}

/** That the way is longer than she will travel, wherever the unit's answer to her stands; nothing where it is not. */
export function TooFarTag({ ranked, longestWay, language }: Way): JSX.Element | null {
  if (longestWay === null || !isTooFar({ ranked, longestWay })) return null;
  return <Tag tone="attention">{listAnswerTexts(language)('tooFar', { minutes: longestWay })}</Tag>;
}

/** The whole answer. */
export function UnitAnswer(props: UnitCardProps): JSX.Element | null {
  const { ranked, language } = props;
  const { answer } = ranked;
  switch (answer.outcome) {
    case 'can-come':
    case 'can-come-with-moves':
      return <CanCome {...props} answer={answer} />;
    case 'cannot-come':
      return <CannotCome {...props} answer={answer} />;
    case 'not-decided-in-time':
      return <p>{answerTexts(language)('undecidedWhy')}</p>;
    case 'not-a-stay':
      return null;
  }
}

function CanCome(props: UnitCardProps & { readonly answer: Yes }): JSX.Element {
  const { ranked, asked, language, answer } = props;
  const say = placeTexts(language);
  const { nights } = asked;
  const { place, parts, moves, warnings } = answer;
  const length = say('stayLength', { nights: countNights(nights), departure: dayText(nights.departure, language) });
  return (
    <>
      {parts.length > 1 && <p>{partsSentence(parts, language)}</p>}
      {parts.map((part) => (
        <p key={part.nights.arrival}>
          {part.place.name}, {part.place.roomName.toLocaleLowerCase(language)}: {propertyList(part.place.properties, language)}.{' '}
          {part.place === place && parts.length === 1 && `${length}.`}
        </p>
      ))}
      {parts.length > 1 && <p>{length}.</p>}
      {warnings.map((warning) => (
        <p key={warning} className="caution">
          {answerTexts(language)(`warning.${warning}`)}
        </p>
      ))}
      {moves.length > 0 && (
        <>
          <p>{answerTexts(language)('othersMove', { count: moves.length })}</p>
          <ul className="reasons">
            {moves.map(({ stay, nights: theirs, from, to }) => (
              <li key={stay}>
                {say('move', {
                  from: from.name,
                  to: to.name,
                  arrival: dayText(theirs.arrival, language),
                  departure: dayText(theirs.departure, language),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
      {ranked.movesUndecided && <p>{answerTexts(language)('fewestUndecided')}</p>}
      {props.canHold && <HoldForm {...props} />}
    </>
  );
}

/** The hold, with how many moves were shown: it never takes more. */
function HoldForm({ ranked, pathway, asked, language, requestKey, answer }: UnitCardProps & { readonly answer: Yes }): JSX.Element {
  const say = placeTexts(language);
  const { place, parts, moves } = answer;
  const fields: readonly (readonly [string, string])[] = [
    ['afdeling', ranked.unit.id],
    ['plads', place.id],
    ['flytninger', String(moves.length)],
    ['egne', String(parts.length - 1)],
    ['noegle', requestKey],
    ...fieldsToAsk(asked, asked.nights.arrival),
  ];
  const title = say('hold', { minutes: holdMinutes });
  const places = parts.map((part) => part.place.name).join(', ');
  return (
    <form method="post" action={`${findAddress(pathway)}/hold`}>
      {fields.map(([name, value]) => (
        <input key={`${name}-${value}`} type="hidden" name={name} value={value} />
      ))}
      <button className="button button-primary" aria-label={`${title}: ${say('holdFor', { place: places, unit: unitTitle(ranked) })}`}>
        {title}
      </button>
    </form>
  );
}

function CannotCome({ ranked, pathway, asked, language, answer }: UnitCardProps & { readonly answer: No }): JSX.Element {
  const { explanation, next } = answer;
  const { needs, nights } = asked;
  const comes = comesWithTime({ unit: ranked.unit, needs, nights, party: asked.partyOn(nights.arrival) });
  return (
    <>
      {explanation.outcome === 'explained' ? (
        <>
          <p>{reasonsHeading(explanation, ranked.unit, comes, language)}</p>
          <ul className="reasons">
            {reasonSentences(explanation, ranked.unit, comes, language).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      ) : (
        <p>{answerTexts(language)('unexplained')}</p>
      )}
      <p>
        <strong>{nextDaySentence(next, language)}</strong>{' '}
        {next.outcome === 'found' && (
          <a href={`${findAddress(pathway)}?${queryText(fieldsToAsk(asked, next.arrival))}`}>
            {placeTexts(language)('nextLink', { day: dayText(next.arrival, language) })}
          </a>
        )}
      </p>
    </>
  );
}

function queryText(fields: readonly (readonly [string, string])[]): string {
  return new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])).toString();
}
