/** Random needs that hold on every night or on some: also before and after what is asked, on no night at all, and on all of them. */
import * as fc from 'fast-check';
import type { Need } from '../src/domain/placement/needs.ts';
import type { PlaceProperty } from '../src/domain/placement/provision.ts';
import { addDays, type Day, danishDay } from '../src/domain/time.ts';
import { now } from './provision.ts';

const someDay = fc.integer({ min: -4, max: 18 }).map((offset) => addDays(danishDay(now), offset));
const nights: fc.Arbitrary<Pick<Need, 'from' | 'until'>> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  { weight: 2, arbitrary: fc.record({ from: someDay }) },
  { weight: 1, arbitrary: fc.record({ until: someDay }) },
  { weight: 1, arbitrary: fc.record({ from: someDay, until: someDay }) },
);

/** Some of these properties as needs. */
export function datedNeeds(properties: readonly PlaceProperty[], most = properties.length): fc.Arbitrary<readonly Need[]> {
  return fc
    .tuple(fc.subarray([...properties], { maxLength: most }), fc.array(nights, { minLength: most, maxLength: most }))
    .map(([some, dates]) => some.map((property, index): Need => ({ property, why: 'chosen', ...dates[index] })));
}

/** Whether a need holds on a night, from the words: from its first day on, and not from its last. */
export function holdsOn({ from, until }: Pick<Need, 'from' | 'until'>, night: Day): boolean {
  return !(from !== undefined && night < from) && !(until !== undefined && night >= until);
}
