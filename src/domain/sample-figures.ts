/** Figures of a sample that several rooms need: a share's interval, a quantile, and a ratio without one of its parts. Pure arithmetic. */

/** The point of the normal distribution that has 97.5 % below it. */
const normal975 = 1.959963984540054;

/** Wilson's 95 % interval for a share of so many (Wilson 1927, JASA 22:209-212). */
export function wilson(share: number, count: number): readonly [number, number] {
  const z2 = normal975 ** 2;
  const centre = (share + z2 / (2 * count)) / (1 + z2 / count);
  const half = (normal975 * Math.sqrt((share * (1 - share)) / count + z2 / (4 * count * count))) / (1 + z2 / count);
  // Rounding would leave a share of none or all outside its own interval.
  return [share === 0 ? 0 : Math.max(0, centre - half), share === 1 ? 1 : Math.min(1, centre + half)];
}

/** Between the two nearest values in order, as most programs have it (type 7 of Hyndman and Fan 1996). `ordered` rises and is not empty. */
export function quantile(ordered: ArrayLike<number>, share: number): number {
  const at = share * (ordered.length - 1);
  const low = ordered[Math.floor(at)] ?? 0;
  const high = ordered[Math.ceil(at)] ?? low;
  return low + (high - low) * (at - Math.floor(at));
}

/** The ratio of two sums without each of their parts in turn, for a jackknife; the whole ratio where nothing would be left below the line. */
export function ratiosWithoutOne(
  above: ArrayLike<number>,
  below: ArrayLike<number>,
  { top, bottom }: { readonly top: number; readonly bottom: number },
): Float64Array {
  const whole = top / bottom;
  return Float64Array.from({ length: above.length }, (_, index) => {
    const rest = bottom - (below[index] ?? 0);
    return rest === 0 ? whole : (top - (above[index] ?? 0)) / rest;
  });
}
