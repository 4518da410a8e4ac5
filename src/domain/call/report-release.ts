/**
 * What the public edition of a call's reports prints, as cells of one table: region × year × kind of treatment, for all regions and the
 * country together. Neither the other treatment alone nor the years together are printed: those cells are no part of it.
 */
import { type Beside, type CountedPlaces } from '../disclosure/beside.ts';
import { cellAt, codesOf, type Layout, layoutOf } from '../disclosure/count-table.ts';
import { makeDimension } from '../disclosure/dimension.ts';
import type { EditionProposal, Retreat } from '../disclosure/edition-release.ts';
import { decideInnerSplit, decideSplit, type Split } from '../disclosure/split.ts';
import { readersKnowledge, smallestPrinted, suppressPeriod } from '../disclosure/suppression.ts';
import { regionKey } from '../geography/regions.ts';
import type { CallNumbers, PlaceNumbers } from './numbers.ts';
import { type CallPackage, type CountQuestionId, countQuestionIds } from './package.ts';
import { treatmentCodes } from './treatment-codes.ts';

/** The cell of a place, a year and a question; the years by their place in the call. */
export function editionCell(layout: Layout, place: string, year: number, question: CountQuestionId): number {
  const [places, , treatments] = layout.dimensions;
  const code = place === 'danmark' ? 0 : (places?.codes.indexOf(place) ?? -1);
  if (code < 0) throw new Error(`the edition has no place ${place}`);
  return cellAt(layout, [code, year + 1, treatments?.codes.indexOf(treatmentCodes[question]) ?? 0]);
}

/** The name of the sentence that counts the municipalities of a place in a question. */
export function countedName(place: string, question: CountQuestionId): string {
  return `${place}/${question}`;
}

/** Decides for all places together, by the edition's own rule: `diskretion/2019-gravide-1`. */
export function proposeEdition({ package: call, regions, country }: CallNumbers): EditionProposal {
  const layout = editionLayout(call, regions);
  const published: (number | null)[] = Array.from({ length: layout.size }, () => null);
  const most: (readonly [number, number])[] = [];
  const byInhabitants = regions.toSorted((a, b) => inhabitantsOf(b) - inhabitantsOf(a));
  call.years.forEach((_, year) => {
    const counts = {
      parts: byInhabitants.map((place) => ({ outer: countOf(place, 'any', year), inner: countOf(place, 'residential', year) })),
    };
    const hidden = suppressPeriod(counts);
    const known = readersKnowledge(counts, hidden);
    for (const [question, side] of sides) {
      byInhabitants.forEach((place, index) => {
        const cell = editionCell(layout, place.place, year, question);
        const high = known.parts[index]?.[side].high ?? Number.POSITIVE_INFINITY;
        if (!hidden.parts[index]?.[side]) published[cell] = countOf(place, question, year);
        else if (Number.isFinite(high)) most.push([cell, high]);
      });
      const isHidden = side === 'outer' ? hidden.outerTotal : hidden.innerTotal;
      const ofCountry = countOf(country, question, year);
      if (ofCountry !== byInhabitants.reduce((sum, place) => sum + countOf(place, question, year), 0))
        throw new Error('the country is not the sum of its regions');
      if (!isHidden) published[editionCell(layout, 'danmark', year, question)] = ofCountry;
    }
  });
  const isPrinted = (place: PlaceNumbers, question: CountQuestionId): boolean =>
    call.years.every((_, year) => published[editionCell(layout, place.place, year, question)] !== null);
  const beside: Beside = {
    absent: Array.from({ length: layout.size }, (_, cell) => cell).filter((cell) => isAbsent(layout, cell)),
    most,
    counted: regions.flatMap((place) => countedIn(place, (question) => isPrinted(place, question))),
  };
  return {
    published: { layout, published },
    terms: { threshold: smallestPrinted, zeros: 'hide', protect: 'rule', rounding: null },
    beside,
  };
}

