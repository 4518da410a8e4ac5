/** Her latest answer to the care that was offered, in her words: a yes can have a condition, and whoever finds her a place must know it. */
import { inForce, type PathwayFact, type RecordedFact } from '../../domain/pathway/facts.ts';
import { saidBeforeLeaving } from '../../domain/pathway/her-yes.ts';
import type { Day } from '../../domain/time.ts';
import type { ReadPathway } from '../../store/pathway.ts';
import { wordTexts } from '../pathways/word-texts.ts';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { doubtTexts } from './doubt-texts.ts';
import { byCode } from '../../domain/code-order.ts';

/** Her words with the yes that stands, and the day she said them. Null where her latest answer is no yes, has no words of hers, or is from before she left a stay. */
function wordsWithYes({ facts, pathway }: Pick<ReadPathway, 'facts' | 'pathway'>): { readonly on: Day; readonly words: string } | null {
  const latest = latestAnswer(facts);
  if (!latest || latest.answer !== 'accepted' || latest.inHerWords === '' || saidBeforeLeaving(latest.on, pathway.stays)) return null;
  return { on: latest.on, words: latest.inHerWords };
}

/** The same as a sentence. */
export function wordsWithYesText(her: Pick<ReadPathway, 'facts' | 'pathway'>, language: Language): string | null {
  const said = wordsWithYes(her);
  return said && doubtTexts(language)('saidYes', { day: dayText(said.on, language), words: said.words });
}

/** «Hendes seneste svar 24. november 2026: Overvejer · synes, der er for langt · «Jeg skal vide, hvor langt væk det er.»»; null where it is a yes. */
export function hesitationText({ facts }: Pick<ReadPathway, 'facts'>, language: Language): string | null {
  const latest = latestAnswer(facts);
  if (!latest || latest.answer === 'accepted') return null;
  const word = wordTexts(language);
  const said = [
    word(`answer.${latest.answer}`),
    ...(latest.reason === null ? [] : [word(`reason.${latest.reason}`).toLocaleLowerCase(language)]),
    ...(latest.inHerWords === '' ? [] : [`«${latest.inHerWords}»`]),
  ];
  return doubtTexts(language)('latestAnswer', { day: dayText(latest.on, language), said: said.join(' · ') });
}

type HerAnswer = Extract<PathwayFact, { readonly type: 'answered' }> & { readonly on: Day };

/** Her latest answer to the care that was offered, as the facts that hold tell it. */
function latestAnswer(facts: readonly RecordedFact[]): HerAnswer | undefined {
  return inForce(facts)
    .flatMap(({ fact, happened }) => (fact.type === 'answered' ? [{ ...fact, on: happened }] : []))
    .toSorted((one, other) => byCode(one.on, other.on))
    .at(-1);
}
