/** How long one who waits is to stay, in words for her team. A house reads the nights alone: the weeks after the birth would tell it her due date. */
import { birthInForce } from '../../domain/placement/follow-birth.ts';
import { endOfWish, type LengthOfWish, nightsByBirth, type WishedLength } from '../../domain/placement/wished-length.ts';
import type { Pathway } from '../../domain/pathway/state.ts';
import type { Day } from '../../domain/time.ts';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { lengthTexts } from './length-texts.ts';

/** What her pathway says of the birth. */
export type HerBirth = Pick<Pathway, 'bornOn' | 'dueDate'>;

/** «til fødslen og 8 uger efter (152 nætter)», «60 nætter». */
export function wishedLengthText({ nights, nightsAfterBirth }: WishedLength, language: Language): string {
  const say = lengthTexts(language);
  if (nightsAfterBirth === null) return say('nights', { nights });
  return nightsAfterBirth % 7 === 0
    ? say('byWeeks', { weeks: nightsAfterBirth / 7, nights })
    : say('byNights', { after: nightsAfterBirth, nights });
}

/** The same with the birth that it is counted to and the last day. */
export function lengthUntilText(wish: LengthOfWish & WishedLength, her: HerBirth, language: Language): string {
  const [say, end, birth] = [lengthTexts(language), endOfWish(wish), birthOf(her)];
  const length = capital(wishedLengthText(wish, language), language);
  if (end === null) return length;
  const day = dayText(end, language);
  if (birth === null) return say('until.unknown', { length, day });
  // While a place is offered the wish stands as it was found by: its day is then not that of the birth in force.
  if (nightsByBirth(wish, birth) !== wish.nights) return say('until', { length, day });
  return say(her.bornOn === null ? 'until.due' : 'until.born', { length, day, birth: dayText(birth, language) });
}

/** What the wish becomes when she waits again, where the birth in force is another than the one it was found by; `null` where it is the same. */
export function lengthLaterText(wish: LengthOfWish & WishedLength, her: HerBirth, language: Language): string | null {
  const nights = nightsByBirth(wish, birthOf(her));
  if (nights === wish.nights) return null;
  const length = wishedLengthText({ ...wish, nights }, language);
  return lengthTexts(language)('later', { birth: her.bornOn === null ? 'due' : 'born', length });
}

/** That what she waits for is over before she can come. */
export function overText(wish: LengthOfWish, language: Language): string {
  const end = endOfWish(wish);
  return lengthTexts(language)('over', { day: end === null ? '' : dayText(end, language) });
}

function birthOf({ bornOn, dueDate }: HerBirth): Day | null {
  return birthInForce({ bornOn, dueOn: dueDate?.dueDate ?? null });
}

function capital(text: string, language: Language): string {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}
