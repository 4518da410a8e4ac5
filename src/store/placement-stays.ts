/** Stays, with the woman's name for those who may see it: row security decides which rows there are. */
import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Id } from '../domain/id.ts';
import type { PlaceAnswer } from '../domain/pathway/her-answer.ts';
import type { AdmissionRecord } from '../domain/placement/undo-admission.ts';
import type { SaidToLeave } from '../domain/placement/undo-leave-earlier.ts';
import type { DischargeRecord } from '../domain/placement/undo-discharge.ts';
import { type RefusalReason, refusalReasons } from '../domain/placement/confirm.ts';
import type { DepartureKept } from '../domain/placement/follow-birth.ts';
import type { Leave } from '../domain/placement/leave.ts';
import type { StayStatus } from '../domain/placement/lifecycle.ts';
import { agreedByDueDate } from '../domain/placement/needs.ts';
import type { StayPart } from '../domain/placement/parts.ts';
import type { PlannedSide } from '../domain/placement/undo-swap.ts';
import type { Stay } from '../domain/placement/stay.ts';
import { leavesNothing, nameTo } from '../domain/placement/unit-sight.ts';
import type { Day, Moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { askedAgain } from './asked-again.ts';
import { asActor, type Database, type Transaction } from './database.ts';
import { rungMunicipality, type RungMunicipality, standingMunicipalityTelephone } from './municipality-telephone.ts';
import { standingTelephone } from './placement-telephone.ts';

/** A stay with what its pages show beside it. */
export type StayWithName = Omit<Stay, 'parts'> & {
  readonly parts: readonly NamedPart[];
  /** What the unit put right afterwards: leaves and planned moves, in the order it was done. */
  readonly putRight: readonly PutRight[];
  /** From which days she has which place because two change, where nothing was arranged for that day since. */
  readonly swaps: readonly PlannedSide[];
  /** The waiting list offered it to her, and nobody has answered: it is answered on her page of the list. */
  readonly isOffer: boolean;
  /** The latest discharge, and how it stood before; `null` for one who has not left or where that was not kept. */
  readonly leftBy: DischargeRecord | null;
  /** The latest admission, and how it stood before; `null` for one who is not there or where that was not kept. */
  readonly cameBy: AdmissionRecord | null;
  /** That her unit wrote that she leaves earlier than those who pay agreed to, where that is the last that was written of the day; else `null`. */
  readonly saidToLeave: SaidToLeave | null;
  /** Nights she is or was away, by the first of them. */
  readonly leaves: readonly Leave[];
  /** The stay in another unit that she is to come from; `null` where she comes from none. */
  readonly transferFrom: Id<'stay'> | null;
  /**
   * The place in another unit that she moves to from here; where it fell away the one that her departure was changed for, and then the latest, one
   * that was given up while it was only held behind the others. `null` for none.
   */
  readonly movesTo: MovesTo | null;
  /** What she is called: her initial alone for the unit of a place that the waiting list offered and nobody of her team has answered for. */
  readonly calledName: string;
  readonly facility: Id<'facility'>;
  readonly unitName: string;
  /** The number to ring the facility on; `null` where it has named none. */
  readonly telephone: string | null;
  /**
   * The municipality to ring about her: the one that pays, before that the one of the party that holds the place for her, and its number; `null` where
   * none is known, and for a unit that a hold leaves nothing with.
   */
  readonly municipality: RungMunicipality | null;
  /** Who holds or held the place for her, and for which party; empty for a unit that a hold leaves nothing with (`leavesNothing`). */
  readonly heldByName: string;
  readonly heldForName: string;
  /** Why the unit said no or the municipality withdrew; `null` for a stay that did not end so. */
  readonly endedBecause: EndedBecause | null;
  /** Whether she has said yes, as it was last asked: when the place was held, and for a move when or after it was confirmed, and when she came. `null` where nobody was asked. */
  readonly herYes: PlaceAnswer | null;
  /** What she said with her yes that the unit is to know, as it was written when the place was confirmed; `null` where nothing was. */
  readonly condition: string | null;
  /** Nights after the birth that the stay is agreed to; `null` where it is to a fixed day. */
  readonly nightsAfterBirth: number | null;
  /** The departure that was kept although the birth is on another day, where it was kept since the last that changed it. */
  readonly kept: DepartureKept | null;
  /** The day her child was born, for her team, and for the unit as long as it expects her or has her. */
  readonly bornOn: Day | null;
  /** The day it is expected, also once it is born; the same readers. */
  readonly dueOn: Day | null;
};

/** A move to another unit, as it is seen from where she lives. */
export type MovesTo = {
  readonly stay: Id<'stay'>;
  readonly unit: Id<'unit'>;
  readonly unitName: string;
  readonly status: StayStatus;
  readonly heldUntil: Moment | null;
  /** The day she moves, and the day she is to leave the new place. */
  readonly arrival: Day;
  readonly departure: Day;
  /** When she was to leave here before the move was confirmed; `null` where that has not been changed by it, or another day was written since. */
  readonly departureBefore: Day | null;
  /** Whether she has said yes to moving there; `null` where nobody was asked. */
  readonly herYes: PlaceAnswer | null;
};

/** A part of a stay with the name of its place. */
export type NamedPart = StayPart & { readonly placeName: string };

const putRightActs = [
  'correct-leave',
  'withdraw-leave',
  'undo-move',
  'undo-swap',
  'undo-discharge',
  'undo-admit',
  'undo-leave-earlier',
] as const;

/** Something that was written and put right: what stood before and why it was changed. */
export type PutRight = {
  readonly act: (typeof putRightActs)[number];
  readonly recorded: Moment;
  readonly byName: string;
  readonly data: { readonly before?: Leave; readonly after?: Leave; readonly from?: Day; readonly toPlace?: string; readonly why: string };
};

/** A reason from the unit's closed list where there is one, and in words: those of a unit to its no only where row security shows them to the asker. */
export type EndedBecause = { readonly reason: RefusalReason | null; readonly text: string };

/** The stays of a pathway that the actor may see, by arrival. */
export async function staysOfPathway(tx: Transaction, pathway: Id<'pathway'>): Promise<readonly StayWithName[]> {
  return (await rowsOfPathway(tx, pathway)).map(named);
}

const rowsOfPathway = askedAgain((tx, pathway: Id<'pathway'>) => namedStays(tx).where('stay.pathway', '=', pathway));

/** The stays of a unit that the actor may see, by arrival: those that end on a day or later, and those who have not left. */
export async function staysOfUnit(tx: Transaction, unit: Id<'unit'>, from: Day): Promise<readonly StayWithName[]> {
  const rows = await namedStays(tx)
    .where('stay.unit', '=', unit)
    .where(({ eb, or }) => or([eb('stay.departure', '>=', from), eb('stay.status', '=', 'admitted')]))
    .execute();
  return rows.map(named);
}

/** The stays that are held, confirmed or begun on the pathways that an organisation takes part in, by arrival. */
export async function staysOfParty(tx: Transaction, organisation: Id<'organisation'>): Promise<readonly StayWithName[]> {
  const rows = await namedStays(tx)
    .where('stay.status', 'in', ['held', 'confirmed', 'admitted'])
    .where('stay.pathway', 'in', (eb) =>
      eb.selectFrom('care_team_member').select('care_team_member.pathway').where('care_team_member.organisation', '=', organisation),
    )
    .execute();
  return rows.map(named);
}

/** One stay; null when there is none that the actor may see. */
export function oneStay(db: Database, permit: Permit, stay: Id<'stay'>): Promise<StayWithName | null> {
  return asActor(db, permit, { kind: 'stay', id: stay }, (tx) => loadStay(tx, stay));
}

export async function loadStay(tx: Transaction, stay: Id<'stay'>): Promise<StayWithName | null> {
  const row = await namedStays(tx).where('stay.id', '=', stay).executeTakeFirst();
  return row ? named(row) : null;
}

type EventData = Readonly<Record<string, unknown>>;

// oxlint-disable-next-line typescript/explicit-function-return-type -- the builder's type says which columns are read
function namedStays(tx: Transaction | Database) {
  return tx
    .selectFrom('stay')
    .innerJoin('unit', 'unit.id', 'stay.unit')
    .innerJoin('facility', 'facility.id', 'unit.facility')
    .selectAll('stay')
    .select(['unit.name as unit_name', 'unit.facility', 'facility.name as facility_name'])
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('stay_part')
          .innerJoin('place', 'place.id', 'stay_part.place')
          .whereRef('stay_part.stay', '=', 'stay.id')
          .select(['stay_part.place', 'stay_part.arrival', 'stay_part.departure', 'place.name as placeName'])
          .orderBy('stay_part.arrival'),
      ).as('parts'),
      jsonArrayFrom(
        eb
          .selectFrom('stay_leave')
          .whereRef('stay_leave.stay', '=', 'stay.id')
          .select(['stay_leave.from_day as from', 'stay_leave.back_day as back', 'stay_leave.reason', 'stay_leave.text'])
          .orderBy('stay_leave.from_day'),
      ).as('leaves'),
      jsonArrayFrom(
        eb
          .selectFrom('stay_event')
          .whereRef('stay_event.stay', '=', 'stay.id')
          .where('stay_event.act', 'in', putRightActs)
          .select([
            sql<PutRight['act']>`stay_event.act`.as('act'),
            sql<Moment>`to_char(stay_event.recorded at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`.as('recorded'),
            'stay_event.by_name as byName',
            sql<PutRight['data']>`stay_event.data`.as('data'),
          ])
          .orderBy('stay_event.sequence'),
      ).as('putRight'),
    ])
    .select(
      sql<
        readonly PlannedSide[]
      >`(select coalesce(jsonb_agg(jsonb_build_object('from', swap.data -> 'from', 'toPlace', swap.data -> 'toPlace')
        order by swap.sequence), '[]') from stay_event as swap
        where swap.stay = stay.id and swap.act = 'swap' and not exists (select from stay_event as later
          where later.stay = swap.stay and later.sequence > swap.sequence and later.act in ('swap', 'undo-swap', 'move', 'undo-move')
            and later.data ->> 'from' = swap.data ->> 'from'))`.as('swaps'),
    )
    .select((eb) =>
      eb
        .selectFrom('stay_event')
        .whereRef('stay_event.stay', '=', 'stay.id')
        .where('stay_event.act', 'in', ['refuse', 'withdraw'])
        .leftJoin('stay_refusal_words', (join) =>
          join.onRef('stay_refusal_words.stay', '=', 'stay_event.stay').onRef('stay_refusal_words.sequence', '=', 'stay_event.sequence'),
        )
        .select(sql<EventData>`stay_event.data || jsonb_strip_nulls(jsonb_build_object('text', stay_refusal_words.words))`.as('data'))
        .orderBy('stay_event.sequence', 'desc')
        .limit(1)
        .as('ended_because'),
    )
    .select(
      sql<boolean>`exists (select from placement_offer where placement_offer.stay = stay.id and placement_offer.status = 'open')`.as(
        'is_offer',
      ),
    )
    .select(
      sql<boolean>`exists (select from placement_offer where placement_offer.stay = stay.id and placement_offer.status <> 'accepted')`.as(
        'was_offered',
      ),
    )
    .select(sql<boolean>`takes_part(stay.pathway) or is_hers(stay.pathway) or is_telling(stay.pathway)`.as('reads_pathway'))
    .select(
      sql<DischargeRecord | null>`(select case when gone.data ? 'before' then jsonb_build_object('before', gone.data -> 'before',
          'recorded', to_char(gone.recorded at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end
        from stay_event as gone where stay.status = 'discharged' and gone.stay = stay.id and gone.act = 'discharge'
        order by gone.sequence desc limit 1)`.as('left_by'),
    )
    .select(
      sql<AdmissionRecord | null>`(select case when came.data ? 'before' then jsonb_build_object('before', came.data -> 'before',
          'after', came.answer -> 'parts', 'recorded', to_char(came.recorded at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end
        from stay_event as came where stay.status = 'admitted' and came.stay = stay.id and came.act = 'admit'
        order by came.sequence desc limit 1)`.as('came_by'),
    )
    .select(
      // The first of those words since those who pay, or the unit itself, last made the day another one.
      sql<SaidToLeave | null>`(select jsonb_build_object('agreed', said.data -> 'from', 'before', said.data -> 'before',
          'nightsAfterBirth', said.data -> 'nightsAfterBirth')
        from stay_event as said where stay.status = 'admitted' and said.stay = stay.id and said.act = 'leave-earlier'
          and not exists (select from stay_event as later where later.stay = said.stay and later.sequence > said.sequence
            and later.act in ('admit', 'change-departure', 'undo-leave-earlier', 'agree-by-birth', 'discharge'))
        order by said.sequence limit 1)`.as('said_to_leave'),
    )
    .select(
      sql<MovesTo | null>`(select jsonb_build_object('stay', next.id, 'unit', next.unit, 'status', next.status,
          'unitName', next_facility.name || ', ' || next_unit.name, 'arrival', next.arrival, 'departure', next.departure,
          'heldUntil', to_char(next.held_until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'herYes', (select asked.data -> 'herYes' ->> 'answer' from stay_event as asked where asked.stay = next.id
            and asked.act in ('hold', 'extend', 'confirm', 'agree-to-move', 'answer-place', 'admit') and asked.data ? 'herYes' order by asked.sequence desc limit 1),
          'departureBefore', (select case when changed.data ->> 'transferTo' = next.id then changed.data ->> 'from' end
            from stay_event as changed where changed.stay = stay.id and changed.act in ('change-departure', 'leave-earlier')
            order by changed.sequence desc limit 1))
        from stay as next join unit as next_unit on next_unit.id = next.unit join facility as next_facility on next_facility.id = next_unit.facility
        where next.transfer_from = stay.id order by next.status not in ('held', 'confirmed', 'admitted', 'discharged'),
          not moved_departure(next.id, stay.id), next.status in ('released', 'expired'), next.recorded desc limit 1)`.as('moves_to'),
    )
    .select(
      sql<string | null>`(select told.data ->> 'condition' from stay_event as told where told.stay = stay.id and told.act = 'confirm'
        order by told.sequence desc limit 1)`.as('condition'),
    )
    .select(
      sql<DepartureKept | null>`(select case when answer.act = 'keep-departure'
          then jsonb_build_object('departure', answer.data -> 'departure', 'birth', answer.data -> 'birth', 'reason', answer.data -> 'reason',
                                  'byName', answer.by_name) end
        from stay_event as answer where answer.stay = stay.id and answer.act in ('keep-departure', 'change-departure', 'leave-earlier')
        order by answer.sequence desc limit 1)`.as('kept'),
    )
    .select(sql<Day | null>`born_on(stay.id)::text`.as('born_on'))
    .select(sql<Day | null>`due_on(stay.id)::text`.as('due_on'))
    .select(standingTelephone(sql.ref('unit.facility')).as('telephone'))
    .select(rungMunicipality.as('rung'))
    .select(standingMunicipalityTelephone(rungMunicipality).as('rung_telephone'))
    .select((eb) =>
      eb
        .selectFrom('stay_event')
        .whereRef('stay_event.stay', '=', 'stay.id')
        .where('stay_event.act', 'in', ['hold', 'extend', 'confirm', 'agree-to-move', 'answer-place', 'admit'])
        .where(sql<boolean>`stay_event.data ? 'herYes'`)
        .select(sql<PlaceAnswer>`stay_event.data -> 'herYes' ->> 'answer'`.as('answer'))
        .orderBy('stay_event.sequence', 'desc')
        .limit(1)
        .as('her_yes'),
    )
    .orderBy('stay.arrival')
    .orderBy('stay.recorded');
}

