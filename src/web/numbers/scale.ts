/** Where a number lies in a picture of a given width: logarithmic for numbers from one to thousands, plain for parts of a whole. */

/** From 1 to `most` over the width; what is below 1 stands at the left edge. */
export function logPosition(value: number, most: number, width: number): number {
  return value <= 1 ? 0 : (width * Math.log(value)) / Math.log(most);
}

/** From 0 to `most` over the width. */
export function plainPosition(value: number, most: number, width: number): number {
  return (width * Math.min(value, most)) / most;
}
