/** Which lists a model lets depend on each other (da: lister, der hænger sammen). */

/** A model as the lists that it lets depend on each other: `[12,3]` is the first and the second. Empty where it lets none, null without a model. */
export function dependenceOf(model: string | null, lists: readonly string[]): string | null {
  if (model === null) return null;
  const terms = model
    .slice(1, -1)
    .split(',')
    .filter((term) => term.length > 1);
  return terms.map((term) => Array.from(term, (digit) => lists[Number(digit) - 1] ?? digit).join(' + ')).join('; ');
}

/** The same within a sentence: «P + Q, Q + E». */
export function dependenceInWords(model: string | null, lists: readonly string[]): string | null {
  return dependenceOf(model, lists)?.replaceAll('; ', ', ') ?? null;
}
