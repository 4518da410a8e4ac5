/** What the file of a study says to people: its columns, its kinds of rows, its measures and what they are. JSON has the names that programs read. */
import { type LabMeasure, labMeasures } from '../../domain/planning/lab/paired.ts';
import { catalogue, type Language } from '../ui/language.ts';
import { labTexts } from './texts.ts';

export const studyFileWords = catalogue(
  {
    about: 'Om tallene',
    sheet: 'Tal',
    'column.kind': 'tal for',
    'column.proposal': 'forslag',
    'column.estimate': 'skøn',
    'column.source': 'skønnets kilde',
    'column.womenAYear': 'kvinder om året',
    'column.unit': 'afsnit',
    'column.assumption': 'antagelse',
    'column.assumptionValue': 'antagelsens værdi',
    'column.measure': 'mål',
    'column.value': 'værdi',
    'column.low': 'nedre',
    'column.high': 'øvre',
    'kind.level': 'alle år',
    'kind.chance': 'tilfældet',
    'kind.unit': 'afsnit',
    'kind.year': 'enkelte år',
    'kind.effect': 'antagelse trukket',
    'kind.difference': 'forskel fra {title}',
    admissions: 'Indskrivninger om året',
    three: 'Andel af år med mindst tre indskrivninger',
    year: 'Indskrivninger i et enkelt år',
    yearOf: 'Indskrivninger i år {year}',
    'about.study': 'Beregning',
    'about.edition': 'Model',
    'about.seed': 'Startnummer',
    'about.replications': 'Gentagelser',
    'about.asked': 'Spurgt',
    'about.by': 'Af',
    'about.interval': 'Nedre og øvre',
    'interval.is':
      '95 % omkring gennemsnittet, givet så mange gentagelser; ved «tilfældet» og «enkelte år» er værdien den midterste, og mellem nedre og øvre ligger ni af ti perioder eller år',
    'about.assumptions': 'Antagelser',
    'assumptions.are': 'hver værdi i et scenarie er en antagelse eller har sin kilde: se JSON-filen',
    'about.kind': 'Tal for',
    'kinds.are':
      '«alle år» er gennemsnittet over scenariets år; «afsnit» det samme for ét afsnit; «tilfældet» perioder, der kun skilles ad af tilfældet; «enkelte år» år for år; «forskel fra» samme kvinder i begge forslag; «antagelse trukket» målet, når antagelsen har værdien',
    'about.measures': 'Mål',
    'measures.are':
      'andele er tal fra 0 til 1; «Kommer aldrig ind» er af dem, der siger ja til en plads; «Uger tabt» er fra henvisningen, til hun er indskrevet; «Belægning» er optagne af åbne pladsdage; rejsetid er minutter i bil, én vej; omkostninger er i forslagets egen valuta',
  },
  {
    about: 'About the numbers',
    sheet: 'Numbers',
    'column.kind': 'numbers of',
    'column.proposal': 'proposal',
    'column.estimate': 'estimate',
    'column.source': 'source of the estimate',
    'column.womenAYear': 'women a year',
    'column.unit': 'unit',
    'column.assumption': 'assumption',
    'column.assumptionValue': 'value of the assumption',
    'column.measure': 'measure',
    'column.value': 'value',
    'column.low': 'lower',
    'column.high': 'upper',
    'kind.level': 'all years',
    'kind.chance': 'chance',
    'kind.unit': 'unit',
    'kind.year': 'single years',
    'kind.effect': 'assumption pulled',
    'kind.difference': 'difference from {title}',
    admissions: 'Admissions a year',
    three: 'Share of years with at least three admissions',
    year: 'Admissions in a single year',
    yearOf: 'Admissions in year {year}',
    'about.study': 'Calculation',
    'about.edition': 'Model',
    'about.seed': 'Seed',
    'about.replications': 'Replications',
    'about.asked': 'Asked',
    'about.by': 'By',
    'about.interval': 'Lower and upper',
    'interval.is':
      '95 % around the mean, given so many replications; of “chance” and “single years” the value is the middle one, and nine of ten periods or years lie between lower and upper',
    'about.assumptions': 'Assumptions',
    'assumptions.are': 'every value of a scenario is an assumption or has its source: see the JSON file',
    'about.kind': 'Numbers of',
    'kinds.are':
      '“all years” is the mean over the years of the scenario; “unit” the same of one unit; “chance” periods that chance alone tells apart; “single years” year by year; “difference from” with the same women in both proposals; “assumption pulled” the measure when the assumption has the value',
    'about.measures': 'Measures',
    'measures.are':
      'shares are numbers from 0 to 1; “Never come in” is of those who accept a place; weeks lost are from the referral until she is admitted; occupancy is taken of open place-days; travel is minutes by car, one way; costs are in the currency of the proposal',
  },
);

/** A kind of row in words; `difference` is the proposal that it is the difference from. */
export function kindInWords(kind: string, language: Language): string {
  const say = studyFileWords(language);
  const [, title] = /^difference from (.*)$/s.exec(kind) ?? [];
  if (title !== undefined) return say('kind.difference', { title });
  return kind === 'level' || kind === 'chance' || kind === 'unit' || kind === 'year' || kind === 'effect' ? say(`kind.${kind}`) : kind;
}

/** A measure in words: of a unit, of a single year, or of the whole proposal. */
export function measureInWords(measure: string, isOfUnit: boolean, language: Language): string {
  const say = studyFileWords(language);
  const [, year] = /^admissions-in-year-(\d+)$/.exec(measure) ?? [];
  if (year !== undefined) return say('yearOf', { year });
  if (measure === 'admissions-in-a-year') return say('year');
  if (measure === 'years-with-three') return say('three');
  if (isOfUnit && measure === 'admissions-a-year') return say('admissions');
  return isLabMeasure(measure) ? labTexts(language)(`measure.${measure}`) : measure;
}

function isLabMeasure(measure: string): measure is LabMeasure {
  return labMeasures.some((one) => one === measure);
}
