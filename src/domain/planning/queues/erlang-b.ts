/**
 * Erlang B, M/G/c/c: everybody who finds all servers taken is turned away. The answer does not depend on how stays are distributed.
 * Source: A. K. Erlang, «Løsning af nogle Problemer fra Sandsynlighedsregningen af Betydning for de automatiske Telefoncentraler», 1917.
 */

/**
 * The share that is turned away, from 0 to 1. `load` is arrivals times mean stay (in servers), `servers` a whole number.
 * Worked out by B(k) = a·B(k−1) / (k + a·B(k−1)), in which errors shrink from step to step and nothing overflows.
 */
export function erlangB(load: number, servers: number): number {
  let blocking = 1;
  for (let k = 1; k <= servers && blocking > 0; k += 1) blocking = (load * blocking) / (k + load * blocking);
  return blocking;
}
