/** Where each municipality and each unit falls in the drawing: on the tile map, or within the boundaries that the operator supplied. */
import { type Municipality, municipality } from '../../domain/geography/municipalities.ts';
import type { CountryDrawing } from '../../domain/geography/projection.ts';
import { tileGrid, tileGridSize } from '../../domain/geography/tile-grid.ts';
import type { Id } from '../../domain/id.ts';
import type { Facility } from '../../domain/placement/provision.ts';

export type MapArea = { readonly municipality: Municipality; readonly path: string };
export type Spot = { readonly x: number; readonly y: number };

export type MapOutline = {
  readonly width: number;
  readonly height: number;
  readonly areas: readonly MapArea[];
  /** The middle of a municipality. */
  readonly middle: (of: Id<'municipality'>) => Spot;
  readonly spot: (facility: Facility) => Spot;
};

/** The side of a tile, and the gap to the next, in the drawing's own units. */
const [side, gap] = [28, 2];

const tiles: MapOutline = {
  width: tileGridSize.columns * side,
  height: tileGridSize.rows * side,
  areas: tileGrid.flatMap(({ municipality: id, column, row }): readonly MapArea[] => {
    const found = municipality(id);
    const [x, y, width] = [column * side, row * side, side - gap];
    return found ? [{ municipality: found, path: `M${x} ${y}h${width}v${width}h-${width}Z` }] : [];
  }),
  middle: middleOfTile,
  spot: ({ municipality: id }) => middleOfTile(id),
};

/** The outline to draw in: the boundaries where there are any, otherwise the tile map. */
export function mapOutline(country: CountryDrawing | null): MapOutline {
  if (country === null) return tiles;
  const { width, height, shapes, at } = country;
  const spotOf = (point: readonly [number, number]): Spot => {
    const [x, y] = at(point);
    return { x, y };
  };
  return {
    width,
    height,
    areas: shapes.flatMap(({ municipality: id, path }): readonly MapArea[] => {
      const found = municipality(id);
      return found ? [{ municipality: found, path }] : [];
    }),
    middle: (id) => spotOf(municipality(id)?.point ?? [meridianOfDenmark, latitudeOfDenmark]),
    spot: ({ point }) => spotOf(point),
  };
}

const [meridianOfDenmark, latitudeOfDenmark] = [10.5, 56];

function middleOfTile(id: Id<'municipality'>): Spot {
  const tile = tileGrid.find((one) => one.municipality === id);
  return { x: (tile?.column ?? 0) * side + (side - gap) / 2, y: (tile?.row ?? 0) * side + (side - gap) / 2 };
}
