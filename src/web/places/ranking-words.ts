/** A unit's number in the order: one short sentence of its own, and behind it what was compared, with whom, and what decided. */
import { roundedMinutes } from '../../domain/geography/travel.ts';
import {
  type RankingCriterion,
  type RankingDifference,
  type RankingFacts,
  type RankingPosition,
  reservationOf,
} from '../../domain/placement/ranking.ts';
import type { Language } from '../ui/language.ts';
import { rankingTexts } from './ranking-texts.ts';
import { reservationTexts } from './reservation-texts.ts';
import { travelText } from './words.ts';

/** «Nr. 2: kan komme på dagen, ca. 55 min. i bil.»: its own, with what decided between it and the one before it; for the first, the one after. */
export function rankSentence({ number, facts, before, after }: RankingPosition, language: Language): string {
  const say = rankingTexts(language);
  const comes = comesText(facts, language);
  const own = ownText((before ?? after)?.criterion ?? 'day', facts, language);
  return own === '' ? say('short', { number, comes }) : say('shortWith', { number, comes, own });
}

/** What decided: «Afgjort mod nr. 1, Fjordhuset, Strand: 45 min. længere væk end den anden.» */
export function rankComparison({ number, facts, before, after }: RankingPosition, language: Language): string {
  const say = rankingTexts(language);
  const difference = before ?? after;
  if (difference === null) return say('only');
  const { name } = difference.other;
  const text = isDayOfDifferentKinds(facts, difference)
    ? say('dayFirst', { comes: comesText(facts, language), otherComes: comesText(difference.other, language) })
    : differenceText(facts, difference, say('other'), language);
  return say('compared', { other: before === null ? number + 1 : number - 1, name, difference: text });
}

/** The criteria that are shown, in the order they are asked. */
const shownCriteria = [
  'day',
  'moves',
  'warnings',
  'travel',
  'qualification',
  'freshness',
  'beyond-needs',
] as const satisfies readonly RankingCriterion[];

/** What each criterion says of the unit, and which of them decided. */
export function rankFacts(
  { facts, before, after }: RankingPosition,
  language: Language,
): readonly { readonly term: string; readonly says: string; readonly decides: boolean }[] {
  const decided = (before ?? after)?.criterion ?? null;
  const shown = decided === 'exact-day' ? 'day' : decided === 'exact-minutes' ? 'travel' : decided;
  return shownCriteria.map((criterion) => ({
    term: rankingTexts(language)(`term.${criterion}`),
    says: criterion === 'day' ? comesText(facts, language) : ownText(criterion, facts, language),
    decides: criterion === shown,
  }));
}

/** What a criterion says of one unit by itself; nothing of the day, which is said before it. */
function ownText(criterion: RankingCriterion, facts: RankingFacts, language: Language): string {
  const say = rankingTexts(language);
  switch (criterion) {
    case 'day':
    case 'exact-day':
      return '';
    case 'moves':
      return say('own.moves', { count: facts.moves });
    case 'warnings':
      return reservationText(facts, language);
    case 'travel':
    case 'exact-minutes':
      return travelText(facts.minutes, language);
    case 'qualification':
      return facts.qualification === null
        ? say('own.qualification.none')
        : say('own.qualification', { met: facts.qualification.met, of: facts.qualification.of });
    case 'freshness':
      return say(`own.${facts.freshness}`);
    case 'beyond-needs':
      return facts.beyondNeeds === null ? say('own.beyond.none') : say('own.beyond', { count: facts.beyondNeeds });
    case 'name':
      return say('own.name');
  }
}

/** The words follow how fresh the capacity is and what the unit asks: «uden forbehold» never stands over «ring, før I regner med den». */
function reservationText(facts: RankingFacts, language: Language): string {
  const [say, words] = [reservationTexts(language), rankingTexts(language)];
  const reservation = reservationOf(facts);
  switch (reservation) {
    case 'never-confirmed':
      return words('own.unconfirmed');
    case 'some':
      return words('own.warnings', { count: facts.warnings });
    case 'old':
      return say('old', { count: facts.warnings });
    case 'old-and-asked':
      return say('old.asked');
    case 'none':
    case 'asked':
    case 'not-asked':
      return say(reservation);
  }
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
      if (own.warnings > theirs.warnings) return say('warnings.more', { other });
      return reservationOf(own) === 'none'
        ? say('warnings.fewer', { other })
        : reservationTexts(language)('fewer', { count: theirs.warnings - own.warnings, other });
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
      return say('name');
  }
}
