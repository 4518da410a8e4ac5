/** All estimates and counts that the documents behind Samløb publish, in the order of their definitions. */
import { childEstimates } from './child-estimates.ts';
import { municipalEstimates } from './municipal-estimates.ts';
import { needEstimates } from './need-estimates.ts';
import { registerEstimates } from './register-estimates.ts';
import type { PublishedEstimate } from './published-estimate.ts';

export const publishedEstimates: readonly PublishedEstimate[] = [
  ...registerEstimates,
  ...municipalEstimates,
  ...needEstimates,
  ...childEstimates,
];

/** The estimate with an id. Throws on one that is not there: that is a bug. */
export function publishedEstimate(id: string): PublishedEstimate {
  const found = publishedEstimates.find((known) => known.id === id);
  if (!found) throw new Error(`there is no published estimate ${id}`);
  return found;
}
