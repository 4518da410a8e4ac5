/**
 * TopoJSON as features with coordinates: lines that two municipalities share are stored once, as whole numbers counted from point to point.
 * Format: the TopoJSON specification 1.0. What does not follow it becomes a geometry without coordinates, which its reader refuses.
 */
import type { RawFeature } from './boundaries.ts';

type Position = readonly [number, number];
type Line = readonly Position[];

/** The features of all objects of a topology; `null` when it has no arcs or objects. */
export function topologyFeatures(topology: unknown): readonly RawFeature[] | null {
  const [arcs, objects] = [member(topology, 'arcs'), member(topology, 'objects')];
  if (!Array.isArray(arcs) || typeof objects !== 'object' || objects === null) return null;
  const lines = arcs.map((arc: unknown) => lineOf(arc, transformOf(member(topology, 'transform'))));
  return Object.values(objects)
    .flatMap((object: unknown) => {
      const geometries = member(object, 'geometries');
      return Array.isArray(geometries) ? (geometries as readonly unknown[]) : [object];
    })
    .map((geometry) => ({ properties: member(geometry, 'properties'), geometry: geometryOf(geometry, lines) }));
}

type Transform = { readonly scale: Position; readonly translate: Position };

function transformOf(transform: unknown): Transform | null {
  const [scale, translate] = [positionOf(member(transform, 'scale')), positionOf(member(transform, 'translate'))];
  return scale && translate ? { scale, translate } : null;
}

/** With a transform each position is the step from the one before, in whole units of the scale. */
function lineOf(arc: unknown, transform: Transform | null): Line | null {
  if (!Array.isArray(arc)) return null;
  const line: Position[] = [];
  let [x, y] = [0, 0];
  for (const each of arc) {
    const position = positionOf(each);
    if (position === null) return null;
    if (transform === null) line.push(position);
    else {
      [x, y] = [x + position[0], y + position[1]];
      line.push([x * transform.scale[0] + transform.translate[0], y * transform.scale[1] + transform.translate[1]]);
    }
  }
  return line;
}

function geometryOf(geometry: unknown, lines: readonly (Line | null)[]): unknown {
  const [type, arcs] = [member(geometry, 'type'), member(geometry, 'arcs')];
  const polygon = (rings: unknown): unknown => (Array.isArray(rings) ? rings.map((ring: unknown) => ringOf(ring, lines)) : null);
  if (type === 'Polygon') return { type, coordinates: polygon(arcs) };
  return type === 'MultiPolygon' && Array.isArray(arcs) ? { type, coordinates: arcs.map(polygon) } : { type };
}

/** A ring is a row of arcs, each beginning where the one before ended; `~n` is arc `n` walked backwards. */
function ringOf(ring: unknown, lines: readonly (Line | null)[]): Line | null {
  if (!Array.isArray(ring)) return null;
  const points: Position[] = [];
  for (const index of ring) {
    if (typeof index !== 'number' || !Number.isInteger(index)) return null;
    const line = lines[index < 0 ? ~index : index];
    if (!line) return null;
    const walked = index < 0 ? line.toReversed() : line;
    points.push(...(points.length === 0 ? walked : walked.slice(1)));
  }
  return points;
}

function positionOf(value: unknown): Position | null {
  if (!Array.isArray(value)) return null;
  const [x, y]: readonly unknown[] = value;
  return typeof x === 'number' && typeof y === 'number' ? [x, y] : null;
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
