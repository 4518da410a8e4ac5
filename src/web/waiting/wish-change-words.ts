/** What was changed in a wish, in words: before and after. */
import type { Id } from '../../domain/id.ts';
import type { Party } from '../../domain/placement/needs.ts';
import type { PlaceProperty } from '../../domain/placement/provision.ts';
import type { WishChange } from '../../domain/placement/wish-change.ts';
import { onNightsText } from '../places/need-words.ts';
import { propertyList } from '../places/words.ts';
import { sentLength } from '../notice-cookie.ts';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { wishedLengthText } from './length-words.ts';
import { waitingTexts } from './texts.ts';
import { wishChangeTexts } from './wish-change-texts.ts';

/** The name of a unit by its id. */
export type UnitNamed = (unit: Id<'unit'>) => string;

/** «Behov: skærmede rammer → skærmede rammer og trinfri adgang. Antal nætter: 60 → 30»; empty where nothing was changed. */
export function changesText(changes: readonly WishChange[], named: UnitNamed, language: Language): string {
  return changes.map((change) => changeText(change, named, language)).join('. ');
}

/** The same where nothing had been written: nobody had said that she had no particular needs. «Behov: ikke skrevet endnu → skærmede rammer». */
export function firstWrittenText(changes: readonly WishChange[], language: Language): string {
  const say = wishChangeTexts(language);
  return changes
    .map((change) => {
      const [, after] = sidesOf(change, (unit) => unit, language);
      return say('change', { what: say(change.what), before: say('notWritten'), after });
    })
    .join('. ');
}

/**
 * The same within so many characters as they are sent in a cookie: what is not told in full is counted, «Antal nætter: 60 → 30 og 2 andre
 * rettelser: se historikken på ventelisten». The history tells all of it.
 */
export function changesTextWithin(changes: readonly WishChange[], named: UnitNamed, most: number, language: Language): string {
  const say = wishChangeTexts(language);
  const told: string[] = [];
  for (const change of changes) {
    const text = changeText(change, named, language);
    if (sentLength([...told, text].join('. ')) <= most) told.push(text);
  }
  const others = changes.length - told.length;
  if (others === 0) return told.join('. ');
  return told.length === 0 ? say('changedAlone', { count: others }) : say('changedAndOthers', { changes: told.join('. '), count: others });
}

function changeText(change: WishChange, named: UnitNamed, language: Language): string {
  const say = wishChangeTexts(language);
  const [before, after] = sidesOf(change, named, language);
  return say('change', { what: say(change.what), before, after });
}

function sidesOf(change: WishChange, named: UnitNamed, language: Language): readonly [string, string] {
  switch (change.what) {
    case 'needs':
      return [needsText(change.before, language), needsText(change.after, language)];
    case 'need-nights':
      return [onNightsText(change.before, language), onNightsText(change.after, language)];
    case 'party':
      return [partyInFull(change.before, language), partyInFull(change.after, language)];
    case 'earliest':
      return [dayText(change.before, language), dayText(change.after, language)];
    case 'nights':
      return [String(change.before), String(change.after)];
    case 'length':
      return [wishedLengthText(change.before, language), wishedLengthText(change.after, language)];
    case 'units':
      return [unitsText(change.before, named, language), unitsText(change.after, named, language)];
    case 'reach':
      return [reachText(change.before, language), reachText(change.after, language)];
  }
}

/** «skærmede rammer og trinfri adgang», «ingen særlige behov». */
export function needsText(properties: readonly PlaceProperty[], language: Language): string {
  return properties.length === 0 ? waitingTexts(language)('noNeeds') : propertyList(properties, language);
}

/** «hun er 27 år, partner (mand), børn på 2 og 5 år», «hun alene». */
export function partyInFull({ age, partner, children }: Party, language: Language): string {
  const say = wishChangeTexts(language);
  const ages = new Intl.ListFormat(language).format(children.map((child) => String(child.age)));
  const with_ = [
    ...(partner === null ? [] : [say(`partner.${partner.sex}`)]),
    ...(children.length === 0 ? [] : [say('children', { count: children.length, ages })]),
  ];
  return [...(age === null ? [] : [say('sheIs', { age })]), ...(with_.length === 0 ? [say('sheAlone')] : with_)].join(', ');
}

function unitsText(units: readonly Id<'unit'>[], named: UnitNamed, language: Language): string {
  return units.length === 0 ? waitingTexts(language)('wishedAny') : units.map((unit, index) => `${index + 1}. ${named(unit)}`).join('; ');
}

function reachText(minutes: number | null, language: Language): string {
  // That no limit was kept says nothing of what she thinks: often nobody had asked her.
  return minutes === null ? wishChangeTexts(language)('noLimit') : waitingTexts(language)('reachMinutes', { minutes });
}
