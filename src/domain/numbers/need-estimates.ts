/** Numbers judged by professionals: how many have the need, and how many get a place. Each can be looked up. */
import { call, needs, renewed, said } from './estimate-sources.ts';
import type { PublishedEstimate } from './published-estimate.ts';

export const needEstimates: readonly PublishedEstimate[] = [
  said(
    call,
    { ...needs, completeness: 'Lovforslagets skøn; bygger på familieambulatorierne i ministeriernes rapport fra september 2015.' },
    {
      id: 'needs-2015',
      value: [10, 15],
      year: '2015',
      quotation: 'anslås, at målgruppen udgør 10-15 kvinder årligt på landsplan',
    },
  ),
  said(call, needs, {
    id: 'needs-2019',
    value: [19, 51],
    year: '2019',
    quotation:
      'skønner de fem regionale familieambulatorier, at målgruppen af gravide kvinder med behov for specialiseret døgnbehandling svinger mellem 19 og 51 kvinder årligt',
  }),
  said(renewed, needs, {
    id: 'needs-2022',
    value: 80,
    year: '2022',
    quotation: 'I 2022 estimerede Danske Regioner, at der er 80 kvinder i målgruppen, der årligt har behov for en døgnbehandlingsindsats',
  }),
  said(renewed, needs, {
    id: 'needs-2023',
    value: [70, 80],
    year: '2023',
    quotation:
      'Regionerne estimerer fortsat, at der sammenlagt er 70-80 gravide med rusmiddelbrug, der årligt har behov for et døgnbehandlingstilbud',
  }),
  said(
    renewed,
    { ...needs, completeness: 'Styrelsens samlede vurdering. Kvinder, hvis brug ikke opdages, er ikke med, så tallet kan være større.' },
    {
      id: 'needs-2024',
      value: [80, 100],
      year: '2024',
      quotation:
        'et grundlag på ca. 80-100 gravide kvinder med et skadeligt rusmiddelbrug, der årligt har et behov for en helhedsorienteret døgnbehandlingsindsats',
    },
  ),
  said(
    call,
    { ...needs, geography: 'one-municipality', completeness: 'Et par af de større kommuner; hvilke siges ikke.' },
    {
      id: 'needs-large-municipality-2019',
      value: 5,
      year: '2019',
      quotation: 'Hos et par af landets større kommuner vurderes målgruppen at udgøre omkring fem kvinder på årsbasis',
    },
  ),
  said(
    call,
    { ...needs, geography: 'one-municipality', completeness: 'En række kommuner; hvor mange siges ikke.' },
    {
      id: 'needs-municipality-2019',
      value: [0, 1],
      year: '2019',
      quotation: 'vurderer en række kommuner, at de møder én eller mindre end én gravid om året med behov for specialiseret døgnbehandling',
    },
  ),
  said(
    call,
    { ...needs, population: 'known-to-clinics', event: 'placed-in-existing' },
    {
      id: 'placed-in-existing-2019',
      value: [3, 10],
      year: '2019',
      quotation: 'Familieambulatorierne anslår, at mellem 3-10 kvinder visiteres til eksisterende døgnbehandlingstilbud i dag',
    },
  ),
  said(
    call,
    { ...needs, population: 'known-to-clinics', event: 'family-stay', unit: 'mother' },
    {
      id: 'mothers-in-family-stay-2019',
      value: [21, 31],
      year: '2019',
      quotation:
        '21-31 nybagte mødre, som har været tilknyttet familieambulatorierne under deres graviditet, årligt visiteres til døgnophold i fx familieinstitutioner',
    },
  ),
];
