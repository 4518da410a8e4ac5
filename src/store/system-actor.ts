/** Who acts when nobody does. */
import { asId } from '../domain/id.ts';
import { type Actor, nobodysUser } from '../domain/trail.ts';

/** The program itself: what time brings about was done by nobody. */
export const system: Actor = {
  user: nobodysUser,
  name: 'Samløb',
  role: 'operator',
  organisation: { id: asId<'organisation'>('samlob'), name: 'Samløb', kind: 'system', municipality: null, region: null, facility: null },
  person: null,
};
