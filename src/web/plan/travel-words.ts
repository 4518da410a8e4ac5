/** What the travel times of planning are (da: hvad rejsetiden er): one definition at each place that shows them, and why two of them differ. */
import { minutesToNearest } from '../../domain/planning/lab/nearest-minutes.ts';
import type { Scenario } from '../../domain/planning/simulation/scenario.ts';
import { catalogue, type Language } from '../ui/language.ts';
import { minutesSaid } from './plan-words.ts';

const texts = catalogue(
  {
    admitted:
      'Rejsetid: én vej i bil fra kvindens kommune til det afsnit, hun kommer ind på, i gennemsnit for dem, der kommer ind, efter en model og afrundet til 5 minutter. Kom alle ind på det nærmeste afsnit, var den {nearest}; er det nærmeste fyldt, bliver den længere.',
    others: 'Siden «Hvor skal afsnittene ligge?» bruger samme model, men regner ikke med, at et afsnit kan være fyldt.',
    sets: 'Rejsetid: én vej i bil fra kvindens kommune til det afsnit, hun fordeles til, i gennemsnit for alle kvinder, efter samme model som på de andre sider og afrundet til 5 minutter. Antallet af pladser er ikke regnet med, og heller ikke et scenaries egne vægte for, hvor kvinderne bor.',
    proposals:
      'Derfor kan rejsetiden være en anden på siden for et forslag: dér ligger afsnittene, hvor forslaget siger, og er det nærmeste fyldt, rejser hun længere. Forslagenes steder giver, til det nærmeste afsnit: {list}.',
    one: '{sites} {minutes}',
  },
  {
    admitted:
      'Travel: one way by car from the woman’s municipality to the unit that admits her, on average over those admitted, by a model and rounded to 5 minutes. If all were admitted to the nearest unit it would be {nearest}; where the nearest is full it is longer.',
    others: 'The page “Where should the units be?” uses the same model, but does not reckon with a unit that can be full.',
    sets: 'Travel: one way by car from the woman’s municipality to the unit that she is shared out to, on average over all women, by the same model as on the other pages and rounded to 5 minutes. The number of places is not reckoned with, nor a scenario’s own weights for where the women live.',
    proposals:
      'So the travel can be another on the page of a proposal: there the units are where the proposal says, and where the nearest is full she travels further. The sites of the proposals give, to the nearest unit: {list}.',
    one: '{sites} {minutes}',
  },
);

/** Under the numbers of a proposal, on a page and in a document; null where it has no travel. */
export function travelText(scenario: Scenario, language: Language): string | null {
  const nearest = minutesToNearest(scenario);
  if (nearest === null) return null;
  return texts(language)('admitted', { nearest: minutesSaid({ from: nearest, to: nearest }, language) });
}

/** The same on a page, with why another page may say another number. */
export function admittedTravelText(scenario: Scenario, language: Language): string | null {
  const told = travelText(scenario, language);
  return told === null ? null : `${told} ${texts(language)('others')}`;
}

/** Beside the best sets of sites, with what the sites of the documents' proposals give by the same measure. */
export function setsTravelText(proposals: readonly { readonly sites: string; readonly scenario: Scenario }[], language: Language): string {
  const say = texts(language);
  const each = proposals.flatMap(({ sites, scenario }) => {
    const nearest = minutesToNearest(scenario);
    return nearest === null ? [] : [say('one', { sites, minutes: minutesSaid({ from: nearest, to: nearest }, language) })];
  });
  return `${say('sets')} ${say('proposals', { list: [...new Set(each)].join('; ') })}`;
}
