/** Reading what a form sent: text by name, trimmed; many values by name; nothing else gets through, and nothing is cut. */
import { day, type Day, parseDay } from '../domain/time.ts';
import { longestText } from './ui/fields.tsx';

export type Fields = {
  /** The text of a field, trimmed; empty when it was not sent. */
  text(name: string): string;
  /** All values of a field that may be sent more than once. */
  all(name: string): readonly string[];
};

/** A field was longer than the form takes: the page says so, and nothing is saved. */
export class TextTooLong extends Error {
  readonly statusCode = 422;
}

/** A form's body as fields. Throws when one is longer than a form takes: a text is never cut. */
export function fieldsOf(body: unknown): Fields {
  if (tooLongIn(body).length > 0) throw new TextTooLong(`a field is longer than ${longestText} characters`);
  return wholeFieldsOf(body);
}

/** As `fieldsOf`, for a form that says beside each field that it is too long (`tooLongIn`). */
export function wholeFieldsOf(body: unknown): Fields {
  const all = (name: string): readonly string[] => valuesOf(body, name).map((value) => value.replaceAll('\u0000', '').trim());
  return { all, text: (name) => all(name)[0] ?? '' };
}

/** The names of the fields that are longer than a form takes. */
export function tooLongIn(body: unknown): readonly string[] {
  const names = typeof body === 'object' && body !== null ? Object.keys(body) : [];
  return names.filter((name) => valuesOf(body, name).some((value) => value.trim().length > longestText));
}

/** The day in a field. What a form is about happened, or will, in these centuries: other years are slips of the hand. */
export function dayIn(fields: Fields, name: string): Day | null {
  const read = parseDay(fields.text(name));
  return read !== null && read >= firstDay && read <= lastDay ? read : null;
}

/** The key that makes a form sent twice count once; a new one when what was sent is not one of ours. */
export function formKey(fields: Fields, newId: () => string): string {
  const sent = fields.text('noegle');
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(sent) ? sent : newId();
}

const [firstDay, lastDay] = [day('1900-01-01'), day('2199-12-31')];

function valuesOf(body: unknown, name: string): readonly string[] {
  const sent = typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {};
  const value = Object.hasOwn(sent, name) ? sent[name] : undefined;
  return (Array.isArray(value) ? value : [value]).filter((entry) => typeof entry === 'string');
}
