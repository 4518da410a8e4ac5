import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asId } from '../id.ts';
import { crossings, landmasses, landmassOf, type Point } from './crossings.ts';
import { municipalities, municipality } from './municipalities.ts';
import { locationIn, minutesByCar, municipalityLocation, roundedMinutes } from './travel.ts';

const locationOf = (id: string) => {
  const found = municipality(id);
  if (!found) throw new Error(`${id} is no municipality`);
  return municipalityLocation(found);
};
/** 0.90·d^0.95 minutes over d kilometres, by the spherical law of cosines and not the haversine formula. */
function legMinutes([x, y]: Point, [u, v]: Point): number {
  const radians = Math.PI / 180;
  const cosine =
    Math.sin(y * radians) * Math.sin(v * radians) + Math.cos(y * radians) * Math.cos(v * radians) * Math.cos((u - x) * radians);
  return 0.9 * (6371 * Math.acos(Math.min(1, cosine))) ** 0.95;
}
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

  test('is the quickest of all ways, tried crossing by crossing from any point to any other', () => {
    const anywhere = fc.record({
      landmass: fc.constantFrom(...landmasses),
      point: fc.tuple(fc.double({ min: 8, max: 15, noNaN: true }), fc.double({ min: 54.6, max: 57.7, noNaN: true })),
    });
    fc.assert(
      fc.property(anywhere, anywhere, (from, to) => {
        // The best time to each end of a crossing, made better until nothing gets better.
        const stops = crossings.flatMap(({ between, ends: [one, other] }) => [
          { landmass: between[0], point: one },
          { landmass: between[1], point: other },
        ]);
        const best = stops.map((stop) => (stop.landmass === from.landmass ? legMinutes(from.point, stop.point) : Infinity));
        for (let better = true; better;) {
          better = false;
          for (const [index, stop] of stops.entries())
            for (const [next, other] of stops.entries()) {
              const isCrossing = Math.floor(index / 2) === Math.floor(next / 2);
              const leg = isCrossing ? (crossings[Math.floor(index / 2)]?.minutes ?? Infinity) : Infinity;
              const land = stop.landmass === other.landmass ? legMinutes(stop.point, other.point) : Infinity;
              const time = (best[index] ?? Infinity) + Math.min(leg, land);
              if (time < (best[next] ?? Infinity) - 1e-9) {
                best[next] = time;
                better = true;
              }
            }
        }
        const arrivals = stops.map((stop, index) =>
          stop.landmass === to.landmass ? (best[index] ?? Infinity) + legMinutes(stop.point, to.point) : Infinity,
        );
        const direct = from.landmass === to.landmass ? legMinutes(from.point, to.point) : Infinity;
        expect(minutesByCar(from, to)).toBeCloseTo(9 + Math.min(direct, ...arrivals), 6);
      }),
    );
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
