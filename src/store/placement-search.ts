/** All that a page about places is made of, read in one transaction and seen at one moment of the database's clock. */
import type { Id } from '../domain/id.ts';
import { candidatesIn, type NationalIndex } from '../domain/placement/national-index.ts';
import type { QualificationRecord } from '../domain/placement/qualification/summary.ts';
import type { Candidate } from '../domain/placement/search.ts';
import { hasRunOut } from '../domain/placement/stay.ts';
import { addDays, danishDay, type Day, type Moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import type { HerNeeds } from '../domain/placement/her-needs.ts';
import { herFacts } from './her-facts.ts';
import type { HerReach } from './her-reach.ts';
import { asActor, type Database, databaseNow, type Transaction } from './database.ts';
import { type ReadPathway, readPathway } from './pathway.ts';
import type { HeldPlaces } from './placement-index.ts';
import { hasHeld, waitingBeforeIn } from './placement-overtake.ts';
import { loadOccupations, loadUnit, type Provision } from './placement-provision.ts';
import { type ExpectedStay, receptionsOf } from './placement-reception.ts';
import { loadQualifications, noQualification } from './qualification.ts';
import { staysOfPathway, staysOfUnit, type StayWithName } from './placement-stays.ts';
import { telephoneOf } from './placement-telephone.ts';
import { type WaitingAtWork, waitingOf } from './placement-waiting-work.ts';

/** What a search for one woman rests on. */
export type SearchMaterial = {
  readonly her: ReadPathway;
  readonly stays: readonly StayWithName[];
  /** The country's units, compiled. */
  readonly index: NationalIndex;
  /** Her day of birth; null where her CPR number is not known. */
  readonly born: Day | null;
  /** The longest way by her requests. */
  readonly reach: HerReach;
  /** Her needs as her team wrote them; null where nobody has. */
  readonly needs: HerNeeds | null;
  readonly now: Moment;
};

/** What is known of the units that a search shows, and of her beside them. */
export type KnownOfUnits = {
  /** A unit of whose qualification nothing is known is not in it. */
  readonly qualifications: ReadonlyMap<Id<'unit'>, QualificationRecord>;
  /** How many more urgent than she wait for a unit; one that nobody waits for is not in it. */
  readonly before: ReadonlyMap<Id<'unit'>, number>;
  /** How she stands on the waiting list; null where she does not wait. */
  readonly waiting: WaitingAtWork | null;
};

/** What a hold is asked from: her, and how many more urgent than she wait for the unit. */
export type HoldMaterial = {
  readonly material: SearchMaterial;
  /** Whether the form with this key has held a place for her before. */
  readonly hasHeld: boolean;
  readonly before: number;
};

/** Null when there is no such pathway, or the actor takes no part in it. A unit that is not there nobody waits for. */
export function holdMaterial(
  db: Database,
  permit: Permit,
  pathway: Id<'pathway'>,
  places: HeldPlaces,
  { unit, key }: { readonly unit: Id<'unit'>; readonly key: string },
): Promise<HoldMaterial | null> {
  return asActor(db, permit, { kind: 'pathway', id: pathway }, async (tx) => {
    const material = await materialIn(tx, pathway, places);
    if (!material) return null;
    const asked = material.index.units.get(unit)?.candidate;
    const before = asked ? ((await waitingBeforeIn(tx, material.her, [asked], material.now)).get(unit) ?? 0) : 0;
    return { material, hasHeld: await hasHeld(tx, pathway, key), before };
  });
}

/** What units answered, and what is known of those that are shown. */
export type Searched<Answered> = { readonly answered: Answered; readonly known: KnownOfUnits };

/**
 * What a search rests on, searched: `search` says which units are shown, and what is known of those is read in the same transaction. A country
 * has a thousand units, and a page shows twenty. Where `search` says `null` no unit is shown, and nothing more is read. Null when there is no
 * such pathway, or the actor takes no part in it; the country is as new as the transaction.
 */
export function searchedMaterial<Answered extends { readonly shown: readonly Provision[] }>(
  db: Database,
  permit: Permit,
  pathway: Id<'pathway'>,
  places: HeldPlaces,
  search: (material: SearchMaterial) => Answered | null,
): Promise<{ readonly material: SearchMaterial; readonly found: Searched<Answered> | null } | null> {
  return asActor(db, permit, { kind: 'pathway', id: pathway }, async (tx) => {
    const material = await materialIn(tx, pathway, places);
    if (!material) return null;
    const answered = search(material);
    if (!answered) return { material, found: null };
    const units = answered.shown.map(({ unit }) => unit.id);
    const qualifications = await places.qualifications(tx, danishDay(material.now), units);
    const before = await waitingBeforeIn(tx, material.her, answered.shown, material.now);
    const waiting = (await waitingOf(tx, [pathway])).get(pathway) ?? null;
    return { material, found: { answered, known: { qualifications, before, waiting } } };
  });
}

async function materialIn(tx: Transaction, pathway: Id<'pathway'>, places: HeldPlaces): Promise<SearchMaterial | null> {
  const now = await databaseNow(tx);
  const her = await readPathway(tx, pathway);
  if (!her) return null;
  const index = await places.asOf(tx);
  const stays = await staysOfPathway(tx, pathway);
  return { her, stays, index, ...(await herFacts(tx, her)), now };
}

/** A unit as it stands; the stays are those that the actor may see. */
export type UnitMaterial = Candidate & {
  readonly stays: readonly ExpectedStay[];
  readonly qualification: QualificationRecord;
  /** The number to ring the facility on; `null` where it has named none. */
  readonly telephone: string | null;
  readonly now: Moment;
};

/** Days that a stay which is over is still shown in its unit. */
const daysShownAfterwards = 14;

export function unitMaterial(db: Database, permit: Permit, unit: Id<'unit'>): Promise<UnitMaterial | null> {
  return asActor(db, permit, { kind: 'unit', id: unit }, async (tx) => {
    const now = await databaseNow(tx);
    const today = danishDay(now);
    const found = await loadUnit(tx, unit);
    if (!found) return null;
    const stays = await staysOfUnit(tx, unit, addDays(today, -daysShownAfterwards));
    const qualification = (await loadQualifications(tx, today, [unit])).get(unit) ?? noQualification;
    const occupations = await loadOccupations(tx, today, [unit]);
    const telephone = await telephoneOf(tx, found.facility.id);
    return { ...found, occupations, stays: await receptionsOf(tx, permit, stays), qualification, telephone, now };
  });
}

/** The whole country's places, who is coming to the asker's own facility, and the moment they were read. */
export type NationalMaterial = {
  readonly candidates: readonly Candidate[];
  readonly index: NationalIndex;
  readonly coming: readonly ExpectedStay[];
  readonly now: Moment;
};

export function nationalMaterial(db: Database, permit: Permit, places: HeldPlaces): Promise<NationalMaterial> {
  return asActor(db, permit, { kind: 'list', id: null }, async (tx) => {
    const now = await databaseNow(tx);
    const index = await places.asOf(tx);
    const candidates = candidatesIn(index);
    const own = candidates.filter(({ facility }) => facility.id === permit.actor.organisation.facility).map(({ unit }) => unit.id);
    return { candidates, index, coming: await receptionsOf(tx, permit, await comingTo(tx, own, now)), now };
  });
}

/** Those a place is held or confirmed for in some units, the first to arrive first. */
async function comingTo(tx: Transaction, units: readonly Id<'unit'>[], now: Moment): Promise<readonly StayWithName[]> {
  const stays: StayWithName[] = [];
  for (const unit of units) stays.push(...(await staysOfUnit(tx, unit, danishDay(now))));
  return stays
    .filter((stay) => (stay.status === 'held' || stay.status === 'confirmed') && !hasRunOut(stay, now))
    .toSorted((one, other) => (one.nights.arrival < other.nights.arrival ? -1 : 1));
}
