/** The documents behind the published estimates, the rows of the definition grid that they share, and how an estimate is written down. */
import { type Day, day } from '../time.ts';
import type { EstimateKind, GridRow, PublishedEstimate } from './published-estimate.ts';

type Document = { readonly saidBy: string; readonly said: Day; readonly source: string };

export const call: Document = {
  saidBy: 'Socialstyrelsen',
  said: day('2019-11-26'),
  source:
    'Central udmelding om udsatte gravide kvinder med skadeligt rusmiddelbrug, 26. november 2019, «Vurdering af målgruppens størrelse»',
};
export const renewed: Document = {
  saidBy: 'Social- og Boligstyrelsen',
  said: day('2024-05-14'),
  source: 'Anmodning om fornyet behandling, 14. maj 2024, afsnittet om målgruppens størrelse',
};
export const joint: Document = {
  saidBy: 'Kommunerne i fællesskab',
  said: day('2025-05-31'),
  source: 'Kommunernes fælles rapport om fornyet behandling, 2025',
};
export const south: Document = {
  saidBy: 'Kommunerne i Syddanmark',
  said: day('2020-08-31'),
  source: 'Afrapportering på den centrale udmelding, Syddanmark, august 2020',
};
export const north: Document = {
  saidBy: 'Kommunerne i Nordjylland',
  said: day('2020-08-19'),
  source: 'Rapport Nordjylland: svar på den centrale udmelding, 19. august 2020',
};

const registerGap = 'Kun de registrerede. Opsporing og registrering er mangelfuld.';
const manualGap = 'Opgjort i hånden. Kun kvinder, kommunen var i kontakt med og traf afgørelse for. Behandlingen er frivillig.';
const clinicGap = 'Kun kvinder, som familieambulatorierne kendte. Ikke alle henvises.';

export const registered: GridRow = {
  population: 'registered-use',
  event: 'registered',
  unit: 'woman',
  period: 'pregnant-in-year',
  geography: 'denmark',
  legalBasis: null,
  ascertainment: 'register-linkage',
  completeness: registerGap,
};
export const familyStay: GridRow = {
  ...registered,
  event: 'family-stay',
  period: 'pregnancy-to-first-birthday',
  legalBasis: 'SEL § 52, stk. 3, nr. 4',
  completeness: `${registerGap} Kun kvinder i befolkningen den 31. december 2020.`,
};
export const withinStay: GridRow = {
  ...familyStay,
  population: 'women-in-family-stay',
  event: 'treatment-before-stay',
  period: '2018-to-stay',
};
export const decided: GridRow = {
  population: 'vulnerable-harmful-use',
  event: 'decided-residential',
  unit: 'woman',
  period: 'calendar-year',
  geography: 'denmark',
  legalBasis: null,
  ascertainment: 'manual-count',
  completeness: manualGap,
};
export const needs: GridRow = {
  ...decided,
  event: 'needs-residential',
  period: 'a-year',
  ascertainment: 'judgement',
  completeness: clinicGap,
};
export const children: GridRow = {
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

export function said(document: Document, grid: GridRow, { id, value, year, quotation, kind, note }: Written): PublishedEstimate {
  const [low, high] = typeof value === 'number' ? [value, value] : value;
  const usual = grid.ascertainment === 'judgement' ? 'expert-range' : 'count';
  return { id, kind: kind ?? usual, low, high, year, ...document, quotation, grid, note: note ?? null };
}

export const tableTwo = { ...joint, source: `${joint.source}, tabel 2 (styrelsens svarbrev af 4. september 2024)` };
export const tableThree = { ...joint, source: `${joint.source}, tabel 3 (styrelsens svarbrev af 6. november 2024)` };
export const tableOne = { ...joint, source: `${joint.source}, tabel 1` };
export const anyRow: GridRow = { ...decided, event: 'decided-any' };

export function yearly(
  document: Document,
  grid: GridRow,
  id: string,
  counts: readonly number[],
  quotation: string,
): readonly PublishedEstimate[] {
  return counts.map((value, index) => said(document, grid, { id: `${id}-${2017 + index}`, value, year: `${2017 + index}`, quotation }));
}
