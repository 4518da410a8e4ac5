/** The rows that numbers count, drawn from the facts of one pathway: what is true when these facts are all that is known. */
import { createHash } from 'node:crypto';
import type { Point } from '../domain/geography/crossings.ts';
import { municipality as municipalityOf } from '../domain/geography/municipalities.ts';
import { locationIn, minutesByCar, municipalityLocation } from '../domain/geography/travel.ts';
import type { Id } from '../domain/id.ts';
import type { CountedFact } from '../domain/numbers/counted-fact.ts';
import { inForce, type PathwayFact, type RecordedFact } from '../domain/pathway/facts.ts';
import { type DueDate, dueDateInForce, gestationOn, pregnancyDays } from '../domain/pathway/gestation.ts';
import { addDays, type Day, type Moment } from '../domain/time.ts';
import { nobodysUser } from '../domain/trail.ts';

/** The unit that each stay is in: two units may bear the name that stands in the pathway's facts. */
export type StayUnits = ReadonlyMap<Id<'stay'>, Id<'unit'>>;

/** What units are known here. */
export type KnownUnits = {
  readonly ofStay: StayUnits;
  /** Where each unit has stood, in the order of time. */
  readonly places: ReadonlyMap<Id<'unit'>, readonly UnitPlace[]>;
};

/** Where a unit stands from a moment on. What is counted of an earlier one than the first is counted as if it always stood there. */
export type UnitPlace = { readonly since: Moment; readonly municipality: Id<'municipality'>; readonly point: Point };

/** What a row says, without when it was known. */
export type Drawn = Omit<CountedFact, 'case' | 'number' | 'recorded' | 'withdrawn'>;

/** Stands for the woman where she is known, else for the pathway; one cannot be read out of it without knowing the other. */
export function subjectOf(pathway: Id<'pathway'>, person: Id<'person'> | null): string {
  return createHash('sha256')
    .update(person === null ? `pathway ${pathway}` : `person ${person}`)
    .digest('hex')
    .slice(0, 20);
}

/** The rows that are true when these facts are all that is known; `at` is when that was, and units stand where they stood then. */
export function drawnFrom(pathway: Id<'pathway'>, known: readonly RecordedFact[], units: KnownUnits, at: Moment): readonly Drawn[] {
  const facts = inForce(known);
  const referral = facts.find((one): one is RecordedFact & { fact: Referral } => one.fact.type === 'referral-registered');
  if (!referral) return [];
  const identified = known
    .toSorted((a, b) => a.sequence - b.sequence)
    .flatMap(({ fact }) => (fact.type === 'woman-identified' ? [fact.person] : fact.type === 'identity-withdrawn' ? [null] : []))
    .at(-1);
  const subject = subjectOf(pathway, identified === undefined ? referral.fact.person : identified);
  const dueDate = dueDateInForce(
    known
      .toSorted((a, b) => a.sequence - b.sequence)
      .flatMap(({ fact }): readonly DueDate[] => (fact.type === 'due-date-set' ? [fact] : [])),
  );
  const unitNames = new Map<string, string>();
  let acting: string = referral.fact.municipality;
  let offered: string | null = null;
  const rows: Drawn[] = [];
  /** What the list has offered and nobody has taken, and the row of each stay that was held: more time and a yes hold nothing anew. */
  const offers = new Map<Id<'stay'>, string>();
  const holds = new Map<Id<'stay'>, Drawn>();
  const birth = facts.find(({ fact }) => fact.type === 'event' && fact.kind === 'birth')?.happened ?? null;

  const add = (kind: Drawn['kind'], happened: Day, more: Partial<Drawn> = {}, stay: Id<'stay'> | null = null): void => {
    const unit = more.unit ?? null;
    const unitId = (stay === null ? undefined : units.ofStay.get(stay)) ?? null;
    const municipality = more.municipality ?? acting;
    rows.push({
      subject,
      kind,
      happened,
      until: null,
      municipality,
      level: null,
      detail: null,
      reason: null,
      minutes: unitId === null ? null : minutesTo(municipality, placeOf(unitId, units, at)),
      gestation: gestationDays(dueDate, happened, birth),
      ...more,
      unit,
      unitId,
    });
  };

  const hold = (stay: Id<'stay'>, unit: string, happened: Day): void => {
    if (holds.has(stay)) return;
    add('held', happened, { level: 'residential', unit }, stay);
    const row = rows.at(-1);
    if (row) holds.set(stay, row);
  };

  for (const { fact, happened, by } of facts) {
    if ('stay' in fact && 'unitName' in fact) unitNames.set(fact.stay, fact.unitName);
    switch (fact.type) {
      case 'referral-registered':
        acting = fact.municipality;
        add('contact', happened);
        break;
      case 'need-assessed':
        add('need', happened, { level: fact.level });
        break;
      case 'offered':
        offered = fact.level;
        add('offered', happened, { level: fact.level });
        break;
      case 'answered':
        add('answered', happened, { level: offered, detail: fact.answer, reason: fact.reason });
        break;
      case 'care-decided':
        acting = fact.municipality;
        add('decided', happened, { level: fact.level });
        break;
      case 'place-held':
        // An offer of the list is no hold before the team takes it.
        if (by === nobodysUser) offers.set(fact.stay, fact.unitName);
        else hold(fact.stay, fact.unitName, happened);
        break;
      case 'place-confirmed': {
        const offered = offers.get(fact.stay);
        if (offered !== undefined) hold(fact.stay, offered, happened);
        break;
      }
      case 'hold-ended': {
        // The hold itself says how it ended: another of the same woman in the same unit is another.
        const held = holds.get(fact.stay);
        if (held) {
          const ended = { ...held, detail: fact.how, reason: fact.reason ?? null };
          rows[rows.indexOf(held)] = ended;
          holds.set(fact.stay, ended);
        }
        add('hold-ended', happened, { detail: fact.how, reason: fact.reason ?? null, unit: unitNames.get(fact.stay) ?? null }, fact.stay);
        break;
      }
      case 'admitted':
        add('admitted', happened, { level: 'residential', unit: fact.unitName }, fact.stay);
        add('stay', happened, { level: 'residential', unit: fact.unitName, until: leftOn(facts, fact.stay, happened) }, fact.stay);
        break;
      case 'discharged':
        // One who goes on to another unit has not completed her stay.
        if (fact.destination !== 'other-unit')
          add(
            'completed',
            happened,
            { level: 'residential', detail: fact.destination ?? null, unit: unitNames.get(fact.stay) ?? null },
            fact.stay,
          );
        break;
      case 'event':
        if (fact.kind === 'birth') add('birth', happened);
        if (fact.kind === 'treatment-started') add('treatment-registered', happened);
        break;
      case 'pathway-ended':
        add('ended', happened);
        break;
      case 'pathway-reopened': {
        const ended = rows.findLastIndex(({ kind }) => kind === 'ended');
        if (ended >= 0) rows.splice(ended, 1);
        break;
      }
      case 'woman-identified':
      case 'identity-withdrawn':
      case 'due-date-set':
      case 'concern-notified':
      case 'concern-assessed':
      case 'concern-acknowledged':
      case 'treatment-sought':
      case 'party-joined':
      case 'party-left':
      case 'move-answered':
      case 'place-answered':
      case 'list-answered':
      case 'list-left':
      case 'departure-changed':
      case 'leave-begun':
      case 'leave-ended':
      case 'coordinator-named':
      case 'criteria-assessed':
      case 'target-group-judged':
      case 'alternative-arranged':
      case 'contract-offered':
      case 'place-changed':
      case 'event-withdrawn':
      case 'discharge-withdrawn':
      case 'admission-withdrawn':
        break;
    }
  }
  if (dueDate) {
    const from = addDays(dueDate.dueDate, -pregnancyDays);
    const until = birth ?? dueDate.dueDate;
    if (until >= from) add('pregnancy', from, { until, gestation: null });
  }
  return rows;
}

