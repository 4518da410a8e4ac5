/** Forms about stays, as the pages send them: each with a key of its own unless one is sent again. */
import { randomUUID } from 'node:crypto';
import { asId } from '../src/domain/id.ts';
import type { StayForm } from '../src/store/placement-act.ts';

export function about(stay: string, key: string = randomUUID()): StayForm {
  return { stay: asId<'stay'>(stay), key };
}
