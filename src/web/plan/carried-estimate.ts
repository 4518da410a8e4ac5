/** An estimate of need on its way into a scenario's form, by the address: its name, range and source. */
import { mostEstimateRows, type FormFields } from './form-fields.ts';
import { scenariosAddress } from './addresses.ts';
import type { StatedEstimate } from '../../domain/planning/simulation/scenario.ts';
import { numberIn } from './written.ts';

/** The names in the address. */
const carriedFields = ['skoen', 'skoen-fra', 'skoen-til', 'skoen-kilde'] as const;
/** The part of a query that brings an estimate. */
export type CarriedQuery = Readonly<Partial<Record<(typeof carriedFields)[number], unknown>>>;

export function carriedText({ name, from, to, source }: StatedEstimate): Readonly<Record<(typeof carriedFields)[number], string>> {
  const written = (value: number): string => String(value).replace('.', ',');
  return { skoen: name, 'skoen-fra': written(from), 'skoen-til': written(to), 'skoen-kilde': source };
}

/** The address where the same scenario is run again with the estimate: the form of its next version. */
export function rerunAddress(scenario: string, query: CarriedQuery): string {
  return `${scenariosAddress}/${encodeURIComponent(scenario)}/ret?${new URLSearchParams(carriedIn(query)).toString()}`;
}

/** What an address brings of an estimate, to be sent on to another. */
export function carriedIn(query: CarriedQuery): Readonly<Record<string, string>> {
  return Object.fromEntries(carriedFields.flatMap((field) => (typeof query[field] === 'string' ? [[field, query[field]]] : [])));
}

/** The address of a new scenario with the estimate among its own. */
export function carriedAddress(estimate: StatedEstimate, from: string): string {
  return `${scenariosAddress}/nyt?${new URLSearchParams({ fra: from, ...carriedText(estimate) }).toString()}`;
}

/**
 * The form's fields with the estimate that the address brings: in the row of the one with its name, so that next year's takes the place of this
 * year's, or in the first empty one. `full` where there is none; null where the address brings none that can be read.
 */
export function withCarried(fields: FormFields, query: CarriedQuery): FormFields | 'full' | null {
  const [name, from, to, source] = carriedFields.map((field) => {
    const value = query[field];
    return typeof value === 'string' ? value.trim() : '';
  });
  if (!name || !source || numberIn(from ?? '') === null || numberIn(to ?? '') === null) return null;
  const rows = Array.from({ length: mostEstimateRows }, (_, row) => row);
  const nameOf = (row: number): string => fields[`skoen-${row}-navn`] ?? '';
  const row = rows.find((one) => nameOf(one) === name) ?? rows.find((one) => nameOf(one) === '');
  if (row === undefined) return 'full';
  return {
    ...fields,
    [`skoen-${row}-navn`]: name.slice(0, 200),
    [`skoen-${row}-fra`]: from ?? '',
    [`skoen-${row}-til`]: to ?? '',
    [`skoen-${row}-kilde`]: source.slice(0, 1000),
  };
}
