/**
 * Whether the public edition may say how many municipalities had women and how many had none (da: fordeling). The rule, edition
 * `diskretion/2019-gravide-1`:
 * 1. All the place's counts are printed: otherwise the number of municipalities would bound a hidden count.
 * 2. At least five municipalities on each side: fewer would point at them.
 * 3. The women are at least three more than the municipalities that had any: then each municipality's own sum can still be
 *    anything from 1 to 4.
 * 4. For the inner question, when the outer one's split is printed too: the difference between the two is none or at least five.
 * A finer split, by number of years, is never printed: its groups are small by nature.
 */
export const fewestMunicipalities = 5;
const roomToHide = 3;

/** The municipalities of a place in one question, and the women of all years together. */
export type Split = {
  readonly withNone: number;
  readonly withAny: number;
  readonly women: number;
  /** True when every count of the place in the question is printed. */
  readonly countsArePrinted: boolean;
};

export type SplitOutcome =
  | { readonly outcome: 'printed' }
  | {
      readonly outcome: 'left-out';
      readonly reason: 'counts-are-hidden' | 'too-few-municipalities' | 'too-few-women' | 'differs-too-little';
    };

/** Decides for the outer question's split. */
export function decideSplit({ withNone, withAny, women, countsArePrinted }: Split): SplitOutcome {
  if (!countsArePrinted) return { outcome: 'left-out', reason: 'counts-are-hidden' };
  if (withNone < fewestMunicipalities || withAny < fewestMunicipalities) return { outcome: 'left-out', reason: 'too-few-municipalities' };
  if (women < withAny + roomToHide) return { outcome: 'left-out', reason: 'too-few-women' };
  return { outcome: 'printed' };
}

/** Decides for the inner question's split, beside what was decided for the outer one. */
export function decideInnerSplit(inner: Split, outer: Split, outerOutcome: SplitOutcome): SplitOutcome {
  const alone = decideSplit(inner);
  const between = inner.withNone - outer.withNone;
  if (alone.outcome === 'printed' && outerOutcome.outcome === 'printed' && between > 0 && between < fewestMunicipalities) {
    return { outcome: 'left-out', reason: 'differs-too-little' };
  }
  return alone;
}
