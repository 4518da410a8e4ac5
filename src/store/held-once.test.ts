/** A stay that is held is counted once, by itself, whatever is told of it on the way; an offer of the list is no hold. */
import { expect, test } from 'vitest';
import { testActor } from '../../test/actors.ts';
import { asId, type Id } from '../domain/id.ts';
import { endOfTime } from '../domain/numbers/kept.ts';
import { figureDefinitions } from '../domain/numbers/definitions.ts';
import { evaluate } from '../domain/numbers/evaluate.ts';
import type { PathwayFact, RecordedFact } from '../domain/pathway/facts.ts';
import { type Day, day, moment, startOfDanishDay } from '../domain/time.ts';
import { nobodysUser } from '../domain/trail.ts';
import { sets } from '../../test/random-figures.ts';
import { countedHistory } from './counted-facts.ts';
import type { KnownUnits } from './drawn-rows.ts';
import { recordedBy } from './pathway.ts';

const team = testActor('coordinator');
const [first, second] = [asId<'stay'>('første'), asId<'stay'>('anden')];
const unit = asId<'unit'>('fjord-syd');
const units: KnownUnits = {
  ofStay: new Map([first, second].map((stay) => [stay, unit])),
  places: new Map([[unit, [{ since: moment('2020-01-01T00:00:00Z'), municipality: asId<'municipality'>('0461'), point: [10.38, 55.4] }]]]),
};
const referral: PathwayFact = {
  type: 'referral-registered',
  person: null,
  calledName: 'Opdigtet',
  municipality: asId<'municipality'>('0851'),
  concern: 'opdigtet',
  referrer: 'opdigtet',
};
const held = (stay: Id<'stay'>): PathwayFact => ({
  type: 'place-held',
  stay,
  unitName: 'Fjord, Syd',
  placeName: 'Plads 1',
  arrival: day('2026-04-01'),
  departure: day('2026-05-01'),
  until: moment('2026-03-31T12:00:00Z'),
});
const confirmed = (stay: Id<'stay'>): PathwayFact => ({
  type: 'place-confirmed',
  stay,
  legalBasis: 'BL-32-1-6',
  paidBy: asId<'municipality'>('0851'),
});
const refused = (stay: Id<'stay'>): PathwayFact => ({ type: 'hold-ended', stay, how: 'refused', reason: 'staffing' });
const released = (stay: Id<'stay'>): PathwayFact => ({ type: 'hold-ended', stay, how: 'released' });

type Told = readonly [when: string, fact: PathwayFact, by?: Id<'user'>];

/** Of what is told in turn, in March 2026: how many holds there are, and how many of them were refused. */
function counted(...told: readonly Told[]): readonly [held: number, refused: number] {
  const at = (written: string): Day => day(`2026-03-${written}`);
  const facts = ([['01', referral], ...told] as readonly Told[]).map(([when, fact, by], index): RecordedFact => ({
    sequence: index + 1,
    fact,
    ...recordedBy({ actor: team, at: startOfDanishDay(at(when)) }, at(when)),
    ...(by === undefined ? {} : { by }),
  }));
  const rows = countedHistory(asId<'pathway'>('forløb'), facts, units);
  const definition = figureDefinitions.find(({ id }) => id === 'holds-refused');
  if (!definition) throw new Error('the definition is not there');
  const [sum] = evaluate(definition, rows, { years: [2026, 2026], at: endOfTime, valueSets: sets });
  return [sum?.cases ?? 0, sum?.total ?? 0];
}

test('a hold that is given more time, twice, is one', () => {
  expect(counted(['02', held(first)], ['03', held(first)], ['04', held(first)])).toEqual([1, 0]);
  expect(counted(['02', held(first)], ['03', held(first)], ['04', refused(first)])).toEqual([1, 1]);
});

test('a refusal is of the stay that it ended, and of no other of hers in the same unit', () => {
  expect(counted(['02', held(first)], ['02', refused(first)], ['10', held(second)], ['11', confirmed(second)])).toEqual([2, 1]);
  expect(counted(['02', held(first)], ['03', held(second)], ['04', refused(second)], ['05', confirmed(first)])).toEqual([2, 1]);
  expect(counted(['02', held(first)], ['03', released(first)])).toEqual([1, 0]);
});

test('an offer of the list is held when the team takes it, and one that runs out never was', () => {
  expect(counted(['02', held(first), nobodysUser])).toEqual([0, 0]);
  expect(counted(['02', held(first), nobodysUser], ['03', refused(first)])).toEqual([0, 0]);
  expect(counted(['02', held(first), nobodysUser], ['03', held(first)])).toEqual([1, 0]);
  expect(counted(['02', held(first), nobodysUser], ['03', held(first)], ['04', refused(first)])).toEqual([1, 1]);
  expect(counted(['02', held(first), nobodysUser], ['03', confirmed(first)])).toEqual([1, 0]);
});
