/** What each of the documents' estimates of need is (da: skøn over behovet): one name and one definition with its period, for every page and document. */
import { needNames } from '../../domain/planning/proposals/need-estimates.ts';
import { catalogue } from '../ui/language.ts';

export const needWords = catalogue(
  {
    'name.placed-2017-2019': needNames['placed-2017-2019'],
    'name.municipalities-2025': needNames['municipalities-2025'],
    'name.agency-2024': needNames['agency-2024'],
    'is.placed-2017-2019':
      'Talt: så mange kvinder visiterede kommunerne til døgnbehandling i hvert af årene 2017, 2018 og 2019, hele landet (afrapporteringen, december 2020).',
    'is.municipalities-2025':
      'Talt i registre: af de 83 kvinder på døgnophold for familier i 2020 fik 16 rusmiddelbehandling under opholdet og 30 før det. Kommunerne ser det som målgruppens størrelse (fælles besvarelse, 2025); her står tallene for kvinder om året.',
    'is.agency-2024':
      'Skønnet: så mange har ifølge Social- og Boligstyrelsen behov for døgnbehandling om året, hele landet (anmodningen, 2024). Uopdagede er ikke med.',
    quoted: '«{name}»',
    heading: '{name}: {women} kvinder om året',
    withMiddle: '{women} kvinder om året, midt i {middle}',
  },
  {
    'name.placed-2017-2019': 'Placed in residential treatment 2017–2019',
    'name.municipalities-2025': 'Residential stays with substance treatment 2020',
    'name.agency-2024': 'The agency’s estimate 2024',
    'is.placed-2017-2019':
      'Counted: as many women as the municipalities placed in residential treatment in each of the years 2017, 2018 and 2019, whole country (the report of December 2020).',
    'is.municipalities-2025':
      'Counted in registers: of the 83 women in residential family stay in 2020, 16 had substance treatment during the stay and 30 before it. The municipalities see it as the size of the group (joint answer, 2025); here the numbers stand for women a year.',
    'is.agency-2024':
      'Judged: as many as need residential treatment a year according to the agency, whole country (the request of 2024). Those who are not discovered are not counted.',
    quoted: '“{name}”',
    heading: '{name}: {women} women a year',
    withMiddle: '{women} women a year, the middle {middle}',
  },
);
