/** An analysis of the hidden number in its reader's language. Pages and files say the same, from the same codes. */
import { answerSentences, type Said } from '../domain/estimation/answer.ts';
import type { EstimateRow } from '../domain/estimation/estimate-row.ts';
import type { Remark } from '../domain/estimation/remark.ts';
import { answerDanish, remarkDanish, remarkEnglish, rowDanish, rowEnglish } from './estimate-words.ts';

export type Tongue = 'da' | 'en';

const numbers = { da: new Intl.NumberFormat('da-DK'), en: new Intl.NumberFormat('en-GB') };
const words = {
  da: { rows: rowDanish, answer: answerDanish, remarks: remarkDanish },
  en: { rows: rowEnglish, answer: answerSentences, remarks: remarkEnglish },
} as const;

/** One sentence of the answer; persons are whole. */
export function saidIn({ code, about = {} }: Said, tongue: Tongue): string {
  const whole = Object.entries(about).map(([name, value]) => [name, numbers[tongue].format(Math.round(value))] as const);
  return filled(words[tongue].answer[code], new Map(whole));
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
