import { expect, test } from 'vitest';
import { polishFor } from '../../test/count-tables.ts';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { releaseHere } from '../compute/release.ts';
import { loadCall } from '../demo/load-call.ts';
import { call2019 } from '../domain/call/packages/2019-gravide.ts';
import type { ReleaseWork } from '../domain/disclosure/release-work.ts';
import { addDocument, addFigure, correctFigure, type WrittenFigure, withdrawDocument } from '../domain/numbers/published-document.ts';
import { day } from '../domain/time.ts';
import { moveCall } from './call.ts';
import { makeEdition } from './call-report.ts';
import { changeDocument, readDocument, readEstimates } from './published-documents.ts';
import { releaseMunicipalTable } from './release.ts';

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

test('counts in the attack on a release, and a release that it came in the midst of is worked out anew', async () => {
  for (const step of ['answered', 'validated', 'reported'] as const) await moveCall(db, agency, call2019.id, step);
  const work = releaseHere(() => 'go on', polishFor(3));
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
  const made = await releaseMunicipalTable(db, agency, { call: call2019, method: 'rounding', terms, base: 5, seconds: 20 }, spying);
  expect(made.outcome).toBe('released');
  expect(known).toEqual([[], ['dokument-b']]);
  known.length = 0;
  await makeEdition(db, agency, call2019, spying);
  expect(known[0]).toEqual(['dokument-b']);
});
