/**
 * The first edition of the lists of codes. The agency's exact list is not published; these are the codes of the Danish classification (SKS,
 * ICD-10 with «D» in front) that name the use of alcohol, drugs or medicine in pregnancy, and they are to be edited by those who know.
 */
import type { ValueSetId, ValueSets } from './figure-definition.ts';

export const firstValueSets: ValueSets = {
  'substance-in-pregnancy': {
    edition: 1,
    codes: [
      'DO354',
      'DO355',
      ...['F10', 'F11', 'F12', 'F13', 'F14', 'F15', 'F16', 'F18', 'F19'].flatMap((code) => [`D${code}1`, `D${code}2`]),
    ],
  },
  'postpartum-substance': { edition: 1, codes: ['DZ392'] },
  'prenatal-exposure': { edition: 1, codes: ['DP041', 'DP043', 'DP044', 'DP961', 'DQ860'] },
};

/** A code as it is written in the lists: «D» and letters and digits without a dot. */
function isCode(text: string): boolean {
  return /^D[A-Z]\d{2}[0-9A-Z]{0,3}$/.test(text);
}

export type ValueSetChange =
  | { readonly outcome: 'changed'; readonly id: ValueSetId; readonly edition: number; readonly codes: readonly string[] }
  | { readonly outcome: 'not-codes'; readonly wrong: readonly string[] }
  | { readonly outcome: 'no-reason' }
  | { readonly outcome: 'same' };

/** A new edition of a list, with the reason for it. */
export function changeValueSet(id: ValueSetId, before: ValueSets, written: readonly string[], because: string): ValueSetChange {
  const codes = [...new Set(written.map((code) => code.trim().toUpperCase().replaceAll('.', '')).filter((code) => code !== ''))].toSorted();
  const wrong = codes.filter((code) => !isCode(code));
  if (wrong.length > 0) return { outcome: 'not-codes', wrong };
  if (codes.join(' ') === before[id].codes.toSorted().join(' ')) return { outcome: 'same' };
  if (because.trim() === '') return { outcome: 'no-reason' };
  return { outcome: 'changed', id, edition: before[id].edition + 1, codes };
}
