/** Her no to a place that came to nothing by it, in words for those who seek on for her. */
import type { Id } from '../../domain/id.ts';
import type { RecordedFact } from '../../domain/pathway/facts.ts';
import type { ToldAnswer } from '../../domain/pathway/her-answer.ts';
import { wordTexts } from '../pathways/word-texts.ts';
import type { Language } from '../ui/language.ts';
import { herAnswerTexts } from './her-answer-texts.ts';

/** «Hun sagde nej til Fjordhuset, Strand: for langt væk». The reason only where it may be read; `null` where her latest answer is no no. */
function noText(said: ToldAnswer | null, unit: string, language: Language): string | null {
  if (said?.answer !== 'no') return null;
  const say = herAnswerTexts(language);
  return 'why' in said ? say('saidNoWhy', { unit, why: wordTexts(language)(`reason.${said.why}`) }) : say('saidNo', { unit });
}

/** The same from what was told on her pathway of a stay: her no is taken back by no other word than her own yes. */
export function herNoText(
  facts: readonly RecordedFact[],
  { id, unitName }: { readonly id: Id<'stay'>; readonly unitName: string },
  language: Language,
): string | null {
  const told = facts.flatMap(({ fact }) =>
    fact.type === 'place-answered' && fact.stay === id && (fact.said.answer === 'yes' || fact.said.answer === 'no') ? [fact.said] : [],
  );
  return noText(told.at(-1) ?? null, unitName, language);
}
