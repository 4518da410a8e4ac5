/** The sources of the documents' own scenarios (da: kilder) in the reader's language. A file has them in Danish, whoever fetches it. */
import { documentSources } from '../../domain/planning/lab/position-scenarios.ts';
import { catalogue, type Language } from '../ui/language.ts';
import { writtenSource } from './form-fields.ts';

const texts = catalogue(documentSources, {
  'placed-2017-2019': 'Women placed in the whole country 2017–2019, the report of December 2020',
  'municipalities-2025': '19 and 36 % of the agency’s 83 women, the joint answer of the municipalities 2025',
  'agency-2024': 'Overall judgement of the Agency for Social Affairs and Housing, the request of 2024; the undiscovered are not counted',
  fillingUp: 'A new offer takes 1–3 years to get going (the municipalities, 2025)',
  travel: 'Model without a road network; ± 20 %',
  areas: 'Aged 0 in 2018–2020, Statistics Denmark; the same risk everywhere is an assumption',
  sites: 'One large place of birth in each region is an assumption',
  chosenSites: 'Chosen by travel among the places of birth; whether a unit can be there has not been examined',
});
const known = Object.keys(documentSources) as readonly (keyof typeof documentSources)[];

/**
 * A source as it is read, the word «antagelse» where there is none. What somebody wrote herself is not translated. For reading alone: a form writes
 * back what the file has.
 */
export function shownSource(source: string | undefined, language: Language): string {
  const of = known.find((id) => documentSources[id] === source);
  return of ? texts(language)(of) : writtenSource(source, language);
}
