import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { polishFor } from '../../test/count-tables.ts';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { releaseTable } from '../../test/release-table.ts';
import { releaseHere } from '../compute/release.ts';
import { loadCall } from '../demo/load-call.ts';
import { call2019 } from '../domain/call/packages/2019-gravide.ts';
import type { ReleaseWork } from '../domain/disclosure/release-work.ts';
import { addDocument, addFigure, correctFigure, type WrittenFigure, withdrawDocument } from '../domain/numbers/published-document.ts';
import { day } from '../domain/time.ts';
import { moveCall } from './call.ts';
import { makeEdition } from './call-report.ts';
import { asActor } from './database.ts';
import { lockLedger } from './ledger-lock.ts';
import { changeDocument, readDocument, readDocumentsEver, readEstimates } from './published-documents.ts';
import { readStanding } from './release-ledger.ts';

const { db, owner } = await testDatabase();
await loadCall(owner);
const nowhere = { municipality: null, region: null };
const agency = testPermit(testActor('agency', nowhere), 'document:write');
const reader = testPermit(testActor('secretariat', { region: null }), 'figure:read');
const today = day('2026-11-26');
const title = { title: 'Notat om Odense', publisher: 'Odense', said: day('2020-02-01'), address: 'https://eksempel.dk/notat' };
const figure: WrittenFigure = {
  kind: 'count',
  range: [1, 1],
  year: '2018',
  place: '0461',
  quotation: 'én kvinde i 2018',
  grid: {
    population: 'vulnerable-harmful-use',
    event: 'decided-residential',
    unit: 'woman',
    period: 'calendar-year',
    legalBasis: null,
    ascertainment: 'manual-count',
    completeness: 'Kun én kommune',
  },
};

async function ids(): Promise<readonly string[]> {
  return (await readEstimates(db, reader)).map(({ id }) => id).filter((id) => id.startsWith('dokument'));
}

test('is read by others once it is saved, corrected in a version more, and out of the dispute when it is withdrawn', async () => {
  const about = (seen: number) => ({ id: 'a', seen });
  await changeDocument(db, agency, about(0), () => addDocument('a', title, today));
  expect(await ids()).toEqual([]);
  await changeDocument(db, agency, about(1), (before, used) => (before ? addFigure(before, used, figure) : { outcome: 'not-there' }));
  expect(await ids()).toEqual(['dokument-a-1']);
  // A form of the version before is told so, and saves nothing.
  const old = await changeDocument(db, agency, about(1), (before, used) =>
    before ? addFigure(before, used, figure) : { outcome: 'not-there' },
  );
  expect(old).toEqual({ outcome: 'changed-meanwhile' });
  const wrong = await changeDocument(db, agency, about(2), (before) =>
    before ? correctFigure(before, 1, figure, ' ') : { outcome: 'not-there' },
  );
  expect(wrong).toEqual({ outcome: 'faults', faults: { because: 'missing' } });
  await changeDocument(db, agency, about(2), (before) =>
    before ? correctFigure(before, 1, null, 'forkert side') : { outcome: 'not-there' },
  );
  expect(await ids()).toEqual([]);
  // The number of a figure that is gone is given to no other.
  await changeDocument(db, agency, about(3), (before, used) => (before ? addFigure(before, used, figure) : { outcome: 'not-there' }));
  expect(await ids()).toEqual(['dokument-a-2']);
  const [found] = (await readEstimates(db, reader)).filter(({ id }) => id === 'dokument-a-2');
  expect(found).toMatchObject({ low: 1, high: 1, year: '2018', saidBy: 'Odense', municipality: '0461', quotation: 'én kvinde i 2018' });
  await changeDocument(db, agency, about(4), (before) => (before ? withdrawDocument(before, 'trukket tilbage') : { outcome: 'not-there' }));
  expect(await ids()).toEqual([]);
  expect((await readDocument(db, reader, 'a')).map(({ version, because, figures }) => [version, because, figures.length])).toEqual([
    [5, 'trukket tilbage', 1],
    [4, '', 1],
    [3, 'forkert side', 0],
    [2, '', 1],
    [1, '', 0],
  ]);
});

test('is known to attackers with every figure of every version, also when it is corrected or withdrawn', async () => {
  const about = (seen: number) => ({ id: 'c', seen });
  const told = async () =>
    (await readDocumentsEver(db, reader)).find(({ id }) => id === 'c')?.figures.map(({ low, place }) => [low, place]);
  await changeDocument(db, agency, about(0), () => addDocument('c', title, today));
  await changeDocument(db, agency, about(1), (before, used) => (before ? addFigure(before, used, figure) : { outcome: 'not-there' }));
  await changeDocument(db, agency, about(2), (before) =>
    before ? correctFigure(before, 1, { ...figure, range: [2, 2], isSure: true }, 'slået forkert op') : { outcome: 'not-there' },
  );
  expect(await told()).toEqual([
    [1, '0461'],
    [2, '0461'],
  ]);
  await changeDocument(db, agency, about(3), (before) => (before ? correctFigure(before, 1, null, 'fejl') : { outcome: 'not-there' }));
  await changeDocument(db, agency, about(4), (before) => (before ? withdrawDocument(before, 'fejl') : { outcome: 'not-there' }));
  expect(await told()).toHaveLength(2);
  const standing = await asActor(db, agency, { kind: 'report', id: call2019.id }, (tx) => readStanding(tx, call2019));
  expect(standing?.documents.find(({ id }) => id === 'c')?.figures).toHaveLength(2);
  expect(await ids()).toEqual([]);
});

