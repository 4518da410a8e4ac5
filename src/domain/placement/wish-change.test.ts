import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asId } from '../id.ts';
import { addDays, day } from '../time.ts';
import { type PlaceProperty, placeProperties } from './provision.ts';
import { asWritten, type ChangeableWish, needsChanges, wishChanges } from './wish-change.ts';

const someDay = fc.constantFrom(day('2026-12-01'), day('2026-12-02'));
const nightsOf = fc.oneof(fc.constant({}), fc.record({ from: someDay }), fc.record({ until: someDay }));

const wishes: fc.Arbitrary<ChangeableWish> = fc.record({
  needs: fc
    .subarray([...placeProperties], { maxLength: 3 })
    .chain((some) => fc.shuffledSubarray(some, { minLength: some.length }))
    .chain((properties) =>
      fc.tuple(...properties.map((property) => nightsOf.map((nights) => ({ property, why: 'chosen' as const, ...nights })))),
    ),
  party: fc.record({
    age: fc.option(fc.integer({ min: 20, max: 22 })),
    partner: fc.option(fc.record({ sex: fc.constantFrom('man' as const, 'woman' as const) })),
    children: fc.array(fc.record({ age: fc.integer({ min: 0, max: 3 }) }), { maxLength: 3 }),
  }),
  earliest: fc.constantFrom(day('2026-12-01'), day('2026-12-02')),
  nights: fc.integer({ min: 1, max: 2 }),
  nightsAfterBirth: fc.constantFrom(null, 0, 56),
  units: fc.shuffledSubarray(['a', 'b', 'c']).map((units) => units.map((unit) => asId<'unit'>(unit))),
  reach: fc.constantFrom(null, 30, 60),
});

/** A wish as a text that does not depend on the order in which needs and children are said. */
const asText = (
  { needs, party, earliest, nights, nightsAfterBirth = null, units, reach }: ChangeableWish,
  stand: readonly PlaceProperty[],
  isByBirth: boolean,
): Readonly<Record<string, string>> => ({
  'need-nights': stand
    .map((property) => JSON.stringify(needs.find((need) => need.property === property) ?? null))
    .toSorted()
    .join(),
  needs: needs
    .map(({ property }) => property)
    .toSorted()
    .join(),
  party: JSON.stringify([party.age, party.partner?.sex ?? '', party.children.map(({ age }) => age).toSorted((one, other) => one - other)]),
  earliest,
  // What follows the birth is told by its end: the day she comes is another matter.
  [isByBirth ? 'length' : 'nights']: nightsAfterBirth === null ? String(nights) : `${nightsAfterBirth} ${addDays(earliest, nights)}`,
  units: units.join(),
  reach: String(reach),
});

describe('what is changed in a wish', () => {
  test('is each thing that differs, with both sides, and nothing else', () => {
    fc.assert(
      fc.property(wishes, wishes, (before, after) => {
        const inBoth = before.needs
          .map(({ property }) => property)
          .filter((property) => after.needs.some((need) => need.property === property));
        const isByBirth = before.nightsAfterBirth !== null || after.nightsAfterBirth !== null;
        const [was, is] = [asText(before, inBoth, isByBirth), asText(after, inBoth, isByBirth)];
        const changes = wishChanges(before, after);
        expect(changes.map(({ what }) => what).toSorted()).toEqual(
          Object.keys(was)
            .filter((what) => was[what] !== is[what])
            .toSorted(),
        );
        // Done the other way it is undone.
        const undone = wishChanges(after, before);
        expect(undone.map(({ before: one, after: other }) => [other, one])).toEqual(
          changes.map(({ before: one, after: other }) => [one, other]),
        );
      }),
    );
  });

  test('is nothing of who comes where it was not kept who came before, and of her age where it is worked out', () => {
    fc.assert(
      fc.property(wishes, wishes, (before, after) => {
        const of = (changes: ReturnType<typeof wishChanges>) => changes.map(({ what }) => what);
        expect(needsChanges(before, after)).toEqual(wishChanges(before, { ...before, needs: after.needs, party: after.party }));
        expect(of(needsChanges({ ...before, party: null }, after))).not.toContain('party');
        expect(of(needsChanges(before, { ...after, party: null }))).not.toContain('party');
        const older = { ...before, party: { ...before.party, age: 31 } };
        const born = day('1995-12-24');
        expect(wishChanges(asWritten(before, born), asWritten(older, born))).toEqual([]);
        expect(of(wishChanges(asWritten(before, null), asWritten(older, null)))).toEqual(['party']);
      }),
    );
  });

  test('is nothing where the same is said in another order, twice, or for another reason', () => {
    fc.assert(
      fc.property(wishes, (wish) => {
        const needs = [...wish.needs.toReversed(), ...wish.needs].map((need) => ({ ...need, why: 'use-continues' as const }));
        const party = { ...wish.party, children: wish.party.children.toReversed() };
        expect(wishChanges(wish, { ...wish, needs, party })).toEqual([]);
      }),
    );
  });
});
