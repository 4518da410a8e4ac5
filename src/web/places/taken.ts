/** The place was taken a moment before: by what, what its unit has instead, and what another unit has, each with the way to its search. */
import type { Id } from '../../domain/id.ts';
import type { NextPossibleDay } from '../../domain/placement/next-day.ts';
import type { RankedUnit } from '../../domain/placement/search.ts';
import type { Day, Moment } from '../../domain/time.ts';
import type { HoldOutcome } from '../../store/placement-hold-write.ts';
import { clockText, weekdayText, weekdayYearText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { herWaitingAddress } from '../waiting/addresses.ts';
import { searchedAgain } from './addresses.ts';
import { nextDaySentence } from './answer-words.ts';
import { fieldsToAsk, type FindQuery } from './find-query.ts';
import { ofThisPlaceTexts } from './of-this-place-texts.ts';
import { takenTexts } from './taken-texts.ts';
import { placeTexts } from './texts.ts';
import { travelText, unitTitle } from './words.ts';

/** A sentence on the page, or one that leads to a search. */
export type SaidWithWay = string | { readonly text: string; readonly href: string };

type Taken = {
  readonly outcome: Extract<HoldOutcome, { readonly outcome: 'not-free' }>;
  readonly pathway: Id<'pathway'>;
  readonly unit: Id<'unit'>;
  readonly place: Id<'place'>;
  readonly query: FindQuery;
  readonly ranked: readonly RankedUnit[];
  readonly now: Moment;
};

export function takenSentences(taken: Taken, language: Language): readonly SaidWithWay[] {
  const { outcome, pathway, unit, place, query, ranked, now } = taken;
  const [say, word] = [placeTexts(language), takenTexts(language)];
  const own = ranked.find((one) => one.unit.id === unit);
  const name = own?.unit.places.find(({ id }) => id === place)?.name;
  // Only a hold ends by itself; where something else is in the way too, its time says nothing about the place.
  const ends = outcome.blocks.flatMap((block) => (block.kind === 'taken' && block.status === 'held' ? (block.heldUntil ?? []) : []));
  const latest = ends.toSorted((one, other) => (one < other ? -1 : 1)).at(-1);
  const until = ends.length === outcome.blocks.length ? latest : undefined;
  const to = (arrival: Day): string => `${searchedAgain(pathway, fieldsToAsk(query, arrival))}#afdelinger`;
  const others = ranked.filter((one) => one.unit.id !== unit);
  const isMoveGone = outcome.blocks.length === 0;
  return [
    isMoveGone
      ? word('moveGone')
      : until
        ? own && name !== undefined
          ? word('heldAt', { place: name, unit: unitTitle(own), time: clockText(until, now, language) })
          : word('held', { time: clockText(until, now, language) })
        : own && name !== undefined
          ? say('takenAt', { place: name, unit: unitTitle(own) })
          : say('taken'),
    ownUnit(outcome.next, own, to, language),
    ...(until
      ? [
          ofThisPlaceTexts(language)('holdsEnd', { time: clockText(until, now, language) }),
          { text: ofThisPlaceTexts(language)('toList'), href: herWaitingAddress(pathway, fieldsToAsk(query, query.nights.arrival)) },
        ]
      : []),
    ...elsewhere(others, query.nights.arrival, to, language),
  ];
}

function ownUnit(
  next: Taken['outcome']['next'],
  own: RankedUnit | undefined,
  to: (arrival: Day) => string,
  language: Language,
): SaidWithWay {
  if (next.outcome === 'same-day') return placeTexts(language)('sameDay', { place: next.place.name });
  if (next.outcome !== 'found') return nextDaySentence(next, language);
  const day = weekdayYearText(next.arrival, language);
  const word = takenTexts(language);
  return { text: own ? word('nextThere', { unit: own.unit.name, day }) : word('nextHere', { day }), href: to(next.arrival) };
}

/** The nearest that can take her on the day; where none can, the first day on which another can. */
function elsewhere(others: readonly RankedUnit[], asked: Day, to: (arrival: Day) => string, language: Language): readonly SaidWithWay[] {
  const say = placeTexts(language);
  const day = weekdayYearText(asked, language);
  const nearest = others.find(({ answer }) => answer.outcome === 'can-come' || answer.outcome === 'can-come-with-moves');
  if (nearest)
    return [{ text: say('nearest', { day, unit: unitTitle(nearest), travel: travelText(nearest.minutes, language) }), href: to(asked) }];
  const [first] = others.flatMap((one) => laterIn(one)).toSorted((one, other) => (one.arrival < other.arrival ? -1 : 1));
  const none = say('nearestNone', { day: weekdayText(asked, language) });
  if (!first) return [none];
  const words = { unit: unitTitle(first.ranked), day: weekdayYearText(first.arrival, language) };
  return [none, { text: takenTexts(language)('firstElsewhere', words), href: to(first.arrival) }];
}

function laterIn(ranked: RankedUnit): readonly { readonly ranked: RankedUnit; readonly arrival: Day }[] {
  const next: NextPossibleDay | null = ranked.answer.outcome === 'cannot-come' ? ranked.answer.next : null;
  return next?.outcome === 'found' ? [{ ranked, arrival: next.arrival }] : [];
}
