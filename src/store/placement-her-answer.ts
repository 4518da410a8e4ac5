/** Her answer to the place that is found for her: an event of the stay that says the answer alone, and a fact of her pathway that says who asked. */
import { isDeepStrictEqual } from 'node:util';
import type { Id } from '../domain/id.ts';
import {
  asksOfPlace,
  type HerAnswer,
  type ToldAnswer,
  yesStanding,
  type YesStanding,
  yesToPlaceEdition,
} from '../domain/pathway/her-answer.ts';
import { answerPlace, type PlaceAnswered } from '../domain/placement/her-answer.ts';
import { danishDay, type Day, type Moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import type { Database, Transaction } from './database.ts';
import { readPathway } from './pathway.ts';
import { asking, type NotDone, type StayForm, withStay } from './placement-act.ts';
import { tellPathway, whileTelling } from './placement-pathway.ts';
import { moveStay } from './placement-stay-write.ts';
import type { StayWithName } from './placement-stays.ts';

/** Her answer as a form says it, and the day she was asked. */
export type AnswerGiven = { readonly said: HerAnswer; readonly on: Day };

/** Writes what she says to the place of a stay, whoever of her team asked her. */
export function answerPlaceOf(db: Database, permit: Permit, sent: StayForm, given: AnswerGiven): Promise<PlaceAnswered | NotDone> {
  const form = asking(sent, [given]);
  const manner = { act: 'answer-place', done: 'place-answered', by: 'team' } as const;
  return withStay(db, permit, form, manner, async (tx, before, now): Promise<PlaceAnswered> => {
    const answered = answerPlace(before, permit.actor);
    if (answered.outcome !== 'place-answered') return answered;
    const { status } = before;
    const data = keptOfAnswer(given, now);
    await moveStay(
      tx,
      before,
      {},
      { act: manner.act, status, actor: permit.actor, at: now, data, form: { key: form.key, answer: answered } },
    );
    await tellAnswer(tx, permit, before, given, now);
    return answered;
  });
}

/** What an event keeps of her answer: the answer alone, which her unit may read, and the edition of the rule. */
export function keptOfAnswer(given: AnswerGiven | null, now: Moment): { readonly herYes?: object; readonly edition?: string } {
  return given === null ? {} : { herYes: { answer: given.said.answer }, edition: yesToPlaceEdition(danishDay(now)) };
}

/** Her answer as a fact of her pathway, on the day she was asked. */
export async function tellAnswer(
  tx: Transaction,
  { actor }: Permit,
  { id: stay, pathway, unitName }: StayWithName,
  { said, on }: AnswerGiven,
  now: Moment,
): Promise<void> {
  await tellPathway(tx, pathway, { type: 'place-answered', stay, unitName, said }, actor, now, on);
}

/**
 * What her pathway says of her answer to a stay: how it stands (`null` where nobody asks), whether she is still to be asked about this very place, and
 * what was told of it last, if anything was.
 */
export type KnownAnswer = {
  readonly standing: YesStanding | null;
  readonly asks: boolean;
  readonly told: { readonly said: ToldAnswer; readonly on: Day } | null;
};

/** What is known of her answer to a stay. Read as when something is told: the unit takes no part in the pathway yet. */
export function knownAnswer(tx: Transaction, pathway: Id<'pathway'>, stay: Id<'stay'>): Promise<KnownAnswer> {
  return whileTelling(tx, pathway, async () => {
    const her = await readPathway(tx, pathway);
    const hers = her?.pathway.stays.find(({ id }) => id === stay);
    const told = (her?.facts ?? []).flatMap(({ fact, happened: on }) =>
      fact.type === 'place-answered' && fact.stay === stay ? [{ said: fact.said, on }] : [],
    );
    return { standing: hers ? yesStanding(hers) : null, asks: hers !== undefined && asksOfPlace(hers), told: told.at(-1) ?? null };
  });
}

/** Whether her no is written as it is given: a page that is shown again with it writes it no second time. */
export function standsAlready({ standing, told }: KnownAnswer, { said, on }: AnswerGiven): boolean {
  return said.answer === 'no' && standing === 'refused' && isDeepStrictEqual(told, { said, on });
}
