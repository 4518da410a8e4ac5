/** Reading what a form sent: text by name, trimmed; many values by name; nothing else gets through. */

export type Fields = {
  /** The text of a field, trimmed; empty when it was not sent. */
  text(name: string): string;
  /** All values of a field that may be sent more than once. */
  all(name: string): readonly string[];
};

/** A form's body as fields. No field may be longer than 5,000 characters: the rest is cut. */
export function fieldsOf(body: unknown): Fields {
  const sent = typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {};
  const all = (name: string): readonly string[] => {
    const value = Object.hasOwn(sent, name) ? sent[name] : undefined;
    const values = Array.isArray(value) ? value : [value];
    return values.filter((entry) => typeof entry === 'string').map((entry) => entry.replaceAll('\u0000', '').trim().slice(0, 5000));
  };
  return { all, text: (name) => all(name)[0] ?? '' };
}
