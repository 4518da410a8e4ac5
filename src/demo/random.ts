/**
 * Chance that can be repeated: the same seed gives the same draws on every machine. A chance is split by name, and what is drawn from
 * one part never moves what is drawn from another: one more pathway leaves the others as they were.
 */
export type Chance = {
  /** From 0 up to, and not with, 1. */
  readonly fraction: () => number;
  /** A whole number from `least` to `most`, both included. */
  readonly whole: (least: number, most: number) => number;
  /** True in this share of the draws (0 to 1). */
  readonly happens: (share: number) => boolean;
  /** One of the list, all equally likely. The list is not empty. */
  readonly pick: <Item>(list: readonly Item[]) => Item;
  /** One of the list, by weight (any unit, none negative, not all zero). */
  readonly pickByWeight: <Item>(list: readonly Item[], weightOf: (item: Item) => number) => Item;
  /** Whole days that are often few and seldom many: exponential around a mean, at least `least`. */
  readonly days: (mean: number, least?: number) => number;
  /** A chance of its own for a part. */
  readonly split: (name: string) => Chance;
};

/** The chance of a seed. */
export function chanceOf(seed: string): Chance {
  const draw = sfc32(hash(seed));
  const fraction = (): number => draw() / 2 ** 32;
  const whole = (least: number, most: number): number => least + Math.floor(fraction() * (most - least + 1));
  const pick = <Item>(list: readonly Item[]): Item => itemAt(list, whole(0, list.length - 1));
  const pickByWeight = <Item>(list: readonly Item[], weightOf: (item: Item) => number): Item => {
    let rest = fraction() * list.reduce((sum, item) => sum + weightOf(item), 0);
    return list.find((item) => (rest -= weightOf(item)) < 0) ?? itemAt(list, list.length - 1);
  };
  return {
    fraction,
    whole,
    happens: (share) => fraction() < share,
    pick,
    pickByWeight,
    days: (mean, least = 0) => least + Math.floor(-Math.log(1 - fraction()) * Math.max(0, mean - least)),
    split: (name) => chanceOf(`${seed}/${name}`),
  };
}

function itemAt<Item>(list: readonly Item[], index: number): Item {
  const item = list[index];
  if (item === undefined) throw new Error('there is nothing to pick from');
  return item;
}

/** Four numbers of 32 bits from a text (the mixing of MurmurHash3, once for each). */
function hash(text: string): readonly [number, number, number, number] {
  const mixed = (start: number): number => {
    let h = start ^ text.length;
    for (let index = 0; index < text.length; index += 1) {
      let k = Math.imul(text.charCodeAt(index), 0xcc9e2d51);
      k = (k << 15) | (k >>> 17);
      h ^= Math.imul(k, 0x1b873593);
      h = Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64;
    }
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    return (h ^ (h >>> 16)) >>> 0;
  };
  return [mixed(0x9e3779b9), mixed(0x243f6a88), mixed(0xb7e15162), mixed(0xdeadbeef)];
}

/** Small fast counter of 32 bits (sfc32, Chris Doty-Humphrey, public domain); its period is at least 2^32 draws. */
function sfc32(state: readonly [number, number, number, number]): () => number {
  let [a, b, c, counter] = state;
  const draw = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  for (let turn = 0; turn < 12; turn += 1) draw();
  return draw;
}
