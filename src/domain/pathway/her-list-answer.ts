/**
 * What she says to standing on the waiting list for a place (da: hendes svar på ventelisten), and the longest way she accepts. That she is asked is our
 * own choice, published as `docs/rules/yes-to-list-2026-11.md`; nothing she says, and nothing that is missing, stops anybody from putting her on it.
 */
import { addDays, type Day, day } from '../time.ts';

/** When she is asked about the list and by when, each edition from its own day on. Before the first nobody was asked. */
export const yesToListEditions = [{ edition: 'ja-til-venteliste/2026-11', from: day('2026-11-26'), days: 2 }] as const satisfies readonly {
  readonly edition: string;
  readonly from: Day;
  /** Days from the day it was written that she was not asked, until she is to be. */
  readonly days: number;
}[];

/** The edition by which an answer of this day is kept. */
export function yesToListEdition(today: Day): string {
  return ruleOn(today).edition;
}

/** By when one who was not asked is to be asked, and by which edition. */
export function dueOnList({ on, edition }: Pick<OnList, 'on' | 'edition'>): { readonly day: Day; readonly edition: string } {
  const rule = yesToListEditions.find((one) => one.edition === edition) ?? ruleOn(on);
  return { day: addDays(on, rule.days), edition: rule.edition };
}

function ruleOn(today: Day): (typeof yesToListEditions)[number] {
  const [first] = yesToListEditions;
  return yesToListEditions.findLast(({ from }) => from <= today) ?? first;
}

/** What can be answered. `not-asked`: nobody has asked her, which is somebody's next step. */
export const listAnswers = ['yes', 'no', 'not-asked'] as const;
export type ListAnswer = (typeof listAnswers)[number];

/** Her answer as it stands while she is on the list. */
export type OnList = {
  readonly answer: ListAnswer;
  readonly on: Day;
  /** In minutes by car; `null` where the way does not matter to her, absent where she was not asked about it. */
  readonly longestWay?: number | null;
  /** The edition by which she was asked. Absent where it was written before that was kept. */
  readonly edition?: string;
};

/**
 * The longest way she accepts to a stay that is sought or hers, in minutes by car: as she said it on the list, or had said it when she came, else by
 * the request that it is found by (`reach`), which was all that was kept before she was asked. `null` where none is too long, or nobody knows.
 */
export function longestWayTo(onList: Way | undefined, stay: Way | undefined, reach: number | null): number | null {
  const said = onList?.longestWay === undefined ? stay?.longestWay : onList.longestWay;
  return said === undefined ? reach : said;
}

type Way = { readonly longestWay?: number | null };

/** Whether two answers say the same, whatever day they were given. */
export function isSameOnList(one: Omit<OnList, 'on' | 'edition'> | null, other: Omit<OnList, 'on' | 'edition'> | null): boolean {
  return one?.answer === other?.answer && one?.longestWay === other?.longestWay;
}
