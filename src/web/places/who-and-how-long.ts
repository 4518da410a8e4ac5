/** Who comes and how long she stays, as a search asks it: read from the form, and written back to it and to addresses. */
import { mostWeeksAfterBirth } from '../../domain/placement/follow-birth.ts';
import { type Need, type Party, sheAlone } from '../../domain/placement/needs.ts';
import { type Length, longestStay, proposedNightsAfterBirth } from '../../domain/placement/nights.ts';
import { addMonths, type Day, yearOf } from '../../domain/time.ts';
import type { Fields } from '../form.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { askedTexts } from './asked-texts.ts';

/** How the length is given: so many weeks after the birth, until the day she is to leave where she lives now, or so many nights. */
export const lengthKinds = ['foedsel', 'afrejse', 'naetter'] as const;
export type LengthKind = (typeof lengthKinds)[number];

/** The sex of the partner who is to stay with her; `''` where nobody is. */
export const partnerChoices = ['', 'mand', 'kvinde', 'ukendt'] as const;
export type PartnerChoice = (typeof partnerChoices)[number];

/** The length as it was asked. `length` is null where it could not be read. */
export type AskedLength = {
  readonly kind: LengthKind;
  readonly nightsText: string;
  readonly weeksText: string;
  readonly length: Length | null;
  readonly errors: FieldErrors;
};

/**
 * What a length can be counted to: the birth, and the day she is to leave where she lives now; `null` where it is not known or not ahead. Where she is to
 * leave just before the birth (`endsBeforeBirth`), the birth is what is proposed: it would else find her without a place.
 */
export type KnownEnds = { readonly birth: Day | null; readonly leaves: Day | null; readonly leavesBeforeBirth?: boolean };

/** `proposed` are the nights proposed from the day of arrival. Without a day to count to the length can only be nights. */
export function readLength(
  fields: Fields,
  { birth, leaves, leavesBeforeBirth = false }: KnownEnds,
  proposed: number,
  language: Language,
): AskedLength {
  const say = askedTexts(language);
  const [nightsText, weeksText] = [fields.text('naetter'), fields.text('uger')];
  const asked = lengthKinds.find((one) => one === fields.text('laengde'));
  const can = { foedsel: birth !== null, afrejse: leaves !== null, naetter: true };
  const proposedKind =
    nightsText !== ''
      ? 'naetter'
      : leaves !== null && !(leavesBeforeBirth && can.foedsel)
        ? 'afrejse'
        : birth !== null
          ? 'foedsel'
          : 'naetter';
  const kind = asked !== undefined && can[asked] ? asked : proposedKind;
  const shown = { kind, nightsText: nightsText || String(proposed), weeksText: weeksText || String(proposedNightsAfterBirth / 7) };
  // A field that was sent empty is asked for again: what was proposed is not what was written.
  const wasEmptied = (name: 'naetter' | 'uger'): boolean => asked === kind && fields.all(name).length > 0 && fields.text(name) === '';
  if (kind === 'afrejse' && leaves !== null) return { ...shown, length: { kind: 'until', departure: leaves }, errors: {} };
  if (kind === 'foedsel' && birth !== null) {
    const weeks = wasEmptied('uger') ? null : wholeNumber(shown.weeksText, 0, mostWeeks);
    return weeks === null
      ? { ...shown, weeksText, length: null, errors: { uger: say('fault.weeks', { most: mostWeeks }) } }
      : { ...shown, length: { kind: 'past-birth', birth, nightsAfter: weeks * 7 }, errors: {} };
  }
  const nights = wasEmptied('naetter') ? null : wholeNumber(shown.nightsText, 1, longestStay);
  return nights === null
    ? { ...shown, nightsText, length: null, errors: { naetter: say('fault.nights', { most: longestStay }) } }
    : { ...shown, length: { kind: 'nights', nights }, errors: {} };
}

/** Who comes, as it was asked. */
export type AskedParty = {
  readonly ageText: string;
  readonly partner: PartnerChoice;
  readonly childrenText: string;
  readonly partyOn: (arrival: Day) => Party;
  /** The fields that ask the same: those that say something, and those that leave out what is written of her. */
  readonly toAsk: readonly (readonly [string, string])[];
  readonly errors: FieldErrors;
};

/**
 * Her age follows from her day of birth where that is known, and is otherwise what was written. `hers` is who comes as her team has written it: it
 * stands wherever the form or the address does not ask, and a field that was sent empty says that nobody comes.
 */
export function readParty(fields: Fields, born: Day | null, hers: Party | null, language: Language): AskedParty {
  const say = askedTexts(language);
  const standing = { alder: born === null && hers?.age ? String(hers.age) : '', partner: choiceOf(hers), boern: childrenOf(hers) };
  const textOf = (name: keyof typeof standing): string => (fields.all(name).length > 0 ? fields.text(name) : standing[name]);
  const [ageText, childrenText] = [textOf('alder'), textOf('boern')];
  const written = ageText === '' ? null : wholeNumber(ageText, 10, 60);
  const ages = childrenText.split(/[\s,;]+/).filter((text) => text !== '');
  const read = ages.map((text) => wholeNumber(text, 0, 17));
  const children = read.flatMap((age) => (age === null ? [] : [{ age }]));
  const partner = partnerChoices.find((one) => one === textOf('partner')) ?? '';
  const with_ = { ...sheAlone, partner: partner === '' ? null : { sex: sexes[partner] }, children };
  return {
    ageText,
    partner,
    childrenText,
    toAsk: (['alder', 'partner', 'boern'] as const)
      .map((name): readonly [keyof typeof standing, string] => [name, textOf(name)])
      .filter(([name, value]) => value !== '' || standing[name] !== ''),
    partyOn: (arrival) => ({ ...with_, age: born === null ? written : ageOn(born, arrival) }),
    errors: {
      ...(ageText !== '' && written === null && born === null ? { alder: say('fault.age') } : {}),
      ...(read.includes(null) || read.length > mostChildren ? { boern: say('fault.children', { most: mostChildren }) } : {}),
    },
  };
}

/** The names that the form gives the sex of a partner. */
export const sexes = { mand: 'man', kvinde: 'woman', ukendt: 'unknown' } as const;

function choiceOf(party: Party | null): PartnerChoice {
  return partnerChoices.find((one) => one !== '' && sexes[one] === party?.partner?.sex) ?? '';
}

function childrenOf(party: Party | null): string {
  return (party?.children ?? []).map(({ age }) => age).join(', ');
}

/** The needs that follow from who comes: they can stay only where the place says so. */
export function needsWith(needs: readonly Need[], { partner, children }: Party): readonly Need[] {
  const follow: readonly Need[] = [
    ...(partner ? [{ property: 'partner', why: 'comes-with-her' } as const] : []),
    ...(children.length > 0 ? [{ property: 'other-children', why: 'comes-with-her' } as const] : []),
  ];
  return [...needs, ...follow.filter(({ property }) => !needs.some((need) => need.property === property))];
}

/** Whole years on a day. */
export function ageOn(born: Day, day: Day): number {
  const years = yearOf(day) - yearOf(born);
  return addMonths(born, years * 12) > day ? years - 1 : years;
}

/** The most weeks after the birth that can be asked for. */
export const mostWeeks = mostWeeksAfterBirth;
const mostChildren = 8;

function wholeNumber(text: string, least: number, most: number): number | null {
  const number = /^\d{1,4}$/.test(text) ? Number(text) : -1;
  return number >= least && number <= most ? number : null;
}
