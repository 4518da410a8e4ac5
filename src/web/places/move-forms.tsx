/** Another place in the unit: which places are possible for her and from when, a change with another woman, and a planned move undone. */
import type { JSX } from 'react';
import { partOn } from '../../domain/placement/parts.ts';
import { danishDay } from '../../domain/time.ts';
import { dayText } from '../ui/format.ts';
import { stayAddress } from './addresses.ts';
import { Choice, Key, WordsField } from './deed-fields.tsx';
import { previewTexts } from './preview-texts.ts';
import { putRightTexts } from './put-right-texts.ts';
import { impossibleSentences, optionsOf } from './put-right-words.ts';
import type { StayCardProps } from './stay-card.tsx';
import { stayTexts } from './stay-texts.ts';
import { placeTexts } from './texts.ts';

export function MoveForms(props: StayCardProps): JSX.Element {
  return (
    <>
      <PlannedMoves {...props} />
      <MoveForm {...props} />
      <SwapForm {...props} />
    </>
  );
}

function MoveForm({ stay, now, language, moves }: StayCardProps): JSX.Element | null {
  if (moves.length === 0) return null;
  const [say, word] = [stayTexts(language), putRightTexts(language)];
  const options = optionsOf(moves, now, language);
  const impossible = impossibleSentences(moves, language);
  return (
    <details>
      <summary>{say('moveHeading')}</summary>
      {options.length === 0 && <p>{word('noneFree')}</p>}
      {options.length > 0 && (
        <form method="get" action={`${stayAddress(stay.id)}/flyt`} className="actions">
          <Choice id={`flyt-${stay.id}`} name="plads" label={say('moveTo')} empty={placeTexts(language)('choose')} options={options} />
          <button className="button button-secondary" aria-label={`${previewTexts(language)('see')}: ${stay.calledName}`}>
            {previewTexts(language)('see')}
          </button>
        </form>
      )}
      {impossible.length > 0 && (
        <>
          <p className="quiet">{word('notPossible')}</p>
          <ul className="reasons">
            {impossible.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}

function SwapForm({ stay, now, language, neighbours }: StayCardProps): JSX.Element | null {
  const say = putRightTexts(language);
  const today = danishDay(now);
  const day = stay.nights.arrival > today ? stay.nights.arrival : today;
  const others = neighbours.filter(({ id, nights }) => id !== stay.id && nights.departure > day);
  if (others.length === 0 || stay.nights.departure <= today) return null;
  return (
    <details>
      <summary>{say('swapHeading')}</summary>
      <p>{say('swapIntro')}</p>
      <form method="get" action={`${stayAddress(stay.id)}/byt`} className="actions">
        <Choice
          id={`byt-${stay.id}`}
          name="med"
          label={say('swapWith')}
          empty={placeTexts(language)('choose')}
          options={others.map(({ id, calledName, parts }) => ({ value: id, text: `${calledName}, ${partOn(parts, day).placeName}` }))}
        />
        <button className="button button-secondary" aria-label={`${previewTexts(language)('see')}: ${stay.calledName}`}>
          {previewTexts(language)('see')}
        </button>
      </form>
    </details>
  );
}

function PlannedMoves({ stay, now, language, requestKey }: StayCardProps): JSX.Element {
  const say = putRightTexts(language);
  const today = danishDay(now);
  const swaps = stay.swaps.filter(
    ({ from, toPlace }) => from > today && from < stay.nights.departure && partOn(stay.parts, from).placeName === toPlace,
  );
  const moves = stay.parts.slice(1).filter(({ nights }) => nights.arrival > today && !swaps.some(({ from }) => from === nights.arrival));
  const planned = [
    ...swaps.map(({ from, toPlace }) => ({ placeName: toPlace, day: from, planned: 'plannedSwap', undo: 'undoSwap', to: 'byt' }) as const),
    ...moves.map(
      ({ placeName, nights }) => ({ placeName, day: nights.arrival, planned: 'plannedMove', undo: 'undoMove', to: 'flyt' }) as const,
    ),
  ];
  return (
    <>
      {planned.map(({ placeName, day, planned: heading, undo, to }) => (
        <details key={day}>
          <summary>{say(heading, { place: placeName, day: dayText(day, language) })}</summary>
          {undo === 'undoSwap' && <p>{say('undoSwapIntro')}</p>}
          <form method="post" action={`${stayAddress(stay.id)}/${to}/fortryd`} className="actions">
            <Key value={requestKey} />
            <input type="hidden" name="dag" value={day} />
            <WordsField id={`fortryd-${stay.id}-${day}`} name="hvorfor" label={say('why')} />
            <button className="button button-secondary" aria-label={`${say(undo)}: ${stay.calledName}`}>
              {say(undo)}
            </button>
          </form>
        </details>
      ))}
    </>
  );
}
