/** What is wrong with an uploaded scenario, in the reader's language; fields keep the names they have in the file. */
import type { ScenarioFault } from '../../domain/planning/simulation/scenario-fault.ts';
import type { JsonProblem } from '../../schema/json-text.ts';
import type { Language } from '../ui/language.ts';
import { faultTexts } from './texts.ts';

/** «sites[0].places skal være et helt tal fra 0 til 1000», without a full stop. */
export function faultText(fault: ScenarioFault, language: Language): string {
  const field = fault.where === 'the scenario' ? faultTexts(language)('whole') : fault.where;
  return `${field} ${faultPredicate(fault, language)}`;
}

/** The same without the field: «skal være et helt tal fra 0 til 1000». */
export function faultPredicate({ code, about, inside }: ScenarioFault, language: Language): string {
  const say = faultTexts(language);
  return inside ? say('cannot-pull', { fault: faultText(inside, language) }) : say(code, about);
}

/** «ny.json:1:2: filen slutter midt i det hele.» */
export function jsonProblemText({ at, code, about }: JsonProblem, language: Language): string {
  return `${at}: ${faultTexts(language)(`json.${code}`, about)}.`;
}
