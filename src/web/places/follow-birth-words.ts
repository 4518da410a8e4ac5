/** How a stay is agreed by the birth, and from which day to which its departure would move, in sentences. */
import { birthInForce, departureByBirth, type FollowsBirth } from '../../domain/placement/follow-birth.ts';
import { daysBetween } from '../../domain/time.ts';
import type { StayWithName } from '../../store/placement-stays.ts';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { followBirthTexts } from './follow-birth-texts.ts';
import { faultSentences } from './outcome-words.ts';
import { blockSentence } from './stay-words.ts';
import { stayTexts } from './stay-texts.ts';
import { propertyList } from './words.ts';

/** «8 uger efter fødslen», «fødslen», «10 nætter efter fødslen». */
export function lengthByBirth(nightsAfter: number, language: Language): string {
  const say = followBirthTexts(language);
  return nightsAfter % 7 === 0 ? say('toWeeks', { weeks: nightsAfter / 7 }) : say('toNights', { nights: nightsAfter });
}

/** How the length was agreed and what it is counted from; `null` for a stay to a fixed day. */
export function agreedByBirthText(stay: Pick<StayWithName, 'nightsAfterBirth' | 'bornOn' | 'dueOn'>, language: Language): string | null {
  if (stay.nightsAfterBirth === null) return null;
  const birth = birthInForce(stay);
  const length = lengthByBirth(stay.nightsAfterBirth, language);
  const say = followBirthTexts(language);
  const upper = length.charAt(0).toLocaleUpperCase(language) + length.slice(1);
  if (birth === null) return say('agreed.unknown', { length: upper });
  return say(stay.bornOn === null ? 'agreed.due' : 'agreed.born', { length: upper, birth: dayText(birth, language) });
}

/** From which day to which the departure would move, and why. */
export function movesText({ from, to, birth, isBorn, nightsAfter }: FollowsBirth, language: Language): string {
  const say = followBirthTexts(language);
  const nights = Math.abs(daysBetween(from, to));
  return say(isBorn ? 'moves.born' : 'moves.due', {
    length: lengthByBirth(nightsAfter, language),
    birth: dayText(birth, language),
    from: dayText(from, language),
    to: dayText(to, language),
    change: say(to > from ? 'more' : 'fewer', { nights }),
  });
}

/** Why the departure cannot move as agreed now, with what stands in the way; none where it can. Of another it is said that the place is taken, and no more. */
export function whyNotSentences(
  { parts, nights }: Pick<StayWithName, 'parts' | 'nights'>,
  { from, to, change }: FollowsBirth,
  language: Language,
): readonly string[] {
  const say = followBirthTexts(language);
  const days = { from: dayText(from, language), to: dayText(to, language), arrival: dayText(nights.arrival, language) };
  switch (change.outcome) {
    case 'departure-changed':
      return [];
    case 'not-a-stay': {
      const which = { 'in-the-past': 'past', 'no-nights': 'beforeShe', 'too-long': 'tooLong' } as const;
      return [say(which[change.fault], days)];
    }
    case 'cannot-stay-on': {
      const { blocks, lacks, instead } = change;
      const place = parts.at(-1)?.placeName ?? '';
      return [
        stayTexts(language)('cannotStayOn'),
        ...blocks.map((block) => blockSentence(place, block, language)),
        ...(lacks.length > 0 ? [stayTexts(language)('lacksAfterBirth', { properties: propertyList(lacks, language) })] : []),
        ...(instead.places.length === 0 ? [say('noneHere')] : []),
      ];
    }
    case 'understaffed':
    case 'cannot':
      return faultSentences(change, language);
  }
}

/** That the day was kept although the agreement gives another; `null` where it was not, or no longer against the birth in force. */
export function keptText(stay: StayWithName, language: Language): string | null {
  const to = departureByBirth(stay);
  if (stay.kept === null || to === null || stay.kept.birth !== birthInForce(stay)) return null;
  const { byName: name, departure, reason } = stay.kept;
  return followBirthTexts(language)('kept', { name, day: dayText(departure, language), to: dayText(to, language), reason });
}
