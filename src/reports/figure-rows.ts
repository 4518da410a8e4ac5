/** A figure as a flat row, as it is sent as JSON, CSV and Excel. */
import type { Figure } from '../domain/numbers/figure.ts';
import type { Moment } from '../domain/time.ts';
import type { TabulatedFigure } from '../domain/numbers/tabulate.ts';
import type { ReportJsonFigure } from './json.ts';

/** `at` is the moment that is looked back from: two figures of one day can be told apart by it, and each counted again as of it. */
export type FigureRow = ReportJsonFigure & { readonly part?: string; readonly at?: Moment };

export function figureRow(figure: Figure | (Figure & { readonly at: Moment }) | TabulatedFigure): FigureRow {
  const { id, value, definition, source, period, asOf, place } = figure;
  const part = 'part' in figure && figure.part !== null ? { part: figure.part } : {};
  const at = 'at' in figure ? { at: figure.at } : {};
  return { id, value, definition: definition.text, edition: definition.edition, source, period, asOf, place, ...part, ...at };
}
