/** A figure as a flat row, as it is sent as JSON, CSV and Excel. */
import type { Figure } from '../domain/numbers/figure.ts';
import type { TabulatedFigure } from '../domain/numbers/tabulate.ts';
import type { ReportJsonFigure } from './json.ts';

export type FigureRow = ReportJsonFigure & { readonly part?: string };

export function figureRow(figure: Figure | TabulatedFigure): FigureRow {
  const { id, value, definition, source, period, asOf, place } = figure;
  const part = 'part' in figure && figure.part !== null ? { part: figure.part } : {};
  return { id, value, definition: definition.text, edition: definition.edition, source, period, asOf, place, ...part };
}
