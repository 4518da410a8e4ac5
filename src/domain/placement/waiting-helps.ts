/** Whether waiting can help her at a unit (da: om det hjælper at vente), so that no list is offered to one who can never be taken from it. */
import { comesWithTime } from './blocker-end.ts';
import type { AnsweredUnit, SearchRequest } from './search.ts';
import { sheAlone } from './needs.ts';
import { nightsFrom } from './nights.ts';

/**
 * It cannot where she could not come though all that ends by itself had ended: no place ever has what she needs, or a rule excludes her for good.
 * Where it was not decided whether she can come, it may.
 */
export function waitingHelpsAt(
  { unit, answer }: Pick<AnsweredUnit, 'unit' | 'answer'>,
  { needs, nights, length, partyOn = () => sheAlone }: Pick<SearchRequest, 'needs' | 'nights' | 'length' | 'partyOn'>,
): boolean {
  if (answer.outcome === 'not-a-stay') return false;
  if (answer.outcome !== 'cannot-come' || answer.next.outcome === 'found') return true;
  // A stay to a day is shorter the later she comes: asked is whether a single night ever can, so that no shorter stay is called impossible.
  const least = length === undefined || length.kind === 'nights' ? nights : nightsFrom(nights.arrival, 1);
  return answer.next.outcome !== 'never' && comesWithTime({ unit, needs, party: partyOn(nights.arrival), nights: least });
}
