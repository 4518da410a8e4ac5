/** A unit's number in the order and why, as a sentence: «Nr. 2: kan komme på dagen, 25 min. længere væk end den før.» Only its own number is said: another beside it is read as another list. */
import { roundedMinutes } from '../../domain/geography/travel.ts';
import type { RankingDifference, RankingFacts, RankingPosition } from '../../domain/placement/ranking.ts';
import type { Language } from '../ui/language.ts';
import { rankingTexts } from './ranking-texts.ts';

/** The first is compared with the second, every other with the one before it. */
export function rankSentence(position: RankingPosition, language: Language): string {
  const say = rankingTexts(language);
  const { number, facts, before, after } = position;
  const comes = comesText(facts, language);
  const difference = before ?? after;
  if (difference === null) return say('first', { number, comes });
  const other = say(before === null ? 'after' : 'before');
  // Two answers of different kinds stand as two sentences: in one they are not understood.
  if (isDayOfDifferentKinds(facts, difference))
    return say(before === null ? 'eachAfter' : 'eachBefore', { number, comes, otherComes: comesText(difference.other, language) });
  return say('differs', { number, comes, difference: differenceText(facts, difference, other, language) });
}

/** Whether the days are told apart otherwise than as two numbers of days: beside «on the day» a number of days says itself twice. */
function isDayOfDifferentKinds(own: RankingFacts, { criterion, other: theirs }: RankingDifference): boolean {
  if (criterion !== 'day' && criterion !== 'exact-day') return false;
  return typeof own.comes !== 'number' || typeof theirs.comes !== 'number' || own.comes === 0 || theirs.comes === 0;
}

function comesText({ comes }: RankingFacts, language: Language): string {
  const say = rankingTexts(language);
  if (typeof comes !== 'number') return say(`comes.${comes}`);
  return comes === 0 ? say('comes.on-the-day') : say('comes.later', { days: comes });
}

function differenceText(own: RankingFacts, { criterion, other: theirs }: RankingDifference, other: string, language: Language): string {
  const say = rankingTexts(language);
  switch (criterion) {
    case 'day':
    case 'exact-day': {
      const days = Number(own.comes) - Number(theirs.comes);
      return say(days > 0 ? 'day.later' : 'day.earlier', { days: Math.abs(days), other });
    }
    case 'moves': {
      const count = own.moves - theirs.moves;
      return say(count > 0 ? 'moves.more' : 'moves.fewer', { count: Math.abs(count), other });
    }
    case 'warnings':
      if (own.freshness === 'never-confirmed' && theirs.freshness !== 'never-confirmed' && own.warnings === theirs.warnings + 1)
        return say('warnings.unconfirmed', { other });
      if (theirs.freshness === 'never-confirmed' && own.freshness !== 'never-confirmed' && theirs.warnings === own.warnings + 1)
        return say('warnings.confirmed', { other });
      return say(own.warnings > theirs.warnings ? 'warnings.more' : 'warnings.fewer', { other });
    case 'travel':
    case 'exact-minutes': {
      if (own.minutes === null) return say('travel.unknown');
      if (theirs.minutes === null) return say('travel.known');
      const more = roundedMinutes(own.minutes) - roundedMinutes(theirs.minutes);
      const apart = Math.abs(more);
      return say(more > 0 ? 'travel.more' : 'travel.fewer', { hours: Math.floor(apart / 60), minutes: apart % 60, other });
    }
    case 'qualification': {
      if (own.qualification === null) return say('qualification.unknown', { other });
      if (theirs.qualification === null) return say('qualification.known', { other });
      const { met, of } = own.qualification;
      return say('qualification.both', { met, of, other, otherMet: theirs.qualification.met, otherOf: theirs.qualification.of });
    }
    case 'freshness':
      return say(own.freshness === 'fresh' || theirs.freshness === 'never-confirmed' ? 'freshness.better' : 'freshness.worse', { other });
    case 'beyond-needs':
      return say((own.beyondNeeds ?? Infinity) > (theirs.beyondNeeds ?? Infinity) ? 'beyond.more' : 'beyond.fewer', { other });
    case 'name':
      return say('name', { other });
  }
}
