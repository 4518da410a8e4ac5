import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyQuestion, byTrying } from '../../../test/feasibility-by-trying.ts';
import { needsOf, now, taken, testPlace, testUnit } from '../../../test/provision.ts';
import { asId } from '../id.ts';
import { addDays, danishDay, day, moment } from '../time.ts';
import { comesWithTime, endOf, endsWithTime } from './blocker-end.ts';
import { type Blocker, explain } from './blockers.ts';
import type { Asked } from './board.ts';
import { sheAlone } from './needs.ts';
import { countNights, nightsFrom } from './nights.ts';
import { stepsUpTo } from './puzzle.ts';

const plenty = 50_000_000;
const today = danishDay(now);
const question = { stays: [], needs: needsOf('mother-and-baby'), party: sheAlone, nights: nightsFrom(addDays(today, 1), 5), at: now };
/** Small units, in half of which a place is closed without an end. */
const mostlyShut = fc.tuple(anyQuestion, fc.nat(3), fc.integer({ min: 0, max: 12 })).map(([asked, which, after]): Asked => {
  const closure = { from: addDays(today, after), to: null, reason: 'maling' };
  const shut = (index: number) => (index === which ? [closure] : []);
  const places = asked.unit.places.map((place, index) => ({ ...place, closures: [...place.closures, ...shut(index)] }));
  return { ...asked, unit: { ...asked.unit, places } };
});

const unit = { places: [testPlace('a')] };
const place = testPlace('a');
const nights = { arrival: day('2026-12-01'), departure: day('2026-12-08') };
const rules = { youngest: 18, oldest: 40, womenOnly: true, mostChildren: 1, oldestChild: 5 };
const closed = (to: string | null): Blocker => ({
  kind: 'closed',
  place,
  closure: { from: day('2026-12-01'), to: to === null ? null : day(to), reason: 'gulv' },
});
const staffed = (women: number, to: string | null): Blocker => ({
  kind: 'staffing',
  nights,
  staffing: { from: day('2026-12-01'), to: to === null ? null : day(to), women },
});
const need = (offered: 'nowhere' | 'apart' | 'not-then'): Blocker => ({ kind: 'need', property: 'step-free', offered });
const rule = (name: keyof typeof rules): Blocker => ({ kind: 'admission', rule: name, rules });

const ending: readonly Blocker[] = [
  { kind: 'held', stay: asId<'stay'>('s'), place, nights, until: moment('2026-12-01T10:00:00Z') },
  { kind: 'lead-time', place, openFrom: day('2026-12-05') },
  { kind: 'full', nights, properties: [], joint: false },
  { kind: 'not-open', from: day('2026-12-01'), to: day('2026-12-20') },
  need('not-then'),
  closed('2026-12-20'),
  staffed(2, null),
  staffed(0, '2026-12-20'),
  rule('youngest'),
];
const standing: readonly Blocker[] = [
  { kind: 'not-open', from: day('2026-12-01'), to: null },
  need('nowhere'),
  need('apart'),
  closed(null),
  staffed(0, null),
  rule('oldest'),
  rule('womenOnly'),
  rule('mostChildren'),
  rule('oldestChild'),
];

test('what others leave, what opens on a day and her own age end with time; a competence that is not there and other rules do not', () => {
  expect(ending.map((one) => endsWithTime(one, unit, true))).toEqual(ending.map(() => true));
  expect(standing.map((one) => endsWithTime(one, unit, true))).toEqual(standing.map(() => false));
  // Nights that are full in a unit with no places stay so.
  expect(endsWithTime({ kind: 'full', nights, properties: [], joint: false }, { places: [] }, true)).toBe(false);
});

test('where one thing gone is enough, one that ends is enough; where all must be gone, all must end', () => {
  for (const one of ending)
    for (const other of standing) {
      const of = (gone: 'each' | 'together', blockers: readonly Blocker[]) => endOf({ outcome: 'explained', gone, blockers }, unit, true);
      expect([of('each', [one, other]), of('together', [one, other])]).toEqual(['all', 'some']);
      expect([of('each', [one]), of('together', [one])]).toEqual(['all', 'all']);
      const never = (gone: 'each' | 'together') => endOf({ outcome: 'explained', gone, blockers: [other] }, unit, false);
      expect([never('each'), never('together')]).toEqual(['none', 'none']);
    }
});

test('a competence whose only place is closed without an end does not end, whatever else is free', () => {
  const shut = testPlace('a', ['mother-and-baby'], { closures: [{ from: today, to: null, reason: 'gulv' }] });
  const asked = { ...question, unit: testUnit([shut, testPlace('b')]) };
  const explanation = explain(asked, stepsUpTo(plenty));
  expect(explanation).toMatchObject({ gone: 'each', blockers: [{ kind: 'need', offered: 'not-then' }, { kind: 'closed' }] });
  expect(comesWithTime(asked)).toBe(false);
  expect(explanation.outcome === 'explained' && endOf(explanation, asked.unit, comesWithTime(asked))).toBe('none');
  // With one place more that has it, and that another woman has now, waiting helps although the closure is all that is named.
  const other = { ...asked, unit: testUnit([shut, testPlace('c', ['mother-and-baby'])]), stays: [taken('c', today, addDays(today, 9))] };
  expect(explain(other, stepsUpTo(plenty))).toMatchObject({ outcome: 'explained' });
  expect(comesWithTime(other)).toBe(true);
});

test('waiting helps exactly where trying every later day finds one when all that ends has ended', () => {
  const seen = { all: 0, some: 0, none: 0, shutNeed: 0 };
  fc.assert(
    fc.property(mostlyShut, (asked) => {
      const explanation = explain(asked, stepsUpTo(plenty));
      if (explanation.outcome !== 'explained') return;
      const length = countNights(asked.nights);
      const days = Array.from({ length: 25 }, (_, index) => nightsFrom(addDays(asked.nights.arrival, index), length));
      const comes = comesWithTime(asked);
      expect(comes).toBe(days.some((nights) => byTrying({ ...runOut(asked), nights }) !== null));
      // As things stand: whoever can come on a later day, with the others where they are, is never told that time changes nothing.
      const end = endOf(explanation, asked.unit, comes);
      const isLater = days.slice(1).some((nights) => byTrying({ ...asked, nights }) !== null);
      if (isLater) expect([comes, end === 'none']).toEqual([true, false]);
      // And where she never can, neither nights that are full nor a competence is said to end.
      const said = explanation.blockers.filter(
        (one) => (one.kind === 'need' || one.kind === 'full') && endsWithTime(one, asked.unit, comes),
      );
      if (!comes) expect([end === 'all', said]).toEqual([false, []]);
      if (!comes && explanation.blockers.some((one) => one.kind === 'need' && one.offered === 'not-then')) seen.shutNeed += 1;
      seen[end] += 1;
    }),
    { numRuns: 600 },
  );
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(5);
});

/** What is left of a question when everything that ends has ended, said thing by thing. */
function runOut(asked: Asked): Asked {
  const { unit } = asked;
  const endless = <One extends { readonly to: string | null }>(all: readonly One[]): readonly One[] => all.filter(({ to }) => to === null);
  return {
    ...asked,
    stays: [],
    unit: {
      ...unit,
      closures: endless(unit.closures),
      staffing: endless(unit.staffing),
      places: unit.places.map((place) => ({ ...place, closures: endless(place.closures), flexible: null })),
    },
    party: { ...asked.party, age: asked.party.age !== null && asked.party.age < 18 ? 18 : asked.party.age },
  };
}
