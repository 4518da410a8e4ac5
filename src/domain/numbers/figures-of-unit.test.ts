/** What is counted of one unit, and where a woman who came from another is counted. */
import { expect, test } from 'vitest';
import { day, moment } from '../time.ts';
import type { CountedFact } from './counted-fact.ts';
import { figuresOfUnit, type UnitFigureId, yearsOfUnit } from './figures-of-unit.ts';
import { firstValueSets } from './value-sets.ts';

const at = moment('2026-11-27T11:00:00Z');
let number = 0;

function fact(kind: CountedFact['kind'], happened: string, more: Partial<CountedFact> = {}): CountedFact {
  number += 1;
  return {
    case: 'a',
    number,
    subject: 'a',
    kind,
    happened: day(happened),
    until: null,
    recorded: moment('2026-11-01T11:00:00Z'),
    withdrawn: null,
    municipality: '0851',
    level: 'residential',
    detail: null,
    reason: null,
    unit: 'Huset, Her',
    unitId: 'here',
    minutes: null,
    gestation: null,
    ...more,
  };
}

const elsewhere = { unit: 'Huset, Der', unitId: 'there' };
/** Anna came to another unit after a week, and from there to this one; Bodil came to this one after three weeks, last year. */
const facts = [
  fact('need', '2026-01-05', { unit: null, unitId: null }),
  fact('admitted', '2026-01-12', { ...elsewhere, gestation: 140 }),
  fact('stay', '2026-01-12', { ...elsewhere, until: day('2026-03-01') }),
  fact('admitted', '2026-03-01', { gestation: 188 }),
  fact('stay', '2026-03-01', { until: day('2026-03-31') }),
  fact('need', '2025-12-01', { case: 'b', subject: 'b', unit: null, unitId: null }),
  fact('admitted', '2025-12-22', { case: 'b', subject: 'b', gestation: 210 }),
  fact('stay', '2025-12-22', { case: 'b', subject: 'b', until: day('2026-01-11') }),
  fact('hold-ended', '2026-02-01', { case: 'c', subject: 'c', detail: 'refused', reason: 'staffing' }),
  fact('hold-ended', '2026-02-02', { case: 'c', subject: 'c', detail: 'refused', reason: 'staffing', ...elsewhere }),
  fact('place', '2025-12-02', { case: 'p', subject: 'p', until: day('2026-04-11') }),
];

const figures = figuresOfUnit(facts, {
  unit: 'here',
  name: 'Huset, Her',
  years: [2025, 2026],
  at,
  valueSets: firstValueSets,
  sourceOf: () => 'prøve',
});
const values = (id: UnitFigureId): unknown => (figures.get(id) ?? []).map(({ period, part, value }) => [period, part, value]);

test('counts what happened in the unit and nothing of another, each night in its year', () => {
  expect(values('admissions-by-unit')).toEqual([
    ['2025', 'Huset, Her', 1],
    ['2026', 'Huset, Her', 1],
  ]);
  expect(values('nights-by-unit')).toEqual([
    ['2025', 'Huset, Her', 10],
    ['2026', 'Huset, Her', 10 + 30],
  ]);
  expect(values('place-nights-by-unit')).toEqual([
    ['2025', 'Huset, Her', 30],
    ['2026', 'Huset, Her', 100],
  ]);
  expect(values('occupancy-by-unit')).toEqual([
    ['2025', 'Huset, Her', 33.33],
    ['2026', 'Huset, Her', 40],
  ]);
  expect(values('refusals-by-reason')).toEqual([
    ['2025', 'staffing', 0],
    ['2026', 'staffing', 1],
  ]);
  expect([...figures.values()].flat().every(({ place, asOf }) => place === 'here' && asOf === '2026-11-27')).toBe(true);
});

test('ends the wait where she first came, and takes the week of pregnancy from the day she came here', () => {
  expect(values('median-need-to-admission')).toEqual([
    ['2025', null, 3],
    ['2026', null, 1],
  ]);
  expect(values('median-gestation-at-admission')).toEqual([
    ['2025', null, 30],
    ['2026', null, 26.86],
  ]);
});

test('begins with the first year that anything is known of the unit in, twenty years back at most', () => {
  expect(yearsOfUnit(facts, 'here', 2026)).toEqual([2025, 2026]);
  expect(yearsOfUnit(facts, 'nowhere', 2026)).toEqual([2026, 2026]);
  expect(yearsOfUnit([fact('place', '1990-01-01')], 'here', 2026)).toEqual([2007, 2026]);
});
