/** The tables of imported lists as Kysely sees them. */
import type { GeneratedAlways } from 'kysely';
import type { Day } from '../domain/time.ts';
import type { Writer, WrittenAt } from './who-and-when.ts';

type Written = Writer & WrittenAt;

export type ListImportTable = Written & {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly year: number;
  readonly digest: string;
  readonly lines: number;
  readonly rule: string;
  readonly forget_on: Day;
};

export type ListDeletionTable = Written & { readonly import: string; readonly because: string };

export type ListLineTable = {
  readonly import: string;
  readonly line: number;
  readonly list: string;
  readonly municipality: string;
  readonly pseudonym: string | null;
  readonly born: string | null;
  readonly initials: string | null;
  readonly municipality_said: string | null;
  readonly due_date: Day | null;
};

type PairKey = { readonly import: string; readonly line: number; readonly other_import: string; readonly other_line: number };

export type ListPairTable = PairKey & {
  readonly outcome: 'same' | 'perhaps';
  readonly weight: number | null;
  readonly agrees: readonly string[];
  readonly differs: readonly string[];
};

export type ListDecisionTable = Written & PairKey & { readonly sequence: number; readonly same: boolean; readonly because: string };

export type ListKeyTable = { readonly one: GeneratedAlways<boolean>; readonly key: string };

export type ListTables = {
  readonly list_import: ListImportTable;
  readonly list_deletion: ListDeletionTable;
  readonly list_line: ListLineTable;
  readonly list_pair: ListPairTable;
  readonly list_decision: ListDecisionTable;
  readonly list_key: ListKeyTable;
};
