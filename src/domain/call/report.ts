/** The reports of a call: one per region and one for the country, in an edition for those who work with it and one for everyone. */
import { type Edition, forInternalUse, internalWriter, publicWriter } from '../disclosure/publishable.ts';
import { smallestPrinted } from '../disclosure/suppression.ts';
import type { Day } from '../time.ts';
import type { Answer } from './answer.ts';
import { type EditionNumbers, type EditionPlace, internalNumbers, type NotReleased, publicNumbers } from './edition.ts';
import { hasMadeUpNumbers, numbersOf, type ReportPlace } from './numbers.ts';
import type { CallPackage, ContradictingQuotation } from './package.ts';
import type { ReportDocument } from './report-document.ts';
import { municipalFigures, municipalityTable } from './report-municipalities.ts';
import { writeReport } from './report-sections.ts';

/** What a report is made from. `takesAnswers` says whether the call still takes answers on the day. */
export type ReportRequest = {
  readonly package: CallPackage;
  readonly answers: readonly Answer[];
  readonly place: ReportPlace;
  readonly asOf: Day;
  readonly takesAnswers: boolean;
};

export type ReportOutcome<E extends Edition> =
  | { readonly outcome: 'written'; readonly report: ReportDocument<E> }
  /** The public edition cannot be made without telling too much. */
  | { readonly outcome: 'not-released'; readonly reasons: readonly [NotReleased, ...NotReleased[]] }
  /** The place did not exist on the call's last day: a region of another year. */
  | { readonly outcome: 'no-such-place' };

/** Writes the report for those who work with the call. The place `danmark` gives the national report. */
export function internalReport({ package: call, answers, place, asOf }: ReportRequest): ReportOutcome<'internal'> {
  const numbers = numbersOf(call, answers, asOf);
  const shown = internalNumbers(numbers);
  const of = placeIn(shown, place);
  const raw = place === 'danmark' ? numbers.country : numbers.regions.find((region) => region.place === place);
  if (!of || !raw) return { outcome: 'no-such-place' };
  const report = writeReport(internalWriter, {
    call: internalWriter.document(call),
    numbers: shown,
    of,
    asOf,
    hasMadeUpNumbers: hasMadeUpNumbers(numbers.country.answers),
    quotationsLeftOut: false,
    municipalities: [municipalityTable(call, raw, asOf)],
  });
  return {
    outcome: 'written',
    report: { ...report, figures: [...report.figures, ...municipalFigures(call, raw, asOf).map(forInternalUse)] },
  };
}

/** Writes the report for everyone, or says why it is not released. The place `danmark` gives the national report. */
export function publicReport({ package: call, answers, place, asOf, takesAnswers }: ReportRequest): ReportOutcome<'public'> {
  const numbers = numbersOf(call, answers, asOf);
  const released = publicNumbers(numbers, takesAnswers);
  if (released.outcome === 'not-released') return released;
  const of = placeIn(released.numbers, place);
  if (!of) return { outcome: 'no-such-place' };
  const quotations = call.quotations.filter(holdsNoSmallCount);
  const report = writeReport(publicWriter, {
    call: publicWriter.document({ ...call, quotations }),
    numbers: released.numbers,
    of,
    asOf,
    hasMadeUpNumbers: hasMadeUpNumbers(numbers.country.answers),
    quotationsLeftOut: quotations.length < call.quotations.length,
    municipalities: [],
  });
  return { outcome: 'written', report };
}

/** A quotation that gives a number of women from 1 to 4 has no place in the public edition, whoever said it. */
function holdsNoSmallCount({ numbers }: ContradictingQuotation): boolean {
  return numbers.every((number) => number === 0 || number >= smallestPrinted);
}

function placeIn<E extends Edition>({ regions, country }: EditionNumbers<E>, place: ReportPlace): EditionPlace<E> | null {
  return place === 'danmark' ? country : (regions.find((region) => region.place === place) ?? null);
}
