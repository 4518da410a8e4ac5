/**
 * What the part of a gap that no reason explains can be, and what it cannot (da: hvad resten kan være): a woman who stands in the larger number
 * was found and counted there, and got what it counts. What the larger number counts therefore says what cannot be missing from the smaller, and
 * what the smaller counts says which reasons there are to ask about at all.
 */
import type { GridRow, PublishedEstimate } from './published-estimate.ts';

export const remainderReasons = [
  /** Nobody knew of her use. */
  'undetected',
  /** Her use stands in no register. */
  'unregistered',
  /** The municipality made no decision. */
  'not-decided',
  'declined',
  /** She got it by another decision than the smaller number counts. */
  'other-decision',
  /** The decision fell in another year, or after the birth. */
  'other-time',
  /** The count by hand left her out. */
  'not-counted',
  /** One who judges the need sees it, and one who decides does not. */
  'judged-otherwise',
  /** The smaller number is those whom professionals judge to need a residence: they did not know her. */
  'unknown-to-judges',
  /** … or knew her, and judged that she needs none. */
  'not-in-need',
  /** The smaller number is of a study that she was not in. */
  'not-in-study',
] as const;
export type RemainderReason = (typeof remainderReasons)[number];

export type Remainder = { readonly can: readonly RemainderReason[]; readonly cannot: readonly RemainderReason[] };

/** What the two numbers say of what is left over between them. `can` is empty where they say nothing of it. */
export function remainderOf(larger: Counted, smaller: Counted): Remainder {
  const { can, cannot } = leftOver(larger.grid);
  const matters = (reason: RemainderReason): boolean => isOf(reason, smaller.grid);
  return { can: [...can, ...ofSmaller].filter(matters), cannot: cannot.filter(matters) };
}

type Counted = Pick<PublishedEstimate, 'grid'>;

/** What the smaller number leaves out whatever the larger one is. */
const ofSmaller = ['unknown-to-judges', 'not-in-need', 'not-in-study'] as const satisfies readonly RemainderReason[];

/** What is the case with a woman and not what was done for her: to stand in such a number takes no decision. */
const conditions: readonly GridRow['event'][] = ['registered', 'needs-residential', 'exposure-diagnosed', 'high-alcohol', 'drugs-in-urine'];

/** Whether a reason can keep a woman out of a number that counts this in this way. */
function isOf(reason: RemainderReason, { event, ascertainment }: GridRow): boolean {
  switch (reason) {
    case 'undetected':
      return true;
    case 'unregistered':
      // Those who judge do not look her up.
      return ascertainment !== 'judgement';
    case 'not-decided':
    case 'declined':
    case 'other-decision':
    case 'other-time':
    case 'judged-otherwise':
      return !conditions.includes(event);
    case 'not-counted':
      return ascertainment === 'manual-count';
    case 'unknown-to-judges':
    case 'not-in-need':
      return event === 'needs-residential' && ascertainment === 'judgement';
    case 'not-in-study':
      return ascertainment === 'cohort-study' || ascertainment === 'sample';
  }
}

/** What is left over of the larger number, by what it counts and how it was come by. */
function leftOver({ event, ascertainment }: GridRow): Remainder {
  switch (ascertainment) {
    case 'register-linkage':
      return event === 'registered' || event === 'exposure-diagnosed'
        ? { can: ['not-decided', 'declined', 'other-decision', 'other-time', 'not-counted'], cannot: ['undetected', 'unregistered'] }
        : {
            can: ['other-decision', 'other-time', 'not-counted'],
            cannot: ['undetected', 'unregistered', 'not-decided', 'declined'],
          };
    case 'manual-count':
      return { can: ['declined', 'other-decision', 'other-time', 'not-counted'], cannot: ['undetected', 'not-decided'] };
    case 'judgement':
      return {
        can: ['unregistered', 'not-decided', 'declined', 'other-time', 'not-counted', 'judged-otherwise'],
        // Those who judge count whom they know; the agency says of its 80–100 that undetected women are beyond it.
        cannot: ['undetected'],
      };
    case 'cohort-study':
    case 'sample':
      return { can: ['undetected', 'unregistered', 'not-decided', 'declined', 'other-time', 'not-counted'], cannot: [] };
  }
}

/** Whether a judgement of the target group is laid beside what the municipalities decided: their tables count another thing (the 2025 report, table 1). */
export function isGroupBesideDecisions(one: Counted, other: Counted): boolean {
  const events = [one.grid.event, other.grid.event];
  return events.includes('needs-residential') && (events.includes('decided-any') || events.includes('decided-residential'));
}
