/** What is wrong with the sources, ranges and estimates that stand beside the numbers of a scenario. */
import { faultsIn } from '../simulation/check-scenario.ts';
import type { Basis, Scenario, ScenarioFault } from '../simulation/scenario.ts';
import { isLever, type LeverId, leverIds, leverValue, withLever } from './levers.ts';

/** Estimates that one scenario can hold. */
export const mostEstimates = 6;

/** Fields that have a basis and cannot be pulled: they are no number. */
const named = ['years', 'areas', 'sites', 'patience', 'order', 'reach', 'costs', 'stayYears', 'sites.flexible.openWhen'] as const;

/** The word that stands where an assumption has no source. */
export const assumptionWord = 'assumption';

/** A scenario must have been found without other faults (`faultsIn`). */
export function faultsInBasis(scenario: Scenario): readonly ScenarioFault[] {
  const { estimates = [], basis = {} } = scenario;
  const faults: ScenarioFault[] = [];
  if (estimates.length > mostEstimates) faults.push({ where: 'estimates', what: `has more than ${mostEstimates} estimates` });
  for (const [index, { name, from, to }] of estimates.entries()) {
    if (!(from >= 0 && from <= to && Number.isFinite(to)))
      faults.push({ where: `estimates[${index}]`, what: 'does not go from 0 or more up to as much or more' });
    if (estimates.findIndex((other) => other.name === name) !== index)
      faults.push({ where: `estimates[${index}].name`, what: `«${name}» stands twice` });
  }
  for (const [field, beside] of Object.entries(basis)) {
    if (!isLever(field) && !named.some((name) => name === field))
      faults.push({ where: `basis.${field}`, what: `is no assumption: one of ${[...leverIds, ...named].join(', ')}` });
    else faults.push(...faultsInRange(scenario, field, beside));
  }
  return faults;
}

function faultsInRange(scenario: Scenario, field: string, { range }: Basis): readonly ScenarioFault[] {
  const where = `basis.${field}.range`;
  if (range === undefined) return [];
  if (!isLever(field)) return [{ where, what: 'is a range of what is no number' }];
  const value = leverValue(scenario, field);
  const [low, high] = range;
  if (value !== null && !(low <= value && value <= high)) return [{ where, what: `does not hold the value itself, ${value}` }];
  if (!(low <= high)) return [{ where, what: 'ends before it begins' }];
  const ends = range.flatMap((end) => faultsIn(withLever(scenario, field, end)));
  return ends.length === 0 ? [] : [{ where, what: `cannot be pulled so far: ${ends[0]?.where} ${ends[0]?.what}` }];
}

/** The levers that have a range, and can be pulled over it. */
export function pulled(scenario: Scenario): readonly { readonly lever: LeverId; readonly range: readonly [number, number] }[] {
  return leverIds.flatMap((lever) => {
    const range = scenario.basis?.[lever]?.range;
    return range !== undefined && range[0] < range[1] && leverValue(scenario, lever) !== null ? [{ lever, range }] : [];
  });
}
