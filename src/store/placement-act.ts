/** The one way something is done to a stay: its places are locked, it is read again, the domain decides, and a form that comes again is known. */
import { createHash } from 'node:crypto';
import type { Id } from '../domain/id.ts';
import { canFollow, replacedBy, type StayAct } from '../domain/placement/lifecycle.ts';
import type { Moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database, databaseNow, type Transaction } from './database.ts';
import { isAnswer, type StayAnswer } from './placement-answer.ts';
import { expireHolds } from './placement-expire.ts';
import { tellAlone, telling, tellPathway, whileTelling } from './placement-pathway.ts';
import { lockPlaces, lockUnit, patiently } from './placement-retry.ts';
import { isOfForm } from './placement-stay-write.ts';
import { loadStay, type StayWithName } from './placement-stays.ts';
import { offerUnit } from './placement-waiting-offer.ts';

/** A form about a stay. The same key asks for the same thing: a form that is sent twice does it once, and is answered alike. */
export type StayForm = { readonly stay: Id<'stay'>; readonly key: string };

/** A form together with what it asks for: `asking` makes it. */
export type AskedForm = StayForm & { readonly asks: string };

/**
 * The form with a key that covers what it asks for. A page gives all its forms one key, and a page one goes back to gives the one it had: the same
 * thing asked again is known, and another thing asked under the same key is a form of its own.
 */
export function asking({ stay, key }: StayForm, what: readonly unknown[]): AskedForm {
  const asks = createHash('sha256').update(JSON.stringify(what)).digest('base64url').slice(0, 22);
  return { stay, key: `${key} ${asks}`, asks };
}

/** None that the actor may see, or too many at once. */
export type NotDone = { readonly outcome: 'no-such-stay' } | { readonly outcome: 'busy' };

/**
 * How an act is done: what it is answered when it is done, and by whom. The unit's own acts are for those who act for its facility: taking
 * part in her pathway is not enough. `places`: what is locked beside her own.
 */
export type Manner<Done extends StayAnswer['outcome']> = {
  readonly act: StayAct;
  readonly done: Done;
  readonly by: 'team' | 'unit';
  readonly locks?: 'unit';
  /** What has run out is offered to those who wait when the act is done, and not before it: the act has the first right to it. */
  readonly offers?: 'when-done';
};

type Known<Done extends StayAnswer['outcome']> = Extract<StayAnswer, { readonly outcome: Done }>;

/** Does something to a stay, as `withStayAgain`. The form that comes again is answered as it stands with the stay. */
export function withStay<Done extends StayAnswer['outcome'], Result>(
  db: Database,
  permit: Permit,
  form: AskedForm,
  manner: Manner<Done>,
  work: (tx: Transaction, before: StayWithName, now: Moment) => Promise<Result>,
): Promise<Result | Known<Done> | NotDone> {
  return withStayAgain<Done, Result | Known<Done>>(db, permit, form, manner, work, (_, known) => Promise.resolve(known));
}

/**
 * Does something to a stay. Its places are locked before it is read for the decision, so that all who move it take turns. What this very form
 * has done before is found first, whatever has happened since, and answered by `again`.
 */
export function withStayAgain<Done extends StayAnswer['outcome'], Result>(
  db: Database,
  permit: Permit,
  { stay, key }: AskedForm,
  { act, done, by, locks, offers }: Manner<Done>,
  work: (tx: Transaction, before: StayWithName, now: Moment) => Promise<Result>,
  again: (tx: Transaction, known: Known<Done>) => Promise<Result>,
): Promise<Result | NotDone> {
  return patiently(() =>
    asActor(db, permit, { kind: 'stay', id: stay }, async (tx): Promise<Result | NotDone> => {
      const seen = await loadStay(tx, stay);
      if (!seen || (by === 'unit' && seen.facility !== permit.actor.organisation.facility)) return { outcome: 'no-such-stay' };
      const own = await placesOf(tx, seen);
      if (locks === 'unit') await lockUnit(tx, seen.unit);
      else await lockPlaces(tx, own);
      const known = await answerTo(tx, { stay, key }, act);
      if (known && isAnswer(known, done) && (await stands(tx, { stay, key }, act))) return again(tx, known);
      const now = await databaseNow(tx);
      // Who may be given any place of the unit must find every one of them rid of holds that have run out.
      const places = locks === 'unit' ? [...own, ...(await placesIn(tx, seen.unit))] : own;
      const tell = offers === 'when-done' ? tellAlone : tellPathway;
      await expireHolds(tx, places, seen.pathway, now, tell);
      let before = await loadStay(tx, stay);
      if (before && !before.parts.every(({ place }) => places.includes(place))) {
        // She was given another place while this one was waited for.
        const moved = await placesOf(tx, before);
        await lockPlaces(tx, moved);
        await expireHolds(tx, moved, before.pathway, now, tell);
        before = await loadStay(tx, stay);
      }
      if (!before) return { outcome: 'no-such-stay' };
      const result = await work(tx, before, now);
      if (offers === 'when-done') await offerUnit(tx, before.unit, telling);
      return result;
    }),
  );
}

/** Her places, and those of the stay she is to come from: both change on the day she comes. */
async function placesOf(tx: Transaction, { parts, transferFrom, pathway }: StayWithName): Promise<readonly Id<'place'>[]> {
  const own = parts.map(({ place }) => place);
  if (transferFrom === null) return own;
  return whileTelling(tx, pathway, async () => [...own, ...((await loadStay(tx, transferFrom))?.parts ?? []).map(({ place }) => place)]);
}

async function placesIn(tx: Transaction, unit: Id<'unit'>): Promise<readonly Id<'place'>[]> {
  return (await tx.selectFrom('place').select('id').where('unit', '=', unit).execute()).map(({ id }) => id);
}

/** What this form was answered when it last did this act; null when it has not. */
export async function answerTo(tx: Transaction, form: StayForm, act: StayAct): Promise<StayAnswer | null> {
  return (await lastDone(tx, form, act))?.answer ?? null;
}

/**
 * Whether what a form did still stands: nothing has come after that replaces it. An old page that asks for it once more is else told that it is done
 * while something else is. A stay that has come further is moved by no old form: that was done then, and is answered so.
 */
async function stands(tx: Transaction, form: StayForm, act: StayAct): Promise<boolean> {
  const kinds = replacedBy[act];
  const mine = kinds && (await lastDone(tx, form, act));
  if (!mine) return true;
  const later = await tx
    .selectFrom('stay_event')
    .innerJoin('stay', 'stay.id', 'stay_event.stay')
    .select('stay.status')
    .where('stay_event.stay', '=', form.stay)
    .where('stay_event.act', 'in', kinds)
    .where('stay_event.sequence', '>', mine.sequence)
    .executeTakeFirst();
  return !later || !canFollow(act, later.status);
}

async function lastDone(
  tx: Transaction,
  { stay, key }: StayForm,
  act: StayAct,
): Promise<{ readonly sequence: number; readonly answer: StayAnswer | null } | null> {
  const row = await tx
    .selectFrom('stay_event')
    .select(['sequence', 'answer'])
    .where('stay', '=', stay)
    .where('act', '=', act)
    .where(isOfForm(key))
    .orderBy('sequence', 'desc')
    .executeTakeFirst();
  return row ?? null;
}
