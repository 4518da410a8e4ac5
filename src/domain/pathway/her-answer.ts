/**
 * What she says to the place that is found for her (da: hendes svar på pladsen). A residential stay is voluntary, so she is asked when it is confirmed
 * and when she comes, and no answer ever stops what happens: it is written, and what is missing is said until she has answered or it is explained. No
 * law says how her yes is written: it is our own choice, published as `docs/rules/yes-to-place-2026-11-27.md`.
 */
import { type Day, day } from '../time.ts';
import type { AnswerReason } from './facts.ts';
import type { HeldBeforeYesReason } from './her-yes.ts';
import type { PathwayStay } from './state.ts';

/** When her yes to a place is asked, each edition from its own day on. Before the first nobody was asked when a place was confirmed. */
export const yesToPlaceEditions = [
  { edition: 'ja-til-plads/2026-11', from: day('2026-11-26') },
  // Followed it the same day: against her no only with a reason in words.
  { edition: 'ja-til-plads/2026-11-26', from: day('2026-11-26') },
  // Her condition is what is written as one, and a yes from before the place was found is asked again where she comes.
  { edition: 'ja-til-plads/2026-11-27', from: day('2026-11-27') },
] as const satisfies readonly {
  readonly edition: string;
  readonly from: Day;
}[];

/** The edition by which an answer of this day is kept. */
export function yesToPlaceEdition(today: Day): string {
  const [first] = yesToPlaceEditions;
  return (yesToPlaceEditions.findLast(({ from }) => from <= today) ?? first).edition;
}

/** What can be answered. `not-possible`: she cannot be asked, and it is written why; that explains a missing answer, and is no yes. */
export const placeAnswers = ['yes', 'no', 'not-yet', 'not-possible'] as const;
export type PlaceAnswer = (typeof placeAnswers)[number];

/** By which way she was asked (da: hvordan hun er spurgt). */
export const askedWays = ['face-to-face', 'telephone', 'message', 'through-someone'] as const;
export type AskedWay = (typeof askedWays)[number];

/** Who asked her and by which way; the day stands with the fact. */
export type Asked = { readonly by: string; readonly way: AskedWay };

/** Her answer with its reason. A no has her own reason, `not-yet` why nobody has it; both are kept where no facility reads them. */
export type HerAnswer =
  | { readonly answer: 'yes'; readonly asked: Asked }
  | { readonly answer: 'no'; readonly asked: Asked; readonly why: AnswerReason; readonly written: string }
  | { readonly answer: 'not-yet'; readonly why: HeldBeforeYesReason; readonly written: string }
  | { readonly answer: 'not-possible'; readonly why: 'other'; readonly written: string };

/** Her answer as it is told: who may not read the reason is told the answer, and who asked. */
export type ToldAnswer = HerAnswer | { readonly answer: PlaceAnswer; readonly asked?: Asked };

/** The answer without its reason. */
export function withoutWhy(told: ToldAnswer): ToldAnswer {
  return 'asked' in told && told.asked ? { answer: told.answer, asked: told.asked } : { answer: told.answer };
}

/** Whether she is asked about this place where it is confirmed: nobody has her yes to it. One she gave before it was found is no answer to it. */
export function asksOfPlace(stay: Pick<PathwayStay, 'status' | 'saidYes' | 'yesBefore' | 'answered'>): boolean {
  const standing = yesStanding(stay);
  return standing === 'missing' || (standing === 'said' && stay.yesBefore === true);
}

/** How her yes to a stay stands: said, refused, explained why it cannot be had, or missing. */
export type YesStanding = 'said' | 'refused' | 'explained' | 'missing';

/** How her yes to a stay stands; `null` where nobody asks: the stay came to nothing, or she has left. */
export function yesStanding({ status, saidYes, answered }: Pick<PathwayStay, 'status' | 'saidYes' | 'answered'>): YesStanding | null {
  if (status !== 'held' && status !== 'confirmed' && status !== 'admitted') return null;
  if (saidYes === true) return 'said';
  if (answered === 'no') return 'refused';
  return answered === 'not-possible' ? 'explained' : 'missing';
}
