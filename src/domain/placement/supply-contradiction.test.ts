import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asId } from '../id.ts';
import { noAdmissionRules, placeProperties, type PlaceProperty } from './provision.ts';
import { areAgreedTo, type ContradictionKind, contradictionsAfter, contradictionsIn } from './supply-contradiction.ts';
import type { SupplyPlace } from './supply-state.ts';

const place = (name: string, ...properties: readonly PlaceProperty[]): SupplyPlace => ({
  id: asId<'place'>(name),
  room: asId<'room'>(name),
  name,
  properties,
  flexible: null,
});
type Said = Parameters<typeof contradictionsIn>[0];
const kinds = (said: Said): readonly ContradictionKind[] => contradictionsIn(said).map(({ kind }) => kind);
const women = { ...noAdmissionRules, womenOnly: true };
const none = { ...noAdmissionRules, mostChildren: 0 };
const many = (count: number): readonly SupplyPlace[] => Array.from({ length: count }, (_, index) => place(`Plads ${index}`, 'shielded'));

describe('what a unit says of itself', () => {
  test('contradicts where both are said, and not where one of them is', () => {
    expect(kinds({ places: [place('A', 'partner')], admission: women })).toEqual(['partner-and-women-only']);
    expect(kinds({ places: [place('A', 'partner')], admission: noAdmissionRules })).toEqual([]);
    expect(kinds({ places: [place('A', 'shielded')], admission: women })).toEqual([]);
    expect(kinds({ places: [place('A', 'other-children')], admission: none })).toEqual(['children-and-none']);
    expect(kinds({ places: [place('A', 'other-children')], admission: { ...none, mostChildren: 1 } })).toEqual([]);
    expect(kinds({ places: [], admission: { ...none, oldestChild: 4 } })).toEqual(['child-age-and-none']);
    expect(kinds({ places: [], admission: { ...noAdmissionRules, oldestChild: 4 } })).toEqual([]);
    expect(kinds({ places: many(8), admission: noAdmissionRules })).toEqual([]);
    expect(kinds({ places: many(9), admission: noAdmissionRules })).toEqual(['shielded-and-many']);
    expect(kinds({ places: [place('A', 'accepts-active-use', 'other-children')], admission: noAdmissionRules })).toEqual([
      'use-and-children',
    ]);
    expect(kinds({ places: [place('A', 'accepts-active-use'), place('B', 'other-children')], admission: noAdmissionRules })).toEqual([]);
  });

  test('is asked about where a change makes it so, and not again by a change of something else', () => {
    const before: Said = { places: [place('A', 'partner'), place('B')], admission: women };
    expect(contradictionsAfter({ ...before, admission: noAdmissionRules }, before)).toEqual([
      { kind: 'partner-and-women-only', places: ['A'] },
    ]);
    expect(contradictionsAfter(before, { ...before, admission: { ...women, youngest: 18 } })).toEqual([]);
    expect(contradictionsAfter(before, { ...before, places: [place('A', 'partner'), place('B', 'partner')] })).toHaveLength(1);
    expect(contradictionsAfter(before, { ...before, places: [place('A'), place('B')] })).toEqual([]);
  });

  test('is agreed to by kind and place: one place more is read before it is saved', () => {
    const about = (...places: readonly string[]) => [{ kind: 'partner-and-women-only', places }] as const;
    expect(areAgreedTo(about('A'), about('A', 'B'))).toBe(true);
    expect(areAgreedTo(about('A', 'B'), about('A'))).toBe(false);
    expect(areAgreedTo(about('A'), [{ kind: 'use-and-children', places: ['A'] }])).toBe(false);
    expect(areAgreedTo([{ kind: 'child-age-and-none', places: [] }], [])).toBe(false);
    expect(areAgreedTo([], [])).toBe(true);
  });

  test('never contradicts more by a change that changes nothing, whatever is said', () => {
    const places = fc
      .array(fc.subarray([...placeProperties]), { maxLength: 12 })
      .map((all) => all.map((properties, index) => place(`Plads ${index}`, ...properties)));
    const admission = fc.record({
      youngest: fc.constant(null),
      oldest: fc.constant(null),
      womenOnly: fc.boolean(),
      mostChildren: fc.option(fc.nat(2)),
      oldestChild: fc.option(fc.nat(9)),
    });
    fc.assert(
      fc.property(fc.record({ places, admission }), (said) => {
        expect(contradictionsAfter(said, said)).toEqual([]);
        expect(contradictionsAfter({ places: [], admission: noAdmissionRules }, said)).toEqual(contradictionsIn(said));
      }),
    );
  });
});
