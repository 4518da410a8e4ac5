/** A secretariat asks the agency to take a call on, and both see the request and what came of it. */
import { askForStep, type AskingForStep, type CallEvent } from '../domain/call/step-request.ts';
import type { CallStatus } from '../domain/call/lifecycle.ts';
import type { Id } from '../domain/id.ts';
import type { Permit } from '../domain/trail.ts';
import { addFact, lockCall } from './call.ts';
import { asActor, type Database, type Transaction } from './database.ts';

/** Asks for the region of the one who asks. `words` are what the secretariat wants to say. */
export function askAgencyForStep(
  db: Database,
  permit: Permit,
  id: Id<'call'>,
  words: string,
): Promise<AskingForStep | { readonly outcome: 'refused'; readonly reason: 'no-such-call' | 'no-region' }> {
  const { region } = permit.actor.organisation;
  return asActor(db, permit, { kind: 'call', id }, async (tx) => {
    const call = await lockCall(tx, id);
    if (!call) return { outcome: 'refused', reason: 'no-such-call' } as const;
    if (region === null) return { outcome: 'refused', reason: 'no-region' } as const;
    const asking = askForStep(call.status, region, await eventsOf(tx, id));
    if (asking.outcome === 'refused') return asking;
    await addFact(tx, permit, call, { type: 'step-asked-for', municipality: null, region, data: { words } });
    return asking;
  });
}

/** The steps that the call has taken, and what was asked for, in their order. */
export function callEvents(db: Database, permit: Permit, id: Id<'call'>): Promise<readonly CallEvent[]> {
  return asActor(db, permit, { kind: 'call', id }, (tx) => eventsOf(tx, id));
}

async function eventsOf(tx: Transaction, id: Id<'call'>): Promise<readonly CallEvent[]> {
  const rows = await tx
    .selectFrom('call_fact')
    .select(['type', 'region', 'by_name', 'organisation_name', 'recorded', 'data'])
    .where('call', '=', id)
    .where('type', 'in', ['status-changed', 'step-asked-for'])
    .orderBy('sequence')
    .execute();
  return rows.flatMap(({ type, region, by_name, organisation_name, recorded, data }): readonly CallEvent[] => {
    const by = { byName: by_name, organisation: organisation_name, at: recorded };
    const words = typeof data['words'] === 'string' ? data['words'] : '';
    if (type === 'status-changed') return [{ type, to: data['to'] as CallStatus, words, ...by }];
    return type === 'step-asked-for' && region !== null ? [{ type, region, words, ...by }] : [];
  });
}
