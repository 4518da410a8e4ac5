import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBoundaries } from './boundaries.ts';
import type { Point } from './crossings.ts';
import { municipalities } from './municipalities.ts';
import { drawCountry, project } from './projection.ts';
import { reachOf, reachStep } from './reach.ts';
import { type Location, locationIn, minutesByCar, municipalityLocation } from './travel.ts';

/** A square of a tenth of a degree around a point. */
function square([x, y]: Point): readonly Point[] {
  const half = 0.05;
  return [
    [x - half, y - half],
    [x + half, y - half],
    [x + half, y + half],
    [x - half, y + half],
    [x - half, y - half],
  ];
}

type Feature = { readonly type: 'Feature'; readonly properties: object; readonly geometry: object };
const features: readonly Feature[] = municipalities.map(({ id, point }) => ({
  type: 'Feature',
  properties: { kode: id },
  geometry: { type: 'Polygon', coordinates: [square(point)] },
}));
const collection = (all: readonly unknown[]): string => JSON.stringify({ type: 'FeatureCollection', features: all });

describe('a file of boundaries', () => {
  test('is read from GeoJSON, under each name that files give the code, Christiansø left out', () => {
    const [first, ...others] = features;
    const renamed = ['code', 'KOMKODE', 'kommunekode'].map((name) => ({
      ...first,
      properties: { [name]: name === 'KOMKODE' ? 101 : '0101' },
    }));
    const christiansoe = { ...first, properties: { kode: '0411' } };
    for (const one of renamed) {
      const reading = readBoundaries(collection([one, christiansoe, ...others]));
      expect(reading.outcome === 'read' && reading.boundaries.map(({ municipality }) => municipality)).toEqual(
        municipalities.map(({ id }) => id),
      );
    }
  });

  test.each([
    ['not-json', '', 'not a file'],
    ['not-geojson-or-topojson', '', '[1, 2]'],
    ['not-geojson-or-topojson', 'Feature', '{"type":"Feature"}'],
    ['not-geojson-or-topojson', 'Topology', '{"type":"Topology"}'],
    ['no-code', '1', collection([{ properties: { name: 'Aalborg' }, geometry: features[0]?.geometry }])],
    ['unknown-code', '0999', collection([{ properties: { kode: '0999' }, geometry: features[0]?.geometry }])],
    ['not-an-area', '0101', collection([{ properties: { kode: '0101' }, geometry: { type: 'Point', coordinates: [10, 56] } }])],
    [
      'not-an-area',
      '0101',
      collection([
        {
          properties: { kode: '0101' },
          geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [10, 56],
                [11, 'x'],
                [11, 57],
                [10, 56],
              ],
            ],
          },
        },
      ]),
    ],
    [
      'not-in-denmark',
      '0101',
      collection([
        {
          properties: { kode: '0101' },
          geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [720000, 6170000],
                [1, 1],
                [2, 2],
                [3, 3],
              ],
            ],
          },
        },
      ]),
    ],
    ['missing-municipalities', 'København', collection(features.slice(1))],
  ])('is refused as «%s» (%s)', (problem, detail, text) => {
    expect(readBoundaries(text)).toEqual({ outcome: 'refused', problem, detail });
  });

  test('gives the same from TopoJSON, where lines are shared, walked backwards and counted in steps', () => {
    const [scale, translate] = [0.001, [8, 54] as const];
    const whole = ([x, y]: Point): Point => [Math.round((x - translate[0]) / scale), Math.round((y - translate[1]) / scale)];
    const arcs = municipalities.flatMap(({ point }) => {
      const ring = square(point).map(whole);
      const steps = (line: readonly Point[]): readonly Point[] =>
        line.map(([x, y], index) => [x - (line[index - 1]?.[0] ?? 0), y - (line[index - 1]?.[1] ?? 0)]);
      return [steps(ring.slice(0, 3)), steps(ring.slice(2).toReversed())];
    });
    const geometries = municipalities.map(({ id }, index) => ({
      type: 'Polygon',
      arcs: [[index * 2, ~(index * 2 + 1)]],
      properties: { code: id },
    }));
    const topology = JSON.stringify({
      type: 'Topology',
      transform: { scale: [scale, scale], translate },
      arcs,
      objects: { kommuner: { type: 'GeometryCollection', geometries } },
    });
    const [one, two] = [readBoundaries(topology), readBoundaries(collection(features))];
    if (one.outcome !== 'read' || two.outcome !== 'read') throw new Error('both files are right');
    for (const [index, { rings }] of one.boundaries.entries())
      for (const [corner, [x, y]] of (rings[0] ?? []).entries()) {
        const other = two.boundaries[index]?.rings[0]?.[corner];
        expect(Math.abs(x - (other?.[0] ?? Number.NaN))).toBeLessThanOrEqual(scale);
        expect(Math.abs(y - (other?.[1] ?? Number.NaN))).toBeLessThanOrEqual(scale);
      }
  });
});

