import { expect, test } from 'vitest';
import { asId } from '../../domain/id.ts';
import { sheAlone } from '../../domain/placement/needs.ts';
import { placeProperties } from '../../domain/placement/provision.ts';
import type { WishChange } from '../../domain/placement/wish-change.ts';
import { day } from '../../domain/time.ts';
import { longestNotice, sentLength } from '../notice-cookie.ts';
import { longestChanges } from './changed-receipt.ts';
import { changesText, changesTextWithin } from './wish-change-words.ts';

const units = Array.from({ length: 24 }, (_, index) => asId<'unit'>(`Familiehuset ved Åen (opdigtet), afdeling ${index}`));
const everything: readonly WishChange[] = [
  { what: 'needs', before: [], after: placeProperties },
  {
    what: 'need-nights',
    before: [{ property: 'mother-and-baby', from: day('2027-02-09') }],
    after: [{ property: 'mother-and-baby', from: day('2027-02-16') }],
  },
  { what: 'party', before: sheAlone, after: { age: 27, partner: { sex: 'man' }, children: [{ age: 2 }] } },
  { what: 'earliest', before: day('2026-12-01'), after: day('2026-12-09') },
  { what: 'nights', before: 60, after: 90 },
  { what: 'units', before: units, after: units.toReversed() },
  { what: 'reach', before: null, after: 60 },
];
const named = (unit: string): string => unit;

test('a receipt of all that can be changed is longer than a cookie, so what has no room is counted and the rest told', () => {
  expect(sentLength(changesText(everything, named, 'da'))).toBeGreaterThan(longestNotice);
  const text = changesTextWithin(everything, named, longestChanges, 'da');
  expect(sentLength(text)).toBeLessThan(longestChanges + 200);
  expect(text).toContain('Antal nætter: 60 → 90');
  expect(text).toMatch(/, og én anden rettelse: se historikken på ventelisten$/);
  expect(text).not.toContain('afdeling 7');
});

test('is told whole where there is room, and counted alone where nothing has', () => {
  const [few, one] = [everything.slice(3, 5), everything.slice(5, 6)];
  expect(changesTextWithin(few, named, longestChanges, 'da')).toBe(changesText(few, named, 'da'));
  expect(changesTextWithin(one, named, longestChanges, 'da')).toBe('Én rettelse: se historikken på ventelisten');
  expect(changesTextWithin(everything, named, 0, 'en')).toBe('7 changes: see the history on the waiting list');
});
