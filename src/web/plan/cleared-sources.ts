/** What is written without a source in a scenario's form, and is therefore saved as an assumption (da: antagelse): it is said, and never silent. */
import { assumptionWord } from '../../domain/planning/lab/check-basis.ts';
import type { Scenario } from '../../domain/planning/simulation/scenario.ts';
import type { Language } from '../ui/language.ts';
import { withoutHint } from './field-names.ts';
import { assumptionFields, costFields, mostEstimateRows } from './form-fields.ts';
import { scenarioTexts } from './texts.ts';

/**
 * What became an assumption because its source was left empty, by the names that the form has for it. What stood as an assumption before, or is
 * gone itself, is not among it. `text`: the form as it was sent; `base`: the scenario that it was opened with.
 */
export function becameAssumptions(text: (field: string) => string, base: Scenario, language: Language): readonly string[] {
  const say = scenarioTexts(language);
  const isCleared = (field: string, lever: string): boolean => {
    const before = base.basis?.[lever]?.source;
    return before !== undefined && before !== assumptionWord && text(field) === '';
  };
  const estimates = Array.from({ length: mostEstimateRows }, (_, row) => row)
    .filter((row) => text(`skoen-${row}-navn`) !== '' && text(`skoen-${row}-kilde`) === '')
    .filter((row) => base.estimates?.[row]?.source !== assumptionWord)
    .map((row) => text(`skoen-${row}-navn`));
  const assumptions = assumptionFields
    .filter(({ lever, word, written }) => isCleared(`${word}-kilde`, lever) && (written === 'none' || text(word) !== ''))
    .map(({ word }) => withoutHint(say(`field.${word}`)));
  const costs = isCleared('omkostninger-kilde', 'costs') && text(costFields.currency) !== '' ? [say('costs')] : [];
  return [...estimates, ...assumptions, ...costs];
}