test('waits while a release is entered, so that none comes between the last look at what is known and the entering', async () => {
  let isSaved = false;
  let saving: Promise<unknown> = Promise.resolve();
  await asActor(db, agency, { kind: 'report', id: call2019.id }, async (tx) => {
    await lockLedger(tx);
    saving = changeDocument(db, agency, { id: 'd', seen: 0 }, () => addDocument('d', title, today)).then(() => (isSaved = true));
    // It is seen to wait for this very lock; until it does, nothing is known of it.
    await expect
      .poll(async () => (await sql`select 1 from pg_locks where locktype = 'advisory' and not granted`.execute(owner)).rows.length, {
        timeout: 20_000,
      })
      .toBe(1);
    expect(isSaved).toBe(false);
  });
  await saving;
  expect(isSaved).toBe(true);
});

test('holds no CPR number in any text, no word that is on no list, and no two counts of one thing', async () => {
  const about = { id: 'e', seen: 0 };
  const cpr = 'om 010190-1234';
  for (const field of ['title', 'publisher', 'address'] as const)
    expect(await changeDocument(db, agency, about, () => addDocument('e', { ...title, [field]: cpr }, today))).toEqual({
      outcome: 'faults',
      faults: { [field]: 'is-a-cpr' },
    });
  await changeDocument(db, agency, about, () => addDocument('e', title, today));
  const adding = (written: WrittenFigure, seen = 1) =>
    changeDocument(db, agency, { id: 'e', seen }, (before, used) => (before ? addFigure(before, used, written) : { outcome: 'not-there' }));
  const { grid } = figure;
  for (const [written, faults] of [
    [{ ...figure, quotation: cpr, isSure: true }, { quotation: 'is-a-cpr' }],
    [{ ...figure, grid: { ...grid, completeness: cpr } }, { completeness: 'is-a-cpr' }],
    [{ ...figure, grid: { ...grid, legalBasis: cpr } }, { legalBasis: 'is-a-cpr' }],
    [{ ...figure, kind: null }, { kind: 'missing' }],
    [{ ...figure, grid: { ...grid, event: null } }, { event: 'missing' }],
  ] as const)
    expect(await adding(written)).toEqual({ outcome: 'faults', faults });
  expect(await adding(figure)).toMatchObject({ outcome: 'changed' });
  expect(await adding({ ...figure, range: [2, 2] }, 2)).toEqual({ outcome: 'faults', faults: { value: 'contradicts' } });
  expect(await adding({ ...figure, kind: 'lower-bound', range: [2, 2] }, 2)).toMatchObject({ outcome: 'faults' });
  // A number that the words do not say is asked about first.
  expect(await adding({ ...figure, range: [1, 3] }, 2)).toEqual({ outcome: 'faults', faults: { value: 'not-in-quotation' } });
  expect(await adding({ ...figure, range: [1, 3], isSure: true }, 2)).toMatchObject({ outcome: 'changed' });
  const taking = (because: string) =>
    changeDocument(db, agency, { id: 'e', seen: 3 }, (before) => (before ? withdrawDocument(before, because) : { outcome: 'not-there' }));
  expect(await taking(cpr)).toEqual({ outcome: 'faults', faults: { because: 'is-a-cpr' } });
  expect(await taking('fejl')).toMatchObject({ outcome: 'changed' });
});

test('counts in the attack on a release, and a release that it came in the midst of is worked out anew', async () => {
  for (const step of ['answered', 'validated', 'reported'] as const) await moveCall(db, agency, call2019.id, step);
  const work = releaseHere(() => 'go on', polishFor(3));
  const before = ['dokument-a', 'dokument-c', 'dokument-e'];
  const known: (readonly string[])[] = [];
  let came = false;
  const spying: ReleaseWork = async (problem) => {
    known.push((problem.request.known ?? []).map(({ id }) => id).filter((id) => id.startsWith('dokument')));
    if (!came) {
      came = true;
      await changeDocument(db, agency, { id: 'b', seen: 0 }, () => addDocument('b', title, today));
      await changeDocument(db, agency, { id: 'b', seen: 1 }, (before, used) =>
        before ? addFigure(before, used, figure) : { outcome: 'not-there' },
      );
    }
    return work(problem);
  };
  const terms = { threshold: 5, zeros: 'hide', protect: 'exact' } as const;
  const made = await releaseTable(db, agency, { call: call2019, method: 'rounding', terms, base: 5, seconds: 20 }, spying);
  expect(made.outcome).toBe('released');
  // Those that were withdrawn above are known still.
  expect(known).toEqual([before, [...before, 'dokument-b'].toSorted()]);
  known.length = 0;
  await makeEdition(db, agency, call2019, spying);
  expect(known[0]).toContain('dokument-b');
});
