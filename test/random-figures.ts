/** Random counted facts and random definitions, for what holds whatever is counted and however. */
import fc from 'fast-check';
import type { CountedFact, CountedKind } from '../src/domain/numbers/counted-fact.ts';
import type { Bound, FigureDefinition, Link, Match, Measure, ValueSets } from '../src/domain/numbers/figure-definition.ts';
import { addDays, addMinutes, day, type Moment, moment } from '../src/domain/time.ts';

export const sets: ValueSets = {
  'substance-in-pregnancy': { edition: 1, codes: ['DO355'] },
  'postpartum-substance': { edition: 1, codes: ['DZ392'] },
  'prenatal-exposure': { edition: 1, codes: ['DP044', 'DO355'] },
};

/** The kinds that random facts and definitions are of. */
const kinds: readonly CountedKind[] = ['pregnancy', 'need', 'decided', 'admitted', 'stay', 'code', 'child-code', 'place'];
const details = ['accepted', 'DO355', 'DZ392', 'DP044', null] as const;
export const years = [2018, 2021] as const;

const dayIn = fc.integer({ min: -40, max: 1500 }).map((days) => addDays(day('2018-01-01'), days));
const factFor = fc.record({
  caseOf: fc.constantFrom('a', 'B', 'æ'),
  subject: fc.constantFrom('x', 'y'),
  kind: fc.constantFrom(...kinds),
  happened: dayIn,
  lasts: fc.option(fc.integer({ min: 0, max: 500 })),
  recorded: fc.integer({ min: 0, max: 9 }),
  known: fc.option(fc.integer({ min: 0, max: 5 }), { freq: 1 }),
  municipality: fc.constantFrom('0851', '0101', ''),
  level: fc.constantFrom('residential', 'outpatient', null),
  detail: fc.constantFrom(...details),
  reason: fc.constantFrom('home', 'child', null),
  unit: fc.constantFrom('Fjord, Syd', 'Fjord, Nord', null),
  unitId: fc.constantFrom('u1', 'u2', null),
  minutes: fc.option(fc.integer({ min: 0, max: 150 })),
  gestation: fc.option(fc.integer({ min: 0, max: 300 })),
});

const start = moment('2022-01-01T12:00:00Z');
export const minute = (number: number): Moment => addMinutes(start, number);

export const factsFor = fc.array(factFor, { minLength: 12, maxLength: 40, size: 'max' }).map((all) =>
  all.map(({ caseOf, lasts, recorded, known, ...same }, index): CountedFact => ({
    ...same,
    case: caseOf,
    number: index + 1,
    until: lasts === null ? null : addDays(same.happened, lasts),
    recorded: minute(recorded),
    withdrawn: known === null ? null : minute(recorded + known),
  })),
);

const narrowFor: fc.Arbitrary<Match> = fc.record(
  {
    kind: fc.constantFrom(...kinds),
    level: fc.constantFrom('residential', 'outpatient'),
    detail: fc.subarray(['accepted', 'DO355']),
    reason: fc.subarray(['home', 'child']),
    codes: fc.constantFrom('substance-in-pregnancy' as const, 'prenatal-exposure' as const),
  },
  { requiredKeys: ['kind'] },
);
const matchFor = fc.oneof({ weight: 2, arbitrary: fc.record({ kind: fc.constantFrom(...kinds) }) }, { weight: 1, arbitrary: narrowFor });
const boundFor: fc.Arbitrary<Bound> = fc.oneof(
  fc.record({ of: fc.constantFrom('happened' as const, 'until' as const), plusDays: fc.integer({ min: -400, max: 400 }) }),
  fc.record({
    of: fc.constant('year' as const),
    plusYears: fc.integer({ min: -1, max: 1 }),
    monthDay: fc.constantFrom('01-01', '10-31', '12-31'),
  }),
);
const same = fc.constantFrom('case' as const, 'subject' as const);
const linkFor: fc.Arbitrary<Link> = fc.record(
  { match: matchFor, same, from: fc.option(boundFor, { freq: 1 }), to: fc.option(boundFor, { freq: 1 }), untilAtMost: boundFor },
  { requiredKeys: ['match', 'same', 'from', 'to'] },
);
const measureFor: fc.Arbitrary<Measure> = fc.oneof(
  fc.constant({ kind: 'count' } as const),
  fc.constant({ kind: 'nights' } as const),
  fc.record({
    kind: fc.constant('mean' as const),
    of: fc.constantFrom('minutes' as const, 'gestation' as const),
    divideBy: fc.constant(7),
  }),
  fc.record({ kind: fc.constant('mean-days-to' as const), match: matchFor, same }),
  fc.record({ kind: fc.constant('median-days-to' as const), match: matchFor, same, divideBy: fc.constant(7) }),
  fc.record({
    kind: fc.constant('median' as const),
    of: fc.constantFrom('minutes' as const, 'gestation' as const),
    divideBy: fc.constant(1),
  }),
  fc.record({ kind: fc.constant('filled' as const), match: matchFor }),
  fc.record({
    kind: fc.constant('share-with' as const),
    match: matchFor,
    same: fc.constantFrom('case' as const, 'subject' as const, 'fact' as const),
    sameUnit: fc.boolean(),
  }),
);
export const definitionFor: fc.Arbitrary<FigureDefinition> = fc.record({
  id: fc.constant('random'),
  edition: fc.constant('1'),
  text: fc.constant(''),
  title: fc.constant(''),
  theme: fc.constant('municipal' as const),
  from: fc.constant(day('2020-01-01')),
  origin: fc.constant(''),
  counts: fc.constantFrom('woman' as const, 'pathway' as const, 'fact' as const),
  event: matchFor,
  period: fc.constantFrom('happens' as const, 'lasts' as const),
  withAny: fc.array(linkFor, { maxLength: 2 }),
  without: fc.array(linkFor, { maxLength: 1 }),
  measure: measureFor,
  splitBy: fc.constantFrom(null, 'reason' as const, 'detail' as const, 'unit' as const, 'travel' as const),
});
