/**
 * Answers of all 98 municipalities to the call of 2019. The documents give the counts of Syddanmark with their distribution, of
 * Nordjylland and of the country; they never give a municipality's number. So each municipality's number is made up, and says so,
 * in such a way that every printed count holds. Only what follows from a document for every municipality is marked as its own:
 * Nordjylland's residential zeros.
 */
import { municipalities } from '../geography/municipalities.ts';
import type { Id } from '../id.ts';
import { day } from '../time.ts';
import type { Answer, AnsweredCounts } from './answer.ts';
import { call2019 } from './packages/2019-gravide.ts';

type Counts = readonly [number, number, number];
type Row = readonly [code: string, any: Counts, residential: Counts];

const none: Counts = [0, 0, 0];

/** The municipalities that have any: women decided to any treatment, and of them to residential treatment, in 2017, 2018 and 2019. */
const rows: readonly Row[] = [
  // Syddanmark: three municipalities in all three years, one in two, three in one; residential one in each year, three in one year each.
  ['0461', [4, 3, 3], [1, 1, 1]],
  ['0561', [3, 2, 2], [1, 0, 0]],
  ['0630', [2, 1, 1], [0, 0, 1]],
  ['0621', [0, 1, 1], [0, 1, 0]],
  ['0607', [1, 0, 0], none],
  ['0540', [0, 0, 1], none],
  ['0479', [0, 1, 0], none],
  // Nordjylland.
  ['0851', [2, 3, 3], none],
  ['0860', [1, 1, 1], none],
  ['0813', [1, 0, 1], none],
  ['0787', [0, 1, 0], none],
  // Hovedstaden.
  ['0101', [5, 7, 9], [1, 1, 2]],
  ['0147', [1, 1, 2], [0, 1, 0]],
  ['0157', [0, 1, 1], none],
  ['0167', [1, 1, 2], [1, 0, 0]],
  ['0169', [1, 1, 2], [0, 0, 1]],
  ['0217', [1, 1, 2], none],
  ['0219', [0, 1, 1], none],
  ['0250', [0, 0, 1], none],
  ['0400', [1, 1, 1], none],
  // Sjælland.
  ['0265', [1, 2, 2], none],
  ['0316', [1, 1, 2], none],
  ['0330', [1, 2, 2], [0, 1, 0]],
  ['0360', [2, 1, 2], [1, 0, 1]],
  ['0370', [1, 1, 2], none],
  ['0376', [0, 1, 1], none],
  // Midtjylland.
  ['0751', [3, 5, 6], [1, 0, 1]],
  ['0730', [1, 2, 2], [0, 1, 0]],
  ['0740', [1, 1, 1], none],
  ['0615', [1, 1, 2], [0, 0, 1]],
  ['0791', [1, 0, 1], none],
  ['0657', [0, 1, 1], none],
];

/** All answers, in the order of the municipalities. */
export const answers2019: readonly Answer[] = municipalities.map(({ id, region }) => {
  const [, any, residential] = rows.find(([code]) => code === id) ?? [id, none, none];
  const madeUp = (counts: Counts): AnsweredCounts => ({ counts, origin: 'made-up' });
  return {
    call: call2019.id,
    municipality: id,
    counts: {
      any: madeUp(any),
      residential: region === 'nordjylland' ? { counts: residential, origin: 'document' } : madeUp(residential),
    },
    answeredBy: 'Opdigtet kontaktperson',
    answeredOn: day('2020-05-29'),
  };
});

/** The answer of one municipality; `null` when there is none. */
export function answerOf(answers: readonly Answer[], municipality: Id<'municipality'>): Answer | null {
  return answers.find((answer) => answer.municipality === municipality) ?? null;
}
