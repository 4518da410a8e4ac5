/** What she wishes on the waiting list: the team asks for a place for her, and changes what is wished while she waits. */
import type { Id } from '../domain/id.ts';
import type { PathwayFact } from '../domain/pathway/facts.ts';
import { isSameOnList, type OnList, yesToListEdition } from '../domain/pathway/her-list-answer.ts';
import { type Need, type Party, sheAlone } from '../domain/placement/needs.ts';
import type { UrgencyFacts } from '../domain/placement/urgency.ts';
import { waitsFrom } from '../domain/placement/back-on-list.ts';
import { missingLines } from '../domain/placement/urgency-log.ts';
import type { RequestStatus } from '../domain/placement/waiting-lifecycle.ts';
import type { Wish } from '../domain/placement/waiting-request.ts';
import { asWritten, type ChangeableWish, type WishChange, wishChanges } from '../domain/placement/wish-change.ts';
import { nightsByBirth } from '../domain/placement/wished-length.ts';
import { danishDay, type Moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database, databaseNow, type Transaction } from './database.ts';
import { readPathway } from './pathway.ts';
import { herBirthInForce, herDayOfBirth } from './placement-birth.ts';
import { telling, tellPathway } from './placement-pathway.ts';
import { readHerNeeds, writeHerNeeds } from './her-needs.ts';
import { wishOf, wishWithNeeds } from './her-needs-rows.ts';
import { patiently } from './placement-retry.ts';
import { staysOfPathway } from './placement-stays.ts';
import { expireHers, type NotDone, type RequestDone, type RequestForm, withRequest } from './placement-waiting-form.ts';
import { crisisCentres, lineRow, urgencyOfPathway } from './placement-waiting-log.ts';
import { offerWhereWaiting } from './placement-waiting-offer.ts';
import { addRequest, nameUnits } from './placement-waiting-ask.ts';
import { activeRequest, authorOf, changeOf, lockPathway, moveRequest } from './placement-waiting-rows.ts';

export type NewRequest = {
  /** The id the request gets if it is made. */
  readonly id: Id<'request'>;
  /** The same key asks once: a form that is sent twice makes one request. */
  readonly key: string;
  readonly pathway: Id<'pathway'>;
  readonly wish: Omit<Wish, 'municipality'>;
  /** What she says to it, as the form asked; null where it did not. */
  readonly said?: SaidOfList | null;
};

/** What she says to the list and to the way. */
export type SaidOfList = Omit<OnList, 'on' | 'edition'>;

export type Asked =
  | { readonly outcome: 'asked'; readonly request: Id<'request'>; readonly status: RequestStatus }
  /** She is on the list already: one request at a time. */
  | { readonly outcome: 'waits-already'; readonly request: Id<'request'> }
  /** She has a place: nothing to wait for. */
  | { readonly outcome: 'has-place' }
  | { readonly outcome: 'ended' }
  /** It is to be to the birth and some nights after, and neither the birth nor the due date is known. */
  | { readonly outcome: 'no-due-date' }
  | NotDone;

/** Puts her on the list, and offers at once what is free where she waits. */
export function askForPlace(db: Database, permit: Permit, { id, key, pathway, wish: asked, said = null }: NewRequest): Promise<Asked> {
  return patiently(() =>
    asActor(db, permit, { kind: 'pathway', id: pathway }, async (tx): Promise<Asked> => {
      const her = await readPathway(tx, pathway);
      if (!her) return { outcome: 'no-such-pathway' };
      if (her.pathway.phase === 'ended') return { outcome: 'ended' };
      const same = await tx
        .selectFrom('placement_request')
        .select(['id', 'status'])
        .where('pathway', '=', pathway)
        .where('request_key', '=', key)
        .executeTakeFirst();
      if (same) return { outcome: 'asked', request: same.id, status: same.status };
      await expireHers(tx, pathway);
      // Whoever holds a place for her or puts her on the list at the same moment is waited for, and seen.
      await lockPathway(tx, pathway);
      const known = await activeRequest(tx, pathway);
      if (known?.request_key === key) return { outcome: 'asked', request: known.id, status: known.status };
      if (known) return { outcome: 'waits-already', request: known.id };
      if ((await staysOfPathway(tx, pathway)).some(({ status }) => ['held', 'confirmed', 'admitted'].includes(status)))
        return { outcome: 'has-place' };
      const wish = await byBirthInForce(tx, pathway, asked);
      if (wish === null) return { outcome: 'no-due-date' };

      const now = await databaseNow(tx);
      const told = urgencyOfPathway(her.pathway, her.facts, await crisisCentres(tx));
      const waitsSince = waitsFrom(await latestOf(tx, pathway), now);
      const urgency: UrgencyFacts = { ...told, askedOn: danishDay(waitsSince), refusals: 0, herNoes: 0 };
      const asker = authorOf(permit.actor);
      await addRequest(tx, { id, pathway, her: her.pathway, wish, urgency, askedAt: waitsSince, asker, key }, now);
      await writeHerNeeds(tx, permit.actor, pathway, wish, now);
      const [first] = missingLines(null, urgency, danishDay(now));
      if (first)
        await tx
          .insertInto('urgency_change')
          .values(lineRow(id, 1, first, now))
          .execute();
      if (said) await tellPathway(tx, pathway, listAnswered(said, now), permit.actor, now);
      await offerWhereWaiting(tx, id, telling);
      const { status } = await tx.selectFrom('placement_request').select('status').where('id', '=', id).executeTakeFirstOrThrow();
      return { outcome: 'asked', request: id, status };
    }),
  );
}

/**
 * A wish with the nights that follow from the birth as it is told now: the form was made before her pathway was locked. `null` where it is to follow a birth
 * and none is known.
 */
