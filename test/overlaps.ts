/** Published overlap tables, as facts with their source, and tables made at random. Counts stand by combination: bit i is list i + 1. */
import fc from 'fast-check';

/** By patterns such as `110`: on the first two lists and not on the third. */
export function tableOf(lists: number, counts: Readonly<Record<string, number>>): readonly number[] {
  const table = Array.from({ length: 2 ** lists }, () => 0);
  for (const [pattern, count] of Object.entries(counts)) {
    const cell = pattern.split('').reduce((sum, on, list) => sum + (on === '1' ? 1 << list : 0), 0);
    table[cell] = count;
  }
  return table;
}

/** Marked trout: Seber 1982, The Estimation of Animal Abundance, 2nd ed., p. 107: n1 = 948, n2 = 421, m = 167. */
export const seber = tableOf(2, { '11': 167, '10': 781, '01': 254 });

/** Hepatitis A in Taiwan, lists P, Q, E: Chao, Tsay, Lin, Shau and Chao 2001, Statistics in Medicine 20:3123-3157. */
export const hepatitis = tableOf(3, { '001': 63, '010': 55, '011': 18, '100': 69, '101': 17, '110': 21, '111': 28 });

/** Spina bifida in upstate New York: Madigan and York 1997, Biometrika 84:19-31. */
export const spinaBifida = tableOf(3, { '100': 60, '010': 49, '110': 4, '001': 247, '101': 112, '011': 142, '111': 12 });

/** Killings in Kosovo 1999, four lists: Ball, Betts, Scheuren, Dudukovich and Asher 2002, AAAS and ABA. */
export const kosovo = tableOf(4, {
  '1000': 1131,
  '0100': 845,
  '1100': 177,
  '0010': 936,
  '1010': 228,
  '0110': 217,
  '1110': 181,
  '0001': 306,
  '1001': 106,
  '0101': 31,
  '1101': 18,
  '0011': 123,
  '1011': 42,
  '0111': 32,
  '1111': 27,
});

/** Trafficking in the United Kingdom 2013, five lists: Silverman 2014, Home Office. */
export const unitedKingdom = tableOf(5, {
  '10000': 54,
  '01000': 463,
  '00100': 995,
  '00010': 695,
  '00001': 316,
  '11000': 15,
  '10100': 19,
  '10010': 3,
  '01100': 62,
  '01010': 19,
  '01001': 1,
  '00110': 76,
  '00101': 11,
  '00011': 8,
  '11100': 1,
  '11010': 1,
  '01110': 4,
  '11110': 1,
});

/** Diabetes in Casale Monferrato, four lists: Bruno et al. 1994, Diabetes Care 17:548-556. */
export const diabetes = tableOf(4, {
  '0001': 10,
  '0010': 182,
  '0011': 8,
  '0100': 74,
  '0101': 7,
  '0110': 20,
  '0111': 14,
  '1000': 709,
  '1001': 12,
  '1010': 650,
  '1011': 46,
  '1100': 104,
  '1101': 18,
  '1110': 157,
  '1111': 58,
});

/** HIV in Rome, four lists: Abeni, Brancato and Perucci 1994, Epidemiology 5:410-414. */
export const hiv = tableOf(4, {
  '1110': 3,
  '1101': 1,
  '1100': 33,
  '1010': 20,
  '1001': 6,
  '1000': 403,
  '0111': 3,
  '0110': 35,
  '0101': 10,
  '0100': 545,
  '0011': 11,
  '0010': 621,
  '0001': 205,
});

/** Trafficking in New Orleans, five lists: Bales, Murphy and Silverman 2020, Journal of Human Trafficking 6:346-362. */
export const newOrleans = tableOf(5, {
  '10000': 25,
  '01000': 24,
  '00100': 70,
  '00010': 33,
  '00001': 21,
  '11000': 1,
  '10100': 1,
  '10010': 2,
  '01100': 2,
  '01010': 2,
  '01001': 1,
  '00110': 1,
  '11100': 1,
  '11010': 1,
});

/** Artificial_3 of Chan, Silverman and Vincent 2021, JASA 116:1297-1306: only A and B share persons. */
export const artificial = tableOf(3, { '100': 40, '010': 30, '001': 20, '110': 6 });

/** Random tables, empty lists and missing overlaps among them. */
export function randomTable(lists: number): fc.Arbitrary<readonly number[]> {
  const count = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 1, max: 60 }) }, { weight: 1, arbitrary: fc.constant(0) });
  return fc.array(count, { minLength: 2 ** lists - 1, maxLength: 2 ** lists - 1 }).map((cells) => [0, ...cells]);
}
