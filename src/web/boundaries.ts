/** The operator's file of boundaries, read once when the program starts. A file that cannot be used stops it with a sentence. */
import { readFileSync } from 'node:fs';
import { type BoundaryProblem, readBoundaries } from '../domain/geography/boundaries.ts';
import { type CountryDrawing, drawCountry } from '../domain/geography/projection.ts';

/** The width that the country is drawn in: so much detail is kept. */
const drawingWidth = 480;

/** The country drawn from the file at a path; `null` where no path is given. Throws an error whose message tells the operator what is wrong. */
export function countryFrom(path: string | undefined): CountryDrawing | null {
  if (!path) return null;
  const reading = readBoundaries(textOf(path));
  if (reading.outcome === 'refused') throw new Error(`SAMLOB_BOUNDARIES (${path}): ${sentences[reading.problem](reading.detail)}`);
  return drawCountry(reading.boundaries, drawingWidth);
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Error(`SAMLOB_BOUNDARIES (${path}): the file cannot be read.`, { cause: error });
  }
}

const sentences: { readonly [Problem in BoundaryProblem]: (detail: string) => string } = {
  'not-json': () => 'the file is not JSON. Give it the municipalities as GeoJSON or TopoJSON.',
  'not-geojson-or-topojson': (type) =>
    `the file is neither a GeoJSON FeatureCollection nor a TopoJSON Topology${type === '' ? '' : `, but “${type}”`}.`,
  'no-code': (number) => `feature ${number} has no municipality code. It is looked for under code, kode, komkode and kommunekode.`,
  'unknown-code': (code) => `“${code}” is the code of no municipality. Those of the 98 since 2007 are known.`,
  'not-an-area': (code) => `the geometry of ${code} is not a Polygon or MultiPolygon of whole rings.`,
  'not-in-denmark': (code) =>
    `a corner of ${code} lies outside Denmark. Coordinates are to be longitude and latitude (WGS84, EPSG:4326), not metres.`,
  'missing-municipalities': (names) => `these municipalities are missing: ${names}.`,
};
