/** What the documents say of how many women a year need residential treatment. They are kept apart: an average of them would hide the dispute. */

export const needEstimateIds = ['placed-2017-2019', 'municipalities-2025', 'agency-2024'] as const;
export type NeedEstimateId = (typeof needEstimateIds)[number];

/** Women a year, from and to. */
export type NeedEstimate = { readonly from: number; readonly to: number };

export const needEstimates: Readonly<Record<NeedEstimateId, NeedEstimate>> = {
  /** Women whom the municipalities placed a year, reports on the call of 26 November 2019 (December 2020). */
  'placed-2017-2019': { from: 6, to: 8 },
  /** 19 % and 36 % of the agency's 83 women: the municipalities' joint answer of 2025. */
  'municipalities-2025': { from: 16, to: 30 },
  /** The agency's (Social- og Boligstyrelsen) overall judgement in its request of 2024. */
  'agency-2024': { from: 80, to: 100 },
};

/** The lowest, the middle and the highest demand of an estimate. */
export function demandsOf({ from, to }: NeedEstimate): readonly [number, number, number] {
  return [from, (from + to) / 2, to];
}
