/** Her needs in words, each with its nights where they are not all of hers: «skærmede rammer og rum til mor og barn fra 3. marts 2027». */
import { type NeedNights, nightsOfNeed, partlyOn } from '../../domain/placement/need-nights.ts';
import type { Nights } from '../../domain/placement/nights.ts';
import type { PlaceProperty } from '../../domain/placement/provision.ts';
import type { PropertyOnNights } from '../../domain/placement/wish-change.ts';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { needNightsTexts } from './need-nights-texts.ts';
import { phraseList, propertyList } from './words.ts';

/** «fra 3. marts 2027», of some nights of a stay: where they begin with it or end with it nothing is said of that. Empty where they are all of it. */
export function whenNeeded(need: NeedNights, nights: Nights, language: Language): string {
  // One that holds on none of these nights is told with its own.
  const isHers = nightsOfNeed(need, nights) !== null;
  const hers = isHers ? partlyOn(need, nights) : { arrival: need.from ?? nights.arrival, departure: need.until ?? nights.departure };
  if (hers === null) return '';
  const of = { from: dayText(hers.arrival, language), to: dayText(hers.departure, language) };
  const say = needNightsTexts(language);
  return hers.departure === nights.departure ? say('from', of) : say(hers.arrival === nights.arrival ? 'until' : 'both', of);
}

/** The nights of a need by themselves, whatever stay it is asked for: «fra 3. marts 2027». Empty where it holds on every night. */
export function nightsOfNeedText({ from, until }: NeedNights, language: Language): string {
  const say = needNightsTexts(language);
  const of = { from: from === undefined ? '' : dayText(from, language), to: until === undefined ? '' : dayText(until, language) };
  if (from === undefined) return until === undefined ? '' : say('until', of);
  return say(until === undefined ? 'from' : 'both', of);
}

/** «rum til mor og barn fra 9. februar 2027», «skærmede rammer alle nætter». */
export function onNightsText(needs: readonly PropertyOnNights[], language: Language): string {
  return phraseList(
    needs.map(({ property, ...nights }) => {
      const [need, when] = [propertyList([property], language), nightsOfNeedText(nights, language)];
      return when === '' ? needNightsTexts(language)('everyNight', { need }) : needNightsTexts(language)('phrase', { need, when });
    }),
    language,
  );
}

/** «fra 3. marts 2027: rum til mor og barn»; `need` is how it is said where it stands. */
export function needLabel(need: NeedNights, nights: Nights, text: string, language: Language): string {
  const when = whenNeeded(need, nights, language);
  if (when === '') return text;
  const phrase = text.charAt(0).toLocaleLowerCase(language) + text.slice(1);
  return needNightsTexts(language)('label', { when: when.charAt(0).toLocaleUpperCase(language) + when.slice(1), need: phrase });
}

/** All of them inside a sentence. */
export function needList(
  needs: readonly (NeedNights & { readonly property: PlaceProperty })[],
  nights: Nights,
  language: Language,
): string {
  return phraseList(
    needs.map((need) => {
      const [text, when] = [propertyList([need.property], language), whenNeeded(need, nights, language)];
      return when === '' ? text : needNightsTexts(language)('phrase', { need: text, when });
    }),
    language,
  );
}
