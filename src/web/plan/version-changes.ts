/** What changed between two versions of a scenario (da: hvad der er ændret), in words: sites and estimates by name, the rest field by field. */
import { orderedJson } from '../../domain/ordered-json.ts';
import type { Scenario } from '../../domain/planning/simulation/scenario.ts';
import { numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { fieldName } from './field-names.ts';
import { fieldsFrom } from './form-fields.ts';
import { statedName } from './shown-need.ts';
import { siteName } from './site-name.ts';
import { shownSource } from './source-words.ts';
import { spanText } from './plan-words.ts';
import { scenarioTexts } from './texts.ts';

/** A sentence for each change; empty where the two are the same. */
export function changesBetween(before: Scenario, after: Scenario, language: Language): readonly string[] {
  const say = scenarioTexts(language);
  const changes = [
    ...fieldChanges(before, after, language),
    ...estimateChanges(before, after, language),
    ...siteChanges(before, after, language),
  ];
  return changes.length === 0 && orderedJson(before) !== orderedJson(after) ? [say('change.other')] : changes;
}

function fieldChanges(before: Scenario, after: Scenario, language: Language): readonly string[] {
  const say = scenarioTexts(language);
  const [from, to] = [fieldsFrom(before, language), fieldsFrom(after, language)];
  const written = (text: string | undefined): string => (text ? text.replaceAll('\n', '; ') : say('change.nothing'));
  return Object.keys({ ...from, ...to })
    .filter((field) => !/^(skoen|sted|pladser|behov)-\d+/.test(field) && (from[field] ?? '') !== (to[field] ?? ''))
    .map((field) => {
      const said = (text: string | undefined): string => written(chosenText(field, text, language));
      return say('change.field', { field: fieldName(field, language), from: said(from[field]), to: said(to[field]) });
    });
}

/** What was chosen, as the form says it. */
function chosenText(field: string, value: string | undefined, language: Language): string | undefined {
  const say = scenarioTexts(language);
  if (field === 'taalmodighed' && (value === 'birth' || value === 'none' || value === 'endless' || value === 'andet'))
    return say(`patience.${value}`);
  if (field === 'raekkefoelge' && (value === 'furthest-pregnant' || value === 'first-come')) return say(`order.${value}`);
  if (field === 'geografi' && (value === 'foedsler' || value === 'vaegte' || value === 'fil' || value === 'ingen'))
    return say(`geography.${value}`);
  return value;
}

function estimateChanges({ estimates: before = [] }: Scenario, { estimates: after = [] }: Scenario, language: Language): readonly string[] {
  const say = scenarioTexts(language);
  const range = (one: { readonly from: number; readonly to: number }): string => spanText(one, 1, language);
  return [
    ...after.flatMap((one) => {
      const had = before.find(({ name }) => name === one.name);
      if (!had) return [say('change.estimateAdded', { name: statedName(one, language), range: range(one) })];
      return [
        ...(had.from === one.from && had.to === one.to
          ? []
          : [say('change.field', { field: statedName(one, language), from: range(had), to: range(one) })]),
        ...(had.source === one.source
          ? []
          : [
              say('change.field', {
                field: `${statedName(one, language)}, ${say('source')}`,
                from: shownSource(had.source, language),
                to: shownSource(one.source, language),
              }),
            ]),
      ];
    }),
    ...before
      .filter((had) => !after.some(({ name }) => name === had.name))
      .map((had) => say('change.estimateGone', { name: statedName(had, language) })),
  ];
}

function siteChanges({ sites: before }: Scenario, { sites: after }: Scenario, language: Language): readonly string[] {
  const say = scenarioTexts(language);
  return [
    ...after.flatMap((site) => {
      const had = before.find(({ id }) => id === site.id);
      const [places, flexible] = [site.places, site.flexible?.places ?? 0];
      if (!had) return [say('change.siteAdded', { site: siteName(site.id), places, flexible })];
      const change = (field: string, from: number, to: number): readonly string[] =>
        from === to
          ? []
          : [
              say('change.field', {
                field: `${siteName(site.id)}: ${field}`,
                from: numberText(from, language),
                to: numberText(to, language),
              }),
            ];
      return [...change(say('standing'), had.places, places), ...change(say('byNeed'), had.flexible?.places ?? 0, flexible)];
    }),
    ...before.filter((had) => !after.some(({ id }) => id === had.id)).map(({ id }) => say('change.siteGone', { site: siteName(id) })),
  ];
}
