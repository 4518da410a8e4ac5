/** The actor of the command line: the operator, who asks access for a permit and leaves a line in the trace like everybody else. */
import { asId } from '../domain/id.ts';
import type { Actor } from '../domain/trail.ts';

export const operator: Actor = {
  user: asId<'user'>('operator'),
  name: 'Drift (kommandolinjen)',
  role: 'operator',
  organisation: { id: asId<'organisation'>('samlob'), name: 'Samløb', kind: 'system', municipality: null, region: null, facility: null },
  person: null,
};
