/** What the documents say of how many women a year need residential treatment. They are kept apart: an average of them would hide the dispute. */

export const needEstimateIds = ['placed-2017-2019', 'municipalities-2025', 'agency-2024'] as const;
export type NeedEstimateId = (typeof needEstimateIds)[number];

/** Women a year, from and to. */
export type NeedEstimate = { readonly from: number; readonly to: number };

export const needEstimates: Readonly<Record<NeedEstimateId, NeedEstimate>> = {
  /** Women whom the municipalities placed a year, reports on the call of 26 November 2019 (December 2020). */
  'placed-2017-2019': { from: 6, to: 8 },
  /**
   * Of the 83 women in residential family stay (2020), 16 had substance treatment during the stay and 30 before it: counts of registers that the
   * municipalities' joint answer of 2025 holds to be the size of the group. Here they stand for women a year.
   */
  'municipalities-2025': { from: 16, to: 30 },
  /** The agency's (Social- og Boligstyrelsen) overall judgement in its request of 2024. */
  'agency-2024': { from: 80, to: 100 },
};

/**
 * What each is called, in Danish: in a file, on every page and in every document. The name says what was counted or judged and of when; two of the
 * three are counts that are used as an estimate of the need, and only the agency's is one that somebody has judged.
 */
export const needNames: Readonly<Record<NeedEstimateId, string>> = {
  'placed-2017-2019': 'Visiterede til døgn 2017–2019',
  'municipalities-2025': 'Døgnophold med rusmiddelbehandling 2020',
  'agency-2024': 'Styrelsens skøn 2024',
};

/** The lowest, the middle and the highest demand of an estimate. */
export function demandsOf({ from, to }: NeedEstimate): readonly [number, number, number] {
  return [from, (from + to) / 2, to];
}

/**
 * The published numbers that an estimate is made of, by their ids among `publishedEstimates`: it goes from the least of them to the most. The
 * municipalities' two are parts of the agency's 83, which the document does not itself call a need.
 */
export const needCountedIn: Readonly<Record<NeedEstimateId, readonly string[]>> = {
  'placed-2017-2019': ['decided-residential-2017', 'decided-residential-2018', 'decided-residential-2019'],
  'municipalities-2025': ['treatment-during-stay-2020', 'treatment-before-stay-2020'],
  'agency-2024': ['needs-2024'],
};

/** The estimates that a published number is part of; none where planning does not reckon with it. */
export function needsCountedFrom(published: string): readonly NeedEstimateId[] {
  return needEstimateIds.filter((id) => needCountedIn[id].includes(published));
}
