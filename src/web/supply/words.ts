/** What the domain answers about supply, in sentences. */
import type { AdmissionRules, FlexiblePlace, Period } from '../../domain/placement/provision.ts';
import type { SupplyPart } from '../../domain/placement/supply-change.ts';
import type { StayTrouble } from '../../domain/placement/supply-effect.ts';
import type { Supply, SupplyClosure } from '../../domain/placement/supply-state.ts';
import type { BookedStay } from '../../store/supply-upkeep.ts';
import { placeTexts } from '../places/texts.ts';
import { nightsText, periodText, propertyList } from '../places/words.ts';
import type { Language } from '../ui/language.ts';
import { supplyTexts } from './texts.ts';

export function troubleSentence(trouble: StayTrouble, language: Language): string {
  const say = supplyTexts(language);
  switch (trouble.kind) {
    case 'closed':
      return say('trouble.closed', { period: nightsText(trouble.closure, language), reason: trouble.closure.reason });
    case 'not-open':
    case 'not-opened':
      // A place that is not open in any period has no first night to name.
      if (trouble.kind === 'not-opened' && trouble.from < '1000' && trouble.to === null) return say('trouble.never-opened');
      return say(`trouble.${trouble.kind}`, { period: nightsText(trouble, language) });
    case 'lacks':
      return say('trouble.lacks', { properties: propertyList(trouble.properties, language), period: periodText(trouble, language) });
    case 'no-children':
      return say('trouble.no-children');
  }
}

/** «Maja, Plads 1, fra 1. december 2026 til 3. marts 2027 (bekræftet, Aalborg Kommune)». */
export function bookedText({ calledName, placeName, nights, status, heldForName }: BookedStay, language: Language): string {
  return supplyTexts(language)('booked', {
    name: calledName,
    place: placeName,
    period: periodText({ from: nights.arrival, to: nights.departure }, language),
    status: placeTexts(language)(`status.${status}`).toLocaleLowerCase(language),
    party: heldForName,
  });
}

/** Where nothing more than the cause was written, the cause was kept as the reason, in Danish. */
export function isCauseOnly({ cause, reason }: SupplyClosure): boolean {
  return reason === supplyTexts('da')(`cause.${cause}`);
}

export function closureText(closure: SupplyClosure, { places }: Pick<Supply, 'places'>, language: Language): string {
  const say = supplyTexts(language);
  return say(isCauseOnly(closure) ? 'closureTextCause' : 'closureText', {
    what: closure.place === null ? say('whole') : (places.find(({ id }) => id === closure.place)?.name ?? closure.place),
    period: nightsText(closure, language),
    cause: say(`cause.${closure.cause}`).toLocaleLowerCase(language),
    reason: closure.reason,
  });
}

function periodsText(periods: readonly Period[], language: Language): string {
  return periods.length === 0 ? supplyTexts(language)('none') : periods.map((period) => nightsText(period, language)).join('; ');
}

export function admissionText(rules: AdmissionRules, language: Language): string {
  const say = supplyTexts(language);
  const { youngest, oldest, womenOnly, mostChildren, oldestChild } = rules;
  const said = [
    ...(youngest === null ? [] : [say('rule.youngest', { age: youngest })]),
    ...(oldest === null ? [] : [say('rule.oldest', { age: oldest })]),
    ...(womenOnly ? [say('rule.womenOnly')] : []),
    ...(mostChildren === null ? [] : [say('rule.mostChildren', { count: mostChildren })]),
    ...(oldestChild === null || mostChildren === 0 ? [] : [say('rule.oldestChild', { age: oldestChild })]),
  ];
  return said.length === 0 ? say('rule.none') : said.join(', ');
}

export function flexibleText(flexible: FlexiblePlace | null, language: Language): string {
  const say = supplyTexts(language);
  if (flexible === null) return say('alwaysThere');
  const terms = say('flexibleTerms', { lead: flexible.leadDays, empty: flexible.closesAfterDays });
  const opened =
    flexible.opened.length === 0 ? say('flexibleShut') : say('flexibleOpened', { periods: periodsText(flexible.opened, language) });
  return `${terms}; ${opened}`;
}

/** A part of the supply as it was before a change or after it. */
export function partText(part: SupplyPart | null, supply: Supply, language: Language): string {
  const say = supplyTexts(language);
  if (part === null) return '–';
  switch (part.kind) {
    case 'open':
      return periodsText(part.open, language);
    case 'closure':
      return closureText(part.closure, supply, language);
    case 'room':
      return part.room.name;
    case 'place': {
      const { name, properties, flexible } = part.place;
      return [name, propertyList(properties, language), flexibleText(flexible, language)].filter(Boolean).join(': ');
    }
    case 'admission':
      return admissionText(part.admission, language);
    case 'staffing':
      return part.staffing.length === 0
        ? say('noStaffing')
        : part.staffing
            .map((row) => say('staffingText', { women: say('women', { women: row.women }), period: nightsText(row, language) }))
            .join('; ');
  }
}
