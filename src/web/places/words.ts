/** What the domain answers about places, in sentences. */
import type { NextPossibleDay } from '../../domain/placement/next-day.ts';
import type { Remark } from '../../domain/placement/arrival.ts';
import type { CapacityConfirmation, Facility, PlaceProperty, Unit } from '../../domain/placement/provision.ts';
import type { Reception } from '../../domain/pathway/reception.ts';
import { gestationOn } from '../../domain/pathway/gestation.ts';
import type { EndedBecause } from '../../store/placement-stays.ts';
import { roundedMinutes } from '../../domain/geography/travel.ts';
import { regions } from '../../domain/geography/regions.ts';
import { type Day, millisBetween, type Moment } from '../../domain/time.ts';
import { dayText, weekdayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { stayTexts } from './stay-texts.ts';
import { placeTexts } from './texts.ts';

export function propertyList(properties: readonly PlaceProperty[], language: Language): string {
  const say = placeTexts(language);
  return properties.map((property) => say(`property.${property}`).toLocaleLowerCase(language)).join(', ');
}

/** «fra 3. november 2026 til 12. december 2026». */
export function periodText({ from, to }: { readonly from: Day; readonly to: Day | null }, language: Language): string {
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

export function confirmedText(confirmed: CapacityConfirmation | null, now: Moment, language: Language, named = false): string {
  const say = placeTexts(language);
  if (confirmed === null) return say('neverConfirmed');
  const ago = agoText(confirmed.at, now, language);
  return named ? say('confirmedAgoBy', { ago, by: confirmed.by }) : say('confirmedAgo', { ago });
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
      return remark === 'must-move' ? say('remark.must-move', { day: dayText(departure, language) }) : say(`remark.${remark}`);
    })
    .join(' ');
}

/** «bemanding: ingen nattevagt». */
export function becauseText({ reason, text }: EndedBecause, language: Language): string {
  const why = reason === null ? [] : [placeTexts(language)(`refusal.${reason}`)];
  return [...why, ...(text === '' ? [] : [text])].join(': ');
}

/** «Kirsten Vangsø, Aalborg Kommune, 12 34 56 78»: whom the unit calls. */
export function coordinatorText({ coordinator }: Reception, language: Language): string {
  if (coordinator === null) return placeTexts(language)('noCoordinator');
  return [coordinator.name, coordinator.organisationName, coordinator.telephone].filter(Boolean).join(', ');
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
