/** The assumptions of a scenario as they are read (da: det, der regnes med): each with its value and range in one unit, and where it comes from. */
import type { Scenario } from '../../domain/planning/simulation/scenario.ts';
import type { Language } from '../ui/language.ts';
import { documentWords } from './document-words.ts';
import { withoutHint } from './field-names.ts';
import { assumptionFields, fieldsFrom, placesText, writtenAssumption } from './form-fields.ts';
import { shownSource } from './source-words.ts';
import { scenarioTexts } from './texts.ts';

export type AssumptionRow = {
  readonly name: string;
  readonly value: string;
  /** A dash where it has none. */
  readonly range: string;
  readonly source: string;
  /** Whether it has no source but the word «antagelse». */
  readonly isAssumed: boolean;
};

/** Those that the scenario says something of, in the order of its form. */
export function assumptionRows(scenario: Scenario, language: Language): readonly AssumptionRow[] {
  const fields = fieldsFrom(scenario, language);
  const percent = (text: string, unit: 'number' | 'percent'): string => (text === '' || unit === 'number' ? text : `${text} %`);
  return assumptionFields
    .filter(({ word }) => (fields[word] ?? '') + (fields[`${word}-fra`] ?? '') !== '')
    .map(({ word, written, range: unit }) => {
      const [from, to, source] = [fields[`${word}-fra`] ?? '', fields[`${word}-til`] ?? '', fields[`${word}-kilde`] ?? ''];
      return {
        name: withoutHint(scenarioTexts(language)(`field.${word}`)),
        value: percent(written === 'none' ? elsewhere(word, scenario) : spread(fields[word] ?? '', language), unit),
        range: from === '' ? '–' : percent(`${from}–${to}`, unit),
        source: shownSource(source, language),
        isAssumed: source === writtenAssumption[language],
      };
    });
}

/** What the form has in another place than among its assumptions. */
function elsewhere(word: string, { sites }: Scenario): string {
  return word === 'rejse' ? '100' : placesText(sites);
}

/** «8–36, oftest 20» for what the form writes as «8–20–36». */
function spread(written: string, language: Language): string {
  const [least, likely, most, ...more] = written.split('–');
  if (least === undefined || likely === undefined || most === undefined || more.length > 0) return written;
  return documentWords(language)('spread', { least, likely, most });
}
