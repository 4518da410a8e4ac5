/**
 * What a number may be compared with. Two may stand on one axis when the definition grid says the same of both, or when a stated bridge leads
 * from the one to the other; else the columns that differ are named.
 */
import { type DefiningColumn, differingColumns, type PublishedEstimate } from './published-estimate.ts';

export type EstimateComparison =
  /** The same definition: where the years differ, the difference may be a change in time. */
  | { readonly outcome: 'same-definition' }
  /** The one is a part of the other: a share may be worked out, never a difference in opinion. */
  | { readonly outcome: 'part-of'; readonly part: string; readonly whole: string }
  /** Both are parts of one whole, and nobody has said how they overlap: only bounds can be given. */
  | { readonly outcome: 'overlap'; readonly whole: string }
  | { readonly outcome: 'not-comparable'; readonly differs: readonly DefiningColumn[] };

/** Bridges that the documents state: the first is a part of the second. */
export const bridges: readonly (readonly [part: string, whole: string])[] = [
  ['family-stay-2020', 'registered-2020'],
  ['drug-residential-2020', 'registered-2020'],
  ['treatment-before-stay-2020', 'family-stay-2020'],
  ['treatment-during-stay-2020', 'family-stay-2020'],
  ['other-service-before-stay-2020', 'family-stay-2020'],
  ['preventive-before-stay-2020', 'family-stay-2020'],
  ['family-treatment-before-stay-2020', 'preventive-before-stay-2020'],
  ['other-service-during-stay-2020', 'family-stay-2020'],
  ['preventive-during-stay-2020', 'family-stay-2020'],
  ['family-treatment-during-stay-2020', 'preventive-during-stay-2020'],
  ['decided-residential-2017', 'decided-any-2017'],
  ['decided-residential-2018', 'decided-any-2018'],
  ['decided-residential-2019', 'decided-any-2019'],
  ['south-decided-any-2017', 'decided-any-2017'],
  ['south-decided-any-2018', 'decided-any-2018'],
  ['south-decided-any-2019', 'decided-any-2019'],
  ['south-decided-residential-2017', 'decided-residential-2017'],
  ['south-decided-residential-2018', 'decided-residential-2018'],
  ['south-decided-residential-2019', 'decided-residential-2019'],
];

/** The wholes that a number is a part of, the nearest first. */
function wholesOf(id: string): readonly string[] {
  const direct = bridges.filter(([part]) => part === id).map(([, whole]) => whole);
  return [...new Set([...direct, ...direct.flatMap(wholesOf)])];
}

export function compareEstimates(one: PublishedEstimate, other: PublishedEstimate): EstimateComparison {
  if (wholesOf(one.id).includes(other.id)) return { outcome: 'part-of', part: one.id, whole: other.id };
  if (wholesOf(other.id).includes(one.id)) return { outcome: 'part-of', part: other.id, whole: one.id };
  const differs = differingColumns(one, other);
  if (differs.length === 0) return { outcome: 'same-definition' };
  const shared = wholesOf(one.id).find((whole) => wholesOf(other.id).includes(whole));
  return shared === undefined ? { outcome: 'not-comparable', differs } : { outcome: 'overlap', whole: shared };
}

/** What a number may be compared with and what not, among all others. */
export type Comparability = {
  readonly same: readonly PublishedEstimate[];
  readonly partOf: readonly PublishedEstimate[];
  readonly hasParts: readonly PublishedEstimate[];
  readonly overlaps: readonly PublishedEstimate[];
  readonly not: readonly { readonly estimate: PublishedEstimate; readonly differs: readonly DefiningColumn[] }[];
};

export function comparabilityOf(estimate: PublishedEstimate, all: readonly PublishedEstimate[]): Comparability {
  const compared = all.filter(({ id }) => id !== estimate.id).map((other) => ({ other, comparison: compareEstimates(estimate, other) }));
  const where = (holds: (comparison: EstimateComparison) => boolean): readonly PublishedEstimate[] =>
    compared.filter(({ comparison }) => holds(comparison)).map(({ other }) => other);
  return {
    same: where(({ outcome }) => outcome === 'same-definition'),
    partOf: where((comparison) => comparison.outcome === 'part-of' && comparison.part === estimate.id),
    hasParts: where((comparison) => comparison.outcome === 'part-of' && comparison.whole === estimate.id),
    overlaps: where(({ outcome }) => outcome === 'overlap'),
    not: compared.flatMap(({ other, comparison }) =>
      comparison.outcome === 'not-comparable' ? [{ estimate: other, differs: comparison.differs }] : [],
    ),
  };
}
