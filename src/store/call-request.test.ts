import { expect, test } from 'vitest';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { loadCall } from '../demo/load-call.ts';
import { call2019 } from '../domain/call/packages/2019-gravide.ts';
import { openRequests } from '../domain/call/step-request.ts';
import { asId } from '../domain/id.ts';
import { type Permit, roles } from '../domain/trail.ts';
import { addFact, moveCall } from './call.ts';
import { askAgencyForStep, callEvents } from './call-request.ts';
import { asActor } from './database.ts';

const { db, owner } = await testDatabase();
await loadCall(owner);
const agency = testPermit(testActor('agency', { municipality: null, region: null }), 'call:move');
const secretariatOf = (region: string) =>
  testPermit(
    testActor('secretariat', { id: asId<'organisation'>(`sek-${region}`), municipality: null, region: asId<'region'>(region) }),
    'call:ask',
  );
const [south, north] = [secretariatOf('syddanmark'), secretariatOf('nordjylland')];
const waiting = async () => openRequests(await callEvents(db, agency, call2019.id)).map(({ region, words }) => [region, words]);

test('a secretariat asks once, the agency sees it until the call is reported, and both see the steps', async () => {
  expect(await askAgencyForStep(db, south, call2019.id, 'Alle har svaret.')).toEqual({ outcome: 'asked' });
  expect(await askAgencyForStep(db, south, call2019.id, '')).toEqual({ outcome: 'refused', reason: 'asked-already' });
  expect(await askAgencyForStep(db, north, call2019.id, '')).toEqual({ outcome: 'asked' });
  const both = [
    ['syddanmark', 'Alle har svaret.'],
    ['nordjylland', ''],
  ];
  expect(await waiting()).toEqual(both);
  await moveCall(db, agency, call2019.id, 'validated');
  expect(await waiting()).toEqual(both);
  // Opened for answers again, the agency has answered them all: whoever still wants the step asks anew.
  await moveCall(db, agency, call2019.id, 'answered');
  expect(await waiting()).toEqual([]);
  expect(await askAgencyForStep(db, south, call2019.id, 'Nu har alle svaret.')).toEqual({ outcome: 'asked' });
  await moveCall(db, agency, call2019.id, 'validated');
  expect(await waiting()).toEqual([['syddanmark', 'Nu har alle svaret.']]);
  await moveCall(db, agency, call2019.id, 'reported');
  expect(await waiting()).toEqual([]);
  const seen = await callEvents(db, south, call2019.id);
  expect(seen.map((event) => (event.type === 'status-changed' ? event.to : event.type))).toEqual([
    'step-asked-for',
    'step-asked-for',
    'validated',
    'answered',
    'step-asked-for',
    'validated',
    'reported',
  ]);
  expect(await askAgencyForStep(db, north, call2019.id, '')).toEqual({ outcome: 'refused', reason: 'reported-already' });
});

test('nobody without a region asks, nor of a call that is not there or not seen', async () => {
  expect(await askAgencyForStep(db, agency, call2019.id, '')).toEqual({ outcome: 'refused', reason: 'no-region' });
  expect(await askAgencyForStep(db, south, asId<'call'>('ingen'), '')).toEqual({ outcome: 'refused', reason: 'no-such-call' });
  const posing = testPermit(testActor('supervision', { municipality: null, region: asId<'region'>('syddanmark') }), 'call:ask');
  expect(await askAgencyForStep(db, posing, call2019.id, '')).toEqual({ outcome: 'refused', reason: 'no-such-call' });
});

test('the database keeps a request of nobody but a secretariat of its own region, in its own name', async () => {
  const { db: other, owner: otherOwner } = await testDatabase();
  await loadCall(otherOwner);
  const ofSouth = { municipality: null, region: asId<'region'>('syddanmark') };
  const add = (permit: Permit, { region, by }: { readonly region: 'syddanmark' | 'nordjylland' | null; readonly by?: Permit }) =>
    asActor(other, permit, { kind: 'call', id: call2019.id }, (tx) =>
      addFact(
        tx,
        by ?? permit,
        { id: call2019.id, status: 'issued', last_sequence: 900 },
        { type: 'step-asked-for', municipality: null, region: region && asId<'region'>(region), data: { words: '' } },
      ),
    );
  for (const role of roles.filter((one) => one !== 'secretariat'))
    await expect(add(testPermit(testActor(role, ofSouth), 'call:ask'), { region: 'syddanmark' }), role).rejects.toThrow(
      'row-level security',
    );
  for (const wrong of [{ region: 'nordjylland' }, { region: null }, { region: 'syddanmark', by: north }] as const)
    await expect(add(south, wrong)).rejects.toThrow('row-level security');
  await add(south, { region: 'syddanmark' });
  expect(await callEvents(other, agency, call2019.id)).toMatchObject([{ type: 'step-asked-for', region: 'syddanmark' }]);
});