/**
 * What is hidden further where the edition by its rule would open a cell: first the region and the one with most inhabitants in that year,
 * then all of the year, then everything.
 */
export function editionRetreats({ package: call, regions }: CallNumbers, { published: { layout } }: EditionProposal): readonly Retreat[] {
  const [largest] = regions.toSorted((a, b) => inhabitantsOf(b) - inhabitantsOf(a));
  const cellsOf = (place: string, year: number): readonly number[] =>
    countQuestionIds.map((question) => editionCell(layout, place, year, question));
  const all = [...regions.map(({ place }) => place), 'danmark'];
  const years = call.years.map((year, index) => ({ year: [String(year)], index }));
  return [
    ...years.flatMap(({ year, index }) =>
      regions.map(({ place, asked }) => ({
        covers: { kommune: [place, ...asked.map(({ id }) => id)], år: year },
        hide: [...cellsOf(place, index), ...cellsOf(largest?.place ?? place, index)],
      })),
    ),
    ...years.map(({ year, index }) => ({ covers: { år: year }, hide: all.flatMap((place) => cellsOf(place, index)) })),
    { covers: {}, hide: years.flatMap(({ index }) => all.flatMap((place) => cellsOf(place, index))) },
  ];
}

const sides = [
  ['any', 'outer'],
  ['residential', 'inner'],
] as const satisfies readonly (readonly [CountQuestionId, 'outer' | 'inner'])[];

function editionLayout(call: CallPackage, regions: readonly PlaceNumbers[]): Layout {
  const dimension = (name: string, codes: readonly string[]) => {
    const made = makeDimension(name, codes, []);
    if (made.outcome !== 'made') throw new Error('a dimension without lines is always made');
    return made.dimension;
  };
  return layoutOf([
    dimension(
      'kommune',
      regions.flatMap(({ region }) => (region ? [regionKey(region.id)] : [])),
    ),
    dimension('år', call.years.map(String)),
    dimension('behandling', [treatmentCodes.residential, treatmentCodes.other]),
  ]);
}

function isAbsent(layout: Layout, cell: number): boolean {
  const [, year, treatment] = codesOf(layout, cell);
  return year === 0 || layout.dimensions[2]?.codes[treatment ?? 0] === treatmentCodes.other;
}

/** The sentences on how many municipalities had any woman: those that may be printed. */
function countedIn(place: PlaceNumbers, isPrinted: (question: CountQuestionId) => boolean): readonly CountedPlaces[] {
  const splitOf = (question: CountQuestionId): Split => {
    const women = place.answers.map(({ counts }) => counts[question].counts.reduce((sum, count) => sum + count, 0));
    return {
      withNone: women.filter((count) => count === 0).length,
      withAny: women.filter((count) => count > 0).length,
      women: women.reduce((sum, count) => sum + count, 0),
      countsArePrinted: isPrinted(question),
    };
  };
  const [outer, inner] = [splitOf('any'), splitOf('residential')];
  const outerOutcome = decideSplit(outer);
  const outcomes = { any: outerOutcome, residential: decideInnerSplit(inner, outer, outerOutcome) };
  return countQuestionIds.flatMap((question) =>
    outcomes[question].outcome === 'printed'
      ? [
          {
            name: countedName(place.place, question),
            among: place.answers.map(({ municipality }) => ({ kommune: municipality, behandling: treatmentCodes[question] })),
            withAny: (question === 'any' ? outer : inner).withAny,
          },
        ]
      : [],
  );
}

function countOf({ figures }: PlaceNumbers, question: CountQuestionId, year: number): number {
  const value = figures[question][year]?.value;
  if (typeof value !== 'number') throw new Error(`there is no figure for year ${year}`);
  return value;
}

function inhabitantsOf({ asked }: PlaceNumbers): number {
  return asked.reduce((sum, { population }) => sum + population, 0);
}
