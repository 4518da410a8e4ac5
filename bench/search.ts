/**
 * The national answer to one search, at the function: the simulated Denmark at a hundred times its size in memory. Time, memory, what a
 * change of one unit costs, and how the time grows with places and stays.
 */
import { chanceOf } from '../src/demo/random.ts';
import { municipalityLocation } from '../src/domain/geography/travel.ts';
import { emptyIndex, type NationalIndex, withUnits } from '../src/domain/placement/national-index.ts';
import {
  inFull,
  lookedForAPage,
  type NationalRequest,
  searchCountry,
  stepsForTheCountry,
} from '../src/domain/placement/national-index-search.ts';
import { rankUnits } from '../src/domain/placement/search.ts';
import { type Moment, moment } from '../src/domain/time.ts';
import { asLoaded, bigCountry, someSearch } from './country/big-country.ts';
import { table } from './table.ts';

const at: Moment = moment('2026-11-25T09:00:00Z');
/** Units that a page shows with their reasons. */
const shown = 20;
const searches = 1000;
const full = { places: 20_000, stays: 200_000 };

function indexOf(candidates: Parameters<typeof asLoaded>[0]): NationalIndex {
  return withUnits(
    emptyIndex(),
    candidates.map((candidate) => ({ id: candidate.unit.id, candidate })),
  );
}

function requests(count: number): readonly NationalRequest[] {
  const chance = chanceOf('searches');
  return Array.from({ length: count }, () => {
    const { needs, nights, home } = someSearch(chance, at);
    return {
      needs,
      nights,
      home: municipalityLocation(home),
      at,
      without: null,
      looked: lookedForAPage,
      steps: stepsForTheCountry,
    };
  });
}

type Times = { readonly median: number; readonly p99: number; readonly slowest: number };

function timesOf(times: readonly number[]): Times {
  const sorted = times.toSorted((one, other) => one - other);
  const at_ = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { median: at_(0.5), p99: at_(0.99), slowest: at_(1) };
}

/** Milliseconds of the processor that a piece of work took, in all threads: the machine may be busy with other things. */
function timed(work: () => unknown): number {
  const began = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

function memory(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

/** The country as a process holds it, and what it was made from, which is let go. */
function built() {
  const { candidates, ...figures } = bigCountry({ seed: 1, ...full, at });
  return { loaded: asLoaded(candidates, at), ...figures };
}

const ms = (value: number): string => value.toFixed(1);
const before = memory();
const { loaded, ...country } = built();
const index = indexOf(loaded);
const first = requests(1)[0];
if (!first) throw new Error('there is nothing to search for');
const compiling = timed(() => searchCountry(index, first));
// The way from each municipality is worked out once: that is paid before the measure, as a process pays it when it starts.
for (const request of requests(400)) searchCountry(index, { ...request, looked: 0, steps: 0 });

const outcomes = new Map<string, number>();
const [byTheClock, atFunction, withReasons]: [number[], number[], number[]] = [[], [], []];
for (const request of requests(searches)) {
  const began = performance.now();
  let found: ReturnType<typeof searchCountry> = [];
  const first = timed(() => (found = searchCountry(index, request)));
  byTheClock.push(performance.now() - began);
  atFunction.push(first);
  withReasons.push(first + timed(() => found.slice(0, shown).map((one) => inFull(index, one, request))));
  for (const { answer } of found) {
    outcomes.set(answer.outcome, (outcomes.get(answer.outcome) ?? 0) + 1);
  }
}
const changes = loaded.slice(0, 200).map((candidate) =>
  timed(() =>
    withUnits(index, [{ id: candidate.unit.id, candidate }])
      .units.get(candidate.unit.id)
      ?.compiledAt(at),
  ),
);
const [one] = requests(1);
const exactly = one ? timed(() => rankUnits(loaded.slice(0, 50), { needs: one.needs, nights: one.nights, home: one.home, at })) : 0;

const held = loaded.reduce((sum, { occupations }) => sum + occupations.length, 0);
table(
  `National search: ${country.places} places in ${loaded.length} units, ${country.stays} stays over five years, ${Math.round(country.occupancy * 100)} % of next year's nights taken; ${searches} random searches; milliseconds of the processor`,
  ['what', 'median ms', 'p99 ms', 'slowest ms', 'aim'],
  [
    ['every unit answered and ranked', timesOf(atFunction), 'p99 under 50'] as const,
    ['the same by the clock, whatever else the machine does', timesOf(byTheClock), 'p99 under 50'] as const,
    [`the same, and the reasons of the ${shown} that are shown`, timesOf(withReasons), ''] as const,
    ['one unit changed and compiled again', timesOf(changes), ''] as const,
  ].map(([what, { median, p99, slowest }, aim]) => [what, ms(median), ms(p99), ms(slowest), aim]),
);
table(
  'What it rests on',
  ['what', 'figure'],
  [
    ['the whole country compiled for the first time', `${ms(compiling)} ms`],
    ['stays that are held (from yesterday on)', String(held)],
    ['memory of the country and its index', `${Math.round(memory() - before)} MB`],
    ['without the index, 50 of the units one by one', `${ms(exactly)} ms`],
    ...[...outcomes].map(([name, count]) => [`answers: ${name}`, `${((100 * count) / (searches * loaded.length)).toFixed(1)} %`]),
  ],
);

const rows: (readonly string[])[] = [];
for (const [places, onAPlace] of [
  [0.25, 1],
  [0.5, 1],
  [1, 1],
  [2, 1],
  [1, 0.25],
  [1, 0.5],
  [1, 2],
] as const) {
  const grown = { places: full.places * places, stays: full.stays * places * onAPlace };
  const some = indexOf(asLoaded(bigCountry({ seed: 2, ...grown, at }).candidates, at));
  const asked = requests(200);
  for (const request of asked) searchCountry(some, { ...request, looked: 0, steps: 0 });
  const times = timesOf(asked.map((request) => timed(() => searchCountry(some, request))));
  rows.push([String(grown.places), String(grown.stays), String(10 * onAPlace), ms(times.median), ms(times.p99)]);
}
table('How it grows', ['places', 'stays', 'stays on a place', 'median ms', 'p99 ms'], rows);
