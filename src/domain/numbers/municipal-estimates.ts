/** Numbers counted in the municipalities: whom they decided a treatment for, and what others say of the same count. Each can be looked up. */
import { anyRow, decided, north, renewed, said, south, tableOne, yearly } from './estimate-sources.ts';
import type { PublishedEstimate } from './published-estimate.ts';

export const municipalEstimates: readonly PublishedEstimate[] = [
  ...yearly(
    tableOne,
    anyRow,
    'decided-any',
    [37, 45, 58],
    'Antal udsatte gravide kvinder med skadeligt rusmiddelbrug, som kommunerne har visiteret til en behandlingsindsats, dvs. både døgnindsatser og ambulante indsatser, fx misbrugs- eller familiebehandlingsindsatser 37 45 58',
  ),
  ...yearly(
    tableOne,
    decided,
    'decided-residential',
    [6, 6, 8],
    'Antal udsatte gravide kvinder med skadeligt rusmiddelbrug, som kommunerne har visiteret til en døgnbehandlingsindsats 6 6 8',
  ),
  said(south, decided, {
    id: 'decided-residential-south-says',
    value: [6, 8],
    year: '2017-2019',
    quotation: 'på landsplan er mellem 6-8 kvinder i de pågældende år',
  }),
  said(north, decided, {
    id: 'decided-residential-north-says',
    value: [3, 8],
    year: '2017-2019',
    quotation: 'på landsplan de sidste 3 år er blevet visiteret mellem 3-8 kvinder til døgnbehandling om året',
    note: 'De andre dokumenter skriver 6–8 om det samme. Begge står her, som de er skrevet.',
  }),
  said(renewed, decided, {
    id: 'decided-residential-agency-says',
    value: 6,
    year: '2016-2017',
    quotation: 'i 2016-17 på landsplan har visiteret 6 udsatte gravide kvinder med skadeligt rusmiddelbrug til døgnbehandlingsindsatser',
    note: 'Kommunernes tabel siger 6 i 2017 og 6 i 2018.',
  }),
  ...yearly(south, { ...anyRow, geography: 'syddanmark' }, 'south-decided-any', [10, 8, 8], 'både døgn- og ambulante indsatser 10 8 8'),
  ...yearly(
    south,
    { ...decided, geography: 'syddanmark' },
    'south-decided-residential',
    [2, 2, 2],
    'som er visiteret til en døgnbehandlingsindsats 2 2 2',
  ),
];
