/**
 * What may be said of each year of a place (da: hvad kan siges): of the country and a region from the published numbers in force; of a municipality from
 * the releases alone.
 */
import { type Municipality, municipality as municipalityOf } from '../geography/municipalities.ts';
import { parseRegion } from '../geography/regions.ts';
import type { PublishedEstimate } from '../numbers/published-estimate.ts';
import { type Sayable, type SayablePlace, sayableYears, type SilentYear, silentYears } from '../numbers/sayable.ts';
import type { Day } from '../time.ts';
import type { AnswersOrigin } from './answer.ts';
import { type CallPackage, type CountQuestionId, countQuestionIds } from './package.ts';
import { type CitedRelease, type ReleasedNumber, releasedNumber } from './released-number.ts';

/** A place that somebody wants to quote a number of. */
export type QuotedPlace =
  | { readonly kind: 'area'; readonly place: SayablePlace }
  | { readonly kind: 'municipality'; readonly municipality: Municipality };

/** `danmark`, a region's id or a municipality's code; `null` for anything else. */
export function parseQuotedPlace(text: string): QuotedPlace | null {
  if (text === 'danmark') return { kind: 'area', place: 'denmark' };
  const region = parseRegion(text);
  if (region !== null) return { kind: 'area', place: region };
  const found = municipalityOf(text);
  return found && { kind: 'municipality', municipality: found };
}

/** Every year of a country or region once, the newest first: with its number, or with why it has none. */
export function yearSayings(all: readonly PublishedEstimate[], place: SayablePlace, today: Day): readonly (Sayable | SilentYear)[] {
  return [...sayableYears(all, place), ...silentYears(all, today, place)].toSorted((one, other) => other.year - one.year);
}

/** What may be quoted of a municipality in one year that a call asked about. */
export type MunicipalYear = {
  readonly year: number;
  readonly call: CallPackage;
  readonly numbers: readonly { readonly question: CountQuestionId; readonly number: ReleasedNumber }[];
};

/** A call with whether its answers are real, and its releases, the newest first. */
export type CitedCall = { readonly call: CallPackage; readonly answers: AnswersOrigin; readonly cited: readonly CitedRelease[] };

/** Every year that a call asked the municipalities about, the newest first. */
export function municipalYears(calls: readonly CitedCall[], { id }: Pick<Municipality, 'id'>): readonly MunicipalYear[] {
  return calls
    .flatMap(({ call, answers, cited }) =>
      call.years.map((year) => ({
        year,
        call,
        numbers: countQuestionIds.map((question) => ({
          question,
          number: releasedNumber({ years: call.years, answers }, cited, { place: id, year, question }),
        })),
      })),
    )
    .toSorted((one, other) => other.year - one.year);
}
