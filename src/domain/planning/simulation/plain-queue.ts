/**
 * The quick way for a plain queue: one site of standing places, everyone alike, who do not wait or wait for ever in the order they came.
 * The same digits as `simulateOnce` gives, without a list of women or events.
 */
import type { Compiled } from './compiled.ts';
import { drawOf, personKey, purposes } from './person-draws.ts';
import { siteMeasures, wholeAt, wholeMeasures, yearAt } from './replication-row.ts';
import type { World } from './world.ts';

const site = wholeMeasures.length;
const [arrivals, admitted, turnedAway, stillWaiting, waited, yearsWaited] = (
  ['arrivals', 'admitted', 'turned-away', 'still-waiting', 'waited', 'years-waited'] as const
).map(wholeAt) as [number, number, number, number, number, number];
const [admissions, occupiedYears, openYears] = (['admissions', 'occupied-years', 'open-years'] as const).map(
  (measure) => site + siteMeasures.indexOf(measure),
) as [number, number, number];

/** Whether a scenario is one. */
export function isPlainQueue({ sites, areas, course, patience, accepts, dispersion }: Compiled): boolean {
  const [only] = sites;
  return (
    only !== undefined &&
    sites.length === 1 &&
    areas.reached.length === 1 &&
    areas.minutes[0] === 0 &&
    areas.willing[0] === 1 &&
    course === null &&
    (patience === 'none' || patience === 'endless') &&
    accepts === 1 &&
    dispersion === null &&
    only.refuses === 0 &&
    only.flexible === null &&
    only.steps.length === 1 &&
    only.steps[0]?.at === 0 &&
    (only.steps[0]?.places ?? 0) > 0
  );
}

/** Fills the world's row; `ends` is room for a number for each place. */
export function simulatePlainQueue({ compiled, row, shape }: World, key: number, ends: Float64Array): void {
  row.fill(0);
  ends.fill(0);
  const { rate, years, stay, patience } = compiled;
  const waits = patience === 'endless';
  const places = ends.length;
  let [came, taken, away, delayed, delay, nights, late, at] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let person = 0; rate > 0; person += 1) {
    const chance = personKey(key, person);
    at += -Math.log(drawOf(chance, purposes.gap)) / rate;
    if (at >= years) break;
    came += 1;
    let first = 0;
    let soonest = ends[0] ?? 0;
    for (let place = 1; place < places; place += 1) {
      const end = ends[place] ?? 0;
      if (end < soonest) {
        soonest = end;
        first = place;
      }
    }
    if (soonest > at && !waits) {
      away += 1;
      continue;
    }
    const start = soonest > at ? soonest : at;
    const end = start + stay(drawOf(chance, purposes.stay));
    ends[first] = end;
    if (start > years) {
      late += 1;
      continue;
    }
    taken += 1;
    if (start > at) {
      delayed += 1;
      // Added and taken away in the order of the long way: every digit is the same.
      delay = delay + start - at;
    }
    nights = nights + Math.min(end, years) - start;
    const year = yearAt(shape, 0, Math.min(Math.floor(start), years - 1));
    row[year] = (row[year] ?? 0) + 1;
  }
  row[arrivals] = came;
  row[admitted] = taken;
  row[turnedAway] = away;
  row[stillWaiting] = late;
  row[waited] = delayed;
  row[yearsWaited] = delay;
  row[admissions] = taken;
  row[occupiedYears] = nights;
  row[openYears] = places * years;
}
