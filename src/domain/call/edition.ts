/** The numbers of a call as an edition may show them: all of them inside, and outside only what disclosure lets through. */
import {
  type Cleared,
  type Completeness,
  completenessOf,
  type Edition,
  forInternalUse,
  internalWriter,
  type Publishable,
  type PublishableSplit,
  publicWriter,
  publishFigure,
  publishSplit,
  type ReleasedTable,
} from '../disclosure/publishable.ts';
import { fewestMunicipalities } from '../disclosure/split.ts';
import type { Figure } from '../numbers/figure.ts';
import { countedName, editionCell } from './report-release.ts';
import { distributionOf, distributionSentences } from './distribution.ts';
import type { CallNumbers, PlaceNumbers, ReportPlace } from './numbers.ts';
import { type CountQuestionId, countQuestionIds } from './package.ts';

/** One place's numbers as an edition may show them. */
export type EditionPlace<E extends Edition> = {
  readonly place: ReportPlace;
  readonly name: Cleared<E, string>;
  readonly completeness: Completeness<E>;
  readonly figures: Readonly<Record<CountQuestionId, readonly Cleared<E, Figure>[]>>;
  readonly distribution: Readonly<Record<CountQuestionId, readonly Cleared<E, string>[]>>;
};

/** All places' numbers as an edition may show them. */
export type EditionNumbers<E extends Edition> = { readonly regions: readonly EditionPlace<E>[]; readonly country: EditionPlace<E> };

/** Why a public edition is not released (da: ikke frigivet). */
export type NotReleased =
  /** The call is not reported yet: its answers can still change. */
  | { readonly reason: 'not-reported' }
  | { readonly reason: 'too-few-answers'; readonly place: ReportPlace; readonly answered: number }
  /** Nobody who may release has made it yet. */
  | { readonly reason: 'not-made' };

const treatments: Readonly<Record<CountQuestionId, string>> = { any: 'behandling', residential: 'døgnbehandling' };

/** The numbers for those who work with the call. */
export function internalNumbers({ regions, country, package: call }: CallNumbers): EditionNumbers<'internal'> {
  const show = (numbers: PlaceNumbers): EditionPlace<'internal'> => ({
    place: numbers.place,
    name: numbers.region ? internalWriter.region(numbers.region) : internalWriter.text`Danmark`,
    completeness: answeredIn<'internal'>(numbers),
    figures: byQuestion((question) => numbers.figures[question].map(forInternalUse)),
    distribution: byQuestion((question) =>
      distributionSentences(distributionOf(rowsOf(numbers, question), call.years), treatments[question]).map(forInternalUse),
    ),
  });
  return { regions: regions.map(show), country: show(country) };
}

/** The numbers for everyone, as a release of all regions and the country together prints them, whichever report is asked for. */
export function publicNumbers(numbers: CallNumbers, released: Publishable<ReleasedTable>): EditionNumbers<'public'> {
  return {
    regions: numbers.regions.map((region) => publicPlace(region, released)),
    country: publicPlace(numbers.country, released),
  };
}

/**
 * Two public editions of one call, made before and after an answer, would show that municipality's count as their difference: none
 * leaves before the answers can no longer change. A region with answers from fewer than five municipalities would show theirs.
 */
export function reasonsNotToRelease({ regions }: CallNumbers, mayLeave: boolean): readonly NotReleased[] {
  const tooFew = regions
    .filter(({ answers }) => answers.length < fewestMunicipalities)
    .map(({ place, answers }) => ({ reason: 'too-few-answers', place, answered: answers.length }) as const);
  return [...(mayLeave ? [] : [{ reason: 'not-reported' } as const]), ...tooFew];
}

function publicPlace(numbers: PlaceNumbers, released: Publishable<ReleasedTable>): EditionPlace<'public'> {
  const { layout } = released.table;
  const figures = byQuestion((question) =>
    numbers.figures[question].map((figure, year) => publishFigure(figure, released, editionCell(layout, numbers.place, year, question))),
  );
  return {
    place: numbers.place,
    name: numbers.region ? publicWriter.region(numbers.region) : publicWriter.text`Danmark`,
    completeness: answeredIn<'public'>(numbers),
    figures,
    // The country's split is left to the regions: beside theirs it would give away the one that is left out.
    distribution: byQuestion((question) =>
      numbers.region ? [splitSentence(publishSplit(released, countedName(numbers.place, question)), question)] : [],
    ),
  };
}

function splitSentence(split: PublishableSplit, question: CountQuestionId): Publishable<string> {
  const treatment = question === 'any' ? publicWriter.text`behandling` : publicWriter.text`døgnbehandling`;
  if (split) {
    return publicWriter.text`${split.withNone} af ${split.all} kommuner har ikke visiteret en kvinde i målgruppen til ${treatment} i nogen af årene; ${split.withAny} har i mindst ét af dem.`;
  }
  // One sentence whatever the reason: the reason itself would tell how few they are.
  return publicWriter.text`Fordelingen af kommuner for ${treatment} er udeladt, fordi den kan pege på enkelte kommuner eller røbe et skjult tal.`;
}

function answeredIn<E extends Edition>({ asked, answers }: PlaceNumbers): Completeness<E> {
  return completenessOf<E>(asked, new Set(answers.map(({ municipality }) => municipality)));
}

function rowsOf({ answers }: PlaceNumbers, question: CountQuestionId): readonly (readonly number[])[] {
  return answers.map((answer) => answer.counts[question].counts);
}

function byQuestion<T>(of: (question: CountQuestionId) => T): Readonly<Record<CountQuestionId, T>> {
  const [any, residential] = countQuestionIds;
  return { any: of(any), residential: of(residential) };
}
