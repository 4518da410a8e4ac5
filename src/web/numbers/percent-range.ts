/** Reads «40-60» or «40» as shares. */

/** Null for what is no range of percentages above 0. */
export function readPercentRange(text: string): readonly [low: number, high: number] | null {
  const match = /^\s*(\d{1,3}(?:[.,]\d+)?)\s*(?:[-–]\s*(\d{1,3}(?:[.,]\d+)?)\s*)?%?\s*$/.exec(text);
  if (!match) return null;
  const number = (written: string | undefined): number => Number((written ?? '').replace(',', '.')) / 100;
  const [low, high] = [number(match[1]), number(match[2] ?? match[1])];
  return low > 0 && low <= high && high <= 9.99 ? [low, high] : null;
}
