/**
 * Working numbers (da: arbejdstal): a call's counts as they are, with their sums, for those who may read every one of them. They never leave
 * the house: what is to leave goes through a release.
 */
import type { CountTable } from '../disclosure/count-table.ts';
import { totalCode } from '../disclosure/dimension.ts';
import { municipalities } from '../geography/municipalities.ts';
import { parseRegion, regionOf } from '../geography/regions.ts';
import type { Answer } from './answer.ts';
import { municipalTable } from './municipal-table.ts';
import type { CallPackage } from './package.ts';
import { cutTable, type TableCut } from './table-cut.ts';

/** Who has answered at all, and the answers that the reader may see. */
export type SeenAnswers = {
  readonly answered: readonly { readonly municipality: string; readonly region: string }[];
  readonly answers: readonly { readonly answer: Answer }[];
};

/**
 * Whether a reader sees all that a place is made of: a municipality whose answer is seen, a region when all who have answered in it are, the
 * country when all are. A sum over a part of them would be read as the sum of all.
 */
export function seesWhole({ answered, answers }: SeenAnswers): (place: string) => boolean {
  const seen = new Set<string>(answers.map(({ answer }) => answer.municipality));
  return (place) => {
    if (place !== totalCode && parseRegion(place) === null) return seen.has(place);
    const within = answered.filter(({ region }) => place === totalCode || region === place);
    return within.length > 0 && within.every(({ municipality }) => seen.has(municipality));
  };
}

/** Of how many municipalities a place is made, and how many of them have answered. */
export type Completeness = { readonly asked: number; readonly answered: number };

export type WorkingNumbers = {
  readonly table: CountTable;
  /** Whether a place's row may stand there. */
  readonly shows: (place: string) => boolean;
  /** How much of a region or the country its row counts; `null` for a municipality. A sum of some is not to be read as that of all. */
  readonly completeness: (place: string) => Completeness | null;
  /** So many answers are counted in it. */
  readonly counted: number;
  /**
   * So many municipalities have not answered, of the country where its row stands, else of the regions that the reader sees answers from: their
   * women are in no sum.
   */
  readonly unanswered: number;
};

/** The counts of the answers that are seen, cut as a release would be. `null` where no answer is seen. */
export function workingNumbers(call: Pick<CallPackage, 'years' | 'answerBy'>, seen: SeenAnswers, cut: TableCut): WorkingNumbers | null {
  if (seen.answers.length === 0) return null;
  const answers = seen.answers.map(({ answer }) => answer);
  const shows = seesWhole(seen);
  const completeness = completenessOf(call, seen);
  const own = new Set<string>(answers.map(({ municipality }) => municipality));
  const regions = new Set(seen.answered.flatMap(({ municipality, region }) => (own.has(municipality) ? [region] : [])));
  const within = (shows(totalCode) ? [totalCode] : [...regions]).flatMap((place) => completeness(place) ?? []);
  return {
    table: cutTable(municipalTable(call, answers), cut),
    shows,
    completeness,
    counted: answers.length,
    unanswered: within.reduce((sum, { asked, answered }) => sum + asked - answered, 0),
  };
}

/** Counts for a region or the country whom the call asks, in their regions on its last day, and who has answered. */
function completenessOf({ answerBy }: Pick<CallPackage, 'answerBy'>, { answered }: SeenAnswers): WorkingNumbers['completeness'] {
  return (place) => {
    if (place !== totalCode && parseRegion(place) === null) return null;
    const isWithin = (region: string): boolean => place === totalCode || region === place;
    return {
      asked: municipalities.filter((one) => isWithin(regionOf(one, answerBy).id)).length,
      answered: answered.filter(({ region }) => isWithin(region)).length,
    };
  };
}