async function byBirthInForce(tx: Transaction, pathway: Id<'pathway'>, wish: ChangeableWish): Promise<ChangeableWish | null> {
  if ((wish.nightsAfterBirth ?? null) === null) return wish;
  const birth = await herBirthInForce(tx, pathway);
  return birth === null ? null : { ...wish, nights: nightsByBirth(wish, birth) };
}

/** What she says as a fact, with the edition by which she was asked. */
function listAnswered(said: SaidOfList, now: Moment): Extract<PathwayFact, { readonly type: 'list-answered' }> {
  return { type: 'list-answered', ...said, edition: yesToListEdition(danishDay(now)) };
}

/** Her latest request: how it stands, from when she waited by it, and when the last was written of it. Null when she was never on the list. */
async function latestOf(
  tx: Transaction,
  pathway: Id<'pathway'>,
): Promise<{ readonly status: RequestStatus; readonly askedAt: Moment; readonly left: Moment } | null> {
  const row = await tx
    .selectFrom('placement_request')
    .innerJoin('placement_request_event', 'placement_request_event.request', 'placement_request.id')
    .select(['placement_request.status', 'placement_request.asked_at as askedAt', 'placement_request_event.recorded as left'])
    .where('placement_request.pathway', '=', pathway)
    .orderBy('placement_request_event.recorded', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Changes what is wished while she waits. Her time on the list does not change; units that were not asked for a while are asked again. `said`: what she
 * says to the list, told where it is news; where that is all that is new her wish is as it was, and nobody is asked anew.
 */
export function changeWish(
  db: Database,
  permit: Permit,
  form: RequestForm,
  asked: ChangeableWish,
  said: SaidOfList | null = null,
): Promise<RequestDone> {
  return withRequest(db, permit, form, 'change', async (tx, request, _, now) => {
    const tellSaid = async (): Promise<void> => {
      if (said && !isSameOnList(said, (await readPathway(tx, request.pathway))?.pathway.onList ?? null))
        await tellPathway(tx, request.pathway, listAnswered(said, now), permit.actor, now);
    };
    const wish = await byBirthInForce(tx, request.pathway, asked);
    if (wish === null) return 'no-due-date';
    const born = await herDayOfBirth(tx, request.pathway);
    const change = wishChanges(asWritten(await wishOf(tx, request), born), asWritten(wish, born));
    if (said && change.length === 0) {
      await tellSaid();
      return { outcome: 'done', status: request.status };
    }
    const answer = await moveRequest(tx, request.id, { act: 'change', key: form.key, change }, authorOf(permit.actor), now);
    if (!answer) return 'cannot';
    await tellSaid();
    const { needs, party, earliest, nights, nightsAfterBirth = null, reach } = wish;
    const length = { earliest, nights, nights_after_birth: nightsAfterBirth };
    const next = { wish: request.wish + 1, needs: JSON.stringify(needs), party: JSON.stringify(party), ...length, reach };
    await tx.updateTable('placement_request').set(next).where('id', '=', request.id).execute();
    await nameUnits(tx, request.id, next.wish, wish);
    await writeHerNeeds(tx, permit.actor, form.pathway, wish, now);
    return answer;
  });
}

export type NeedsChanged =
  /** They are hers. `list` says whether she waits by them now, will when she waits again, or is not on the list; `change` what they changed there. */
  { readonly outcome: 'changed'; readonly list: 'now' | 'later' | 'none'; readonly change: readonly WishChange[] } | NotDone;

/**
 * Writes her needs and who comes with her, whether or not she is on the list. One who waits has one set of needs: her wish gets them and keeps the
 * rest as it stands when it is locked, so that nothing a colleague changes at the same moment is lost, and what is free is asked anew. She keeps
 * the time that she has waited. Where it is not said who comes, it is as it was.
 */
export function changeNeeds(
  db: Database,
  permit: Permit,
  { pathway, key }: Pick<RequestForm, 'pathway' | 'key'>,
  { needs, party }: { readonly needs: readonly Need[]; readonly party?: Party },
): Promise<NeedsChanged> {
  return patiently(() =>
    asActor(db, permit, { kind: 'pathway', id: pathway }, async (tx): Promise<NeedsChanged> => {
      if (!(await readPathway(tx, pathway))) return { outcome: 'no-such-pathway' };
      await expireHers(tx, pathway);
      await lockPathway(tx, pathway);
      // The same form sent again has been done, whatever was written since, and is answered alike.
      const done = await changeOf(tx, pathway, key);
      if (done) return { outcome: 'changed', list: 'now', change: done };
      const [request, now] = [await activeRequest(tx, pathway), await databaseNow(tx)];
      const hers = { needs, party: party ?? (await readHerNeeds(tx, pathway))?.party ?? request?.party ?? sheAlone };
      await writeHerNeeds(tx, permit.actor, pathway, hers, now);
      if (request?.status !== 'waiting') return { outcome: 'changed', list: request ? 'later' : 'none', change: [] };
      const wish = await wishOf(tx, request);
      const born = await herDayOfBirth(tx, pathway);
      const inWish = { needs, party: { ...hers.party, age: hers.party.age ?? request.party.age } };
      const change = wishChanges(asWritten(wish, born), asWritten({ ...wish, ...inWish }, born));
      if (change.length === 0) return { outcome: 'changed', list: 'now', change };
      await moveRequest(tx, request.id, { act: 'change', key, change }, authorOf(permit.actor), now);
      await wishWithNeeds(tx, request, { ...inWish, nights: request.nights });
      await offerWhereWaiting(tx, request.id, telling);
      return { outcome: 'changed', list: 'now', change };
    }),
  );
}
