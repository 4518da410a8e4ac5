/** An analysis of the hidden number in its reader's language. Pages and files say the same, from the same codes. */
import { answerSentences, type Said } from '../domain/estimation/answer.ts';
import { type AnswerUse, useSentences } from '../domain/estimation/answer-use.ts';
import type { EstimateRow } from '../domain/estimation/estimate-row.ts';
import type { Remark } from '../domain/estimation/remark.ts';
import { useDanish } from './answer-use-words.ts';
import { answerDanish, remarkDanish, remarkEnglish, rowDanish, rowEnglish } from './estimate-words.ts';
import { methodDanish, methodEnglish } from './method-sentences.ts';

export type Tongue = 'da' | 'en';

const numbers = { da: new Intl.NumberFormat('da-DK'), en: new Intl.NumberFormat('en-GB') };
const words = {
  da: { rows: rowDanish, answer: answerDanish, uses: useDanish, remarks: remarkDanish },
  en: { rows: rowEnglish, answer: answerSentences, uses: useSentences, remarks: remarkEnglish },
} as const;

/** One sentence of the answer; persons are whole. */
export function saidIn({ code, about = {} }: Said, tongue: Tongue): string {
  return filled(words[tongue].answer[code], wholes(about, tongue));
}

/** One thing that the answer can, or cannot, be used for. */
export function useIn({ code, about = {} }: AnswerUse, tongue: Tongue): string {
  return filled(words[tongue].uses[code], wholes(about, tongue));
}

function wholes(about: Readonly<Record<string, number>>, tongue: Tongue): ReadonlyMap<string, string> {
  return new Map(Object.entries(about).map(([name, value]) => [name, numbers[tongue].format(Math.round(value))]));
}

/** A remark of a method, its numbers written as there. */
export function remarkIn({ code, about = {} }: Remark, tongue: Tongue): string {
  const written = Object.entries(about).map(
    ([name, value]) => [name, typeof value === 'number' ? numbers[tongue].format(value) : value] as const,
  );
  return filled(words[tongue].remarks[code], new Map(written));
}

/** A method by its name in words; one that a later edition has given up keeps its code. */
export function methodIn(method: string, tongue: Tongue): string {
  const rows: Readonly<Record<string, string>> = words[tongue].rows;
  return rows[`row.${method}`] ?? method;
}

/** What the method does, in a plain sentence; empty for one that a later edition has given up. */
export function methodSentence(method: string, tongue: Tongue): string {
  const sentences: Readonly<Record<string, string>> = { da: methodDanish, en: methodEnglish }[tongue];
  return sentences[method] ?? '';
}

export function statusIn(status: EstimateRow['status'], tongue: Tongue): string {
  return words[tongue].rows[`status.${status}`];
}

/** A model as the lists that it lets depend on each other: `[12,3]` is the first and the second. Empty where it lets none, null without a model. */
export function dependenceOf(model: string | null, lists: readonly string[]): string | null {
  if (model === null) return null;
  const terms = model
    .slice(1, -1)
    .split(',')
    .filter((term) => term.length > 1);
  return terms.map((term) => Array.from(term, (digit) => lists[Number(digit) - 1] ?? digit).join(' + ')).join('; ');
}

function filled(sentence: string, values: ReadonlyMap<string, string>): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => values.get(name) ?? '');
}
