/** A figure as a flat row, as it is sent as JSON, CSV and Excel. */
import type { Figure, FigureValue } from '../domain/numbers/figure.ts';
import type { TabulatedFigure } from '../domain/numbers/tabulate.ts';

/** `edition` is the edition of the definition. `cases` is how many a mean rests on. */
export type FigureRow = {
  readonly id: string;
  readonly value: FigureValue;
  readonly definition: string;
  readonly edition: string;
  readonly source: string;
  readonly period: string;
  readonly asOf: string;
  readonly place: string;
  readonly part?: string;
};

export function figureRow(figure: Figure | TabulatedFigure): FigureRow {
  const { id, value, definition, source, period, asOf, place } = figure;
  const part = 'part' in figure && figure.part !== null ? { part: figure.part } : {};
  return { id, value, definition: definition.text, edition: definition.edition, source, period, asOf, place, ...part };
}