type NamedRow = Awaited<ReturnType<ReturnType<typeof namedStays>['executeTakeFirstOrThrow']>>;

function named(row: NamedRow): StayWithName {
  const { id, pathway, unit, arrival, departure, status, extensions, leaves, putRight, swaps, legal_basis: legalBasis } = row;
  const isNobodys = leavesNothing({ status, isOffer: row.is_offer, legalBasis }, row.reads_pathway);
  return {
    id,
    pathway,
    unit,
    parts: row.parts.map((part) => ({
      place: part.place,
      placeName: part.placeName,
      nights: { arrival: part.arrival, departure: part.departure },
    })),
    leaves,
    putRight,
    swaps,
    isOffer: row.is_offer,
    leftBy: row.left_by,
    cameBy: row.came_by,
    saidToLeave: row.said_to_leave,
    transferFrom: row.transfer_from,
    movesTo: row.moves_to,
    nights: { arrival, departure },
    status,
    heldUntil: row.held_until,
    extensions,
    needs: isNobodys ? [] : agreedByDueDate(row.needs, { dueOn: row.due_on, bornOn: row.born_on }),
    legalBasis,
    paidBy: row.paid_by,
    calledName: nameTo({ calledName: row.called_name, status, legalBasis, wasOffered: row.was_offered }, row.reads_pathway),
    facility: row.facility,
    unitName: `${row.facility_name}, ${row.unit_name}`,
    telephone: row.telephone,
    municipality: isNobodys || row.rung === null ? null : { id: row.rung, telephone: row.rung_telephone },
    heldByName: isNobodys ? '' : row.held_by_name,
    heldForName: isNobodys ? '' : row.held_for_name,
    endedBecause: row.ended_because && endedBecause(row.ended_because),
    herYes: row.her_yes,
    condition: isNobodys ? null : row.condition,
    nightsAfterBirth: isNobodys ? null : row.nights_after_birth,
    kept: isNobodys ? null : row.kept,
    bornOn: isNobodys ? null : row.born_on,
    dueOn: isNobodys ? null : row.due_on,
  };
}

function endedBecause({ reason, text }: EventData): EndedBecause {
  return { reason: refusalReasons.find((one) => one === reason) ?? null, text: typeof text === 'string' ? text : '' };
}
