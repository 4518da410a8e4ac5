/**
 * The legal basis of residential treatment (da: hjemmel). It decides the duty to offer a detention contract (with prior consent),
 * where the woman complains, and who acts and pays. Each row cites its source; read from the texts in force on `from`.
 */
import { type Day, day } from './time.ts';

export const legalBasisIds = ['SEL-107-2-2', 'SUL-141', 'BL-32-1-6'] as const;
export type LegalBasisId = (typeof legalBasisIds)[number];

export type LegalBasis = {
  readonly id: LegalBasisId;
  /** How Danish case work cites it. */
  readonly citation: string;
  /** What the paragraph is about, in Danish as it is said in case work: nobody has to know the numbers by heart. */
  readonly subject: string;
  /** The text that was read, with its address. */
  readonly source: string;
  readonly from: Day;
  /** A contract of detention with prior consent must be offered in connection with the stay. */
  readonly contractMustBeOffered: boolean;
  /** The rule that says so; `null` when there is none. */
  readonly contractRule: string | null;
  /** The text of that rule that was read, and where it stands; `null` when there is none. */
  readonly contractText: { readonly edition: string; readonly source: string } | null;
  /** Where a refusal to offer the stay or the contract is complained of. */
  readonly complaint: 'ankestyrelsen' | 'styrelsen-for-patientklager';
  /** Weeks she has to complain, where the text was read; `null` where it was not. */
  readonly complaintWeeks: number | null;
  /** Which municipality acts, and the rule that says so. The one that acts commits itself to pay when it confirms. */
  readonly acting: { readonly municipality: 'acting' | 'offering'; readonly rule: string };
  /** The rule that makes it free of charge for her; `null` where none was read. */
  readonly freeForHer: string | null;
};

export const legalBases: Readonly<Record<LegalBasisId, LegalBasis>> = {
  'SEL-107-2-2': {
    id: 'SEL-107-2-2',
    citation: 'serviceloven § 107, stk. 2, nr. 2',
    subject: 'midlertidigt ophold',
    source: 'LBK nr. 1129 af 22/09/2025 (https://www.retsinformation.dk/eli/lta/2025/1129)',
    from: day('2025-09-22'),
    contractMustBeOffered: true,
    contractRule: 'lov om tilbageholdelse af stofmisbrugere i behandling § 1, stk. 1 (LBK nr. 972 af 08/08/2017)',
    contractText: { edition: 'LBK nr. 972 af 08/08/2017', source: 'https://www.retsinformation.dk/eli/lta/2017/972' },
    complaint: 'ankestyrelsen',
    complaintWeeks: 4,
    acting: { municipality: 'acting', rule: 'retssikkerhedsloven § 9, stk. 3, og § 9 b (LBK nr. 354 af 02/04/2025)' },
    freeForHer: null,
  },
  'SUL-141': {
    id: 'SUL-141',
    citation: 'sundhedsloven § 141',
    subject: 'alkoholbehandling',
    source: 'LBK nr. 275 af 12/03/2025 (https://www.retsinformation.dk/eli/lta/2025/275)',
    from: day('2025-03-12'),
    contractMustBeOffered: true,
    contractRule: 'sundhedsloven § 141 b, stk. 1 (LBK nr. 275 af 12/03/2025)',
    contractText: { edition: 'LBK nr. 275 af 12/03/2025', source: 'https://www.retsinformation.dk/eli/lta/2025/275' },
    complaint: 'styrelsen-for-patientklager',
    complaintWeeks: null,
    acting: { municipality: 'offering', rule: 'sundhedsloven § 141, stk. 1 (LBK nr. 275 af 12/03/2025)' },
    freeForHer: 'sundhedsloven § 141, stk. 1',
  },
  'BL-32-1-6': {
    id: 'BL-32-1-6',
    citation: 'barnets lov § 32, stk. 1, nr. 6',
    subject: 'familieophold',
    source: 'LBK nr. 282 af 17/03/2025 (https://www.retsinformation.dk/eli/lta/2025/282)',
    from: day('2025-03-17'),
    contractMustBeOffered: false,
    contractRule: null,
    contractText: null,
    complaint: 'ankestyrelsen',
    complaintWeeks: 4,
    acting: { municipality: 'acting', rule: 'retssikkerhedsloven § 9 (LBK nr. 354 af 02/04/2025)' },
    freeForHer: null,
  },
};

/** A legal basis as it is chosen and shown: «sundhedsloven § 141 (alkoholbehandling)». */
export function legalBasisText(id: LegalBasisId): string {
  const { citation, subject } = legalBases[id];
  return `${citation} (${subject})`;
}

/** Reads a legal basis; `null` when the text names none. */
export function parseLegalBasis(text: string): LegalBasisId | null {
  return legalBasisIds.find((id) => id === text) ?? null;
}
