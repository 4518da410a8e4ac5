/** Where the texts of a body, its names among them, could hold somebody's CPR number, never with the number itself. */
import { whereCprCouldBe } from '../domain/numbers/could-hold-cpr.ts';
import { cprSentence } from '../domain/numbers/cpr-sentence.ts';
import { type Fault, safePointer } from './faults.ts';

/**
 * A text of a body that could hold a CPR number: which field, as a JSON pointer, and the words around the number with dots for its digits. Where
 * it is a name, the pointer is to what has the name, and so is that of all beneath it.
 */
export type CprInJson = { readonly pointer: string; readonly where: string };

export function cprInJson(value: unknown, names: readonly string[] = []): readonly CprInJson[] {
  const pointer = safePointer('/body', names);
  const found = (text: string): readonly CprInJson[] => {
    const where = whereCprCouldBe(text);
    return where === null ? [] : [{ pointer, where }];
  };
  if (typeof value === 'string') return found(value);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]: readonly [string, unknown]) => [...found(name), ...cprInJson(one, [...names, name])]);
}

/** The same as faults of the request. */
export function cprFaults(body: unknown): readonly Fault[] {
  return cprInJson(body).map(({ pointer, where }) => ({ pointer, detail: cprSentence(where, 'en') }));
}
