import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { asId } from '../id.ts';
import { landmasses, landmassOf } from './crossings.ts';
import { municipalities, municipality } from './municipalities.ts';
import { locationIn, minutesByCar, municipalityLocation, roundedMinutes } from './travel.ts';

const locationOf = (id: string) => {
  const found = municipality(id);
  if (!found) throw new Error(`${id} is no municipality`);
  return municipalityLocation(found);
};
const between = (from: string, to: string): number => minutesByCar(locationOf(from), locationOf(to));

describe('travel by car', () => {
  test('takes nine minutes to come out and park where the distance is nothing', () => {
    expect(between('0851', '0851')).toBe(9);
  });

  test('goes over the bridges: København to Odense is about two hours, Odense to Aarhus about one and three quarters', () => {
    expect(between('0101', '0461')).toBeGreaterThan(95);
    expect(between('0101', '0461')).toBeLessThan(130);
    expect(between('0461', '0751')).toBeGreaterThan(90);
    expect(between('0461', '0751')).toBeLessThan(125);
  });

  test('reaches every municipality from every landmass', () => {
    for (const from of municipalities) expect(minutesByCar(municipalityLocation(from), locationOf('0400'))).toBeLessThan(660);
    expect(new Set(municipalities.map(({ id }) => landmassOf(id)))).toEqual(new Set(landmasses));
  });

  test('is as long one way as the other', () => {
    for (const { id } of municipalities) expect(between(id, '0825')).toBeCloseTo(between('0825', id), 9);
  });

  test('is told to the nearest five minutes', () => {
    expect([57.4, 57.6, 1].map(roundedMinutes)).toEqual([55, 60, 5]);
  });
});

/** Values worked out apart from this program, used where they are had: the folder beside the project, or the one that is named. */
const folder = process.env['SAMLOB_REFERENCE'] ?? join(process.cwd(), '..', 'shared', 'reference');
const [reference, hospitals] = [join(folder, 'geo', 'travel_minutes_98x22.json'), join(folder, 'geo', 'hospitals.json')];
if (existsSync(reference) && existsSync(hospitals)) {
  type Matrix = { readonly sites: readonly string[]; readonly rows: readonly { readonly code: string; readonly t: readonly number[] }[] };
  type Hospital = { readonly id: string; readonly lon: number; readonly lat: number; readonly region: string };
  const { sites, rows } = JSON.parse(readFileSync(reference, 'utf8')) as Matrix;
  const points = new Map((JSON.parse(readFileSync(hospitals, 'utf8')) as readonly Hospital[]).map((hospital) => [hospital.id, hospital]));
  // A municipality on the landmass of each hospital that does not lie on Sjælland or in Jylland.
  const beside: Readonly<Record<string, string>> = { OUH: '0461', SVE: '0479', NYK: '0376', BOH: '0400', HJO: '0860', THI: '0787' };

  test('travel by car agrees with each of the 2,156 reference times within half a minute', () => {
    expect(rows.length * sites.length).toBe(2156);
    for (const { code, t } of rows)
      for (const [index, site] of sites.entries()) {
        const hospital = points.get(site);
        if (!hospital) throw new Error(`no hospital ${site}`);
        const near = beside[site] ?? (hospital.region === '1084' || hospital.region === '1085' ? '0101' : '0751');
        const to = locationIn(asId<'municipality'>(near), [hospital.lon, hospital.lat]);
        expect(Math.abs(minutesByCar(locationOf(code), to) - (t[index] ?? Number.NaN))).toBeLessThanOrEqual(0.5);
      }
  });
} else console.info(`not registered: «travel by car agrees with the reference times» (no ${reference})`);
