/**
 * From longitude and latitude to a drawing: the transverse Mercator projection on a sphere around the meridian 10.5° E, which keeps shapes.
 * Over Denmark its scale is the same within half a percent, Bornholm included.
 */
import type { Boundary } from './boundaries.ts';
import type { Point } from './crossings.ts';
import type { Id } from '../id.ts';

const meridian = 10.5;
const radians = Math.PI / 180;

/** A point in the plane, in radii of the earth: x to the east, y to the south as drawings have it. */
export function project([longitude, latitude]: Point): readonly [x: number, y: number] {
  const [lambda, phi] = [(longitude - meridian) * radians, latitude * radians];
  return [Math.atanh(Math.cos(phi) * Math.sin(lambda)), -Math.atan2(Math.tan(phi), Math.cos(lambda))];
}

/** The country as it is drawn: a path in SVG's own language for each municipality, and where a point falls in the same drawing. */
export type CountryDrawing = {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly { readonly municipality: Id<'municipality'>; readonly path: string }[];
  readonly at: (point: Point) => readonly [x: number, y: number];
};

/** Corners nearer each other than this in the drawing are left out: nobody sees them, and official files have millions. */
const smallest = 0.4;

/** Draws the boundaries so many units wide, with all of them inside. */
export function drawCountry(boundaries: readonly Boundary[], width: number): CountryDrawing {
  let [west, east, north, south] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { rings } of boundaries)
    for (const ring of rings)
      for (const point of ring) {
        const [x, y] = project(point);
        [west, east, north, south] = [Math.min(west, x), Math.max(east, x), Math.min(north, y), Math.max(south, y)];
      }
  const scale = width / Math.max(east - west, Number.EPSILON);
  const at = (point: Point): readonly [number, number] => {
    const [x, y] = project(point);
    return [(x - west) * scale, (y - north) * scale];
  };
  const shapes = boundaries.map(({ municipality, rings }) => ({ municipality, path: rings.map((ring) => pathOf(ring.map(at))).join('') }));
  return { width, height: (south - north) * scale, shapes, at };
}

/** Empty for a ring too small to be seen, such as a skerry. */
function pathOf(points: readonly (readonly [number, number])[]): string {
  const kept: (readonly [number, number])[] = [];
  for (const point of points) {
    const last = kept.at(-1);
    if (!last || Math.hypot(point[0] - last[0], point[1] - last[1]) >= smallest) kept.push(point);
  }
  if (kept.length < 3) return '';
  return `M${kept.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}Z`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
