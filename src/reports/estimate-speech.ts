/** An analysis of the hidden number in its reader's language. Pages and files say the same, from the same codes. */
import { answerSentences, type Said } from '../domain/estimation/answer.ts';
import { type AnswerUse, useSentences } from '../domain/estimation/answer-use.ts';
import { dependenceInWords } from '../domain/estimation/dependence.ts';
import type { EstimateRow } from '../domain/estimation/estimate-row.ts';
import type { Remark } from '../domain/estimation/remark.ts';
import { useDanish } from './answer-use-words.ts';
import { answerDanish, modelDanish, modelEnglish, remarkDanish, remarkEnglish, rowDanish, rowEnglish } from './estimate-words.ts';
import { methodDanish, methodEnglish } from './method-sentences.ts';

export type Tongue = 'da' | 'en';

const numbers = { da: new Intl.NumberFormat('da-DK'), en: new Intl.NumberFormat('en-GB') };
const words = {
  da: { rows: rowDanish, answer: answerDanish, uses: useDanish, remarks: remarkDanish, model: modelDanish },
  en: { rows: rowEnglish, answer: answerSentences, uses: useSentences, remarks: remarkEnglish, model: modelEnglish },
} as const;

/** One sentence of the answer; persons are whole. */
export function saidIn({ code, about = {}, by }: Said, tongue: Tongue): string {
  const named = by ? [['method', methodAndModel(by, tongue)] as const] : [];
  return filled(words[tongue].answer[code], new Map([...wholes(about, tongue), ...named]));
}

/** «Model valgt med BIC» (hænger sammen: A + B). */
function methodAndModel({ method, model, lists }: NonNullable<Said['by']>, tongue: Tongue): string {
  const name = tongue === 'da' ? `«${methodIn(method, tongue)}»` : `“${methodIn(method, tongue)}”`;
  const depends = dependenceInWords(model, lists);
  if (depends === null) return name;
  return `${name} (${depends === '' ? words[tongue].model.none : filled(words[tongue].model.depends, new Map([['lists', depends]]))})`;
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

function filled(sentence: string, values: ReadonlyMap<string, string>): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => values.get(name) ?? '');
}