/** What is told between the parties and counted nowhere. */
const uncounted: readonly PathwayFact['type'][] = [
  'concern-notified',
  'concern-assessed',
  'concern-acknowledged',
  'treatment-sought',
  'party-joined',
  'party-left',
  'move-answered',
  'place-answered',
  'list-answered',
  'list-left',
  'departure-changed',
  'leave-begun',
  'leave-ended',
  'coordinator-named',
  'criteria-assessed',
  'target-group-judged',
  'alternative-arranged',
  'contract-offered',
  'place-changed',
];

/** Whether a fact is counted anywhere. */
export function isCounted(fact: PathwayFact): boolean {
  return fact.type === 'event' ? fact.kind === 'birth' || fact.kind === 'treatment-started' : !uncounted.includes(fact.type);
}

type Referral = Extract<PathwayFact, { type: 'referral-registered' }>;

/** The day she left; null while she stays, or where it was recorded before she came. */
function leftOn(facts: readonly RecordedFact[], stay: Id<'stay'>, came: Day): Day | null {
  const left = facts.find(({ fact }) => fact.type === 'discharged' && fact.stay === stay)?.happened;
  return left !== undefined && left >= came ? left : null;
}

/** Null without a term, before the pregnancy and from the day after the birth. */
function gestationDays(dueDate: DueDate | null, on: Day, birth: Day | null): number | null {
  if (dueDate === null || (birth !== null && on > birth)) return null;
  const age = gestationOn(dueDate.dueDate, on);
  return age.outcome === 'pregnant' ? age.weeks * 7 + age.days : null;
}

function placeOf(unit: Id<'unit'>, { places }: KnownUnits, at: Moment): UnitPlace | undefined {
  const stood = places.get(unit);
  return stood?.findLast(({ since }) => since <= at) ?? stood?.[0];
}

function minutesTo(code: string, place: UnitPlace | undefined): number | null {
  const from = municipalityOf(code);
  if (!from || !place) return null;
  let known = travelled.get(place);
  if (!known) travelled.set(place, (known = new Map()));
  let minutes = known.get(code);
  if (minutes === undefined) {
    minutes = Math.round(minutesByCar(municipalityLocation(from), locationIn(place.municipality, place.point)));
    known.set(code, minutes);
  }
  return minutes;
}

/** Every way to a place is worked out once. */
const travelled = new WeakMap<UnitPlace, Map<string, number>>();
