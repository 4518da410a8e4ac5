import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { needsDifference, proposedSince } from './her-needs.ts';
import type { Need } from './needs.ts';
import { placeProperties } from './provision.ts';

const someNeeds = fc.array(
  fc.record({ property: fc.constantFrom(...placeProperties), why: fc.constantFrom<Need['why']>('chosen', 'stay-passes-birth') }),
  { maxLength: 12 },
);

describe('a search beside what is written as hers', () => {
  test('differs by what one of them has and the other has not, each once', () => {
    fc.assert(
      fc.property(someNeeds, someNeeds, (asked, hers) => {
        const difference = needsDifference(asked, hers) ?? { besides: [], without: [] };
        for (const property of placeProperties) {
          const [isAsked, isHers] = [asked, hers].map((needs) => needs.some((need) => need.property === property));
          expect(difference.besides.filter((one) => one === property).length).toBe(isAsked === true && isHers === false ? 1 : 0);
          expect(difference.without.filter((one) => one === property).length).toBe(isAsked === false && isHers === true ? 1 : 0);
        }
        expect(proposedSince(asked, hers)).toEqual(difference.besides);
      }),
    );
  });

  test('is the same in another order and for other reasons', () => {
    fc.assert(
      fc.property(someNeeds, (needs) => {
        expect(
          needsDifference(
            needs.toReversed(),
            needs.map((need): Need => ({ ...need, why: 'chosen' })),
          ),
        ).toBeNull();
      }),
    );
  });
});
