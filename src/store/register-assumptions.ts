/** The register's protected figures that a scenario's assumptions can rest on: of the whole country, of the newest year that has one, and never a person. */
import { figureDefinitions } from '../domain/numbers/definitions.ts';
import { type RegisterFigure, registerFigures } from '../domain/planning/demand/register-assumptions.ts';
import type { Day } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import type { Database } from './database.ts';
import { seeFigures } from './figure-view.ts';

export type PrintedFigure = Omit<RegisterFigure, 'source'> & {
  readonly title: string;
  readonly text: string;
  readonly edition: string;
  readonly source: string;
  readonly asOf: Day | null;
  /** Years that are over of which the figure is hidden, as it rests on fewer than five. */
  readonly hidden: readonly number[];
};

/** Whoever asks, nobody gets more here than what may be shown to all. */
export async function readRegisterFigures(
  db: Database,
  permit: Permit,
  years: readonly [from: number, to: number],
): Promise<readonly PrintedFigure[]> {
  const definitions = registerFigures.flatMap(({ figure }) => figureDefinitions.filter(({ id }) => id === figure));
  const seen = await seeFigures(
    db,
    permit,
    { sees: 'protected' },
    definitions.map((definition) => ({ definition, years, asOf: null, by: 'country' as const })),
  );
  return definitions.map((definition, index): PrintedFigure => {
    const found = seen[index];
    const figures = found?.outcome === 'protected' ? found.figures.toSorted((a, b) => Number(b.period) - Number(a.period)) : [];
    const newest = figures.find(({ value }) => typeof value === 'number');
    return {
      figure: definition.id,
      title: definition.title,
      text: definition.text,
      value: typeof newest?.value === 'number' ? newest.value : null,
      year: newest ? Number(newest.period) : null,
      edition: newest?.definition.edition ?? definition.edition,
      source: newest?.source ?? '',
      asOf: newest?.asOf ?? null,
      hidden: figures.filter(({ value }) => typeof value !== 'number').map(({ period }) => Number(period)),
    };
  });
}
