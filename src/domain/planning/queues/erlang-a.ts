/**
 * Erlang A, M/M/c+M: those who wait give up at the rate θ each. It is the general case with exponential patience, which needs no
 * endless chain of states, however long the patience. Source: C. Palm, «Research on telephone traffic carried by full availability
 * groups», 1957; Garnett, Mandelbaum and Reiman, M&SOM 4 (2002).
 */
import type { Servers } from './erlang-c.ts';
import { generalPatience, type PatienceMeasures } from './general-patience.ts';

/** The stationary measures of M/M/c+M. θ = 0 is Erlang C. */
export function erlangA(servers: Servers, theta: number): PatienceMeasures {
  return generalPatience(servers, { kind: 'exponential', theta });
}
