/** What is wrong with an uploaded scenario, in the reader's language; fields keep the names they have in the file. */
import type { ScenarioFault } from '../../domain/planning/simulation/scenario-fault.ts';
import type { JsonProblem } from '../../schema/json-text.ts';
import type { Language } from '../ui/language.ts';
import { fieldName, fieldOfFault } from './field-names.ts';
import { faultTexts } from './texts.ts';

/** «sites[0].places skal være et helt tal fra 0 til 1000», without a full stop. */
export function faultText(fault: ScenarioFault, language: Language): string {
  const field = fault.where === 'the scenario' ? faultTexts(language)('whole') : fault.where;
  return `${field} ${faultPredicate(fault, language)}`;
}

/** Without the field: «skal være et helt tal fra 0 til 1000». */
function faultPredicate({ code, about, inside }: ScenarioFault, language: Language): string {
  const say = faultTexts(language);
  return inside ? say('cannot-pull', { fault: faultText(inside, language) }) : say(code, about);
}

/** Those that the file's words name fields in, or measure otherwise than the form. */
const formCodes = ['not-share', 'one-stay', 'no-birth', 'closes-at-once'] as const;

/** The same for one who reads the form: its labels and percentages, and never the names that the file has. */
export function formFaultPredicate({ code, about, inside }: ScenarioFault, language: Language): string {
  const say = faultTexts(language);
  if (inside)
    return say('cannot-pull', { fault: `«${fieldName(fieldOfFault(inside), language)}» ${formFaultPredicate(inside, language)}` });
  const own = formCodes.find((known) => known === code);
  return own ? say(`form.${own}`) : say(code, about);
}

/** «ny.json:1:2: filen slutter midt i det hele.» */
export function jsonProblemText({ at, code, about }: JsonProblem, language: Language): string {
  return `${at}: ${faultTexts(language)(`json.${code}`, about)}.`;
}
