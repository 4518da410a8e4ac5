/**
 * How far women have to the nearest unit (da: rejsetid til det nærmeste afsnit), with room enough everywhere: what travel a set of sites gives by
 * itself. What a simulation gives is longer where units are full and women come in further away, and is of those alone who come in.
 */
import type { Scenario } from '../simulation/scenario.ts';

/** Mean minutes by car one way over all who come, wherever they live; null where nobody's home is said or there is no unit. */
export function minutesToNearest({ areas = [], sites }: Pick<Scenario, 'areas' | 'sites'>): number | null {
  const women = areas.reduce((sum, { weight }) => sum + weight, 0);
  if (sites.length === 0 || women === 0) return null;
  const travelled = areas.reduce(
    (sum, { weight, minutes }) => sum + weight * Math.min(...sites.map(({ id }) => minutes[id] ?? Infinity)),
    0,
  );
  return travelled / women;
}
