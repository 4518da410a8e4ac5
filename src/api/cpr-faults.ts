/** Where the texts of a body could hold somebody's CPR number, never with the number itself. */
import { whereCprCouldBe } from '../domain/numbers/could-hold-cpr.ts';
import { cprSentence } from '../domain/numbers/cpr-sentence.ts';
import { escaped, type Fault } from './faults.ts';

/** A text of a body that could hold a CPR number: which field, as a JSON pointer, and the words around the number with dots for its digits. */
export type CprInJson = { readonly pointer: string; readonly where: string };

export function cprInJson(value: unknown, pointer = '/body'): readonly CprInJson[] {
  if (typeof value === 'string') {
    const where = whereCprCouldBe(value);
    return where === null ? [] : [{ pointer, where }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]: readonly [string, unknown]) => cprInJson(one, `${pointer}/${escaped(name)}`));
}

/** The same as faults of the request. */
export function cprFaults(body: unknown): readonly Fault[] {
  return cprInJson(body).map(({ pointer, where }) => ({ pointer, detail: cprSentence(where, 'en') }));
}
