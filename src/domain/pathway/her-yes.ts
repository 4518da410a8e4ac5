/**
 * Whether she had said yes when a place was held for her (da: hendes ja). A place may be held before she has been asked, because somebody must act
 * first: then it is asked why, and nothing is ever stopped by the answer.
 */
import type { Day } from '../time.ts';
import type { LevelOfCare, WomansAnswer } from './facts.ts';

/** Why a place is held before she has said yes (da: grunde til at holde pladsen alligevel). None of them says anything about her. */
export const heldBeforeYesReasons = [
  'is-being-asked',
  'thinks-it-over',
  'not-reached',
  'place-would-be-lost',
  'must-act-now',
  'other',
] as const;
export type HeldBeforeYesReason = (typeof heldBeforeYesReasons)[number];

/** What was answered when the place was held. `written` is the words beside the reason; empty where none were needed. */
export type HerYes =
  | { readonly answer: 'yes' }
  | { readonly answer: 'not-yet'; readonly why: HeldBeforeYesReason; readonly written: string };

/** Her yes as it is told: who may not read why a place was held before it is told the answer alone. */
export type ToldYes = HerYes | AnswerAlone;
type AnswerAlone = { readonly answer: HerYes['answer'] };

/** The answer without its reason. */
export function answerAlone({ answer }: ToldYes): AnswerAlone {
  return { answer };
}

/** The stays as her yes is read from them. */
type Lived = readonly { readonly status: string; readonly dischargedOn?: Day | null }[];

/** Whether what she said on a day was said of a stay that is over: she has left one since. Said the day she left counts as before it. */
export function saidBeforeLeaving(on: Day, stays: Lived): boolean {
  return stays.some(({ status, dischargedOn }) => status === 'discharged' && (dischargedOn ?? '') >= on);
}

/**
 * Her yes as her pathway has it: she accepted the residential care that was offered last. `null` where it must be asked: also where she lives in a
 * unit, for that she said yes to living there is no yes to moving, and where she has left a stay since.
 */
export function knownYes({
  latestAnswer,
  offeredLevel,
  stays,
}: {
  readonly latestAnswer: { readonly answer: WomansAnswer; readonly on: Day } | null;
  readonly offeredLevel: LevelOfCare | null;
  readonly stays: Lived;
}): HerYes | null {
  if (stays.some(({ status }) => status === 'admitted')) return null;
  if (latestAnswer && saidBeforeLeaving(latestAnswer.on, stays)) return null;
  return latestAnswer?.answer === 'accepted' && offeredLevel === 'residential' ? { answer: 'yes' } : null;
}
