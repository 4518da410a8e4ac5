/** What the domain answers about places, in sentences. */
import type { NextPossibleDay } from '../../domain/placement/next-day.ts';
import type { Remark } from '../../domain/placement/arrival.ts';
import type { CapacityConfirmation, Facility, Period, PlaceProperty, Unit } from '../../domain/placement/provision.ts';
import type { Reception } from '../../domain/pathway/reception.ts';
import { gestationOn } from '../../domain/pathway/gestation.ts';
import type { EndedBecause } from '../../store/placement-stays.ts';
import { roundedMinutes } from '../../domain/geography/travel.ts';
import { regions } from '../../domain/geography/regions.ts';
import { addDays, type Day, millisBetween, type Moment } from '../../domain/time.ts';
import { supplyTexts } from '../supply/texts.ts';
import { coordinatorLine } from '../pathways/coordinator-line.ts';
import { daySpanText, dayText, weekdayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { stayTexts } from './stay-texts.ts';
import { shutTexts } from './shut-texts.ts';
import { changedSinceTexts } from './changed-since-texts.ts';
import { propertyTexts } from './property-texts.ts';
import { herAnswerTexts } from './her-answer-texts.ts';
import { placeTexts } from './texts.ts';
import { transferTexts } from './transfer-texts.ts';
import { unitSightTexts } from './unit-sight-texts.ts';

const together = { da: new Intl.ListFormat('da'), en: new Intl.ListFormat('en') };

/** «rum til en partner, skærmede rammer og trinfri adgang»: what a place has, or she needs, inside a sentence. Empty where it is nothing. */
export function propertyList(properties: readonly PlaceProperty[], language: Language): string {
  const key = properties.join(' ');
  const known = lists[language].get(key);
  if (known !== undefined) return known;
  const say = propertyTexts(language);
  const list = together[language].format(properties.map((property) => say(property)));
  // In whatever order somebody asks for them: they are not kept without end.
  if (lists[language].size >= mostLists) lists[language].clear();
  lists[language].set(key, list);
  return list;
}

/** Phrases together inside a sentence: «dette, hint og noget tredje». */
export function phraseList(phrases: readonly string[], language: Language): string {
  return together[language].format(phrases);
}

/** Places have some hundred sets of properties between them, and a page of a search names twenty: to put a list together takes long. */
const lists = { da: new Map<string, string>(), en: new Map<string, string>() };
const mostLists = 2_000;

/**
 * The nights on which something is so, with the last of them named: «1.–14. december 2026», «fra 1. december 2026, uden kendt slutdag», «til og med
 * 14. december 2026». So is every closure, opening period and staffing told, wherever it is read. `to` is the day on which it is so no more.
 */
export function nightsText({ from, to }: Period, language: Language): string {
  if (to === null) return periodText({ from, to }, language);
  const last = addDays(to, -1);
  return from < '1000' ? lastNightText(to, language) : daySpanText(from, last, language);
}

/** «til og med 14. december 2026», of something that is so already and ends on a day. */
export function lastNightText(to: Day, language: Language): string {
  return shutTexts(language)('until', { day: dayText(addDays(to, -1), language) });
}

/** Her days, from the one she comes to the one she leaves: «fra 3. november 2026 til 12. december 2026». */
export function periodText({ from, to }: Period, language: Language): string {
  const say = placeTexts(language);
  if (to === null) return say('periodFrom', { from: dayText(from, language) });
  if (from < '1000') return say('periodTo', { to: dayText(to, language) });
  return say('periodBoth', { from: dayText(from, language), to: dayText(to, language) });
}

export function nextSentence(next: Exclude<NextPossibleDay, { readonly outcome: 'not-decided-in-time' }>, language: Language): string {
  const say = placeTexts(language);
  switch (next.outcome) {
    case 'found':
      return say('next', { day: weekdayText(next.arrival, language) });
    case 'none-within':
      return say('nextNone', { days: next.days });
    case 'never':
      return say('nextNever');
  }
}

/** «ca. 55 min. i bil», «ca. 3 t. 50 min. i bil». */
export function travelText(minutes: number | null, language: Language): string {
  const say = placeTexts(language);
  if (minutes === null) return say('minutesUnknown');
  const rounded = roundedMinutes(minutes);
  return rounded < 60 ? say('minutes', { minutes: rounded }) : say('hours', { hours: Math.floor(rounded / 60), minutes: rounded % 60 });
}

/**
 * «bekræftet for 22 timer siden af Lone Bækgaard; ændret siden, senest for 2 timer siden af Lone Bækgaard (egenskaber rettet)»; without names
 * where they are not asked for.
 */
export function confirmedText(confirmed: CapacityConfirmation | null, now: Moment, language: Language, named = false): string {
  const say = placeTexts(language);
  if (confirmed === null) return say('neverConfirmed');
  const { by, at, changed } = confirmed;
  const ago = agoText(at, now, language);
  const said = named ? say('confirmedAgoBy', { ago, by }) : say('confirmedAgo', { ago });
  if (changed === undefined) return said;
  const since = changedSinceTexts(language);
  const when = agoText(changed.at, now, language);
  if (!named) return since('since', { confirmed: said, ago: when });
  const what = supplyTexts(language)(`change.${changed.what}`);
  return since('sinceBy', { confirmed: said, ago: when, by: changed.by, what: what.charAt(0).toLocaleLowerCase(language) + what.slice(1) });
}

const ago = { da: new Intl.RelativeTimeFormat('da'), en: new Intl.RelativeTimeFormat('en') };

/** «for 3 timer siden», in the largest unit that says something. */
function agoText(at: Moment, now: Moment, language: Language): string {
  const minutes = Math.max(0, Math.floor(millisBetween(at, now) / 60_000));
  const format = ago[language];
  if (minutes < 1) return placeTexts(language)('justNow');
  if (minutes < 60) return format.format(-minutes, 'minute');
  return minutes < 48 * 60 ? format.format(-Math.floor(minutes / 60), 'hour') : format.format(-Math.floor(minutes / 1440), 'day');
}

export function remarksText(remarks: readonly Remark[], departure: Day, language: Language): string {
  const say = placeTexts(language);
  return remarks
    .map((remark) => {
      if (remark === 'pathway-ended') return stayTexts(language)('remark.pathway-ended');
      if (remark === 'place-not-answered') return herAnswerTexts(language)('cameUnanswered');
      if (remark === 'stay-not-agreed') return herAnswerTexts(language)('cameWithout');
      if (remark === 'move-not-agreed') return transferTexts(language)('cameNotAgreed');
      if (remark === 'offer-not-answered') return unitSightTexts(language)('remark.offer-not-answered');
      return remark === 'must-move' ? say('remark.must-move', { day: dayText(departure, language) }) : say(`remark.${remark}`);
    })
    .join(' ');
}

/** «bemanding: ingen nattevagt». The unit's own words to its no are for those who may read them: others read the word of the closed list. */
export function becauseText({ reason, text }: EndedBecause, readsWords: boolean, language: Language): string {
  const why = reason === null ? [] : [placeTexts(language)(`refusal.${reason}`)];
  const isShown = text !== '' && (readsWords || reason === null);
  return [...why, ...(isShown ? [text] : [])].join(': ');
}

/** «Kirsten Vangsø, Aalborg Kommune, 12 34 56 78»: whom the unit calls. */
export function coordinatorText({ coordinator }: Reception, language: Language): string {
  if (coordinator === null) return placeTexts(language)('noCoordinator');
  return coordinatorLine(coordinator, unitSightTexts(language)('noTelephone'));
}

/** «uge 31+2 · termin 12. februar 2027», or that she has given birth. */
export function receptionText({ dueDate, bornOn }: Reception, today: Day, language: Language): string {
  const say = placeTexts(language);
  if (bornOn !== null) return say('born', { day: dayText(bornOn, language) });
  if (dueDate === null) return say('noTerm');
  const gestation = gestationOn(dueDate, today);
  const week = gestation.outcome === 'pregnant' ? [say('week', { weeks: gestation.weeks, days: gestation.days })] : [];
  return [...week, say('term', { day: dayText(dueDate, language) })].join(' · ');
}

export function unitTitle({ facility, unit }: { readonly facility: Facility; readonly unit: Unit }): string {
  return `${facility.name}, ${unit.name}`;
}

export function facilityLine(facility: Facility, language: Language): string {
  const say = placeTexts(language);
  const { operatorName, operator, town, region } = facility;
  return say('unitIntro', { operator: operatorName, kind: say(`operator.${operator}`), town, region: regions[region].name });
}
