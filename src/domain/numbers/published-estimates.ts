/** All estimates and counts that the documents behind Samløb publish, in the order of their definitions. Each can be looked up. */
import { day, type Day } from '../time.ts';
import type { EstimateKind, GridRow, PublishedEstimate } from './published-estimate.ts';

type Document = { readonly saidBy: string; readonly said: Day; readonly source: string };

const call: Document = {
  saidBy: 'Socialstyrelsen',
  said: day('2019-11-26'),
  source:
    'Central udmelding om udsatte gravide kvinder med skadeligt rusmiddelbrug, 26. november 2019, «Vurdering af målgruppens størrelse»',
};
const renewed: Document = {
  saidBy: 'Social- og Boligstyrelsen',
  said: day('2024-05-14'),
  source: 'Anmodning om fornyet behandling, 14. maj 2024, afsnittet om målgruppens størrelse',
};
const joint: Document = {
  saidBy: 'Kommunerne i fællesskab',
  said: day('2025-05-31'),
  source: 'Kommunernes fælles rapport om fornyet behandling, 2025',
};
const south: Document = {
  saidBy: 'Kommunerne i Syddanmark',
  said: day('2020-08-31'),
  source: 'Afrapportering på den centrale udmelding, Syddanmark, august 2020',
};
const north: Document = {
  saidBy: 'Kommunerne i Nordjylland',
  said: day('2020-08-19'),
  source: 'Rapport Nordjylland: svar på den centrale udmelding, 19. august 2020',
};

const registerGap = 'Kun de registrerede. Opsporing og registrering er mangelfuld.';
const manualGap = 'Opgjort i hånden. Kun kvinder, kommunen var i kontakt med og traf afgørelse for. Behandlingen er frivillig.';
const clinicGap = 'Kun kvinder, som familieambulatorierne kendte. Ikke alle henvises.';

const registered: GridRow = {
  population: 'registered-use',
  event: 'registered',
  unit: 'woman',
  period: 'pregnant-in-year',
  geography: 'denmark',
  legalBasis: null,
  ascertainment: 'register-linkage',
  completeness: registerGap,
};
const familyStay: GridRow = {
  ...registered,
  event: 'family-stay',
  period: 'pregnancy-to-first-birthday',
  legalBasis: 'SEL § 52, stk. 3, nr. 4',
  completeness: `${registerGap} Kun kvinder i befolkningen den 31. december 2020.`,
};
const withinStay: GridRow = { ...familyStay, population: 'women-in-family-stay', event: 'treatment-before-stay', period: '2018-to-stay' };
const decided: GridRow = {
  population: 'vulnerable-harmful-use',
  event: 'decided-residential',
  unit: 'woman',
  period: 'calendar-year',
  geography: 'denmark',
  legalBasis: null,
  ascertainment: 'manual-count',
  completeness: manualGap,
};
const needs: GridRow = {
  ...decided,
  event: 'needs-residential',
  period: 'a-year',
  ascertainment: 'judgement',
  completeness: clinicGap,
};
const children: GridRow = {
  ...registered,
  population: 'children',
  event: 'exposure-diagnosed',
  unit: 'child',
  period: 'birth-year',
  completeness: 'Kun børn, der har fået diagnosen. Den kan komme flere år efter fødslen.',
};

type Written = {
  readonly id: string;
  readonly value: number | readonly [number, number];
  readonly year: string;
  readonly quotation: string;
} & {
  readonly kind?: EstimateKind;
  readonly note?: string;
};

function said(document: Document, grid: GridRow, { id, value, year, quotation, kind, note }: Written): PublishedEstimate {
  const [low, high] = typeof value === 'number' ? [value, value] : value;
  const usual = grid.ascertainment === 'judgement' ? 'expert-range' : 'count';
  return { id, kind: kind ?? usual, low, high, year, ...document, quotation, grid, note: note ?? null };
}

const tableTwo = { ...joint, source: `${joint.source}, tabel 2 (styrelsens svarbrev af 4. september 2024)` };
const tableThree = { ...joint, source: `${joint.source}, tabel 3 (styrelsens svarbrev af 6. november 2024)` };
const tableOne = { ...joint, source: `${joint.source}, tabel 1` };
const anyRow: GridRow = { ...decided, event: 'decided-any' };

function yearly(document: Document, grid: GridRow, id: string, counts: readonly number[], quotation: string): readonly PublishedEstimate[] {
  return counts.map((value, index) => said(document, grid, { id: `${id}-${2017 + index}`, value, year: `${2017 + index}`, quotation }));
}

