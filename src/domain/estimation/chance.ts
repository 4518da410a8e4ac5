/** Chance that can be repeated: a draw is an argument of what needs it, and the same seed gives the same draws everywhere. */

/** From 0 up to, and not with, 1. */
export type Draw = () => number;

/** Draws from a seed (whole, from 0): xoshiro128** of Blackman and Vigna (2021, ACM TOMS 47:36), filled by splitmix32; 53 bits a draw. */
export function drawsFrom(seed: number): Draw {
  let filling = (seed ^ Math.floor(seed / 2 ** 32)) | 0;
  const fill = (): number => {
    filling = (filling + 0x9e3779b9) | 0;
    let mixed = Math.imul(filling ^ (filling >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  };
  let [a, b, c, d] = [fill(), fill(), fill(), fill()];
  const next = (): number => {
    const scrambled = Math.imul(turn(Math.imul(b, 5), 7), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = turn(d, 11);
    return scrambled >>> 0;
  };
  return () => ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) / 2 ** 53;
}

function turn(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}
