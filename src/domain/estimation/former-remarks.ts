/** Remarks that an earlier edition kept as English sentences, read back into codes so that they can be said in any language. */
import { type Remark, type RemarkCode, remarkSentences } from './remark.ts';

/** Sentences that have other words now. What stands in braces is what the remark is about; two codes where one sentence said both. */
const former: readonly (readonly [sentence: string, codes: readonly RemarkCode[]])[] = [
  ['Drawn again {replicates} times; {infinite} of them have no estimate.', ['drawn', 'drawn-in-vain']],
  ['two-list takes exactly two lists; there are {lists}.', ['two-lists-only']],
  ['two-list takes exactly two lists; there is {lists}.', ['two-lists-only']],
  ['dga takes two to five lists; there are {lists}.', ['two-to-five-lists']],
  ['dga takes two to five lists; there is {lists}.', ['two-to-five-lists']],
  ['None of the {tables} tables that the intervals allow has an estimate.', ['no-table']],
  ['Nobody is on both {lists}: the model expects nobody there.', ['set-aside']],
  ['Nobody is on all of {lists}: the model expects nobody there.', ['set-aside']],
  ['The estimate is of the likeliest table within the intervals; its interval holds that of each table.', ['span-of-tables']],
  ['The interval needs resampling and is not worked out.', ['interval-by-drawing']],
];

/** What these are about are names of lists, also where such a name is all digits. */
const namesLists: ReadonlySet<RemarkCode> = new Set(['empty-list', 'everyone-on', 'part-of', 'set-aside']);

type Pattern = { readonly codes: readonly RemarkCode[]; readonly names: readonly string[]; readonly pattern: RegExp };

const patterns: readonly Pattern[] = [
  ...former,
  ...(Object.entries(remarkSentences) as readonly (readonly [RemarkCode, string])[])
    .filter(([code]) => code !== 'as-written')
    .map(([code, sentence]) => [sentence, [code]] as const),
].map(([sentence, codes]) => ({ codes, ...patternOf(sentence) }));

/** The remarks that a kept sentence makes; one as it was written where no edition's words are these. */
export function remarksIn(sentence: string): readonly Remark[] {
  for (const { codes, names, pattern } of patterns) {
    const match = pattern.exec(sentence);
    if (!match) continue;
    const valueOf = (text: string): string | number => (codes.some((code) => namesLists.has(code)) ? text : (numberIn(text) ?? text));
    const about = Object.fromEntries(names.map((name, at) => [name, valueOf(match[at + 1] ?? '')]));
    return codes.map((code) => (names.length > 0 ? { code, about } : { code }));
  }
  return [{ code: 'as-written', about: { text: sentence } }];
}

function patternOf(sentence: string): Pick<Pattern, 'names' | 'pattern'> {
  const parts = sentence.split(/\{(\w+)\}/);
  const source = parts.map((part, at) => (at % 2 === 0 ? part.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&') : '(.+?)')).join('');
  return { names: parts.filter((_, at) => at % 2 === 1), pattern: new RegExp(`^${source}$`) };
}

function numberIn(text: string): number | null {
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(text) ? Number(text) : null;
}
