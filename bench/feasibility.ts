/**
 * How many hard questions to a unit of forty places are decided within the steps that a page has, which are counted and not timed: the same
 * questions are decided on every machine. How many of them took no longer than a limit is processor time. The units are crowded: few free nights between
 * 60 to 300 stays, places with mixed properties, stays that need some of them. Her nights are drawn so that no night is full by itself
 * where that can be: those are the questions that a count does not answer.
 */
import { type Chance, chanceOf } from '../src/demo/random.ts';
import { asId } from '../src/domain/id.ts';
import { feasibility, stepsForAPage } from '../src/domain/placement/feasibility.ts';
import { sheAlone } from '../src/domain/placement/needs.ts';
import { type Nights, nightsFrom } from '../src/domain/placement/nights.ts';
import { noAdmissionRules, type Place, type PlaceProperty, type Unit } from '../src/domain/placement/provision.ts';
import type { Situation } from '../src/domain/placement/situation.ts';
import type { StayInUnit } from '../src/domain/placement/stay.ts';
import { addDays, danishDay, day, daysBetween, moment } from '../src/domain/time.ts';
import { table } from './table.ts';

const rounds = Number(process.env['ROUNDS'] ?? 60);
const limits = [50, 500] as const;
const at = moment('2026-11-22T08:00:00Z');
const today = danishDay(at);
const mixed: readonly PlaceProperty[] = ['mother-and-baby', 'shielded', 'partner', 'step-free'];

/** How a family of units is made: nights of a stay and between two, days ahead, her nights, and tenths of properties that are had and needed. */
type Family = {
  readonly name: string;
  readonly stay: readonly [number, number];
  readonly gap: readonly [number, number];
  readonly ahead: number;
  readonly hers: readonly [number, number];
  readonly had: number;
  readonly needed: number;
};

const families: readonly Family[] = [
  { name: '95 %, long stays', stay: [60, 120], gap: [1, 7], ahead: 200, hers: [14, 60], had: 6, needed: 4 },
  { name: '95 %, long stays, alike', stay: [60, 120], gap: [1, 7], ahead: 200, hers: [14, 60], had: 10, needed: 0 },
  { name: '95 %, few properties', stay: [60, 120], gap: [1, 7], ahead: 200, hers: [14, 60], had: 4, needed: 5 },
  { name: '97 %, half a year', stay: [80, 160], gap: [0, 7], ahead: 360, hers: [14, 40], had: 6, needed: 4 },
  { name: '98 %, short gaps', stay: [60, 120], gap: [0, 3], ahead: 200, hers: [7, 30], had: 6, needed: 4 },
  { name: '90 %, short stays', stay: [14, 60], gap: [1, 7], ahead: 200, hers: [14, 60], had: 6, needed: 4 },
];

function crowdedUnit(family: Family, chance: Chance): Situation {
  const some = (of: readonly PlaceProperty[], tenths: number): readonly PlaceProperty[] => of.filter(() => chance.happens(tenths / 10));
  const places = Array.from({ length: 40 }, (_, index) => place(`p${String(index).padStart(2, '0')}`, some(mixed, family.had)));
  const stays = places.flatMap(({ id, properties: has }) => {
    const onPlace: StayInUnit[] = [];
    for (let begins = -chance.whole(1, family.stay[0]); begins < family.ahead;) {
      const nights = nightsFrom(addDays(today, begins), chance.whole(...family.stay));
      const status = begins < 0 ? 'admitted' : 'confirmed';
      const mustHave = begins < 0 ? [] : some(has, family.needed);
      onPlace.push({ stay: asId<'stay'>(`${id}-${begins}`), place: id, nights, status, heldUntil: null, mustHave, movesOn: false });
      begins = daysBetween(today, nights.departure) + chance.whole(...family.gap);
    }
    return onPlace;
  });
  const needs = some(mixed, 3).map((property) => ({ property, why: 'chosen' }) as const);
  const drawn = Array.from({ length: 300 }, () =>
    nightsFrom(addDays(today, chance.whole(5, Math.round(family.ahead / 2))), chance.whole(...family.hers)),
  );
  const nights = drawn.find((one) => hasRoomEachNight(one, stays, places.length)) ?? drawn[0] ?? nightsFrom(today, 1);
  return { unit: unit(places), stays, needs, party: sheAlone, nights, at };
}

/** Milliseconds of processor time: what else the machine does is not counted. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function hasRoomEachNight({ arrival, departure }: Nights, stays: readonly StayInUnit[], places: number): boolean {
  for (let night = arrival; night < departure; night = addDays(night, 1))
    if (stays.filter(({ nights }) => nights.arrival <= night && night < nights.departure).length >= places) return false;
  return true;
}

function place(name: string, properties: readonly PlaceProperty[]): Place {
  return { id: asId<'place'>(name), room: asId<'room'>(name), roomName: name, name, properties, closures: [], flexible: null };
}

function unit(places: readonly Place[]): Unit {
  const open = [{ from: day('2020-01-01'), to: null }];
  const name = 'crowded';
  const ids = { id: asId<'unit'>(name), facility: asId<'facility'>(name) };
  return { ...ids, name, open, closures: [], places, staffing: [], admission: noAdmissionRules, confirmed: null };
}

const rows = families.map((family) => {
  const times: number[] = [];
  const seen = { possible: 0, moved: 0, impossible: 0, known: 0, undecided: 0 };
  let [stays, mostMoves, longest] = [0, 0, 0];
  const knownMoves: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const situation = crowdedUnit(family, chanceOf(`${family.name}/${round}`));
    stays += situation.stays.length;
    const began = processorTime();
    const answer = feasibility(situation, stepsForAPage);
    const took = processorTime() - began;
    if (answer.outcome === 'possible') {
      seen[answer.moves.length + answer.parts.length > 1 ? 'moved' : 'possible'] += 1;
      mostMoves = Math.max(mostMoves, answer.moves.length);
    } else if (answer.outcome === 'not-decided-in-time' && answer.known) {
      seen.known += 1;
      knownMoves.push(answer.known.moves.length);
    } else seen[answer.outcome === 'impossible' ? 'impossible' : 'undecided'] += 1;
    times.push(answer.outcome === 'not-decided-in-time' ? Infinity : took);
    longest = Math.max(longest, took);
  }
  const answered = `${Math.round((100 * (rounds - seen.undecided)) / rounds)} %`;
  const share = (limit: number): string => `${Math.round((100 * times.filter((time) => time <= limit).length) / rounds)} %`;
  const counts = [seen.possible, seen.moved, seen.impossible, seen.known, seen.undecided].map(String);
  return [
    family.name,
    String(Math.round(stays / rounds)),
    ...limits.map(share),
    `${Math.round(longest)} ms`,
    answered,
    `${Math.round((100 * (rounds - seen.undecided - seen.known)) / rounds)} %`,
    ...counts,
    String(mostMoves),
    String(knownMoves.toSorted((one, other) => one - other)[knownMoves.length >> 1] ?? ''),
  ];
});
table(
  `Hard questions to a unit of forty places, ${rounds} of each family`,
  [
    'family',
    'stays',
    ...limits.map((limit) => `wholly within ${limit} ms`),
    'longest',
    'yes or no',
    'fewest proved',
    'yes',
    'yes with moves',
    'no',
    'yes, fewest not known',
    'undecided',
    'most moves',
    'median moves of those',
  ],
  rows,
);
