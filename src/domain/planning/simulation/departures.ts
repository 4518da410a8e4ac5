/** Women in the houses, the first to leave on top: a binary heap in typed arrays. */

export type Departures = { at: Float64Array; site: Int32Array; count: number };

export function noDepartures(room: number): Departures {
  return { at: new Float64Array(room), site: new Int32Array(room), count: 0 };
}

/** When the first leaves; Infinity when nobody is there. */
export function nextDeparture({ at, count }: Departures): number {
  return count === 0 ? Infinity : (at[0] ?? Infinity);
}

export function addDeparture(departures: Departures, when: number, where: number): void {
  if (departures.count === departures.at.length) grow(departures);
  const { at, site } = departures;
  let index = departures.count;
  departures.count += 1;
  while (index > 0) {
    const above = (index - 1) >> 1;
    const time = at[above] ?? 0;
    if (time <= when) break;
    at[index] = time;
    site[index] = site[above] ?? 0;
    index = above;
  }
  at[index] = when;
  site[index] = where;
}

/** Takes the first to leave away and says from where. There must be one. */
export function takeDeparture(departures: Departures): number {
  const { at, site } = departures;
  const left = site[0] ?? 0;
  departures.count -= 1;
  const { count } = departures;
  const when = at[count] ?? 0;
  const where = site[count] ?? 0;
  let index = 0;
  for (;;) {
    let below = 2 * index + 1;
    if (below >= count) break;
    if (below + 1 < count && (at[below + 1] ?? 0) < (at[below] ?? 0)) below += 1;
    const time = at[below] ?? 0;
    if (time >= when) break;
    at[index] = time;
    site[index] = site[below] ?? 0;
    index = below;
  }
  at[index] = when;
  site[index] = where;
  return left;
}

function grow(departures: Departures): void {
  const [at, site] = [new Float64Array(departures.at.length * 2 + 16), new Int32Array(departures.site.length * 2 + 16)];
  at.set(departures.at);
  site.set(departures.site);
  departures.at = at;
  departures.site = site;
}
