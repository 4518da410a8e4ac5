/** The fields of each form of upkeep in their order on the page, with the label that each has there: for a summary of what is wrong. */
import type { FieldErrors } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import type { UpkeepFormId } from './addresses.ts';
import { endingTexts } from './ending-texts.ts';
import { supplyTexts } from './texts.ts';

/** Rows of a table of periods that a form can send. */
export const mostRows = 20;

/** Names and labels of a form's fields, from the top. */
function labelsOf(form: UpkeepFormId, language: Language): ReadonlyMap<string, string> {
  const say = supplyTexts(language);
  const rows = (withWomen: boolean): readonly (readonly [string, string])[] =>
    Array.from({ length: mostRows }, (_, index) => index + 1).flatMap((number) => {
      const label = (name: string): string => `${say('period', { number })}, ${name.toLocaleLowerCase(language)}`;
      return [
        [`fra-${number}`, label(say('from'))] as const,
        [`til-${number}`, label(say('to'))] as const,
        ...(withWomen ? [[`kvinder-${number}`, label(say('mostWomen'))] as const] : []),
      ];
    });
  const labels: Readonly<Record<UpkeepFormId, readonly (readonly [string, string])[]>> = {
    aabning: rows(false),
    normering: rows(true),
    lukning: [
      ['hvad', say('what')],
      ['fra', say('from')],
      ['til', say('toClosure')],
      ['aarsag', say('cause')],
      ['grund', say('reason')],
    ],
    'ret-lukning': [
      ['fra', say('from')],
      ['til', say('toClosure')],
      ['aarsag', say('cause')],
      ['grund', say('reason')],
    ],
    ophaev: [['dag', say('liftDay')]],
    nedlaeg: [
      ['dag', say('discontinueDay')],
      ['grund', say('reason')],
    ],
    'nedlaeg-plads': [
      ['dag', endingTexts(language)('day')],
      ['grund', endingTexts(language)('why')],
    ],
    'fjern-rum': [['rum', say('room')]],
    rum: [['navn', say('roomName')]],
    rumnavn: [['navn', say('roomName')]],
    plads: [
      ['rum', say('room')],
      ['navn', say('placeName')],
    ],
    pladsnavn: [
      ['rum', say('room')],
      ['navn', say('placeName')],
    ],
    egenskaber: [['egenskab', say('properties')]],
    optagelse: [
      ['yngst', say('youngest')],
      ['aeldst', say('oldest')],
      ['boern', say('mostChildren')],
      ['boernealder', say('oldestChild')],
    ],
    fleksibel: [
      ['form', say('flexibleLabel')],
      ['dage', say('leadDays')],
      ['tomme', say('emptyDays')],
    ],
    aabn: [
      ['fra', say('from')],
      ['til', say('closeDay')],
    ],
    luk: [['dag', say('closeDay')]],
  };
  return new Map(labels[form]);
}

/** What is wrong in the order of the fields, and what each field is called. */
export function inFieldOrder(
  form: UpkeepFormId,
  errors: FieldErrors,
  language: Language,
): { readonly errors: FieldErrors; readonly nameOf: (field: string) => string } {
  const labels = labelsOf(form, language);
  const order = [...labels.keys()];
  const sorted = Object.entries(errors).toSorted(([one], [other]) => order.indexOf(one) - order.indexOf(other));
  return { errors: Object.fromEntries(sorted), nameOf: (field) => labels.get(field) ?? field };
}
