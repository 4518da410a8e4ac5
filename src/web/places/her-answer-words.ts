/** Her answer to the place that is found for her, in words. */
import type { PathwayFact } from '../../domain/pathway/facts.ts';
import { heldBeforeYesReasons } from '../../domain/pathway/her-yes.ts';
import type { ToldAnswer } from '../../domain/pathway/her-answer.ts';
import { answerReasons } from '../../domain/pathway/facts.ts';
import { wordTexts } from '../pathways/word-texts.ts';
import type { Language } from '../ui/language.ts';
import { herAnswerTexts } from './her-answer-texts.ts';
import { herYesTexts } from './her-yes-texts.ts';

/** «Hendes svar på pladsen i Strand: ja», with who asked her and by which way, and the reason where the reader may see it. */
export function describeHerAnswer(
  { unitName, said }: Extract<PathwayFact, { readonly type: 'place-answered' }>,
  language: Language,
): { readonly what: string; readonly detail: string | null } {
  const say = herAnswerTexts(language);
  return {
    what: say('told', { unit: unitName, answer: say(`short.${said.answer}`) }),
    detail: detailOf(said, language) || null,
  };
}

/** Who asked and how, and the reason. */
function detailOf(said: ToldAnswer, language: Language): string {
  const say = herAnswerTexts(language);
  const asked = 'asked' in said && said.asked ? [say('askedText', { by: said.asked.by, way: say(`way.${said.asked.way}`) })] : [];
  const why = 'why' in said && said.answer !== 'not-possible' ? [reasonText(said.why, said.answer, language)] : [];
  const written = 'written' in said ? [said.written] : [];
  return [...asked, ...why, ...written].filter((text) => text !== '').join(' · ');
}

function reasonText(why: string, answer: ToldAnswer['answer'], language: Language): string {
  if (answer === 'no') {
    const hers = answerReasons.find((one) => one === why);
    return hers ? wordTexts(language)(`reason.${hers}`) : '';
  }
  const known = heldBeforeYesReasons.find((one) => one === why);
  return known ? herYesTexts(language)(`why.${known}`) : '';
}
