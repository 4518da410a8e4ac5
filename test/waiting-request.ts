/** One who waits for a place, asked for today, as the tests of the list begin with. */
import { now } from './provision.ts';
import { asId } from '../src/domain/id.ts';
import { sheAlone } from '../src/domain/placement/needs.ts';
import type { PlacementRequest } from '../src/domain/placement/waiting-request.ts';
import { addDays, danishDay } from '../src/domain/time.ts';

/** `weeks`: so far pregnant today. */
export function waitingRequest(id: string, weeks: number, differs: Partial<PlacementRequest> = {}): PlacementRequest {
  const today = danishDay(now);
  return {
    id: asId<'request'>(id),
    status: 'waiting',
    needs: [],
    party: sheAlone,
    earliest: today,
    nights: 30,
    units: [],
    reach: null,
    municipality: null,
    askedAt: now,
    closed: [],
    urgency: { countedFrom: addDays(today, -7 * weeks), bornOn: null, risks: [], askedOn: today, refusals: 0, herNoes: 0 },
    ...differs,
  };
}
