/** What is wrong with the sources, ranges and estimates that stand beside the numbers of a scenario. */
import { faultsIn } from '../simulation/check-scenario.ts';
import type { Basis, Scenario } from '../simulation/scenario.ts';
import { type ScenarioFault, scenarioFault } from '../simulation/scenario-fault.ts';
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
  if (estimates.length > mostEstimates) faults.push(scenarioFault('estimates', { code: 'many-estimates', about: { most: mostEstimates } }));
  for (const [index, { name, from, to }] of estimates.entries()) {
    if (!(from >= 0 && from <= to && Number.isFinite(to)))
      faults.push(scenarioFault(`estimates[${index}]`, { code: 'estimate-backwards' }));
    if (estimates.findIndex((other) => other.name === name) !== index)
      faults.push(scenarioFault(`estimates[${index}].name`, { code: 'twice', about: { name } }));
  }
  for (const [field, beside] of Object.entries(basis)) {
    if (!isLever(field) && !named.some((name) => name === field))
      faults.push(scenarioFault(`basis.${field}`, { code: 'no-assumption', about: { known: [...leverIds, ...named].join(', ') } }));
    else faults.push(...faultsInRange(scenario, field, beside));
  }
  return faults;
}

function faultsInRange(scenario: Scenario, field: string, { range }: Basis): readonly ScenarioFault[] {
  const where = `basis.${field}.range`;
  if (range === undefined) return [];
  if (!isLever(field)) return [scenarioFault(where, { code: 'no-lever' })];
  const value = leverValue(scenario, field);
  const [low, high] = range;
  if (value !== null && !(low <= value && value <= high)) return [scenarioFault(where, { code: 'value-outside', about: { value } })];
  if (!(low <= high)) return [scenarioFault(where, { code: 'backwards' })];
  const [inside] = range.flatMap((end) => faultsIn(withLever(scenario, field, end)));
  return inside ? [{ ...scenarioFault(where, { code: 'cannot-pull', about: { where: inside.where, what: inside.what } }), inside }] : [];
}

/** The levers that have a range, and can be pulled over it. */
export function pulled(scenario: Scenario): readonly { readonly lever: LeverId; readonly range: readonly [number, number] }[] {
  return leverIds.flatMap((lever) => {
    const range = scenario.basis?.[lever]?.range;
    return range !== undefined && range[0] < range[1] && leverValue(scenario, lever) !== null ? [{ lever, range }] : [];
  });
}
