import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyQuestion, byTrying } from '../../../test/feasibility-by-trying.ts';
import { addDays } from '../time.ts';
import type { Asked } from './board.ts';
import { countNights, type Length, type Nights, nightsFrom } from './nights.ts';
import { answerFrom } from './search.ts';
import { waitingHelpsAt } from './waiting-helps.ts';

/** Small units, in half of which a place is closed without an end. */
const question = fc.tuple(anyQuestion, fc.nat(3), fc.integer({ min: 0, max: 12 })).map(([asked, which, after]): Asked => {
  const closure = { from: addDays(asked.nights.arrival, after - 3), to: null, reason: 'maling' };
  const places = asked.unit.places.map((place, index) => (index === which ? { ...place, closures: [...place.closures, closure] } : place));
  return { ...asked, spare: [], unit: { ...asked.unit, places } };
});

function helps({ unit, stays, needs, party, nights, at }: Asked, length: Length): boolean {
  const asked = { needs, nights, length, partyOn: () => party, at };
  return waitingHelpsAt({ unit, ...answerFrom({ unit, occupations: stays }, asked) }, asked);
}

/** Whether some later day finds a way, tried one by one with the others where they are, and with all of them gone. */
function laterDay(asked: Asked, nightsOn: (later: number) => Nights): boolean {
  const days = Array.from({ length: 25 }, (_, later) => nightsOn(later)).filter(({ arrival, departure }) => arrival < departure);
  return days.some((nights) => [asked.stays, []].some((stays) => byTrying({ ...asked, stays, nights }) !== null));
}

test('waiting is never said to be in vain where trying a later day finds a way, be the stay of so many nights or until a day', () => {
  const seen = { helps: 0, inVain: 0, helpsUntil: 0, inVainUntil: 0 };
  fc.assert(
    fc.property(question, (asked) => {
      const { arrival, departure } = asked.nights;
      const count = countNights(asked.nights);
      fc.pre(count > 0 && byTrying(asked) === null);
      const byNights = helps(asked, { kind: 'nights', nights: count });
      if (laterDay(asked, (later) => nightsFrom(addDays(arrival, later), count))) expect(byNights).toBe(true);
      const untilDay = helps(asked, { kind: 'until', departure });
      if (laterDay(asked, (later) => ({ arrival: addDays(arrival, later), departure }))) expect(untilDay).toBe(true);
      seen[byNights ? 'helps' : 'inVain'] += 1;
      seen[untilDay ? 'helpsUntil' : 'inVainUntil'] += 1;
    }),
    { numRuns: 600 },
  );
  for (const times of Object.values(seen)) expect(times, JSON.stringify(seen)).toBeGreaterThan(10);
});
