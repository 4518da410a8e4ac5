/**
 * Boundaries of the municipalities (da: kommunegrænser) from an operator's own file: GeoJSON or TopoJSON in longitude and latitude (WGS84), one
 * feature for each municipality with its four-digit code. The project carries no boundaries itself; without a file the tile map is drawn.
 */
import { asId, type Id } from '../id.ts';
import type { Point } from './crossings.ts';
import { municipalities } from './municipalities.ts';
import { topologyFeatures } from './topology.ts';

/** The boundary of one municipality: each ring is a closed line; holes are rings like the others, as an even-odd fill has it. */
export type Boundary = { readonly municipality: Id<'municipality'>; readonly rings: readonly (readonly Point[])[] };

/** The boundaries of all 98, or what is wrong with the file. `detail` is what the sentence of the problem is about. */
export type BoundaryReading =
  | { readonly outcome: 'read'; readonly boundaries: readonly Boundary[] }
  | { readonly outcome: 'refused'; readonly problem: BoundaryProblem; readonly detail: string };

export const boundaryProblems = [
  'not-json',
  'not-geojson-or-topojson',
  'no-code',
  'unknown-code',
  'not-an-area',
  'not-in-denmark',
  'missing-municipalities',
] as const;
export type BoundaryProblem = (typeof boundaryProblems)[number];

/** A feature of a file: what it says of itself, and its geometry, neither of them trusted. */
export type RawFeature = { readonly properties: unknown; readonly geometry: unknown };

/** Names under which files give the code: the national address register's, the agency's and the common ones. */
const codeNames = ['code', 'kode', 'komkode', 'kommunekode'];
/** Christiansø is drawn by some files and is not a municipality. */
const notMunicipalities = ['0411'];
/** Denmark with a little around it, in degrees. A file in metres falls outside. */
const denmark = { west: 7.5, east: 15.7, south: 54, north: 58.2 } as const;

/** Reads the text of a file. Several features of one municipality become one boundary. */
export function readBoundaries(text: string): BoundaryReading {
  const file = parsed(text);
  if (file === undefined) return refused('not-json', '');
  const features = featuresOf(file);
  if (features === null) return refused('not-geojson-or-topojson', typeOf(file));

  const rings = new Map<string, (readonly Point[])[]>();
  for (const [index, feature] of features.entries()) {
    const code = codeOf(feature.properties);
    if (code === null) return refused('no-code', String(index + 1));
    if (notMunicipalities.includes(code)) continue;
    if (!municipalities.some(({ id }) => id === code)) return refused('unknown-code', code);
    const read = ringsOf(feature.geometry);
    if (read === null) return refused('not-an-area', code);
    if (read.some((ring) => ring.some(isOutside))) return refused('not-in-denmark', code);
    rings.set(code, [...(rings.get(code) ?? []), ...read]);
  }
  const missing = municipalities.filter(({ id }) => !rings.has(id));
  if (missing.length > 0) return refused('missing-municipalities', missing.map(({ name }) => name).join(', '));
  return { outcome: 'read', boundaries: [...rings].map(([code, all]) => ({ municipality: asId<'municipality'>(code), rings: all })) };
}

function refused(problem: BoundaryProblem, detail: string): BoundaryReading {
  return { outcome: 'refused', problem, detail };
}

/** `undefined` when the text is not JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function featuresOf(file: unknown): readonly RawFeature[] | null {
  const features = field(file, 'features');
  if (typeOf(file) === 'FeatureCollection' && Array.isArray(features))
    return features.map((feature) => ({ properties: field(feature, 'properties'), geometry: field(feature, 'geometry') }));
  return typeOf(file) === 'Topology' ? topologyFeatures(file) : null;
}

function codeOf(properties: unknown): string | null {
  if (typeof properties !== 'object' || properties === null) return null;
  for (const [name, value] of Object.entries(properties)) {
    if (!codeNames.includes(name.toLowerCase())) continue;
    const code = typeof value === 'number' ? String(value) : value;
    if (typeof code === 'string' && /^0?\d{3}$/.test(code)) return code.padStart(4, '0');
  }
  return null;
}

function ringsOf(geometry: unknown): readonly (readonly Point[])[] | null {
  const coordinates = field(geometry, 'coordinates');
  const type = typeOf(geometry);
  const polygons: readonly unknown[] | null =
    type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' && Array.isArray(coordinates) ? coordinates : null;
  const rings = polygons?.flatMap((polygon): readonly unknown[] => (Array.isArray(polygon) ? polygon : [null])) ?? [];
  if (rings.length === 0) return null;
  const read = rings.map(ringOf);
  return read.every((ring) => ring !== null) ? read : null;
}

/** At least three corners and back again. */
function ringOf(ring: unknown): readonly Point[] | null {
  if (!Array.isArray(ring) || ring.length < 4) return null;
  const points = ring.map((position: unknown): Point | null => {
    const [longitude, latitude]: readonly unknown[] = Array.isArray(position) ? position : [];
    return Number.isFinite(longitude) && Number.isFinite(latitude) ? [Number(longitude), Number(latitude)] : null;
  });
  return points.every((point) => point !== null) ? points : null;
}

function isOutside([longitude, latitude]: Point): boolean {
  const { west, east, south, north } = denmark;
  return longitude < west || longitude > east || latitude < south || latitude > north;
}

function typeOf(value: unknown): string {
  const type = field(value, 'type');
  return typeof type === 'string' ? type : '';
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
