/** Which numbers a Danish text says, in digits or in words: whether a document's own words hold the number that is written of it. */
import type { EstimateKind } from './published-estimate.ts';

const ones = ['nul', 'en', 'to', 'tre', 'fire', 'fem', 'seks', 'syv', 'otte', 'ni'] as const;
const teens = ['ti', 'elleve', 'tolv', 'tretten', 'fjorten', 'femten', 'seksten', 'sytten', 'atten', 'nitten'] as const;
const tens = ['tyve', 'tredive', 'fyrre', 'halvtreds', 'tres', 'halvfjerds', 'firs', 'halvfems'] as const;

/** «syv» is 7, «femogtredive» 35. */
const words: ReadonlyMap<string, number> = new Map<string, number>([
  ...ones.map((word, value) => [word, value] as const),
  ...teens.map((word, index) => [word, 10 + index] as const),
  ...tens.flatMap((word, index) => [
    [word, 20 + 10 * index] as const,
    ...ones.slice(1).map((one, below) => [`${one}og${word}`, 20 + 10 * index + below + 1] as const),
  ]),
  ['ingen', 0],
  ['par', 2],
  ['begge', 2],
]);

/** «hundrede», with how many of them before it and what comes besides: «to hundrede og femogtyve», «hundredeogtyve». */
const hundred = /(?<!\p{L})(?:(\p{L}+)\s+)?hundrede(?:\s*og\s*(\p{L}+))?(?!\p{L})/gu;

/** Null for a word that is no number. «Én» and «et» are one. */
function wordNumber(word: string): number | null {
  return words.get(word.replace(/^(?:é|e)(?:n|t)(?=og|$)/u, 'en')) ?? null;
}

/** All numbers that a text says; what can be read in two ways («20 313») gives both. An article («en kvinde») is a one. */
export function numbersIn(text: string): ReadonlySet<number> {
  const plain = text.normalize('NFC').toLowerCase();
  const digits = [...plain.matchAll(/(?<![\d.,])[1-9]\d{0,2}(?:[.\s]\d{3})+(?!\d)|(?:\d+,\d+|0\.\d+|\d+\.\d{1,2})(?!\d)|\d+/gu)].flatMap(
    ([found]) => {
      if (/^[1-9]\d{0,2}(?:[.\s]\d{3})+$/u.test(found))
        return [Number(found.replaceAll(/[.\s]/gu, '')), ...(/\s/u.test(found) ? found.split(/\s/u).map(Number) : [])];
      return [Number(found.replace(',', '.'))];
    },
  );
  const hundreds: number[] = [];
  const rest = plain.replaceAll(hundred, (_, times = '', more = '') => {
    const [first, below] = [wordNumber(times), wordNumber(more)];
    const many = first !== null && first >= 1 && first <= 9 && times !== 'par' ? first : null;
    const besides = below !== null && below < 100 ? below : null;
    hundreds.push(100 * (many ?? 1) + (besides ?? 0));
    // A word beside it that is no part of it is read by itself.
    return `${many === null ? times : ''} ${besides === null ? more : ''}`;
  });
  const said = [...rest.matchAll(/\p{L}+/gu)].flatMap(([word]) => wordNumber(word) ?? []);
  return new Set([...digits, ...hundreds, ...said]);
}

/** Both ends of a written number stand in the document's own words. A share is said in per cent, to a millionth of one. */
export function isQuoted(kind: EstimateKind | null, range: readonly [number, number], quotation: string): boolean {
  const found = numbersIn(quotation);
  return range.every((value) => found.has(kind === 'share' ? Math.round(1e8 * value) / 1e6 : value));
}
