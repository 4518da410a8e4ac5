/** Numbers found in registers: who is registered with substance use in pregnancy, and the help they got. Each can be looked up. */
import { familyStay, registered, renewed, said, tableThree, tableTwo, withinStay } from './estimate-sources.ts';
import type { PublishedEstimate } from './published-estimate.ts';

export const registerEstimates: readonly PublishedEstimate[] = [
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
];
