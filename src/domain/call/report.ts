/** The reports of a call: one per region and one for the country, in an edition for those who work with it and one for everyone. */
import {
  type Edition,
  forInternalUse,
  type Internal,
  internalWriter,
  type Publishable,
  type PublishablePrinted,
  publicWriter,
  type ReleasedTable,
  saidOfRounding,
} from '../disclosure/publishable.ts';
import { smallestPrinted } from '../disclosure/suppression.ts';
import type { Day } from '../time.ts';
import type { Answer } from './answer.ts';
import {
  type EditionNumbers,
  type EditionPlace,
  internalNumbers,
  type NotReleased,
  publicNumbers,
  reasonsNotToRelease,
} from './edition.ts';
import { type CallStatus, isReleased } from './lifecycle.ts';
import { comparedWithPrinted, madeUpAnswers, numbersOf, type PlaceNumbers, type ReportPlace } from './numbers.ts';
import type { CallPackage, ContradictingQuotation } from './package.ts';
import type { ReportDocument } from './report-document.ts';
import { municipalFigures, municipalityTable } from './report-municipalities.ts';
import { writeReport } from './report-sections.ts';

/**
 * What a report is made from. `asOf` is the day its answers are read, or the day the call was reported. `preview` lets those who read the
 * internal edition see the public one before it is released, marked as a draft.
 */
export type ReportRequest = {
  readonly package: CallPackage;
  readonly answers: readonly Answer[];
  readonly place: ReportPlace;
  readonly asOf: Day;
  readonly status: CallStatus;
  readonly preview: boolean;
};

export type ReportOutcome<E extends Edition> =
  | { readonly outcome: 'written'; readonly report: ReportDocument<E> }
  /** The public edition cannot be made without telling too much. */
  | { readonly outcome: 'not-released'; readonly reasons: readonly [NotReleased, ...NotReleased[]] }
  /** The place did not exist on the call's last day: a region of another year. */
  | { readonly outcome: 'no-such-place' };

/** Writes the report for those who work with the call. The place `danmark` gives the national report. */
export function internalReport({ package: call, answers, place, asOf, status }: ReportRequest): ReportOutcome<'internal'> {
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
    isDraft: !isReleased(status),
    tried: null,
    rounding: null,
    printed: null,
    madeUp: internalMadeUp(raw),
    comparisons: comparisonSentences(call, raw),
    quotationsLeftOut: false,
    municipalities: [municipalityTable(call, raw, asOf)],
  });
  return {
    outcome: 'written',
    report: { ...report, figures: [...report.figures, ...municipalFigures(call, raw, asOf).map(forInternalUse)] },
  };
}

/** Whether a public edition may be made at all, or why not. Whether it may be published is for the ledger to say. */
export function mayBePublic({ package: call, answers, asOf, status, preview }: ReportRequest): readonly NotReleased[] {
  return reasonsNotToRelease(numbersOf(call, answers, asOf), preview || isReleased(status));
}

/**
 * Writes the report for everyone with the numbers of a release, or says why it is not released. The place `danmark` gives the national
 * report. `printed` is what others have printed of what it hides; `tried` says of a draft how it was tried, null where it is none.
 */
export function publicReport(
  request: ReportRequest,
  released: Publishable<ReleasedTable>,
  printed: PublishablePrinted,
  tried: Publishable<string> | null = null,
): ReportOutcome<'public'> {
  const { package: call, answers, place, asOf, status } = request;
  const [first, ...rest] = mayBePublic(request);
  if (first) return { outcome: 'not-released', reasons: [first, ...rest] };
  const numbers = numbersOf(call, answers, asOf);
  const shown = publicNumbers(numbers, released);
  const of = placeIn(shown, place);
  if (!of) return { outcome: 'no-such-place' };
  const quotations = call.quotations.filter(holdsNoSmallCount);
  const report = writeReport(publicWriter, {
    call: publicWriter.document({ ...call, quotations }),
    numbers: shown,
    of,
    asOf,
    isDraft: !isReleased(status),
    tried,
    rounding: saidOfRounding(released),
    printed,
    madeUp:
      madeUpAnswers(numbers.country.answers) > 0
        ? publicWriter.text`Dokumenterne giver ikke tal for den enkelte kommune. Der indgår derfor opdigtede kommunetal til afprøvning.`
        : null,
    comparisons: [],
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

function internalMadeUp({ answers }: PlaceNumbers): Internal<string> | null {
  const madeUp = madeUpAnswers(answers);
  return madeUp === 0
    ? null
    : internalWriter.text`Dokumenterne giver ikke tal for den enkelte kommune. Tallene fra ${forInternalUse(madeUp)} af de ${forInternalUse(answers.length)} kommuner, der har svaret, er opdigtede til afprøvning.`;
}

/** Whether the sums are those that a document has printed, in sentences. */
function comparisonSentences(call: CallPackage, place: PlaceNumbers): readonly Internal<string>[] {
  return comparedWithPrinted(call, place).map(({ question, agrees, source }) =>
    forInternalUse(`${call.questions[question].shortTitle}: summerne er ${agrees ? 'de samme som' : 'andre end'} i ${source}.`),
  );
}
