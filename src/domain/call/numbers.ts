/** The numbers of a call: each answer summed for its region and for the country, every one a figure with definition and source. */
import { type Municipality, municipalities } from '../geography/municipalities.ts';
import { type Region, type RegionId, regionOf, regionsOn } from '../geography/regions.ts';
import type { Figure } from '../numbers/figure.ts';
import type { Day } from '../time.ts';
import type { Answer } from './answer.ts';
import { type CallPackage, type CountQuestionId, countQuestionIds } from './package.ts';

/** A place that a report is about: one of the regions on the call's last day, or the whole country. */
export type ReportPlace = RegionId | 'danmark';

/** One place's answers and figures. */
export type PlaceNumbers = {
  readonly place: ReportPlace;
  /** The region; `null` for the country. */
  readonly region: Region | null;
  readonly asked: readonly Municipality[];
  /** The answers given on or before the day the numbers are for, in the order of the municipalities. */
  readonly answers: readonly Answer[];
  /** One figure per year, in the order of the call's years. */
  readonly figures: Readonly<Record<CountQuestionId, readonly Figure[]>>;
};

/** All numbers of a call on a day: the regions in the order reports list them, and the country. */
export type CallNumbers = {
  readonly package: CallPackage;
  readonly asOf: Day;
  readonly regions: readonly PlaceNumbers[];
  readonly country: PlaceNumbers;
};

/** Sums the answers that were given on or before a day. */
export function numbersOf(call: CallPackage, answers: readonly Answer[], asOf: Day): CallNumbers {
  const given = answers.filter((answer) => answer.call === call.id && answer.answeredOn <= asOf);
  const regions = regionsOn(call.answerBy).map((region) => {
    const asked = municipalities.filter((municipality) => regionOf(municipality, call.answerBy).id === region.id);
    return placeNumbers(call, given, asOf, { place: region.id, region, asked });
  });
  return {
    package: call,
    asOf,
    regions,
    country: placeNumbers(call, given, asOf, { place: 'danmark', region: null, asked: municipalities }),
  };
}

/** One municipality's own figures, one per year. */
export function municipalityFigures(call: CallPackage, answer: Answer, municipality: Municipality, asOf: Day): PlaceNumbers['figures'] {
  return figuresBy(call, (question, year, index) => ({
    id: `${call.id}/${question}/${year}/${municipality.id}`,
    value: answer.counts[question].counts[index] ?? 0,
    definition: call.questions[question].definition,
    source: municipalitySource(call, answer, municipality, question),
    period: `${year}`,
    asOf,
    place: municipality.id,
  }));
}

function placeNumbers(
  call: CallPackage,
  given: readonly Answer[],
  asOf: Day,
  of: Pick<PlaceNumbers, 'place' | 'region' | 'asked'>,
): PlaceNumbers {
  const answers = of.asked.flatMap(({ id }) => given.filter((answer) => answer.municipality === id));
  const figures = figuresBy(call, (question, year, index) => ({
    id: `${call.id}/${question}/${year}/${of.place}`,
    value: sumOf(answers, question, index),
    definition: call.questions[question].definition,
    source: sumSource(call, answers, of, question),
    period: `${year}`,
    asOf,
    place: of.place,
  }));
  return { ...of, answers, figures };
}

function figuresBy(call: CallPackage, figure: (question: CountQuestionId, year: number, index: number) => Figure): PlaceNumbers['figures'] {
  const ofQuestion = (question: CountQuestionId): readonly Figure[] => call.years.map((year, index) => figure(question, year, index));
  return { any: ofQuestion('any'), residential: ofQuestion('residential') };
}

function sumOf(answers: readonly Answer[], question: CountQuestionId, index: number): number {
  return answers.reduce((sum, answer) => sum + (answer.counts[question].counts[index] ?? 0), 0);
}

/**
 * Says how the sum came about. It never says whether a document has printed the same: beside a hidden value that would tell the reader
 * where to find it, or that it is another.
 */
function sumSource(
  call: CallPackage,
  answers: readonly Answer[],
  { place, asked }: Pick<PlaceNumbers, 'place' | 'asked'>,
  question: CountQuestionId,
): string {
  const madeUp = answers.some((answer) => answer.counts[question].origin === 'made-up');
  const isPrinted = call.printedTotals.some((total) => total.place === place && total.question === question);
  return [
    `Summen af svarene fra ${answers.length} af ${asked.length} kommuner`,
    ...(madeUp
      ? [
          isPrinted
            ? 'opdigtede kommunetal til afprøvning indgår'
            : 'opdigtede kommunetal til afprøvning indgår, så summen er også opdigtet',
        ]
      : []),
  ].join('; ');
}

/** How a place's sums stand beside what a document has printed. It tells of counts: for the internal edition alone. */
export type PrintedComparison = { readonly question: CountQuestionId; readonly agrees: boolean; readonly source: string };

export function comparedWithPrinted(call: CallPackage, { place, answers }: PlaceNumbers): readonly PrintedComparison[] {
  return call.printedTotals
    .filter((total) => total.place === place)
    .map(({ question, counts, source }) => ({
      question,
      source,
      agrees: counts.every((count, index) => count === sumOf(answers, question, index)),
    }));
}

function municipalitySource(call: CallPackage, answer: Answer, municipality: Municipality, question: CountQuestionId): string {
  switch (answer.counts[question].origin) {
    case 'document': {
      const region = regionOf(municipality, call.answerBy).id;
      const printed = call.printedTotals.find((total) => total.place === region && total.question === question);
      return `Følger af ${printed?.source ?? call.source}`;
    }
    case 'municipality':
      return `Svar fra ${municipality.name}, ${answer.answeredOn}`;
    case 'made-up':
      return 'Opdigtet tal til afprøvning';
  }
}

/** How many of the answers hold made-up numbers. */
export function madeUpAnswers(answers: readonly Answer[]): number {
  return answers.filter((answer) => countQuestionIds.some((question) => answer.counts[question].origin === 'made-up')).length;
}
