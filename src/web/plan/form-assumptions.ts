/** The estimates of need and what stands beside the assumptions, read back from the form: rows that were left as they were are kept as they are. */
import { assumptionWord } from '../../domain/planning/lab/check-basis.ts';
import type { Basis, Scenario, StatedEstimate } from '../../domain/planning/simulation/scenario.ts';
import { assumptionFields, costFields, mostEstimateRows, writtenAssumption } from './form-fields.ts';
import type { Read } from './form-reader.ts';

export function estimatesFrom({ text, isLeft, number, say }: Read, base: Scenario): readonly StatedEstimate[] | undefined {
  const names = (index: number): readonly string[] => ['navn', 'fra', 'til', 'kilde'].map((part) => `skoen-${index}-${part}`);
  const rows = Array.from({ length: mostEstimateRows }, (_, index) => index);
  if (rows.every((index) => isLeft(...names(index)))) return base.estimates;
  return rows.flatMap((index) => {
    const before = base.estimates?.[index];
    if (before && isLeft(...names(index))) return [before];
    const [name, source] = [text(`skoen-${index}-navn`), text(`skoen-${index}-kilde`)];
    const [from, to] = [number(`skoen-${index}-fra`), number(`skoen-${index}-til`)];
    if (name === '' && from === undefined && to === undefined) return [];
    if (name === '') say(`skoen-${index}-navn`, 'half');
    if (from === undefined) say(`skoen-${index}-fra`, 'half');
    if (typeof from === 'number' && typeof to === 'number' && to < from) say(`skoen-${index}-til`, 'reversed');
    return typeof from === 'number' ? [{ name, from, to: to ?? from, source: sourceIn(source) }] : [];
  });
}

export function basisFrom({ text, isLeft, number, share, say }: Read, base: Scenario): Readonly<Record<string, Basis>> | undefined {
  const known = new Set<string>(assumptionFields.map(({ lever }) => lever));
  const kept = Object.entries(base.basis ?? {}).filter(([field]) => !known.has(field) && field !== 'costs');
  const before = (field: string): (readonly [string, Basis])[] => {
    const basis = base.basis?.[field];
    return basis ? [[field, basis]] : [];
  };
  const beside = assumptionFields.flatMap(({ lever, word, written, range }): (readonly [string, Basis])[] => {
    if (isLeft(word, `${word}-fra`, `${word}-til`, `${word}-kilde`)) return before(lever);
    const read = range === 'percent' ? share : number;
    const [low, high] = [read(`${word}-fra`), read(`${word}-til`)];
    if (typeof low === 'number' && high === undefined) say(`${word}-til`, 'half');
    if (typeof high === 'number' && low === undefined) say(`${word}-fra`, 'half');
    if (typeof low === 'number' && typeof high === 'number' && high < low) say(`${word}-til`, 'reversed');
    const asBefore = isLeft(`${word}-fra`, `${word}-til`) ? base.basis?.[lever]?.range : undefined;
    const over = asBefore ?? (typeof low === 'number' && typeof high === 'number' ? ([low, high] as const) : undefined);
    const source = sourceIn(text(`${word}-kilde`));
    if (!over && source === assumptionWord && (written === 'none' || text(word) === '')) return [];
    return [[lever, { source, ...(over ? { range: over } : {}) }]];
  });
  const costs: readonly (readonly [string, Basis])[] = isLeft(...Object.values(costFields), 'omkostninger-kilde')
    ? before('costs')
    : text(costFields.currency) === ''
      ? []
      : [['costs', { source: sourceIn(text('omkostninger-kilde')) }]];
  const all = [...beside, ...kept, ...costs];
  return all.length === 0 && base.basis === undefined ? undefined : Object.fromEntries(all);
}

function sourceIn(text: string): string {
  return text === '' || Object.values(writtenAssumption).includes(text.toLowerCase()) ? assumptionWord : text;
}
