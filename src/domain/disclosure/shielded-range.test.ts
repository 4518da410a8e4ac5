import { expect, test } from 'vitest';
import { type ShieldedCount, shieldedRange } from './shielded-range.ts';
import { suppressPeriod } from './suppression.ts';

/** What a reader sees of four regions' counts, the largest region first. */
function seen(counts: readonly number[]): { readonly regions: readonly ShieldedCount[]; readonly country: ShieldedCount } {
  const hidden = suppressPeriod({ parts: counts.map((count) => ({ outer: count, inner: count })) });
  return {
    regions: counts.map((count, index) => (hidden.parts[index]?.outer || hidden.parts[index]?.inner ? 'hidden' : count)),
    country: hidden.outerTotal || hidden.innerTotal ? 'hidden' : counts.reduce((sum, count) => sum + count, 0),
  };
}

test('the least and the most of a hidden count are those of all counts that look the same', () => {
  const most = 8;
  const alike = new Map<string, number[]>();
  for (let number = 0; number < (most + 1) ** 4; number += 1) {
    const counts = [0, 1, 2, 3].map((place) => Math.floor(number / (most + 1) ** place) % (most + 1));
    const key = JSON.stringify(seen(counts));
    const totals = alike.get(key) ?? [];
    totals.push(counts.reduce((sum, count) => sum + count, 0));
    alike.set(key, totals);
  }
  let hidden = 0;
  for (const [key, totals] of alike) {
    const { regions, country } = JSON.parse(key) as ReturnType<typeof seen>;
    expect(shieldedRange(regions, country), key).toEqual({ least: Math.min(...totals), most: Math.max(...totals) });
    if (country === 'hidden') hidden += 1;
  }
  expect(hidden).toBeGreaterThan(5);
});