describe('the drawing', () => {
  test('keeps distances within half a percent of those on the globe, and east to the right, south below', () => {
    const near = fc.record({ x: fc.double({ min: 8, max: 15.2, noNaN: true }), y: fc.double({ min: 54.5, max: 57.8, noNaN: true }) });
    fc.assert(
      fc.property(near, ({ x, y }) => {
        const [here, east, south] = [project([x, y]), project([x + 0.01, y]), project([x, y - 0.01])];
        const [toEast, toSouth] = [Math.hypot(east[0] - here[0], east[1] - here[1]), Math.hypot(south[0] - here[0], south[1] - here[1])];
        const degree = (0.01 * Math.PI) / 180;
        expect(toEast / (degree * Math.cos((y * Math.PI) / 180))).toBeCloseTo(1, 2);
        expect(toSouth / degree).toBeCloseTo(1, 2);
        expect(east[0]).toBeGreaterThan(here[0]);
        expect(south[1]).toBeGreaterThan(here[1]);
      }),
    );
  });

  test('holds every municipality, with its own point inside its own shape’s box', () => {
    const reading = readBoundaries(collection(features));
    const drawing = drawCountry(reading.outcome === 'read' ? reading.boundaries : [], 400);
    expect(drawing.shapes).toHaveLength(98);
    for (const { point } of municipalities) {
      const [x, y] = drawing.at(point);
      expect(x > 0 && x < drawing.width && y > 0 && y < drawing.height).toBe(true);
    }
  });
});

test('the reach of each municipality is the least over all places, whichever they are', () => {
  const some = fc.subarray([...municipalities], { maxLength: 6 });
  fc.assert(
    fc.property(some, (chosen) => {
      const places = chosen.map(({ id, point }) => {
        const location = locationIn(id, point);
        return { id, location, minutesFrom: (home: Location) => minutesByCar(home, location) };
      });
      const reached = reachOf(places);
      expect(reached.size).toBe(chosen.length === 0 ? 0 : 98);
      for (const municipality of municipalities.filter((_, index) => index % 9 === 0)) {
        const all = places.map(({ location }) => minutesByCar(municipalityLocation(municipality), location));
        if (all.length > 0) expect(reached.get(municipality.id)?.minutes).toBe(Math.min(...all));
      }
    }),
    { numRuns: 20 },
  );
  expect([0, 30, 30.1, 120, 121].map(reachStep)).toEqual([0, 0, 1, 3, 4]);
});

/** Real boundaries, used where they are had: the folder beside the project, or the one that is named. */
const folder = process.env['SAMLOB_REFERENCE'] ?? join(process.cwd(), '..', 'shared', 'reference');
const reference = join(folder, 'geo', 'kommuner98_s5.topojson');
if (existsSync(reference))
  test('the reference file of all 98 is read and drawn, and each municipality’s own town lies near its shape', () => {
    const reading = readBoundaries(readFileSync(reference, 'utf8'));
    if (reading.outcome !== 'read') throw new Error(`${reading.problem} ${reading.detail}`);
    const drawing = drawCountry(reading.boundaries, 500);
    expect(drawing.shapes.filter(({ path }) => path === '')).toEqual([]);
    for (const { id, point } of municipalities) {
      const [x, y] = drawing.at(point);
      const corners = [...(drawing.shapes.find(({ municipality }) => municipality === id)?.path ?? '').matchAll(/([\d.]+) ([\d.]+)/g)];
      const [xs, ys] = [corners.map(([, one]) => Number(one)), corners.map(([, , other]) => Number(other))];
      expect(x > Math.min(...xs) - 3 && x < Math.max(...xs) + 3 && y > Math.min(...ys) - 3 && y < Math.max(...ys) + 3, id).toBe(true);
    }
  });
else console.info(`not registered: «the reference file of all 98 is read» (no ${reference})`);