export const publishedEstimates: readonly PublishedEstimate[] = [
  said(renewed, registered, {
    id: 'registered-2020',
    value: 1460,
    year: '2020',
    // The document itself calls the count an underestimate of the group.
    kind: 'lower-bound',
    quotation: 'i 2020 var 1.460 kvinder. Der er tale om et underestimat på målgruppens mulige størrelse',
  }),
  said(renewed, familyStay, {
    id: 'family-stay-2020',
    value: 83,
    year: '2020',
    quotation:
      'Ud af de 1.460 kvinder var der i 2020 83 kvinder, der i løbet af deres graviditet eller op til 1 år efter fødslen har modtaget et døgnophold i form af familieanbringelse',
    note: 'Fra graviditetens start til barnet er fyldt 1 år; kvinder i befolkningen den 31. december 2020. Brugt er hverken ønsket af kommunen eller nødvendigt.',
  }),
  said(
    renewed,
    { ...registered, event: 'drug-residential', period: 'pregnancy', legalBasis: null },
    {
      id: 'drug-residential-2020',
      value: 21,
      year: '2020',
      quotation: 'Derudover var der 21 kvinder, der i løbet af deres graviditet var visiteret til et stofmisbrugsdøgnbehandlingstilbud',
      note: '«Derudover» kan betyde, at ingen af de 21 er blandt de 83; det siges ikke klart.',
    },
  ),
  said(tableTwo, withinStay, {
    id: 'treatment-before-stay-2020',
    value: 30,
    year: '2020',
    quotation: 'Har været i misbrugsbehandling før døgnopholdet 30 36%',
    note: 'Behandling fra 2018 til døgnopholdets start.',
  }),
  said(
    tableThree,
    { ...withinStay, event: 'treatment-during-stay', period: 'during-stay' },
    {
      id: 'treatment-during-stay-2020',
      value: 16,
      year: '2020',
      quotation: 'Har været i misbrugsbehandling under døgnopholdet 16 19%',
      note: 'Nogle af kvinderne er også talt med blandt dem, der var i behandling før.',
    },
  ),
  ...(
    [
      [
        'other-service-before-stay',
        '2018-to-stay',
        24,
        'Har modtaget øvrige ydelser til socialt udsatte efter Lov om social service (fx § 85) 24 29%',
      ],
      [
        'preventive-before-stay',
        'childs-life-to-stay',
        60,
        'Familien har modtaget andre forebyggende foranstaltninger før døgnopholdet 60 72%',
      ],
      ['family-treatment-before-stay', 'childs-life-to-stay', 36, 'Heraf modtagere af familiebehandling (BL § 32 nr. 5) 36 43%'],
    ] as const
  ).map(([event, period, value, quotation]) =>
    said(tableTwo, { ...withinStay, event, period }, { id: `${event}-2020`, value, year: '2020', quotation }),
  ),
  ...(
    [
      [
        'other-service-during-stay',
        13,
        'Har modtaget øvrige ydelser til socialt udsatte efter Lov om social service (fx SEL § 85): 13 16%',
      ],
      ['preventive-during-stay', 70, 'Familien har modtaget andre forebyggende foranstaltninger før døgnopholdet 70 84%'],
      ['family-treatment-during-stay', 39, 'Heraf modtagere af familiebehandling (BL § 32 nr. 5) 39 47%'],
    ] as const
  ).map(([event, value, quotation]) =>
    said(
      tableThree,
      { ...withinStay, event, period: 'during-stay' },
      {
        id: `${event}-2020`,
        value,
        year: '2020',
        quotation,
        ...(event === 'preventive-during-stay'
          ? { note: 'Tabellen handler om ydelser samtidig med opholdet, men rækken hedder «før døgnopholdet».' }
          : {}),
      },
    ),
  ),
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
  said(renewed, children, {
    id: 'children-2020',
    value: 313,
    year: '2020',
    quotation: 'der i 2020 blev født 313 børn diagnosticeret med prænatal eksposition for rusmidler',
  }),
  said(
    { saidBy: 'Social- og Boligstyrelsen', said: day('2022-02-01'), source: 'Styrelsens oplæg om forløbsbeskrivelsen, 2022' },
    { ...children, period: 'stock' },
    {
      id: 'children-under-18-2018',
      value: 3206,
      year: '2018',
      quotation: '3.206 børn i aldersgruppen 0-17 år er registreret for prænatal rusmiddeleksponering',
    },
  ),
  said(
    renewed,
    {
      ...children,
      event: 'high-alcohol',
      period: 'several-years',
      ascertainment: 'cohort-study',
      completeness: 'Høj alkoholeksponering; 1996–2018, 0,4 % af børnene. Dokumentet regner det om til ca. 200 kvinder om året.',
    },
    {
      id: 'children-high-alcohol-1996-2018',
      value: 4799,
      year: '1996-2018',
      quotation: 'over 23 år var 4.799 børn (0.4% af populationen), der har været udsat for en høj alkoholeksponering',
    },
  ),
  said(
    call,
    {
      ...registered,
      population: 'all-pregnant',
      event: 'drugs-in-urine',
      period: 'one-visit',
      geography: 'one-clinic',
      ascertainment: 'sample',
      completeness: 'Ét ambulatoriums undersøgelse ved den almindelige svangreundersøgelse.',
    },
    {
      id: 'drugs-in-urine',
      value: 0.075,
      year: '',
      kind: 'share',
      quotation: 'omkring en ud af 13 personer – eller ca. 7,5 pct. - havde stoffer i urinen',
    },
  ),
];

/** The estimate with an id. Throws on one that is not there: that is a bug. */
export function publishedEstimate(id: string): PublishedEstimate {
  const found = publishedEstimates.find((known) => known.id === id);
  if (!found) throw new Error(`there is no published estimate ${id}`);
  return found;
}
