import { describe, expect, test } from 'vitest';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { loadCall } from '../demo/load-call.ts';
import type { Answer } from '../domain/call/answer.ts';
import { call2019 } from '../domain/call/packages/2019-gravide.ts';
import { asId } from '../domain/id.ts';
import { day, moment } from '../domain/time.ts';
import { callProgress, moveCall, saveAnswer } from './call.ts';
import { releaseHere } from '../compute/release.ts';
import { compileEdition, makeEdition } from './call-report.ts';
import { asActor } from './database.ts';

const { db, owner } = await testDatabase({ size: 25 });
await loadCall(owner);

const inOdense = { municipality: asId<'municipality'>('0461'), region: asId<'region'>('syddanmark') };
const inAalborg = { municipality: asId<'municipality'>('0851'), region: asId<'region'>('nordjylland') };
const odense = testPermit(testActor('care-decider', inOdense), 'call:answer');
const aalborg = testPermit(testActor('care-decider', inAalborg), 'call:answer');
const secretariat = testPermit(testActor('secretariat', { municipality: null, region: asId<'region'>('syddanmark') }), 'call:read');
const agency = testPermit(testActor('agency', { municipality: null, region: null }), 'call:read');
const planner = testPermit(testActor('planner', { municipality: null, region: null }), 'call:read');

function answer(any: readonly number[], municipality = inOdense.municipality): Answer {
  return {
    call: call2019.id,
    municipality,
    counts: { any: { counts: any, origin: 'municipality' }, residential: { counts: [0, 0, 0], origin: 'municipality' } },
    answeredBy: 'Ulla Thorsager',
    answeredOn: day('2026-11-22'),
  };
}

const about = (version: number | null): { readonly version: number | null; readonly answerBy: typeof call2019.answerBy } => ({
  version,
  answerBy: call2019.answerBy,
});

const versionNow = async (): Promise<number> =>
  (await owner.selectFrom('call_answer').select('version').where('municipality', '=', inOdense.municipality).executeTakeFirstOrThrow())
    .version;

describe('answers', () => {
  test('are seen by the municipality itself, its secretariat and the agency, and by no one else', async () => {
    const seen = async (permit: typeof odense): Promise<number> => (await callProgress(db, permit, call2019.id))?.answers.length ?? -1;

    expect(await seen(odense)).toBe(1);
    expect(await seen(secretariat)).toBe(22);
    expect(await seen(agency)).toBe(98);
    expect(await seen(planner)).toBe(0);
  });

  test('are known to be given, though not what they say', async () => {
    const progress = await callProgress(db, planner, call2019.id);
    expect(progress?.answered.length).toBe(98);
    expect(Object.keys(progress?.answered[0] ?? {}).toSorted()).toEqual(['answered_on', 'call', 'municipality', 'region', 'version']);
  });

  test('are saved with a fact that keeps what was said', async () => {
    const before = await versionNow();

    expect(await saveAnswer(db, odense, answer([4, 3, 2]), about(before))).toEqual({ outcome: 'saved', version: before + 1 });

    const fact = await owner.selectFrom('call_fact').selectAll().orderBy('sequence', 'desc').executeTakeFirstOrThrow();
    expect(fact).toMatchObject({
      type: 'answered',
      municipality: '0461',
      capacity: 'care-decider',
      data: { counts: { any: { counts: [4, 3, 2] } } },
    });
  });

  test('of another municipality cannot be given', async () => {
    expect(await saveAnswer(db, aalborg, answer([9, 9, 9]), about(await versionNow()))).toEqual({ outcome: 'not-yours' });
    expect(await saveAnswer(db, planner, answer([9, 9, 9]), about(await versionNow()))).toEqual({ outcome: 'not-yours' });
    expect(await saveAnswer(db, agency, answer([9, 9, 9]), about(await versionNow()))).toEqual({ outcome: 'not-yours' });
  });

  test('are not overwritten by someone who has not seen the newest: of twenty at once, one is saved', async () => {
    const version = await versionNow();

    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, index) => saveAnswer(db, odense, answer([index, 0, 0]), about(version))),
    );

    expect(outcomes.filter(({ outcome }) => outcome === 'saved').length).toBe(1);
    expect(outcomes.filter(({ outcome }) => outcome === 'changed-meanwhile').length).toBe(19);
    expect(await versionNow()).toBe(version + 1);
    const sequences = (await owner.selectFrom('call_fact').select('sequence').orderBy('sequence').execute()).map(
      ({ sequence }) => sequence,
    );
    expect(sequences).toEqual(sequences.map((_, index) => index + 1));
  });

  test('with a count below zero are refused by the database itself', async () => {
    await expect(saveAnswer(db, odense, answer([-1, 0, 0]), about(await versionNow()))).rejects.toThrow(/counts_are_not_negative/);
  });
});

