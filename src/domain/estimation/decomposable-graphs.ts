/** Decomposable graphs (da: triangulerede grafer): which lists depend directly on each other, without a ring of four or more. */

/** For each set of lists (as bits), how often its margin enters the likelihood: +1 for a clique, −1 for a separator. */
export type Factors = ReadonlyMap<number, number>;

const known = new Map<number, readonly Factors[]>();

/** All decomposable graphs on so many lists: 2, 8, 61 and 822 for two to five. Found once: they depend on nothing else. */
export function decomposableGraphs(lists: number): readonly Factors[] {
  const graphs = known.get(lists) ?? findGraphs(lists);
  known.set(lists, graphs);
  return graphs;
}

function findGraphs(lists: number): readonly Factors[] {
  const edges: (readonly [number, number])[] = [];
  for (let i = 0; i < lists; i += 1) for (let j = i + 1; j < lists; j += 1) edges.push([i, j]);
  const graphs: Factors[] = [];
  for (let choice = 0; choice < 2 ** edges.length; choice += 1) {
    const neighbours = Array.from({ length: lists }, () => 0);
    for (const [edge, [i, j]] of edges.entries()) {
      if (((choice >> edge) & 1) === 0) continue;
      neighbours[i] = (neighbours[i] ?? 0) | (1 << j);
      neighbours[j] = (neighbours[j] ?? 0) | (1 << i);
    }
    const factors = factorsOf(neighbours);
    if (factors) graphs.push(factors);
  }
  return graphs;
}

/** Takes out, one at a time, a list whose neighbours all neighbour each other. Null when a ring is left. */
function factorsOf(neighbours: readonly number[]): Factors | null {
  const factors = new Map<number, number>();
  const add = (set: number, times: number): void => {
    if (set !== 0) factors.set(set, (factors.get(set) ?? 0) + times);
  };
  let left = 2 ** neighbours.length - 1;
  while (left > 0) {
    const list = neighbours.findIndex((near, index) => ((left >> index) & 1) === 1 && isClique(near & left, neighbours));
    if (list < 0) return null;
    const near = (neighbours[list] ?? 0) & left;
    add(near | (1 << list), 1);
    add(near, -1);
    left &= ~(1 << list);
  }
  return new Map([...factors].filter(([, times]) => times !== 0));
}

function isClique(set: number, neighbours: readonly number[]): boolean {
  return neighbours.every((near, index) => ((set >> index) & 1) === 0 || (set & ~near & ~(1 << index)) === 0);
}
