/** Numbers of children, and shares of those who were asked. Each can be looked up. */
import { day } from '../time.ts';
import { call, children, registered, renewed, said } from './estimate-sources.ts';
import type { PublishedEstimate } from './published-estimate.ts';

export const childEstimates: readonly PublishedEstimate[] = [
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
