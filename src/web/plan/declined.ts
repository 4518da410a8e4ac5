/** Who declines a place (da: siger nej): the numbers of an answer are of those who accept, and how many that leaves out is said beside them. */
import type { NeedAnswer } from '../../domain/planning/proposals/answer.ts';
import type { Language } from '../ui/language.ts';
import { leadWords } from './lead-words.ts';
import { estimateText, percentText, type rangeText, spanText } from './plan-words.ts';
import type { ShownNeed } from './shown-need.ts';

/** What a sentence is given to say whom its numbers are of: of all, or of some who accept. */
export function whoAccept(answers: readonly Pick<NeedAnswer, 'accepts'>[]): { readonly yes: 'some' | 'all' } {
  return { yes: answers.some(({ accepts }) => accepts < 1) ? 'some' : 'all' };
}

/** The share who decline: «44 %». */
export function declinedShare({ accepts }: Pick<NeedAnswer, 'accepts'>, language: Language): string {
  return percentText({ from: 1 - accepts, to: 1 - accepts }, language);
}

type Declining = Pick<ShownNeed, 'accepts' | 'need'>;

/** Women a year who decline, from the lowest to the highest number of the estimate and at its middle: «35–44 (40)». */
export function declinedText({ accepts, need: { from, to } }: Declining, written: typeof rangeText, language: Language): string {
  const [least = 0, middle = 0, most = 0] = [from, (from + to) / 2, to].map((women) => women * (1 - accepts));
  return written({ from: least, middle, to: most }, (span) => spanText(span, digitsOf(most), language), language);
}

/** A tenth of a woman is told where there are few. */
function digitsOf(most: number): number {
  return most < 10 ? 1 : 0;
}

/** «35–44 af 80–100 kvinder om året». */
function declinedOf(answer: Declining, language: Language): string {
  const { accepts, need } = answer;
  const [from, to] = [need.from * (1 - accepts), need.to * (1 - accepts)];
  return leadWords(language)('declinedOf', {
    declined: spanText({ from, to }, digitsOf(to), language),
    women: estimateText(answer, language),
  });
}

/** Under one estimate, for its card; none where all accept. */
export function declinedUnder(answer: ShownNeed, language: Language): readonly string[] {
  if (answer.accepts >= 1) return [];
  return [leadWords(language)('in.declined', { no: declinedShare(answer, language), each: declinedOf(answer, language) })];
}
