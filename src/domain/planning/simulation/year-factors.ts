/** How much more or less demand each year has: Gamma of mean 1 and shape k, bound to the year as other draws are to the person. */
import { standardNormal } from './distribution.ts';
import { drawOf, personKey } from './person-draws.ts';

/** Years are numbered below zero, where no person is. */
export function yearFactor(key: number, year: number, shape: number): number {
  const chance = personKey(key, -1 - year);
  if (shape >= 1) return gamma(chance, shape, 0) / shape;
  // Below 1 the draw for shape + 1 is scaled down by a power of one more draw (Marsaglia and Tsang 2000).
  return (gamma(chance, shape + 1, 1) * drawOf(chance, 0) ** (1 / shape)) / shape;
}

/** Marsaglia and Tsang (2000), for shapes of 1 and more. */
function gamma(chance: number, shape: number, first: number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (let turn = first; ; turn += 2) {
    const x = standardNormal(drawOf(chance, turn));
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(drawOf(chance, turn + 1)) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}
