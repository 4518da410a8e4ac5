/**
 * What the documents have printed of a call's numbers, as all may read it (da: almen viden om en udmelding): the totals by region and
 * country, and the sentences on how they are spread. Source of each: the document that the package names.
 */
import type { CellCodes, CountedPlaces, ToldCell } from '../disclosure/beside.ts';
import type { KnownPublication } from '../disclosure/known.ts';
import { municipalities } from '../geography/municipalities.ts';
import { regionKey, regionOf } from '../geography/regions.ts';
import { type CallPackage, type CountQuestionId, matterOf } from './package.ts';
import { treatmentCodes } from './treatment-codes.ts';

/** Everything of a package that its documents have printed, one entry for each document. */
export function knownToEverybody(call: CallPackage): readonly KnownPublication[] {
  const sources = [...new Set([...call.printedTotals, ...call.printedSpreads].map(({ source }) => source))];
  return sources.map((source, index) => ({
    id: `kendt-${index + 1}`,
    matter: matterOf(call),
    source,
    excuses: true,
    told: [
      ...call.printedTotals
        .filter((total) => total.source === source)
        .flatMap(({ place, question, counts }) =>
          counts.flatMap((count, year): readonly ToldCell[] => [
            { cell: cellOf(placeCode(call, place), question, call.years[year] ?? null), least: count, most: count },
          ]),
        ),
      ...call.printedSpreads.filter((spread) => spread.source === source).flatMap((spread) => atMostOf(call, spread)),
    ],
    counted: call.printedSpreads.filter((spread) => spread.source === source).flatMap((spread) => countedIn(call, spread)),
  }));
}

type Spread = CallPackage['printedSpreads'][number];

/** «each had 1 woman»: no municipality of the place had more in a year. */
function atMostOf(call: CallPackage, { place, question, mostInYear }: Spread): readonly ToldCell[] {
  if (mostInYear === null) return [];
  return municipalitiesOf(call, place).flatMap((code) =>
    call.years.map((year) => ({ cell: cellOf(code, question, year), least: 0, most: mostInYear })),
  );
}

function countedIn(call: CallPackage, { place, question, withAny, yearsWithAny }: Spread): readonly CountedPlaces[] {
  const codes = municipalitiesOf(call, place);
  return [
    { name: `${place}/${question}`, among: codes.map((code) => cellOf(code, question, null)), withAny },
    {
      name: `${place}/${question}/år`,
      among: codes.flatMap((code) => call.years.map((year) => cellOf(code, question, year))),
      withAny: yearsWithAny,
    },
  ];
}

function municipalitiesOf(call: CallPackage, place: string): readonly string[] {
  return municipalities.filter((one) => regionOf(one, call.answerBy).id === place).map(({ id }) => id);
}

/** The country is the total of the places, which is no code. */
function placeCode(call: CallPackage, place: string): string | null {
  const region = municipalities.map((one) => regionOf(one, call.answerBy)).find(({ id }) => id === place);
  return region ? regionKey(region.id) : null;
}

/** The cell of a place, a question and a year in a call's tables; the country and the years together are totals, which are no codes. */
export function cellOf(place: string | null, question: CountQuestionId, year: number | null): CellCodes {
  return {
    ...(place === null ? {} : { kommune: place }),
    ...(year === null ? {} : { år: String(year) }),
    behandling: treatmentCodes[question],
  };
}
