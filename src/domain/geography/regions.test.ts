/** Regions by date: five until the end of 2026, four from 2027, and every municipality in exactly one of them. */
import { describe, expect, it } from 'vitest';
import { day } from '../time.ts';
import { municipalities, municipality } from './municipalities.ts';
import { parseRegion, regionIds, regionKey, regionOf, regions, regionsOn } from './regions.ts';

const before = day('2026-12-31');
const after = day('2027-01-01');

function municipalitiesPerRegion(date = before): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const one of municipalities) counts[regionOf(one, date).id] = (counts[regionOf(one, date).id] ?? 0) + 1;
  return counts;
}

describe('municipalities', () => {
  it('are 98, with a code of four digits and a name of their own each', () => {
    expect(municipalities).toHaveLength(98);
    expect(new Set(municipalities.map(({ id }) => id)).size).toBe(98);
    expect(new Set(municipalities.map(({ name }) => name)).size).toBe(98);
    expect(municipalities.filter(({ id }) => !/^0\d{3}$/.test(id))).toEqual([]);
  });

  it('have 5.82 million inhabitants in the first quarter of 2020, Christiansø left out', () => {
    const total = municipalities.reduce((sum, { population }) => sum + population, 0);
    expect(total).toBeGreaterThan(5_822_000);
    expect(total).toBeLessThan(5_822_763);
  });

  it('lie in Denmark', () => {
    for (const { point } of municipalities) {
      const [longitude, latitude] = point;
      expect(longitude > 8 && longitude < 15.3 && latitude > 54.5 && latitude < 57.8).toBe(true);
    }
  });

  it('are found by their code', () => {
    expect(municipality('0851')?.name).toBe('Aalborg');
    expect(municipality('9999')).toBeNull();
  });
});

describe('regions', () => {
  it('are five until the end of 2026, with 29, 17, 22, 19 and 11 municipalities', () => {
    expect(regionsOn(before)).toHaveLength(5);
    expect(municipalitiesPerRegion(before)).toEqual({ hovedstaden: 29, sjaelland: 17, syddanmark: 22, midtjylland: 19, nordjylland: 11 });
  });

  it('are four from 2027, and Østdanmark has 46 municipalities', () => {
    expect(regionsOn(after).map(({ shortName }) => shortName)).toEqual(['Syddanmark', 'Midtjylland', 'Nordjylland', 'Østdanmark']);
    expect(municipalitiesPerRegion(after)).toEqual({ oestdanmark: 46, syddanmark: 22, midtjylland: 19, nordjylland: 11 });
  });

  it('exist on the day they are given for', () => {
    for (const date of [day('2019-11-26'), before, after, day('2030-06-01')]) {
      const existing = regionsOn(date);
      for (const one of municipalities) expect(existing).toContain(regionOf(one, date));
    }
  });

  it('are read by their id and by nothing else', () => {
    for (const id of regionIds) expect([parseRegion(id), regionKey(id), regions[id].id]).toEqual([id, id, id]);
    expect(parseRegion('Syddanmark')).toBeNull();
  });
});
