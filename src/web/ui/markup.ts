/**
 * Markup that is written as text. For long runs of like rows, where an element for each would cost a page more than all the rest of it: what
 * stands in them goes through `escaped`, as React would write it.
 */

const written: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' };

/** A text as it may stand between tags and in an attribute. */
export function escaped(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (sign) => written[sign] ?? sign) : text;
}