describe('a report', () => {
  test('is compiled from every answer, also those that its reader may not see', async () => {
    const internal = testPermit(testActor('secretariat', { municipality: null, region: asId<'region'>('nordjylland') }), 'report:internal');
    const report = await compileEdition(db, internal, { call: call2019, place: 'nordjylland', edition: 'internal' });
    if (report?.outcome !== 'written') throw new Error('there is no report');
    const country = report.report.figures.find(({ id }) => id === '2019-gravide/any/2019/danmark');
    expect(country?.value).toBeGreaterThan(50);
    expect((await callProgress(db, planner, call2019.id))?.answers).toEqual([]);
  });

  test('in the internal edition is compiled only with the permit for it', async () => {
    for (const permission of ['report:public', 'call:read', 'report:internal/nordjylland']) {
      const permit = testPermit(testActor('planner', { municipality: null, region: null }), permission);
      await expect(compileEdition(db, permit, { call: call2019, place: 'nordjylland', edition: 'internal' })).rejects.toThrow(
        /permit for another thing/,
      );
    }
  });

  test('for everyone is not there before the call is reported, but for those who may read the internal one as a draft', async () => {
    const outcomeFor = async (permission: string): Promise<string | undefined> =>
      (
        await compileEdition(db, testPermit(testActor('agency', { municipality: null, region: null }), permission), {
          call: call2019,
          place: 'danmark',
          edition: 'public',
        })
      )?.outcome;
    expect(await outcomeFor('report:public')).toBe('not-released');
    expect(await outcomeFor('report:internal')).toBe('written');
  });
});

describe('the call', () => {
  test('is moved on by the role whose step it is, and then takes no more answers', async () => {
    expect(await moveCall(db, secretariat, call2019.id, 'validated')).toEqual({ outcome: 'refused', reason: 'not-your-step' });
    expect(await moveCall(db, agency, call2019.id, 'closed')).toEqual({ outcome: 'refused', reason: 'no-such-step' });
    expect(await moveCall(db, agency, call2019.id, 'validated')).toEqual({ outcome: 'moved' });

    expect(await saveAnswer(db, odense, answer([1, 1, 1]), about(await versionNow()))).toEqual({ outcome: 'closed', status: 'validated' });
    // The database itself holds the answers, whatever the program would do.
    const change = asActor(db, odense, { kind: 'answer', id: null }, (tx) =>
      tx.updateTable('call_answer').set({ answered_by: 'en anden' }).executeTakeFirst(),
    );
    expect((await change).numUpdatedRows).toBe(0n);
  });

  test('keeps the day it was reported as the day of its reports, for ever', async () => {
    const later = { ...agency, at: moment('2027-03-01T08:00:00Z') };
    expect(await moveCall(db, agency, call2019.id, 'reported')).toEqual({ outcome: 'moved' });
    expect(await moveCall(db, later, call2019.id, 'assessed')).toEqual({ outcome: 'moved' });
    expect((await makeEdition(db, { ...agency, permission: 'release:make' }, call2019, releaseHere())).outcome).toBe('released');
    const report = await compileEdition(
      db,
      { ...planner, permission: 'report:public', at: later.at },
      { call: call2019, place: 'syddanmark', edition: 'public' },
    );
    expect(report?.outcome === 'written' && report.report.asOf).toBe('2026-11-22');
  });

  test('that does not exist is no call', async () => {
    expect(await callProgress(db, agency, asId<'call'>('findes-ikke'))).toBeNull();
    expect(await moveCall(db, agency, asId<'call'>('findes-ikke'), 'closed')).toEqual({ outcome: 'refused', reason: 'no-such-call' });
  });
});
