/**
 * Working numbers (da: arbejdstal): a call's counts as they are, with their sums, for those who may read every one of them. They never leave
 * the house: what is to leave goes through a release.
 */
import type { CountTable } from '../disclosure/count-table.ts';
import { totalCode } from '../disclosure/dimension.ts';
import { municipalities } from '../geography/municipalities.ts';
import { parseRegion } from '../geography/regions.ts';
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

export type WorkingNumbers = {
  readonly table: CountTable;
  /** Whether a place's row may stand there. */
  readonly shows: (place: string) => boolean;
  /** So many answers are counted in it. */
  readonly counted: number;
  /** So many municipalities of the whole country have not answered: their women are in no sum. */
  readonly unanswered: number;
};

/** The counts of the answers that are seen, cut as a release would be. `null` where no answer is seen. */
export function workingNumbers(call: Pick<CallPackage, 'years' | 'answerBy'>, seen: SeenAnswers, cut: TableCut): WorkingNumbers | null {
  if (seen.answers.length === 0) return null;
  const finest = municipalTable(
    call,
    seen.answers.map(({ answer }) => answer),
  );
  return {
    table: cutTable(finest, cut),
    shows: seesWhole(seen),
    counted: seen.answers.length,
    unanswered: municipalities.length - seen.answered.length,
  };
}
