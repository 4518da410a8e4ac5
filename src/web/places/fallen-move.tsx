/**
 * A move fell away and her departure still stands as it made it: said, with one button that puts it back where that can be done now. Where it cannot,
 * what stands in the way is said before anybody tries, with what can be had instead. Nobody else is named.
 */
import type { JSX } from 'react';
import { type FallenMove, fallenMove, type PutBack } from '../../domain/placement/transfer.ts';
import type { Day } from '../../domain/time.ts';
import type { StayWithName } from '../../store/placement-stays.ts';
import { dayText, weekdayYearText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert } from '../ui/pieces.tsx';
import { otherUnitsAddress } from './addresses.ts';
import { nextDaySentence } from './answer-words.ts';
import { faultSentences } from './outcome-words.ts';
import { blockSentence } from './stay-words.ts';
import { transferTexts } from './transfer-texts.ts';
import { propertyList } from './words.ts';

type Props = {
  readonly stay: StayWithName;
  /** Whether her departure can be put back now, or what stands in the way. */
  readonly putBack: PutBack | null;
  /** Where another departure is sent; `null` for one who may not change it. */
  readonly action: string | null;
  /** Whether the reader's part is to find another place. */
  readonly finds: boolean;
  readonly requestKey: string;
  readonly language: Language;
};

export function FallenMoveAlert({ stay, putBack, action, finds, requestKey, language }: Props): JSX.Element | null {
  const fallen = fallenMove(stay);
  if (fallen === null || putBack === null) return null;
  const say = transferTexts(language);
  const before = dayText(fallen.before, language);
  return (
    <Alert tone="attention">
      <p>{say('fellAway', { unit: fallen.unitName, day: dayText(stay.nights.departure, language), before })}</p>
      {inTheWaySentences(stay, fallen, putBack, language).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {action === null ? (
        <p>{say('settledByAuthority')}</p>
      ) : (
        waysOf(fallen, putBack, language).map(({ departure, place, text }) => (
          <form key={text} method="post" action={action}>
            <input type="hidden" name="noegle" value={requestKey} />
            <input type="hidden" name="rejser" value={departure} />
            <input type="hidden" name="hvorfor" value={say('putBackWhy', { unit: fallen.unitName })} />
            {place !== '' && <input type="hidden" name="nyplads" value={place} />}
            <button className="button button-secondary">{text}</button>
          </form>
        ))
      )}
      {finds && putBack.outcome !== 'departure-changed' && (
        <p>
          <a href={otherUnitsAddress(stay.pathway)}>{say('findElsewhere')}</a>
        </p>
      )}
    </Alert>
  );
}

/** What stands in the way of her departure being put back; none where nothing does. Of another it is said that the place is taken, and no more. */
export function inTheWaySentences(
  stay: Pick<StayWithName, 'parts' | 'nights'>,
  { before }: FallenMove,
  putBack: PutBack,
  language: Language,
): readonly string[] {
  const say = transferTexts(language);
  const blocked = say('cannotPutBack', { before: dayText(before, language) });
  const next = nextSentences(stay.nights.departure, before, putBack, language);
  if (putBack.outcome === 'departure-changed') return [];
  if (putBack.outcome !== 'cannot-stay-on') return [[blocked, ...faultSentences(putBack, language)].join(' '), ...next];
  const place = stay.parts.at(-1)?.placeName ?? '';
  const { blocks, lacks, instead } = putBack;
  return [
    [
      blocked,
      ...blocks.map((block) => blockSentence(place, block, language)),
      ...(lacks.length > 0 ? [say('lacksNow', { properties: propertyList(lacks, language) })] : []),
    ].join(' '),
    ...(instead.places.length === 0 ? [say('noOtherHere'), ...next] : []),
  ];
}

/** From when the unit has a place for her again until the day she was to leave, or that it has none before it. */
function nextSentences(leaves: Day, before: Day, { next }: PutBack, language: Language): readonly string[] {
  const say = transferTexts(language);
  const until = { before: dayText(before, language) };
  switch (next?.outcome) {
    case undefined:
    case 'never':
      return [];
    case 'found':
      if (next.arrival === leaves) return [say('nextByMoves', until)];
      return [say('nextHere', { day: weekdayYearText(next.arrival, language), ...until })];
    case 'none-within':
      return [say('nextNone', until)];
    case 'not-decided-in-time':
      return [nextDaySentence(next, language)];
  }
}

type Way = { readonly departure: Day; readonly place: string; readonly text: string };

/** What can be decided with one button: all as it was, another place of the unit for the nights, or her own for as long as it is free. */
function waysOf({ before }: FallenMove, putBack: PutBack, language: Language): readonly Way[] {
  const say = transferTexts(language);
  const day = dayText(before, language);
  if (putBack.outcome === 'departure-changed') return [{ departure: before, place: '', text: say('putBack', { before: day }) }];
  if (putBack.outcome !== 'cannot-stay-on') return [];
  const { until, places } = putBack.instead;
  return [
    ...places.map(({ id, name }) => ({ departure: before, place: id, text: say('putBackOn', { place: name, before: day }) })),
    ...(until === null ? [] : [{ departure: until, place: '', text: say('putBackUntil', { until: dayText(until, language) }) }]),
  ];
}
