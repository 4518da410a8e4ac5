import { describe, expect, test } from 'vitest';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { loadCall } from '../demo/load-call.ts';
import { call2019 } from '../domain/call/packages/2019-gravide.ts';
import { moment } from '../domain/time.ts';
import type { ReportJson } from '../reports/json.ts';
import { moveCall } from '../store/call.ts';
import type { Database } from '../store/database.ts';
import type { Command } from './command.ts';
import { refusalSentence, release } from './release.ts';
import { report } from './report.ts';

type Run = { readonly code: number; readonly written: string; readonly said: string };

async function reportedCall(): Promise<(command: Command, ...words: readonly string[]) => Promise<Run>> {
  const { db, owner } = await testDatabase();
  await loadCall(owner);
  const agency = testPermit(testActor('agency', { municipality: null, region: null }), 'call:move');
  for (const step of ['answered', 'validated', 'reported'] as const) await moveCall(db, agency, call2019.id, step);
  return (command, ...words) => runOn(db, command, words);
}

async function runOn(db: Database, command: Command, words: readonly string[]): Promise<Run> {
  const written: string[] = [];
  const said: string[] = [];
  const code = await command(words, {
    project: process.cwd(),
    now: () => moment('2026-11-26T09:00:00Z'),
    database: () => Promise.resolve(db),
    maintenance: () => Promise.resolve(null),
    write: (answer) => void written.push(String(answer)),
    say: (sentence) => void said.push(sentence),
  });
  return { code, written: written.join(''), said: said.join('\n') };
}

const table = ['--call', '2019-gravide', '--method', 'suppression', '--time-limit', '1', '--json'];
const edition = ['--call', '2019-gravide', '--region', 'syddanmark', '--edition', 'public', '--json'];

/** The newcomer's attack: of all women in Syddanmark in 2017, as the report prints them, those of other treatment, as the table does. */
function difference(ofReport: string, ofTable: string): number | null {
  const { figures } = JSON.parse(ofReport) as ReportJson;
  const any = figures.find(({ id }) => id === '2019-gravide/any/2017/syddanmark')?.value;
  const { cells } = JSON.parse(ofTable) as { cells: { dims: Record<string, string>; published: unknown }[] };
  const other = cells.find(({ dims }) => dims.kommune === 'syddanmark' && dims.år === '2017' && dims.behandling === 'anden')?.published;
  return typeof any === 'number' && typeof other === 'number' ? any - other : null;
}

describe('samlob report and samlob release', () => {
  test('are attacked with each other and with what the documents have printed, in both orders', async () => {
    const [one, other] = [await reportedCall(), await reportedCall()];
    // Reading makes nothing: what cannot be taken back is asked for by name.
    expect(await one(report, ...edition)).toEqual({
      code: 3,
      written: '',
      said: 'The public edition of 2019-gravide is not made yet. --release makes it: it cannot be changed or taken back afterwards.',
    });
    const ofReport = await one(report, ...edition, '--release');
    // With every zero printed the documents open the table, whether the report stands before it or not: no cell is told, and the exit says so.
    const refused = await one(release, ...table);
    expect([ofReport.code, refused.code, refused.written]).toEqual([0, 3, '']);
    expect(refused.said).toMatch(
      /^Refused: the plain attacker works out kommune=\S+, år=201\d, behandling=\S+ exactly, using this table and release 1 .*, and what others have printed: Afrapportering/,
    );
    // A table that was refused is not in the ledger; one around what is known is, whatever is known.
    const preview = await other(release, ...table, '--zeros', 'hide');
    expect(preview.code).toBe(0);
    expect(preview.said).toMatch(/^Refused as it would be by itself: the plain attacker works out .*made around what has been printed/s);
    // The preview enters nothing; the very same table is entered by the second step, once.
    const { preview: id } = JSON.parse(preview.written) as { preview: string };
    expect(preview.said).toContain(`nothing is released. To release exactly this table: samlob release --confirm ${id}`);
    expect((await other(release, '--confirm', 'en-anden')).code).toBe(1);
    const ofTable = await other(release, '--confirm', id, '--json');
    expect(ofTable.code).toBe(0);
    // What the documents have printed already is hidden in the table, and is no secret: it is said which.
    expect(ofTable.said).toMatch(
      /^Released, and entered in the ledger as release 1\.\n5 hidden numbers are no secret.* Region Syddanmark, 2019, døgn; Region Nordjylland, 2017, i alt/,
    );
    const cellsOf = (written: string): unknown => (JSON.parse(written) as { cells: unknown }).cells;
    expect(cellsOf(ofTable.written)).toEqual(cellsOf(preview.written));
    expect((await other(release, ...table, '--zeros', 'hide')).said).toMatch(/^Released before: this is the table in the ledger\./);
    expect(difference(ofReport.written, ofTable.written)).toBeNull();

    // The table stands first: what the report tells beside it is no more than the documents have printed of that region and year.
    const later = await other(report, ...edition, '--release');
    expect(later.code).toBe(0);
    const printed = call2019.printedTotals?.find(({ place, question }) => place === 'syddanmark' && question === 'residential');
    expect([null, printed?.counts[0]]).toContain(difference(later.written, ofTable.written));
  });
});

test('where the ledger itself is contradicted, no cell is named', () => {
  const layout = { dimensions: [], size: 1 } as never;
  expect(refusalSentence({ reason: 'contradicts-ledger' }, { layout })).toMatch(/^no counts agree with both this table and the ledger/);
});
