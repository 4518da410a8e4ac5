/** Whether a stay was broken off (da: afbrudt): a word for her page alone. The cascade and its figures count every discharge as the last step. */
import type { Day } from '../time.ts';
import type { PathwayStay } from './state.ts';

/** She left before the agreed departure, and the child was not born by then. A departure that was changed first was agreed; an unknown one says nothing. */
export function isBrokenOff({ dischargedOn, departure }: Pick<PathwayStay, 'dischargedOn' | 'departure'>, bornOn: Day | null): boolean {
  if (dischargedOn === null || departure === null) return false;
  return dischargedOn < departure && (bornOn === null || bornOn > dischargedOn);
}
